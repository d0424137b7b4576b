import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { computeTerm } from '../domain/terms/compute-term.ts';
import { CARE_TERMS } from './care-terms.ts';

const shipped = JSON.parse(readFileSync('content/care-terms/2026-11.json', 'utf8'));
const TERMS = CARE_TERMS.schema.parse(shipped);
const CLOCKS = TERMS.procedures.flatMap(({ clocks }) => clocks);

interface ByHand {
  readonly given: string;
  readonly last: string;
  readonly reminders: readonly string[];
}

/**
 * Every clock with a term, worked out on paper with a wall calendar. The year 2027: 1 January is a Friday, Good Friday 26 March,
 * Easter Monday 29 March, King's day Tuesday 27 April, 5 May a Wednesday, Ascension Thursday 6 May, 7 May equated by decree.
 */
const BY_HAND: Readonly<Record<string, ByHand>> = {
  // 28 Jan + 3 months = 28 Apr; the day of the decision counts, so Tuesday 27 April, King's day: it does not move.
  // -30: Sunday 28 March, Easter: back over Saturday and Good Friday to Thursday 25. -14: Tuesday 13. -3: Saturday 24, so Friday 23.
  'reflection-general': {
    given: '2027-01-28',
    last: '2027-04-27',
    reminders: ['2027-03-25', '2027-04-13', '2027-04-23'],
  },
  // Day 1 is Friday 26 Feb, day 3 is 28 Feb, so day 30 is 27 March, the Saturday before Easter: it does not move.
  // -30 is before the start. -14: Saturday 13 March, so Friday 12. -3: Wednesday 24.
  'reflection-dublin': { given: '2027-02-26', last: '2027-03-27', reminders: ['2027-03-12', '2027-03-24'] },
  // 31 January + 1 month is 28 February (no 31st); the start counts, so Saturday 27. -14: Saturday 13, so Friday 12. -3: Wednesday 24.
  'reflection-report': { given: '2027-01-31', last: '2027-02-27', reminders: ['2027-02-12', '2027-02-24'] },
  // The day on the permit, Liberation Day: it does not move. -30: Monday 5 April. -14: Wednesday 21. -3: Sunday 2 May, so Friday 30 April.
  'permit-expiry': { given: '2027-05-05', last: '2027-05-05', reminders: ['2027-04-05', '2027-04-21', '2027-04-30'] },
  // The day before Monday 10 May: Sunday 9 May, and it does not move. -30: Friday 9 April. -14: Sunday 25 April, so Friday 23.
  // -3: Thursday 6 May is Ascension, Wednesday 5 May is Liberation Day: Tuesday 4 May.
  'permit-extension': {
    given: '2027-05-10',
    last: '2027-05-09',
    reminders: ['2027-04-09', '2027-04-23', '2027-05-04'],
  },
  // The day in the letter, a Monday. -30: Saturday 23 January, so Friday 22. -14: Monday 8 Feb. -3: Friday 19.
  'residence-appeal': {
    given: '2027-02-22',
    last: '2027-02-22',
    reminders: ['2027-01-22', '2027-02-08', '2027-02-19'],
  },
  // Ten years on: 5 May 2029, a Saturday and Liberation Day. The law leaves terms in years alone (article 4): it does not move.
  // 2029: Easter is 1 April. -30: Thursday 5 April. -14: Saturday 21 April, so Friday 20. -3: Wednesday 2 May.
  'compensation-fund': {
    given: '2019-05-05',
    last: '2029-05-05',
    reminders: ['2029-04-05', '2029-04-20', '2029-05-02'],
  },
  // The day in the letter, a Monday. -30: Saturday 30 January, so Friday 29. -14: Monday 15 Feb. -3: Friday 26.
  'compensation-appeal': {
    given: '2027-03-01',
    last: '2027-03-01',
    reminders: ['2027-01-29', '2027-02-15', '2027-02-26'],
  },
  // The day before the hearing of Monday 13 September: Sunday 12. -30: Friday 13 August. -14: Sunday 29 August, so Friday 27. -3: Thursday 9.
  'compensation-hearing': {
    given: '2027-09-13',
    last: '2027-09-12',
    reminders: ['2027-08-13', '2027-08-27', '2027-09-09'],
  },
  // 29 December + 3 months = 29 March, Easter Monday: Tuesday 30. Three months is not more than three: the law applies.
  // From the 29th: -30 is Saturday 27 Feb, so Friday 26. -14: Monday 15 March. -3: Friday 26 is Good Friday, so Thursday 25.
  'complaint-court': { given: '2026-12-29', last: '2027-03-30', reminders: ['2027-02-26', '2027-03-15', '2027-03-25'] },
  // 5 January + 4 months = 5 May, Liberation Day. Four months is more than three: it does not move.
  'health-insurance-start': {
    given: '2027-01-05',
    last: '2027-05-05',
    reminders: ['2027-04-05', '2027-04-21', '2027-04-30'],
  },
  // The fifth day after Wednesday 24 March is Easter Monday 29: Tuesday 30. Thursday 25 and Tuesday 30 are its two working days.
  // -30 and -14 are before the start; -3 is Good Friday, so Thursday 25.
  'register-declare': { given: '2027-03-24', last: '2027-03-30', reminders: ['2027-03-25'] },
  // 26 Feb + 28 days = 26 March, Good Friday, then Easter: Tuesday 30. -14: Friday 12 March. -3: Tuesday 23. -30 is before the start.
  'register-secrecy': { given: '2027-02-26', last: '2027-03-30', reminders: ['2027-03-12', '2027-03-23'] },
  // 7 April + 28 days = 5 May, Liberation Day; 6 May Ascension; 7 May equated; weekend: Monday 10 May.
  // -30 is before the start. -14 from the 5th: Wednesday 21 April. -3: Sunday 2 May, so Friday 30 April.
  'income-advance': { given: '2027-04-07', last: '2027-05-10', reminders: ['2027-04-21', '2027-04-30'] },
  // Friday 30 October 2026 + 56 days = Friday 25 December; Boxing Day, Sunday: Monday 28. -30: Wednesday 25 November.
  // -14: Friday 11 December. -3: Tuesday 22.
  'income-decision': { given: '2026-10-30', last: '2026-12-28', reminders: ['2026-11-25', '2026-12-11', '2026-12-22'] },
  // The day in the letter, a Monday. -30: Saturday 12 December, so Friday 11. -14: Monday 28 December. -3: Friday 8 January.
  'income-appeal': { given: '2027-01-11', last: '2027-01-11', reminders: ['2026-12-11', '2026-12-28', '2027-01-08'] },
  // 29 February 2028 + 12 months is 28 February 2029; the day of closing counts: Tuesday 27. -30: Sunday 28 January, so Friday 26.
  // -14: Tuesday 13 February. -3: Saturday 24, so Friday 23.
  'aftercare-end': { given: '2028-02-29', last: '2029-02-27', reminders: ['2029-01-26', '2029-02-13', '2029-02-23'] },
  // The agreed day is Easter Monday, and stays. -30: Saturday 27 Feb, so Friday 26. -14: Monday 15. -3: Good Friday, so Thursday 25.
  'agreed-date': { given: '2027-03-29', last: '2027-03-29', reminders: ['2027-02-26', '2027-03-15', '2027-03-25'] },
};

