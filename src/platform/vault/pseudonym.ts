import { createHmac, createSecretKey } from 'node:crypto';
import { lentTo } from './lending.ts';

/**
 * Who a log row is about, without saying who: the same for one subject within an organisation, another in every other. HMAC-SHA-256
 * under a key of the organisation. Needs a transaction with keys (`lendKeys`).
 */
export function pseudonymOf(tx: object, kind: string, id: string): Buffer {
  return pseudonymsOf(tx, kind, id)[0]!;
}

/** To seek by: the pseudonym under the key of today first, then under earlier ones. */
export function pseudonymsOf(tx: object, kind: string, id: string): readonly Buffer[] {
  return lentTo(tx)
    .keys.everyOne('pseudonym')
    .map(({ key }) => createHmac('sha256', createSecretKey(key)).update(`${kind}\0${id}`).digest());
}
