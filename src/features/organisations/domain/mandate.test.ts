import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkMandate, type Mandate, type MandateFacts, mandateOn } from './mandate.ts';

const today = day('2026-11-25');
const facts: MandateFacts = {
  holderId: 'region',
  capability: 'aanpak',
  basis: 'Voorbeeldbesluit',
  validFrom: today,
  validUntil: day('2027-11-25'),
};
const given: Mandate = { ...facts, id: '1', giverId: 'municipality', withdrawnOn: null };
const check = (change: Partial<MandateFacts>, before: readonly Mandate[] = []) =>
  checkMandate({ ...facts, ...change }, before, new Set(['region']), today);

describe('a mandate', () => {
  it('runs from its first day up to its last, and not on its last', () => {
    const mandate = { ...given, validFrom: day('2026-12-01'), validUntil: day('2027-01-01') };
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((on) => mandateOn(mandate, day(on)))).toEqual([
      'coming',
      'running',
      'running',
      'lapsed',
    ]);
  });

  it('no longer holds on the day it is withdrawn, and without an end holds on', () => {
    expect(mandateOn({ ...given, withdrawnOn: today }, today)).toBe('withdrawn');
    expect(mandateOn({ ...given, withdrawnOn: day('2026-11-26') }, today)).toBe('running');
    expect(mandateOn({ ...given, validUntil: null }, day('2199-01-01'))).toBe('running');
  });
});

describe('giving a mandate', () => {
  it('is for the next four years at most', () => {
    expect(check({ validUntil: day('2030-11-25') }).ok).toBe(true);
    expect(check({ validUntil: day('2030-11-26') })).toEqual({ ok: false, error: { code: 'runs-too-long' } });
  });

  it.each([
    ['unknown-holder', { holderId: 'somebody' }],
    ['starts-in-past', { validFrom: day('2026-11-24') }],
    ['ends-before-start', { validUntil: today }],
  ] as const)('refuses: %s', (code, change) => {
    expect(check(change)).toEqual({ ok: false, error: { code } });
  });

  it('refuses a second one for the same days, and allows one after it or after withdrawal', () => {
    expect(check({}, [given])).toEqual({ ok: false, error: { code: 'already-given' } });
    expect(check({ validFrom: day('2027-11-25'), validUntil: day('2028-11-25') }, [given]).ok).toBe(true);
    expect(check({}, [{ ...given, withdrawnOn: today }]).ok).toBe(true);
  });
});
