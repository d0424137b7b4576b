import { type RawBuilder, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { AdoptingBody } from '../domain/adoption.ts';
import type { EvidenceKind, PublishedElement, Standing } from '../domain/standing.ts';

/** What reading a standing touches: a standing follows the offers of regions that it rests on. */
export type StandingTables = 'approach.standing' | 'approach.standing_support' | 'approach.region_offer';

/**
 * The day on which a standing lapses: the day it says, or earlier when a region withdrew an offer that it rests on. What was
 * published after the withdrawal rests on something else. `alias` is the standing in the query around it.
 */
export function effectiveLapse(alias: string): RawBuilder<PlainDate> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  // the first condition is asked once for all rows: most rest on no offer that was withdrawn
  return sql<PlainDate>`case when (${column('tenant_id')}, ${column('element')}) in (
      select p.tenant_id, p.element from approach.standing_support p
      join approach.region_offer o on o.tenant_id = p.region_id and o.element = p.offered_element
      where o.withdrawn_on is not null)
    then least(${column('lapses_on')}, (
      select min(part.holds_until) from (
        select max(least(coalesce(p.holds_until, 'infinity'), o.withdrawn_on)) as holds_until
        from approach.standing_support p
        left join approach.region_offer o on o.tenant_id = p.region_id and o.element = p.offered_element
          and o.withdrawn_on >= (${column('published_at')} at time zone 'Europe/Amsterdam')::date
        where p.tenant_id = ${column('tenant_id')} and p.element = ${column('element')}
        group by p.part) part))
    else ${column('lapses_on')} end`;
}

/** What every organisation published about an element, by organisation. */
export async function publishedStandings(
  tx: Tx<StandingTables>,
  element: string,
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx
    .selectFrom('approach.standing as s')
    .select(['s.tenant_id', 's.decided_on as decidedOn', effectiveLapse('s').as('lapsesOn')])
    .where('s.element', '=', element)
    .execute();
  return new Map(rows.map(({ tenant_id, ...standing }) => [tenant_id, standing]));
}

/** What one organisation published about an element; undefined when it published nothing. */
export async function publishedStanding(
  tx: Tx<StandingTables>,
  tenantId: string,
  element: string,
): Promise<Standing | undefined> {
  return tx
    .selectFrom('approach.standing as s')
    .select(['s.decided_on as decidedOn', effectiveLapse('s').as('lapsesOn')])
    .where('s.tenant_id', '=', tenantId)
    .where('s.element', '=', element)
    .executeTakeFirst();
}

/** One element as the country sees it, with the day on which the municipality said so. */
export interface SeenStanding extends Standing {
  readonly state: PublishedElement['state'];
  readonly evidenceKind: EvidenceKind;
  readonly adoptingBody: AdoptingBody | undefined;
  readonly publicationLink: string | undefined;
  /** The region that arranges it, by name. */
  readonly region: string | undefined;
  readonly publishedOn: PlainDate;
}

/** Everything one organisation published, by element. */
export async function standingsOf(
  tx: Tx<StandingTables | 'organisations.organisation'>,
  tenantId: string,
): Promise<ReadonlyMap<string, SeenStanding>> {
  const rows = await tx
    .selectFrom('approach.standing as s')
    .leftJoin('organisations.organisation as r', 'r.id', 's.region_id')
    .select(['s.element', 's.state', 's.decided_on', 's.evidence_kind', 's.adopting_body', 's.publication_link'])
    .select(['s.published_at', 'r.name as region', effectiveLapse('s').as('lapses_on')])
    .where('s.tenant_id', '=', tenantId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.element,
      {
        state: row.state as SeenStanding['state'],
        decidedOn: row.decided_on,
        lapsesOn: row.lapses_on,
        evidenceKind: row.evidence_kind as EvidenceKind,
        adoptingBody: (row.adopting_body ?? undefined) as AdoptingBody | undefined,
        publicationLink: row.publication_link ?? undefined,
        region: row.region ?? undefined,
        publishedOn: dutchDay(row.published_at),
      },
    ]),
  );
}

/** What municipalities state themselves and holds today, as 'municipality element'. */
export async function statedElements(
  tx: Tx<StandingTables>,
  elements: readonly string[],
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('approach.standing as s')
    .select(['s.tenant_id', 's.element'])
    .where('s.element', 'in', elements)
    .where(effectiveLapse('s'), '>', today)
    .execute();
  return new Set(rows.map(({ tenant_id, element }) => `${tenant_id} ${element}`));
}

/** Waits until no other transaction works under this name; held until the transaction ends. For what is computed from many rows. */
export async function awaitTurn<Table extends keyof DB>(tx: Tx<Table>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
