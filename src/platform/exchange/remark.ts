import { z } from 'zod';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newRandomId } from '../ids/uuid.ts';
import type { AboutLogged } from '../vault/sealing.ts';
import { forgetMessages } from './erase-message.ts';
import { moveMessages, readMessages } from './many-messages.ts';
import { type DeliveryRefusal, deliverMessage, moveMessage } from './message.ts';
import { ERASURE_NOTICE_KIND } from './message-kind.ts';
import type { MessageState } from './transitions.ts';

type Table = 'exchange.message';

/** So many remarks of one side fit at one thing; who has more to say calls. [design: In Beeld] */
export const MOST_REMARKS = 100;

const Says = z.object({ text: z.string(), by: z.string() });

/**
 * Something that one side says to the other about what both know: a referral, an action. It is a message that hangs on that thing by its
 * id, sealed as every message, and stands nowhere else.
 */
export interface Remark {
  readonly id: string;
  readonly aboutId: string;
  readonly isOwn: boolean;
  readonly counterpartId: string;
  readonly at: Date;
  readonly isWithdrawn: boolean;
  /** Undefined when it was taken back, erased, or could not be delivered yet. */
  readonly says: z.infer<typeof Says> | undefined;
}

export interface NewRemark {
  readonly aboutId: string;
  readonly receiverId: string;
  readonly kind: string;
  readonly basis: string;
  readonly text: string;
  readonly by: string;
}

export type RemarkRefusal = DeliveryRefusal | { readonly code: 'too-many-remarks' };

/** Sends a remark. Whether the thing it is about may be spoken of today is for the caller to know. @returns its id */
export async function sendRemark(
  tx: Tx<Table | 'vault.exchange_key'>,
  tenantId: string,
  { aboutId, receiverId, kind, basis, text, by }: NewRemark,
  time: DomainTime,
): Promise<Result<string, RemarkRefusal>> {
  const own = await ownRemarks(tx, tenantId, [aboutId]);
  if (own.length >= MOST_REMARKS) return err({ code: 'too-many-remarks' });
  const id = newRandomId();
  const content = Buffer.from(JSON.stringify({ text, by } satisfies z.infer<typeof Says>));
  const sent = await deliverMessage(tx, { id, receiverId, kind, basis, aboutId, content }, time);
  return sent.ok ? ok(id) : sent;
}

