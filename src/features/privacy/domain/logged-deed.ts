import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import {
  activityOn,
  activityVersion,
  type ProcessingActivity,
  type ProcessingRegister,
} from './processing-activity.ts';

/** One person whose data a deed opened, under a pseudonym, and which columns. */
export interface OpenedPerson {
  readonly kind: string;
  readonly pseudonym: string;
  readonly dossierId: string | undefined;
  readonly columns: readonly string[];
  readonly status: 'Unset' | 'Ok' | 'Error';
  /** The other application that the data came from or went to. */
  readonly elsewhere: string | undefined;
}

/** One deed as the three logs tell it together, joined by trace and step. */
export interface LoggedDeed {
  /** Of the trace and the step, for a list. */
  readonly key: string;
  readonly traceId: string;
  readonly at: Date;
  /** Undefined when only the other organisation knows who it was. */
  readonly personId: string | undefined;
  readonly personName: string | undefined;
  readonly role: string | undefined;
  readonly action: string;
  readonly activity: string;
  readonly activityVersion: number | undefined;
  readonly isAllowed: boolean;
  /** Why it was allowed: the rule that let her in. */
  readonly ground: string | undefined;
  /** Why it was refused. */
  readonly code: string | undefined;
  readonly route: string | undefined;
  readonly subject: { readonly kind: string; readonly id: string } | undefined;
  readonly opened: readonly OpenedPerson[];
}

/** The activity that a deed was done for, as it was then: by the version the log names, else by its day. */
export function activityOf(
  register: Pick<ProcessingRegister, 'activities' | 'history'>,
  deed: Pick<LoggedDeed, 'activity' | 'activityVersion'>,
  day: PlainDate,
): ProcessingActivity | undefined {
  return deed.activityVersion === undefined
    ? activityOn(register, deed.activity, day)
    : activityVersion(register, deed.activity, deed.activityVersion);
}

/**
 * What the person it is about is told: everything that was done with her data, but for the activities that are confidential. Whether
 * anything was left out cannot be seen from what stays. [LDV: confidentiality is of the activity, not of the row]
 */
export function tellable(
  register: Pick<ProcessingRegister, 'activities' | 'history'>,
  deeds: readonly LoggedDeed[],
  dayOf: (instant: Date) => PlainDate,
): readonly LoggedDeed[] {
  return deeds.filter((deed) => deed.opened.length > 0 && !activityOf(register, deed, dayOf(deed.at))?.confidential);
}
