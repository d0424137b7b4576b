import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import { type CaseDataRefusal, refuseCaseData } from './case-data.ts';
import type { Said } from './said.ts';

/** What somebody wants to know of peers and experts. */
export interface QuestionContent {
  readonly title: string;
  readonly text: string;
  readonly element: string | undefined;
}

/** What somebody answers. */
export interface AnswerContent {
  readonly text: string;
}

/** A question waits three working days; then a named adviser answers it. [field review: "on day three"] */
const NORM_WORKING_DAYS = 3;

export const answerDayOf = (askedOn: PlainDate): PlainDate => addWorkingDays(askedOn, NORM_WORKING_DAYS);

/** Holds a question or an answer against case data: nobody in it can be known or guessed. */
export function checkWords<Content extends { readonly title?: string; readonly text: string }>(
  content: Content,
  said: Said,
  today: PlainDate,
): Result<{ readonly content: Content; readonly isFlagged: boolean }, CaseDataRefusal<'title' | 'text'>> {
  const { title, text } = content;
  const { refusal, isFlagged } = refuseCaseData<'title' | 'text'>({ title, text }, said, Number(today.slice(0, 4)));
  return refusal ? err(refusal) : ok({ content, isFlagged });
}
