import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/municipalities.json' with { type: 'json' };
import regions from '../../../../seed/reference/regions.json' with { type: 'json' };
import { day } from '../../../shared-kernel/plain-date.ts';
import type { Municipality } from './municipality.ts';
import { changeRegion, membershipsFrom, membersOn, REGION_KINDS, regionOn } from './region-membership.ts';

const start = day('2026-01-01');
const today = day('2026-11-25');
const memberships = membershipsFrom(reference.municipalities as unknown as readonly Municipality[], regions, start);

describe('the memberships of regions', () => {
  it('are seven for each municipality, of the kinds that the reference data know', () => {
    expect(memberships).toHaveLength(342 * REGION_KINDS.length);
    expect(regions.kinds.map(({ kind }) => kind).sort()).toEqual([...REGION_KINDS].sort());
  });

  it('tell the region where a source does', () => {
    expect(regionOn(memberships, 'GM0014', 'province', today)).toBe('PV20');
    expect(regionOn(memberships, 'GM0014', 'safety-region', today)).toBe('VR01');
    expect(regionOn(memberships, 'GM0014', 'police-unit', today)).toBe('PE01');
    expect(regionOn(memberships, 'GM0014', 'riec', today)).toBe('RI01');
    expect(membersOn(memberships, 'police-unit', 'PE05', today)).toHaveLength(6);
  });

  it('say "onbekend" where none does, and on days before the source', () => {
    for (const kind of ['care-region', 'centre-municipality', 'youth-region'] as const) {
      expect(regionOn(memberships, 'GM0014', kind, today)).toBe('onbekend');
    }
    expect(regionOn(memberships, 'GM0014', 'province', day('2025-12-31'))).toBe('onbekend');
    expect(regionOn(memberships, 'GM9999', 'province', today)).toBe('onbekend');
  });

  it('keep the past when a municipality changes region', () => {
    const change = {
      municipality: 'GM0014',
      kind: 'care-region',
      region: 'voorbeeldregio',
      validFrom: day('2027-01-01'),
      source: 'opgave van de regio',
    } as const;
    const changed = changeRegion(memberships, change);
    if (!changed.ok) throw new Error(changed.error.code);
    expect(regionOn(changed.value, 'GM0014', 'care-region', day('2026-12-31'))).toBe('onbekend');
    expect(regionOn(changed.value, 'GM0014', 'care-region', day('2027-01-01'))).toBe('voorbeeldregio');
    expect(membersOn(changed.value, 'care-region', 'voorbeeldregio', day('2027-01-01'))).toEqual(['GM0014']);
    expect(changeRegion(changed.value, change)).toEqual({ ok: false, error: { code: 'not-after-last-change' } });
    expect(changeRegion(changed.value, { ...change, validFrom: day('2026-06-01') }).ok).toBe(false);
  });
});
