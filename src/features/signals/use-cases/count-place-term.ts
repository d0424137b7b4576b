import type { Tx } from '../../../platform/db/transact.ts';
import { isTermSettled, type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { isInspected } from '../persistence/inspection-store.ts';
import { reportsAtPlace } from '../persistence/report-query.ts';
import { placeIndexes } from '../persistence/report-store.ts';
import { INSPECTED_RULE, PLACE_RULE } from './count-term.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

export type PlaceTermTables = 'signals.inspection' | 'signals.signal_report' | KeepTables;

/**
 * Counts the time of the signals about a place anew: longer while an inspection of it stands, and back when the last one was
 * cancelled. A municipality that settled no longer term keeps them as before: a signal is never kept without an end.
 */
export async function recountPlace(
  tx: Tx<PlaceTermTables>,
  tenantId: string,
  place: string,
  cancelled: string | undefined,
): Promise<void> {
  if (!(await isTermSettled(tx, tenantId, INSPECTED_RULE))) return;
  const rule = (await isInspected(tx, tenantId, place, cancelled)) ? INSPECTED_RULE : PLACE_RULE;
  const reports = await reportsAtPlace(tx, tenantId, placeIndexes(tx, place), undefined);
  for (const { id, kind, dossierId, receivedOn } of reports)
    if (kind === 'location')
      await keepRecord(tx, {
        tenantId,
        rule,
        subject: { kind: REPORT_SUBJECT, id },
        dossierId,
        startsOn: receivedOn,
      });
}
