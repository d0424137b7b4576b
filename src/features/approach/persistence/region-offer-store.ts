import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { RegionOffer } from '../domain/region-offer.ts';
import { effectiveLapse, type StandingTables } from './standing-query.ts';

type Offers = Tx<'approach.region_offer'>;

/** What these regions arrange for their municipalities, also what they withdrew; by element. */
export async function loadOffers(tx: Offers, regionIds: readonly string[]): Promise<readonly RegionOffer[]> {
  if (regionIds.length === 0) return [];
  const rows = await tx
    .selectFrom('approach.region_offer')
    .selectAll()
    .where('tenant_id', 'in', regionIds)
    .orderBy('element')
    .orderBy('tenant_id')
    .execute();
  return rows.map((row) => ({
    regionId: row.tenant_id,
    element: row.element,
    title: row.title,
    link: row.link ?? undefined,
    adoptingBody: row.adopting_body,
    decidedOn: row.decided_on,
    validUntil: row.valid_until,
    withdrawnOn: row.withdrawn_on ?? undefined,
    version: row.version,
  }));
}

/** Publishes what a region arranges, over the version before it; false when another one was published in between. */
export async function saveOffer(tx: Offers, offer: RegionOffer, at: Date): Promise<boolean> {
  const row = {
    title: offer.title,
    link: offer.link ?? null,
    adopting_body: offer.adoptingBody,
    decided_on: offer.decidedOn,
    valid_until: offer.validUntil,
    published_at: at,
    withdrawn_on: offer.withdrawnOn ?? null,
    version: offer.version,
  };
  if (offer.version === 1) {
    const made = await tx
      .insertInto('approach.region_offer')
      .values({ tenant_id: offer.regionId, element: offer.element, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'element']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('approach.region_offer')
    .set(row)
    .where('tenant_id', '=', offer.regionId)
    .where('element', '=', offer.element)
    .where('version', '=', offer.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** How many organisations publish that this region arranges any of these elements for them, and for whom that holds today. */
export async function countRelying(
  tx: Tx<StandingTables>,
  regionId: string,
  elements: readonly string[],
  today: PlainDate,
): Promise<number> {
  if (elements.length === 0) return 0;
  const { count } = await tx
    .selectFrom('approach.standing as s')
    .select(({ fn }) => fn.count<string>('s.tenant_id').distinct().as('count'))
    .where('s.region_id', '=', regionId)
    .where('s.element', 'in', elements)
    .where(effectiveLapse('s'), '>', today)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The regions a municipality belongs to on a day, each for every kind that it is, for choosing who arranges something. */
export async function loadOwnRegions(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  organisationId: string,
  today: PlainDate,
): Promise<readonly { readonly id: string; readonly name: string; readonly kind: string }[]> {
  return tx
    .selectFrom('organisations.region_membership as rm')
    .innerJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
    .select(['r.id', 'r.name', 'rm.region_kind as kind'])
    .where('rm.organisation_id', '=', organisationId)
    .where('rm.valid_from', '<=', today)
    .where((w) => w.or([w('rm.valid_until', 'is', null), w('rm.valid_until', '>', today)]))
    .where('rm.region_kind', '<>', 'province')
    .orderBy('rm.region_kind')
    .execute();
}
