import type { Kysely } from 'kysely';
import { createTransport } from 'nodemailer';
import type { DB } from '../db/tables.generated.ts';
import { type AnyTx, type DomainTime, enter, type Tx } from '../db/transact.ts';
import { addressed, writeLetter } from './letter.ts';
import { markBounced, markBouncedAddress, readMailbox } from './mailbox.ts';
import { DAILY_PATH, isWanted, type MailTables, newsOf } from './outbox.ts';
import type { WeeklyLetter } from './weekly-letter.ts';

/** How a letter fared at the other side. */
export type Delivery =
  | { readonly outcome: 'taken' }
  /** The other side knows nobody by this address, and never will. */
  | { readonly outcome: 'no-such-address' }
  /** Not now: no connection, too busy, or a setting of ours that is wrong. */
  | { readonly outcome: 'later'; readonly reason: string };

/** The other side of the mail: hands over one letter. */
export interface Post {
  hand(letter: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<Delivery>;
}

const TIMEOUT_MS = 20_000;

/** The mail server of the organisation that runs this: `smtp://…` or `smtps://…`. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport(url, {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  } as object);
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'in-beeld.invalid';
  return {
    async hand({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          // the same for every attempt: whoever gets a letter twice can see that it is one
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { outcome: 'taken' };
      } catch (error) {
        return judge(error as SmtpError);
      }
    },
  };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly rejectedErrors?: readonly SmtpError[];
}

/**
 * Only a lasting refusal of the recipient says something about the address (RFC 5321, 4.2.1: 5yz). A refusal for a reason of
 * policy (RFC 3463: 5.7.z) is about us.
 */
function judge(error: SmtpError): Delivery {
  const refused = error.rejectedErrors?.[0] ?? error;
  const code = refused.responseCode ?? 0;
  const isPolicy = /^\d{3}[ -]5\.7\./.test(refused.response ?? '');
  if (code >= 500 && code < 600 && refused.command === 'RCPT TO' && !isPolicy) return { outcome: 'no-such-address' };
  return { outcome: 'later', reason: [refused.code, code || undefined, refused.command].filter(Boolean).join(' ') };
}

const MINUTE = 60_000;
/** How long to wait after each attempt that failed; after the last one the letter is given up. About two days. */
const WAITS_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const;
/** A process that has a letter in hand longer than this has died; another takes it over. */
const IN_HAND_MS = 10 * MINUTE;
const ROUND = 50;

export interface PostOptions {
  readonly post: Post;
  /** Where people reach the product. */
  readonly baseUrl: string;
  /** Tells the organisation that mail to one of its people does not arrive. */
  readonly onBounce: (tx: AnyTx, tenantId: string, now: Date) => Promise<void>;
  /** The one letter with words, written as it is handed over. */
  readonly weekly?: WeeklyLetter;
  /** A letter that did not go: why, never to whom. */
  readonly onTrouble?: (reason: string) => void;
  /** The moment it is, for a test; otherwise what the clock shows. */
  readonly at?: Date;
}

interface Letter {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
}

/**
 * Hands the letters that are ready to the mail server, and says how many went. A letter is marked as in hand before it goes and
 * as sent after: a process that dies in between leaves it to the next one, so it may go twice, with the same Message-ID, and is
 * never lost. Several processes share the work.
 */
export async function deliverMail(db: Kysely<DB>, options: PostOptions): Promise<number> {
  const at = options.at ? { at: options.at } : {};
  const ready = await enter(db, { door: 'runner', readOnly: true, ...at }, (tx, { now }) => lettersReady(tx, now));
  let sent = 0;
  for (const letter of ready) {
    const own = <T>(run: (tx: AnyTx, time: DomainTime) => Promise<T>) =>
      enter(db, { door: 'own', tenantId: letter.tenantId, ...at }, run);
    const taken = await own((tx, { now }) => take(tx, letter, now));
    if (!taken) continue;
    const account = <T>(run: (tx: AnyTx, time: DomainTime) => Promise<T>) => enter(db, { door: 'account', ...at }, run);
    const mailbox = await account((tx) => readMailbox(tx, letter.personId));
    if (!isWanted(mailbox, taken.news)) {
      await own((tx) => set(tx, letter, { state: 'off' }));
      continue;
    }
    const { news } = taken;
    const published = news && (await own((tx) => options.weekly?.write(tx, news) ?? Promise.resolve(undefined)));
    if (news && !published) {
      await own((tx) => set(tx, letter, { state: 'withdrawn' }));
      continue;
    }
    const words = published ? addressed(options.baseUrl, published) : writeLetter(options.baseUrl, taken.path);
    const delivery = await options.post.hand({ id: letter.id, to: mailbox.address, ...words });
    if (delivery.outcome === 'taken') {
      await own((tx, { now }) => set(tx, letter, { state: 'sent', sent_at: now }));
      sent++;
    } else if (delivery.outcome === 'no-such-address') {
      await own(async (tx, { now }) => {
        await set(tx, letter, { state: 'bounced' });
        await options.onBounce(tx, letter.tenantId, now);
      });
      await account((tx, { now }) => markBounced(tx, letter.personId, mailbox.address, now));
    } else {
      options.onTrouble?.(delivery.reason);
      await own(async (tx, { now }) => {
        const wait = WAITS_MINUTES[taken.attempts - 1];
        if (wait !== undefined)
          return set(tx, letter, { state: 'ready', due_at: new Date(now.getTime() + wait * MINUTE) });
        await set(tx, letter, { state: 'failed' });
        await options.onBounce(tx, letter.tenantId, now);
      });
    }
  }
  return sent;
}

/**
 * Somebody reports that mail to an address came back after all: the address is marked and each organisation alarmed.
 * @returns how many organisations heard of it; 0 when nobody has this address, or it was known.
 */
export async function reportBounce(
  db: Kysely<DB>,
  address: string,
  onBounce: PostOptions['onBounce'],
): Promise<number> {
  const places = await enter(db, { door: 'account' }, (tx, { now }) => markBouncedAddress(tx, address, now));
  for (const tenantId of places)
    await enter(db, { door: 'own', tenantId }, (tx, { now }) => onBounce(tx, tenantId, now));
  return places.length;
}

async function lettersReady(tx: Tx<MailTables>, now: Date): Promise<readonly Letter[]> {
  return tx
    .selectFrom('mail.outbox')
    .select(['tenant_id as tenantId', 'id', 'person_id as personId'])
    .where('state', 'in', ['ready', 'sending'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(ROUND)
    .execute();
}

/** Takes a letter in hand; undefined when another process was first. */
async function take(tx: Tx<MailTables>, letter: Letter, now: Date) {
  const row = await tx
    .selectFrom('mail.outbox')
    .select(['path', 'is_daily', 'attempts', 'news_from as newsFrom', 'news_until as newsUntil'])
    .where('tenant_id', '=', letter.tenantId)
    .where('id', '=', letter.id)
    .where('state', 'in', ['ready', 'sending'])
    .where('due_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  const attempts = row.attempts + 1;
  await set(tx, letter, { state: 'sending', attempts, due_at: new Date(now.getTime() + IN_HAND_MS) });
  return { path: row.is_daily ? DAILY_PATH : row.path, attempts, news: newsOf(row) };
}

async function set(
  tx: Tx<MailTables>,
  letter: Letter,
  values: { state: string; attempts?: number; due_at?: Date; sent_at?: Date },
): Promise<void> {
  await tx
    .updateTable('mail.outbox')
    .set(values)
    .where('tenant_id', '=', letter.tenantId)
    .where('id', '=', letter.id)
    .execute();
}
