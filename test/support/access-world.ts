import { setTimeout } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { Client } from 'pg';
import { z } from 'zod';
import { hashOf } from '../../src/features/accounts/use-cases/sessions.ts';
import { csrfToken } from '../../src/platform/http/csrf.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { newSecret } from '../../src/platform/ids/uuid.ts';
import { type Actor, ROLES, type Role } from '../../src/shared-kernel/role.ts';
import { RowLayer } from './any-row.ts';
import type { TestApp, Visitor } from './app.ts';
import { anActor, anOrganisation } from './builders.ts';
import { TABLES, type TestDatabase } from './database.ts';
import { FIELD_SAMPLES, SAMPLES, type Sample } from './samples.ts';
import type { Side } from './side.ts';

export type { Side };

/** Two organisations that may know nothing of each other. */
export interface AccessWorld {
  readonly database: TestDatabase;
  readonly sides: readonly [Side, Side];
  /** Lays the rows of this side in every table that others may not see. */
  fill(side: Side): Promise<void>;
  close(): Promise<void>;
}

/** Nobody, and every role in both organisations. */
export const VISITORS = 1 + 2 * ROLES.length;

/**
 * Makes two organisations with a person in each of the 19 roles. What is published lies there already; the rest comes with `fill`.
 * With `texts` each text of a row of theirs is another one, in place of the marker of the organisation.
 */
export async function accessWorld(database: TestDatabase, texts?: () => string): Promise<AccessWorld> {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  const side = async (): Promise<Side> => {
    const fixed = `MERK${newSecret(9).replace(/[^a-z0-9]/gi, '')}`;
    const marker = texts ?? (() => fixed);
    const organisation = await anOrganisation(database);
    const actors = {} as Record<Role, Actor>;
    for (const role of ROLES) {
      const actor = { ...(await anActor(database, role, organisation)), personName: `${marker()} ${role}` };
      await admin.query('update accounts.person set name = $1 where id = $2', [actor.personName, actor.personId]);
      await admin.query('update accounts.membership set person_name = $1 where id = $2', [
        actor.personName,
        actor.membershipId,
      ]);
      actors[role] = actor;
    }
    const { personId, membershipId } = actors.aandachtsfunctionaris;
    const rows = new RowLayer(admin, {
      personId,
      membershipId,
      tenantId: organisation.id,
      get marker() {
        return marker();
      },
    });
    for (const [table, { class: kind }] of Object.entries(TABLES)) if (kind === 'published') await rows.row(table);
    return {
      organisation,
      get marker() {
        return marker();
      },
      actors,
      rows,
      made: new Map(),
    };
  };
  return {
    database,
    sides: [await side(), await side()],
    async fill({ rows }) {
      for (const [table, each] of Object.entries(TABLES))
        if (['tenant', 'account'].includes(each.class) || (each.class === 'platform' && each.personColumn))
          await rows.row(table);
    },
    close: () => admin.end(),
  };
}

export const isApi = ({ path }: RouteEntry): boolean => path.startsWith('/api/') || path.startsWith('/xapi');

/** What the route table promises this visitor: refused with exactly this status, or let in. */
export function promised(route: RouteEntry, role: Role | undefined): 303 | 401 | 403 | 'in' {
  const { access } = route.config;
  if (access === 'public') return 'in';
  if (!role) return isApi(route) ? 401 : 303;
  return access === 'signed-in' || access.includes(role) ? 'in' : 403;
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  /** Something is still being computed: the page comes by itself once more. */
  readonly isBusy: boolean;
  /** Without what differs from one answer to the next: references, form tokens and keys, and the value that was asked for. */
  readonly text: string;
}

interface Asked {
  /** The value of the parameter in the path. */
  readonly value?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Gives this person a bearer token for the interface between systems. */
export async function giveToken({ admin }: TestDatabase, actor: Actor, token: string): Promise<void> {
  await admin
    .insertInto('accounts.access_token')
    .values({
      token_hash: hashOf(token),
      membership_id: actor.membershipId,
      scope: 'lezen',
      created_at: new Date(Date.UTC(2026, 0, 1)),
      expires_at: new Date(Date.UTC(2100, 0, 1)),
    })
    .execute();
}

/** Addresses after which the session that asked may be over. */
export const ENDS_SESSION: ReadonlySet<string> = new Set([
  '/uitloggen',
  '/inloggen/rol',
  '/sessies/beeindigen',
  '/weg',
]);

/** Asks every route as one person, with everything a browser or a system would send along. */
export class Caller {
  #lasting: Promise<{ readonly visitor: Visitor; readonly csrf: string }> | undefined;

