import { createHmac, createSecretKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import type { Tx } from '../db/transact.ts';
import { privateKeyOf, publicKeyOf } from './exchange-pair.ts';
import { SealBroken } from './key-source.ts';
import { lentTo } from './lending.ts';
import { seal, unseal } from './seal.ts';
import type { TenantKeys } from './tenant-keys.ts';

/** A message between two organisations, as its seal knows it: moved to another message, side or direction, it does not open. */
export interface MessagePlace {
  readonly id: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly kind: string;
}

export type MessageBox = 'out' | 'in';

/** The key of a message, sealed for one side. */
export interface MessageWrap {
  /** Which exchange key of that side opens it. */
  readonly keyId: string;
  readonly wrapped: Buffer;
}

export interface SealedMessage {
  readonly content: Buffer;
  /** The same for the same content by the same sender, and for nobody else. */
  readonly mark: Buffer;
  readonly forSender: MessageWrap;
  readonly forReceiver: MessageWrap;
}

const POINT = 32;

/** A message to seal: its place, and what it says. */
export interface MessageToSeal {
  readonly place: MessagePlace;
  readonly content: Buffer;
}

/**
 * Seals messages of one sender, each under a key of its own, and that key once for each side, with the key that side told others: the
 * sender needs no key of the receiver. Undefined for a message whose receiver has told none. The keys of a side are asked once,
 * however many messages. The transaction was lent the sender's keys.
 */
export async function sealMessages(
  tx: Tx<'vault.exchange_key'>,
  messages: readonly MessageToSeal[],
): Promise<readonly (SealedMessage | undefined)[]> {
  const { keys } = lentTo(tx);
  const sides = new Map<string, Agreed | undefined>();
  for (const { place } of messages)
    for (const side of [place.senderId, place.receiverId]) {
      if (sides.has(side)) continue;
      const key = await newestKey(tx, side);
      sides.set(side, key && agreeWith(keys, key));
    }
  return messages.map(({ place, content }) => {
    const [ours, theirs] = [sides.get(place.senderId), sides.get(place.receiverId)];
    if (!ours || !theirs) return undefined;
    const key = keys.wipeWithUs(randomBytes(32));
    return {
      content: seal(key, content, contentContext(place)),
      mark: createHmac('sha256', createSecretKey(keys.active('index').key))
        .update(`${contentContext(place)}\0`)
        .update(content)
        .digest(),
      forSender: wrapFor(ours, key, place, 'out'),
      forReceiver: wrapFor(theirs, key, place, 'in'),
    };
  });
}

/**
 * Opens a message with the key as it was sealed for this side. The transaction was lent this side's keys.
 * @throws SealBroken when content or key were changed, or are of another message
 */
export function openMessage(
  tx: object,
  place: MessagePlace,
  box: MessageBox,
  sealed: { readonly content: Uint8Array; readonly wrap: MessageWrap },
): Buffer {
  const { keys } = lentTo(tx);
  const own = keys.byId(sealed.wrap.keyId);
  const key = own && unwrap(own, sealed.wrap.wrapped, place, box);
  const content = key && unseal(keys.wipeWithUs(key), sealed.content, contentContext(place));
  if (!content) throw new SealBroken(`message ${place.id} does not open`);
  return content;
}

interface ExchangeKey {
  readonly id: string;
  readonly public_key: Buffer;
}

async function newestKey(tx: Tx<'vault.exchange_key'>, tenantId: string): Promise<ExchangeKey | undefined> {
  return tx
    .selectFrom('vault.exchange_key')
    .select(['id', 'public_key'])
    .where('tenant_id', '=', tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const contentContext = ({ id, senderId, receiverId, kind }: MessagePlace) =>
  `exchange.message.content|${senderId}|${receiverId}|${kind}|${id}`;
const wrapContext = (place: MessagePlace, box: MessageBox) => `vault.message_key|${box}|${contentContext(place)}`;

/** What an ephemeral key and the key of a side agreed on; the private half of the ephemeral key is gone by then. */
interface Agreed {
  readonly keyId: string;
  readonly point: Buffer;
  readonly shared: Buffer;
}

/** An ephemeral X25519 key agrees with the side's own (RFC 7748), once for the messages that are sealed together. */
function agreeWith(keys: TenantKeys, side: ExchangeKey): Agreed {
  const once = generateKeyPairSync('x25519');
  const point = once.publicKey.export({ format: 'der', type: 'spki' }).subarray(-POINT);
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: publicKeyOf(side.public_key) });
  return { keyId: side.id, point, shared: keys.wipeWithUs(shared) };
}

/** HKDF (RFC 5869) makes of it a key of its own for each message and side, that opens nothing else. */
function wrapFor({ keyId, point, shared }: Agreed, key: Buffer, place: MessagePlace, box: MessageBox): MessageWrap {
  const under = agreedKey(shared, point, wrapContext(place, box));
  return { keyId, wrapped: Buffer.concat([point, seal(under, key, wrapContext(place, box))]) };
}

function unwrap(own: Buffer, wrapped: Buffer, place: MessagePlace, box: MessageBox): Buffer | undefined {
  const point = wrapped.subarray(0, POINT);
  const shared = diffieHellman({ privateKey: privateKeyOf(own), publicKey: publicKeyOf(point) });
  const under = agreedKey(shared, point, wrapContext(place, box));
  return unseal(under, wrapped.subarray(POINT), wrapContext(place, box));
}

function agreedKey(shared: Buffer, point: Buffer, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, point, `in-beeld:${context}`, 32));
}
