import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { warningDay } from '../../shared-kernel/working-days.ts';

/** The day on which one alarm of a deadline fires. */
export interface AlarmDay {
  readonly daysAhead: number;
  readonly on: PlainDate;
}

/**
 * The days on which the alarms of a deadline fire. One that falls on a Saturday, Sunday or holiday moves to the last working
 * day before it, never later. Whoever sets the deadline knows it today, so alarms up to today are left out; but the last alarm
 * always fires, at the latest on the day itself. Of two alarms on one day the nearest stays.
 */
export function alarmDays(dueOn: PlainDate, daysAhead: readonly number[], today: PlainDate): readonly AlarmDay[] {
  const furthestFirst = [...new Set(daysAhead)].sort((a, b) => b - a);
  const last = furthestFirst.at(-1);
  const days = furthestFirst.flatMap((ahead): AlarmDay[] => {
    const on = warningDay(addDays(dueOn, -ahead));
    if (on > today) return [{ daysAhead: ahead, on }];
    return ahead === last ? [{ daysAhead: ahead, on: dueOn > today ? addDays(today, 1) : today }] : [];
  });
  return days.filter(({ on }, index) => on !== days[index + 1]?.on);
}

/** The day from which a deadline asks attention: that of its first alarm. */
export function asksFrom(dueOn: PlainDate, daysAhead: readonly number[]): PlainDate {
  return warningDay(addDays(dueOn, -Math.max(0, ...daysAhead)));
}
