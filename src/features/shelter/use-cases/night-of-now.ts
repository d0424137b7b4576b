import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import type { DomainTime } from '../../../platform/db/transact.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** Until this hour, Dutch time, it is still the night that began last evening. [design: In Beeld] */
const NIGHT_ENDS_HOUR = 6;
/** On the day on which somebody is expected to leave: when the shelter is asked, and when she stays if nobody said. [design: In Beeld] */
const ASKED_HOUR = 12;
const STAYS_HOUR = 18;

/** The night of now, by the day on whose evening it begins: at two o'clock that is the night that runs. */
export const nightOfNow = ({ now, today }: Pick<DomainTime, 'now' | 'today'>): PlainDate =>
  now < dutchMoment(today, NIGHT_ENDS_HOUR) ? addDays(today, -1) : today;

/** When the shelter is asked whether somebody left who was expected to, in time to say so before the evening. */
export const asksDeparture = (until: PlainDate): Date => dutchMoment(until, ASKED_HOUR);

/** When somebody stays of whom nobody said by then that she left. */
export const staysFrom = (until: PlainDate): Date => dutchMoment(until, STAYS_HOUR);
