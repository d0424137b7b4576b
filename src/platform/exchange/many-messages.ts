import { sql } from 'kysely';
import { noteRevealed } from '../audit/reveal.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { type MessageBox, openMessage } from '../vault/message-seal.ts';
import { pseudonymOf } from '../vault/pseudonym.ts';
import type { AboutLogged } from '../vault/sealing.ts';
import { type MessageAction, TRANSITIONS } from './transitions.ts';

/**
 * Brings many messages of one's own to their next state, each as `moveMessage` does, in one statement.
 * @returns those that moved; the others stay as they were.
 */
export async function moveMessages(
  tx: Tx<'exchange.message'>,
  move: {
    readonly ids: readonly string[];
    readonly action: Exclude<MessageAction, 'expire'>;
    readonly reason?: string;
  },
  time: DomainTime,
): Promise<readonly string[]> {
  if (move.ids.length === 0) return [];
  const { to } = TRANSITIONS.find(({ action }) => action === move.action)!;
  // always in the same order, so that two who move the same do not wait for each other
  const ids = [...new Set(move.ids)].toSorted();
  const { rows } = await sql<{ id: string; outcome: string }>`
    select m.id, exchange.move(m.id, ${to}, ${move.reason ?? null}, ${time.now}, m.event) as outcome
    from unnest(${ids}::uuid[], ${ids.map(() => newId())}::uuid[]) as m (id, event)`.execute(tx);
  return rows.flatMap(({ id, outcome }) => (outcome === 'moved' ? [id] : []));
}

/** A message to open, and whom it is about, for the processing log. */
export interface ToRead {
  readonly id: string;
  readonly about: AboutLogged;
}

/**
 * What messages say, by id, in one statement. One that is not there, was not delivered, or was taken back, is left out: then this side
 * has no key. The transaction was lent this side's keys.
 */
export async function readMessages(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  box: MessageBox | 'either',
  messages: readonly ToRead[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (messages.length === 0) return new Map();
  const rows = await tx
    .selectFrom('exchange.message as m')
    .innerJoin('vault.message_key as k', (join) =>
      join.onRef('k.tenant_id', '=', 'm.tenant_id').onRef('k.message_id', '=', 'm.id').onRef('k.box', '=', 'm.box'),
    )
    .select(['m.id', 'm.box', 'm.content', 'm.kind', 'm.counterpart_id', 'k.key_id as keyId', 'k.wrapped'])
    .where('m.tenant_id', '=', tenantId)
    .$if(box !== 'either', (query) => query.where('m.box', '=', box))
    .where(
      'm.id',
      'in',
      messages.map(({ id }) => id),
    )
    .execute();
  const abouts = new Map(messages.map(({ id, about }) => [id, about]));
  const opened = new Map<string, Buffer>();
  const seen = new Map<string, Exclude<AboutLogged, 'nobody'>>();
  for (const { id, box: ownBox, content, kind, counterpart_id: counterpartId, keyId, wrapped } of rows) {
    if (!content || content.length === 0) continue;
    const about = abouts.get(id)!;
    if (about !== 'nobody') seen.set(`${about.kind}\0${about.id}`, about);
    const [senderId, receiverId] = ownBox === 'out' ? [tenantId, counterpartId] : [counterpartId, tenantId];
    const place = { id, kind, senderId, receiverId };
    opened.set(id, openMessage(tx, place, ownBox as MessageBox, { content, wrap: { keyId, wrapped } }));
  }
  if (seen.size > 0)
    noteRevealed(
      tx,
      ...[...seen.values()].map(({ kind, id }) => ({
        subject: { kind, pseudonym: pseudonymOf(tx, kind, id) },
        dossierId: null,
        columns: ['exchange.message.content'],
      })),
    );
  return opened;
}
