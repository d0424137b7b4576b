import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/municipalities.json' with { type: 'json' };
import type { Municipality } from './municipality.ts';
import { compareMunicipalities, similarMunicipalities } from './similarity.ts';

const all = reference.municipalities as unknown as readonly Municipality[];
const named = (name: string) => all.find((each) => each.name === name)!;

describe('similar municipalities', () => {
  it('come best first, with reasons, without the municipality itself', () => {
    const found = similarMunicipalities(named('Westerwolde').code, all, 8);
    if (!found.ok) throw new Error(found.error.code);
    expect(found.value).toHaveLength(8);
    const likeness = found.value.map((each) => each.likeness);
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
    expect(found.value.map(({ municipality }) => municipality.name)).not.toContain('Westerwolde');
    for (const each of found.value) expect(each.reasons.length, each.municipality.name).toBeGreaterThan(0);
  });

  it('say why in words', () => {
    expect(compareMunicipalities(named('Aalten'), named('Oost Gelre')).reasons.map(({ nl }) => nl)).toEqual([
      'ongeveer even groot (29.876 inwoners)',
      'ook weinig stedelijk',
      'adressen even dicht bij elkaar',
      'buurgemeente',
      'zelfde veiligheidsregio',
    ]);
    expect(compareMunicipalities(named('Amsterdam'), named('Schiermonnikoog')).reasons).toEqual([]);
  });

  it('are alike both ways, and alike in everything to themselves but for being neighbours', () => {
    for (const [index, own] of all.entries()) {
      const other = all[(index * 37 + 11) % all.length]!;
      const there = compareMunicipalities(own, other).likeness;
      expect(there).toBeCloseTo(compareMunicipalities(other, own).likeness, 12);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1);
      expect(compareMunicipalities(own, own).likeness).toBeCloseTo(0.95, 12);
    }
  });

  it('are refused when fewer than five are alike', () => {
    expect(similarMunicipalities(named('Assen').code, all.slice(0, 4), 5)).toEqual({
      ok: false,
      error: { code: 'unknown-municipality' },
    });
    expect(similarMunicipalities('GM0014', all.slice(0, 5), 5)).toEqual({
      ok: false,
      error: { code: 'group-too-small' },
    });
    expect(similarMunicipalities(named('Assen').code, all, 4)).toEqual({
      ok: false,
      error: { code: 'group-too-small' },
    });
  });
});
