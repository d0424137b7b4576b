import type { Role } from '../../../shared-kernel/role.ts';

/** How long a browser session lives (requirements: docs/beheer.md). All in seconds on the clock on the wall. */
export const SESSION_LIMITS = {
  /** Without a click: ordinary screens. */
  idle: 60 * 60,
  /** Without a click: screens about persons (data classes D4–D7). */
  idleSensitive: 15 * 60,
  /** A working day, however busy. */
  absolute: 10 * 60 * 60,
  /** How long a strong sign-in counts as fresh: for an emergency, a place of stay, roles and large exports. */
  stepUp: 5 * 60,
  /** How exactly the last click is kept, so that reading does not mean writing. */
  seenPrecision: 60,
} as const;

/** Sessions of one person at the same time; the oldest ends when one more begins. */
export function concurrentSessions(isDemo: boolean): number {
  return isDemo ? 50 : 3;
}

interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
}

/** Seconds until the session ends by itself; zero or less when it has ended. */
export function secondsLeft(session: SessionTimes, isSensitive: boolean, at: Date): number {
  if (session.endedAt) return 0;
  const age = (at.getTime() - session.createdAt.getTime()) / 1000;
  const idle = (at.getTime() - session.lastSeenAt.getTime()) / 1000;
  return Math.floor(
    Math.min(SESSION_LIMITS.absolute - age, (isSensitive ? SESSION_LIMITS.idleSensitive : SESSION_LIMITS.idle) - idle),
  );
}

/** She proved herself strongly, and lately enough for what asks for that. */
export function provedLately(strongAt: Date | undefined, at: Date): boolean {
  return strongAt !== undefined && at.getTime() - strongAt.getTime() <= SESSION_LIMITS.stepUp * 1000;
}

/** Roles that work with cases of persons, whose every screen has the short idle limit. */
export const CASE_ROLES: ReadonlySet<Role> = new Set([
  'zorgcoordinator',
  'opvang',
  'comensha-registratie',
  'comensha-plaatsing',
]);
