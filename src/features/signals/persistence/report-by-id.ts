import type { Tx } from '../../../platform/db/transact.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { REPORT_COLUMNS, toReport } from './report-rows.ts';

/** A signal without its content, held until the deed is done; undefined when it is gone. */
export async function reportById(
  tx: Tx<'signals.signal_report'>,
  tenantId: string,
  id: string,
): Promise<SignalReport | undefined> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toReport(row);
}
