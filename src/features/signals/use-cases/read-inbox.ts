import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { namesOf } from '../../../platform/members/members.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { clockOf, type InboxFilter, type SignalClock } from '../domain/inbox.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type SignalStatus, statusOf } from '../domain/signal-status.ts';
import { codeOf, inboxPage, overdueSignals } from '../persistence/report-query.ts';

/** A signal as the list shows it: never what it says. */
export interface InboxRow extends SignalReport {
  readonly status: SignalStatus;
  readonly clock: SignalClock;
  readonly takenUpByName: string | undefined;
}

export interface InboxView {
  readonly rows: readonly InboxRow[];
  readonly total: number;
  /** The page that is shown: the last one when a later one was asked. */
  readonly page: number;
  readonly pages: number;
  readonly overdue: number;
}

/** The list of the focal point, in four statements. */
export async function readInbox(
  tx: Tx<'signals.signal_report' | 'accounts.membership'>,
  actor: Actor,
  filter: InboxFilter,
  asked: number,
  { today }: DomainTime,
): Promise<InboxView> {
  const tenantId = actor.organisationId;
  const { reports, ...place } = await inboxPage(tx, tenantId, filter, asked);
  const names = await namesOf(tx, tenantId, [...new Set(reports.flatMap(({ takenUpBy }) => takenUpBy ?? []))]);
  return {
    rows: reports.map((report) => ({
      ...report,
      status: statusOf(report),
      clock: clockOf(report, today),
      takenUpByName: report.takenUpBy && names.get(report.takenUpBy),
    })),
    ...place,
    overdue: await overdueSignals(tx, tenantId, today),
  };
}

/** Where the signal of a message stands; undefined when it is not there for who asks. */
export async function codeOfWaiting(
  tx: Tx<'signals.signal_report'>,
  actor: Actor,
  id: string,
): Promise<string | undefined> {
  return codeOf(tx, actor.organisationId, id);
}
