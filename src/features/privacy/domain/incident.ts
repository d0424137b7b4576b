import { err, ok, type Result } from '../../../shared-kernel/result.ts';

export const INCIDENT_KINDS = ['lost', 'sent-wrong', 'seen', 'broken-in', 'unavailable', 'changed', 'other'] as const;
export const INCIDENT_DATA = ['contact', 'number', 'story', 'health', 'place', 'offender', 'staff'] as const;
export const PEOPLE_COUNTS = ['none', 'one', 'few', 'tens', 'hundreds', 'more', 'unknown'] as const;
export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export const SAFETY_OUTCOMES = ['safe', 'through-trusted', 'not-safe'] as const;
export const STEP_KINDS = [
  'early-warning',
  'tell-controller',
  'tell-authority',
  'not-authority',
  'notification',
  'final-report',
  'safety-check',
  'tell-persons',
  'not-persons',
] as const;

export type StepKind = (typeof STEP_KINDS)[number];
export type SafetyOutcome = (typeof SAFETY_OUTCOMES)[number];
type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];

/** What somebody told of an incident, in one form. Never who it is about. */
export interface IncidentReport {
  readonly isDrill: boolean;
  readonly what: string;
  readonly kind: (typeof INCIDENT_KINDS)[number];
  readonly discoveredAt: Date;
  readonly dataKinds: readonly (typeof INCIDENT_DATA)[number][];
  readonly people: (typeof PEOPLE_COUNTS)[number];
  readonly reachesOffender: YesNoUnknown;
  /** The data are of another organisation: that one decides, and hears it within a day. */
  readonly isProcessor: boolean;
  readonly isSignificant: YesNoUnknown;
  readonly taken: string;
}

export interface IncidentStep {
  readonly kind: StepKind;
  readonly outcome: SafetyOutcome | undefined;
  readonly note: string;
  readonly doneByName: string;
  readonly doneAt: Date;
}

export interface Incident extends IncidentReport {
  readonly id: string;
  readonly reportedByName: string;
  readonly reportedAt: Date;
  readonly closedAt: Date | undefined;
  readonly steps: readonly IncidentStep[];
}

/** Something that has to be done about an incident. `by` counts in hours from the discovery; without it as soon as can be. */
export interface Duty {
  readonly name: 'early-warning' | 'controller' | 'authority' | 'notification' | 'final-report' | 'safety' | 'persons';
  readonly by: Date | undefined;
  /** Each of these steps ends it. */
  readonly endedBy: readonly StepKind[];
  readonly doneAt: Date | undefined;
  readonly isLate: boolean;
}

const HOUR = 3_600_000;

/** A month later, at the same time; on the last day of the month when that day is not there. */
function monthAfter(moment: Date): Date {
  const after = new Date(moment);
  after.setUTCMonth(after.getUTCMonth() + 1);
  if (after.getUTCDate() !== moment.getUTCDate()) after.setUTCDate(0);
  return after;
}

/**
 * What has to be done, and by when: the authority and whoever owns the data under the AVG (articles 33 and 34), the response team under
 * the Cyberbeveiligingswet for a significant incident (24 hours, 72 hours, and a month after that notification). «Unknown» counts as
 * yes until somebody knows better: a report can be withdrawn, a missed clock cannot.
 */
export function dutiesOf(incident: Incident, now: Date): readonly Duty[] {
  const { discoveredAt, isProcessor, isSignificant, people } = incident;
  const after = (hours: number) => new Date(discoveredAt.getTime() + hours * HOUR);
  const hasPersons = people !== 'none';
  const duty = (name: Duty['name'], by: Date | undefined, ...endedBy: readonly StepKind[]): Duty => {
    const doneAt = incident.steps.find(({ kind }) => endedBy.includes(kind))?.doneAt;
    return { name, by, endedBy, doneAt, isLate: by !== undefined && (doneAt ?? now) > by };
  };
  const notified = incident.steps.find(({ kind }) => kind === 'notification')?.doneAt;
  return [
    ...(isSignificant === 'no' ? [] : [duty('early-warning', after(24), 'early-warning')]),
    ...(isProcessor ? [duty('controller', after(24), 'tell-controller')] : []),
    ...(isSignificant === 'no' ? [] : [duty('notification', after(72), 'notification')]),
    ...(hasPersons && !isProcessor
      ? [
          duty('authority', after(72), 'tell-authority', 'not-authority'),
          duty('safety', undefined, 'safety-check'),
          duty('persons', undefined, 'tell-persons', 'not-persons'),
        ]
      : []),
    ...(isSignificant === 'no' ? [] : [duty('final-report', monthAfter(notified ?? after(72)), 'final-report')]),
  ];
}

/** The first moment by which something is still open. */
export function nextClock(incident: Incident, now: Date): Date | undefined {
  const open = dutiesOf(incident, now).flatMap(({ by, doneAt }) => (by && !doneAt ? [by] : []));
  return open.sort((one, other) => one.getTime() - other.getTime())[0];
}

export interface StepRefusal {
  readonly code: 'incident-closed' | 'step-not-asked' | 'safety-first' | 'contact-not-safe';
}

/** What the last safety check said. */
export const safetyOf = ({ steps }: Incident): SafetyOutcome | undefined =>
  steps.findLast(({ kind }) => kind === 'safety-check')?.outcome;

/** May this step be taken? Nobody is told of a leak before somebody looked whether being told is safe. */
export function judgeStep(incident: Incident, step: StepKind, now: Date): Result<undefined, StepRefusal> {
  if (incident.closedAt) return err({ code: 'incident-closed' });
  if (!dutiesOf(incident, now).some(({ endedBy }) => endedBy.includes(step))) return err({ code: 'step-not-asked' });
  if (step === 'tell-persons') {
    const safety = safetyOf(incident);
    if (!safety) return err({ code: 'safety-first' });
    if (safety === 'not-safe') return err({ code: 'contact-not-safe' });
  }
  return ok(undefined);
}

export interface CloseRefusal {
  readonly code: 'incident-closed' | 'duties-open';
}

/** An incident is over when nothing is left to do. */
export function judgeClosing(incident: Incident, now: Date): Result<undefined, CloseRefusal> {
  if (incident.closedAt) return err({ code: 'incident-closed' });
  return dutiesOf(incident, now).every(({ doneAt }) => doneAt) ? ok(undefined) : err({ code: 'duties-open' });
}
