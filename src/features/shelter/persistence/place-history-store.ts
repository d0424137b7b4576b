import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlaceDays, PlaceFeatures } from '../domain/place.ts';

export type PlaceChange = 'added' | 'changed' | 'taken' | 'freed';

/** Keeps what was said of places, for who asks later how it was. */
export async function noteChanges(
  tx: Tx<'shelter.place_change'>,
  tenantId: string,
  changes: readonly {
    readonly id: string;
    readonly placeId: string;
    readonly kind: PlaceChange;
    /** Of a change: what the place offered until then. */
    readonly before?: PlaceFeatures & PlaceDays;
  }[],
  by: { readonly personName: string; readonly at: Date },
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('shelter.place_change')
    .values(
      changes.map(({ id, placeId, kind, before }) => ({
        tenant_id: tenantId,
        id,
        place_id: placeId,
        kind,
        before: before ? sql`${JSON.stringify(before)}::jsonb` : null,
        changed_at: by.at,
        changed_by_name: by.personName,
      })),
    )
    .execute();
}

export interface NotedChange {
  readonly id: string;
  readonly kind: PlaceChange;
  readonly changedAt: Date;
  readonly changedByName: string;
  /** What the place offered until then; undefined when that was not kept. */
  readonly before: (PlaceFeatures & PlaceDays) | undefined;
}

/** The last things that were said of a place. */
export async function changesOf(
  tx: Tx<'shelter.place_change'>,
  tenantId: string,
  placeId: string,
): Promise<readonly NotedChange[]> {
  const rows = await tx
    .selectFrom('shelter.place_change')
    .select(['id', 'kind', 'changed_at as changedAt', 'changed_by_name as changedByName', 'before'])
    .where('tenant_id', '=', tenantId)
    .where('place_id', '=', placeId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as PlaceChange,
    before: (row.before ?? undefined) as NotedChange['before'],
  }));
}

/** The organisation says that what stands here is so, at this moment. */
export async function noteCheck(tx: Tx<'shelter.capacity_check'>, tenantId: string, at: Date): Promise<void> {
  await tx
    .insertInto('shelter.capacity_check')
    .values({ tenant_id: tenantId, checked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** When an organisation last said so. */
export async function lastCheck(tx: Tx<'shelter.capacity_check'>, tenantId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('shelter.capacity_check')
    .select('checked_at')
    .where('tenant_id', '=', tenantId)
    .orderBy('checked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.checked_at;
}
