import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merkleRoot } from './merkle.ts';

const sha = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (n: number) => sha(Buffer.from([0, n]));
const node = (left: Buffer, right: Buffer) => sha(Buffer.from([1]), left, right);

/** RFC 6962, 2.1, as it is written there: split at the largest power of two below the number of leaves. */
function byTheBook(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return node(byTheBook(leaves.slice(0, k)), byTheBook(leaves.slice(k)));
}

describe('the root of a tree', () => {
  it('is that of RFC 6962, for every number of leaves', () => {
    for (let count = 1; count <= 70; count++) {
      const leaves = Array.from({ length: count }, (_, n) => leaf(n));
      expect(merkleRoot(Buffer.concat(leaves)).toString('hex'), `${count} leaves`).toBe(
        byTheBook(leaves).toString('hex'),
      );
    }
  });

  it('changes with every bit, with the order and with the number of leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(255), (count, where, bit) => {
        const leaves = Buffer.concat(Array.from({ length: count }, (_, n) => leaf(n)));
        const root = merkleRoot(leaves);
        const changed = Buffer.from(leaves);
        changed[where % leaves.length]! ^= 1 << (bit % 8);
        expect(merkleRoot(changed).equals(root)).toBe(false);
        expect(merkleRoot(leaves.subarray(0, -32)).equals(root)).toBe(false);
        const swapped = Buffer.concat([leaves.subarray(32, 64), leaves.subarray(0, 32), leaves.subarray(64)]);
        expect(merkleRoot(swapped).equals(root)).toBe(false);
      }),
      { seed: 20261129 },
    );
  });

  it('leaves the leaves as they were, and is nothing without any', () => {
    const leaves = Buffer.concat([leaf(1), leaf(2), leaf(3)]);
    const before = Buffer.from(leaves);
    merkleRoot(leaves);
    expect(leaves).toEqual(before);
    expect(() => merkleRoot(Buffer.alloc(0))).toThrow(RangeError);
    expect(() => merkleRoot(Buffer.alloc(33))).toThrow(RangeError);
  });
});
