import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { SignalDates } from './signal-report.ts';

/** Where a signal stands. Never stored: it follows from the days. */
export const SIGNAL_STATUSES = ['new', 'taken-up', 'weighed', 'passed-on', 'closed'] as const;
export type SignalStatus = (typeof SIGNAL_STATUSES)[number];

/** What can be done with a signal that changes or depends on where it stands. */
export type SignalDeed = 'take-up' | 'weigh' | 'ask' | 'consult' | 'receive-receipt' | 'close';

export interface Step {
  readonly deed: SignalDeed;
  readonly from: readonly SignalStatus[];
  /** Where it stands afterwards; the same as before when left out. */
  readonly to?: SignalStatus;
}

/**
 * The workflow as a table: pages offer what it allows, deeds are refused by it, the diagram in docs and the paths of the tests
 * follow from it. Passed on is only what the receiver confirmed.
 */
export const SIGNAL_WORKFLOW: readonly Step[] = [
  { deed: 'take-up', from: ['new'], to: 'taken-up' },
  { deed: 'weigh', from: ['taken-up', 'weighed'], to: 'weighed' },
  { deed: 'ask', from: ['taken-up', 'weighed', 'passed-on'] },
  { deed: 'consult', from: ['taken-up', 'weighed', 'passed-on'] },
  { deed: 'receive-receipt', from: ['weighed', 'passed-on'], to: 'passed-on' },
  { deed: 'close', from: ['weighed', 'passed-on'], to: 'closed' },
];

/** Where a signal stands, from its days. */
export function statusOf(dates: Omit<SignalDates, 'receivedOn' | 'answeredOn'>): SignalStatus {
  if (dates.closedOn) return 'closed';
  if (dates.passedOn) return 'passed-on';
  if (dates.weighedOn) return 'weighed';
  return dates.takenUpOn ? 'taken-up' : 'new';
}

export type MovedOn = { readonly code: 'signal-moved-on' };

/** Where a deed leads from here; refused when the table does not allow it. */
export function stepFrom(status: SignalStatus, deed: SignalDeed): Result<SignalStatus, MovedOn> {
  const step = SIGNAL_WORKFLOW.find((each) => each.deed === deed && each.from.includes(status));
  return step ? ok(step.to ?? status) : err({ code: 'signal-moved-on' });
}

/** What the table allows from here. */
export function deedsFrom(status: SignalStatus): readonly SignalDeed[] {
  return SIGNAL_WORKFLOW.filter(({ from }) => from.includes(status)).map(({ deed }) => deed);
}
