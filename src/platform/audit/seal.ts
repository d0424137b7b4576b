import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import { enter } from '../db/transact.ts';
import type { AnyTx, Tx } from '../db/tx.ts';
import { digestOfErasures, erasuresAfter, sealedErasure } from './erasures.ts';
import { lineDigests, type TenantLines } from './line-digests.ts';
import { batchOf, type ClockFlag, hashOf, hashOfKey, merkleOfBatches, NO_ROOT, type Root } from './seal-form.ts';
import type { SealKeys } from './seal-signer.ts';
import { lastRoot, rootBy } from './seal-store.ts';

/** So many numbers in one root at most; what is more waits for the next root, in the same round. */
const NUMBERS_AT_ONCE = 50_000;
/** How far the clock of the database may step back before a root says so. */
const CLOCK_SLACK_MS = 2_000;
const WRITERS_POLL_MS = 20;
const WRITERS_WAIT_MS = 10_000;
const TURN = 7_310_004;

/** The seal that this process laid last is gone from the database, or another stands in its place. */
export class SealTamperedWith extends Error {}

export interface Sealer {
  /**
   * Lays a seal over every line that came since the last one. What was under way waits for the next round; cut off half-way, nothing
   * of it stays and the next round does it all.
   * @returns the roots it laid. @throws SealTamperedWith
   */
  seal(): Promise<readonly Root[]>;
}

/**
 * Seals the logs with the keys of the installation; asked for before each round, never inside a transaction. It remembers the root it
 * laid last, and goes no further when that is gone.
 */
export function createSealer(
  db: Kysely<DB>,
  keysNow: () => Promise<SealKeys>,
  { remembers = true }: { readonly remembers?: boolean } = {},
): Sealer {
  const state: { laid: Root | undefined } = { laid: undefined };
  return {
    async seal() {
      const upTo = await settledNumber(db);
      if (upTo === undefined) return [];
      const roots: Root[] = [];
      for (;;) {
        const keys = await keysNow();
        const root = await enter(db, { door: 'sealer' }, (tx) => layRoot(tx, keys, upTo, state.laid));
        if (!root) return roots;
        if (remembers) state.laid = root;
        roots.push(root);
      }
    },
  };
}

interface Moment {
  readonly number: number;
  readonly at: Date;
}

/**
 * The last number below which no line can still come: every transaction that had begun to write when it was read has ended. It holds
 * a lock on the log from before it takes its number until its end. Undefined when one of them takes too long.
 */
async function settledNumber(db: Kysely<DB>): Promise<Moment | undefined> {
  const moment = await enter(db, { door: 'sealer' }, async (tx) => {
    const { rows } = await sql<Moment>`select number, at from audit.last_number()`.execute(tx);
    return rows[0]!;
  });
  const writing = await writers(db);
  for (let waited = 0; waited < WRITERS_WAIT_MS; waited += WRITERS_POLL_MS) {
    const still = new Set(writing.length > 0 ? await writers(db) : []);
    if (!writing.some((each) => still.has(each))) return moment;
    await sleep(WRITERS_POLL_MS);
  }
  return undefined;
}

