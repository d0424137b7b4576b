import type { Tx } from '../../../platform/db/transact.ts';
import type { CheckResult } from '../domain/release/proposal.ts';

type PreviewTx = Tx<'insight.preview'>;

/** Lays what would come out before the organisation that decides; a later request takes its place. */
export async function showTo(
  tx: PreviewTx,
  tenantId: string,
  proposalId: string,
  preview: { readonly deciderId: string; readonly text: string; readonly at: Date },
): Promise<void> {
  const values = { decider_id: preview.deciderId, result: preview.text, asked_at: preview.at };
  await tx
    .insertInto('insight.preview')
    .values({ tenant_id: tenantId, proposal_id: proposalId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'proposal_id']).doUpdateSet(values))
    .execute();
}

/** When this organisation last asked another to agree. */
export async function askedAt(tx: PreviewTx, tenantId: string, proposalId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('insight.preview')
    .select('asked_at')
    .where('tenant_id', '=', tenantId)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst();
  return row?.asked_at;
}

/** What another organisation laid before this one, through the door `mandate`. */
export async function previewFor(
  tx: PreviewTx,
  deciderId: string,
  proposalId: string,
): Promise<CheckResult | undefined> {
  const row = await tx
    .selectFrom('insight.preview')
    .select('result')
    .where('decider_id', '=', deciderId)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst();
  return row && (JSON.parse(row.result) as CheckResult);
}
