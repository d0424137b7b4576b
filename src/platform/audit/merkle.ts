import { hash } from 'node:crypto';

const DIGEST = 32;
const NODE = Buffer.from([1]);

/**
 * The root of a Merkle tree over digests (RFC 6962, 2.1: a node is SHA-256 of 0x01 and its two children; an odd one moves up as it
 * is). The digests of leaves are made elsewhere, with 0x00 in front, so that a leaf is never a node.
 * @param leaves digests of 32 bytes, one after another. @throws RangeError when there are none.
 */
export function merkleRoot(leaves: Buffer): Buffer {
  if (leaves.length === 0 || leaves.length % DIGEST !== 0) throw new RangeError('a tree has leaves of 32 bytes');
  const level = Buffer.from(leaves);
  const pair = Buffer.alloc(1 + 2 * DIGEST);
  NODE.copy(pair);
  for (let count = leaves.length / DIGEST; count > 1; count = Math.ceil(count / 2)) {
    for (let at = 0; at < count; at += 2) {
      const from = at * DIGEST;
      const to = (at / 2) * DIGEST;
      if (at + 1 === count) {
        level.copy(level, to, from, from + DIGEST);
      } else {
        level.copy(pair, 1, from, from + 2 * DIGEST);
        hash('sha256', pair, 'buffer').copy(level, to);
      }
    }
  }
  return level.subarray(0, DIGEST);
}
