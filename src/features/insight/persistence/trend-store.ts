import { sql } from 'kysely';
import type { AnyTx, Tx } from '../../../platform/db/transact.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import type { QuarterCount, TrendQuarter } from '../domain/trend.ts';

/** What every organisation counted in a quarter, through the contract view of the feature (door `insight`). */
export async function countsOfQuarter(
  tx: AnyTx,
  { view, unitOfArea }: TrendSeries,
  quarter: PlainDate,
): Promise<readonly QuarterCount[]> {
  const [contributor, area] = unitOfArea
    ? [sql.ref('contributor_id'), sql.ref('area')]
    : [sql.ref('tenant_id'), sql`null::text`];
  const { rows } = await sql<QuarterCount>`
    select ${contributor} as "organisationId", ${area} as area, kind, sum(count)::integer as count from ${sql.table(view)}
    where month >= ${quarter}::date and month < ${addMonths(quarter, 3)}::date
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
  return rows;
}

/** The first quarter in which anything was counted; undefined while there is nothing. */
export async function firstMonth(tx: AnyTx, { view }: TrendSeries): Promise<PlainDate | undefined> {
  const { rows } = await sql<{ month: PlainDate | null }>`
    select min(month)::date as month from ${sql.table(view)}`.execute(tx);
  return rows[0]?.month ?? undefined;
}

/** The quarters of a series that were counted, the last of them first. */
export async function laidQuarters(
  tx: Tx<'insight.trend'>,
  series: string,
  limit: number,
): Promise<readonly TrendQuarter[]> {
  const rows = await tx
    .selectFrom('insight.trend')
    .select(['quarter', 'areas', 'kinds', 'cells', 'laid_at as laidAt'])
    .where('series', '=', series)
    .orderBy('quarter', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ cells, ...row }) => ({
    ...(row as unknown as Omit<TrendQuarter, 'cells'>),
    cells: new Map(Object.entries(cells as unknown as Readonly<Record<string, number | null>>)),
  }));
}

/** Lays a quarter, unless another process did so: what stands is never counted again. */
export async function layQuarter(tx: Tx<'insight.trend'>, series: string, laid: TrendQuarter): Promise<void> {
  await tx
    .insertInto('insight.trend')
    .values({
      series,
      quarter: laid.quarter,
      areas: JSON.stringify(laid.areas),
      kinds: JSON.stringify(laid.kinds),
      cells: JSON.stringify(Object.fromEntries(laid.cells)),
      laid_at: laid.laidAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
