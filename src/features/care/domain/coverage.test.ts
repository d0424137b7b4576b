import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { ALL_CELLS, type Cells, cellsOf, countCells, EVERY_CELL, groupCells, NO_CELLS } from './cells.ts';
import {
  coverageOf,
  coverageState,
  dependences,
  dependsOn,
  NOTHING_SAID,
  publicOffer,
  substituteCover,
  whoMustAct,
} from './coverage.ts';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS } from './need.ts';
import { checkOffer, isConfirmed, type Offer, standingOf } from './offer.ts';
import { whoHelps } from './who-helps.ts';

const today = day('2026-11-30');
const anOffer = (changes: Partial<Offer> = {}): Offer => ({
  id: 'a',
  organisationId: 'noord',
  organisationCode: 'ZC01',
  organisationName: 'Noord (fictief)',
  name: 'Zorgcoördinatie',
  version: 1,
  validFrom: day('2026-01-01'),
  endedOn: undefined,
  isFormer: false,
  confirmedOn: day('2026-10-01'),
  municipalityIds: ['gemeente'],
  forms: CARE_FORMS,
  ages: CARE_AGES,
  genders: CARE_GENDERS,
  languages: [],
  phone: '000-000 00 01',
  hours: { from: '09:00', until: '17:00' },
  isForPublic: false,
  nightPhone: undefined,
  hasSubstitute: true,
  hoursAWeek: 36,
  funder: undefined,
  contractUntil: undefined,
  ...changes,
});
const complete = { confirmedOn: day('2026-11-01'), disputed: new Set<string>() };

