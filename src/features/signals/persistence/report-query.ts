import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { InboxFilter } from '../domain/inbox.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { REPORT_COLUMNS, toReport } from './report-rows.ts';

/** What one colleague passed on since a day, newest first. */
export async function reportsOfReporter(
  tx: Tx<'signals.signal_report'>,
  tenantId: string,
  personId: string,
  since: PlainDate,
): Promise<readonly SignalReport[]> {
  const rows = await tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('reporter_person_id', '=', personId)
    .where('received_on', '>=', since)
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(toReport);
}

/** How many signals stand on one page of the list. */
export const SIGNALS_A_PAGE = 50;

/**
 * One page of the list, most urgent first; those that are closed newest first. Beyond the end it is the last page: a list that seems
 * empty would say that nothing waits. Two statements.
 */
export async function inboxPage(
  tx: Tx<'signals.signal_report'>,
  tenantId: string,
  filter: InboxFilter,
  asked: number,
): Promise<{
  readonly reports: readonly SignalReport[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}> {
  const found = inbox(tx, tenantId, filter);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(total / SIGNALS_A_PAGE));
  const page = Math.min(asked, pages);
  const [column, way] = filter.status === 'closed' ? (['received_on', 'desc'] as const) : (['act_by', 'asc'] as const);
  // which rows stand on the page is told by the index alone; only those fifty are read whole
  const onPage = found
    .select('id')
    .orderBy(column, way)
    .orderBy('id', way)
    .limit(SIGNALS_A_PAGE)
    .offset((page - 1) * SIGNALS_A_PAGE);
  const rows = await tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', onPage)
    .orderBy(column, way)
    .orderBy('id', way)
    .execute();
  return { reports: rows.map(toReport), total, page, pages };
}

/** The days by which a status is known, as conditions on the columns. */
function inbox(tx: Tx<'signals.signal_report'>, tenantId: string, filter: InboxFilter) {
  let found = tx.selectFrom('signals.signal_report').where('tenant_id', '=', tenantId);
  if (filter.code) return found.where('code', '=', filter.code);
  found = filter.status === 'closed' ? found.where('closed_on', 'is not', null) : found.where('closed_on', 'is', null);
  if (filter.status === 'passed-on') found = found.where('passed_on', 'is not', null);
  if (filter.status === 'weighed') found = found.where('passed_on', 'is', null).where('weighed_on', 'is not', null);
  if (filter.status === 'taken-up' || filter.status === 'new')
    found = found
      .where('passed_on', 'is', null)
      .where('weighed_on', 'is', null)
      .where('taken_up_on', filter.status === 'new' ? 'is' : 'is not', null);
  if (filter.kind) found = found.where('kind', '=', filter.kind);
  if (filter.sector) found = found.where('sector', '=', filter.sector);
  if (filter.from) found = found.where('received_on', '>=', filter.from);
  if (filter.until) found = found.where('received_on', '<=', filter.until);
  if (filter.takenUpBy) found = found.where('taken_up_by', '=', filter.takenUpBy);
  return found;
}

/** How many open signals are past the day by which somebody should have acted. */
export async function overdueSignals(
  tx: Tx<'signals.signal_report'>,
  tenantId: string,
  today: PlainDate,
): Promise<number> {
  const { overdue } = await tx
    .selectFrom('signals.signal_report')
    .select((eb) => eb.fn.countAll<number>().as('overdue'))
    .where('tenant_id', '=', tenantId)
    .where('closed_on', 'is', null)
    .where('act_by', '<', today)
    .executeTakeFirstOrThrow();
  return overdue;
}

/** Other signals about the same place, by any of its indexes; content stays shut. Rows that are hidden from who asks are not there. */
export async function reportsAtPlace(
  tx: Tx<'signals.signal_report'>,
  tenantId: string,
  indexes: readonly Buffer[],
  besides: string | undefined,
): Promise<readonly SignalReport[]> {
  if (indexes.length === 0) return [];
  let found = tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('place_index', 'in', [...indexes]);
  if (besides) found = found.where('id', '!=', besides);
  const rows = await found.orderBy('received_on', 'desc').limit(50).execute();
  return rows.map(toReport);
}

/** Which signal has this id; undefined when it is not there for who asks. */
export async function codeOf(
  tx: Tx<'signals.signal_report'>,
  tenantId: string,
  id: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select('code')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.code;
}
