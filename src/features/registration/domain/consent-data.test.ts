import { describe, expect, it } from 'vitest';
import { HELP_DATA, REGISTRATION_DATA } from './consent.ts';
import { dataIn, helpDataIn, uncovered } from './consent-data.ts';
import type { HelpContent } from './help-request.ts';
import { NOTHING_KNOWN, type PartialDate } from './registration.ts';

const NAMED = { name: 'Fatima Fictief', birthDate: '2001-03-12' as PartialDate };
const HELP: HelpContent = {
  ...{ needs: ['shelter'], urgency: 'tonight', danger: 'unknown', ageGroup: 'unknown', gender: 'unknown' },
  ...{
    region: 'unknown',
    language: 'nl',
    needsInterpreter: false,
    children: undefined,
    callBack: '06',
    emergency: undefined,
  },
} as HelpContent;

describe('which data goes along', () => {
  it('is what is known, and never what is unknown', () => {
    expect(dataIn(NOTHING_KNOWN, undefined)).toEqual([]);
    expect(dataIn(NOTHING_KNOWN, { ...NAMED, birthDate: undefined })).toEqual(['name']);
    const all = { ...NOTHING_KNOWN, children: 0, from: '2025' as PartialDate, complaint: 'no' } as const;
    expect(dataIn(all, NAMED)).toEqual(REGISTRATION_DATA);
  });

  it('holds always what is needed when help is asked', () => {
    expect(helpDataIn(HELP, undefined)).toEqual(['needs']);
    expect(helpDataIn({ ...HELP, danger: 'no', region: 'limburg', position: 'permit' }, NAMED)).toEqual(HELP_DATA);
  });

  it('is not covered by a consent that names less', () => {
    expect(uncovered(['name', 'birth-date'], ['name'])).toEqual(['birth-date']);
    expect(uncovered(['name'], ['name', 'complaint'])).toEqual([]);
  });
});
