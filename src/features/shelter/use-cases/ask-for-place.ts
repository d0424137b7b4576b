import { requestApproval } from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import { daysBetween, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type ConsentInput,
  type ConsentRefusal,
  judgeHelpConsent,
  type KnownForPlace,
  knownByCall,
  knownByHelp,
  registrationCode,
} from '../../registration/index.ts';
import { ageGroupOf } from '../domain/age-group.ts';
import { checkNeeds, type Needs, type NeedsRefusal, type Urgency } from '../domain/needs.ts';
import { isKindFor, type ShelterType } from '../domain/place.ts';
import { checkNights, type NightsRefusal } from '../domain/placement.ts';
import type { PlaceRequest, RequestContent, RequestGround } from '../domain/request.ts';
import { routeFor } from '../domain/rights.ts';
import {
  insertRequest,
  type OpenedRequest,
  openRequests,
  requestFrom,
  rewriteRequest,
} from '../persistence/request-store.ts';
import { CHECK_PLACING } from './check-placing.ts';
import { keepRequest } from './keep-request.ts';
import {
  type Asking,
  heldRequest,
  type MovedOn,
  type NotThere,
  type RequestTables,
  type SeenRequest,
} from './reach-request.ts';
import { openAsked } from './read-requests.ts';
import { REQUEST_SUBJECT, requestPath } from './shelter-names.ts';
import { type RightsToday, rightsWithEdition } from './shelter-rights.ts';

/** From what a request begins: the telephone, or what somebody wrote down before. */
export type AskedFrom =
  | { readonly source: 'phone' }
  | { readonly source: 'call'; readonly code: string }
  | { readonly source: 'help'; readonly messageId: string }
  | { readonly source: 'request'; readonly code: string };

export interface RequestInput {
  readonly needs: Needs;
  readonly urgency: Urgency;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly callBack: string;
}

/** On what a request rests that came by telephone; what came by message rests on the message. */
export type GivenGround =
  | { readonly consent: ConsentInput }
  | { readonly interest: string; readonly reason: string }
  | undefined;

export type AskRefusal =
  | NotThere
  | NeedsRefusal
  | NightsRefusal
  | ConsentRefusal
  | { readonly code: 'asked-before' | 'no-consent' | 'consent-withdrawn' };

/** What is known before anything is typed, and the request that was made of it before. */
export type Beforehand = Done & {
  readonly sourceId: string;
  readonly before: string | undefined;
  /** Of a call or a message. */
  readonly known?: KnownForPlace;
  /** Of somebody who has to go elsewhere: what was asked for her. */
  readonly earlier?: OpenedRequest;
};

type KnownTables = Parameters<typeof knownByCall>[0] extends Tx<infer T> ? T : never;
export type AskTables = RequestTables | KnownTables | 'organisations.organisation' | 'vault.message_key';

/** Opens what a request begins from; a row in the log of data processing. */
export async function knownForRequest(
  tx: Tx<AskTables>,
  asking: Asking,
  from: Exclude<AskedFrom, { source: 'phone' }>,
  time: DomainTime,
): Promise<Result<Beforehand, NotThere>> {
  const tenantId = asking.actor.organisationId;
  if (from.source === 'request') {
    const earlier = await openAsked(tx, asking, from.code, time);
    if (!earlier.ok) return earlier;
    const { id } = earlier.value.request;
    const before = await requestFrom(tx, tenantId, id);
    return ok({ subject: earlier.value.subject, sourceId: id, before: before?.code, earlier: earlier.value });
  }
  const known =
    from.source === 'help'
      ? await knownByHelp(tx, asking, from.messageId)
      : await knownByCall(tx, asking, from.code, time);
  if (!known.ok) return known;
  const { sourceId } = known.value;
  const before = await requestFrom(tx, tenantId, sourceId);
  const kind = from.source === 'help' ? 'exchange.message' : 'registration.call';
  return ok({ subject: { kind, id: sourceId }, sourceId, before: before?.code, known: known.value });
}

export type AskedDone = Done & { readonly code: string };

/**
 * Writes down that a place is sought. Rights decide the kind first; needs that exclude each other are refused at once. It rests on a
 * consent, or on an emergency that a second person looks at within a day; what came by message rests on what the message says.
 */
export async function askForPlace(
  tx: Tx<AskTables>,
  asking: Asking,
  input: RequestInput & { readonly asked: AskedFrom; readonly ground: GivenGround },
  time: DomainTime,
): Promise<Result<AskedDone, AskRefusal>> {
  const { actor } = asking;
  const { asked } = input;
  const before = asked.source === 'phone' ? undefined : await knownForRequest(tx, asking, asked, time);
  if (before && !before.ok) return before;
  if (before?.value.before !== undefined) return err({ code: 'asked-before' });
  const checked = await checkAsked(tx, input, time);
  if (!checked.ok) return checked;
  const ground = await groundOf(tx, input, before?.value.known, time);
  if (!ground.ok) return ground;
  const source = { source: asked.source, sourceId: before?.value.sourceId } as const;
  return layRequest(tx, actor, { ...input, ...source, ground: ground.value, given: input.ground }, checked.value, time);
}

