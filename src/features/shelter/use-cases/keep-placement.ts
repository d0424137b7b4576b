import type { Tx } from '../../../platform/db/transact.ts';
import { type KeepTables, keepRecords } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { PLACEMENT_SUBJECT } from './shelter-names.ts';

/**
 * Counts how long these stays are kept at their shelter: one that led to nothing as a request that was not used, and one that did as
 * a used request, from its last change.
 */
export async function keepPlacements(
  tx: Tx<KeepTables>,
  tenantId: string,
  ids: readonly string[],
  rule: 'shelter-request-unused' | 'shelter-request-used',
  startsOn: PlainDate,
): Promise<void> {
  await keepRecords(
    tx,
    ids.map((id) => ({ tenantId, rule, subject: { kind: PLACEMENT_SUBJECT, id }, startsOn })),
  );
}
