import type { Tx } from '../../../platform/db/transact.ts';
import { openMany } from '../../../platform/vault/sealing.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { aboutSignal } from './report-store.ts';

const PLACE = 'signals.signal_report.place';

/** Where a signal is about, to compare a text with; undefined when no place was written down. */
export async function openPlace(
  tx: Tx<'signals.signal_report' | 'vault.dossier_key'>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId' | 'kind'>,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select('place')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', report.id)
    .executeTakeFirst();
  if (!row?.place) return undefined;
  const { id, dossierId, kind } = report;
  const about = kind === 'person' ? aboutSignal(report) : 'nobody';
  const [place] = await openMany(tx, [{ sealed: row.place, about, dossierId, column: PLACE, rowId: id } as const]);
  return place;
}