/** The remarks at these things on both sides, the oldest first; `about` says whom each thing is about, for the processing log. */
export async function remarksAbout(
  tx: Tx<Table | 'vault.message_key'>,
  tenantId: string,
  things: ReadonlyMap<string, AboutLogged>,
): Promise<readonly Remark[]> {
  if (things.size === 0) return [];
  const rows = await tx
    .selectFrom('exchange.message')
    .select(['id', 'about_id', 'box', 'counterpart_id', 'sent_at', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('about_id', 'in', [...things.keys()])
    .where('kind', '!=', ERASURE_NOTICE_KIND)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  const standing = rows.filter(({ state }) => state !== 'withdrawn');
  const read = await readMessages(
    tx,
    tenantId,
    'either',
    standing.map(({ id, about_id: aboutId }) => ({ id, about: things.get(aboutId!)! })),
  );
  return rows.map((row) => {
    const bytes = read.get(row.id);
    return {
      id: row.id,
      aboutId: row.about_id!,
      isOwn: row.box === 'out',
      counterpartId: row.counterpart_id,
      at: row.sent_at,
      isWithdrawn: row.state === 'withdrawn',
      says: bytes && Says.safeParse(JSON.parse(bytes.toString('utf8'))).data,
    };
  });
}

/** Takes one's own remark back: the other side cannot read it any more. */
export async function withdrawRemark(
  tx: Tx<Table>,
  tenantId: string,
  { id, aboutId }: { readonly id: string; readonly aboutId: string },
  time: DomainTime,
): Promise<Result<string, { readonly code: 'not-found' | 'withdrawn-before' }>> {
  const row = await tx
    .selectFrom('exchange.message')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('box', '=', 'out')
    .where('about_id', '=', aboutId)
    .where('kind', '!=', ERASURE_NOTICE_KIND)
    .executeTakeFirst();
  if (!row) return err({ code: 'not-found' });
  const moved = await moveMessage(tx, { id, action: 'withdraw', reason: 'opmerking ingetrokken' }, time);
  return moved.ok ? ok(id) : err({ code: 'withdrawn-before' });
}

/** Takes back every remark of one's own at things that were taken back themselves, to everybody or to one organisation. */
export async function takeBackRemarks(
  tx: Tx<Table>,
  tenantId: string,
  { aboutIds, receiverId }: { readonly aboutIds: readonly string[]; readonly receiverId?: string },
  time: DomainTime,
): Promise<void> {
  const own = await ownRemarks(tx, tenantId, aboutIds);
  const ids = own.filter((each) => !receiverId || each.counterpartId === receiverId).map(({ id }) => id);
  await moveMessages(tx, { ids, action: 'withdraw', reason: 'waar zij over ging is ingetrokken' }, time);
}

/** Makes one's own remarks unreadable here, because the other side took back what they were about. */
export async function forgetRemarks(tx: Tx<Table>, tenantId: string, aboutId: string, now: Date): Promise<void> {
  const own = await ownRemarks(tx, tenantId, [aboutId]);
  await forgetMessages(
    tx,
    own.map(({ id }) => id),
    now,
  );
}

/** What came in and still stands, and what it is about: of the ids that arrived together. */
export async function arrivedRemarks(
  tx: Tx<Table>,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly aboutId: string }[]> {
  const rows = await tx
    .selectFrom('exchange.message')
    .select(['id', 'about_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .where('box', '=', 'in')
    .where('about_id', 'is not', null)
    .where('state', 'in', ['sent', 'delivered'] satisfies MessageState[])
    .execute();
  return rows.map(({ id, about_id: aboutId }) => ({ id, aboutId: aboutId! }));
}

/**
 * Takes remarks in, so that they can be read where they hang; what no agreement holds for any more stays waiting. Only when the thing
 * itself is this side's to keep are they accepted: what was not can still be refused with it. @returns those taken in
 */
export async function takeInRemarks(
  tx: Tx<Table>,
  ids: readonly string[],
  isKept: boolean,
  time: DomainTime,
): Promise<ReadonlySet<string>> {
  const taken = await moveMessages(tx, { ids, action: 'deliver' }, time);
  if (isKept) await moveMessages(tx, { ids: taken, action: 'accept' }, time);
  return new Set(taken);
}

/** What came in about a thing follows it: kept when the thing is accepted, gone from here when it is refused. */
export async function settleRemarks(
  tx: Tx<Table>,
  tenantId: string,
  { aboutId, action }: { readonly aboutId: string; readonly action: 'accept' | 'refuse' },
  time: DomainTime,
): Promise<void> {
  const ids = (
    await tx
      .selectFrom('exchange.message')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('box', '=', 'in')
      .where('about_id', '=', aboutId)
      .where('kind', '!=', ERASURE_NOTICE_KIND)
      .where('state', 'in', ['sent', 'delivered'] satisfies MessageState[])
      .execute()
  ).map(({ id }) => id);
  await moveMessages(tx, { ids, action: 'deliver' }, time);
  await moveMessages(tx, { ids, action }, time);
}

async function ownRemarks(tx: Tx<Table>, tenantId: string, aboutIds: readonly string[]) {
  if (aboutIds.length === 0) return [];
  return tx
    .selectFrom('exchange.message')
    .select(['id', 'counterpart_id as counterpartId'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'out')
    .where('about_id', 'in', [...aboutIds])
    .where('kind', '!=', ERASURE_NOTICE_KIND)
    .where('state', '!=', 'withdrawn')
    .execute();
}
