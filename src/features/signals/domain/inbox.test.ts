import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { clockOf } from './inbox.ts';
import { actBefore, followUpBy, takeUpBy } from './norms.ts';

describe('the clock of a signal', () => {
  const friday = day('2026-12-18');

  it('counts working days and skips the weekend and Christmas', () => {
    expect(clockOf({ actBy: day('2026-12-28') }, day('2026-12-24'))).toEqual({ state: 'running', days: 1 });
    expect(clockOf({ actBy: day('2026-12-21') }, friday)).toEqual({ state: 'running', days: 1 });
  });

  it('is not over on its own day, and is the day after', () => {
    expect(clockOf({ actBy: friday }, friday)).toEqual({ state: 'today', days: 0 });
    expect(clockOf({ actBy: friday }, day('2026-12-21'))).toEqual({ state: 'over', days: 1 });
    expect(clockOf({ actBy: friday }, day('2026-12-19'))).toEqual({ state: 'over', days: 0 });
  });

  it('stands still when nothing waits', () => {
    expect(clockOf({ actBy: undefined }, friday)).toEqual({ state: 'stands-still', days: 0 });
  });

  it('starts at once in danger, and in a working day for a person', () => {
    expect(takeUpBy({ kind: 'person', isDangerNow: true }, friday)).toBe(friday);
    expect(takeUpBy({ kind: 'person', isDangerNow: false }, friday)).toBe('2026-12-21');
    expect(takeUpBy({ kind: 'location', isDangerNow: false }, friday)).toBe('2026-12-23');
  });

  it('gives a weighed signal the time its weight asks', () => {
    expect(followUpBy('acute', friday)).toBe(friday);
    expect(followUpBy('today', friday)).toBe(friday);
    expect(followUpBy('three-days', friday)).toBe('2026-12-23');
  });

  it('never pushes back the day by which a report of the police asks a decision', () => {
    const asked = { decideBy: day('2026-12-21'), decidedOn: undefined };
    expect(actBefore(day('2026-12-23'), asked)).toBe('2026-12-21');
    expect(actBefore(friday, asked)).toBe(friday);
    expect(actBefore(undefined, asked)).toBe('2026-12-21');
    expect(actBefore(day('2026-12-23'), { ...asked, decidedOn: friday })).toBe('2026-12-23');
  });
});
