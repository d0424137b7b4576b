import { createHash } from 'node:crypto';

/** 1 January 2026, so that seeded records sort before whatever is made later. */
const SEEDED_AT = Date.UTC(2026, 0, 1);

/** The id of a seeded record: a UUIDv7 whose random part follows from the seed and the name, so that a seed is repeatable. */
export function seedId(seed: number, name: string): string {
  const bytes = createHash('sha256').update(`${seed}:${name}`).digest().subarray(0, 16);
  bytes.writeUIntBE(SEEDED_AT, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
