import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { deedsFrom, SIGNAL_STATUSES, SIGNAL_WORKFLOW, type SignalStatus, statusOf, stepFrom } from './signal-status.ts';

const on = day('2026-11-29');
const DATES = { takenUpOn: undefined, weighedOn: undefined, passedOn: undefined, closedOn: undefined };

/** Every way through the workflow in which each status comes by once, from the table itself. */
function pathsFrom(status: SignalStatus, seen: readonly SignalStatus[] = [status]): readonly (readonly string[])[] {
  const steps = SIGNAL_WORKFLOW.filter(({ from, to }) => from.includes(status) && to && !seen.includes(to));
  if (steps.length === 0) return [[]];
  return steps.flatMap(({ deed, to }) => pathsFrom(to!, [...seen, to!]).map((path) => [deed, ...path]));
}

describe('where a signal stands', () => {
  it('follows from its days, the furthest first', () => {
    expect(statusOf(DATES)).toBe('new');
    expect(statusOf({ ...DATES, takenUpOn: on })).toBe('taken-up');
    expect(statusOf({ ...DATES, takenUpOn: on, weighedOn: on })).toBe('weighed');
    expect(statusOf({ ...DATES, takenUpOn: on, weighedOn: on, passedOn: on })).toBe('passed-on');
    expect(statusOf({ ...DATES, takenUpOn: on, closedOn: on })).toBe('closed');
  });

  it('ends closed along every path of the table, never without being weighed', () => {
    const paths = pathsFrom('new');
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      expect(path.at(-1)).toBe('close');
      expect(path.slice(0, 2)).toEqual(['take-up', 'weigh']);
    }
  });

  it('reaches every status', () => {
    const reached = new Set(['new', ...SIGNAL_WORKFLOW.flatMap(({ to }) => to ?? [])]);
    expect([...SIGNAL_STATUSES].filter((status) => !reached.has(status))).toEqual([]);
  });

  it('refuses what the table does not allow', () => {
    expect(stepFrom('new', 'close')).toEqual({ ok: false, error: { code: 'signal-moved-on' } });
    expect(stepFrom('new', 'weigh').ok).toBe(false);
    expect(stepFrom('taken-up', 'ask')).toEqual({ ok: true, value: 'taken-up' });
    expect(deedsFrom('closed')).toEqual([]);
  });
});
