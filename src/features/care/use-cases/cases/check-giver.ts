import type { Tx } from '../../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { ConsentInput } from '../../../registration/index.ts';
import type { AroundPart, Standing } from '../../domain/cases/around.ts';
import { authorityOf } from '../../persistence/around-store.ts';

/**
 * A consent of a parent or guardian counts for nothing while authority over the person is contested. A guardian who is known to be safe is
 * there precisely because the authority of a parent is contested: her consent counts, while no guardian is contested.
 */
export async function checkGiver(
  tx: Tx<'care.around'>,
  tenantId: string,
  caseId: string,
  { givenBy }: Pick<ConsentInput, 'givenBy'>,
): Promise<Result<undefined, { readonly code: 'representative-contested' }>> {
  if (givenBy === 'person') return ok(undefined);
  const standings = await authorityOf(tx, tenantId, caseId);
  const counts = (part: AroundPart, standing: Standing) =>
    standings.some((each) => each.part === part && each.standing === standing);
  const isContested = standings.some(({ standing }) => standing === 'contested');
  const hasSafeGuardian = counts('guardian', 'trusted') && !counts('guardian', 'contested');
  if (!isContested || (givenBy === 'guardian' && hasSafeGuardian)) return ok(undefined);
  return err({ code: 'representative-contested' });
}
