import { atHome, type DomainTime, type Done, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membershipOf } from '../../../platform/members/members.ts';
import { addMonths, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { publishedByAll, type StandingTables } from '../../approach/index.ts';
import { listMunicipalities, membershipsOfKinds } from '../../organisations/index.ts';
import { orderProgramme, type ProgrammeEntry, ROUTE_ELEMENT } from '../domain/programme.ts';
import { help, OFFERS, type Offer, plan, type RequestRefusal, type SupportRequest, take } from '../domain/request.ts';
import { type OfferResult, resultsOf } from '../domain/results.ts';
import {
  insertStep,
  loadRequest,
  openAtDesk,
  requestsAtDesk,
  type Step,
  saveRequest,
  stepsOf,
} from '../persistence/request-store.ts';
import { givePlaceBack, insertSession, type Session, sessionsFrom, takePlace } from '../persistence/session-store.ts';
import { type SupportTables, stepBy } from './needs.ts';
import { keepRequest } from './request-eraser.ts';
import { NOTICES, requestPath } from './support-names.ts';

interface Seen {
  readonly id: string;
  readonly seenVersion: number;
}
type Moved = Result<SupportRequest, RequestRefusal>;
type Outcome = Result<Done, RequestRefusal>;

/** What runs at the shared desk; through the door `mandate`. */
export async function readDesk(
  tx: Tx<'support.request'>,
  actor: Actor,
  municipalityIds: readonly string[],
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly SupportRequest[]> {
  return openAtDesk(tx, actor.organisationId, municipalityIds, page);
}

/** One request at the desk, with what was done; through the door `mandate`. */
export async function readAtDesk(
  tx: Tx<'support.request' | 'support.step'>,
  actor: Actor,
  id: string,
): Promise<{ readonly request: SupportRequest; readonly steps: readonly Step[] } | undefined> {
  const request = await loadRequest(tx, id, { deskId: actor.organisationId });
  return request && { request, steps: await stepsOf(tx, request) };
}

/** Takes a request: from now on the municipality knows who helps. In its house, through the door `mandate`. */
export async function takeRequest(tx: Tx<SupportTables>, actor: Actor, seen: Seen, time: DomainTime): Promise<Outcome> {
  const owner = { name: actor.personName, organisation: actor.organisationName };
  return move(tx, actor, seen, 'Opgenomen', time, (request) => take(request, seen.seenVersion, owner));
}

/** Says what comes, and when. */
export async function planHelp(
  tx: Tx<SupportTables | 'support.session'>,
  actor: Actor,
  input: Seen & { readonly offer: Offer; readonly on: PlainDate },
  time: DomainTime,
): Promise<Outcome> {
  const what = `Gepland: ${OFFERS[input.offer].toLowerCase()} op ${writeDutchDate(input.on)}`;
  await giveBack(tx, actor, input.id);
  return move(tx, actor, input, what, time, (request) => plan(request, input.seenVersion, input, time.today));
}

/** What was planned before lets its place go, when it was one of the own house: the deed that follows decides whether it counts. */
async function giveBack(tx: Tx<SupportTables | 'support.session'>, actor: Actor, id: string): Promise<void> {
  const before = await loadRequest(tx, id, { deskId: actor.organisationId });
  const sessionId = before?.sessionId;
  if (sessionId) await atHome(tx, () => givePlaceBack(tx, actor.organisationId, sessionId));
}

/** Gives a request a place in an own session that is still to come. Two at once for the last place: the second hears that it is full. */
export async function givePlace(
  tx: Tx<SupportTables | 'support.session'>,
  actor: Actor,
  input: Seen & { readonly sessionId: string },
  time: DomainTime,
): Promise<Result<Done, RequestRefusal | { readonly code: 'session-full' }>> {
  await giveBack(tx, actor, input.id);
  const session = await atHome(tx, () => takePlace(tx, actor.organisationId, input.sessionId, time.today));
  if (!session) return err({ code: 'session-full' });
  const what = `Plek gegeven: ${session.title} op ${writeDutchDate(session.heldOn)}`;
  const { offer, heldOn: on } = session;
  return move(tx, actor, input, what, time, (request) =>
    plan(request, input.seenVersion, { offer, on }, time.today, session.id),
  );
}

/** Lets others know that something is given on a day, with so many places. */
export async function announceSession(
  tx: Tx<'support.session'>,
  actor: Actor,
  input: Pick<Session, 'offer' | 'title' | 'heldOn' | 'places'>,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'planned-in-past' }>> {
  if (input.heldOn < time.today) return err({ code: 'planned-in-past' });
  const id = newId();
  await insertSession(tx, { ...input, tenantId: actor.organisationId, id });
  return ok({ subject: { kind: 'support.session', id } });
}

/** So many sessions to come are shown. */
const SESSIONS = 100;

/** What is still to come; of the own house only when `own`. */
export async function readSessions(
  tx: Tx<'support.session'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  today: PlainDate,
  own?: 'own',
): Promise<readonly Session[]> {
  return sessionsFrom(tx, today, { tenantId: own && organisationId, limit: SESSIONS });
}

/** For how long what the desk did counts, and how many requests at most. */
const RESULT_MONTHS = 36;
const RESULT_REQUESTS = 5_000;
const SUPPORTED_MONTHS = 12;

/** What the help of the desk did, and which municipalities it reached within the year; through the door `mandate`. */
export async function readResults(
  tx: Tx<'support.request'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<{ readonly results: readonly OfferResult[]; readonly supportedIds: ReadonlySet<string> }> {
  const requests = await requestsAtDesk(tx, organisationId, addMonths(today, -RESULT_MONTHS), RESULT_REQUESTS);
  const since = addMonths(today, -SUPPORTED_MONTHS);
  const isHelped = ({ state, helpedOn }: SupportRequest) =>
    state === 'taken' || (helpedOn !== undefined && helpedOn >= since);
  return {
    results: resultsOf(Object.keys(OFFERS) as Offer[], requests),
    supportedIds: new Set(requests.filter(isHelped).map(({ tenantId }) => tenantId)),
  };
}

/** In which region every municipality lies today, by its code, and the code of each; through the door `published`. */
export async function regionOfEach(
  tx: Tx<ProgrammeTables>,
  today: PlainDate,
): Promise<{ readonly regionOf: ReadonlyMap<string, string>; readonly codeOf: ReadonlyMap<string, string> }> {
  const codeOf = new Map((await listMunicipalities(tx, today)).map((each) => [each.organisationId, each.code]));
  const regionOf = new Map(
    (await membershipsOfKinds(tx, ['police-unit']))
      .filter(({ validFrom, validUntil }) => validFrom <= today && (validUntil === undefined || validUntil > today))
      .flatMap(({ organisationId, region }): [string, string][] => {
        const code = codeOf.get(organisationId);
        return code && region ? [[code, region.name]] : [];
      }),
  );
  return { regionOf, codeOf };
}

/** Writes down that the help was given, and sets the day in the municipality on which somebody asks what it changed. */
export async function recordHelp(
  tx: Tx<SupportTables>,
  actor: Actor,
  input: Seen & { readonly what: string },
  time: DomainTime,
): Promise<Outcome> {
  return move(tx, actor, input, `Gegeven: ${input.what}`, time, (request) =>
    help(request, input.seenVersion, time.today),
  );
}

async function move(
  tx: Tx<SupportTables>,
  actor: Actor,
  { id }: Seen,
  what: string,
  time: DomainTime,
  decide: (request: SupportRequest | undefined) => Moved,
): Promise<Outcome> {
  const moved = decide(await loadRequest(tx, id, { deskId: actor.organisationId }));
  if (!moved.ok) return moved;
  if (!(await saveRequest(tx, moved.value, time.now))) return err({ code: 'edit-conflict' });
  await insertStep(tx, moved.value, stepBy(actor, what, time));
  await tellAsker(tx, moved.value, time);
  return ok({ subject: { kind: 'support.request', id } });
}

/** Tells who asked, in her own house; once the help was given, also that an answer is asked in three months. */
async function tellAsker(tx: Tx<SupportTables>, request: SupportRequest, time: DomainTime): Promise<void> {
  const { tenantId, id, askedBy, followUpOn } = request;
  await goOnAsTenant(tx);
  await keepRequest(tx, request, time.today);
  const membershipId = await membershipOf(tx, tenantId, askedBy);
  if (!membershipId) return;
  const path = requestPath(id);
  await notify(tx, { tenantId, membershipId, personId: askedBy, kind: NOTICES.moved, path, level: 1 }, time.now);
  if (!followUpOn) return;
  await setDeadline(
    tx,
    {
      tenantId,
      kind: NOTICES.followUp,
      subject: { kind: 'support.request', id },
      path,
      parameters: {},
      dueOn: followUpOn,
      assigneeId: membershipId,
      substituteId: undefined,
      alarmDaysAhead: [14, 0],
    },
    time,
  );
}

type ProgrammeTables =
  | StandingTables
  | 'organisations.organisation'
  | 'organisations.municipality'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

/** The list of the programme, from what municipalities published; through the door `published`. */
export async function readProgramme(tx: Tx<ProgrammeTables>, today: PlainDate): Promise<readonly ProgrammeEntry[]> {
  const standings = Map.groupBy(await publishedByAll(tx), ({ organisationId }) => organisationId);
  return orderProgramme(
    (await listMunicipalities(tx, today)).map(({ organisationId, code, name, population, populationOn }) => {
      const own = standings.get(organisationId) ?? [];
      return {
        code,
        name,
        inhabitants: population,
        inhabitantsOn: populationOn,
        lapsed: own.filter(({ lapsesOn }) => lapsesOn <= today).map(({ element }) => element),
        isWithoutRoute: !own.some(({ element, lapsesOn }) => element === ROUTE_ELEMENT && lapsesOn > today),
      };
    }),
  );
}

/** Where the own municipality stands on that list, counted from one, and why; undefined when it is not on it. */
export async function readOwnEntry(
  tx: Tx<ProgrammeTables>,
  actor: Actor,
  today: PlainDate,
): Promise<{ readonly entry: ProgrammeEntry; readonly place: number; readonly of: number } | undefined> {
  const list = await readProgramme(tx, today);
  const index = list.findIndex(({ code }) => code === actor.organisationCode);
  return index < 0 ? undefined : { entry: list[index]!, place: index + 1, of: list.length };
}
