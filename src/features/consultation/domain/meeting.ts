import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { isEnforcement, type PartyType } from './party.ts';

/** Two kinds of consultation about persons, and no third. [field review, "Together", 1] */
export const MEETING_KINDS = ['signal', 'care'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
export type MeetingState = 'planned' | 'sitting' | 'closed';
/** What may stand on the agenda or sit at the table: the one keeps the other out. */
export type Admits = 'persons' | 'enforcement';

export interface Meeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly admits: Admits | undefined;
  readonly title: string;
  readonly purpose: string;
  readonly onDay: PlainDate;
  /** Dutch time, 'HH:MM'. */
  readonly atTime: string;
  readonly place: string;
  readonly covenantId: string | undefined;
  readonly chairId: string;
  readonly chairPersonId: string;
  readonly chairName: string;
  readonly state: MeetingState;
  readonly invitedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** It was called off before it began; then it is closed too. */
  readonly cancelledAt: Date | undefined;
  readonly version: number;
}

/** What a participant may see of what she gets: all of it, the question alone, or only what is not about a person. */
export const SEES = ['all', 'question', 'topics'] as const;
export type Sees = (typeof SEES)[number];
/** By the exchange in her own house, as a colleague who signs in here, or on paper by the hand of the chair. */
export type Way = 'organisation' | 'colleague' | 'paper';

export interface Participant {
  readonly id: string;
  readonly way: Way;
  readonly organisationId: string | undefined;
  readonly membershipId: string | undefined;
  readonly personId: string | undefined;
  readonly name: string;
  readonly type: PartyType;
  readonly sees: Sees;
  readonly removedAt: Date | undefined;
}

/** Why a person may be spoken of: consent or a law of care at a table of care parties, the task of the municipality within it. */
export type Ground = 'consent' | 'law' | 'task';
export const LAWS = ['wmo', 'jeugdwet'] as const;
export type Law = (typeof LAWS)[number];

export interface ConsentGiven {
  readonly by: 'person' | 'guardian';
  readonly how: 'written' | 'spoken';
  readonly on: PlainDate;
}
/** Somebody who agreed long ago is asked again. [design: In Beeld, as for a referral] */
export const CONSENT_MONTHS = 12;

/** Whether a consent was given too long ago to carry something today; whether it holds at all is for the law that care asks. */
export const isTooOld = (given: Pick<ConsentGiven, 'on'>, today: PlainDate): boolean =>
  addMonths(given.on, CONSENT_MONTHS) <= today;

/** What is said of a person on an agenda: no more than is needed to help. */
export interface SaidOfPerson {
  /** By what she is known at the table; who she is, is said there. */
  readonly called: string;
  readonly question: string;
  readonly background: string;
}

export interface Item {
  readonly id: string;
  readonly number: number;
  readonly purpose: string;
  readonly aboutPerson: boolean;
  readonly topic: string | undefined;
  readonly dossierId: string | undefined;
  readonly ground: Ground | undefined;
  readonly law: Law | undefined;
  readonly consent: ConsentGiven | undefined;
  readonly withdrawnAt: Date | undefined;
  readonly withdrawnWhy: 'consent' | 'not-needed' | undefined;
}

export interface Outcome {
  readonly id: string;
  readonly itemId: string;
  readonly kind: 'decision' | 'action';
  readonly dossierId: string | undefined;
  readonly topic: string | undefined;
  /** Who does it; undefined when the chair does it, or for a decision. */
  readonly participantId: string | undefined;
  readonly dueOn: PlainDate | undefined;
  readonly recordedAt: Date;
  readonly doneAt: Date | undefined;
  readonly doneHow: 'done' | 'stuck' | undefined;
}

const atTable = (participants: readonly Participant[]) => participants.filter(({ removedAt }) => !removedAt);

/** The authorities at the table that keep persons off the agenda. */
export const enforcementAt = (participants: readonly Participant[]): readonly PartyType[] => [
  ...new Set(atTable(participants).flatMap(({ type }) => (isEnforcement(type) ? [type] : []))),
];

/** Whether somebody is spoken of. */
export const speaksOfPersons = (items: readonly Item[]): boolean =>
  items.some(({ aboutPerson, withdrawnAt }) => aboutPerson && !withdrawnAt);

export type SeatRefusal = {
  readonly code:
    | 'belongs-elsewhere'
    | 'meeting-closed'
    | 'own-officials-only'
    | 'takes-part-already'
    | 'sounds-like-other';
};

