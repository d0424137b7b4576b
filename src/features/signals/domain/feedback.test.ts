import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkFeedback, feedbackBy, feedbackFor } from './feedback.ts';
import type { SignalReport } from './signal-report.ts';

const today = day('2026-11-29');
const report = (given: Partial<SignalReport> = {}) =>
  ({ source: 'employee', sourceMayHear: 'outcome', receivedOn: day('2026-11-20'), ...given }) as SignalReport;
const refused = (code: string) => ({ ok: false, error: { code } });

describe('what whoever passed a signal on is told', () => {
  it('is no more than what is so', () => {
    expect(feedbackFor(report())).toEqual(['received']);
    expect(feedbackFor(report({ takenUpOn: today, weighedOn: today }))).toEqual([
      'received',
      'taken-up',
      'nothing-now',
    ]);
    expect(feedbackFor(report({ takenUpOn: today, weighedOn: today, passedOn: today }))).toEqual([
      'received',
      'taken-up',
      'acted',
    ]);
  });

  it('is no more than what the source may hear', () => {
    const passed = { takenUpOn: today, weighedOn: today, passedOn: today };
    expect(feedbackFor(report({ ...passed, sourceMayHear: 'taken-up' }))).toEqual(['received', 'taken-up']);
    expect(feedbackFor(report({ ...passed, sourceMayHear: 'nothing' }))).toEqual([]);
    expect(
      checkFeedback(report({ ...passed, sourceMayHear: 'received' }), { feedback: 'acted', by: undefined }, today),
    ).toEqual(refused('may-not-be-told'));
  });

  it('is read here by a colleague, and told by hand to somebody outside, on a day that was', () => {
    const received = { feedback: 'received', by: undefined } as const;
    expect(checkFeedback(report(), received, today)).toEqual({ ok: true, value: { how: 'product', on: today } });
    const outside = report({ source: 'school' });
    expect(checkFeedback(outside, received, today)).toEqual(refused('told-how-missing'));
    const on = (date: string) => ({ ...received, by: { how: 'telephone', on: day(date) } as const });
    expect(checkFeedback(outside, on('2026-11-30'), today)).toEqual(refused('told-in-future'));
    expect(checkFeedback(outside, on('2026-11-19'), today)).toEqual(refused('told-before-received'));
    expect(checkFeedback(outside, on('2026-11-20'), today).ok).toBe(true);
  });

  it('comes within ten working days', () => {
    expect(feedbackBy(day('2026-11-27'))).toBe('2026-12-11');
  });
});
