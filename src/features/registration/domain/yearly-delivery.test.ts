import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGE_GROUPS,
  EXPLOITATION_FORMS,
  EXPLOITATION_SECTORS,
  EXPLOITED_IN,
  GENDERS,
  NOTHING_KNOWN,
  REGIONS,
  type RegistrationContent,
} from './registration.ts';
import { REPORTER_TYPES, ROUTES } from './reporting-guide.ts';
import {
  anonymise,
  FOLDED,
  K,
  SEVERAL,
  UNKNOWN,
  YEARLY_FIELDS,
  type YearlyPerson,
  type YearlyReport,
  yearlyPerson,
} from './yearly-delivery.ts';

const report = (content: Partial<RegistrationContent> = {}, more: Partial<YearlyReport> = {}): YearlyReport => ({
  reporterType: 'POL',
  route: 'must',
  region: 'limburg',
  content: { ...NOTHING_KNOWN, ...content },
  ...more,
});
const people = (many: number, content: Partial<RegistrationContent>) =>
  Array.from({ length: many }, () => yearlyPerson([report(content)]));

/** Skewed, as the register is: much of the same and a few of each other thing. */
const often = <T>(common: T, all: readonly T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(common) }, fc.constantFrom(...all));
const anyReport: fc.Arbitrary<YearlyReport> = fc
  .record({
    reporterType: often('POL' as string, REPORTER_TYPES),
    route: often('must' as string, ROUTES),
    region: often('amsterdam' as string, REGIONS),
    ageGroup: often('18-22' as const, AGE_GROUPS),
    gender: often('woman' as const, GENDERS),
    nationalities: fc.uniqueArray(often('NL', ['NL', 'RO', 'VN', 'NG', 'SY']), { maxLength: 2 }),
    forms: fc.uniqueArray(often('sexual-exploitation' as const, EXPLOITATION_FORMS), { maxLength: 2 }),
    sectors: fc.uniqueArray(often('prostitution' as const, EXPLOITATION_SECTORS), { maxLength: 2 }),
    exploitedIn: often('netherlands' as const, EXPLOITED_IN),
    isKmarSub3: often(false, [true, false]),
  })
  .map(({ reporterType, route, region, ...content }) => report(content, { reporterType, route, region }));
const anyPersons = fc.array(fc.array(anyReport, { minLength: 1, maxLength: 3 }).map(yearlyPerson), { maxLength: 120 });

