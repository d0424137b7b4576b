import type { Role } from '../../shared-kernel/role.ts';
import type { Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { type MailTables, oweMail, takeBackMail } from '../mail/outbox.ts';
import { heldToday } from '../members/members.ts';
import { goesOnAt } from './norm.ts';

export interface NewNotification {
  readonly tenantId: string;
  readonly membershipId: string;
  readonly personId: string;
  readonly kind: string;
  readonly path: string;
  readonly deadlineId?: string;
  readonly alarmId?: string;
  /** 1 the assignee, 2 the substitute, 3 the team leader or who hears it too, after whom nobody comes. */
  readonly level: 1 | 2 | 3;
}

/** Tells one person that something waits for her: a row to open, and mail without content. */
export async function notify(
  tx: Tx<'deadlines.notification' | MailTables>,
  message: NewNotification,
  now: Date,
): Promise<void> {
  await notifyAll(tx, [message], now);
}

/** Tells several people, each her own. Two statements, however many. */
async function notifyAll(
  tx: Tx<'deadlines.notification' | MailTables>,
  messages: readonly NewNotification[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const told = messages.map((message) => ({ ...message, id: newId() }));
  await tx
    .insertInto('deadlines.notification')
    .values(
      told.map((message) => ({
        tenant_id: message.tenantId,
        id: message.id,
        membership_id: message.membershipId,
        deadline_id: message.deadlineId ?? null,
        alarm_id: message.alarmId ?? null,
        kind: message.kind,
        path: message.path,
        level: message.level,
        created_at: now,
        escalate_at: message.alarmId !== undefined && message.level < 3 ? goesOnAt(now) : null,
      })),
    )
    .execute();
  await oweMail(
    tx,
    told.map(({ tenantId, personId, id }) => ({ tenantId, personId, reference: id, path: `/berichten/${id}` })),
    now,
  );
}

/** The tables that a use case touches when it takes back what somebody was told. */
export type NoticeTables = 'deadlines.notification' | MailTables;

/** Takes back what was told of one kind about one page and nobody opened: it is no longer so. */
export async function takeBackNotices(
  tx: Tx<NoticeTables>,
  of: { readonly tenantId: string; readonly kind: string; readonly path: string },
  now: Date,
): Promise<void> {
  const taken = await tx
    .updateTable('deadlines.notification')
    .set({ withdrawn_at: now })
    .where('tenant_id', '=', of.tenantId)
    .where('kind', '=', of.kind)
    .where('path', '=', of.path)
    .where('deadline_id', 'is', null)
    .where('opened_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  await takeBackMail(
    tx,
    of.tenantId,
    taken.map(({ id }) => id),
  );
}

/** Tells everybody who holds this role in the organisation today. */
export async function notifyRole(
  tx: Tx<'deadlines.notification' | 'accounts.membership' | MailTables>,
  to: { readonly tenantId: string; readonly role: Role; readonly kind: string; readonly path: string },
  now: Date,
): Promise<void> {
  const { tenantId, kind, path } = to;
  const members = await tx
    .selectFrom('accounts.membership as m')
    .select(['m.id as membershipId', 'm.person_id as personId'])
    .where('m.organisation_id', '=', tenantId)
    .where('m.role', '=', to.role)
    .where(heldToday('m'))
    .orderBy('m.id')
    .execute();
  await notifyAll(
    tx,
    members.map((member) => ({ ...member, tenantId, kind, path, level: 1 })),
    now,
  );
}
