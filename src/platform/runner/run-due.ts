import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Door } from '../db/doors.ts';
import type { DB } from '../db/tables.generated.ts';
import { type AnyTx, type DomainTime, enter } from '../db/transact.ts';

/** One row whose time has come: whose it is, and when it was due. Never what it says. */
export interface DueItem {
  readonly kind: string;
  readonly tenantId: string;
  readonly id: string;
  readonly dueAt: Date;
  /** The person it is for, when the kind names a column for it. */
  readonly personId: string | null;
}

/** Opens a transaction for one item through a door: as its organisation, with its due time as *now*. */
export type EnterAs = <T>(door: Door, run: (tx: AnyTx, time: DomainTime) => Promise<T>) => Promise<T>;

/**
 * One kind of rows with a due time. The table has `tenant_id` and `id` and lets the runner look (`due` in the register).
 * Names and conditions are constants in code, never input.
 */
export interface DueWork {
  readonly kind: string;
  readonly table: keyof DB;
  readonly dueColumn: string;
  readonly personColumn?: string;
  /** Which rows still wait, as an SQL condition; has a partial index on the due column. */
  readonly waiting: string;
  /**
   * Does one item in one transaction: takes its row `for update`, looks whether it still waits, does the deed and marks the row.
   * Somebody who has the row in hand, such as whoever opens a message, goes first.
   * `alsoDone` names the rows of its kind that were done along with it.
   */
  run(item: DueItem, enterAs: EnterAs, alsoDone: (ids: readonly string[]) => void): Promise<void>;
  /**
   * Does items of one organisation that were due at one moment in one transaction: all or none. When it fails they are run one by
   * one, so that one that cannot be done keeps no other waiting.
   */
  runTogether?(items: readonly DueItem[], enterAs: EnterAs): Promise<void>;
}

/** Work that is one deed for each item, inside the house of its organisation: alone, and together. */
export function eachInside(
  deed: (tx: AnyTx, item: DueItem, time: DomainTime) => Promise<void>,
): Required<Pick<DueWork, 'run' | 'runTogether'>> {
  return {
    run: (item, enterAs) => enterAs('own', (tx, time) => deed(tx, item, time)),
    runTogether: (items, enterAs) =>
      enterAs('own', async (tx, time) => {
        for (const item of items) await deed(tx, item, time);
      }),
  };
}

export interface RunOptions {
  /** Up to which moment; what the domain clock shows when not given. */
  readonly until?: Date;
  /** Wait while another process runs; otherwise leave the work to it. */
  readonly wait: boolean;
  /** An item that fails is put back for the next run, and the rest goes on. */
  readonly onError: (error: unknown, item: DueItem) => void;
}

export interface Ran {
  readonly done: number;
  readonly failed: number;
}

const TURN = 7_310_003;
const TURN_POLL_MS = 20;

/**
 * Does everything that is due, in order of its due time, each item with its own due time as *now*; also what comes due because
 * of it. One process at a time, so that the order holds in all of them together; when that process dies, what it had in hand rolls
 * back and the next to come goes on with it.
 */
export async function runDue(db: Kysely<DB>, works: readonly DueWork[], options: RunOptions): Promise<Ran> {
  return db.connection().execute(async (connection) => {
    if (!(await takeTurn(connection, options.wait))) return { done: 0, failed: 0 };
    try {
      return await runInOrder(connection, works, options);
    } finally {
      await sql`select pg_advisory_unlock(${TURN})`.execute(connection);
    }
  });
}

async function runInOrder(db: Kysely<DB>, works: readonly DueWork[], options: RunOptions): Promise<Ran> {
  const until = options.until ?? (await enter(db, { door: 'runner' }, async (_tx, time) => time.now));
  const round: Round = { db, onError: options.onError, ran: new Set(), failed: [], done: 0 };
  for (;;) {
    const items = await nextItems(db, works, until, round.failed);
    if (items.length === 0) return { done: round.done, failed: round.failed.length };
    for (const alike of Map.groupBy(items, ({ kind, tenantId }) => `${kind} ${tenantId}`).values())
      await runAlike(works.find(({ kind }) => kind === alike[0]!.kind)!, alike, round);
  }
}

/** What was done so far in one go of the runner. */
interface Round extends Pick<RunOptions, 'onError'> {
  readonly db: Kysely<DB>;
  readonly ran: Set<string>;
  readonly failed: string[];
  done: number;
}

const momentOf = ({ kind, id, dueAt }: DueItem) => `${kind} ${id} ${dueAt.toISOString()}`;

/** Items of one kind and one organisation, due at one moment: together when that can be, otherwise one by one. */
async function runAlike(work: DueWork, items: readonly DueItem[], round: Round): Promise<void> {
  const { tenantId, dueAt } = items[0]!;
  const enterAs: EnterAs = (door, run) => enter(round.db, { door, tenantId, at: dueAt, comesAgain: true }, run);
  const isNew = items.every((item) => !round.ran.has(momentOf(item)));
  if (work.runTogether && items.length > 1 && isNew && (await isDone(work.runTogether(items, enterAs)))) {
    for (const item of items) round.ran.add(momentOf(item));
    round.done += items.length;
    return;
  }
  const along = new Set<string>();
  for (const item of items) {
    if (along.has(item.id)) continue;
    try {
      if (round.ran.has(momentOf(item))) throw new Error(`${item.kind} ran and still waits for the same moment`);
      round.ran.add(momentOf(item));
      await work.run(item, enterAs, (ids) => {
        for (const id of ids) along.add(id);
      });
      round.done++;
    } catch (error) {
      round.failed.push(item.id);
      round.onError(error, item);
    }
  }
}

const isDone = (together: Promise<void>): Promise<boolean> =>
  together.then(
    () => true,
    () => false,
  );

const TOGETHER = 100;

/** The items that were due first, all at the same moment: what they bring about is due at that moment or after it. */
async function nextItems(
  db: Kysely<DB>,
  works: readonly DueWork[],
  until: Date,
  failed: readonly string[],
): Promise<readonly DueItem[]> {
  const waiting = works.map((work) => {
    const due = sql.ref(work.dueColumn);
    return sql`(select ${work.kind}::text as kind, tenant_id as "tenantId", id, ${due} as "dueAt",
        ${work.personColumn ? sql.ref(work.personColumn) : sql`null::uuid`} as "personId"
      from ${sql.table(work.table)} where ${sql.raw(work.waiting)} and ${due} <= ${until} and id <> all(${failed}::uuid[])
      order by ${due}, id limit ${TOGETHER})`;
  });
  return enter(db, { door: 'runner', readOnly: true }, async (tx) => {
    const { rows } = await sql<DueItem>`
      select * from (${sql.join(waiting, sql` union all `)}) as due order by "dueAt", id limit ${TOGETHER}`.execute(tx);
    return rows.filter(({ dueAt }) => dueAt.getTime() === rows[0]!.dueAt.getTime());
  });
}

/** Polls instead of waiting in the database, where a waiting statement would run into its time limit. */
async function takeTurn(db: Kysely<DB>, wait: boolean): Promise<boolean> {
  for (;;) {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${TURN}) as mine`.execute(db);
    if (rows[0]!.mine) return true;
    if (!wait) return false;
    await sleep(TURN_POLL_MS);
  }
}
