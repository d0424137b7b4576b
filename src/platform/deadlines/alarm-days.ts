import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { type ReminderDay, reminderDays, warningDay } from '../../shared-kernel/working-days.ts';

/**
 * The days on which the alarms of a deadline fire. One that falls on a Saturday, Sunday or holiday moves to the last working
 * day before it, never later. Whoever sets the deadline knows it today, so alarms up to today are left out; but the last alarm
 * always fires, at the latest on the day itself. Of two alarms on one day the nearest stays.
 */
export function alarmDays(dueOn: PlainDate, daysAhead: readonly number[], today: PlainDate): readonly ReminderDay[] {
  const furthestFirst = reminderDays(dueOn, daysAhead);
  const days = furthestFirst.flatMap((alarm, index): ReminderDay[] => {
    if (alarm.on > today) return [alarm];
    const isLast = index === furthestFirst.length - 1;
    return isLast ? [{ ...alarm, on: dueOn > today ? addDays(today, 1) : today }] : [];
  });
  return days.filter(({ on }, index) => on !== days[index + 1]?.on);
}

/** The day from which a deadline asks attention: that of its first alarm. */
export function asksFrom(dueOn: PlainDate, daysAhead: readonly number[]): PlainDate {
  return warningDay(addDays(dueOn, -Math.max(0, ...daysAhead)));
}
