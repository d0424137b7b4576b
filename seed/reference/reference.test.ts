import { describe, expect, it } from 'vitest';
import hexagons from './hexagons.json' with { type: 'json' };
import mergers from './mergers.json' with { type: 'json' };
import reference from './municipalities.json' with { type: 'json' };
import regions from './regions.json' with { type: 'json' };

const { municipalities } = reference;
const byCode = new Map(municipalities.map((each) => [each.code, each]));
const regionsOf = (kind: string) => regions.kinds.find((each) => each.kind === kind)?.regions ?? [];

describe('the municipalities', () => {
  it('are 342, each with its own code and name', () => {
    expect(municipalities).toHaveLength(342);
    expect(byCode.size).toBe(342);
    expect(new Set(municipalities.map((each) => each.name)).size).toBe(342);
    for (const { code } of municipalities) expect(code).toMatch(/^GM\d{4}$/);
  });

  it('add up to the population of the Netherlands', () => {
    const total = (year: number) =>
      municipalities.reduce(
        (sum, each) => sum + (each.population.find((count) => count.year === year)?.value ?? Number.NaN),
        0,
      );
    expect(total(2024)).toBe(17_942_942);
    expect(total(2026)).toBe(18_130_231);
  });

  it('are neighbours of each other, both ways, in 881 pairs; only Texel, Ameland and Schiermonnikoog have none', () => {
    for (const each of municipalities) {
      expect(each.neighbours).not.toContain(each.code);
      for (const code of each.neighbours)
        expect(byCode.get(code)?.neighbours, `${each.name} ${code}`).toContain(each.code);
    }
    expect(municipalities.reduce((sum, each) => sum + each.neighbours.length, 0)).toBe(2 * 881);
    const alone = municipalities.filter((each) => each.neighbours.length === 0).map((each) => each.name);
    expect(alone.sort()).toEqual(['Ameland', 'Schiermonnikoog', 'Texel']);
  });

  it('lie in the Netherlands and have an urbanity of 1 to 5', () => {
    for (const each of municipalities) {
      expect(each.lon).toBeGreaterThan(3.3);
      expect(each.lon).toBeLessThan(7.3);
      expect(each.lat).toBeGreaterThan(50.7);
      expect(each.lat).toBeLessThan(53.6);
      expect([1, 2, 3, 4, 5]).toContain(each.urbanity);
    }
  });

  it('belong to known provinces, safety regions and police units', () => {
    expect(regionsOf('province')).toHaveLength(12);
    expect(regionsOf('safety-region')).toHaveLength(25);
    expect(regionsOf('police-unit')).toHaveLength(10);
    const names = (kind: string) => new Map(regionsOf(kind).map((region) => [region.code, region.name]));
    const [province, safety, police] = [names('province'), names('safety-region'), names('police-unit')];
    for (const each of municipalities) {
      expect(province.get(each.provinceCode)).toBe(each.province);
      expect(safety.has(each.safetyRegionCode)).toBe(true);
      expect(police.get(each.policeUnitCode)).toBe(each.policeUnit);
    }
  });

  it('have no members of a region that no source names', () => {
    for (const kind of regions.kinds) {
      expect(kind.members === 'unknown', kind.kind).toBe(kind.source === null);
      if (kind.members === 'unknown') expect(kind.regions).toEqual([]);
    }
  });
});

