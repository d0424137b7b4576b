import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import type { Consultation } from './consultation.ts';
import type { Handover } from './handover.ts';
import type { LeavingAnswers } from './leaving.ts';
import { NORMS } from './norms.ts';

/** Advice comes within so many working days; then somebody calls again. [design: In Beeld] */
export const ADVICE_WITHIN_WORKING_DAYS = 3;

/** What waits for somebody outside, or to be looked at again. */
export interface OpenEnds {
  readonly handovers: readonly Pick<Handover, 'receivedOn' | 'declinedOn' | 'answerBy'>[];
  readonly consultations: readonly Pick<Consultation, 'answeredOn' | 'askedOn'>[];
  readonly answers: Pick<LeavingAnswers, 'lookAgainOn'> | undefined;
  readonly isReporterAnswered: boolean;
}

/**
 * By which day the focal point does the next thing: the first of what waits. With nothing left that waits, whoever passed it on still
 * hears what was done; after that nothing does.
 */
export function nextStepBy(ends: OpenEnds, today: PlainDate): PlainDate | undefined {
  const days = [
    ...ends.handovers.filter(({ receivedOn, declinedOn }) => !receivedOn && !declinedOn).map((each) => each.answerBy),
    ...ends.consultations
      .filter(({ answeredOn }) => !answeredOn)
      .map(({ askedOn }) => addWorkingDays(askedOn, ADVICE_WITHIN_WORKING_DAYS)),
    ...(ends.answers?.lookAgainOn ? [ends.answers.lookAgainOn] : []),
    ...(ends.isReporterAnswered ? [] : [addWorkingDays(today, NORMS.answer)]),
  ];
  return days.toSorted()[0];
}
