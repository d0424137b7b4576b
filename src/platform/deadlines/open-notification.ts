import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { Tx } from '../db/transact.ts';
import { type MailTables, takeBackMail } from '../mail/outbox.ts';

export interface Opened {
  readonly subject: { readonly kind: 'deadlines.notification'; readonly id: string };
  readonly path: string;
}

/** Where a message of this person leads, and whether she opened it before; undefined when it is not hers. */
export async function readNotification(
  tx: Tx<'deadlines.notification'>,
  actor: Actor,
  id: string,
): Promise<{ readonly path: string; readonly isOpened: boolean } | undefined> {
  const row = await tx
    .selectFrom('deadlines.notification')
    .select(['path', 'opened_at'])
    .where('tenant_id', '=', actor.organisationId)
    .where('membership_id', '=', actor.membershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { path: row.path, isOpened: row.opened_at !== null };
}

/**
 * Marks a message as opened, with the others she has about the same deadline, or of the same kind about the same page: none goes on
 * to somebody else, no mail follows.
 */
export async function openNotification(
  tx: Tx<'deadlines.notification' | MailTables>,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Result<Opened, { readonly code: 'not-found' }>> {
  const { organisationId: tenantId, membershipId } = actor;
  const opened = await tx
    .selectFrom('deadlines.notification')
    .select(['kind', 'path', 'deadline_id'])
    .where('tenant_id', '=', tenantId)
    .where('membership_id', '=', membershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!opened) return err({ code: 'not-found' });
  const marked = await tx
    .updateTable('deadlines.notification')
    .set({ opened_at: now })
    .where('tenant_id', '=', tenantId)
    .where('membership_id', '=', membershipId)
    .where((eb) =>
      opened.deadline_id === null
        ? eb.and([eb('deadline_id', 'is', null), eb('kind', '=', opened.kind), eb('path', '=', opened.path)])
        : eb('deadline_id', '=', opened.deadline_id),
    )
    .where('opened_at', 'is', null)
    .returning('id')
    .execute();
  await takeBackMail(
    tx,
    tenantId,
    marked.map((row) => row.id),
  );
  return ok({ subject: { kind: 'deadlines.notification', id }, path: opened.path });
}
