import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { anchoringOn, type Departures } from './anchoring.ts';
import type { Fact, FactSource } from './fact.ts';
import type { Framework } from './framework.ts';

const framework = JSON.parse(readFileSync('content/approach/kader-2021-1.json', 'utf8')) as Framework;
const today = day('2026-11-25');
const nobodyLeft: Departures = { ownerLeftOn: undefined, substituteLeftOn: undefined, succession: undefined };

function fact(element: string, change: Partial<Fact> = {}): Fact {
  return {
    id: `${element}-${change.source ?? 'scan'}`,
    element,
    source: 'scan',
    state: 'present',
    asOf: day('2026-10-01'),
    lapsesOn: day('2028-01-01'),
    statement: 'voorbeeld',
    evidenceTitle: 'Voorbeeldbesluit',
    evidenceLink: undefined,
    evidenceFileId: undefined,
    adoptingBody: undefined,
    regionId: undefined,
    regionWithdrewOn: undefined,
    subjectId: undefined,
    reportedBy: 'Fenna Fictief',
    reportedAt: new Date('2026-10-01T09:00:00Z'),
    ...change,
  };
}

/** A small municipality whose region does everything: only its own decision, its people and a drill are its own. */
const regional: readonly Fact[] = [
  fact('K1.1', { source: 'statement', state: 'regional', adoptingBody: 'b-en-w' }),
  fact('K2.1', { source: 'focal-point' }),
  fact('K1.5', { state: 'regional' }),
  fact('K1.7'),
  fact('K3.7', { state: 'regional' }),
  fact('K1.8', { lapsesOn: undefined }),
  fact('K2.2', { source: 'drill', lapsesOn: undefined }),
  fact('K4.1', { state: 'regional' }),
  fact('K4.2', { state: 'regional' }),
  fact('K1.9', { state: 'regional', lapsesOn: undefined }),
];
const anchored = (facts: readonly Fact[], on: PlainDate = today, departures = nobodyLeft) =>
  anchoringOn(framework, facts, departures, on);
const failed = (facts: readonly Fact[], on: PlainDate = today, departures = nobodyLeft) =>
  anchored(facts, on, departures)
    .tests.filter((test) => !test.isPassed)
    .map(({ test }) => test.number);
const without = (element: string) => regional.filter((each) => each.element !== element);