  private constructor(
    private readonly app: TestApp,
    private readonly database: TestDatabase,
    readonly actor: Actor | undefined,
    private readonly visitor: Visitor,
    private readonly bearer: string,
  ) {}

  static async of(app: TestApp, database: TestDatabase, actor?: Actor): Promise<Caller> {
    const token = newSecret(24);
    if (actor) await giveToken(database, actor, token);
    return new Caller(app, database, actor, await app.visitor(actor), token);
  }

  async ask(route: RouteEntry, { value = '', fields = {} }: Asked = {}): Promise<Answer> {
    const url = route.path.replaceAll(/:\w+/g, encodeURIComponent(value));
    if (isApi(route)) {
      const headers = this.actor ? { authorization: `Bearer ${this.bearer}` } : {};
      return answerOf(
        await this.app.server.inject({
          method: route.method as 'GET',
          url,
          headers: { 'x-forwarded-proto': 'https', ...headers },
          ...(route.method !== 'GET' && { payload: fields }),
        }),
        value,
      );
    }
    const endsSession = ENDS_SESSION.has(route.path);
    if (route.method === 'GET' && !endsSession) return answerOf(await this.visitor.get(url), value);
    const { visitor, csrf } = endsSession ? await this.fresh() : await this.lasting();
    if (route.method === 'GET') return answerOf(await visitor.get(url), value);
    const sent = { ...(csrf && { _csrf: csrf }), _sleutel: newSecret(12), ...fields };
    return answerOf(await sendFields(visitor, url, Object.entries(sent), route.config.multipart), value);
  }

  /** The session of this caller, with the form token that belongs to it. */
  private lasting(): Promise<{ readonly visitor: Visitor; readonly csrf: string }> {
    this.#lasting ??= this.csrf(this.visitor).then((csrf) => ({ visitor: this.visitor, csrf }));
    return this.#lasting;
  }

  /** A session of its own for one deed, since the deed may end it, with the form token that belongs to it. */
  async fresh(): Promise<{ readonly visitor: Visitor; readonly csrf: string }> {
    const visitor = await this.app.visitor(this.actor);
    return { visitor, csrf: await this.csrf(visitor) };
  }

