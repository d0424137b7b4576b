import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../shared-kernel/plain-date.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { ELEMENT_STATES, type Fact, type FactSource } from './fact.ts';
import type { Framework } from './framework.ts';
import { levelsOn } from './levels.ts';

const today = day('2026-11-25');
const framework = currentFramework();

function aFact(element: string, change: Partial<Fact> = {}): Fact {
  return {
    id: `${element} ${change.source ?? 'scan'}`,
    element,
    source: 'scan',
    state: 'present',
    asOf: day('2026-06-01'),
    lapsesOn: day('2028-06-01'),
    statement: 'Is er.',
    evidenceTitle: 'Voorbeeldbesluit',
    evidenceLink: undefined,
    evidenceFileId: undefined,
    adoptingBody: undefined,
    regionId: undefined,
    regionWithdrewOn: undefined,
    subjectId: undefined,
    reportedBy: 'Test Fictief',
    reportedAt: new Date('2026-11-01T09:00:00Z'),
    ...change,
  };
}
const ids = (theme: string, plateau?: string) =>
  framework.elements
    .filter((element) => element.theme === theme && (!plateau || element.plateau === plateau))
    .map(({ id }) => id);
const basis = (theme: string) => ids(theme, 'basis').map((id) => aFact(id));
const waived = (element: string) =>
  aFact(element, { state: 'not-applicable', evidenceTitle: undefined, statement: 'Niet van toepassing: …' });
const levelIn = (theme: string, facts: readonly Fact[], on = today, edition: Framework = framework) =>
  levelsOn(edition, facts, on).find((each) => each.theme.id === theme)!;

