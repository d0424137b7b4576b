import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChoices, type Filtered, isAskedFor, type MonitorFilter } from './monitor-filter.ts';

const place = (name: string, more: Partial<Filtered> = {}): Filtered => ({
  name,
  regions: { province: 'PV20', 'police-unit': 'PE01', 'safety-region': 'VR01' },
  state: 'arranged',
  anchored: 'not',
  ...more,
});
const NOTHING: MonitorFilter = { regions: {} };

describe('a filter of the monitor', () => {
  it('asks for everything when nothing is chosen', () => {
    expect(isAskedFor(place('Assen', { regions: {} }), NOTHING)).toBe(true);
  });

  it('asks for a part of the name, whatever its capitals and accents', () => {
    const names = ['Súdwest-Fryslân', 'Assen', "'s-Hertogenbosch"].map((name) => place(name));
    const found = (name: string) => names.filter((each) => isAskedFor(each, { regions: {}, name })).map((n) => n.name);
    expect(found('SUDWEST')).toEqual(['Súdwest-Fryslân']);
    expect(found('hertogen')).toEqual(["'s-Hertogenbosch"]);
    expect(found('nergens')).toEqual([]);
  });

  it('asks for every chosen part at once', () => {
    const filter: MonitorFilter = { regions: { province: 'PV20', 'safety-region': 'VR01' }, state: 'lapsed' };
    expect(isAskedFor(place('Assen', { state: 'lapsed' }), filter)).toBe(true);
    expect(isAskedFor(place('Assen'), filter)).toBe(false);
    expect(isAskedFor(place('Assen', { state: 'lapsed', regions: { province: 'PV20' } }), filter)).toBe(false);
  });

  it('keeps a municipality whose region no source names apart as unknown', () => {
    const all = [place('Assen'), place('Nergens', { regions: { province: 'PV20' } })];
    expect(countChoices(all, NOTHING, 'police-unit')).toEqual(
      new Map([
        ['PE01', 1],
        ['onbekend', 1],
      ]),
    );
    expect(
      all.filter((each) => isAskedFor(each, { regions: { 'police-unit': 'onbekend' } })).map(({ name }) => name),
    ).toEqual(['Nergens']);
  });

  it('counts the choices that are not chosen too, so that one can change to them', () => {
    const all = [place('Assen'), place('Ede', { regions: { province: 'PV25' } }), place('Urk', { state: 'lapsed' })];
    const chosen: MonitorFilter = { regions: { province: 'PV20' }, state: 'arranged' };
    expect(Object.fromEntries(countChoices(all, chosen, 'province'))).toEqual({ PV20: 1, PV25: 1 });
    expect(Object.fromEntries(countChoices(all, chosen, 'state'))).toEqual({ arranged: 1, lapsed: 1 });
  });

  it('counts each choice as the list would be long when it were chosen', () => {
    const region = fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined });
    const all = fc.array(
      fc.record({
        name: fc.constantFrom('Assen', 'Emmen', 'Ede'),
        regions: fc.record({ province: region, 'police-unit': region, 'safety-region': region }),
        state: fc.constantFrom('arranged', 'lapsed', 'unknown'),
        anchored: fc.constantFrom('anchored', 'lapsed', 'not'),
      }),
      { maxLength: 40 },
    ) as fc.Arbitrary<Filtered[]>;
    const filter = fc.record({
      regions: fc.record({ province: region, 'police-unit': region }),
      state: fc.option(fc.constantFrom('arranged', 'lapsed'), { nil: undefined }),
      name: fc.option(fc.constantFrom('e', 'sse'), { nil: undefined }),
    }) as fc.Arbitrary<MonitorFilter>;
    fc.assert(
      fc.property(all, filter, (rows, chosen) => {
        for (const [choice, count] of countChoices(rows, chosen, 'province')) {
          const asked = { ...chosen, regions: { ...chosen.regions, province: choice } };
          expect(rows.filter((row) => isAskedFor(row, asked))).toHaveLength(count);
        }
        for (const [choice, count] of countChoices(rows, chosen, 'state')) {
          const asked = { ...chosen, state: choice as Filtered['state'] };
          expect(rows.filter((row) => isAskedFor(row, asked))).toHaveLength(count);
        }
      }),
    );
  });
});