describe('coverage of a municipality', () => {
  it('is unknown, and no gap, where nobody said anything', () => {
    const coverage = coverageOf([], NOTHING_SAID, today);
    expect([coverage.covered, coverage.gap, coverage.unknown]).toEqual([NO_CELLS, NO_CELLS, EVERY_CELL]);
    expect([coverageState(coverage, EVERY_CELL), whoMustAct(coverage, EVERY_CELL)]).toEqual([
      'unknown',
      'municipality-confirms',
    ]);
  });

  it('is a gap where the municipality said that its list is complete and nobody answers, such as at night', () => {
    const coverage = coverageOf([anOffer()], complete, today);
    expect(coverageState(coverage, cellsOf({}, 'day'))).toBe('covered');
    expect(coverageState(coverage, cellsOf({}, 'night'))).toBe('gap');
    expect([coverageState(coverage, EVERY_CELL), whoMustAct(coverage, EVERY_CELL)]).toEqual([
      'partly',
      'municipality-arranges',
    ]);
  });

  it('no longer knows a gap when the municipality said so more than six months ago', () => {
    const old = { ...complete, confirmedOn: day('2026-05-29') };
    expect(coverageState(coverageOf([anOffer()], old, today), cellsOf({}, 'night'))).toBe('unknown');
    const just = { ...complete, confirmedOn: day('2026-05-30') };
    expect(coverageState(coverageOf([anOffer()], just, today), cellsOf({}, 'night'))).toBe('gap');
  });

  it('shows the gap that appears when an organisation ends what it did, and only that', () => {
    const ended = coverageOf([anOffer({ endedOn: today, genders: ['man'] })], NOTHING_SAID, today);
    expect(coverageState(ended, cellsOf({ gender: 'man' }, 'day'))).toBe('gap');
    expect(coverageState(ended, cellsOf({ gender: 'woman' }, 'day'))).toBe('unknown');
    const followed = coverageOf(
      [anOffer({ endedOn: today }), anOffer({ id: 'b', organisationId: 'zuid' })],
      NOTHING_SAID,
      today,
    );
    expect(coverageState(followed, cellsOf({}, 'day'))).toBe('covered');
  });

  it('does not paint what nobody knows as a gap where a gap was confirmed in a part', () => {
    const ended = coverageOf([anOffer({ endedOn: today, genders: ['man'] })], NOTHING_SAID, today);
    expect([coverageState(ended, EVERY_CELL), whoMustAct(ended, EVERY_CELL)]).toEqual([
      'gap-known',
      'municipality-arranges',
    ]);
    expect(coverageState(coverageOf([], complete, today), EVERY_CELL)).toBe('gap');
  });

  it('counts a contract on its last day and not after', () => {
    const until = (last: string) => standingOf(anOffer({ contractUntil: day(last) }), false, today);
    expect([until('2026-11-30'), until('2026-11-29')]).toEqual(['holds', 'ended']);
    expect(standingOf(anOffer({ endedOn: day('2026-12-01') }), false, today)).toBe('holds');
  });

  it('does not know what an organisation never confirmed, or what the municipality says is otherwise', () => {
    const never = coverageOf([anOffer({ confirmedOn: undefined })], complete, today);
    expect([coverageState(never, cellsOf({}, 'day')), whoMustAct(never, cellsOf({}, 'day'))]).toEqual([
      'unknown',
      'organisation-confirms',
    ]);
    const disputed = coverageOf([anOffer()], { ...complete, disputed: new Set(['a']) }, today);
    expect([coverageState(disputed, cellsOf({}, 'day')), whoMustAct(disputed, cellsOf({}, 'day'))]).toEqual([
      'unknown',
      'both-agree',
    ]);
  });

  it('tells what is covered in part with the rest unknown from what nobody knows', () => {
    const some = coverageOf([anOffer()], NOTHING_SAID, today);
    expect([coverageState(some, EVERY_CELL), coverageState(some, cellsOf({}, 'night'))]).toEqual([
      'partly-known',
      'unknown',
    ]);
  });

  it('says what stops when one organisation falls out', () => {
    const offers = [anOffer(), anOffer({ id: 'b', organisationId: 'zuid', genders: ['woman'], nightPhone: '000-1' })];
    const coverage = coverageOf(offers, NOTHING_SAID, today);
    expect(dependsOn(coverage, 'noord')).toBe(cellsOf({ gender: 'man' }, 'day') | cellsOf({ gender: 'other' }, 'day'));
    expect(dependsOn(coverage, 'zuid')).toBe(
      cellsOf({ gender: 'woman' }, 'evening') | cellsOf({ gender: 'woman' }, 'night'),
    );
    expect(dependsOn(coverage, 'elders')).toBe(NO_CELLS);
    expect(coverageOf(offers, NOTHING_SAID, today, { without: 'noord' }).gap).toBe(dependsOn(coverage, 'noord'));
  });

  it('counts while the coordinator is away only who has a substitute, and does not know where nobody said so', () => {
    const yes = anOffer({ genders: ['woman'] });
    const no = anOffer({ id: 'b', genders: ['man'], hasSubstitute: false });
    const unsaid = anOffer({ id: 'c', genders: ['other'], hasSubstitute: undefined });
    const now = coverageOf([yes, no, unsaid], NOTHING_SAID, today);
    const away = coverageOf([yes, no, unsaid], NOTHING_SAID, today, { isAway: true });
    const of = (gender: 'woman' | 'man' | 'other') => cellsOf({ gender }, 'day');
    expect(coverageState(now, cellsOf({}, 'day'))).toBe('covered');
    expect([of('woman'), of('man'), of('other')].map((cells) => coverageState(away, cells))).toEqual([
      'covered',
      'gap',
      'unknown',
    ]);
    expect(whoMustAct(away, of('other'))).toBe('organisation-confirms');
    expect(substituteCover(now, away)).toEqual({ arranged: of('woman'), missing: of('man'), unknown: of('other') });
    // whose own word is in doubt is not known to have none either
    const old = coverageOf([anOffer({ hasSubstitute: false, confirmedOn: undefined })], NOTHING_SAID, today, {
      isAway: true,
    });
    expect(coverageState(old, cellsOf({}, 'day'))).toBe('unknown');
  });

  it('says of every organisation in how many municipalities something stops, the heaviest first', () => {
    const north = coverageOf([anOffer()], NOTHING_SAID, today);
    const both = coverageOf([anOffer(), anOffer({ id: 'b', organisationId: 'zuid' })], NOTHING_SAID, today);
    const south = coverageOf([anOffer({ organisationId: 'zuid', genders: ['man'] })], NOTHING_SAID, today);
    expect(dependences([north, both, south, north], EVERY_CELL)).toEqual([
      { organisationId: 'noord', municipalities: 2, cells: 90 },
      { organisationId: 'zuid', municipalities: 1, cells: 15 },
    ]);
    expect(dependences([north, south], cellsOf({ gender: 'woman' }))).toEqual([
      { organisationId: 'noord', municipalities: 1, cells: 15 },
    ]);
  });

  it('gives the public one number: of who holds, said that it may, and serves most', () => {
    const all = anOffer({ id: 'b', isForPublic: true });
    const some = anOffer({ id: 'c', isForPublic: true, genders: ['woman'] });
    const chosen = (offers: readonly Offer[]) => publicOffer(coverageOf(offers, NOTHING_SAID, today))?.id;
    expect(chosen([anOffer(), some, all])).toBe('b');
    expect(chosen([some, { ...all, confirmedOn: undefined }])).toBe('c');
    expect(chosen([anOffer(), { ...all, endedOn: today }])).toBeUndefined();
  });

  it('puts every combination in exactly one of three', () => {
    const some = <T>(all: readonly T[]) => fc.subarray([...all]);
    const offers = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        organisationId: fc.constantFrom('noord', 'zuid'),
        forms: some(CARE_FORMS),
        ages: some(CARE_AGES),
        genders: some(CARE_GENDERS),
        nightPhone: fc.constantFrom(undefined, '000-1'),
        confirmedOn: fc.constantFrom(undefined, day('2026-10-01'), day('2025-10-01')),
        endedOn: fc.constantFrom(undefined, today),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(offers, fc.boolean(), some(['a', 'b']), (made, isComplete, disputed) => {
        const said = { confirmedOn: isComplete ? today : undefined, disputed: new Set(disputed) };
        const { covered, gap, unknown } = coverageOf(
          made.map((each) => anOffer(each)),
          said,
          today,
        );
        expect(covered | gap | unknown).toBe(EVERY_CELL);
        expect([covered & gap, covered & unknown, gap & unknown]).toEqual([0n, 0n, 0n]);
      }),
      { seed: 20261130 },
    );
  });
});