describe('the level of a theme', () => {
  it('is 0 when nothing is known, and 1 from the first beginning on', () => {
    expect(levelIn('1', []).level).toBe(0);
    expect(levelIn('1', [aFact('K1.1', { state: 'absent' })]).level).toBe(0);
    expect(levelIn('1', [aFact('K1.1', { state: 'started' })]).level).toBe(1);
  });

  it('is 2 with every basis element, and 1 with all but one: nothing is averaged away', () => {
    expect(levelIn('4', basis('4'))).toMatchObject({ level: 2 });
    for (const missing of ids('4', 'basis')) {
      const result = levelIn(
        '4',
        [...ids('4').map((id) => aFact(id, { state: 'working' }))].filter(({ element }) => element !== missing),
      );
      expect(result.level).toBe(1);
      expect(result.raise).toEqual([expect.stringContaining(missing)]);
    }
  });

  it('does not count an element that is there without evidence, and says to add it', () => {
    const facts = basis('4').map((fact) => (fact.element === 'K4.1' ? { ...fact, evidenceTitle: undefined } : fact));
    expect(levelIn('4', facts)).toMatchObject({ level: 1, raise: [expect.stringMatching(/^K4\.1 .*voeg bewijs toe/)] });
  });

  it('asks for evidence in the words of the framework: abbreviations and names keep their capitals', () => {
    const facts = framework.elements.map(({ id }) => aFact(id, { evidenceTitle: undefined }));
    const lacking = levelsOn(framework, facts, today).flatMap(({ elements }) => elements);
    const asked = lacking.filter(({ lack }) => lack?.startsWith('voeg bewijs toe'));
    expect(asked.length).toBeGreaterThan(20);
    for (const { element, lack } of asked) expect(lack).toContain(element.evidenceAsked.slice(1));
  });

  it('takes a hand-over for no focal point: K2.1 needs who is there now', () => {
    const others = basis('2').filter(({ element }) => element !== 'K2.1');
    const handover = aFact('K2.1', { source: 'statement', lapsesOn: undefined });
    expect(levelIn('2', [...others, handover]).level).toBe(1);
    expect(levelIn('2', [...others, handover, aFact('K2.1', { source: 'focal-point' })]).level).toBe(2);
  });

  it('takes "regional" with the evidence of the region, and "not applicable" with its reason', () => {
    const facts = [
      ...basis('5').filter(({ element }) => !['K5.1', 'K5.2'].includes(element)),
      aFact('K5.1', { state: 'regional', regionId: 'region' }),
      waived('K5.2'),
    ];
    expect(levelIn('5', facts)).toMatchObject({
      level: 2,
      why: 'Van de basis zijn 5 onderdelen er (1 onderdeel geldt volgens uw gemeente hier niet), met bewijs.',
    });
  });

  it('takes no "not applicable" for what a law or the agreement of all governments asks, and says so', () => {
    const facts = [
      ...basis('5').filter(({ element }) => !['K5.1', 'K5.4'].includes(element)),
      waived('K5.1'),
      waived('K5.4'),
    ];
    expect(levelIn('5', facts)).toMatchObject({
      level: 1,
      raise: [
        'K5.1 Zorgcoördinatie: dit is met alle gemeenten afgesproken, regel het of laat de regio het doen',
        'K5.4 Minderjarigen: de wet vraagt dit van elke gemeente, regel het of laat de regio het doen',
      ],
    });
    expect(levelIn('6', ids('6', 'basis').map(waived)).level).toBe(0);
  });

  it('is nothing where everything is said not to apply', () => {
    expect(levelIn('3', ids('3', 'basis').map(waived))).toMatchObject({
      level: 0,
      why: 'Er is nog niets waarvan wij weten.',
    });
  });

  it('falls on the day an element lapses, and says when that was', () => {
    const facts = basis('4').map((fact) => (fact.element === 'K4.3' ? { ...fact, lapsesOn: day('2027-01-10') } : fact));
    expect(levelIn('4', facts, day('2027-01-09')).level).toBe(2);
    expect(levelIn('4', facts, day('2027-01-10'))).toMatchObject({
      level: 1,
      raise: ['K4.3 RIEC en Zorg- en Veiligheidshuis: dit verviel op 10 januari 2027, leg het opnieuw vast'],
    });
  });

  it('falls on the day the region withdraws its part', () => {
    const withdrawn = {
      state: 'regional',
      regionId: 'r',
      lapsesOn: day('2026-11-20'),
      regionWithdrewOn: day('2026-11-20'),
    } as const;
    const facts = basis('4').map((fact) => (fact.element === 'K4.4' ? { ...fact, ...withdrawn } : fact));
    expect(levelIn('4', facts).raise).toEqual([
      'K4.4 Regionale tafel: de regio trok dit in op 20 november 2026, regel het opnieuw',
    ]);
  });

  it('is 3 by use in the last year, or by an exercise', () => {
    const used = basis('4').map((fact) => (fact.element === 'K4.4' ? { ...fact, state: 'working' as const } : fact));
    expect(levelIn('4', used).level).toBe(3);
    expect(levelIn('4', used, day('2027-06-01')).level).toBe(2);
    const exercise = aFact('K5.2', { source: 'drill', state: 'working', evidenceTitle: undefined });
    expect(levelIn('5', [...basis('5'), exercise])).toMatchObject({
      level: 3,
      why: expect.stringContaining('1 juni 2026'),
    });
  });

  it('needs no reported victim: an exercise with a report is enough for K5.6', () => {
    const without = basis('5').filter(({ element }) => element !== 'K5.6');
    expect(levelIn('5', without).level).toBe(1);
    expect(levelIn('5', [...without, aFact('K5.6', { source: 'drill', state: 'working' })]).level).toBe(3);
  });

  describe('is 4', () => {
    const all = ids('4').map((id) => aFact(id, { state: 'working' }));
    const evaluated = (asOf: string, change: Partial<Fact> = {}) => aFact('K1.9', { asOf: day(asOf), ...change });
    const raiseOf = (facts: readonly Fact[]) => levelIn('4', facts).raise.join(' · ');

    it('with the deepening elements, an evaluation, and a change after it', () => {
      const result = levelIn('4', [...all, evaluated('2026-03-01')]);
      expect(result).toMatchObject({ level: 4, raise: [] });
      expect(result.why).toContain('geëvalueerd op 1 maart 2026 en daarna veranderd, op 1 juni 2026');
    });
    it('not without an evaluation, and says so', () => {
      expect(levelIn('4', all).level).toBe(3);
      expect(raiseOf(all)).toContain('K1.9');
    });
    it('not on an evaluation that is waived, older than two years, or without a day', () => {
      for (const review of [
        evaluated('2026-03-01', { state: 'not-applicable' }),
        evaluated('2024-11-25'),
        evaluated('2026-03-01', { isDayGiven: false }),
      ])
        expect(levelIn('4', [...all, review]).level).toBe(3);
    });
    it('not when nothing changed after the evaluation; a new decision on the policy is a change', () => {
      const unchanged = [...all, evaluated('2026-07-01')];
      expect(levelIn('4', unchanged).level).toBe(3);
      expect(raiseOf(unchanged)).toContain('Verander na de evaluatie van 1 juli 2026');
      const decided = aFact('K1.1', { source: 'adoption', asOf: day('2026-09-01') });
      expect(levelIn('4', [...unchanged, decided]).level).toBe(4);
      // a change of another theme, or an entry in the plan, changes nothing here
      const elsewhere = [
        aFact('K3.1', { asOf: day('2026-09-01') }),
        aFact('K1.3', { source: 'plan', asOf: today }),
        aFact('K4.1', { source: 'collaboration', asOf: today }),
      ];
      expect(levelIn('4', [...unchanged, ...elsewhere]).level).toBe(3);
    });
    it('not when every deepening element is waived', () => {
      const basics = ids('4', 'basis').map((id) => aFact(id, { state: 'working' }));
      const waivedAll = [...basics, ...ids('4', 'verdieping').map(waived), evaluated('2026-03-01')];
      expect(levelIn('4', waivedAll).level).toBe(3);
      expect(raiseOf(waivedAll)).toContain('ten minste één');
    });
  });

  it('names no day of use that nobody gave', () => {
    const said = basis('4').map((fact) => ({ ...fact, isDayGiven: false }));
    const used = said.map((fact, index) => (index === 3 ? { ...fact, state: 'working' as const } : fact));
    expect(levelIn('4', used).why).toContain('volgens de scan het laatste jaar gebruikt of geoefend');
    expect(levelIn('4', used).why).not.toMatch(/\d{4}/);
  });

  it('compares over editions by the id of the element', () => {
    const next: Framework = {
      ...framework,
      id: 'kader-2030-1',
      elements: framework.elements.filter(({ id }) => id !== 'K4.3'),
    };
    const facts = basis('4').filter(({ element }) => element !== 'K4.3');
    expect([levelIn('4', facts).level, levelIn('4', facts, today, next).level]).toEqual([1, 2]);
    expect(levelIn('4', [...facts, aFact('K9.9')], today, next).level).toBe(2);
  });

  it('says for every level below 4 what would raise it', () => {
    fc.assert(
      fc.property(someFacts(), (facts) => {
        for (const { level, raise } of levelsOn(framework, facts, today)) expect(raise.length > 0).toBe(level < 4);
      }),
      { seed: 20261125 },
    );
  });
});

