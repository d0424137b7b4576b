import type { Tx } from '../../../platform/db/transact.ts';
import { changeMailbox, type MailPreference } from '../../../platform/mail/mailbox.ts';
import { chooseWeekly } from '../../../platform/mail/weekly-letter.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';

/** Keeps where and when this person wants mail. Through the door `account`: it holds for all her roles. */
export async function chooseMail(
  tx: Tx<'accounts.person' | 'mail.subscription'>,
  actor: Actor,
  choice: { readonly address: string; readonly preference: MailPreference },
  /** Undefined when the weekly letter is not hers to choose in this role: then it stays as it is. */
  wantsWeekly: boolean | undefined,
  now: Date,
): Promise<Result<{ subject: { kind: string; id: string } }, never>> {
  await changeMailbox(tx, actor.personId, choice);
  if (wantsWeekly !== undefined)
    await chooseWeekly(tx, { id: actor.personId, tenantId: actor.organisationId }, wantsWeekly, now);
  return ok({ subject: { kind: 'accounts.person', id: actor.personId } });
}
