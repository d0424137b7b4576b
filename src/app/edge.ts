import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { ROLE_DESCRIPTIONS } from '../features/accounts/index.ts';
import { isFeatureOpen } from '../features/privacy/index.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import {
  type AnyTx,
  admit,
  atHome,
  type DomainTime,
  type Done,
  type Entry,
  enter,
  KeyUsedElsewhere,
  look,
  lookAtPersons,
  transact,
} from '../platform/db/transact.ts';
import type { DocumentPress } from '../platform/documents/document-press.ts';
import { csrfToken } from '../platform/http/csrf.ts';
import { type Edge, FeatureClosed, HttpRefusal } from '../platform/http/edge.ts';
import { documentSender } from '../platform/http/send-document.ts';
import { newSecret } from '../platform/ids/uuid.ts';
import { lendKeys } from '../platform/vault/lending.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { err, type Result } from '../shared-kernel/result.ts';
import { writeMoment } from '../ui/format/date-text.tsx';
import type { PageFrame } from '../ui/page.tsx';
import { languageOf, translationsOf } from '../ui/public-pages.ts';
import { renderPage } from '../ui/render.ts';
import { POLICY } from './access-matrix.ts';
import { logOf } from './log-of-request.ts';
import { navigationFor } from './navigation.ts';

export type PageEdge = Edge<PageFrame>;

/** A deed on a route whose start gate is closed. */
const CLOSED = 'feature-closed';

export interface EdgeOptions {
  readonly db: Kysely<DB>;
  readonly vault: Vault;
  readonly isDemo: boolean;
  readonly assets: PageFrame['assets'];
  readonly press: DocumentPress;
}

