import { inHouseOf, type Tx } from '../../../platform/db/transact.ts';
import { takeBackNotices } from '../../../platform/deadlines/notify.ts';
import type { Submission } from '../domain/submission.ts';
import { type LibraryTables, MODERATION_PATH, NOTICES } from './tables.ts';

/** In the house of who moderates: nobody there is asked any more to look this over. */
export async function noLongerWaits(tx: Tx<LibraryTables>, { id, moderatorId }: Submission, now: Date): Promise<void> {
  const notice = { tenantId: moderatorId, kind: NOTICES.submitted, path: `${MODERATION_PATH}/${id}` };
  await inHouseOf(tx, moderatorId, () => takeBackNotices(tx, notice, now));
}
