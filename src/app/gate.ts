import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import {
  CASE_ROLES,
  keepLateForm,
  LATE_FORM_COOKIE,
  leaveTickets,
  resolveSession,
  resolveToken,
  sessionCookie,
  ticketsIn,
  touchSession,
  writerOf,
} from '../features/accounts/index.ts';
import { isFeatureOpen } from '../features/privacy/index.ts';
import { realNow } from '../platform/clock/real-time.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { enter, look, refuseAtGate } from '../platform/db/transact.ts';
import { csrfHolds, sessionIdOf } from '../platform/http/csrf.ts';
import { FeatureClosed, HttpRefusal, type Visitor } from '../platform/http/edge.ts';
import { POLICY } from './access-matrix.ts';
import { logOf } from './log-of-request.ts';

const SENSITIVE = new Set(['D4', 'D5', 'D6', 'D7']);
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const isApi = (request: FastifyRequest) => request.url.startsWith('/api/') || request.url.startsWith('/xapi');

/** The gate every request passes: HTTPS, who is it, may she come in, and does the form come from our own page. */
export function addGate(
  app: FastifyInstance,
  options: {
    readonly db: Kysely<DB>;
    readonly isHttps: boolean;
    readonly isDemo: boolean;
    /** Only in a trial: everybody may use every route. */
    readonly isOpen: boolean;
  },
): void {
  const { db } = options;
  const cookieName = sessionCookie(options.isHttps).name;
  app.decorateRequest('visitor');
  app.decorateRequest('meter');

  app.addHook('onRequest', async (request) => {
    request.visitor = {};
    request.meter = { statements: 0 };
    if (options.isHttps && request.protocol !== 'https' && !request.url.startsWith('/gezond'))
      throw new HttpRefusal(400, 'https-needed');
  });

  app.addHook('preHandler', async (request, reply) => {
    const { access, purpose = 'geen', data = [], gate } = request.routeOptions.config;
    if (access === undefined) {
      // an address that is not there is asked by somebody too, who keeps her own menu
      if (request.is404 && !isApi(request)) request.visitor = await browser(request, false);
      return;
    }
    // a path that ends in nothing would match a parameter: it names nothing, also for whoever is not known
    if (isApi(request) && request.url.split('?')[0]!.endsWith('/')) throw new HttpRefusal(404, 'not-found');
    request.visitor = isApi(request)
      ? await bearer(request)
      : await browser(
          request,
          data.some((each) => SENSITIVE.has(each)),
        );
    if (WRITES.has(request.method) && !comesFromOurPage(request)) {
      throw new HttpRefusal(403, 'form-expired', await keepForm(request, reply));
    }
    if (access === 'public' || options.isOpen) return;
    const { actor } = request.visitor;
    if (!actor) {
      throw new HttpRefusal(401, 'not-signed-in', await keepForm(request, reply));
    }
    const refuse = async (): Promise<never> => {
      await refuseAtGate(db, { ...logOf(request), actor, meter: request.meter }, 'forbidden');
      throw new HttpRefusal(403, 'forbidden');
    };
    if (!POLICY.admits({ access, purpose, data }, actor.role)) {
      await refuse();
    }
    // a system comes in only at the part of the interface it was registered for
    const { only } = request.visitor;
    if (only && request.routeOptions.config.api?.only !== only) await refuse();
    refuseStrays(request);
    if (request.routeOptions.config.stepUp && request.visitor.session?.hasSteppedUp === false)
      throw new HttpRefusal(401, 'step-up-needed', await keepForm(request, reply));
    if (gate !== undefined && !(await isOpen(request, gate, actor.organisationId))) {
      await refuseAtGate(db, { ...logOf(request), actor, meter: request.meter }, 'feature-closed');
      throw new FeatureClosed(gate);
    }
  });

  const isOpen = (request: FastifyRequest, gate: string, tenantId: string): Promise<boolean> =>
    look(db, { door: 'own', tenantId, meter: request.meter }, (tx, { today }) =>
      isFeatureOpen(tx, tenantId, gate, today),
    );

  async function browser(request: FastifyRequest, isSensitiveRoute: boolean): Promise<Visitor> {
    const token = request.cookies[cookieName];
    if (!token || token.length > 100) return {};
    const at = realNow();
    const session = await look(db, { door: 'account', meter: request.meter }, (tx) =>
      resolveSession(tx, token, isSensitiveRoute, at),
    );
    if (!session) return {};
    if (session.isStale)
      await enter(db, { door: 'account', meter: request.meter }, (tx) => touchSession(tx, session.id, at));
    const endsInSeconds =
      isSensitiveRoute || CASE_ROLES.has(session.actor.role)
        ? Math.min(session.endsInSeconds, 15 * 60)
        : session.endsInSeconds;
    return {
      actor: session.actor,
      session: {
        id: session.id,
        csrfSecret: session.csrfSecret,
        endsInSeconds,
        by: session.by,
        hasSteppedUp: options.isDemo || session.hasSteppedUp,
      },
      canSwitch: session.canSwitch,
      otherTask: session.otherTask,
      organisationKind: session.organisationKind,
    };
  }

  /** A form of somebody whose session ended goes under seal, to be given back to her alone after she signs in again. */
  async function keepForm(request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    if (request.method !== 'POST' || isApi(request)) return undefined;
    const { _csrf, _sleutel, ...rest } = (request.body ?? {}) as Record<string, unknown>;
    const sessionId = sessionIdOf(_csrf);
    if (!sessionId) return undefined;
    const fields = Object.fromEntries(
      Object.entries(rest).filter((field): field is [string, string] => typeof field[1] === 'string'),
    );
    if (Object.keys(fields).length === 0) return undefined; // a bare button, such as signing out twice
    const ticket = await enter(db, { door: 'account', meter: request.meter }, async (tx) => {
      const writer = await writerOf(tx, sessionId);
      if (!writer || !csrfHolds(_csrf, sessionId, writer.csrfSecret)) return undefined;
      const { personId, membershipId } = writer;
      return keepLateForm(tx, personId, { path: request.url, membershipId, fields }, realNow());
    });
    if (!ticket) return undefined;
    leaveTickets(reply, [ticket, ...ticketsIn(request.cookies[LATE_FORM_COOKIE])], options.isHttps);
    return '/formulier-terug';
  }

  async function bearer(request: FastifyRequest): Promise<Visitor> {
    const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return {};
    const holder = await look(db, { door: 'account', meter: request.meter }, (tx) =>
      resolveToken(tx, token, realNow()),
    );
    return holder ? { actor: holder.actor, ...(holder.only && { only: holder.only }) } : {};
  }
}

