import { describe, expect, it } from 'vitest';
import { concurrentSessions, SESSION_LIMITS, secondsLeft } from './session-limits.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 9) + seconds * 1000);
const session = (change: Partial<Parameters<typeof secondsLeft>[0]> = {}) => ({
  createdAt: at(0),
  lastSeenAt: at(0),
  endedAt: null,
  ...change,
});

describe('a session', () => {
  it('ends an hour after the last click, and a quarter of an hour on screens about persons', () => {
    expect(secondsLeft(session(), false, at(SESSION_LIMITS.idle - 1))).toBe(1);
    expect(secondsLeft(session(), false, at(SESSION_LIMITS.idle))).toBe(0);
    expect(secondsLeft(session(), true, at(SESSION_LIMITS.idleSensitive - 1))).toBe(1);
    expect(secondsLeft(session(), true, at(SESSION_LIMITS.idleSensitive))).toBe(0);
  });
  it('ends after a working day, however busy', () => {
    const busy = session({ lastSeenAt: at(SESSION_LIMITS.absolute - 1) });
    expect(secondsLeft(busy, false, at(SESSION_LIMITS.absolute - 1))).toBe(1);
    expect(secondsLeft(busy, false, at(SESSION_LIMITS.absolute))).toBe(0);
  });
  it('that was ended stays ended', () => {
    expect(secondsLeft(session({ endedAt: at(1) }), false, at(2))).toBe(0);
  });
  it('exists at most three times at once for one person in a real environment', () => {
    expect(concurrentSessions(false)).toBe(3);
    expect(concurrentSessions(true)).toBeGreaterThan(3);
  });
});