describe('the clocks as they are shipped', () => {
  const withTerm = CLOCKS.filter(({ term }) => term.kind !== 'unknown');

  it('are all worked out by hand here, and the example on the page is that one', () => {
    expect(Object.keys(BY_HAND).sort()).toEqual(withTerm.map(({ id }) => id).sort());
    for (const { id, example } of withTerm) expect([id, example]).toEqual([id, BY_HAND[id]?.given]);
  });

  it.each(withTerm)('$id ends and reminds where paper says', (clock) => {
    const { given, last, reminders } = BY_HAND[clock.id]!;
    const result = computeTerm(clock, day(given), TERMS.equated.days);
    if (!result.ok) throw new Error(result.error.code);
    expect({ last: result.value.lastDay, reminders: result.value.reminders.map(({ on }) => on) }).toEqual({
      last,
      reminders,
    });
  });

  it('give no day where no term is known', () => {
    const unknown = CLOCKS.filter(({ term }) => term.kind === 'unknown');
    expect(unknown.map(({ id }) => id)).toEqual([
      'residence-decision',
      'stay-application',
      'legal-aid-request',
      'complaint-choice',
    ]);
    for (const clock of unknown)
      expect(computeTerm(clock, day('2027-01-04'), [])).toEqual({ ok: false, error: { code: 'no-term' } });
  });

  it('let what the Vreemdelingencirculaire and a permit set never move, and have letters read twice', () => {
    const kinds = Object.fromEntries(CLOCKS.map(({ id, term }) => [id, term.kind]));
    expect([kinds['reflection-general'], kinds['reflection-dublin'], kinds['permit-expiry']]).toEqual([
      'never-later',
      'never-later',
      'stated',
    ]);
    const readTwice = CLOCKS.filter(({ term }) => term.kind === 'stated' && term.needsSecondReader);
    expect(readTwice.map(({ id }) => id)).toEqual(['residence-appeal', 'compensation-appeal', 'income-appeal']);
  });

  it('were checked by no lawyer yet, and say so', () => {
    expect(CARE_TERMS.verifiedOn?.(TERMS)).toBeNull();
  });

  it('count the shorter Dublin period from 18 May 2023, and doubt it from July 2026', () => {
    const dublin = CLOCKS.find(({ id }) => id === 'reflection-dublin')!;
    expect(computeTerm(dublin, day('2023-05-17'), [])).toEqual({
      ok: false,
      error: { code: 'rule-not-in-force', from: '2023-05-18' },
    });
    expect(computeTerm(dublin, day('2023-05-18'), []).ok).toBe(true);
    expect(dublin.doubts.map(({ from }) => from)).toEqual([null, null, '2026-07-01']);
  });
});

describe('a file of care terms that is wrong', () => {
  const faults = (change: (file: typeof shipped) => void) => {
    const file = structuredClone(shipped);
    change(file);
    return CARE_TERMS.schema.safeParse(file).error?.issues.map(({ message }) => message) ?? [];
  };

  it('is refused when a state leads nowhere, cannot be reached, or an event names one that is not there', () => {
    expect(faults((file) => file.procedures[0].events.splice(0, 1))).toContain(
      'uit toestand not-offered is geen weg verder',
    );
    expect(
      faults((file) => {
        file.procedures[0].events[1].to = 'nowhere';
      }),
    ).toEqual(['toestand nowhere bestaat niet', 'toestand cooperates is niet te bereiken']);
  });

  it('is refused when a clock runs in an end, has no example, or the id of another', () => {
    expect(
      faults((file) => {
        file.procedures[0].clocks[0].runsIn = 'ended';
        file.procedures[0].clocks[1].example = null;
        file.procedures[0].clocks[2].id = 'agreed-date';
      }),
    ).toEqual([
      'geef een voorbeeld, behalve bij een klok zonder termijn',
      'een klok loopt in een toestand die geen einde is',
      'twee procedures of klokken hebben hetzelfde id',
    ]);
  });
});
