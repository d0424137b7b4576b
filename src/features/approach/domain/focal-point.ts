import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
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

export interface FocalPoint extends FocalPointFacts {
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

/**
 * Records the focal point, over what stood there. `seenVersion` is the version the writer had before her (0: nothing), so that
 * nobody overwrites what she has not seen.
 */
export function recordFocalPoint(
  current: FocalPoint | undefined,
  facts: FocalPointFacts,
  seenVersion: number,
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
  return ok({ ...facts, version: seenVersion + 1, changedBy: by, changedAt: now });
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}

/** How many days ahead of its end we warn: time for a decision, time for a reminder, and the day itself. [design: In Beeld] */
export const WARN_DAYS_AHEAD: readonly number[] = [90, 30, 0];
