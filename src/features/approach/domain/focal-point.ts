import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Changer } from '../../../shared-kernel/role.ts';

/** The element of the approach that this record is about: a focal point (aandachtsfunctionaris) with a substitute. */
export const FOCAL_POINT_ELEMENT = 'K2.1';

/** What a municipality records about element K2.1. */
export interface FocalPointFacts {
  readonly focalPoint: string;
  readonly substitute: string;
  /** The colleague who is meant by the name; undefined for somebody who does not use In Beeld here. */
  readonly focalPointPersonId?: string | undefined;
  readonly substitutePersonId?: string | undefined;
  /** Hours a week that the focal point has for this work, more than 0 and at most 80. */
  readonly hoursPerWeek: number;
  readonly evidenceTitle: string;
  readonly evidenceLink: string | undefined;
  /** A document kept here as evidence. */
  readonly evidenceFileId: string | undefined;
  readonly decidedOn: PlainDate;
  /** From this day on the appointment no longer holds. */
  readonly validUntil: PlainDate;
}

/** Who of the two works here no more, from which day; the day may still come. */
export interface Left {
  readonly ownerLeftOn: PlainDate | undefined;
  readonly substituteLeftOn: PlainDate | undefined;
}

/**
 * From which day on a focal point with a substitute is arranged no more: the end of the appointment, or the day on which the first
 * of the two leaves. Never before the decision.
 */
export function holdsUntil(
  { decidedOn, validUntil }: Pick<FocalPointFacts, 'decidedOn' | 'validUntil'>,
  { ownerLeftOn, substituteLeftOn }: Left,
): PlainDate {
  const ends = [validUntil, ownerLeftOn, substituteLeftOn].filter((each) => each !== undefined);
  const first = ends.reduce((one, other) => (other < one ? other : one));
  return first < decidedOn ? decidedOn : first;
}

/** Somebody else took the place of who carried the approach. */
export interface Succession {
  /** The day on which that was recorded. */
  readonly on: PlainDate;
  /** A hand-over on or after this day belongs to it. */
  readonly handoverFrom: PlainDate;
}

export interface FocalPoint extends FocalPointFacts {
  /** The last one; undefined when nobody ever took the place of another. */
  readonly succession: Succession | undefined;
  /** 1 for the first record; one higher with every change. */
  readonly version: number;
  readonly changedBy: string;
  /** Undefined when it was not kept yet who that was: a name may be of two people. */
  readonly changedByPersonId: string | undefined;
  readonly changedAt: Date;
}

export type FocalPointRefusal =
  | { readonly code: 'decided-in-future' }
  | { readonly code: 'ends-before-decision' }
  | { readonly code: 'already-lapsed' }
  | { readonly code: 'runs-too-long' }
  | { readonly code: 'substitute-is-same-person' }
  | { readonly code: 'focal-point-not-one-person' }
  | { readonly code: 'substitute-not-one-person' }
  | { readonly code: 'evidence-not-found' }
  | { readonly code: 'edit-conflict' };

/** An appointment is looked at again at least every four years, the term of a college. [design: In Beeld] */
export const LONGEST_TERM_MONTHS = 48;

/** What comes in to record a focal point. */
export interface FocalPointInput {
  readonly facts: FocalPointFacts;
  /** 0 for a first record, or the version on the form. */
  readonly seenVersion: number;
  /** A name was written better or changed: the people are the same, so nothing has to be handed over. */
  readonly isSamePeople?: boolean | undefined;
  /** Whom the writer pointed at, where more than one person may be meant by a name. */
  readonly pointed?: { readonly focalPoint: Pointed; readonly substitute: Pointed } | undefined;
}

/**
 * Records the focal point, over what stood there. `seenVersion` is the version the writer had before her (0: nothing), so that
 * nobody overwrites what she has not seen. Whoever stood there and is named no longer, leaves knowledge behind: a succession.
 */