const SOURCES: readonly FactSource[] = ['scan', 'plan', 'adoption', 'drill', 'signals', 'learning'];

function someFacts() {
  const one = fc.record({
    element: fc.constantFrom(...framework.elements.map(({ id }) => id)),
    state: fc.constantFrom(...ELEMENT_STATES),
    source: fc.constantFrom(...SOURCES),
    hasEvidence: fc.boolean(),
    age: fc.integer({ min: 0, max: 500 }),
  });
  const build = ({
    element,
    state,
    source,
    hasEvidence,
    age,
  }: {
    element: string;
    state: Fact['state'];
    source: FactSource;
    hasEvidence: boolean;
    age: number;
  }) =>
    aFact(element, { state, source, asOf: addDays(today, -age), ...(hasEvidence ? {} : { evidenceTitle: undefined }) });
  // much is there, so that the higher levels come by too
  return fc
    .tuple(
      fc.subarray(
        framework.elements.map(({ id }) => id),
        { minLength: 20 },
      ),
      fc.array(one, { maxLength: 20 }),
    )
    .map(([there, others]) => [...there.map((id) => aFact(id, { state: 'working' })), ...others.map(build)]);
}

describe('what holds for every set of facts', () => {
  const levels = (facts: readonly Fact[]) => levelsOn(framework, facts, today).map(({ level }) => level);

  it('adding evidence never lowers a level', () => {
    const addition = fc.record({
      element: fc.constantFrom(...framework.elements.map(({ id }) => id)),
      state: fc.constantFrom('present' as const, 'working' as const, 'regional' as const),
      source: fc.constantFrom(...SOURCES),
    });
    fc.assert(
      fc.property(someFacts(), addition, (facts, { element, ...change }) => {
        const before = levels(facts);
        levels([...facts, aFact(element, change)]).forEach((level, index) => {
          expect(level).toBeGreaterThanOrEqual(before[index]!);
        });
      }),
      { seed: 20261125 },
    );
  });

  it('adding a signal never raises a level where a drill is present', () => {
    const victims = fc.constantFrom('signals' as const, 'care' as const, 'registration' as const);
    fc.assert(
      fc.property(
        someFacts(),
        fc.constantFrom(...framework.elements.map(({ id }) => id)),
        victims,
        fc.integer({ min: 0, max: 300 }),
        (facts, element, source, age) => {
          const drill = aFact(element, { source: 'drill', state: 'working', asOf: addDays(today, -30) });
          const signal = aFact(element, { source, state: 'working', asOf: addDays(today, -age) });
          expect(levels([...facts, drill, signal])).toEqual(levels([...facts, drill]));
        },
      ),
      { seed: 20261125 },
    );
  });
});
