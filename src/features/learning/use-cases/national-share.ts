import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type NationalShare, nationalShare } from '../domain/published-share.ts';
import { publishedShares } from '../persistence/share-store.ts';

/** How many people are trained in the municipalities that publish it; undefined where that would tell of one. One statement. */
export async function readNationalShare(
  tx: Tx<'learning.trained_share'>,
  today: PlainDate,
): Promise<NationalShare | undefined> {
  return nationalShare(await publishedShares(tx), today);
}
