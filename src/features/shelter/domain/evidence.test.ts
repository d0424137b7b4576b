import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type AskedRow, blockedDaysOf, evidenceOf, type StayRow } from './evidence.ts';

const REGIONS = ['amsterdam', 'limburg', 'unknown'];
const at = (date: string) => new Date(`${date}T10:00:00Z`);
const asked = (id: number, changes: Partial<AskedRow> = {}): AskedRow => ({
  id: `r${id}`,
  types: ['womens'],
  region: 'amsterdam',
  openedAt: at('2026-02-01'),
  foundNothing: false,
  ...changes,
});
const stay = (changes: Partial<StayRow> = {}): StayRow => ({
  refusal: undefined,
  readyOn: undefined,
  outflowRoute: undefined,
  departedAt: undefined,
  ...changes,
});
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const until = day('2027-01-01');
const NOBODY: ReadonlyMap<string, Date> = new Map();

it('counts what was asked, what led to nothing and how long somebody waited', () => {
  const rows = [...many(20, (id) => asked(id)), ...many(15, (id) => asked(100 + id, { foundNothing: true }))];
  const arrivals = new Map(many(20, (id) => [`r${id}`, at('2026-02-05')] as const));
  const evidence = evidenceOf(rows, arrivals, [], REGIONS, until);
  expect([evidence.asked, evidence.nothing]).toEqual([35, 15]);
  expect(evidence.waits).toEqual([
    { key: 'same-day', count: 0 },
    { key: 'within-week', count: 20 },
    { key: 'within-month', count: 0 },
    { key: 'longer', count: 0 },
    { key: 'none-yet', count: 15 },
  ]);
});

it('counts a refusal for lack of a tie with the region by itself', () => {
  const stays = [...many(12, () => stay({ refusal: 'no-regional-tie' })), ...many(25, () => stay({ refusal: 'full' }))];
  const { refusals } = evidenceOf([], NOBODY, stays, REGIONS, until);
  expect(refusals.find(({ key }) => key === 'no-regional-tie')?.count).toBe(10);
});

it('counts the days that somebody who could go on was still there', () => {
  const ready = { readyOn: day('2026-12-01') };
  expect(blockedDaysOf({ ...ready, departedAt: undefined }, until)).toBe(31);
  expect(blockedDaysOf({ ...ready, departedAt: at('2026-12-11') }, until)).toBe(10);
  expect(blockedDaysOf({ readyOn: undefined, departedAt: undefined }, until)).toBe(0);
});

it('never shows a count below ten, and never leaves one hidden count that follows from the rest', () => {
  const region = fc.constantFrom(...REGIONS);
  fc.assert(
    fc.property(fc.array(fc.record({ region, foundNothing: fc.boolean() }), { maxLength: 80 }), (rows) => {
      const evidence = evidenceOf(
        rows.map((each, index) => asked(index, each)),
        NOBODY,
        [],
        REGIONS,
        until,
      );
      for (const { cells } of [...evidence.regionByType, ...evidence.nothingRegionByType])
        for (const count of cells) if (count) expect(count).toBeGreaterThanOrEqual(10);
      for (const list of [evidence.regions, evidence.nothingByRegion, evidence.types, evidence.quarters]) {
        for (const { count } of list) if (count !== undefined && count !== 0) expect(count).toBeGreaterThanOrEqual(10);
        const hidden = list.filter(({ count }) => count === undefined).length;
        if (list.length > 1 && evidence.asked !== undefined) expect(hidden).not.toBe(1);
      }
    }),
    { seed: 8, numRuns: 300 },
  );
});

it('says where which kind was sought, and leaves out the regions of which there is too little to tell', () => {
  const rows = [
    ...many(22, (id) => asked(id)),
    ...many(12, (id) => asked(100 + id, { types: ['mens'] })),
    ...many(31, (id) => asked(200 + id, { region: 'limburg' })),
    ...many(4, (id) => asked(300 + id, { region: 'limburg', types: ['mens'] })),
    ...many(14, (id) => asked(400 + id, { region: 'unknown' })),
  ];
  const { types, regionByType } = evidenceOf(rows, NOBODY, [], REGIONS, until);
  expect(types.map(({ key }) => key)).toEqual(['mens', 'womens']);
  // four is hidden; without the twelve above it, and the one beside each, it would follow from the totals
  expect(regionByType).toEqual([{ key: 'unknown', cells: [0, 10] }]);
  const clear = evidenceOf(
    many(30, (id) => asked(id, { region: id % 2 ? 'amsterdam' : 'limburg' })),
    NOBODY,
    [],
    REGIONS,
    until,
  );
  expect(clear.regionByType).toEqual([
    { key: 'amsterdam', cells: [15] },
    { key: 'limburg', cells: [15] },
  ]);
});
