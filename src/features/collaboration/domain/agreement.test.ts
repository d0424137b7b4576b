import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type AgreementTerms, agreementOn, checkAgreement } from './agreement.ts';

const today = day('2026-11-29');
const terms = (change: Partial<AgreementTerms> = {}): AgreementTerms => ({
  counterpartId: 'ander',
  kind: 'contactverzoek',
  basis: 'Convenant',
  validFrom: day('2026-01-01'),
  validUntil: day('2028-01-01'),
  ...change,
});
const checked = (change: Partial<AgreementTerms>, recorded: readonly AgreementTerms[] = []) => {
  const result = checkAgreement(terms(change), recorded, today);
  return result.ok ? 'ok' : result.error.code;
};

describe('writing an agreement down', () => {
  it('is possible when it began earlier, today or later', () => {
    expect(['2025-06-01', '2026-11-29', '2027-06-01'].map((from) => checked({ validFrom: day(from) }))).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
  });

  it('is refused when it is over, ends before it begins, or runs longer than four years', () => {
    expect(checked({ validUntil: today })).toBe('already-over');
    expect(checked({ validFrom: day('2028-01-01') })).toBe('ends-before-start');
    expect([checked({ validUntil: day('2030-01-01') }), checked({ validUntil: day('2030-01-02') })]).toEqual([
      'ok',
      'runs-too-long',
    ]);
  });

  it('is refused when one with the same organisation for the same kind holds on one of its days', () => {
    const earlier = terms({ validFrom: day('2024-01-01'), validUntil: day('2026-01-01') });
    expect(checked({}, [earlier])).toBe('ok');
    expect(checked({ validFrom: day('2025-12-31') }, [earlier])).toBe('recorded-before');
    expect(checked({}, [terms({ kind: 'iets anders' }), terms({ counterpartId: 'derde' })])).toBe('ok');
  });
});

describe('an agreement', () => {
  it('holds on the days on which both sides hold it', () => {
    const own = terms();
    const theirs = terms({ validFrom: day('2026-11-29'), validUntil: day('2027-01-01') });
    const on = (date: string) => agreementOn(own, [theirs], day(date));
    expect([
      on('2025-12-31'),
      on('2026-11-28'),
      on('2026-11-29'),
      on('2026-12-31'),
      on('2027-01-01'),
      on('2028-01-01'),
    ]).toEqual(['coming', 'waits-for-other', 'holds', 'holds', 'waits-for-other', 'over']);
    expect(agreementOn(own, [], today)).toBe('waits-for-other');
  });
});
