import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

// RFC 8410: the fixed beginning of an X25519 key in DER, before its 32 bytes
const PRIVATE_HEADER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEADER = Buffer.from('302a300506032b656e032100', 'hex');

export function privateKeyOf(bytes: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEADER, bytes]), format: 'der', type: 'pkcs8' });
}

export function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_HEADER, bytes]), format: 'der', type: 'spki' });
}

/** The 32 bytes that others may know, of a private X25519 key of 32 bytes (RFC 7748). */
export function publicBytesOf(privateBytes: Buffer): Buffer {
  return createPublicKey(privateKeyOf(privateBytes))
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC_HEADER.length);
}
