import { sql } from 'kysely';
import { nextDutchHour } from '../clock/dutch-moment.ts';
import type { AnyTx, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import type { DueItem, DueWork, EnterAs } from '../runner/run-due.ts';
import { type Mailbox, markBounced, readMailboxes } from './mailbox.ts';
import type { NewsPeriod, WeeklyLetter } from './weekly-letter.ts';

/** The tables that a use case touches when it owes somebody mail. */
export type MailTables = 'mail.outbox';

/** The hour of the daily letter, Dutch time. [design: In Beeld] */
export const DAILY_HOUR = 8;

/** Where a daily letter leads, whatever it is about. */
export const DAILY_PATH = '/overzicht';

/** Mail to an address in this domain comes back, in a demo: to see what happens then. */
export const DEMO_BOUNCE_DOMAIN = '@onbestelbaar.invalid';

/** Puts mail in the outbox, each to one person, due now. When and whether it goes is hers to choose. */
export async function oweMail(
  tx: Tx<MailTables>,
  owed: readonly {
    readonly tenantId: string;
    readonly personId: string;
    readonly reference: string;
    readonly path: string;
  }[],
  now: Date,
): Promise<void> {
  const rows = owed.map(({ tenantId, personId, reference, path }) => ({
    ...{ tenant_id: tenantId, id: newId(), person_id: personId, reference, path, due_at: now },
  }));
  await tx.insertInto('mail.outbox').values(rows).execute();
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
  /** The one letter with words; without it such a letter is not sent. */
  readonly weekly?: WeeklyLetter;
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
    run: (item, enterAs) => handOut([item], enterAs, options),
    runTogether: (items, enterAs) => handOut(items, enterAs, options),
  };
}

/** Hands out mail of one organisation whose time came at one moment. */
async function handOut(items: readonly DueItem[], enterAs: EnterAs, options: MailWorkOptions): Promise<void> {
  const people = [...new Set(items.map(({ personId }) => personId!))];
  const mailboxes = await enterAs('account', (tx) => readMailboxes(tx, people));
  const bounced = await enterAs('own', (tx, { now }) => decide(tx, items, mailboxes, now, options));
  for (const personId of bounced) {
    const { address } = mailboxes.get(personId)!;
    await enterAs('account', (tx, { now }) => markBounced(tx, personId, address, now));
  }
}

interface Owed {
  readonly id: string;
  readonly personId: string;
  readonly path: string;
  readonly isDaily: boolean;
  readonly newsFrom: Date | null;
  readonly newsUntil: Date | null;
}

/** Of what period the news is that this letter holds; undefined for every other letter. */
export function newsOf({ newsFrom, newsUntil }: Pick<Owed, 'newsFrom' | 'newsUntil'>): NewsPeriod | undefined {
  return newsFrom && newsUntil ? { from: newsFrom, until: newsUntil } : undefined;
}

/** Whether somebody gets this letter now: the weekly one by that choice alone, all others unless she wants none. */
export function isWanted(mailbox: Mailbox | undefined, news: NewsPeriod | undefined): mailbox is Mailbox {
  if (!mailbox || mailbox.bouncedAt) return false;
  return news ? mailbox.wantsWeekly : mailbox.preference !== 'uit';
}

/** What becomes of mail: nothing, waiting for the daily letter, going along in one that goes, going, or coming back. */
type Fate = 'off' | 'daily' | 'joined' | 'goes' | 'bounced';

/** What becomes of each, in this order; after one that came back its reader gets nothing more. */
function fatesOf(
  owed: readonly Owed[],
  mailboxes: ReadonlyMap<string, Mailbox>,
  kind: MailWorkOptions['kind'],
): Readonly<Record<Fate, readonly Owed[]>> {
  const fates: Record<Fate, Owed[]> = { off: [], daily: [], joined: [], goes: [], bounced: [] };
  const isOf = (personId: string) => (mail: Owed) => mail.personId === personId;
  const fateOf = (mail: Owed): Fate => {
    const { personId, isDaily } = mail;
    const news = newsOf(mail);
    const mailbox = mailboxes.get(personId);
    const goneDaily = [...fates.goes, ...fates.bounced].filter((other) => other.isDaily);
    if (isDaily && goneDaily.some(isOf(personId))) return 'joined';
    if (!isWanted(mailbox, news) || fates.bounced.some(isOf(personId))) return 'off';
    if (mailbox.preference === 'dag' && !isDaily && !news) return 'daily';
    return kind === 'demo' && mailbox.address.endsWith(DEMO_BOUNCE_DOMAIN) ? 'bounced' : 'goes';
  };
  for (const mail of owed) fates[fateOf(mail)].push(mail);
  return fates;
}

/** @returns whose letter came back at once: only in a demo. */
async function decide(
  tx: AnyTx,
  items: readonly DueItem[],
  mailboxes: ReadonlyMap<string, Mailbox>,
  now: Date,
  options: MailWorkOptions,
): Promise<readonly string[]> {
  const { tenantId } = items[0]!;
  const owed = await tx
    .selectFrom('mail.outbox')
    .select(['id', 'person_id as personId', 'path', 'is_daily as isDaily'])
    .select(['news_from as newsFrom', 'news_until as newsUntil'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', anyOf(items))
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('id')
    .forUpdate()
    .execute();
  const { off, daily, joined, goes, bounced } = fatesOf(owed, mailboxes, options.kind);
  const set = async (
    mail: readonly Owed[],
    values: { state?: string; is_daily?: boolean; due_at?: Date; sent_at?: Date },
  ) => {
    if (mail.length === 0) return;
    await tx
      .updateTable('mail.outbox')
      .set(values)
      .where('tenant_id', '=', tenantId)
      .where('id', '=', anyOf(mail))
      .execute();
  };
  await set(off, { state: 'off' });
  await set(daily, { is_daily: true, due_at: nextDutchHour(now, DAILY_HOUR) });
  await set(joined, { state: 'joined' });
  for (const mail of [...goes, ...bounced]) if (mail.isDaily) await joinOthers(tx, tenantId, mail, now);
  if (options.kind === 'real') await set(goes, { state: 'ready' });
  else {
    const letters = [];
    const sent: Owed[] = [];
    for (const mail of goes) {
      const news = newsOf(mail);
      const words = news && (await options.weekly?.write(tx, news));
      if (news && !words) {
        await set([mail], { state: 'withdrawn' });
        continue;
      }
      sent.push(mail);
      const path = mail.isDaily ? DAILY_PATH : mail.path;
      letters.push({
        ...{ id: newId(), to_address: mailboxes.get(mail.personId)!.address, path, sent_at: now },
        ...words,
      });
    }
    await set(sent, { state: 'sent', sent_at: now });
    if (letters.length > 0) await tx.insertInto('mail.demo_letter').values(letters).execute();
  }
  await set(bounced, { state: 'bounced' });
  for (const _ of bounced) await options.onBounce(tx, tenantId, now);
  return bounced.map(({ personId }) => personId);
}

/** One parameter, however many: the statement stays the same. */
const anyOf = (rows: readonly { readonly id: string }[]) => sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`;

/** What else waits for the daily letter of this person goes along in it. */
async function joinOthers(tx: Tx<MailTables>, tenantId: string, { id, personId }: Owed, now: Date): Promise<void> {
  await tx
    .updateTable('mail.outbox')
    .set({ state: 'joined' })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .where('is_daily', '=', true)
    .where('due_at', '<=', now)
    .where('id', '<>', id)
    .execute();
}
