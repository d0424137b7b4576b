import { type Kysely, sql } from 'kysely';
import { realNow } from '../clock/real-time.ts';
import type { DB } from '../db/tables.generated.ts';
import { enter } from '../db/transact.ts';
import type { AnyTx } from '../db/tx.ts';
import { digestOfErasures, erasedKey, erasedNumbers, erasuresAfter } from './erasures.ts';
import { LEAF, lineDigests } from './line-digests.ts';
import { merkleRoot } from './merkle.ts';
import type { KeptRoot } from './root-file.ts';
import {
  type Batch,
  digestsIn,
  type Erasure,
  hashOf,
  hashOfKey,
  merkleOfBatches,
  NO_ROOT,
  type Root,
} from './seal-form.ts';
import { isSignedBy } from './seal-signer.ts';
import { rootsAfter } from './seal-store.ts';

/** What was found that should not be: what, and where. */
export interface Finding {
  readonly kind:
    | 'line-changed' // a line says something else than when it was sealed
    | 'line-missing'
    | 'line-added'
    | 'batch-changed' // the digests of an organisation are not those the root was made over
    | 'batch-missing'
    | 'batch-added'
    | 'root-changed'
    | 'root-missing'
    | 'root-replaced' // another root than the one kept elsewhere
    | 'signature-wrong'
    | 'key-unknown' // not handed over by the key before it, or not the key of this installation
    | 'erasure-changed' // what a root says about lines that went by their term is not what stands there
    | 'erased-early' // lines went before the term that their erasure names had passed
    | 'numbers-back'; // the next line would get a number that was used before
  readonly root?: number;
  readonly tenantId?: string;
  readonly line?: number;
}

/** What is odd and no proof of anything. */
export interface Oddity {
  readonly kind: 'clock-back' | 'clock-ahead' | 'unsealed-long';
  readonly root?: number;
}

/** Lines that went by their term: the roots over them stay, and `root` covers that they went; undefined until it is laid. */
export interface ErasedMonth {
  readonly erasure: Erasure;
  readonly root: number | undefined;
}

export interface Verified {
  readonly roots: number;
  /** Lines that were sealed and should be there. */
  readonly lines: number;
  readonly erased: readonly ErasedMonth[];
  /** Lines that came after the last seal. */
  readonly unsealed: number;
  readonly findings: readonly Finding[];
  readonly oddities: readonly Oddity[];
}

export interface VerifyOptions {
  /** The key that signs for this installation now, from the vault; without it any key that stands in the database is believed. */
  readonly publicKey?: Buffer;
  readonly kept?: readonly KeptRoot[];
  /** Findings after this many are not looked for. */
  readonly atMost?: number;
}

/** Numbers that are read in one go. */
const WINDOW = 25_000;
const ROOTS_AT_ONCE = 5_000;
/** A line waits for its seal no longer than this; otherwise the sealing stands still. */
const UNSEALED_AT_MOST_MS = 10 * 60_000;

/**
 * Checks everything that was sealed: every line against its digest, the digests against the roots, the roots against each other,
 * against the keys and against what was kept elsewhere. Finds what was changed, removed, added or put in another order since.
 */
export async function verifySeal(db: Kysely<DB>, options: VerifyOptions = {}): Promise<Verified> {
  const findings: Finding[] = [];
  const oddities: Oddity[] = [];
  const full = () => findings.length >= (options.atMost ?? 100);
  const inside = <T>(run: (tx: AnyTx) => Promise<T>) => enter(db, { door: 'sealer', readOnly: true }, run);
  const keys = await inside((tx) => trustedKeys(tx, options.publicKey, findings));
  const kept = new Map((options.kept ?? []).map(({ no, hash }) => [no, hash]));
  let erasures = await inside((tx) => erasuresAfter(tx, 0));
  const erased: ErasedMonth[] = [];
  let lines = 0;
  let last: Root | undefined;
  for (;;) {
    const roots = await inside((tx) => rootsAfter(tx, last?.no ?? 0, ROOTS_AT_ONCE));
    if (roots.length === 0 || full()) break;
    for (const root of roots) {
      checkRoot(root, last, keys, findings);
      const elsewhere = kept.get(root.no);
      if (elsewhere && !elsewhere.equals(root.hash)) findings.push({ kind: 'root-replaced', root: root.no });
      kept.delete(root.no);
      // laid while this was reading
      if (root.upToErasure && root.upToErasure > (erasures.at(-1)?.no ?? 0))
        erasures = await inside((tx) => erasuresAfter(tx, 0));
      if (root.erasures) checkErasures(root, erasures, erased, findings);
      for (const flag of root.flags) oddities.push({ kind: flag as Oddity['kind'], root: root.no });
      last = root;
    }
    for (const some of windows(roots)) {
      const looked = await lookAgain((found) => inside((tx) => checkLines(tx, some, found)));
      lines += looked.lines;
      findings.push(...looked.found);
      if (full()) break;
    }
  }
  for (const no of kept.keys()) findings.push({ kind: 'root-missing', root: no });
  const tail = await inside((tx) => lookAtTail(tx, last));
  if (tail.isBehind) findings.push({ kind: 'numbers-back' });
  if (tail.oldest && realNow().getTime() - tail.oldest.getTime() > UNSEALED_AT_MOST_MS)
    oddities.push({ kind: 'unsealed-long' });
  erased.push(...erasures.slice(erased.length).map((erasure) => ({ erasure, root: undefined })));
  return { roots: last?.no ?? 0, lines, erased, unsealed: tail.lines, findings, oddities };
}

