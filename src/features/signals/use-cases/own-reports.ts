import type { Tx } from '../../../platform/db/transact.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type SignalStatus, statusOf } from '../domain/signal-status.ts';
import { reportsOfReporter } from '../persistence/report-query.ts';
import { reportByCode } from '../persistence/report-store.ts';
import { toldAbout } from '../persistence/reporter-update-store.ts';

/** How long somebody sees her own signals, in days. [standards 9.3] */
const SEEN_DAYS = 30;

/** A signal of one's own, with where it stands. */
export type OwnReport = Pick<SignalReport, 'code' | 'kind' | 'receivedOn' | 'answeredOn'> & {
  readonly status: SignalStatus;
  /** What the actor was told last. */
  readonly feedback: Feedback | undefined;
};

/** What the actor passed on in the last thirty days, newest first. */
export async function ownReports(
  tx: Tx<'signals.signal_report' | 'signals.reporter_update'>,
  actor: Actor,
  today: PlainDate,
): Promise<readonly OwnReport[]> {
  const reports = await reportsOfReporter(tx, actor.organisationId, actor.personId, addDays(today, -SEEN_DAYS));
  const told = await toldAbout(
    tx,
    actor.organisationId,
    reports.map(({ id }) => id),
  );
  return reports.map((report) => ({
    ...report,
    status: statusOf(report),
    feedback: told.get(report.id)?.feedback,
  }));
}

/** How a signal stands that the actor recorded herself in the last thirty days; undefined for every other. */
export async function readRecorded(
  tx: Tx<'signals.signal_report'>,
  actor: Actor,
  code: string,
  today: PlainDate,
): Promise<Pick<OwnReport, 'receivedOn' | 'status'> | undefined> {
  const report = await reportByCode(tx, actor.organisationId, code);
  if (report?.recordedBy !== actor.personId || report.receivedOn < addDays(today, -SEEN_DAYS)) return undefined;
  return { receivedOn: report.receivedOn, status: statusOf(report) };
}
