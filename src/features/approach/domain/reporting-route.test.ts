import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  checkRouteDrill,
  factOfRoute,
  keepRoute,
  missingIn,
  type ReportingRoute,
  type RouteDrillInput,
  type RouteLine,
  SITUATIONS,
} from './reporting-route.ts';

const tom = { personId: 'tom', personName: 'Tom Fictief' };
const today = day('2026-11-29');
const now = new Date('2026-11-29T09:00:00Z');
const lines: readonly RouteLine[] = SITUATIONS.map((situation) => ({
  situation,
  who: 'aandachtsfunctionaris',
  how: 'via de telefoniste',
  within: 'today',
}));
const input = { lines, validUntil: day('2027-11-29'), seenVersion: 0 };
const route = (given: Partial<ReportingRoute> = {}): ReportingRoute => ({
  version: 1,
  lines,
  validUntil: input.validUntil,
  changedBy: 'Noor Fictief',
  changedByPersonId: 'noor',
  changedAt: now,
  ...given,
});
const without = (situation: string) =>
  lines.map((line) => (line.situation === situation ? { ...line, how: undefined } : line));

describe('the route for reports', () => {
  it('is kept over the version that was on the screen, and over no other', () => {
    const kept = keepRoute(route(), { ...input, seenVersion: 1 }, tom, now, today);
    expect(kept).toMatchObject({ ok: true, value: { version: 2, changedBy: 'Tom Fictief', changedByPersonId: 'tom' } });
    expect(keepRoute(route(), input, tom, now, today)).toEqual({
      ok: false,
      error: { code: 'edit-conflict' },
    });
  });

  it('must be looked at again on a day that comes, within four years', () => {
    const until = (validUntil: string) =>
      keepRoute(undefined, { ...input, validUntil: day(validUntil) }, tom, now, today);
    expect(until('2026-11-29')).toEqual({ ok: false, error: { code: 'already-lapsed' } });
    expect(until('2030-11-30')).toEqual({ ok: false, error: { code: 'runs-too-long' } });
    expect(until('2030-11-29').ok).toBe(true);
  });

  it('may be kept half-way, and counts as evidence only when every situation is arranged', () => {
    const half = keepRoute(undefined, { ...input, lines: without('night') }, tom, now, today);
    expect(half.ok).toBe(true);
    expect(missingIn(without('night'))).toEqual(['night']);
    expect(factOfRoute(route({ lines: without('night') }), today)).toBeUndefined();
    expect(factOfRoute(route(), today)).toMatchObject({
      element: 'K2.2',
      source: 'reporting-route',
      state: 'present',
      lapsesOn: input.validUntil,
    });
  });

  it('stays complete once it was, for it counts as evidence', () => {
    const kept = keepRoute(route(), { ...input, lines: without('minor'), seenVersion: 1 }, tom, now, today);
    expect(kept).toEqual({ ok: false, error: { code: 'line-missing', situation: 'minor' } });
  });
});

describe('a drill of the route', () => {
  const drill: RouteDrillInput = {
    situation: 'night',
    heldOn: day('2026-11-20'),
    scenario: 'Een verzonnen signaal op zaterdagavond',
    hasWorked: true,
    toMend: undefined,
  };

  it('is of a situation that the route arranges', () => {
    expect(checkRouteDrill(route(), drill, today)).toMatchObject({ ok: true, value: { routeVersion: 1 } });
    for (const none of [undefined, route({ lines: without('night') })])
      expect(checkRouteDrill(none, drill, today)).toEqual({ ok: false, error: { code: 'route-missing' } });
  });

  it('was held already', () => {
    const ahead = { ...drill, heldOn: day('2026-11-30') };
    expect(checkRouteDrill(route(), ahead, today)).toEqual({ ok: false, error: { code: 'held-in-future' } });
  });

  it('says what must change when it did not work', () => {
    const failed = { ...drill, hasWorked: false };
    expect(checkRouteDrill(route(), failed, today)).toEqual({ ok: false, error: { code: 'mend-missing' } });
    expect(checkRouteDrill(route(), { ...failed, toMend: 'Het nummer klopte niet' }, today).ok).toBe(true);
  });
});
