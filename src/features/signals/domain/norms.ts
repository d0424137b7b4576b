import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import type { SignalReport } from './signal-report.ts';
import type { TriageLevel } from './triage.ts';

/** In how many working days the focal point does the next thing. [design: In Beeld, after the triage rule of the dossier, 2.4] */
export const NORMS = {
  /** A new signal about a person is looked at. */
  takeUpPerson: 1,
  takeUpLocation: 3,
  /** Taken up and not weighed yet. */
  weigh: 3,
  /** Whoever passed it on hears what was done, after it was weighed. */
  answer: 5,
} as const;

/** By which day somebody looks at a new signal: danger now waits for nobody. */
export function takeUpBy(report: Pick<SignalReport, 'kind' | 'isDangerNow'>, today: PlainDate): PlainDate {
  if (report.isDangerNow) return today;
  return addWorkingDays(today, report.kind === 'person' ? NORMS.takeUpPerson : NORMS.takeUpLocation);
}

/** By which day a signal that was weighed is followed up, from what the weighing says. */
export function followUpBy(level: TriageLevel, today: PlainDate): PlainDate {
  if (level === 'acute' || level === 'today') return today;
  return addWorkingDays(today, level === 'three-days' ? 3 : NORMS.answer);
}

/** The first of what waits: a decision that a report of the police asks is never pushed back by another step. */
export function actBefore<Step extends PlainDate | undefined>(
  step: Step,
  { decideBy, decidedOn }: Pick<SignalReport, 'decideBy' | 'decidedOn'>,
): Step | PlainDate {
  if (!decideBy || decidedOn) return step;
  return step === undefined || decideBy < step ? decideBy : step;
}
