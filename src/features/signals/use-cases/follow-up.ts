import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { nextStepBy } from '../domain/next-step.ts';
import { actBefore } from '../domain/norms.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { consultationsOf } from '../persistence/consultation-store.ts';
import { handoversOf } from '../persistence/handover-store.ts';
import { lastAnswers } from '../persistence/leaving-store.ts';
import { markReport } from '../persistence/report-store.ts';
import { type WaitTables, waitFor } from './wait-for-focal-point.ts';

export type FollowUpTables =
  | 'signals.signal_report'
  | 'signals.consultation'
  | 'signals.leaving_answer'
  | 'signals.handover'
  | WaitTables;

/** Sets the clock of a signal anew, by what waits now: a receipt, advice, a look at who was not told, an answer to the reporter. */
export async function followUp(
  tx: Tx<FollowUpTables>,
  tenantId: string,
  report: SignalReport,
  time: DomainTime,
): Promise<void> {
  const ends = {
    handovers: await handoversOf(tx, tenantId, report.id),
    consultations: await consultationsOf(tx, tenantId, report.id),
    answers: await lastAnswers(tx, tenantId, report.id),
    // a source that may hear nothing waits for nothing
    isReporterAnswered: report.answeredOn !== undefined || report.sourceMayHear === 'nothing',
  };
  const actBy = actBefore(nextStepBy(ends, time.today), report);
  await markReport(tx, tenantId, report.id, { actBy: actBy ?? null });
  await waitFor(tx, tenantId, { ...report, actBy }, 'next-step', time);
}
