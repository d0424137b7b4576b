import type { Role } from '../../../shared-kernel/role.ts';

/** What somebody did in one hour, in one role: counted from the logs, without what it was about. */
export interface HourOfUse {
  readonly tenantId: string;
  readonly personId: string;
  readonly role: string;
  /** When the hour began. */
  readonly hourAt: Date;
  /** The hour of the day in the Netherlands, 0–23. */
  readonly hourOfDay: number;
  /** Different dossiers of which something was opened. */
  readonly dossiers: number;
  readonly refusals: number;
  /** Files with many rows that were taken away. */
  readonly exports: number;
}

export const NOTICE_RULES = ['many-dossiers', 'at-night', 'many-refusals', 'many-exports'] as const;
export type NoticeRule = (typeof NOTICE_RULES)[number];

export interface Notice {
  readonly rule: NoticeRule;
  readonly times: number;
}

/** More different dossiers in an hour than this stand out (SEC-49); who works through lists all day opens more. */
export const DOSSIERS_AN_HOUR = 30;
const DOSSIERS_OF_LISTS = 100;
/** From midnight until this hour. */
export const NIGHT_ENDS = 6;
/** At night this many dossiers stand out already. */
export const DOSSIERS_AT_NIGHT = 3;
/** Somebody who tries what she may not, or a page that was made wrong. */
export const REFUSALS_AN_HOUR = 20;
export const EXPORTS_AN_HOUR = 3;

/** Work that is done at night too: finding a place, help, and the police. What they do at night is no sign of anything. */
const WORKS_AT_NIGHT: ReadonlySet<string> = new Set<Role>([
  'zorgcoordinator',
  'opvang',
  'comensha-plaatsing',
  'comensha-registratie',
  'politie',
]);
const WORKS_THROUGH_LISTS: ReadonlySet<string> = new Set<Role>(['comensha-registratie', 'comensha-plaatsing']);

/** What stands out in an hour of somebody's use. It says that somebody should look, and never that something is wrong. */
export function noticesIn(hour: HourOfUse): readonly Notice[] {
  const { role, dossiers, refusals, exports, hourOfDay } = hour;
  const most = WORKS_THROUGH_LISTS.has(role) ? DOSSIERS_OF_LISTS : DOSSIERS_AN_HOUR;
  const isNight = hourOfDay < NIGHT_ENDS && !WORKS_AT_NIGHT.has(role);
  return [
    ...(dossiers > most ? [{ rule: 'many-dossiers', times: dossiers } as const] : []),
    ...(isNight && dossiers >= DOSSIERS_AT_NIGHT ? [{ rule: 'at-night', times: dossiers } as const] : []),
    ...(refusals > REFUSALS_AN_HOUR ? [{ rule: 'many-refusals', times: refusals } as const] : []),
    ...(exports > EXPORTS_AN_HOUR ? [{ rule: 'many-exports', times: exports } as const] : []),
  ];
}
