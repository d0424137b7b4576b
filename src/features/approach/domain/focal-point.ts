import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** The element of the approach that this record is about: a focal point (aandachtsfunctionaris) with a substitute. */
export const FOCAL_POINT_ELEMENT = 'K2.1';

/** What a municipality records about element K2.1. */
export interface FocalPointFacts {
  readonly focalPoint: string;
  readonly substitute: string;
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
  readonly changedAt: Date;
}

export type FocalPointRefusal =
  | { readonly code: 'decided-in-future' }
  | { readonly code: 'ends-before-decision' }
  | { readonly code: 'already-lapsed' }
  | { readonly code: 'runs-too-long' }
  | { readonly code: 'substitute-is-same-person' }
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
}

/**
 * Records the focal point, over what stood there. `seenVersion` is the version the writer had before her (0: nothing), so that
 * nobody overwrites what she has not seen. Whoever stood there and is named no longer, leaves knowledge behind: a succession.
 */
export function recordFocalPoint(
  current: FocalPoint | undefined,
  { facts, seenVersion, isSamePeople }: FocalPointInput,
  by: string,
  now: Date,
  today: PlainDate,
): Result<FocalPoint, FocalPointRefusal> {
  if ((current?.version ?? 0) !== seenVersion) return err({ code: 'edit-conflict' });
  if (facts.decidedOn > today) return err({ code: 'decided-in-future' });
  if (facts.validUntil <= facts.decidedOn) return err({ code: 'ends-before-decision' });
  if (facts.validUntil <= today) return err({ code: 'already-lapsed' });
  if (facts.validUntil > addMonths(facts.decidedOn, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  if (sameName(facts.focalPoint, facts.substitute)) return err({ code: 'substitute-is-same-person' });
  const isSucceeded = current !== undefined && !isSamePeople && isSomebodyGone(current, facts);
  const succession = isSucceeded
    ? { on: today, handoverFrom: handoverCountsFrom(today, current.succession?.on) }
    : current?.succession;
  return ok({ ...facts, succession, version: seenVersion + 1, changedBy: by, changedAt: now });
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
  return [before.focalPoint, before.substitute].some(
    (name) => !sameName(name, now.focalPoint) && !sameName(name, now.substitute),
  );
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}

/** How many days ahead of its end we warn: time for a decision, time for a reminder, and the day itself. [design: In Beeld] */
export const WARN_DAYS_AHEAD: readonly number[] = [90, 30, 0];