describe('the mergers of 2019 to 2023', () => {
  const { dissolved, founded, municipalityCounts } = mergers;

  it('name each dissolved municipality once, and none that still exists', () => {
    expect(new Set(dissolved.map((each) => each.code)).size).toBe(dissolved.length);
    for (const each of dissolved) expect(byCode.has(each.code), each.name).toBe(false);
  });

  it('lead to municipalities that exist, or that were dissolved later', () => {
    const later = (code: string, on: string) => dissolved.some((each) => each.code === code && each.validUntil > on);
    for (const each of dissolved) {
      expect(each.successorCodes.length).toBeGreaterThan(0);
      for (const code of each.successorCodes)
        expect(byCode.has(code) || later(code, each.validUntil), each.name).toBe(true);
    }
  });

  it('took effect in those years', () => {
    for (const each of dissolved) expect(each.validUntil, each.name).toMatch(/^20(19|2[0-3])-\d\d-\d\d$/);
  });

  it('found only municipalities that succeed somebody on that day', () => {
    for (const { code, validFrom } of founded) {
      expect(byCode.has(code), code).toBe(true);
      expect(
        dissolved.some((each) => each.validUntil === validFrom && each.successorCodes.includes(code)),
        code,
      ).toBe(true);
    }
  });

  it('add up to the number of municipalities at every date, down to the 342 of today', () => {
    for (const [index, { on, count }] of municipalityCounts.entries()) {
      const before = municipalityCounts[index - 1];
      if (!before) continue;
      const within = (date: string) => date > before.on && date <= on;
      const gone = dissolved.filter((each) => within(each.validUntil)).length;
      const come = founded.filter((each) => within(each.validFrom)).length;
      expect(before.count - gone + come, on).toBe(count);
    }
    expect(municipalityCounts.at(-1)?.count).toBe(municipalities.length);
  });

  it('say that they are still to be checked at the source', () => {
    expect(dissolved.every((each) => each.verified === false)).toBe(true);
    expect(mergers.note).toContain('Te controleren bij het CBS');
  });
});

describe('the map of hexagons', () => {
  const { tiles } = hexagons;
  const at = new Map(tiles.map((tile) => [`${tile.q},${tile.r}`, tile.code]));
  const tileOf = new Map(tiles.map((tile) => [tile.code, tile]));
  const steps = [
    [1, 0],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [0, -1],
    [1, -1],
  ] as const;
  const beside = (code: string) => {
    const tile = tileOf.get(code)!;
    return steps.flatMap(([q, r]) => at.get(`${tile.q + q},${tile.r + r}`) ?? []);
  };
  /** The pieces in which a set of municipalities falls apart when `near` says who touches whom. */
  const pieces = (codes: readonly string[], near: (code: string) => readonly string[]) => {
    const left = new Set(codes);
    let count = 0;
    while (left.size > 0) {
      count++;
      const stack = [[...left][0]!];
      for (let code = stack.pop(); code; code = stack.pop()) {
        if (left.delete(code)) stack.push(...near(code).filter((other) => left.has(other)));
      }
    }
    return count;
  };

  it('gives every municipality a place of its own', () => {
    expect(tiles.map((tile) => tile.code).sort()).toEqual([...byCode.keys()].sort());
    expect(at.size).toBe(342);
  });

  it('keeps at least three in four neighbours side by side', () => {
    const kept = municipalities.reduce(
      (sum, each) => sum + each.neighbours.filter((code) => beside(each.code).includes(code)).length,
      0,
    );
    expect(kept / (2 * 881)).toBeGreaterThan(0.75);
  });

  it('keeps every province in as many pieces as it really has', () => {
    for (const { code, name } of regionsOf('province')) {
      const members = municipalities.filter((each) => each.provinceCode === code).map((each) => each.code);
      expect(pieces(members, beside), name).toBe(pieces(members, (member) => byCode.get(member)!.neighbours));
    }
  });

  it('lays the Wadden islands and Zeeuws-Vlaanderen apart from the mainland', () => {
    const islands = ['Texel', 'Vlieland', 'Terschelling', 'Ameland', 'Schiermonnikoog'];
    const flanders = ['Sluis', 'Terneuzen', 'Hulst'];
    for (const group of [islands, flanders]) {
      for (const each of municipalities.filter(({ name }) => group.includes(name))) {
        for (const code of beside(each.code)) expect(group, each.name).toContain(byCode.get(code)?.name);
      }
    }
  });

  it('has north above south and west left of east', () => {
    const place = (name: string) => {
      const tile = tileOf.get(municipalities.find((each) => each.name === name)!.code)!;
      return { x: tile.q + tile.r / 2, y: tile.r };
    };
    expect(place('Groningen').y).toBeLessThan(place('Utrecht').y);
    expect(place('Utrecht').y).toBeLessThan(place('Maastricht').y);
    expect(place('Den Haag').x).toBeLessThan(place('Utrecht').x);
    expect(place('Utrecht').x).toBeLessThan(place('Enschede').x);
    expect(place('Vlissingen').x).toBeLessThan(place('Tilburg').x);
  });
});
