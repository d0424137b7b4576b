import { describe, expect, it } from 'vitest';
import { runState } from './estimate-run.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 12, minute));

describe('where a run stands', () => {
  it('is busy until it ends, and lost when nobody can be computing it any more', () => {
    const open = { ending: null, requestedAt: at(0) };
    expect(runState(open, at(1))).toBe('busy');
    expect(runState(open, at(20))).toBe('busy');
    expect(runState(open, at(21))).toBe('lost');
  });

  it('is its ending, however old', () => {
    expect(runState({ ending: 'done', requestedAt: at(0) }, at(59))).toBe('done');
  });
});
