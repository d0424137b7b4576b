import { looksLikePhoneNumber } from '../../../shared-kernel/phone-number.ts';
import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { YesNoUnknown } from './signal-report.ts';

/** What may be recorded about an alleged offender: nothing else. */
export const OFFENDER_KINDS = ['name', 'plate', 'phone'] as const;
export type OffenderKind = (typeof OFFENDER_KINDS)[number];

/** So many people read it, by name. [processing register, VA-10] */
export const MOST_READERS = 3;
/** So often somebody looks whether it is still needed. [processing register, VA-10] */
export const REVIEW_MONTHS = 3;
/** Shorter than this is not a reason to keep it. */
export const REVIEW_REASON_LENGTH = 20;

/** That something is recorded, without what it says. */
export interface OffenderNote {
  readonly id: string;
  readonly dossierId: string;
  readonly kind: OffenderKind;
  readonly mayBeVictim: YesNoUnknown;
  readonly recordedOn: PlainDate;
  readonly recordedByName: string;
  readonly reviewBy: PlainDate;
}

export const reviewAfter = (today: PlainDate): PlainDate => addMonths(today, REVIEW_MONTHS);

/** So many days before an entry shuts, its readers hear that it waits. [design: In Beeld] */
export const REMIND_DAYS = 14;
export const remindOn = (reviewBy: PlainDate): PlainDate => addDays(reviewBy, -REMIND_DAYS);

/** What was not looked at in time stays shut until a reader says that it is still needed. */
export const isReadable = (note: Pick<OffenderNote, 'reviewBy'>, today: PlainDate): boolean => note.reviewBy >= today;

/** Somebody may be a victim and an alleged offender: then whoever reads it is told of the principle of non-punishment. */
export const asksNonPunishment = (note: Pick<OffenderNote, 'mayBeVictim'>): boolean => note.mayBeVictim !== 'no';

export type OffenderRefusal = { readonly code: 'bsn-not-kept' | 'not-a-plate' | 'not-a-phone' };

const PLATE = /^(?=.*\d)(?=.*\p{L})[\p{L}\d -]{4,12}$/u;

/** Whether this may be recorded as such: one thing at a time, and never a citizen service number. */
export function checkOffender(kind: OffenderKind, content: string): Result<undefined, OffenderRefusal> {
  if (kind !== 'phone' && guardText(content).numbers.includes('bsn')) return err({ code: 'bsn-not-kept' });
  if (kind === 'plate' && !PLATE.test(content)) return err({ code: 'not-a-plate' });
  if (kind === 'phone' && !looksLikePhoneNumber(content)) return err({ code: 'not-a-phone' });
  return ok(undefined);
}

/** The first of three places that is free; undefined when all are taken. */
export function freePlace(taken: readonly number[]): number | undefined {
  return Array.from({ length: MOST_READERS }, (_, index) => index + 1).find((place) => !taken.includes(place));
}
