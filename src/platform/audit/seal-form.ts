import { createHash } from 'node:crypto';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { LEAF } from './line-digests.ts';
import { merkleRoot } from './merkle.ts';

/** The lines of one organisation in one round. */
export interface Batch {
  readonly tenantId: string;
  readonly lines: number;
  readonly merkle: Buffer;
  readonly leaves: Buffer;
}

/** What was odd about the clock of the database in a round. */
export type ClockFlag = 'clock-back' | 'clock-ahead';

/** A root before it is signed: which lines it covers, over what, after which root. */
export interface RootHead {
  readonly no: number;
  readonly afterSeq: number;
  readonly upToSeq: number;
  readonly batches: number;
  readonly lines: number;
  readonly merkle: Buffer;
  readonly previous: Buffer;
  readonly sealedAt: Date;
  readonly flags: readonly string[];
  /** The erasures it covers, after the one and up to the other, and over what; all three are null when it covers none. */
  readonly afterErasure: number | null;
  readonly upToErasure: number | null;
  readonly erasures: Buffer | null;
}

export interface Root extends RootHead {
  readonly hash: Buffer;
  readonly keyId: string;
  readonly signature: Buffer;
}

/** Which logs go together: those of deeds (decisions and events), and the one of data processing. Each has a term of its own. */
export type LogGroup = 'deeds' | 'processing';

/** The lines of one organisation in a group of logs that went by their term, month by month. */
export interface Erasure {
  readonly no: number;
  readonly tenantId: string;
  readonly monthId: string;
  readonly logs: LogGroup;
  /** Its first day, in UTC. */
  readonly month: PlainDate;
  readonly rule: string;
  readonly period: string;
  readonly lines: number;
  readonly erasedAt: Date;
  /** When the term of its last line had passed, on the clock of the database. */
  readonly endedAt: Date;
  /** Per root how many of its lines went, and the SHA-256 of their numbers. */
  readonly parts: readonly { readonly root: number; readonly lines: number; readonly numbers: string }[];
}

/** What the first root names as the one before it. */
export const NO_ROOT = Buffer.alloc(LEAF.digest);

/** The digests of a batch without the numbers, for its tree. */
export function digestsIn(leaves: Buffer): Buffer {
  const digests = Buffer.alloc((leaves.length / LEAF.whole) * LEAF.digest);
  for (let at = 0; at * LEAF.whole < leaves.length; at++)
    leaves.copy(digests, at * LEAF.digest, at * LEAF.whole + LEAF.number, (at + 1) * LEAF.whole);
  return digests;
}

export function batchOf(tenantId: string, leaves: Buffer): Batch {
  return { tenantId, leaves, lines: leaves.length / LEAF.whole, merkle: merkleRoot(digestsIn(leaves)) };
}

/** The root over the batches of a round, in order of their organisations. */
export function merkleOfBatches(batches: readonly Pick<Batch, 'tenantId' | 'lines' | 'merkle'>[]): Buffer {
  return merkleRoot(
    Buffer.concat(
      batches.map(({ tenantId, lines, merkle }) =>
        digest('in-beeld batch 1', [tenantId, lines, merkle.toString('hex')]),
      ),
    ),
  );
}

/** The hash that the next root carries and that is signed. Every field is in it; a root over erasures has the second form. */
export function hashOf(head: RootHead): Buffer {
  const { erasures } = head;
  const form = erasures ? 'in-beeld root 2' : 'in-beeld root 1';
  return digest(form, [
    head.no,
    head.afterSeq,
    head.upToSeq,
    head.batches,
    head.lines,
    head.merkle.toString('hex'),
    head.previous.toString('hex'),
    head.sealedAt.toISOString(),
    head.flags,
    ...(erasures ? [head.afterErasure, head.upToErasure, erasures.toString('hex')] : []),
  ]);
}

/** What stands under a root for lines that went by their term. */
export function hashOfErasure(erasure: Erasure): Buffer {
  return digest('in-beeld erasure 1', [
    erasure.no,
    erasure.tenantId,
    erasure.monthId,
    erasure.logs,
    erasure.month,
    erasure.rule,
    erasure.period,
    erasure.lines,
    erasure.erasedAt.toISOString(),
    erasure.parts.map(({ root, lines, numbers }) => [root, lines, numbers]),
  ]);
}

/** What is signed when one key hands over to the next. */
export function hashOfKey(id: string, publicKey: Buffer): Buffer {
  return digest('in-beeld seal key 1', [id, publicKey.toString('hex')]);
}

function digest(kind: string, fields: readonly unknown[]): Buffer {
  return createHash('sha256').update(`${kind}\n`).update(JSON.stringify(fields)).digest();
}
