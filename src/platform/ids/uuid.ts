import { randomBytes } from 'node:crypto';
import { realNow } from '../clock/real-time.ts';

/** A new UUIDv7 (RFC 9562): the first 48 bits are the millisecond, so that keys arrive in order; the rest is random. */
export function newId(): string {
  const bytes = randomBytes(16);
  const milliseconds = realNow().getTime();
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An unguessable secret of `bytes` random bytes, in base64url. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** A new span (W3C Trace Context): eight random bytes that name one step of a trace. */
export function newSpan(): Buffer {
  return randomBytes(8);
}

/** A new UUIDv4 (RFC 9562): random in every bit, for what stands in an address and may not tell when it was made. */
export function newRandomId(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Random bytes, for a code that people read out. */
export function newRandomBytes(count: number): Uint8Array {
  return randomBytes(count);
}