  private async csrf(visitor: Visitor): Promise<string> {
    const cookie = visitor.cookie?.split('=').slice(1).join('=');
    if (!cookie) return '';
    const session = await this.database.admin
      .selectFrom('accounts.session')
      .select(['id', 'csrf_secret'])
      .where('token_hash', '=', hashOf(cookie))
      .executeTakeFirstOrThrow();
    return csrfToken(session.id, session.csrf_secret);
  }
}

/** Sends fields as a form, also several of one name. */
export async function sendFields(
  visitor: Visitor,
  url: string,
  fields: readonly (readonly [name: string, value: string])[],
  isMultipart = false,
): Promise<Awaited<ReturnType<Visitor['request']>>> {
  if (!isMultipart)
    return visitor.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    });
  const form = new FormData();
  for (const [name, text] of fields) form.append(name, text);
  const body = new Response(form);
  return visitor.request({
    method: 'POST',
    url,
    headers: { 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
}

interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly rawPayload: Buffer;
}

const FORM_TOKEN = /[0-9a-f-]{36}\.[\w-]{12}\.[\w-]{43}/g;
/** What each page makes anew: the key of its form. */
const FORM_KEY = /(name="_sleutel" [^>]*?value=")[\w-]+/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z|\b\d\d?[:.]\d\d\b( uur)?/g;
const SECONDS = /(data-[\w-]*(?:second|seconden|ends|eindigt)[\w-]*=")\d+/g;

/** What a document says: its words for Word, without the ids that are new each time; a PDF is packed, so only that it came. */
function wordsOf({ headers, body, rawPayload }: Answered): string {
  const type = String(headers['content-type'] ?? '');
  if (type.startsWith('application/pdf')) return 'PDF';
  if (!type.includes('wordprocessingml')) return body;
  return strFromU8(unzipSync(new Uint8Array(rawPayload))['word/document.xml']!).replace(/ r:id="[^"]*"/g, '');
}

function answerOf(answered: Answered, value: string): Answer {
  const { statusCode, headers } = answered;
  const text = wordsOf(answered)
    .replace(FORM_TOKEN, 'TOKEN')
    .replace(FORM_KEY, '$1KEY')
    .replace(SECONDS, '$1N')
    .replace(UUID, 'ID')
    .replace(MOMENT, 'MOMENT');
  return {
    status: statusCode,
    location: headers.location as string | undefined,
    isBusy: headers.refresh !== undefined,
    text: value ? text.replaceAll(value, 'VALUE').replaceAll(encodeURIComponent(value), 'VALUE') : text,
  };
}

/** The names of the fields of a route's form that hold an id. */
export function idFields({ config }: RouteEntry): readonly string[] {
  if (!config.fields) return [];
  const { properties = {} } = z.toJSONSchema(config.fields, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).flatMap(([name, schema]) =>
    JSON.stringify(schema).includes('"uuid"') ? [name] : [],
  );
}

/** What was tried and what did not go as the route table promises. */
export interface Outcome {
  readonly combinations: number;
  readonly deviations: readonly string[];
  /** Routes on which somebody saw the marker of her own organisation: proof that there was something to see. */
  readonly shown: ReadonlySet<string>;
  /** Routes on which a foreign record was asked for and was not there. */
  readonly refusedForeign: ReadonlySet<string>;
}

/** Which of the combinations are tried: all of them, or those that the gate lets in, or those that it does not. */
export type Which = 'all' | 'let in' | 'kept out';

const isWhole = process.env.PROOF_WHOLE === 'true';
/** One in so many of the combinations of a belt is tried in every run; `npm run proof -- matrix` tries them all. */
export const BELT_PART = isWhole ? 1 : 6;
/** The same for the attacks on a form, for who sends it, and for who asks a page what it costs. */
export const CRAWL_PART = isWhole ? 1 : 3;

interface Standing {
  readonly caller: Caller;
  readonly role: Role | undefined;
  readonly side: Side;
  readonly other: Side;
}

/** How many combinations of route and visitor the route table holds, or one in `part` of them. */
export function combinationsOf(routes: readonly RouteEntry[], which: Which, part = 1): number {
  const visitors = [undefined, ...ROLES, ...ROLES];
  return routes.flatMap((route, at) => visitorsOf(route, at, visitors, (role) => role, which, part)).length;
}

/** Who asks this route. A part of them goes round: each route still gets visitors of both organisations, and each visitor routes of every kind. */
function visitorsOf<T>(
  route: RouteEntry,
  at: number,
  visitors: readonly T[],
  roleOf: (visitor: T) => Role | undefined,
  which: Which,
  part: number,
): T[] {
  const all = visitors.filter(
    (visitor) => which === 'all' || (promised(route, roleOf(visitor)) === 'in') === (which === 'let in'),
  );
  const some = all.filter((_visitor, index) => (index + at) % part === 0);
  return some.length > 0 ? some : all.slice(0, 1);
}

/**
 * Asks every route as nobody and as every role of both organisations, for its own record, that of the other organisation and one
 * that does not exist, and compares each answer with what the route table promises. Those `kept out` are asked for with the gate
 * open: then it only counts what they get to see. With `part` one in so many of the visitors of a route ask it.
 */
export async function tryEverything(
  app: TestApp,
  world: AccessWorld,
  which: Which = 'all',
  part = 1,
): Promise<Outcome> {
  const outcome = {
    combinations: 0,
    deviations: [] as string[],
    shown: new Set<string>(),
    refusedForeign: new Set<string>(),
  };
  const standings: Standing[] = [];
  const [first, second] = world.sides;
  standings.push({ caller: await Caller.of(app, world.database), role: undefined, side: first, other: second });
  for (const [side, other] of [world.sides, world.sides.toReversed()] as [Side, Side][])
    for (const role of ROLES)
      standings.push({ caller: await Caller.of(app, world.database, side.actors[role]), role, side, other });
  const refused: Refused = new Map();
  for (const [at, route] of app.routes.entries()) {
    const name = `${route.method} ${route.path}`;
    const unknown = [
      ...(route.path.includes(':') && !SAMPLES[route.config.sample ?? ''] ? [route.config.sample] : []),
      ...idFields(route).filter((field) => !FIELD_SAMPLES[field]),
    ];
    if (unknown.length > 0) {
      outcome.deviations.push(`${name}: test/support/samples.ts does not know ${unknown.join(', ')}`);
      continue;
    }
    for (const standing of visitorsOf(route, at, standings, ({ role }) => role, which, part)) {
      outcome.combinations += 1;
      await tryOne(route, standing, world.database, which === 'kept out', outcome, refused);
    }
  }
  return outcome;
}

/** The record of a side that those ask for who are refused it: the same for all of them, since nobody of them changes it. */
type Refused = Map<string, Sample>;

async function sampleFor(
  { config: { sample: kind = '' } }: RouteEntry,
  context: Parameters<(typeof SAMPLES)[string]>[0],
  refused: Refused | undefined,
): Promise<Sample | undefined> {
  const key = `${kind} of ${context.side.organisation.id}`;
  const known = refused?.get(key);
  if (known) return known;
  const made = await SAMPLES[kind]?.(context);
  if (made) refused?.set(key, made);
  return made;
}

async function tryOne(
  route: RouteEntry,
  { caller, role, side, other }: Standing,
  database: TestDatabase,
  isGateOpen: boolean,
  { deviations, shown, refusedForeign }: { deviations: string[]; shown: Set<string>; refusedForeign: Set<string> },
  refused: Refused,
): Promise<void> {
  const name = `${route.method} ${route.path}`;
  const context = { database, actor: side.actors[role ?? 'medewerker'], side, other };
  const expected = promised(route, role);
  const sample = await sampleFor(route, context, expected !== 'in' && !isGateOpen ? refused : undefined);
  const deviate = (what: string) => deviations.push(`${name} as ${role ?? 'nobody'}: ${what}`);
  const check = (answer: Answer, what: string) => {
    if (answer.text.includes(other.marker) || answer.location?.includes(other.marker))
      deviate(`${what} shows a row of the other organisation`);
    if (answer.text.includes(side.marker)) {
      if (role) shown.add(name);
      else deviate(`${what} shows a row of an organisation to nobody`);
    }
    if (answer.status >= 500) deviate(`${what} breaks with ${answer.status}`);
  };

  const own = await caller.ask(route, sample && { value: sample.own });
  check(own, 'its own record');
  if (isGateOpen) {
    if (sample?.foreign) check(await caller.ask(route, { value: sample.foreign }), 'a foreign record');
    return;
  }
  if (expected !== 'in') {
    if (own.status !== expected) deviate(`promised ${expected}, got ${own.status}`);
    else if (expected === 303 && !own.location?.startsWith('/inloggen')) deviate(`is sent to ${own.location}`);
    return;
  }
  if (own.status === 401 || own.status === 403 || own.location?.startsWith('/inloggen?terug'))
    deviate(`promised in, got ${own.status}`);
  if (sample && route.method === 'GET' && own.status === 404) deviate('its own record is not there');

  if (sample) {
    const missing = await caller.ask(route, { value: sample.missing });
    if (missing.status !== 404) deviate(`a record that does not exist gives ${missing.status}`);
    if (sample.foreign !== undefined) {
      const foreign = await caller.ask(route, { value: sample.foreign });
      check(foreign, 'a foreign record');
      if (foreign.status !== 404) deviate(`a foreign record gives ${foreign.status}`);
      if (foreign.text !== missing.text) deviate('a foreign record can be told from one that does not exist');
      refusedForeign.add(name);
    }
  }
  for (const field of role ? idFields(route) : []) {
    const values = await FIELD_SAMPLES[field]!(context);
    if (values.isIgnoredOn === route.path) continue;
    const send = (value: string) =>
      caller.ask(route, { value: sample?.own ?? '', fields: { ...values.besides, [field]: value } });
    const both = async () => [await send(values.foreign!), await send(values.missing)] as const;
    const first = await both();
    // work in the background may finish between the two, so that the page changed for everybody; what leaks, leaks again
    const [foreign, missing] = isAlike(...first) ? first : await both();
    check(foreign, `a foreign ${field}`);
    if (!isAlike(foreign, missing))
      deviate(`a foreign ${field} (${foreign.status}) can be told from one that does not exist (${missing.status})`);
    if (foreign.status < 400) deviate(`a foreign ${field} gives ${foreign.status}`);
    refusedForeign.add(name);
  }
}

const isAlike = (one: Answer, other: Answer) => one.status === other.status && one.text === other.text;

/** The page as it is once its computation ended. */
async function settled(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (!answer.isBusy) return answer;
    await setTimeout(200);
  }
}

/** Everything the callers can look at, by route and role. */
export async function everythingSeen(app: TestApp, callers: readonly Caller[]): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const caller of callers)
    for (const route of app.routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      const { status, text } = await settled(() => caller.ask(route));
      // a page that shows the log, and is itself in the log, says more at every look
      const showsItself = route.config.action !== undefined && route.config.data.includes('D11');
      seen[`${route.path} as ${caller.actor?.role}`] = showsItself ? `${status}` : `${status} ${text}`;
    }
  return seen;
}
