import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { workingDaysBetween } from '../../../shared-kernel/working-days.ts';
import type { ReportKind, Sector, SignalReport } from './signal-report.ts';
import type { SignalStatus } from './signal-status.ts';

/** By what the list of signals is narrowed. Sealed text is not among it: nobody can search that. */
export interface InboxFilter {
  readonly code?: string | undefined;
  readonly kind?: ReportKind | undefined;
  /** Every signal that is open when left out. */
  readonly status?: SignalStatus | undefined;
  readonly sector?: Sector | undefined;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
  /** Only what this person took up. */
  readonly takenUpBy?: string | undefined;
}

/** The clock of a signal: how many working days are left for the next step. */
export interface SignalClock {
  readonly state: 'stands-still' | 'over' | 'today' | 'running';
  /** How many working days it is over, or are left. */
  readonly days: number;
}

/** How the clock of a signal stands today. On the day itself it is not over yet. */
export function clockOf({ actBy }: Pick<SignalReport, 'actBy'>, today: PlainDate): SignalClock {
  if (!actBy) return { state: 'stands-still', days: 0 };
  if (actBy === today) return { state: 'today', days: 0 };
  const days = Math.abs(workingDaysBetween(today, actBy));
  return actBy < today ? { state: 'over', days } : { state: 'running', days };
}
