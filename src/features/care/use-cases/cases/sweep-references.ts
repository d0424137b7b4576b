import { keepLedger, revealedIn } from '../../../../platform/audit/reveal.ts';
import { writeLines } from '../../../../platform/audit/write-lines.ts';
import type { AnyTx, DomainTime } from '../../../../platform/db/transact.ts';
import { newId, newSpan } from '../../../../platform/ids/uuid.ts';
import type { DueWork } from '../../../../platform/runner/run-due.ts';
import { lendKeys } from '../../../../platform/vault/lending.ts';
import type { Vault } from '../../../../platform/vault/vault.ts';
import { sweepReference } from '../../persistence/reference-sweep-store.ts';
import { CASE_SUBJECT } from './case-names.ts';

export interface ReferenceSweeping {
  readonly vault: Pick<Vault, 'keysFor'>;
  /** The version of VA-03 that holds, for the log of data processing. */
  readonly activityVersion: number;
}

/**
 * Cases of before are found and listed by the number of the own system too, without anybody changing them first. What was opened for it
 * is in the logs, as done by nobody.
 */
export const referenceSweepWork = ({ vault, activityVersion }: ReferenceSweeping): DueWork => ({
  kind: 'care.sweep-reference',
  table: 'care.reference_sweep',
  dueColumn: 'sweep_at',
  waiting: 'sweep_at is not null',
  async run({ tenantId, id }, enterAs) {
    const keys = await vault.keysFor(tenantId);
    await enterAs('own', async (tx, time) => {
      lendKeys(tx, keys);
      keepLedger(tx);
      if (await sweepReference(tx, tenantId, id)) await note(tx, { tenantId, id, activityVersion }, time);
    });
  },
});

/** In the logs nobody did it: the organisation has it done once. */
function note(
  tx: AnyTx,
  {
    tenantId,
    id,
    activityVersion,
  }: { readonly tenantId: string; readonly id: string; readonly activityVersion: number },
  { now }: Pick<DomainTime, 'now'>,
): Promise<void> {
  return writeLines(tx, {
    ...{ tenantId, traceId: newId(), spanId: newSpan(), parentSpanId: undefined, occurredAt: now },
    ...{ personId: tenantId, personName: 'In Beeld', role: 'organisatie' },
    ...{ activity: 'VA-03', activityVersion, action: 'care.sweep-reference', route: undefined },
    ...{ subject: { kind: CASE_SUBJECT, id }, ground: 'own-reference', refused: undefined, revealed: revealedIn(tx) },
  });
}