export function recordFocalPoint(
  current: FocalPoint | undefined,
  { facts, seenVersion, isSamePeople }: FocalPointInput,
  by: Changer,
  now: Date,
  today: PlainDate,
): Result<FocalPoint, FocalPointRefusal> {
  if ((current?.version ?? 0) !== seenVersion) return err({ code: 'edit-conflict' });
  if (facts.decidedOn > today) return err({ code: 'decided-in-future' });
  if (facts.validUntil <= facts.decidedOn) return err({ code: 'ends-before-decision' });
  if (facts.validUntil <= today) return err({ code: 'already-lapsed' });
  if (facts.validUntil > addMonths(facts.decidedOn, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  if (samePerson(focalPointOf(facts), substituteOf(facts))) return err({ code: 'substitute-is-same-person' });
  const isSucceeded = current !== undefined && !isSamePeople && isSomebodyGone(current, facts);
  const succession = isSucceeded
    ? { on: today, handoverFrom: handoverCountsFrom(today, current.succession?.on) }
    : current?.succession;
  return ok({
    ...facts,
    succession,
    version: seenVersion + 1,
    changedBy: by.personName,
    changedByPersonId: by.personId,
    changedAt: now,
  });
}

/** Who hands over well, does so before leaving: so long ahead it may be. [design: In Beeld] */
const HANDOVER_DAYS_AHEAD = 90;

/**
 * The first day of a hand-over that belongs to somebody's leaving on a day: it may be some time ahead, and not be the one that
 * belonged to the succession before it.
 */
export function handoverCountsFrom(leavesOn: PlainDate, succeededOn: PlainDate | undefined): PlainDate {
  const ahead = addDays(leavesOn, -HANDOVER_DAYS_AHEAD);
  const after = succeededOn && addDays(succeededOn, 1);
  const from = after && after > ahead ? after : ahead;
  return from > leavesOn ? leavesOn : from;
}

function isSomebodyGone(before: FocalPointFacts, now: FocalPointFacts): boolean {
  return [focalPointOf(before), substituteOf(before)].some(
    (carrier) => !samePerson(carrier, focalPointOf(now)) && !samePerson(carrier, substituteOf(now)),
  );
}

/** Somebody who is named in K2.1. */
export interface Carrier {
  readonly name: string;
  readonly personId: string | undefined;
}

type Named = Pick<FocalPointFacts, 'focalPoint' | 'substitute' | 'focalPointPersonId' | 'substitutePersonId'>;

export const focalPointOf = (facts: Named): Carrier => ({ name: facts.focalPoint, personId: facts.focalPointPersonId });
export const substituteOf = (facts: Named): Carrier => ({ name: facts.substitute, personId: facts.substitutePersonId });

/** Of two who are both known as colleagues, it is the person that counts; otherwise there is only the name to go by. */
function samePerson(one: Carrier, other: Carrier): boolean {
  if (one.personId !== undefined && other.personId !== undefined) return one.personId === other.personId;
  return sameName(one.name, other.name);
}

export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}

/** Somebody of a certain name who works here, or worked here. */
export interface Namesake {
  readonly personId: string;
  /** From which day on not any more; undefined while that is not known. */
  readonly leavesOn: PlainDate | undefined;
}

/** Whom the writer pointed at: a colleague, somebody who does not use In Beeld here, or nobody in particular. */
export type Pointed = { readonly personId: string } | 'outside' | undefined;

/**
 * Which person is meant by a name. Who was pointed at; or who was meant by that name before; or the only one of that name who works
 * here; or somebody who does not use In Beeld, when nobody here ever had that name. Otherwise only the writer knows: it is refused.
 */
export function personMeant(
  name: string,
  namesakes: readonly Namesake[],
  pointed: Pointed,
  before: readonly Carrier[],
  today: PlainDate,
): Result<string | undefined, { readonly code: 'not-one-person' }> {
  if (pointed === 'outside') return ok(undefined);
  if (pointed && namesakes.some(({ personId }) => personId === pointed.personId)) return ok(pointed.personId);
  const stood = before.find((carrier) => carrier.personId !== undefined && sameName(carrier.name, name));
  if (stood) return ok(stood.personId);
  if (namesakes.length === 0) return ok(undefined);
  const here = namesakes.filter(({ leavesOn }) => leavesOn === undefined || leavesOn > today);
  return here.length === 1 ? ok(here[0]!.personId) : err({ code: 'not-one-person' });
}

/** How many days ahead of its end we warn: time for a decision, time for a reminder, and the day itself. [design: In Beeld] */
export const WARN_DAYS_AHEAD: readonly number[] = [90, 30, 0];