/** What is found is looked at once more: a month may go by its term between reading its lines and reading that they went. */
async function lookAgain(look: (found: Finding[]) => Promise<number>) {
  for (let time = 1; ; time++) {
    const found: Finding[] = [];
    const lines = await look(found);
    if (found.length === 0 || time === 2) return { lines, found };
  }
}

/** The erasures a root covers: those after the ones before it, unchanged, and none before its term had passed. */
function checkErasures(root: Root, all: readonly Erasure[], erased: ErasedMonth[], findings: Finding[]): void {
  const before = erased.at(-1)?.erasure.no ?? 0;
  const mine = all.filter(({ no }) => no > before && no <= root.upToErasure!);
  const isSame = root.afterErasure === before && mine.length > 0 && digestOfErasures(mine).equals(root.erasures!);
  if (!isSame) findings.push({ kind: 'erasure-changed', root: root.no });
  for (const erasure of mine) {
    erased.push({ erasure, root: root.no });
    if (erasure.endedAt > root.sealedAt)
      findings.push({ kind: 'erased-early', root: root.no, tenantId: erasure.tenantId });
  }
}

/** The public keys that may have signed: each handed over by the one before it, and the last one is that of the installation. */
async function trustedKeys(
  tx: AnyTx,
  mine: Buffer | undefined,
  findings: Finding[],
): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await tx.selectFrom('audit.seal_key').selectAll().orderBy('since').execute();
  const last = rows.at(-1);
  if (mine && last && !last.public_key.equals(mine)) findings.push({ kind: 'key-unknown' });
  for (const [index, row] of rows.entries()) {
    const giver = rows[index - 1];
    if (!giver && !row.previous_id) continue;
    const isGiven =
      giver?.id === row.previous_id &&
      row.signature !== null &&
      isSignedBy(giver!.public_key, hashOfKey(row.id, row.public_key), row.signature);
    if (!isGiven) findings.push({ kind: 'key-unknown' });
  }
  return new Map(rows.map((row) => [row.id, row.public_key]));
}

function checkRoot(root: Root, before: Root | undefined, keys: ReadonlyMap<string, Buffer>, findings: Finding[]): void {
  const { no } = root;
  const expected = (before?.no ?? 0) + 1;
  for (let gone = expected; gone < Math.min(no, expected + 10); gone++)
    findings.push({ kind: 'root-missing', root: gone });
  const follows = root.afterSeq === (before?.upToSeq ?? 0) && root.previous.equals(before?.hash ?? NO_ROOT);
  if (!hashOf(root).equals(root.hash) || (no === expected && !follows))
    findings.push({ kind: 'root-changed', root: no });
  const key = keys.get(root.keyId);
  if (!key || !isSignedBy(key, root.hash, root.signature)) findings.push({ kind: 'signature-wrong', root: no });
}

/** Roots in groups of so many numbers, so that a year of quiet minutes is not read minute by minute. */
function* windows(roots: readonly Root[]): Generator<readonly Root[]> {
  let some: Root[] = [];
  for (const root of roots) {
    if (some.length > 0 && root.upToSeq - some[0]!.afterSeq > WINDOW) {
      yield some;
      some = [];
    }
    some.push(root);
  }
  if (some.length > 0) yield some;
}

