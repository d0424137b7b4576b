import { err, ok, type Result } from '../../shared-kernel/result.ts';
import { REASON_LENGTH } from '../policy/policy.ts';

/** How long somebody may stand in for who is assigned. [standards 9.3] */
export const SUBSTITUTE_DAYS = 14;
/** How long a glass stays broken. [standards 6.1, SEC-15] */
export const BREAK_GLASS_MINUTES = 60;
/** A dossier closed longer ago than this, in months, is only seen to be there. [standards 9.3] */
export const LONG_CLOSED_MONTHS = 6;

const DAY = 86_400_000;
const MINUTE = 60_000;

/** One line about one person and one dossier. */
export interface AccessLine {
  readonly id: string;
  readonly kind: 'assigned' | 'substitute' | 'excluded' | 'break-glass';
  readonly from: Date;
  readonly until: Date | undefined;
}

/** Whether a line holds at this moment. */
export function holds(line: AccessLine, now: Date): boolean {
  return line.from <= now && (line.until === undefined || line.until > now);
}

export type GivingRefusal = {
  readonly code: 'person-excluded' | 'substitute-too-long' | 'ends-before-start' | 'no-access-reason';
};

/** Whether somebody may be assigned, or stand in, from now until a moment. */
export function judgeGiving(
  lines: readonly AccessLine[],
  giving: { readonly kind: 'assigned' | 'substitute'; readonly until: Date | undefined; readonly reason: string },
  now: Date,
): Result<undefined, GivingRefusal> {
  if (lines.some((line) => line.kind === 'excluded' && holds(line, now))) return err({ code: 'person-excluded' });
  if (giving.reason.trim() === '') return err({ code: 'no-access-reason' });
  if (giving.until !== undefined && giving.until <= now) return err({ code: 'ends-before-start' });
  const isTooLong = giving.until === undefined || giving.until.getTime() - now.getTime() > SUBSTITUTE_DAYS * DAY;
  if (giving.kind === 'substitute' && isTooLong) return err({ code: 'substitute-too-long' });
  return ok(undefined);
}

export type BreakingRefusal = {
  readonly code: 'reason-too-short' | 'glass-too-long' | 'no-need' | 'nobody-to-tell' | 'no-officer-to-tell';
};

/** Whether the glass may be broken: for a reason, shortly, by who has no other way in, and with somebody who hears it. */
export function judgeBreaking(
  lines: readonly AccessLine[],
  breaking: {
    readonly reason: string;
    readonly minutes: number;
    readonly told: number;
    /** An officer for data protection hears it too, and sees to the review. */
    readonly isOfficerTold: boolean;
  },
  now: Date,
): Result<undefined, BreakingRefusal> {
  if (breaking.reason.trim().length < REASON_LENGTH) return err({ code: 'reason-too-short' });
  if (!(breaking.minutes >= 1 && breaking.minutes <= BREAK_GLASS_MINUTES)) return err({ code: 'glass-too-long' });
  if (lines.some((line) => line.kind !== 'excluded' && holds(line, now))) return err({ code: 'no-need' });
  if (breaking.told < 2) return err({ code: 'nobody-to-tell' });
  if (!breaking.isOfficerTold) return err({ code: 'no-officer-to-tell' });
  return ok(undefined);
}

/** The end of a glass that is broken now. */
export function glassUntil(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE);
}