/** May she be added? Who investigates never sits where a person is on the agenda; a consultation of one municipality stays within it. */
export function mayTakePart(
  meeting: Pick<Meeting, 'kind' | 'state'>,
  who: Pick<Participant, 'way' | 'type' | 'organisationId' | 'membershipId'>,
  participants: readonly Participant[],
  items: readonly Item[],
): Result<true, SeatRefusal> {
  if (meeting.state === 'closed') return err({ code: 'meeting-closed' });
  if (meeting.kind === 'signal' && (who.type !== 'own' || who.way === 'organisation'))
    return err({ code: 'own-officials-only' });
  if (isEnforcement(who.type) && speaksOfPersons(items)) return err({ code: 'belongs-elsewhere' });
  const same = ({ organisationId, membershipId }: Participant) =>
    (organisationId !== undefined && organisationId === who.organisationId) ||
    (membershipId !== undefined && membershipId === who.membershipId);
  if (atTable(participants).some(same)) return err({ code: 'takes-part-already' });
  return ok(true);
}

export type AgendaRefusal = {
  readonly code:
    | 'belongs-elsewhere'
    | 'meeting-closed'
    | 'covenant-lapsed'
    | 'not-a-party'
    | 'sees-no-persons'
    | 'unknown-participant'
    | 'wrong-ground'
    | 'too-many-items';
};

/** So many items fit in one consultation. [design: In Beeld] */
export const MOST_ITEMS = 100;

/** Whether the covenant of a table holds today, and whom it covers: organisations, and kinds of party for who takes part on paper. */
export interface CovenantNow {
  readonly holds: boolean;
  readonly partyIds: ReadonlySet<string>;
  readonly partyTypes: ReadonlySet<PartyType>;
}

const isCovered = ({ organisationId, way, type }: Participant, covenant: CovenantNow | undefined): boolean => {
  if (organisationId !== undefined) return covenant?.partyIds.has(organisationId) ?? false;
  return way === 'colleague' || type === 'own' || (covenant?.partyTypes.has(type) ?? false);
};

/**
 * May this item be made, for these participants? What lapsed blocks a new person, and nothing that was shared before.
 */
export function mayBring(
  meeting: Pick<Meeting, 'kind' | 'state'>,
  item: { readonly ground: Ground | undefined; readonly for: readonly string[] },
  participants: readonly Participant[],
  covenant: CovenantNow | undefined,
): Result<readonly Participant[], AgendaRefusal> {
  if (meeting.state === 'closed') return err({ code: 'meeting-closed' });
  const chosen = atTable(participants).filter(({ id }) => item.for.includes(id));
  if (item.ground !== undefined) {
    if (enforcementAt(participants).length > 0) return err({ code: 'belongs-elsewhere' });
    if ((meeting.kind === 'signal') !== (item.ground === 'task')) return err({ code: 'wrong-ground' });
    if (meeting.kind === 'care' && !covenant?.holds) return err({ code: 'covenant-lapsed' });
    if (chosen.some(({ sees }) => sees === 'topics')) return err({ code: 'sees-no-persons' });
    if (chosen.some((each) => !isCovered(each, covenant))) return err({ code: 'not-a-party' });
  }
  if (chosen.length !== new Set(item.for).size) return err({ code: 'unknown-participant' });
  return ok(chosen);
}

/** What of an item a participant gets. */
export function shownTo(said: SaidOfPerson, sees: Sees): SaidOfPerson {
  return sees === 'all' ? said : { ...said, background: '' };
}

/** The steps of a consultation, and from which state each may be taken. */
export function mayStep(
  meeting: Pick<Meeting, 'state' | 'version'>,
  step: 'invite' | 'open' | 'record' | 'close',
  seenVersion?: number,
): Result<true, { readonly code: 'meeting-closed' | 'not-opened' | 'opened-before' | 'edit-conflict' }> {
  if (meeting.state === 'closed') return err({ code: 'meeting-closed' });
  if (seenVersion !== undefined && seenVersion !== meeting.version) return err({ code: 'edit-conflict' });
  if (step === 'open' && meeting.state === 'sitting') return err({ code: 'opened-before' });
  if ((step === 'record' || step === 'close') && meeting.state === 'planned') return err({ code: 'not-opened' });
  return ok(true);
}
