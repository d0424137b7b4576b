import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type MunicipalityFacts, mergeFacts, mergeRegions } from './merged-facts.ts';

const small: MunicipalityFacts = {
  provinceCode: 'PV28',
  population: 10_000,
  populationOn: day('2026-01-01'),
  landKm2: 50,
  addressDensity: 400,
  urbanity: 5,
  longitude: 4,
  latitude: 52,
  hexagon: { q: 1, r: 1 },
};
const large: MunicipalityFacts = {
  ...small,
  provinceCode: 'PV29',
  population: 30_000,
  populationOn: day('2025-01-01'),
  addressDensity: 1200,
  urbanity: 3,
  longitude: 5,
  hexagon: { q: 2, r: 1 },
};

describe('the facts of a new municipality', () => {
  it('add people and land, weigh centre and density by people, and take the tile of the largest part', () => {
    expect(mergeFacts([small, large])).toEqual({
      provinceCode: 'PV29',
      population: 40_000,
      populationOn: '2025-01-01',
      landKm2: 100,
      addressDensity: 1000,
      urbanity: 3,
      longitude: 4.75,
      latitude: 52,
      hexagon: { q: 2, r: 1 },
    });
  });

  it('grade urbanity by the limits of Statistics Netherlands', () => {
    const grade = (addressDensity: number) => mergeFacts([{ ...small, addressDensity }]).urbanity;
    expect([2500, 2499, 1500, 1499, 1000, 999, 500, 499].map(grade)).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  });

  it('need at least one part', () => {
    expect(() => mergeFacts([])).toThrow(RangeError);
  });
});

describe('the regions of a new municipality', () => {
  const region = (kind: string, regionId: string | null) => ({ kind, regionId, source: 'bron' });

  it('are those its parts share', () => {
    expect(mergeRegions([[region('riec', 'a')], [region('riec', 'a')]])).toEqual([region('riec', 'a')]);
  });

  it('are not known where its parts differ or one has none', () => {
    const [differ, absent] = mergeRegions([[region('riec', 'a'), region('youth-region', 'x')], [region('riec', 'b')]]);
    expect([differ, absent]).toMatchObject([
      { kind: 'riec', regionId: null },
      { kind: 'youth-region', regionId: null },
    ]);
  });
});
