import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { PlaceRequest } from '../domain/request.ts';
import { REQUEST_SUBJECT } from './shelter-names.ts';

/** The term counts from the asking; of one that was used, from its end. */
export async function keepRequest(
  tx: Tx<KeepTables>,
  tenantId: string,
  { id, dossierId }: Pick<PlaceRequest, 'id' | 'dossierId'>,
  { today }: Pick<DomainTime, 'today'>,
  rule: 'shelter-request-unused' | 'shelter-request-used' = 'shelter-request-unused',
): Promise<void> {
  const subject = { kind: REQUEST_SUBJECT, id };
  await keepRecord(tx, { tenantId, rule, subject, dossierId, startsOn: today });
}