/** What every form carries beside its own fields: the token, the key, and the sign of a form that was kept. */
const CARRIED = ['_csrf', '_sleutel', '_tonen'];

/** Case content: what is set there is never more than what its form asks. */
const CONTENT: ReadonlySet<string> = new Set(['D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8']);

/**
 * On a route with case content: a field that its form does not have. No page of ours sends one, so somebody tries what else can
 * be set. Elsewhere a field too many is left aside, since a form reads only what it knows (platform/http/parse.ts).
 */
function refuseStrays(request: FastifyRequest): void {
  const { fields, data = [] } = request.routeOptions.config;
  if (!fields || !data.some((each) => CONTENT.has(each))) return;
  if (!WRITES.has(request.method) || typeof request.body !== 'object' || request.body === null) return;
  const known = new Set([...Object.keys(fields.shape), ...CARRIED, ...Object.keys(request.uploads ?? {})]);
  // a list where a text belongs is a field all the same, and its form says what is wrong with it
  const isStray = (name: string) => !known.has(name.split('[')[0]!);
  if (Object.keys(request.body).some(isStray)) throw new HttpRefusal(400, 'unknown-field');
}

/**
 * A form must come from a page of ours: by its token, and by what the browser itself says where it comes from. An `Origin` check
 * cannot serve: `Referrer-Policy: no-referrer` makes it `null`.
 */
function comesFromOurPage(request: FastifyRequest): boolean {
  if (isApi(request)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpRefusal(403, 'cross-site');
  const { session } = request.visitor;
  if (request.routeOptions.config.csrf === false || !session) return true;
  return csrfHolds((request.body as Record<string, unknown> | undefined)?._csrf, session.id, session.csrfSecret);
}