describe('a set of combinations', () => {
  it('counts and is said in groups that hold each of them once', () => {
    expect(countCells(EVERY_CELL)).toBe(135);
    const said = (cells: Cells) =>
      groupCells(cells).reduce((sum, { moments, genders, ages, forms }) => {
        let part = NO_CELLS;
        for (const moment of moments)
          for (const gender of genders)
            for (const age of ages) for (const form of forms) part |= cellsOf({ form, age, gender }, moment);
        expect(sum & part).toBe(NO_CELLS);
        return sum | part;
      }, NO_CELLS);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: EVERY_CELL }), (cells) => {
        expect(said(cells)).toBe(cells);
      }),
      { seed: 20261130 },
    );
  });

  it('is one group when it is everything of a moment', () => {
    expect(groupCells(cellsOf({}, 'night'))).toEqual([
      { moments: ['night'], genders: CARE_GENDERS, ages: CARE_AGES, forms: CARE_FORMS },
    ]);
    expect(ALL_CELLS).toHaveLength(135);
  });
});

describe('what an organisation may say of its offer', () => {
  it('refuses hours that end before they begin, a contract that is over, and an offer for nowhere', () => {
    const refusal = (changes: Partial<Offer>) => {
      const checked = checkOffer(anOffer(changes), today);
      return checked.ok ? undefined : checked.error.code;
    };
    expect(refusal({ hours: { from: '17:00', until: '09:00' } })).toBe('closes-before-opening');
    expect(refusal({ contractUntil: day('2026-11-29') })).toBe('contract-is-over');
    expect(refusal({ municipalityIds: [] })).toBe('no-municipality');
    expect(refusal({ hours: 'always', nightPhone: '000-1' })).toBe('night-without-need');
    expect(refusal({ contractUntil: today })).toBeUndefined();
  });

  it('counts a confirmation from its day until six months later', () => {
    const on = (confirmed: string) => isConfirmed(day(confirmed), today);
    expect([on('2026-12-01'), on('2026-11-30'), on('2026-05-30'), on('2026-05-29')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isConfirmed(undefined, today)).toBe(false);
  });
});

describe('who helps here at an hour', () => {
  const saturdayNight = { isWorkingDay: false, time: '02:00' };
  const helpers = (offers: readonly Offer[], at = saturdayNight, need = {}) =>
    whoHelps(coverageOf(offers, NOTHING_SAID, today).offers, need, at).map(({ offer, number }) => [offer.id, number]);

  it('names who answers now first, and who is closed without a number', () => {
    const offers = [anOffer({ name: 'A' }), anOffer({ id: 'b', name: 'B', nightPhone: '000-9' })];
    expect(helpers(offers)).toEqual([
      ['b', '000-9'],
      ['a', undefined],
    ]);
    expect(helpers(offers, { isWorkingDay: true, time: '09:00' })).toEqual([
      ['a', '000-000 00 01'],
      ['b', '000-000 00 01'],
    ]);
    expect(helpers(offers, { isWorkingDay: true, time: '17:00' })[0]).toEqual(['b', '000-9']);
  });

  it('puts what nobody confirmed after what was, and leaves out who does not serve this person or has ended', () => {
    const offers = [
      anOffer({ name: 'A', hours: 'always', confirmedOn: undefined }),
      anOffer({ id: 'b', name: 'B', hours: 'always' }),
      anOffer({ id: 'c', hours: 'always', genders: ['woman'] }),
      anOffer({ id: 'd', hours: 'always', endedOn: today }),
    ];
    expect(helpers(offers, saturdayNight, { gender: 'man' }).map(([id]) => id)).toEqual(['b', 'a']);
    expect(helpers(offers, saturdayNight, {}).map(([id]) => id)).toEqual(['b', 'c', 'a']);
  });
});