describe('the ten tests of geborgd', () => {
  it('are all passed by a small municipality whose region does everything, without a single signal', () => {
    expect(failed(regional)).toEqual([]);
    expect(anchored(regional).anchoredUntil).toBe(addMonths(day('2026-10-01'), 12));
  });
  it('lapse on the day of the earliest lapse and not a day earlier', () => {
    const until = anchored(regional).anchoredUntil!;
    expect(anchored(regional, addDays(until, -1)).isAnchored).toBe(true);
    expect(failed(regional, until)).toEqual([6, 7]);
  });
  it.each([
    [1, without('K1.1')],
    [1, regional.map((each) => (each.element === 'K1.1' ? fact('K1.1', { state: 'regional' }) : each))],
    // what a region decided, however it calls its body, is no decision of the municipality
    ...['Regionaal overleg', 'het college van B en W'].map((adoptingBody): [number, readonly Fact[]] => [
      1,
      regional.map((each) =>
        each.element === 'K1.1' ? fact('K1.1', { state: 'regional', regionId: 'r', adoptingBody }) : each,
      ),
    ]),
    // nor is what somebody wrote in the scan whom the law gives no say in it
    [1, regional.map((each) => (each.element === 'K1.1' ? fact('K1.1', { adoptingBody: 'de stuurgroep' }) : each))],
    [
      2,
      regional.map((each) =>
        each.element === 'K1.1' ? fact('K1.1', { adoptingBody: 'raad', lapsesOn: undefined }) : each,
      ),
    ],
    [3, without('K2.1')],
    [4, without('K1.5')],
    [5, without('K3.7')],
    [6, without('K1.8')],
    // a region does not inform the council of a municipality
    [6, regional.map((each) => (each.element === 'K1.8' ? fact('K1.8', { state: 'regional', regionId: 'r' }) : each))],
    [
      6,
      regional.map((each) =>
        each.element === 'K1.8' ? fact('K1.8', { asOf: day('2025-11-25'), lapsesOn: undefined }) : each,
      ),
    ],
    [7, without('K2.2')],
    [8, without('K4.2')],
    [
      9,
      regional.map((each) =>
        each.element === 'K1.9' ? fact('K1.9', { asOf: day('2024-11-25'), lapsesOn: undefined }) : each,
      ),
    ],
  ])('refuse test %i without its fact, and say what to do', (number, facts) => {
    const result = anchored(facts);
    expect(failed(facts)).toContain(number);
    expect(result.tests.find(({ test }) => test.number === number)?.missing).toMatch(/\.$/);
    expect(result).toMatchObject({ isAnchored: false, anchoredUntil: undefined });
  });
  it('fail when the owner or the substitute left, until a successor got the dossier', () => {
    const left = { ...nobodyLeft, ownerLeftOn: day('2026-11-01') };
    expect(failed(regional, today, left)).toEqual([3, 10]);
    expect(failed([...regional, fact('K2.1', { source: 'statement', asOf: day('2026-11-10') })], today, left)).toEqual([
      3,
    ]);
  });
  it('fail when a successor is named without a hand-over, although nobody who left is named any more', () => {
    const succession = { on: day('2026-11-20'), handoverFrom: day('2026-08-22') };
    const handover = (asOf: string) => fact('K2.1', { source: 'statement', asOf: day(asOf), lapsesOn: undefined });
    const succeeded = (facts: readonly Fact[], on = today) => failed(facts, on, { ...nobodyLeft, succession });
    expect(succeeded(regional)).toEqual([10]);
    expect(succeeded([...regional, handover('2026-08-21')])).toEqual([10]);
    // who hands over well, does so before leaving
    expect(succeeded([...regional, handover('2026-08-22')])).toEqual([]);
    expect(succeeded([...regional, handover('2026-11-24')])).toEqual([]);
    expect(succeeded([...regional, handover('2026-11-26')])).toEqual([10]);
    expect(succeeded([...regional, { ...handover('2026-11-24'), state: 'absent' }])).toEqual([10]);
  });
  it('keep a hand-over for good: only a next departure asks for another', () => {
    const handover = fact('K2.1', { source: 'statement', asOf: day('2020-11-10'), lapsesOn: day('2021-11-10') });
    const succession = { on: day('2020-11-20'), handoverFrom: day('2020-08-22') };
    expect(failed([...regional, handover], today, { ...nobodyLeft, succession })).toEqual([]);
    const ahead = anchored([...regional, handover], today, {
      ...nobodyLeft,
      succession,
      ownerLeftOn: day('2026-12-31'),
    });
    expect(ahead.tests[9]?.lapsesOn).toBe('2026-12-31');
  });
  it('count a hand-over that is done before the day of leaving', () => {
    const ahead = { ...nobodyLeft, ownerLeftOn: day('2026-12-31') };
    const handover = fact('K2.1', { source: 'statement', asOf: day('2026-11-20'), lapsesOn: undefined });
    expect(anchored([...regional, handover], today, ahead).tests[9]).toMatchObject({
      isPassed: true,
      lapsesOn: undefined,
    });
    expect(failed([...regional, handover], day('2026-12-31'), ahead)).toEqual([3]);
  });
  it('know of a departure ahead', () => {
    expect(anchored(regional, today, { ...nobodyLeft, substituteLeftOn: day('2026-12-31') }).anchoredUntil).toBe(
      '2026-12-31',
    );
  });
  it('do not count what starts tomorrow or is only begun', () => {
    expect(failed([...without('K1.5'), fact('K1.5', { asOf: addDays(today, 1) })])).toEqual([4]);
    expect(failed([...without('K1.5'), fact('K1.5', { state: 'started' })])).toEqual([4]);
  });
  it('count no region that only arranges something as use, and a dated statement that it did the work as use', () => {
    const shelter = (source: FactSource) => fact('K5.2', { source, state: 'regional', asOf: day('2026-09-01') });
    expect(framework.elements.find(({ id }) => id === 'K5.2')?.showsUse).toBe(true);
    expect(failed([...without('K2.2'), shelter('scan')])).toEqual([7]);
    expect(failed([...without('K2.2'), shelter('statement')])).toEqual([]);
  });
  it('count no answer of a scan that shows nothing, say so, and count it as soon as it does', () => {
    const ticked = ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2', 'K1.8', 'K1.9'];
    const others = regional.filter(({ element }) => !ticked.includes(element));
    const bare = others.concat(ticked.map((element) => fact(element, { evidenceTitle: undefined })));
    expect(failed(bare)).toEqual([4, 5, 6, 8, 9]);
    const { tests, isAnchored } = anchoringOn(framework, bare, nobodyLeft, today);
    expect(isAnchored).toBe(false);
    for (const { isPassed, missing } of tests)
      if (!isPassed) expect(missing).toContain('zonder bewijs; dat telt hier niet');
    const shown = others.concat(
      ticked.map((element) => fact(element, { evidenceTitle: undefined, evidenceLink: 'https://voorbeeld.invalid' })),
    );
    expect(failed(shown)).toEqual([]);
  });

  it('count a signal when there was no drill, for a year', () => {
    expect(
      failed([...without('K2.2'), fact('K2.3', { source: 'signals', asOf: day('2026-01-10'), lapsesOn: undefined })]),
    ).toEqual([]);
    expect(
      failed([...without('K2.2'), fact('K2.3', { source: 'signals', asOf: day('2025-01-10'), lapsesOn: undefined })]),
    ).toEqual([7]);
  });
});

