import { describe, expect, it } from 'vitest';
import { type HourOfUse, noticesIn } from './noticed.ts';

const QUIET: HourOfUse = {
  tenantId: 't',
  personId: 'p',
  role: 'aandachtsfunctionaris',
  hourAt: new Date(0),
  hourOfDay: 14,
  dossiers: 0,
  refusals: 0,
  exports: 0,
};
const rulesOf = (part: Partial<HourOfUse>) => noticesIn({ ...QUIET, ...part }).map(({ rule }) => rule);

describe('what stands out in an hour', () => {
  it('is more than thirty dossiers, and not thirty', () => {
    expect(rulesOf({ dossiers: 30 })).toEqual([]);
    expect(noticesIn({ ...QUIET, dossiers: 31 })).toEqual([{ rule: 'many-dossiers', times: 31 }]);
  });

  it('is more than a hundred for who works through lists all day', () => {
    expect(rulesOf({ role: 'comensha-registratie', dossiers: 100 })).toEqual([]);
    expect(rulesOf({ role: 'comensha-registratie', dossiers: 101 })).toEqual(['many-dossiers']);
  });

  it('is work at night, but not of who works at night', () => {
    expect(rulesOf({ hourOfDay: 3, dossiers: 3 })).toEqual(['at-night']);
    expect(rulesOf({ hourOfDay: 3, dossiers: 2 })).toEqual([]);
    expect(rulesOf({ hourOfDay: 6, dossiers: 3 })).toEqual([]);
    for (const role of ['zorgcoordinator', 'opvang', 'comensha-plaatsing', 'politie'])
      expect(rulesOf({ role, hourOfDay: 3, dossiers: 30 })).toEqual([]);
  });

  it('is many refusals, and many files taken away', () => {
    expect(rulesOf({ refusals: 20, exports: 3 })).toEqual([]);
    expect(rulesOf({ refusals: 21, exports: 4 })).toEqual(['many-refusals', 'many-exports']);
  });
});
