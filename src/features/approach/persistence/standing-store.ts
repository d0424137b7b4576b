import type { Tx } from '../../../platform/db/transact.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
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