/** The transactions that have begun to write in a log and have not ended. */
async function writers(db: Kysely<DB>): Promise<readonly string[]> {
  return enter(db, { door: 'sealer' }, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select distinct virtualtransaction as id from pg_catalog.pg_locks
      where locktype = 'relation' and mode = 'RowExclusiveLock'
        and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
        and relation in ('audit.decision'::regclass, 'audit.event'::regclass, 'audit.processing'::regclass)`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  });
}

async function layRoot(tx: AnyTx, keys: SealKeys, settled: Moment, laid: Root | undefined): Promise<Root | undefined> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${TURN}) as mine`.execute(tx);
  if (!rows[0]!.mine) return undefined; // another process is at it
  const before = await lastRoot(tx);
  if (laid && !(await rootBy(tx, laid.no))?.hash.equals(laid.hash))
    throw new SealTamperedWith(`root ${laid.no}, laid by this process, is not what stands in the database`);
  const afterSeq = before?.upToSeq ?? 0;
  if (settled.number <= afterSeq) return undefined;
  const upToSeq = Math.min(settled.number, afterSeq + NUMBERS_AT_ONCE);
  const tenants = await lineDigests(tx, afterSeq, upToSeq);
  const batches = tenants.map(({ tenantId, leaves }) => batchOf(tenantId, leaves));
  const isLast = upToSeq === settled.number;
  if (batches.length === 0 && isLast) return undefined; // numbers of deeds that were rolled back
  const [key] = keys;
  await introduceKey(tx, keys, settled.at);
  const head = {
    no: (before?.no ?? 0) + 1,
    afterSeq,
    upToSeq,
    batches: batches.length,
    lines: batches.reduce((sum, { lines }) => sum + lines, 0),
    merkle: batches.length === 0 ? NO_ROOT : merkleOfBatches(batches),
    previous: before?.hash ?? NO_ROOT,
    sealedAt: settled.at,
    flags: clockFlags(tenants, before?.sealedAt, settled.at),
    ...(await newErasures(tx)),
  };
  const hash = hashOf(head);
  const root = { ...head, hash, keyId: key.id, signature: key.sign(hash) };
  await insertRoot(tx, root);
  for (const { tenantId, ...batch } of batches)
    await tx
      .insertInto('audit.batch')
      .values({ root_no: root.no, tenant_id: tenantId, ...batch })
      .execute();
  return root;
}

/** What went by its term since the last root that covers erasures. Its own lines are in the log, so a root follows. */
async function newErasures(tx: AnyTx): Promise<Pick<Root, 'afterErasure' | 'upToErasure' | 'erasures'>> {
  const after = await sealedErasure(tx);
  const erasures = await erasuresAfter(tx, after);
  if (erasures.length === 0) return { afterErasure: null, upToErasure: null, erasures: null };
  return { afterErasure: after, upToErasure: erasures.at(-1)!.no, erasures: digestOfErasures(erasures) };
}

/** A line that says it was written before the last round began, or after this one, was written by a clock that was set. */
function clockFlags(tenants: readonly TenantLines[], before: Date | undefined, now: Date): readonly ClockFlag[] {
  const first = Math.min(...tenants.map(({ firstRecorded }) => firstRecorded.getTime()), now.getTime());
  const last = Math.max(...tenants.map(({ lastRecorded }) => lastRecorded.getTime()), 0);
  return [
    ...(before && first < before.getTime() - CLOCK_SLACK_MS ? (['clock-back'] as const) : []),
    ...(last > now.getTime() + CLOCK_SLACK_MS ? (['clock-ahead'] as const) : []),
  ];
}

/** A key that signs for the first time is handed over by the one before it. */
async function introduceKey(tx: Tx<'audit.seal_key'>, keys: SealKeys, since: Date): Promise<void> {
  const [key, ...former] = keys;
  const last = await tx.selectFrom('audit.seal_key').select('id').orderBy('since', 'desc').limit(1).executeTakeFirst();
  if (last?.id === key.id) return;
  const giver = former.find(({ id }) => id === last?.id);
  await tx
    .insertInto('audit.seal_key')
    .values({
      id: key.id,
      public_key: key.publicKey,
      since,
      previous_id: last?.id ?? null,
      signature: giver?.sign(hashOfKey(key.id, key.publicKey)) ?? null,
    })
    .execute();
}

async function insertRoot(tx: Tx<'audit.root'>, root: Root): Promise<void> {
  await tx
    .insertInto('audit.root')
    .values({
      no: root.no,
      after_seq: root.afterSeq,
      up_to_seq: root.upToSeq,
      batches: root.batches,
      lines: root.lines,
      merkle: root.merkle,
      previous: root.previous,
      sealed_at: root.sealedAt,
      flags: [...root.flags],
      hash: root.hash,
      key_id: root.keyId,
      signature: root.signature,
      after_erasure: root.afterErasure,
      up_to_erasure: root.upToErasure,
      erasures: root.erasures,
    })
    .execute();
}
