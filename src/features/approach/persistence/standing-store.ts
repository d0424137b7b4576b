import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Level } from '../domain/framework.ts';
import type { PublishedElement } from '../domain/standing.ts';

/** Lays the row that the country sees of one element; what the municipality says itself takes the place of a public source. */
export async function publishElement(
  tx: Tx<'approach.standing'>,
  tenantId: string,
  { element, publishedAt, ...standing }: PublishedElement & { readonly publishedAt: Date },
): Promise<void> {
  const row = {
    state: standing.state,
    decided_on: standing.decidedOn,
    lapses_on: standing.lapsesOn,
    evidence_kind: standing.evidenceKind,
    region_id: standing.regionId ?? null,
    source: 'gemeente',
    is_confirmed: true,
    published_at: publishedAt,
  };
  await tx
    .insertInto('approach.standing')
    .values({ tenant_id: tenantId, element, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'element']).doUpdateSet(row))
    .execute();
}

/** Takes back what the municipality itself published about an element; what a public source says stays. */
export async function unpublishElement(tx: Tx<'approach.standing'>, tenantId: string, element: string): Promise<void> {
  await tx
    .deleteFrom('approach.standing')
    .where('tenant_id', '=', tenantId)
    .where('element', '=', element)
    .where('source', '=', 'gemeente')
    .execute();
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

/** The levels of these municipalities in their last scan. Through the door `published`; shown as a group, never one by one. */
export async function loadLevels(
  tx: Tx<'approach.theme_level'>,
  organisationIds: readonly string[],
): Promise<readonly { readonly organisationId: string; readonly theme: string; readonly level: Level }[]> {
  if (organisationIds.length === 0) return [];
  const rows = await tx
    .selectFrom('approach.theme_level')
    .select(['tenant_id as organisationId', 'theme', 'level'])
    .where('tenant_id', 'in', organisationIds)
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as Level }));
}
