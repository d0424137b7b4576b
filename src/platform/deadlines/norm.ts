import { dutchDay } from '../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../shared-kernel/working-days.ts';
import { dutchMoment } from '../clock/dutch-moment.ts';

/** What is not opened within this many working days goes to the next person. [design: In Beeld] */
export const OPEN_WITHIN_WORKING_DAYS = 3;

/** When a message sent at `sentAt` goes on if nobody opened it: the start of the day on which the norm is over. */
export function goesOnAt(sentAt: Date): Date {
  return dutchMoment(addWorkingDays(dutchDay(sentAt), OPEN_WITHIN_WORKING_DAYS));
}