const someFact = fc
  .record({
    element: fc.constantFrom(...framework.elements.map(({ id }) => id)),
    source: fc.constantFrom<FactSource>('scan', 'focal-point', 'adoption', 'drill', 'signals', 'statement'),
    state: fc.constantFrom<Fact['state']>('absent', 'started', 'present', 'working', 'regional'),
    asOf: fc.integer({ min: -800, max: 10 }).map((days) => addDays(today, days)),
    lapsesOn: fc.option(
      fc.integer({ min: -100, max: 800 }).map((days) => addDays(today, days)),
      { nil: undefined },
    ),
    adoptingBody: fc.constantFrom(undefined, 'b-en-w', 'het college'),
  })
  .map((change) => fact(change.element, change));

describe('anchoring, whatever the facts', () => {
  it('never gains by a signal when there is a drill', () => {
    fc.assert(
      fc.property(fc.array(someFact, { maxLength: 30 }), someFact, (facts, signal) => {
        const drilled = [...facts, fact('K2.2', { source: 'drill', asOf: addDays(today, -30), lapsesOn: undefined })];
        const before = anchored(drilled).tests[6];
        const after = anchored([...drilled, { ...signal, element: 'K2.3', source: 'signals' }]).tests[6];
        expect(after).toEqual(before);
      }),
      { seed: 20261125 },
    );
  });
  it('never loses by one more fact that is arranged', () => {
    fc.assert(
      fc.property(fc.array(someFact, { maxLength: 30 }), someFact, (facts, extra) => {
        const before = new Set(failed(facts));
        for (const number of failed([...facts, { ...extra, state: 'present' }])) expect(before).toContain(number);
      }),
      { seed: 20261125 },
    );
  });
  it('holds every day until its lapse, and not on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const until = anchored(regional).anchoredUntil!;
        const on = addDays(today, days);
        expect(anchored(regional, on).isAnchored).toBe(on < until);
      }),
      { seed: 20261125 },
    );
  });
});
