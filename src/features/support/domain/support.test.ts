import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { needsFrom } from './need.ts';
import { orderProgramme } from './programme.ts';
import { answerDay, close, help, plan, type SupportRequest, take } from './request.ts';

const TODAY = day('2026-12-01');
const ASKED = { state: 'asked', version: 1 } as SupportRequest;
const OWNER = { name: 'Noor Fictief', organisation: 'VNG' };
const codeOf = (moved: ReturnType<typeof take>) => (moved.ok ? undefined : moved.error.code);
const made = (moved: ReturnType<typeof take>) => {
  if (!moved.ok) throw new Error(moved.error.code);
  return moved.value;
};

describe('what a municipality needs', () => {
  const element = (id: string, theme: string, isBasis = true) => ({ id, theme, isBasis });
  it('is every basis element that does not hold, what lapsed first, in the kind of its theme', () => {
    const elements = [
      element('K1.1', '1'),
      element('K2.7', '2', false),
      element('K3.1', '3'),
      element('K4.1', '4'),
      element('K5.1', '5'),
    ];
    const standing = new Map([
      ['K3.1', 'holds'],
      ['K5.1', 'lapsed'],
    ] as const);
    expect(needsFrom(elements, standing)).toEqual([
      { element: 'K5.1', kind: 'coordination', reason: 'lapsed' },
      { element: 'K1.1', kind: 'knowledge', reason: 'missing' },
      { element: 'K4.1', kind: 'connect', reason: 'missing' },
    ]);
  });
});

describe('a request for support', () => {
  it('is answered within five working days', () => {
    expect(answerDay(TODAY)).toBe('2026-12-08');
  });

  it('is taken once, planned, given and followed up three months later', () => {
    const taken = made(take(ASKED, 1, OWNER));
    expect(codeOf(take(taken, 2, OWNER))).toBe('wrong-state');
    const planned = made(plan(taken, 2, { offer: 'visit', on: day('2026-12-10') }, TODAY));
    const helped = made(help(planned, 3, TODAY));
    expect([helped.state, helped.followUpOn]).toEqual(['helped', '2027-03-01']);
    expect(made(close(helped, 4, { effect: 'arranged', level: 2 }))).toMatchObject({
      state: 'closed',
      effect: 'arranged',
      levelAfter: 2,
      version: 5,
    });
  });

  it('moves only in that order, over what was seen, and into days to come', () => {
    expect(codeOf(help(ASKED, 1, TODAY))).toBe('wrong-state');
    expect(codeOf(close(ASKED, 1, { effect: 'busy', level: 0 }))).toBe('wrong-state');
    expect(codeOf(take(ASKED, 2, OWNER))).toBe('edit-conflict');
    expect(codeOf(take(undefined, 1, OWNER))).toBe('not-found');
    const taken = made(take(ASKED, 1, OWNER));
    expect(codeOf(plan(taken, 2, { offer: 'visit', on: day('2026-11-30') }, TODAY))).toBe('planned-in-past');
  });
});

describe('the list of the programme', () => {
  const entry = (code: string, lapsed: number, inhabitants: number, isWithoutRoute: boolean) => ({
    code,
    name: code,
    inhabitants,
    inhabitantsOn: TODAY,
    lapsed: Array.from({ length: lapsed }, (_, index) => `K${index}`),
    isWithoutRoute,
  });
  it('goes by lapsed basis elements, then by inhabitants without a route; who has neither is not on it', () => {
    const ordered = orderProgramme([
      entry('A', 0, 900_000, false),
      entry('B', 1, 10_000, false),
      entry('C', 1, 20_000, true),
      entry('D', 0, 500_000, true),
      entry('E', 2, 5_000, false),
    ]);
    expect(ordered.map(({ code }) => code)).toEqual(['E', 'C', 'B', 'D']);
  });
});