async function groundOf(
  tx: Tx<AskTables>,
  { asked, ground, needs }: { readonly asked: AskedFrom; readonly ground: GivenGround; readonly needs: Needs },
  known: KnownForPlace | undefined,
  time: DomainTime,
): Promise<Result<RequestGround, AskRefusal>> {
  // the courier carried it by its consent, or as the emergency that it names
  if (asked.source === 'help') return ok(known!.ground === 'vital-interest' ? 'vital-interest' : 'consent');
  if (!ground) return err({ code: 'no-consent' });
  if (!('consent' in ground)) return ok('vital-interest');
  const who = { ageGroup: ageGroupOf(needs.age), birthDate: undefined };
  const judged = await judgeHelpConsent(tx, who, ground.consent, time);
  return judged.ok ? ok('consent') : judged;
}

/** What the law says of what is asked, once it can be at all. */
async function checkAsked(
  tx: Tx<'content.edition'>,
  input: RequestInput,
  time: DomainTime,
): Promise<Result<RightsToday, NeedsRefusal | NightsRefusal>> {
  const nights = checkNights(input.from, input.until, time.today, daysBetween);
  if (!nights.ok) return nights;
  const needs = checkNeeds(input.needs);
  if (!needs.ok) return needs;
  return ok(await rightsWithEdition(tx, time.today));
}

/** Lays a request with its dossier and its term, by whatever way it came. */
async function layRequest(
  tx: Tx<RequestTables>,
  actor: Actor,
  input: RequestInput & {
    readonly source: PlaceRequest['source'];
    readonly sourceId: string | undefined;
    readonly ground: RequestGround;
    readonly given: GivenGround;
  },
  rights: RightsToday,
  time: DomainTime,
): Promise<Result<AskedDone, { readonly code: 'asked-before' }>> {
  const tenantId = actor.organisationId;
  const id = newRandomId();
  const code = registrationCode(newRandomBytes(8));
  const { given } = input;
  const request: PlaceRequest = {
    id,
    dossierId: id,
    code,
    source: input.source,
    sourceId: input.sourceId,
    ground: input.ground,
    ...openFacts(input, rights),
    openedAt: time.now,
    openedByName: actor.personName,
    nothingAt: undefined,
    checkedAt: undefined,
    checkedByName: undefined,
    closedAt: undefined,
    outcome: undefined,
    version: 1,
  };
  const content: RequestContent = {
    needs: input.needs,
    callBack: input.callBack,
    consent: given && 'consent' in given ? { ...given.consent } : undefined,
    interest: given && 'interest' in given ? given.interest : undefined,
  };
  await openDossier(tx, actor, { id, kind: REQUEST_SUBJECT, activity: 'VA-04', path: requestPath(code) }, time);
  if (!(await insertRequest(tx, tenantId, request, content))) return err({ code: 'asked-before' });
  await keepRequest(tx, tenantId, request, time);
  const subject = { kind: REQUEST_SUBJECT, id };
  // when nobody else works here, the page says so: somebody in danger does not wait for a colleague
  if (given && 'reason' in given)
    await requestApproval(
      tx,
      CHECK_PLACING,
      actor,
      { subject, payload: { requestId: id, code }, reason: given.reason },
      time,
    );
  return ok({ subject, code });
}

const openFacts = (input: RequestInput, { edition, id }: RightsToday) => ({
  urgency: input.urgency,
  types: soughtFirst(input.needs.gender, routeFor(edition, input.needs.position).types),
  rightsEdition: id,
  region: input.needs.region ?? 'unknown',
  from: input.from,
  until: input.until,
});

/** The kind that is for somebody of this gender goes first: as that the request counts in the figures. */
function soughtFirst(gender: Needs['gender'], types: readonly ShelterType[]): readonly ShelterType[] {
  return types.toSorted((one, other) => Number(isKindFor(other, gender)) - Number(isKindFor(one, gender)));
}
/** Writes anew what is asked; what was chosen before keeps what was known then. */
export async function changeRequest(
  tx: Tx<RequestTables>,
  asking: Asking,
  input: RequestInput & SeenRequest,
  time: DomainTime,
): Promise<Result<Done, NotThere | MovedOn | NeedsRefusal | NightsRefusal>> {
  const held = await heldRequest(tx, asking, input, time);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  const checked = await checkAsked(tx, input, time);
  if (!checked.ok) return checked;
  const [before] = await openRequests(tx, tenantId, { ids: [held.value.id] });
  if (!before) return err({ code: 'not-found' });
  const { id, dossierId, version } = held.value;
  const content = { ...before.content, needs: input.needs, callBack: input.callBack };
  await rewriteRequest(tx, tenantId, { id, dossierId, version, ...openFacts(input, checked.value) }, content);
  await keepRequest(tx, tenantId, held.value, time);
  return ok({ subject: { kind: REQUEST_SUBJECT, id } });
}
