import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HTCDS_SCHEMA, type HtcdsReport, NOT_MAPPED, toHtcds } from './htcds.ts';
import {
  AGE_GROUPS,
  COMPLAINTS,
  EXPLOITATION_FORMS,
  EXPLOITATION_SECTORS,
  EXPLOITED_IN,
  GENDERS,
  RECRUITED_BY,
  type RegistrationContent,
} from './registration.ts';
import { REPORTER_TYPES, ROUTES } from './reporting-guide.ts';

const written = readFileSync('docs/htcds.md', 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(HTCDS_SCHEMA);
const faults = (value: unknown) => (validate(value) ? [] : validate.errors);

const NOTHING: RegistrationContent = {
  ...{ ageGroup: 'unknown', gender: 'unknown', nationalities: [], forms: [], sectors: [], exploitedIn: 'unknown' },
  ...{ recruitedBy: 'unknown', from: undefined, until: undefined, identifiedOn: undefined, complaint: 'unknown' },
  ...{ children: undefined, isKmarSub3: false },
};
const report = (content: Partial<RegistrationContent>, more: Partial<HtcdsReport> = {}): HtcdsReport => ({
  ...{ reporterType: 'POL', route: 'must', isWithdrawn: false, content: { ...NOTHING, ...content } },
  ...more,
});
const anyReport: fc.Arbitrary<HtcdsReport> = fc.record({
  reporterType: fc.constantFrom(...REPORTER_TYPES),
  route: fc.constantFrom(...ROUTES),
  isWithdrawn: fc.boolean(),
  content: fc.option(
    fc.record({
      ageGroup: fc.constantFrom(...AGE_GROUPS),
      gender: fc.constantFrom(...GENDERS),
      nationalities: fc.subarray(['NL', 'RO', 'NG']),
      forms: fc.subarray([...EXPLOITATION_FORMS]),
      sectors: fc.subarray([...EXPLOITATION_SECTORS]),
      exploitedIn: fc.constantFrom(...EXPLOITED_IN),
      recruitedBy: fc.constantFrom(...RECRUITED_BY),
      from: fc.constant('2025-03-07' as RegistrationContent['from']),
      until: fc.constant(undefined),
      identifiedOn: fc.constant('2026-01-02' as RegistrationContent['from']),
      complaint: fc.constantFrom(...COMPLAINTS),
      children: fc.option(fc.nat(5), { nil: undefined }),
      isKmarSub3: fc.boolean(),
    }),
    { nil: undefined },
  ),
});

describe('a person in the words of HTCDS', () => {
  it('fits our schema whatever reporters said, and holds no day', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 4 }), (reports) => {
        const said = toHtcds(reports);
        expect(faults(said)).toEqual([]);
        expect(JSON.stringify(said)).not.toMatch(/\d{4}-\d{2}/);
      }),
    );
  });

  it('gives what the standard has a value for', () => {
    const said = toHtcds([
      report(
        {
          ...{ gender: 'woman', nationalities: ['RO'], exploitedIn: 'netherlands', recruitedBy: 'online' },
          ...{ forms: ['sexual-exploitation', 'labour-exploitation'], sectors: ['prostitution', 'hospitality'] },
        },
        { reporterType: 'GEM', route: 'by-name' },
      ),
    ]);
    expect(said).toMatchObject({
      person: { prs_Gender: 'Female', prs_Nationality: 'RO' },
      reports: [
        {
          referringOrganisation: { org_Type: 'LocalGovernmentOrganisation' },
          victimContext: {
            vic_AgreementToManagePersonalData: true,
            vic_MethodOfRecruitment: ['Internet (social media, online advertisement)'],
            vic_TypeOfLabourExploitation: ['Hospitality'],
            vic_TypeOfSexExploitation: ['Prostitution'],
          },
          historicTraffickingEvents: [{ hte_Type: 'Exploitation', hte_Country: 'NL' }],
        },
      ],
      notMapped: ['name', 'code', 'days', 'region', 'reporter'],
    });
  });

  it('says what did not go along, and chooses nothing by itself', () => {
    const said = toHtcds([
      report({ gender: 'woman', nationalities: ['RO', 'BG'], forms: ['organ-removal'], ageGroup: '16-17' }),
      report({ gender: 'man', forms: ['labour-exploitation'], sectors: ['cleaning'], recruitedBy: 'employer' }),
    ]);
    expect(said.person).toEqual({ prs_Gender: 'Unknown' });
    expect(said.notMapped).toEqual(
      expect.arrayContaining([
        'more-nationalities',
        'organ-removal',
        'age-group',
        'sector',
        'recruiter',
        'form-without-type',
      ]),
    );
  });

  it('calls a sector no labour when no labour was named', () => {
    const [{ victimContext } = {}] = toHtcds([
      report({ forms: ['sexual-exploitation'], sectors: ['hospitality'] }),
    ]).reports;
    expect(victimContext).toEqual({ vic_MethodOfRecruitment: ['Unknown'] });
  });

  it('leaves a withdrawn report out, whole', () => {
    const said = toHtcds([report({ gender: 'man', nationalities: ['RO'], children: 2 }, { isWithdrawn: true })]);
    expect([said.person, said.reports]).toEqual([{ prs_Gender: 'Unknown' }, []]);
    expect(said.notMapped).not.toContain('children');
  });
});

describe('the schema', () => {
  const whole = toHtcds([report({ gender: 'man' })]);

  it('canary: refuses a field or a value that the standard does not have', () => {
    expect(faults(whole)).toEqual([]);
    expect(faults({ ...whole, person: { prs_FirstName: 'Sanne' } })).not.toEqual([]);
    expect(faults({ ...whole, person: { prs_Gender: 'man' } })).not.toEqual([]);
    const context = { vic_TypeOfLabourExploitation: ['Cleaning'] };
    expect(faults({ ...whole, reports: [{ ...whole.reports[0]!, victimContext: context }] })).not.toEqual([]);
    expect(faults({ ...whole, reports: [{}] })).not.toEqual([]);
  });
});

describe('the list of what does not map', () => {
  it('stands in docs/htcds.md as it stands on the page', () => {
    const rows = Object.values(NOT_MAPPED).map(({ label, why }) => `| ${label} | ${why} |`);
    expect(rows.filter((row) => !written.includes(row))).toEqual([]);
  });
});
