import type { Tx } from '../../../platform/db/transact.ts';
import { changeMailbox, type MailPreference } from '../../../platform/mail/mailbox.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';

/** Keeps where and when this person wants mail. Through the door `account`: it holds for all her roles. */
export async function chooseMail(
  tx: Tx<'accounts.person'>,
  actor: Actor,
  choice: { readonly address: string; readonly preference: MailPreference },
): Promise<Result<{ subject: { kind: string; id: string } }, never>> {
  await changeMailbox(tx, actor.personId, choice);
  return ok({ subject: { kind: 'accounts.person', id: actor.personId } });
}