describe('the table for the National Rapporteur', () => {
  it('has no combination of any columns that stands for fewer than k persons, loses nobody and makes nobody up', () => {
    fc.assert(
      fc.property(
        anyPersons,
        fc.integer({ min: 2, max: 15 }),
        fc.subarray([...YEARLY_FIELDS], { minLength: 1 }),
        (persons, k, columns) => {
          const table = anonymise(persons, k);
          if (persons.length < k) {
            expect(table).toBeUndefined();
            return;
          }
          const standing = new Map<string, number>();
          for (const { values, persons: many } of table!.rows) {
            const key = columns.map((field) => values[field]).join('|');
            standing.set(key, (standing.get(key) ?? 0) + many);
          }
          expect(Math.min(...standing.values())).toBeGreaterThanOrEqual(k);
          expect(Math.min(...table!.rows.map((row) => row.persons))).toBeGreaterThanOrEqual(k);
          expect(
            new Set(table!.rows.map(({ values }) => YEARLY_FIELDS.map((field) => values[field]).join('|'))).size,
          ).toBe(table!.rows.length);
          expect(table!.rows.reduce((sum, row) => sum + row.persons, 0)).toBe(persons.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says a value that stands there of no fewer and no more persons than have it', () => {
    fc.assert(
      fc.property(anyPersons, (persons) => {
        const table = anonymise(persons, 5);
        for (const field of YEARLY_FIELDS)
          for (const { values } of table?.rows ?? [])
            if (persons.some((person) => person[field] === values[field])) {
              const told = table!.rows.filter((row) => row.values[field] === values[field]);
              const many = told.reduce((sum, row) => sum + row.persons, 0);
              expect(many).toBeLessThanOrEqual(persons.filter((person) => person[field] === values[field]).length);
            }
      }),
    );
  });

  it('is the same in whatever order the persons come', () => {
    fc.assert(
      fc.property(
        anyPersons.chain((persons) =>
          fc.tuple(fc.constant(persons), fc.shuffledSubarray(persons, { minLength: persons.length })),
        ),
        ([persons, shuffled]) => {
          expect(anonymise(shuffled)).toEqual(anonymise(persons));
        },
      ),
    );
  });

  it('holds nothing of what somebody typed or could be found by, in whatever field it stands', () => {
    const canary = 'Kanarie';
    const typed = {
      ...NOTHING_KNOWN,
      ageGroup: canary,
      gender: canary,
      nationalities: [canary],
      forms: [canary],
      sectors: [canary],
      exploitedIn: canary,
      recruitedBy: canary,
      from: canary,
      until: canary,
      identifiedOn: canary,
      complaint: canary,
      children: canary,
      name: canary,
      note: canary,
    } as unknown as RegistrationContent;
    const person = yearlyPerson([{ reporterType: canary, route: canary, region: canary, content: typed }]);
    const table = anonymise(Array.from({ length: K }, () => person));
    expect(table?.rows).toHaveLength(1);
    expect(JSON.stringify(table)).not.toContain(canary);
    expect(Object.keys(table!.rows[0]!.values).toSorted()).toEqual([...YEARLY_FIELDS].toSorted());
  });

  it('tells days, places and counts of children to nobody', () => {
    const dated = { identifiedOn: '2024-03-05', from: '2023-11', children: 3 } as Partial<RegistrationContent>;
    expect(JSON.stringify(anonymise(people(K, dated)))).not.toMatch(/2024|2023|children/);
  });

  it('tells rare values as one, and takes the next rarest along when they are still too few', () => {
    const persons = [
      ...people(30, { gender: 'woman' }),
      ...people(14, { gender: 'man' }),
      ...people(2, { gender: 'other' }),
    ];
    const table = anonymise(persons)!;
    expect(table.rows.map(({ values, persons: many }) => [values.gender, many])).toEqual([
      [FOLDED, 16],
      ['woman', 30],
    ]);
    expect(table.folded.gender).toBe(16);
  });

  it('does not hide a field of many for the sake of a few: those few go to the rest', () => {
    const table = anonymise([
      ...people(60, { gender: 'woman', forms: ['sexual-exploitation'] }),
      ...people(6, { gender: 'man', forms: ['sexual-exploitation'] }),
      ...people(6, { gender: 'man', forms: ['begging'] }),
    ])!;
    expect(table.rows.map(({ values, persons }) => [values.form, values.gender, persons])).toEqual([
      [FOLDED, FOLDED, 12],
      ['sexual-exploitation', 'woman', 60],
    ]);
  });

  it('tells an age more coarsely where the group is too small, and a rare country as not Dutch', () => {
    const persons = [
      ...people(12, { ageGroup: '0-11', nationalities: ['NL'] }),
      ...people(4, { ageGroup: '12-15', nationalities: ['NL'] }),
      ...people(7, { ageGroup: '16-17', nationalities: ['NL'] }),
      ...people(8, { ageGroup: '31-40', nationalities: ['RO'] }),
      ...people(8, { ageGroup: '41-50', nationalities: ['VN'] }),
    ];
    const table = anonymise(persons)!;
    expect(table.rows.map(({ values, persons: many }) => [values.age, values.nationality, many])).toEqual([
      ['0-11', 'NL', 12],
      ['23+', 'not-dutch', 16],
      ['under-18', 'NL', 11],
    ]);
    expect([table.folded.age, table.folded.nationality]).toEqual([27, 16]);
  });

  it('keeps what changes the series by hundreds on lines of its own', () => {
    const of = (content: Partial<RegistrationContent>) => yearlyPerson([report(content)]).line;
    expect([of({ isKmarSub3: true }), of({ exploitedIn: 'abroad' }), of({ exploitedIn: 'both' }), of({})]).toEqual([
      'kmar-sub-3',
      'abroad',
      'other',
      'other',
    ]);
    const both = [report({ exploitedIn: 'abroad' }), report({ exploitedIn: 'netherlands' })];
    expect(yearlyPerson(both).line).toBe('other');
  });

  it('does not choose between reporters who say different things', () => {
    const person: YearlyPerson = yearlyPerson([
      report({ ageGroup: '18-22', gender: 'woman', forms: ['begging'] }, { reporterType: 'POL' }),
      report({ ageGroup: '23-30', gender: 'unknown', forms: ['labour-exploitation'] }, { reporterType: 'NLA' }),
    ]);
    expect([person.age, person.gender, person.form, person.reporter]).toEqual([UNKNOWN, 'woman', SEVERAL, SEVERAL]);
  });
});
