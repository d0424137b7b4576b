import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

// everywhere in the vault Node is given a key object: of a bare buffer it first looks whether it is one, and that costs four times what
// the computing does

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D). `context` says where the text belongs (table, row, owner): moved elsewhere, it does
 * not open. @param key 32 bytes. @returns nonce, tag and ciphertext in one.
 */
export function seal(key: Buffer, plain: Buffer, context: string | Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, createSecretKey(key), nonce).setAAD(bytesOf(context));
  // GCM is a stream: update gives everything, final only closes the tag
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Decrypts what `seal` made; undefined when the key, the context or a single bit is not the same. */
export function unseal(key: Buffer, sealed: Uint8Array, context: string | Buffer): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv(ALGORITHM, createSecretKey(key), sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(bytesOf(context))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const plain = decipher.update(sealed.subarray(NONCE + TAG));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function bytesOf(context: string | Buffer): Buffer {
  return typeof context === 'string' ? Buffer.from(context) : context;
}
