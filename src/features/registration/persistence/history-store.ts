import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { LiveCell } from '../domain/before-and-after.ts';
import type { HistoryCount } from '../domain/history.ts';
import type { Region } from '../domain/registration.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';

type Table = 'registration.history_count';

/** Lays numbers of earlier years. What stands there with the same number is passed over. @returns the ones that stand there with another */
export async function layHistory(
  tx: Tx<Table>,
  tenantId: string,
  counts: readonly HistoryCount[],
  by: { readonly personId: string; readonly at: Date; readonly newId: () => string },
): Promise<readonly Pick<HistoryCount, 'series' | 'year'>[]> {
  await tx
    .insertInto('registration.history_count')
    .values(
      counts.map(({ series, year, count, source, asOf, breakReason, split }) => ({
        tenant_id: tenantId,
        id: by.newId(),
        series,
        year,
        count,
        source,
        as_of: asOf,
        break_reason: breakReason ?? null,
        region: split?.region ?? null,
        reporter_type: split?.reporterType ?? null,
        entered_by: by.personId,
        entered_at: by.at,
      })),
    )
    .onConflict((conflict) => conflict.constraint('history_count_of_a_day').doNothing())
    .execute();
  const stored = await historyCounts(tx, tenantId);
  const key = ({ series, year, asOf, split }: HistoryCount) =>
    `${series} ${year} ${asOf} ${split?.region} ${split?.reporterType}`;
  const known = new Map(stored.map((each) => [key(each), each.count]));
  return counts.filter((each) => known.get(key(each)) !== each.count);
}

/** Every number of earlier years of this register. */
export async function historyCounts(tx: Tx<Table>, tenantId: string): Promise<readonly HistoryCount[]> {
  const rows = await tx
    .selectFrom('registration.history_count')
    .select(['series', 'year', 'count', 'source', 'as_of as asOf', 'break_reason', 'region', 'reporter_type'])
    .where('tenant_id', '=', tenantId)
    .orderBy('series')
    .orderBy('year')
    .orderBy('as_of')
    .execute();
  return rows.map(({ break_reason, region, reporter_type, ...row }) => ({
    ...row,
    breakReason: break_reason ?? undefined,
    // the register wrote both, or neither; each is of its closed list
    split: region ? { region: region as Region, reporterType: reporter_type as ReporterType } : undefined,
  }));
}

/** What a register counts in one year. Exploitation abroad and sub 3 of the Marechaussee are lines of their own: they change a series. */
export interface LiveYear {
  readonly year: number;
  readonly persons: number;
  readonly reports: number;
  readonly abroad: number;
  readonly kmarSub3: number;
}

/** How many persons were first reported to this register in each year, and how many reports there were. Who was merged counts once. */
export async function liveCounts(
  tx: Tx<'registration.record' | 'registration.delivery'>,
  tenantId: string,
): Promise<readonly LiveYear[]> {
  const { rows } = await sql<LiveYear>`
    select year, count(*) filter (where is_first)::int as persons, count(*)::int as reports,
      count(*) filter (where is_first and is_abroad)::int as abroad,
      count(*) filter (where is_first and is_kmar_sub3)::int as "kmarSub3" from (
      select extract(year from d.received_on)::int as year,
        row_number() over (partition by r.root_id order by d.received_on, d.id) = 1 as is_first,
        bool_or(d.is_abroad) over (partition by r.root_id) as is_abroad,
        bool_or(d.is_kmar_sub3) over (partition by r.root_id) as is_kmar_sub3
      from registration.delivery d
      join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
      where d.tenant_id = ${tenantId}) as each_report
    group by year order by year`.execute(tx);
  return rows;
}

/** How many persons each kind of reporter reported in each region and year. Who was merged counts once in each. */
export async function liveCells(
  tx: Tx<'registration.record' | 'registration.delivery'>,
  tenantId: string,
): Promise<readonly LiveCell[]> {
  const { rows } = await sql<LiveCell>`
    select d.region, d.reporter_type as "reporterType", extract(year from d.received_on)::int as year,
      count(distinct r.root_id)::int as persons
    from registration.delivery d
    join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
    where d.tenant_id = ${tenantId}
    group by d.region, d.reporter_type, 3 order by d.region, d.reporter_type, 3`.execute(tx);
  return rows;
}