/** Makes the edge that every feature's routes work with. */
export function createEdge({ db, vault, isDemo, assets, press }: EdgeOptions): PageEdge {
  const times = new WeakMap<FastifyRequest, DomainTime>();
  const actor = (request: FastifyRequest) => {
    if (!request.visitor.actor) throw new HttpRefusal(401, 'not-signed-in');
    return request.visitor.actor;
  };
  /** What the route and its visitor say of a deed. A route that looks at persons names its action too, or it does not get in. */
  const deedOf = (request: FastifyRequest) => {
    const { purpose, action } = request.routeOptions.config;
    if (!purpose || !action) throw new Error(`${request.routeOptions.url} names no purpose or no action for the log`);
    return { ...logOf(request), actor: actor(request) };
  };
  /**
   * The deed with keys in its hand, when its route needs them: asked for before the transaction, since the key service stands
   * outside, and lent anew when the database asks to try again.
   */
  async function withKeys<T>(
    request: FastifyRequest,
    tenantId: string | undefined,
    run: (tx: AnyTx, time: DomainTime) => Promise<T>,
  ): Promise<(tx: AnyTx, time: DomainTime) => Promise<T>> {
    const keys = tenantId !== undefined && needsKeys(request) ? await vault.keysFor(tenantId) : undefined;
    return (tx, time) => {
      times.set(request, time);
      if (keys) lendKeys(tx, keys);
      return run(tx, time);
    };
  }
  /** A deed on a route with a gate asks again in its own transaction: who closes it meanwhile is not overtaken. */
  const unlessClosed =
    <T extends Done, E extends { readonly code: string }>(
      request: FastifyRequest,
      run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
      door: Entry['door'] | undefined,
    ) =>
    async (tx: AnyTx, time: DomainTime): Promise<Result<T, E>> => {
      const { gate } = request.routeOptions.config;
      const ask = (part: string) => isFeatureOpen(tx, actor(request).organisationId, part, time.today);
      // whoever acts by mandate asks her own gate, at home
      const isOpen = gate === undefined || (await (door === 'mandate' ? atHome(tx, () => ask(gate)) : ask(gate)));
      // becomes FeatureClosed below, so that no caller has to know this code
      return isOpen ? run(tx, time) : err({ code: CLOSED } as unknown as E);
    };
  return {
    actor,
    policy: POLICY,
    isFeatureOpen,
    formKey: () => newSecret(12),
    frame(request) {
      const { actor: who, session, canSwitch, otherTask, organisationKind } = request.visitor;
      const path = request.url.split('?')[0]!;
      const lang = languageOf(path);
      const moment = times.get(request);
      return {
        lang,
        translations: translationsOf(request.routeOptions.url, request.url),
        path,
        demo: isDemo,
        assets,
        person:
          who && session
            ? {
                id: who.personId,
                name: who.personName,
                role: ROLE_DESCRIPTIONS[who.role].label,
                organisation: who.organisationName,
                canSwitch: canSwitch ?? false,
                otherTask: otherTask && {
                  membershipId: otherTask.membershipId,
                  label: ROLE_DESCRIPTIONS[otherTask.role].label,
                },
              }
            : undefined,
        navigation: navigationFor(session && who ? { role: who.role, organisationKind } : undefined, path, lang),
        // a form that was given back to its writer, or filled in by an answer of hers: shown as she left it
        isShownAsLeft: (request.body as Record<string, unknown> | undefined)?._tonen === '1',
        csrf: session ? csrfToken(session.id, session.csrfSecret) : '',
        sessionEndsInSeconds: session?.endsInSeconds,
        // before this request read the clock, it is shown rather than left out
        emergency: who?.emergency && !(moment && moment.now >= who.emergency.until) ? who.emergency : undefined,
        nowLabel: isDemo && moment ? writeMoment(moment.now, lang) : undefined,
      };
    },
    html(reply, page, status = 200) {
      return reply
        .code(status)
        .type('text/html; charset=utf-8')
        .send(renderPage(page as VNode));
    },
    document: documentSender(press),
    async look(request, door, run, of) {
      const who = request.visitor.actor;
      const entry: Entry = {
        door,
        meter: request.meter,
        ...(who && { personId: who.personId }),
        ...(who && door === 'own' && { tenantId: who.organisationId }),
        ...of,
      };
      return look(db, entry, await withKeys(request, entry.tenantId, run));
    },
    async lookAtPersons(request, run, entry) {
      const deed = { ...deedOf(request), entry: { ...entry, meter: request.meter } };
      return lookAtPersons(db, deed, await withKeys(request, entry?.tenantId ?? deed.actor.organisationId, run));
    },
    keep(request, run) {
      const who = request.visitor.actor;
      return enter(db, { door: 'account', ...(who && { personId: who.personId }), meter: request.meter }, run);
    },
    admit(request, run) {
      const { purpose, action } = request.routeOptions.config;
      return admit(db, { activity: purpose!, action: action!, traceId: request.id, meter: request.meter }, run);
    },
    async command(request, reply, locationOf, run, entry, beside) {
      const deed = deedOf(request);
      const isApi = request.routeOptions.config.api !== undefined;
      const key = isApi ? systemKey(request) : sendingKey(request);
      // a key of a system belongs to one message: with another it is refused
      const content = isApi ? ` ${digestOf(request.body)}` : '';
      const route = `${request.method} ${request.routeOptions.url}${content}`;
      const outcome = await transact(
        db,
        {
          ...deed,
          action: beside?.action ?? deed.action,
          entry: { ...entry, meter: request.meter },
          ...(!beside &&
            key && {
              once: { key, route, locationOf: locationOf as (value: unknown) => string },
            }),
        },
        await withKeys(request, entry?.tenantId ?? deed.actor.organisationId, unlessClosed(request, run, entry?.door)),
      ).catch((error: unknown) => {
        throw error instanceof KeyUsedElsewhere ? new HttpRefusal(409, 'form-key-used') : error;
      });
      if ('replayOf' in outcome) {
        // a system gets the same answer again from its route, which finds in the header what was made
        if (isApi) reply.header('Location', outcome.replayOf);
        else reply.redirect(outcome.replayOf, 303);
        return { kind: 'answered' };
      }
      if (outcome.ok) return { kind: 'done', value: outcome.value };
      const { gate } = request.routeOptions.config;
      if (gate !== undefined && outcome.error.code === CLOSED) throw new FeatureClosed(gate);
      return { kind: 'refused', error: outcome.error };
    },
  };
}

const SEALED_CLASSES: ReadonlySet<string> = new Set(['D3', 'D4', 'D5', 'D6', 'D7', 'D8']);

/** A route that shows or takes what is sealed, or was sent a document. */
function needsKeys(request: FastifyRequest): boolean {
  const { sealed, data = [] } = request.routeOptions.config;
  return sealed ?? (data.some((each) => SEALED_CLASSES.has(each)) || Object.keys(request.uploads ?? {}).length > 0);
}

const digestOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('base64url');

/** The key a system gave its message. */
function systemKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? digestOf(key) : undefined;
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
