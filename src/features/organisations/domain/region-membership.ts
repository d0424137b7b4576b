import type { Translated } from '../../../shared-kernel/language.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Municipality } from './municipality.ts';

/** The kinds of region a municipality belongs to. They overlap and differ; none follows from another. */
export const REGION_KINDS = [
  'province',
  'safety-region',
  'police-unit',
  'riec',
  'care-region',
  'centre-municipality',
  'youth-region',
] as const;

export type RegionKind = (typeof REGION_KINDS)[number];

/** What people call each kind. */
export const REGION_KIND_NAMES: Translated<Readonly<Record<RegionKind, string>>> = {
  nl: {
    province: 'provincie',
    'safety-region': 'veiligheidsregio',
    'police-unit': 'politie-eenheid',
    riec: 'RIEC',
    'care-region': 'regio zorgcoördinatie',
    'centre-municipality': 'centrumgemeente vrouwenopvang',
    'youth-region': 'jeugdregio',
  },
  en: {
    province: 'province',
    'safety-region': 'safety region',
    'police-unit': 'police unit',
    riec: 'RIEC (regional information and expertise centre)',
    'care-region': 'care coordination region',
    'centre-municipality': 'central municipality for women’s shelters',
    'youth-region': 'youth care region',
  },
};

/** A region as it is shown where no source names one. */
export const UNKNOWN_REGION = 'onbekend';

/**
 * That a municipality belongs to a region, from `validFrom` up to, not including, `validUntil`. `region` is null while
 * it is not known which; `source` says who says so.
 */
export interface RegionMembership {
  readonly municipality: string;
  readonly kind: RegionKind;
  readonly region: string | null;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
  readonly source: string;
}

const holdsOn = ({ validFrom, validUntil }: RegionMembership, date: PlainDate) =>
  validFrom <= date && (validUntil === null || date < validUntil);

/** The region of a kind that a municipality belongs to on a day; "onbekend" when nobody said. */
export function regionOn(
  memberships: readonly RegionMembership[],
  municipality: string,
  kind: RegionKind,
  date: PlainDate,
): string {
  const found = memberships.find(
    (each) => each.municipality === municipality && each.kind === kind && holdsOn(each, date),
  );
  return found?.region ?? UNKNOWN_REGION;
}

/** The municipalities that are known to belong to a region on a day, in order of code. */
export function membersOn(
  memberships: readonly RegionMembership[],
  kind: RegionKind,
  region: string,
  date: PlainDate,
): readonly string[] {
  return memberships
    .filter((each) => each.kind === kind && each.region === region && holdsOn(each, date))
    .map(({ municipality }) => municipality)
    .sort();
}

/**
 * Moves a municipality to another region (null: no longer known) from a day on. What held before stays as it was, so that
 * the past keeps its answer. Refuses a day on or before the last change.
 */
export function changeRegion(
  memberships: readonly RegionMembership[],
  change: Omit<RegionMembership, 'validUntil'>,
): Result<readonly RegionMembership[], { readonly code: 'not-after-last-change' }> {
  const same = (each: RegionMembership) => each.municipality === change.municipality && each.kind === change.kind;
  if (
    memberships.some(
      (each) => same(each) && (each.validFrom >= change.validFrom || (each.validUntil ?? '') > change.validFrom),
    )
  ) {
    return err({ code: 'not-after-last-change' });
  }
  return ok([
    ...memberships.map((each) =>
      same(each) && each.validUntil === null ? { ...each, validUntil: change.validFrom } : each,
    ),
    { ...change, validUntil: null },
  ]);
}

interface RegionReference {
  readonly kinds: readonly {
    readonly kind: string;
    readonly source: string | null;
    readonly regions: readonly { readonly code: string; readonly name: string; readonly policeUnitCode?: string }[];
  }[];
}

/** The memberships that `seed/reference` knows: seven for each municipality, without a region where no source names one. */
export function membershipsFrom(
  municipalities: readonly Municipality[],
  reference: RegionReference,
  validFrom: PlainDate,
): readonly RegionMembership[] {
  const riec = reference.kinds.find(({ kind }) => kind === 'riec')?.regions ?? [];
  const source = (kind: RegionKind) => reference.kinds.find((each) => each.kind === kind)?.source ?? UNKNOWN_REGION;
  return municipalities.flatMap((municipality) => {
    const known: Partial<Record<RegionKind, string>> = {
      province: municipality.provinceCode,
      'safety-region': municipality.safetyRegionCode,
      'police-unit': municipality.policeUnitCode,
    };
    const office = riec.find(({ policeUnitCode }) => policeUnitCode === municipality.policeUnitCode);
    if (office) known.riec = office.code;
    return REGION_KINDS.map((kind) => ({
      municipality: municipality.code,
      kind,
      region: known[kind] ?? null,
      validFrom,
      validUntil: null,
      source: source(kind),
    }));
  });
}
