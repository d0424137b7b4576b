import type { Tx } from '../../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { ConsentInput } from '../../../registration/index.ts';
import { hasContestedAuthority } from '../../persistence/around-store.ts';

/** A consent of a parent or guardian counts for nothing while authority over the person is contested. */
export async function checkGiver(
  tx: Tx<'care.around'>,
  tenantId: string,
  caseId: string,
  { givenBy }: Pick<ConsentInput, 'givenBy'>,
): Promise<Result<undefined, { readonly code: 'representative-contested' }>> {
  if (givenBy === 'person' || !(await hasContestedAuthority(tx, tenantId, caseId))) return ok(undefined);
  return err({ code: 'representative-contested' });
}
