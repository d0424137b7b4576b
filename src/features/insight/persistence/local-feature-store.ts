import type { Tx } from '../../../platform/db/transact.ts';
import type { FeatureId, LocalFeature } from '../domain/local-feature.ts';

type FeatureTx = Tx<'insight.local_feature'>;

/** What this municipality confirmed, in no order. */
export async function findFeatures(tx: FeatureTx, tenantId: string): Promise<readonly LocalFeature[]> {
  const rows = await tx
    .selectFrom('insight.local_feature')
    .select([
      'feature',
      'is_present as isPresent',
      'source',
      'as_of as asOf',
      'confirmed_by_name as confirmedBy',
      'confirmed_at as confirmedAt',
    ])
    .where('tenant_id', '=', tenantId)
    .execute();
  return rows as readonly (Omit<LocalFeature, 'feature'> & { readonly feature: FeatureId })[];
}

/** Writes what was confirmed last over what stood there. */
export async function saveFeature(tx: FeatureTx, tenantId: string, feature: LocalFeature): Promise<void> {
  const values = {
    is_present: feature.isPresent,
    source: feature.source,
    as_of: feature.asOf,
    confirmed_by_name: feature.confirmedBy,
    confirmed_at: feature.confirmedAt,
  };
  await tx
    .insertInto('insight.local_feature')
    .values({ tenant_id: tenantId, feature: feature.feature, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'feature']).doUpdateSet(values))
    .execute();
}

/** Back to unknown. @returns false when it was unknown already. */
export async function removeFeature(tx: FeatureTx, tenantId: string, feature: FeatureId): Promise<boolean> {
  const gone = await tx
    .deleteFrom('insight.local_feature')
    .where('tenant_id', '=', tenantId)
    .where('feature', '=', feature)
    .returning('feature')
    .executeTakeFirst();
  return gone !== undefined;
}
