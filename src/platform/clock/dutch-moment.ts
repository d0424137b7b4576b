import { addDays, dutchDay, type PlainDate } from '../../shared-kernel/plain-date.ts';

const HOUR = 3_600_000;
const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });

/**
 * The instant at which clocks in the Netherlands show this hour (0–23) of this day. An hour that comes twice, when winter time
 * begins, gives the first; an hour that is skipped, when summer time begins, gives the one after it.
 */
export function dutchMoment(date: PlainDate, hour = 0): Date {
  const shown = `${String(hour).padStart(2, '0')}:00`;
  const asUtc = Date.parse(`${date}T${shown}:00Z`);
  const [summer, winter] = [new Date(asUtc - 2 * HOUR), new Date(asUtc - HOUR)] as const;
  return WALL.format(summer) === `${date} ${shown}` ? summer : winter;
}

/** The first instant after this one at which it is `hour` o'clock in the Netherlands. */
export function nextDutchHour(after: Date, hour: number): Date {
  const today = dutchMoment(dutchDay(after), hour);
  return today > after ? today : dutchMoment(addDays(dutchDay(after), 1), hour);
}
