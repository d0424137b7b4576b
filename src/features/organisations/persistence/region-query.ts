import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { RegionKind } from '../domain/region-membership.ts';

/** That a municipality belongs to a region from a day up to, not including, another; without a region it is not known to which. */
export interface DatedMembership {
  readonly organisationId: string;
  readonly kind: RegionKind;
  readonly region: { readonly code: string; readonly name: string } | undefined;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | undefined;
}

/** The memberships of these kinds, of now and before, of every municipality. */
export async function findMemberships(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  kinds: readonly RegionKind[],
): Promise<readonly DatedMembership[]> {
  const rows = await tx
    .selectFrom('organisations.region_membership as rm')
    .leftJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
    .select(['rm.organisation_id as organisationId', 'rm.region_kind as kind', 'r.code', 'r.name'])
    .select(['rm.valid_from as validFrom', 'rm.valid_until as validUntil'])
    .where('rm.region_kind', 'in', kinds)
    .execute();
  return rows.map(({ code, name, validUntil, ...row }) => ({
    ...row,
    kind: row.kind as RegionKind,
    region: code !== null && name !== null ? { code, name } : undefined,
    validUntil: validUntil ?? undefined,
  }));
}

/** Every municipality of now and before, with the days between which it exists. */
export async function findMunicipalDays(
  tx: Tx<'organisations.organisation'>,
): Promise<
  readonly { readonly organisationId: string; readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }[]
> {
  return tx
    .selectFrom('organisations.organisation')
    .select(['id as organisationId', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('kind', '=', 'gemeente')
    .execute();
}
