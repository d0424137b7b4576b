import { expect, it } from 'vitest';
import { type Learner, nextPath } from './next-path.ts';
import type { LearningPath } from './path.ts';

const path = (id: string, audience: LearningPath['audience'], roles: LearningPath['roles'] = []) =>
  ({ id, audience, roles }) as LearningPath;
const PATHS = [
  path('basis', 'everyone'),
  path('balie', 'work', ['BZ', 'KCC']),
  path('wijk', 'work', ['WIJK']),
  path('af', 'focal-point'),
  path('bestuur', 'board'),
];
const next = (learner: Partial<Learner>) =>
  nextPath(PATHS, {
    role: 'medewerker',
    passed: new Set(),
    begun: undefined,
    work: undefined,
    isTrained: false,
    ...learner,
  })?.id;

it('begins with the base, and goes on with the work of the team', () => {
  expect(next({})).toBe('basis');
  expect(next({ passed: new Set(['basis']) })).toBeUndefined();
  expect(next({ passed: new Set(['basis']), work: 'KCC' })).toBe('balie');
  expect(next({ passed: new Set(['basis', 'balie']), work: 'KCC' })).toBeUndefined();
});

it('goes on with what was begun', () => {
  expect(next({ begun: 'wijk', work: 'KCC' })).toBe('wijk');
});

it('has a path for the focal point, and for who governs one without the base', () => {
  expect(next({ role: 'aandachtsfunctionaris', passed: new Set(['basis']) })).toBe('af');
  expect(next({ role: 'bestuurder' })).toBe('bestuur');
});

it('asks nothing of who is trained, also elsewhere', () => {
  expect(next({ isTrained: true, work: 'KCC' })).toBeUndefined();
});
