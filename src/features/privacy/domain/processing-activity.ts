import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** How long one part of the data is kept. `period` is an ISO 8601 duration; undefined when no fixed term applies. */
export interface RetentionRule {
  readonly what: string;
  readonly period: string | undefined;
  readonly from: string;
}

/** What of an activity nobody has confirmed yet. */
export type Unverified = 'basis' | 'retention' | 'dataClasses' | 'confidentiality' | 'recipients';

/**
 * One activity of the processing register (AVG article 30): what personal data is processed for, by whom, on which ground, who
 * gets it, how it is protected and how long it is kept.
 */
export interface ProcessingActivity {
  readonly id: `VA-${string}`;
  /** Rises with every change of meaning; log rows point at the version that held at the time. */
  readonly version: number;
  /** The day from which this version holds. */
  readonly validFrom: PlainDate;
  readonly name: string;
  readonly nameEn: string;
  /** What happens and why, for anybody, in plain words. */
  readonly plain: { readonly nl: string; readonly en: string };
  readonly controller: string;
  /** Who is responsible together with the controller, and for which part (AVG article 26). */
  readonly joint: readonly string[];
  readonly basis: readonly string[];
  /** Whose data. */
  readonly dataSubjects: readonly string[];
  readonly dataClasses: readonly string[];
  /** Limits within those classes, such as "alleen het nodige". */
  readonly dataNote?: string | undefined;
  readonly retention: readonly RetentionRule[];
  readonly seenBy: readonly string[];
  /** Recipients outside the organisation. */
  readonly sharedWith: readonly string[];
  /** Whether data goes outside the European Economic Area. */
  readonly transfer: string;
  /** How it is protected: ids of the catalogue of measures. */
  readonly measures: readonly string[];
  /** Confidential: a report to the person it is about leaves this activity out. With what ends that. */
  readonly confidential?: { readonly why: string; readonly until: string };
  /** Whether a DPIA is needed first (AVG article 35), and why. */
  readonly dpia: { readonly needed: boolean; readonly why: string };
  /** `off`: only after a decision of the controller (VA-10). `planned`: no part of the product uses it yet (VA-21). */
  readonly state: 'on' | 'off' | 'planned';
  readonly unverified: readonly Unverified[];
}

/** A way in which data is protected, as every page and document says it. */
export interface Measure {
  readonly id: string;
  readonly text: string;
  readonly textEn: string;
  /** Requirements of the security list that prove it, such as 'SEC-13'. */
  readonly provenBy: readonly string[];
}

/** The register as it stands: the current version of every activity, and what held before. */
export interface ProcessingRegister {
  readonly activities: readonly ProcessingActivity[];
  /** Versions that no longer hold, kept because log rows point at them. */
  readonly history: readonly ProcessingActivity[];
  readonly measures: readonly Measure[];
  /** Every data class with what it is, from D0 to D12. */
  readonly dataClasses: Readonly<Record<string, string>>;
}

/** The version of an activity that held on a day; undefined when the activity did not exist then. */
export function activityOn(
  register: Pick<ProcessingRegister, 'activities' | 'history'>,
  id: string,
  day: PlainDate,
): ProcessingActivity | undefined {
  return [...register.activities, ...register.history]
    .filter((activity) => activity.id === id && activity.validFrom <= day)
    .reduce<ProcessingActivity | undefined>(
      (latest, each) => (latest && latest.version >= each.version ? latest : each),
      undefined,
    );
}

/** One numbered version of an activity; undefined when there never was one. */
export function activityVersion(
  register: Pick<ProcessingRegister, 'activities' | 'history'>,
  id: string,
  version: number,
): ProcessingActivity | undefined {
  return [...register.activities, ...register.history].find(
    (activity) => activity.id === id && activity.version === version,
  );
}
