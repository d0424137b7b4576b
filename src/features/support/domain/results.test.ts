import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import type { SupportRequest } from './request.ts';
import { resultsOf, unsupportedRegions } from './results.ts';

const TODAY = day('2026-12-01');

it('counts of each kind of help what is planned, what was given and what it changed', () => {
  const asked = (offer: 'visit' | 'training', state: SupportRequest['state'], more: Partial<SupportRequest> = {}) => ({
    plan: { offer, on: TODAY },
    state,
    effect: undefined,
    levelBefore: 1,
    levelAfter: undefined,
    ...more,
  });
  const requests = [
    asked('visit', 'taken'),
    asked('visit', 'helped'),
    asked('visit', 'closed', { effect: 'arranged', levelAfter: 3 }),
    asked('visit', 'closed', { effect: 'nothing', levelAfter: 1 }),
    { ...asked('training', 'asked'), plan: undefined },
  ];
  expect(resultsOf(['training', 'visit'], requests)).toEqual([
    { offer: 'visit', planned: 1, given: 3, effects: { arranged: 1, busy: 0, nothing: 1 }, levels: 2 },
  ]);
});

it('names the regions where something is missing and nobody is helped, by what lapsed and then by inhabitants without a route', () => {
  const entry = (code: string, lapsed: number, inhabitants: number, isWithoutRoute: boolean) => ({
    code,
    name: code,
    inhabitants,
    inhabitantsOn: TODAY,
    lapsed: Array.from({ length: lapsed }, (_, index) => `K${index}`),
    isWithoutRoute,
  });
  const entries = [
    entry('A', 1, 100, false),
    entry('B', 1, 50, true),
    entry('C', 0, 900, true),
    entry('D', 5, 10, true),
    entry('E', 2, 10, false),
  ];
  const regionOf = new Map([
    ['A', 'Noord'],
    ['B', 'Noord'],
    ['C', 'Oost'],
    ['D', 'Zuid'],
    // E lies in none that is known
  ]);
  expect(unsupportedRegions(entries, regionOf, new Set(['D']))).toEqual([
    { name: 'Noord', municipalities: 2, lapsed: 2, inhabitantsWithoutRoute: 50 },
    { name: 'Oost', municipalities: 1, lapsed: 0, inhabitantsWithoutRoute: 900 },
  ]);
});
