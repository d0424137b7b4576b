import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkPractice, isReviewLapsed, type PracticeContent, reviewDayFor } from './practice.ts';
import { searchQuery } from './search.ts';
import { mayModerate, type Submission } from './submission.ts';

const TODAY = day('2026-12-01');
const PRACTICE: PracticeContent = {
  type: 'hotelafspraak',
  title: 'Hotels bellen één nummer',
  problem: 'Receptionisten wisten niet wie zij konden bellen.',
  deed: 'Wij spraken één nummer af.',
  effect: 'Er kwamen meer signalen binnen.',
  because: undefined,
  element: 'K3.1',
  forms: [],
  evidence: 'gedaan',
  costEuro: 2000,
  hours: 40,
  contactFunction: 'beleidsmedewerker veiligheid',
  licence: 'cc-by',
  documents: [],
  asOf: day('2026-01-01'),
};
const NO = { canBeGuessed: 'no', isNoName: false } as const;
const check = (changed: Partial<PracticeContent>, said: Parameters<typeof checkPractice>[1] = NO) =>
  checkPractice({ ...PRACTICE, ...changed }, said, (id) => id === 'K3.1', TODAY);

describe('telling a practice', () => {
  it('takes one that names nobody', () => {
    expect(check({})).toEqual({ ok: true, value: { content: PRACTICE, isFlagged: false } });
  });

  it('asks of what did not work why not, and of nothing else', () => {
    expect(check({ type: 'werkte-niet' })).toEqual({ ok: false, error: { code: 'reason-missing' } });
    expect(check({ type: 'werkte-niet', because: 'Niemand kwam.' }).ok).toBe(true);
    const other = check({ because: 'Niemand kwam.' });
    expect(other.ok && other.value.content.because).toBeUndefined();
  });

  it('takes a function to ask for, and no name', () => {
    expect(check({ contactFunction: 'Noor Fictief' })).toEqual({ ok: false, error: { code: 'contact-is-name' } });
  });

  it('refuses an element that is not there, and a day that has not come', () => {
    expect(check({ element: 'K9.9' })).toEqual({ ok: false, error: { code: 'unknown-element' } });
    expect(check({ asOf: day('2026-12-02') })).toEqual({ ok: false, error: { code: 'not-yet-happened' } });
  });

  it('refuses a number of a person in the title of a document too', () => {
    const documents = [{ title: 'Verslag 06-12345678', url: 'https://voorbeeld.invalid' }];
    expect(check({ documents })).toEqual({
      ok: false,
      error: { code: 'holds-case-data', field: 'documents', found: 'phone' },
    });
  });

  it('asks to look again after two years, from that day on', () => {
    const reviewOn = reviewDayFor(TODAY);
    expect(reviewOn).toBe('2028-12-01');
    expect([isReviewLapsed({ reviewOn }, day('2028-11-30')), isReviewLapsed({ reviewOn }, reviewOn)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('looking a submission over', () => {
  const submission = { state: 'waiting', version: 2, submittedBy: 'schrijver' } as Submission;
  const refusal = (result: ReturnType<typeof mayModerate>) => (result.ok ? undefined : result.error.code);

  it('is not done by who wrote it', () => {
    expect(refusal(mayModerate(submission, 'schrijver', 2))).toBe('own-submission');
    expect(refusal(mayModerate(submission, 'ander', 2))).toBeUndefined();
  });

  it('is done once, over what stands there now', () => {
    expect(refusal(mayModerate({ ...submission, state: 'published' }, 'ander', 2))).toBe('already-moderated');
    expect(refusal(mayModerate(submission, 'ander', 1))).toBe('edit-conflict');
    expect(refusal(mayModerate({ ...submission, state: 'withdrawn' }, 'ander', 2))).toBe('not-found');
  });
});

describe('what is looked for', () => {
  it.each([
    ['hotel', 'hotel:*'],
    ['Afspraken met hotels', 'Afspraken:* & met:* & hotels:*'],
    ["'; drop table -- & | ! (", 'drop:* & table:*'],
    ['  ', undefined],
  ])('reads %j as words only', (typed, query) => {
    expect(searchQuery(typed)).toBe(query);
  });
});
