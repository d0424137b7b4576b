import { addDays, addMonths, day, type PlainDate } from './plain-date.ts';

/** A public holiday: its day and its Dutch name. */
export interface Holiday {
  readonly date: PlainDate;
  readonly name: string;
}

/** The day of the week, Monday 1 up to and including Sunday 7 (ISO 8601). */
export function weekdayOf(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Easter Sunday in the Gregorian calendar ("Anonymous Gregorian algorithm", Nature, 20 April 1876). */
export function easterOf(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(day(`${year}-03-22`), epact + toSunday - 7 * late);
}

/**
 * The days that Dutch law treats as a holiday, in order (Algemene termijnenwet, article 3): Good Friday and 5 May count
 * every year. Two may fall on one day. The King's day is 27 April, or 26 April when the 27th is a Sunday (since 2014).
 * Days that a royal decree puts on a par with these (third paragraph) are content that comes in as `equated`: they count for
 * statutory terms and are working days for everything else.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const easter = easterOf(year);
  const kingsDay = day(`${year}-04-27`);
  const holidays: Holiday[] = [
    { date: day(`${year}-01-01`), name: 'Nieuwjaarsdag' },
    { date: addDays(easter, -2), name: 'Goede Vrijdag' },
    { date: addDays(easter, 1), name: 'Tweede Paasdag' },
    { date: weekdayOf(kingsDay) === 7 ? addDays(kingsDay, -1) : kingsDay, name: 'Koningsdag' },
    { date: day(`${year}-05-05`), name: 'Bevrijdingsdag' },
    { date: addDays(easter, 39), name: 'Hemelvaartsdag' },
    { date: addDays(easter, 50), name: 'Tweede Pinksterdag' },
    { date: day(`${year}-12-25`), name: 'Eerste Kerstdag' },
    { date: day(`${year}-12-26`), name: 'Tweede Kerstdag' },
  ];
  return holidays.sort((a, b) => a.date.localeCompare(b.date));
}

/** The holiday on this day; undefined on any other day. */
export function holidayOn(date: PlainDate): Holiday | undefined {
  return holidaysOf(Number(date.slice(0, 4))).find((holiday) => holiday.date === date);
}

/** True on a day that is no Saturday, no Sunday and no holiday, nor one of the days `equated` with a holiday. */
export function isWorkingDay(date: PlainDate, equated: readonly PlainDate[] = []): boolean {
  return weekdayOf(date) < 6 && holidayOn(date) === undefined && !equated.includes(date);
}

/** The `count`th working day after a day, or before it when negative. Zero gives the day itself, working day or not. */
export function addWorkingDays(date: PlainDate, count: number, equated: readonly PlainDate[] = []): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError(`geen geheel aantal werkdagen: ${count}`);
  let result = date;
  for (let left = Math.abs(count); left > 0; ) {
    result = addDays(result, Math.sign(count));
    if (isWorkingDay(result, equated)) left--;
  }
  return result;
}

/** The number of working days after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) count++;
  }
  return count;
}

/** The day itself when it is a working day, otherwise the first one after it. */
export function nextWorkingDay(date: PlainDate, equated: readonly PlainDate[] = []): PlainDate {
  return isWorkingDay(date, equated) ? date : addWorkingDays(date, 1, equated);
}

/** How long a term lasts. Terms in hours have no day at which they end and are not for this calendar. */
export interface Term {
  readonly count: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

const LONGEST_EXTENDED = { days: 90, weeks: 12, months: 3, years: 0 } as const;

/** True for a term that the Algemene termijnenwet leaves alone: more than 90 days, 12 weeks or 3 months, or any years (article 4). */
export function isLongTerm(term: Term): boolean {
  return term.count > LONGEST_EXTENDED[term.unit];
}

/** Where a term that starts to run on the day after `start` would end if no day were special. Months are calendar months. */
export function plainEnd(start: PlainDate, { count, unit }: Term): PlainDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`geen termijn: ${count} ${unit}`);
  switch (unit) {
    case 'days':
      return addDays(start, count);
    case 'weeks':
      return addDays(start, 7 * count);
    case 'months':
      return addMonths(start, count);
    case 'years':
      return addMonths(start, 12 * count);
  }
}

/**
 * The last day of a statutory procedural term that starts to run on the day after `start`.
 *
 * Algemene termijnenwet: an end on a Saturday, Sunday or holiday moves to the first working day after it (article 1), a
 * term of three days or more holds at least two working days (article 2), long terms keep their end (article 4). Not for
 * terms that are counted back from an event (article 1, second paragraph), nor for detention, the reflection period, the
 * end of a permit or an agreed date: those never move to a later day, see `warningDay`. `equated` are the days that a royal
 * decree puts on a par with a holiday.
 */
export function statutoryEnd(start: PlainDate, term: Term, equated: readonly PlainDate[] = []): PlainDate {
  const end = plainEnd(start, term);
  if (isLongTerm(term)) return end;
  const moved = nextWorkingDay(end, equated);
  const twoWorkingDays = addWorkingDays(start, 2, equated);
  return (term.unit !== 'days' || term.count >= 3) && moved < twoWorkingDays ? twoWorkingDays : moved;
}

/**
 * The day on which to warn of a date that never moves to a later day, `ahead` working days before it. A date on a
 * Saturday, Sunday or holiday is warned of on the last working day before it, so that somebody can still act.
 */
export function warningDay(date: PlainDate, ahead = 0): PlainDate {
  if (!Number.isInteger(ahead) || ahead < 0) throw new RangeError(`geen aantal werkdagen vooraf: ${ahead}`);
  const last = isWorkingDay(date) ? date : addWorkingDays(date, -1);
  return addWorkingDays(last, -ahead);
}

/** One reminder of a date: how many days ahead it belongs, and the working day on which it comes. */
export interface ReminderDay {
  readonly daysAhead: number;
  readonly on: PlainDate;
}

/**
 * The days on which to remind of a date, the furthest ahead first. One that falls on a Saturday, Sunday or holiday comes on the
 * last working day before it, never later.
 */
export function reminderDays(dueOn: PlainDate, daysAhead: readonly number[]): readonly ReminderDay[] {
  return [...new Set(daysAhead)]
    .sort((a, b) => b - a)
    .map((ahead) => ({ daysAhead: ahead, on: warningDay(addDays(dueOn, -ahead)) }));
}
