import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { DossierType } from '../domain/registration.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';
import { pairIsLive, pairIsOpen } from './candidate-store.ts';

type Tables = 'registration.record' | 'registration.delivery' | 'registration.candidate' | 'exchange.message';

/** The messages that the register has not taken in yet, oldest first. */
export async function waitingMessages(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: readonly string[],
  most: number,
): Promise<readonly { readonly id: string; readonly senderId: string }[]> {
  return tx
    .selectFrom('exchange.message')
    .select(['id', 'counterpart_id as senderId'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('state', '=', 'sent')
    .where('kind', 'in', [...kinds])
    .orderBy('sent_at')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** A delivery on the list of the register. Nothing in it was opened. */
export interface WorklistRow {
  readonly id: string;
  readonly code: string;
  readonly dossierType: DossierType;
  readonly reporterOrganisationId: string;
  readonly reporterType: ReporterType;
  readonly route: Route;
  readonly receivedOn: PlainDate;
  readonly unknownParts: readonly string[];
  readonly isWithdrawn: boolean;
  readonly isMerged: boolean;
  /** Somebody else who is counted apart may be the same. */
  readonly mayBeSame: boolean;
}

export interface WorklistFilter {
  readonly code: string | undefined;
  readonly show: 'all' | 'incomplete' | 'maybe-same';
}

/**
 * Somebody else is offered as perhaps the same: found by the keyed hash or by comparing, and nobody said that they are two. As one value
 * and not as `exists`, which the database would work out for the whole register before it takes the first fifty.
 */
const mayBeSame = sql<boolean>`coalesce((
  select true from registration.record one
  join registration.candidate c on c.tenant_id = one.tenant_id and (c.one_id = one.id or c.other_id = one.id) and c.decided_at is null
  join registration.record other on other.tenant_id = c.tenant_id
    and other.id = case when c.one_id = one.id then c.other_id else c.one_id end and other.root_id <> one.root_id
  where one.tenant_id = d.tenant_id and one.id = d.record_id and ${pairIsLive('c.one_id', 'c.other_id')} and ${pairIsOpen}
  limit 1), false)`;

/** So many are counted; further on it is said that there are more. Asking who may be the same takes longer. */
const MOST_COUNTED: Readonly<Record<WorklistFilter['show'], number>> = {
  all: 10_000,
  incomplete: 10_000,
  'maybe-same': 100,
};
/** From so many open pairs on, they stand so close together that they are met while walking through the list. */
const MANY_PAIRS = 1000;

export interface WorklistPage {
  readonly rows: readonly WorklistRow[];
  /** How many there are, at most `MOST_COUNTED`. */
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
}

/**
 * One page of what reporters sent, newest first, and how many there are. First which stand on the page, then what is said of those:
 * who may be the same is asked of fifty and not of all.
 */
export async function worklist(
  tx: Tx<Tables>,
  tenantId: string,
  filter: WorklistFilter,
  page: { readonly offset: number; readonly size: number },
): Promise<WorklistPage> {
  const { onPage, found } = await foundOn(tx, tenantId, filter, page);
  const most = MOST_COUNTED[filter.show];
  return {
    rows: await rowsOf(tx, tenantId, onPage, filter.show === 'maybe-same'),
    total: Math.min(found, most),
    isMore: found > most,
  };
}

/** Which stand on this page, and how many were found, counted up to one more than `MOST_COUNTED`. */
async function foundOn(
  tx: Tx<Tables>,
  tenantId: string,
  filter: WorklistFilter,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<{ readonly onPage: readonly string[]; readonly found: number }> {
  const list = await listed(tx, tenantId, filter);
  const ids = async (from: number, atMost: number) => {
    const rows = await list
      .select('d.id')
      .orderBy('d.received_on', 'desc')
      .orderBy('d.id', 'desc')
      .offset(from)
      .limit(atMost)
      .execute();
    return rows.map(({ id }) => id);
  };
  const enough = MOST_COUNTED[filter.show] + 1;
  // where finding one is the work, the page is cut from what was found while counting
  if (filter.show === 'maybe-same' && offset + size <= enough) {
    const all = await ids(0, enough);
    return { onPage: all.slice(offset, offset + size), found: all.length };
  }
  const onPage = await ids(offset, size);
  // who turned on so far knows already that there are more
  if (onPage.length > 0 && offset + onPage.length >= enough) return { onPage, found: enough };
  const { found } = await tx
    .selectFrom(list.select('d.id').limit(enough).as('each'))
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return { onPage, found: Number(found) };
}

async function listed(tx: Tx<Tables>, tenantId: string, { code, show }: WorklistFilter) {
  let query = tx.selectFrom('registration.delivery as d').where('d.tenant_id', '=', tenantId);
  if (code !== undefined)
    query = query.where(
      'd.record_id',
      'in',
      tx.selectFrom('registration.record').select('id').where('tenant_id', '=', tenantId).where('code', '=', code),
    );
  if (show === 'incomplete') query = query.where(sql<boolean>`cardinality(d.unknown_parts) > 0`);
  if (show === 'maybe-same') {
    query = query.where(mayBeSame);
    const pairs = await openPairs(tx, tenantId);
    // of few pairs, only who is in one is asked
    if (pairs.length <= MANY_PAIRS)
      query = query.where('d.record_id', '=', sql<string>`any(${[...new Set(pairs.flat())]}::uuid[])`);
  }
  return query;
}

/** Whose pairs nobody decided on, up to one more than are many. */
async function openPairs(tx: Tx<Tables>, tenantId: string): Promise<readonly (readonly [string, string])[]> {
  const rows = await tx
    .selectFrom('registration.candidate')
    .select(['one_id', 'other_id'])
    .where('tenant_id', '=', tenantId)
    .where('decided_at', 'is', null)
    .limit(MANY_PAIRS + 1)
    .execute();
  return rows.map(({ one_id, other_id }) => [one_id, other_id]);
}

/** What is said of these deliveries; who may be the same is not asked again of those that were found by it. */
async function rowsOf(
  tx: Tx<Tables>,
  tenantId: string,
  ids: readonly string[],
  foundAsSame: boolean,
): Promise<readonly WorklistRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('registration.delivery as d')
    .innerJoin('registration.record as r', (join) =>
      join.onRef('r.tenant_id', '=', 'd.tenant_id').onRef('r.id', '=', 'd.record_id'),
    )
    .where('d.tenant_id', '=', tenantId)
    .where('d.id', 'in', [...ids])
    .select(['d.id', 'r.code', 'r.dossier_type', 'd.reporter_organisation_id', 'd.reporter_type', 'd.route'])
    .select(['d.received_on', 'd.unknown_parts', 'd.withdrawn_on', 'r.merged_into'])
    .select([
      (foundAsSame ? sql<boolean>`true` : mayBeSame).as('mayBeSame'),
      sql<boolean>`exists (select from exchange.message m where m.tenant_id = d.tenant_id and m.id = d.id
        and m.box = 'in' and m.state = 'withdrawn')`.as('isTakenBack'),
    ])
    .orderBy('d.received_on', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    dossierType: row.dossier_type as DossierType,
    reporterOrganisationId: row.reporter_organisation_id,
    reporterType: row.reporter_type as ReporterType,
    route: row.route as Route,
    receivedOn: row.received_on,
    unknownParts: row.unknown_parts,
    isWithdrawn: row.withdrawn_on !== null || row.isTakenBack,
    isMerged: row.merged_into !== null,
    mayBeSame: row.mayBeSame,
  }));
}

/** One combination of lists, and how many persons stand on exactly those. */
export interface OverlapRow {
  readonly lists: readonly ReporterType[];
  readonly persons: number;
}

/**
 * How many persons stand on exactly which lists. Who was merged counts once, on every list of everybody who reported her: the basis
 * of the estimates.
 */
export async function overlap(
  tx: Tx<'registration.record' | 'registration.delivery'>,
  tenantId: string,
): Promise<readonly OverlapRow[]> {
  const { rows } = await sql<OverlapRow>`
    select lists, count(*)::int as persons from (
      select array_agg(distinct d.reporter_type order by d.reporter_type) as lists
      from registration.delivery d
      join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
      where d.tenant_id = ${tenantId}
      group by r.root_id) as each_person
    group by lists order by persons desc, lists`.execute(tx);
  return rows;
}

/** What stands on lines of its own, since it changes the series by hundreds: exploitation abroad, and sub 3 of the Marechaussee. */
export async function ownLines(
  tx: Tx<'registration.record' | 'registration.delivery'>,
  tenantId: string,
): Promise<{
  readonly persons: number;
  readonly deliveries: number;
  readonly abroad: number;
  readonly kmarSub3: number;
  readonly nameless: number;
}> {
  const { rows } = await sql<{
    persons: number;
    deliveries: number;
    abroad: number;
    kmarSub3: number;
    nameless: number;
  }>`
    select count(distinct r.root_id)::int as persons, count(*)::int as deliveries,
      count(distinct r.root_id) filter (where d.is_abroad)::int as abroad,
      count(distinct r.root_id) filter (where d.is_kmar_sub3)::int as "kmarSub3",
      count(distinct r.root_id) filter (where d.identity is null)::int as nameless
    from registration.delivery d
    join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
    where d.tenant_id = ${tenantId}`.execute(tx);
  return rows[0]!;
}

/** Tells how many persons a region reported in a year: from ten on, rounded down to a multiple of five, and otherwise nothing. */
export async function publishRegionCount(
  tx: Tx<'registration.record' | 'registration.delivery' | 'registration.region_count'>,
  tenantId: string,
  region: string,
  year: number,
): Promise<void> {
  await tx
    .deleteFrom('registration.region_count')
    .where('tenant_id', '=', tenantId)
    .where('region', '=', region)
    .where('year', '=', year)
    .execute();
  await sql`
    insert into registration.region_count (tenant_id, year, region, persons)
    select ${tenantId}::uuid, ${year}::int, ${region}, (count(distinct r.root_id) / 5 * 5)::int
    from registration.delivery d
    join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
    where d.tenant_id = ${tenantId} and d.region = ${region} and extract(year from d.received_on) = ${year}
    having count(distinct r.root_id) >= 10`.execute(tx);
}

/** In which regions and years the records of a person were reported. */
export async function regionsOf(
  tx: Tx<'registration.delivery'>,
  tenantId: string,
  recordIds: readonly string[],
): Promise<readonly { readonly region: string; readonly year: number }[]> {
  const rows = await tx
    .selectFrom('registration.delivery')
    .select(['region', sql<number>`extract(year from received_on)::int`.as('year')])
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('record_id', 'in', [...recordIds])
    .execute();
  return rows;
}
