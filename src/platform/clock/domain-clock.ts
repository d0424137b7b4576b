import { type Kysely, sql } from 'kysely';
import { plainDate } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { DB } from '../db/tables.generated.ts';
import { enter, look, type Tx } from '../db/transact.ts';

const AHEAD_AT_MOST_DAYS = 3660;
const ISO_DURATION =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/;

/** What the domain clock shows, the same for every process. */
export async function readClock(db: Kysely<DB>): Promise<Date> {
  return look(db, { door: 'published' }, async (_tx, time) => time.now);
}

/** What the domain clock shows in a transaction of the owner of the tables, which goes through no door. */
export async function clockInside(tx: Tx<'platform.clock'>): Promise<Date> {
  const shown = sql<Date>`clock_timestamp() + offset_ms * interval '1 millisecond'`;
  const row = await tx.selectFrom('platform.clock').select(shown.as('now')).executeTakeFirstOrThrow();
  return row.now;
}

/**
 * Moves the clock of a demo forward: to a Dutch local time ('2027-03-01T09:00') or by an ISO 8601 duration ('P91D'). Then
 * `runDue` does what fell due on the way, in order, each thing with its own due time as *now*.
 */
export async function moveClock(
  db: Kysely<DB>,
  move: { readonly to: string; readonly forward: string },
  runDue: () => Promise<void>,
): Promise<Result<Date, { readonly code: 'clock-refused'; readonly text: string }>> {
  const refuse = (text: string) => err({ code: 'clock-refused' as const, text });
  const duration = ISO_DURATION.exec(move.forward);
  const isTo = LOCAL.test(move.to) && plainDate(move.to.slice(0, 10)) !== undefined;
  if (move.to && !isTo) return refuse('Geef «naar» als een dag die bestaat, met of zonder tijd: 2027-03-01T09:00.');
  if (!isTo && !duration?.slice(1).some(Boolean))
    return refuse('Geef «naar» als 2027-03-01T09:00 of «vooruit» als P91D.');
  const moved = await enter(db, { door: 'runner' }, async (tx, { now }) => {
    const wanted = isTo
      ? sql<Date>`${move.to}::timestamp at time zone 'Europe/Amsterdam'`
      : sql<Date>`(${now}::timestamptz at time zone 'Europe/Amsterdam' + ${move.forward}::interval) at time zone 'Europe/Amsterdam'`;
    const target = (await sql<{ target: Date }>`select ${wanted} as target`.execute(tx)).rows[0]!.target;
    const ahead = target.getTime() - now.getTime();
    if (ahead < 0) return refuse('De klok gaat alleen vooruit. Begin opnieuw met: npm run cli -- reset --yes');
    if (ahead > AHEAD_AT_MOST_DAYS * 86_400_000)
      return refuse('Zo ver gaat de klok niet: hoogstens tien jaar per keer.');
    await tx
      .updateTable('platform.clock')
      .set((row) => ({ offset_ms: sql<number>`${row.ref('offset_ms')} + ${Math.ceil(ahead)}` }))
      .execute();
    return ok(target);
  });
  if (!moved.ok) return moved;
  await runDue();
  return ok(await readClock(db));
}
