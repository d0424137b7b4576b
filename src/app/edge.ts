import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { ROLE_DESCRIPTIONS } from '../features/accounts/index.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import {
  admit,
  type DomainTime,
  type Entry,
  enter,
  KeyUsedElsewhere,
  look,
  transact,
} from '../platform/db/transact.ts';
import { csrfToken } from '../platform/http/csrf.ts';
import { type Edge, HttpRefusal } from '../platform/http/edge.ts';
import { newSecret } from '../platform/ids/uuid.ts';
import { writeDutchMoment } from '../ui/format/date-text.tsx';
import type { PageFrame } from '../ui/page.tsx';
import { renderPage } from '../ui/render.ts';
import { navigationFor } from './navigation.ts';

export type PageEdge = Edge<PageFrame>;

export interface EdgeOptions {
  readonly db: Kysely<DB>;
  readonly isDemo: boolean;
  readonly assets: PageFrame['assets'];
}

/** Makes the edge that every feature's routes work with. */
export function createEdge({ db, isDemo, assets }: EdgeOptions): PageEdge {
  const times = new WeakMap<FastifyRequest, DomainTime>();
  const actor = (request: FastifyRequest) => {
    if (!request.visitor.actor) throw new HttpRefusal(401, 'not-signed-in');
    return request.visitor.actor;
  };
  return {
    actor,
    formKey: () => newSecret(12),
    frame(request) {
      const { actor: who, session, canSwitch } = request.visitor;
      const path = request.url.split('?')[0]!;
      const moment = times.get(request);
      return {
        lang: 'nl',
        path,
        demo: isDemo,
        assets,
        person:
          who && session
            ? {
                name: who.personName,
                role: ROLE_DESCRIPTIONS[who.role].label,
                organisation: who.organisationName,
                canSwitch: canSwitch ?? false,
              }
            : undefined,
        navigation: navigationFor(session ? who : undefined, path),
        csrf: session ? csrfToken(session.id, session.csrfSecret) : '',
        sessionEndsInSeconds: session?.endsInSeconds,
        nowLabel: isDemo && moment ? writeDutchMoment(moment.now) : undefined,
      };
    },
    html(reply, page, status = 200) {
      return reply
        .code(status)
        .type('text/html; charset=utf-8')
        .send(renderPage(page as VNode));
    },
    look(request, door, run, of) {
      const who = request.visitor.actor;
      const entry: Entry = {
        door,
        meter: request.meter,
        ...(who && { personId: who.personId }),
        ...(who && door === 'own' && { tenantId: who.organisationId }),
        ...of,
      };
      return look(db, entry, (tx, time) => {
        times.set(request, time);
        return run(tx, time);
      });
    },
    keep(request, run) {
      return enter(db, { door: 'account', personId: actor(request).personId, meter: request.meter }, run);
    },
    admit(request, run) {
      const { purpose, action } = request.routeOptions.config;
      return admit(db, { activity: purpose!, action: action!, traceId: request.id, meter: request.meter }, run);
    },
    async command(request, reply, locationOf, run, entry, beside) {
      const who = actor(request);
      const { purpose, action } = request.routeOptions.config;
      const key = sendingKey(request);
      const route = `${request.method} ${request.routeOptions.url}`;
      const outcome = await transact(
        db,
        {
          actor: who,
          activity: purpose!,
          action: beside?.action ?? action!,
          traceId: request.id,
          entry: { ...entry, meter: request.meter },
          ...(!beside &&
            key && {
              once: { key, route, locationOf: locationOf as (value: unknown) => string },
            }),
        },
        (tx, time) => {
          times.set(request, time);
          return run(tx, time);
        },
      ).catch((error: unknown) => {
        throw error instanceof KeyUsedElsewhere ? new HttpRefusal(409, 'form-key-used') : error;
      });
      if ('replayOf' in outcome) {
        reply.redirect(outcome.replayOf, 303);
        return { kind: 'answered' };
      }
      return outcome.ok ? { kind: 'done', value: outcome.value } : { kind: 'refused', error: outcome.error };
    },
  };
}

/**
 * What tells one sending of a form from another: the key of its page together with what stands in it. Sent twice unchanged it is
 * one deed. Whoever goes back, changes a word and sends again means another deed, which the version of the record then judges;
 * answering it as the first would lose that word without saying so.
 */
function sendingKey(request: FastifyRequest): string | undefined {
  const { _csrf, _sleutel, ...fields } = (request.body ?? {}) as Record<string, unknown>;
  if (typeof _sleutel !== 'string' || !/^[\w-]{8,100}$/.test(_sleutel)) return undefined;
  const digest = createHash('sha256').update(JSON.stringify([_sleutel, fields]));
  for (const [field, { name, bytes }] of Object.entries(request.uploads))
    digest.update(`${field}:${name}:${bytes.length}:`).update(bytes);
  return digest.digest('base64url');
}
