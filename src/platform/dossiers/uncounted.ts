import type { Tx } from '../db/transact.ts';

/** How many dossiers no term is counted for: they would be kept for ever. A fault of the product whenever it is not 0. */
export async function uncountedDossiers(
  tx: Tx<'retention.record' | 'privacy.dossier'>,
  tenantId: string,
): Promise<number> {
  const { n } = await tx
    .selectFrom('privacy.dossier as d')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('d.tenant_id', '=', tenantId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('retention.record as r')
            .select('r.id')
            .whereRef('r.tenant_id', '=', 'd.tenant_id')
            .whereRef('r.dossier_id', '=', 'd.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return n;
}
