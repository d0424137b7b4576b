import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Level } from '../domain/framework.ts';
import type { PublishedElement, Support } from '../domain/standing.ts';
import { appendRegionalEnd, appendStandingChange } from './standing-change-store.ts';
import type { StandingTables } from './standing-query.ts';

/** Lays the row that the country sees of one element, over the one before, with what it rests on at a region; and keeps the change. */
export async function publishElement(
  tx: Tx<StandingTables | 'approach.standing_change'>,
  tenantId: string,
  standing: PublishedElement & { readonly publishedAt: Date },
): Promise<void> {
  await appendRegionalEnd(tx, tenantId, standing.element, standing.publishedAt);
  await layElement(tx, tenantId, standing);
}

/** The same for an element that never rests on a region. */
export async function layElement(
  tx: Tx<'approach.standing' | 'approach.standing_support' | 'approach.standing_change'>,
  tenantId: string,
  { element, publishedAt, ...standing }: PublishedElement & { readonly publishedAt: Date },
): Promise<void> {
  const row = {
    state: standing.state,
    decided_on: standing.decidedOn,
    lapses_on: standing.lapsesOn,
    evidence_kind: standing.evidenceKind,
    region_id: standing.regionId ?? null,
    adopting_body: standing.adoptingBody ?? null,
    publication_link: standing.publicationLink ?? null,
    published_at: publishedAt,
  };
  await tx
    .insertInto('approach.standing')
    .values({ tenant_id: tenantId, element, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'element']).doUpdateSet(row))
    .execute();
  const { state, decidedOn: beginsOn, lapsesOn } = standing;
  await appendStandingChange(tx, tenantId, { element, state, beginsOn, lapsesOn }, publishedAt);
  await tx
    .deleteFrom('approach.standing_support')
    .where('tenant_id', '=', tenantId)
    .where('element', '=', element)
    .execute();
  const own: readonly Support[] = standing.regionId
    ? [{ regionId: standing.regionId, element, holdsUntil: standing.lapsesOn }]
    : [];
  const parts = [own, ...(standing.regionalParts ?? [])];
  const supports = parts.flatMap((part, index) => part.map((support) => ({ ...support, part: index })));
  if (supports.length === 0) return;
  await tx
    .insertInto('approach.standing_support')
    .values(
      supports.map((support, index) => ({
        tenant_id: tenantId,
        element,
        place: index,
        part: support.part,
        region_id: support.regionId ?? null,
        offered_element: support.element,
        holds_until: support.holdsUntil ?? null,
      })),
    )
    .execute();
}

/** Takes back what the municipality published about an element, from today on; only when it stands like this, if that is given. */
export async function unpublishElement(
  tx: Tx<'approach.standing' | 'approach.standing_change'>,
  tenantId: string,
  element: string,
  { now, today }: DomainTime,
  state?: PublishedElement['state'],
): Promise<void> {
  const gone = await tx
    .deleteFrom('approach.standing')
    .where('tenant_id', '=', tenantId)
    .where('element', '=', element)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .executeTakeFirst();
  if (state !== undefined && gone.numDeletedRows === 0n) return;
  const withdrawn = { element, state: 'withdrawn', beginsOn: today, lapsesOn: undefined } as const;
  await appendStandingChange(tx, tenantId, withdrawn, now);
}

/** The levels of a settled scan, for comparing groups. */
export async function publishLevels(
  tx: Tx<'approach.theme_level'>,
  tenantId: string,
  framework: string,
  levels: readonly { readonly theme: string; readonly level: Level }[],
  settledOn: PlainDate,
): Promise<void> {
  for (const { theme, level } of levels) {
    const row = { framework, level, settled_on: settledOn };
    await tx
      .insertInto('approach.theme_level')
      .values({ tenant_id: tenantId, theme, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'theme']).doUpdateSet(row))
      .execute();
  }
}

/** The levels of municipalities, by id or code, in their last scan. Through the door `published`; shown as a group, never one by one. */
export async function loadLevels(
  tx: Tx<'approach.theme_level' | 'organisations.organisation'>,
  idsAndCodes: readonly string[],
): Promise<
  readonly { readonly organisationId: string; readonly code: string; readonly theme: string; readonly level: Level }[]
> {
  if (idsAndCodes.length === 0) return [];
  const ids = idsAndCodes.filter(isUuid);
  const rows = await tx
    .selectFrom('approach.theme_level as l')
    .innerJoin('organisations.organisation as o', 'o.id', 'l.tenant_id')
    .select(['l.tenant_id as organisationId', 'o.code', 'l.theme', 'l.level'])
    .where((w) => w.or([w('o.code', 'in', idsAndCodes), ...(ids.length > 0 ? [w('o.id', 'in', ids)] : [])]))
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as Level }));
}
