import { addDays, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import {
  holidayOn,
  isLongTerm,
  isWorkingDay,
  nextWorkingDay,
  plainEnd,
  type ReminderDay,
  reminderDays,
  statutoryEnd,
  weekdayOf,
} from '../../../../shared-kernel/working-days.ts';
import { type Clock, REMINDERS_AHEAD } from './clock.ts';

/** A day on which a statutory term may not end, and why. */
export interface SkippedDay {
  readonly date: PlainDate;
  readonly why: 'saturday' | 'sunday' | 'equated' | 'holiday';
  /** The Dutch name of the holiday. */
  readonly holiday: string | undefined;
}

/** A clock with its dates. */
export interface ComputedTerm {
  /** The day that was given: the event, or for a stated term the day in the document. */
  readonly given: PlainDate;
  /** Where the term ends if no day is special. Reminders are counted from here, so that they are never too late. */
  readonly nominal: PlainDate;
  /** The last day on which it can be done. */
  readonly lastDay: PlainDate;
  /**
   * `moved` or `stands`: the Algemene termijnenwet was applied. `left-alone`: it does not apply to so long a term. `never-later`:
   * the term never moves. `stated`: the day was not computed.
   */
  readonly rule: 'moved' | 'stands' | 'left-alone' | 'never-later' | 'stated';
  /** The days the last day moved over. */
  readonly skipped: readonly SkippedDay[];
  /** It moved further because a term of three days or more holds two working days (article 2). */
  readonly isForTwoWorkingDays: boolean;
  /** The last day for who does not count the day on which the term starts. */
  readonly otherReading: PlainDate | undefined;
  /** After the day the term starts, on working days, at or before the nominal end. */
  readonly reminders: readonly ReminderDay[];
}

export type TermRefusal =
  /** This clock has no term: nothing can be computed. */
  | { readonly code: 'no-term' }
  /** The rule did not hold yet on the given day. */
  | { readonly code: 'rule-not-in-force'; readonly from: PlainDate };

/**
 * The dates of a clock. `equated` are the days that a royal decree puts on a par with a holiday; they count for statutory terms
 * only.
 */
export function computeTerm(
  clock: Clock,
  given: PlainDate,
  equated: readonly PlainDate[],
): Result<ComputedTerm, TermRefusal> {
  const { term, holdsFrom } = clock;
  if (holdsFrom !== null && given < holdsFrom) return err({ code: 'rule-not-in-force', from: holdsFrom });
  switch (term.kind) {
    case 'unknown':
      return err({ code: 'no-term' });
    case 'stated': {
      const lastDay = addDays(given, -term.daysBefore);
      return ok({ ...unmoved(given, lastDay, 'stated'), reminders: reminderDays(lastDay, REMINDERS_AHEAD) });
    }
    case 'never-later': {
      const otherReading = plainEnd(given, term);
      return ok({ ...unmoved(given, addDays(otherReading, -1), 'never-later'), otherReading });
    }
    case 'statutory': {
      const nominal = plainEnd(given, term);
      if (isLongTerm(term)) return ok(unmoved(given, nominal, 'left-alone'));
      const lastDay = statutoryEnd(given, term, equated);
      return ok({
        ...unmoved(given, nominal, lastDay === nominal ? 'stands' : 'moved'),
        lastDay,
        skipped: skippedDays(nominal, lastDay, equated),
        isForTwoWorkingDays: lastDay > nextWorkingDay(nominal, equated),
      });
    }
  }
}

function unmoved(given: PlainDate, lastDay: PlainDate, rule: ComputedTerm['rule']): ComputedTerm {
  return {
    given,
    nominal: lastDay,
    lastDay,
    rule,
    skipped: [],
    isForTwoWorkingDays: false,
    otherReading: undefined,
    reminders: reminderDays(lastDay, REMINDERS_AHEAD).filter(({ on }) => on > given),
  };
}

function skippedDays(from: PlainDate, until: PlainDate, equated: readonly PlainDate[]): readonly SkippedDay[] {
  const days: SkippedDay[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) {
    if (isWorkingDay(date, equated)) continue;
    const holiday = holidayOn(date)?.name;
    const weekday = weekdayOf(date);
    const why = holiday ? 'holiday' : weekday === 6 ? 'saturday' : weekday === 7 ? 'sunday' : 'equated';
    days.push({ date, why, holiday });
  }
  return days;
}

/** The day in a letter was read by a second person: not yet, the same, or another day. */
export type SecondReading = 'missing' | 'same' | 'differs';

/** Compares the day that one person read in a letter with what a second person read in it. */
export function secondReading(first: PlainDate, second: PlainDate | undefined): SecondReading {
  if (second === undefined) return 'missing';
  return second === first ? 'same' : 'differs';
}
