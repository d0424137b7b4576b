import { nextDutchHour } from '../clock/dutch-moment.ts';
import type { AnyTx, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import type { DueItem, DueWork, EnterAs } from '../runner/run-due.ts';
import { type Mailbox, markBounced, readMailbox } from './mailbox.ts';

/** The tables that a use case touches when it owes somebody mail. */
export type MailTables = 'mail.outbox';

/** The hour of the daily letter, Dutch time. [design: In Beeld] */
export const DAILY_HOUR = 8;

/** Where a daily letter leads, whatever it is about. */
export const DAILY_PATH = '/overzicht';

/** Mail to an address in this domain comes back, in a demo: to see what happens then. */
export const DEMO_BOUNCE_DOMAIN = '@onbestelbaar.invalid';

/** Puts mail to one person in the outbox, due now. When and whether it goes is hers to choose. */
export async function oweMail(
  tx: Tx<MailTables>,
  mail: { readonly tenantId: string; readonly personId: string; readonly reference: string; readonly path: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('mail.outbox')
    .values({
      tenant_id: mail.tenantId,
      id: newId(),
      person_id: mail.personId,
      reference: mail.reference,
      path: mail.path,
      due_at: now,
    })
    .execute();
}

/** Takes back the mail about these references that has not gone yet: what it was about was read, or is no longer so. */
export async function takeBackMail(tx: Tx<MailTables>, tenantId: string, references: readonly string[]): Promise<void> {
  if (references.length === 0) return;
  await tx
    .updateTable('mail.outbox')
    .set({ state: 'withdrawn' })
    .where('tenant_id', '=', tenantId)
    .where('reference', 'in', references)
    .where('state', 'in', ['waiting', 'ready'])
    .execute();
}

export interface MailWorkOptions {
  readonly kind: 'demo' | 'real';
  /** Tells the organisation that an address of one of its people does not work. */
  readonly onBounce: (tx: AnyTx, tenantId: string, now: Date) => Promise<void>;
}

/**
 * Decides about mail whose time has come: at once, in the daily letter, or not. In a demo it is then "sent" to /demo/post, in
 * the same transaction; otherwise it is ready for the post (`post.ts`).
 */
export function mailWork(options: MailWorkOptions): DueWork {
  return {
    kind: 'mail',
    table: 'mail.outbox',
    dueColumn: 'due_at',
    personColumn: 'person_id',
    waiting: "state = 'waiting'",
    async run(item, enterAs) {
      const mailbox = await enterAs('account', (tx) => readMailbox(tx, item.personId!));
      const bounced = await enterAs('own', (tx, { now }) => decide(tx, item, mailbox, now, options));
      if (bounced) await mark(enterAs, item.personId!, mailbox!.address);
    },
  };
}

async function mark(enterAs: EnterAs, personId: string, address: string): Promise<void> {
  await enterAs('account', (tx, { now }) => markBounced(tx, personId, address, now));
}

/** True when the letter came back at once: only in a demo. */
async function decide(
  tx: AnyTx,
  item: DueItem,
  mailbox: Mailbox | undefined,
  now: Date,
  options: MailWorkOptions,
): Promise<boolean> {
  const row = await tx
    .selectFrom('mail.outbox')
    .select(['path', 'is_daily'])
    .where('tenant_id', '=', item.tenantId)
    .where('id', '=', item.id)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const set = (values: { state?: string; is_daily?: boolean; due_at?: Date; sent_at?: Date }) =>
    tx
      .updateTable('mail.outbox')
      .set(values)
      .where('tenant_id', '=', item.tenantId)
      .where('id', '=', item.id)
      .execute();
  if (!mailbox || mailbox.preference === 'uit' || mailbox.bouncedAt) {
    await set({ state: 'off' });
    return false;
  }
  if (mailbox.preference === 'dag' && !row.is_daily) {
    await set({ is_daily: true, due_at: nextDutchHour(now, DAILY_HOUR) });
    return false;
  }
  const path = row.is_daily ? DAILY_PATH : row.path;
  if (row.is_daily) await joinOthers(tx, item, now);
  if (options.kind === 'real') {
    await set({ state: 'ready' });
    return false;
  }
  if (mailbox.address.endsWith(DEMO_BOUNCE_DOMAIN)) {
    await set({ state: 'bounced' });
    await options.onBounce(tx, item.tenantId, now);
    return true;
  }
  await tx
    .insertInto('mail.demo_letter')
    .values({ id: newId(), to_address: mailbox.address, path, sent_at: now })
    .execute();
  await set({ state: 'sent', sent_at: now });
  return false;
}

/** What else waits for the daily letter of this person goes along in it. */
async function joinOthers(tx: Tx<MailTables>, item: DueItem, now: Date): Promise<void> {
  await tx
    .updateTable('mail.outbox')
    .set({ state: 'joined' })
    .where('tenant_id', '=', item.tenantId)
    .where('person_id', '=', item.personId!)
    .where('state', '=', 'waiting')
    .where('is_daily', '=', true)
    .where('due_at', '<=', now)
    .where('id', '<>', item.id)
    .execute();
}
