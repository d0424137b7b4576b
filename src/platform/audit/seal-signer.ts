import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { TenantKeys } from '../vault/tenant-keys.ts';

/** In the vault the installation itself stands as an organisation without a name: its key signs the seal of the logs. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** A key that signs roots (Ed25519, RFC 8032). */
export interface SealKey {
  readonly id: string;
  readonly publicKey: Buffer;
  sign(hash: Buffer): Buffer;
}

/** The key in use first, then those before it, which hand over to it. */
export type SealKeys = readonly [SealKey, ...SealKey[]];

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The seal keys of the installation, from its keys in the vault. */
export function sealKeysOf(keys: TenantKeys): SealKeys {
  const [active, ...former] = keys.everyOne('signing').map(({ id, key }) => {
    const seed = createHmac('sha256', key).update('in-beeld audit seal').digest();
    const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    seed.fill(0);
    return sealKey(id, secret);
  });
  return [active!, ...former];
}

function sealKey(id: string, secret: KeyObject): SealKey {
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  return { id, publicKey, sign: (hash) => sign(null, hash, secret) };
}

/** Did the holder of this key sign this? */
export function isSignedBy(publicKey: Buffer, hash: Buffer, signature: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, hash, key, signature);
}