/** Compares the lines of some roots with what was sealed and did not go by its term. @returns how many those are. */
async function checkLines(tx: AnyTx, roots: readonly Root[], findings: Finding[]): Promise<number> {
  const [first, last] = [roots[0]!, roots.at(-1)!];
  const stored = await tx
    .selectFrom('audit.batch')
    .select(['root_no as rootNo', 'tenant_id as tenantId', 'lines', 'merkle', 'leaves'])
    .where('root_no', '>=', first.no)
    .where('root_no', '<=', last.no)
    .orderBy('root_no')
    .orderBy('tenant_id')
    .execute();
  const now = await lineDigests(tx, first.afterSeq, last.upToSeq);
  const gone = await erasedNumbers(tx, first.no, last.no);
  const present = new Map(now.map(({ tenantId, leaves }) => [tenantId, { leaves, at: 0 }]));
  let lines = 0;
  let at = 0;
  for (const root of roots) {
    const batches: (Batch & { readonly rootNo: number })[] = [];
    while (at < stored.length && stored[at]!.rootNo === root.no) batches.push(stored[at++]!);
    checkBatches(root, batches, findings);
    for (const whole of batches) {
      const batch = withoutErased(whole, gone.get(erasedKey(root.no, whole.tenantId)), findings);
      const mine = present.get(batch.tenantId);
      const until = mine ? endOf(mine.leaves, mine.at, root.upToSeq) : 0;
      compareLeaves(root, batch, mine?.leaves.subarray(mine.at, until) ?? Buffer.alloc(0), findings);
      if (mine) mine.at = until;
      lines += batch.leaves.length / LEAF.whole;
    }
    // lines of an organisation that had none when this root was laid
    const sealed = new Set(batches.map(({ tenantId }) => tenantId));
    for (const [tenantId, mine] of present) {
      if (sealed.has(tenantId)) continue;
      const until = endOf(mine.leaves, mine.at, root.upToSeq);
      for (; mine.at < until; mine.at += LEAF.whole)
        findings.push({ kind: 'line-added', root: root.no, tenantId, line: numberAt(mine.leaves, mine.at) });
    }
  }
  return lines;
}

function checkBatches(root: Root, batches: readonly Batch[], findings: Finding[]): void {
  const where = { root: root.no };
  for (const { tenantId, leaves, merkle, lines } of batches)
    if (leaves.length !== lines * LEAF.whole || !merkleRoot(digestsIn(leaves)).equals(merkle))
      findings.push({ kind: 'batch-changed', ...where, tenantId });
  const merkle = batches.length === 0 ? NO_ROOT : merkleOfBatches(batches);
  if (merkle.equals(root.merkle)) return;
  const kind =
    batches.length < root.batches ? 'batch-missing' : batches.length > root.batches ? 'batch-added' : 'batch-changed';
  findings.push({ kind, ...where });
}

/** What has to be there of a batch: everything but the lines that went by their term. */
function withoutErased<B extends Batch & { readonly rootNo: number }>(
  batch: B,
  gone: ReadonlySet<number> | undefined,
  findings: Finding[],
): B {
  if (!gone) return batch;
  const kept: Buffer[] = [];
  for (let at = 0; at < batch.leaves.length; at += LEAF.whole)
    if (!gone.has(numberAt(batch.leaves, at))) kept.push(batch.leaves.subarray(at, at + LEAF.whole));
  // it names lines that this batch never had
  if (kept.length !== batch.lines - gone.size)
    findings.push({ kind: 'erasure-changed', root: batch.rootNo, tenantId: batch.tenantId });
  return { ...batch, leaves: Buffer.concat(kept) };
}

const numberAt = (leaves: Buffer, at: number) => Number(leaves.readBigInt64BE(at));

/** Where the lines up to this number end. */
function endOf(leaves: Buffer, from: number, upTo: number): number {
  let at = from;
  while (at < leaves.length && numberAt(leaves, at) <= upTo) at += LEAF.whole;
  return at;
}

/** Both in order of their numbers: what is in one and not in the other, and what differs. */
function compareLeaves(root: Root, { tenantId, leaves: sealed }: Batch, present: Buffer, findings: Finding[]): void {
  if (sealed.equals(present)) return;
  let [old, now] = [0, 0];
  while (old < sealed.length || now < present.length) {
    const was = old < sealed.length ? numberAt(sealed, old) : Number.POSITIVE_INFINITY;
    const is = now < present.length ? numberAt(present, now) : Number.POSITIVE_INFINITY;
    const isSame = was === is && sealed.subarray(old, old + LEAF.whole).equals(present.subarray(now, now + LEAF.whole));
    if (!isSame) {
      const kind = was === is ? 'line-changed' : was < is ? 'line-missing' : 'line-added';
      findings.push({ kind, root: root.no, tenantId, line: Math.min(was, is) });
    }
    if (was <= is) old += LEAF.whole;
    if (is <= was) now += LEAF.whole;
  }
}

interface Tail {
  readonly lines: number;
  readonly oldest: Date | null;
  readonly isBehind: boolean;
}

/** What came after the last seal, and whether the numbers go on where they were. */
async function lookAtTail(tx: AnyTx, last: Root | undefined): Promise<Tail> {
  const upTo = last?.upToSeq ?? 0;
  const { rows } = await sql<Tail>`
    with tail as (
      select recorded_at from audit.decision where seq > ${upTo}
      union all select recorded_at from audit.event where seq > ${upTo}
      union all select recorded_at from audit.processing where seq > ${upTo})
    select count(*)::integer as lines, min(recorded_at) as oldest,
      (select last_value < ${upTo} from audit.line) as "isBehind"
    from tail`.execute(tx);
  return rows[0]!;
}
