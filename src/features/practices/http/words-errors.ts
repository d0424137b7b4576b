import type { FieldErrors } from '../../../platform/http/parse.ts';
import type { CaseDataRefusal } from '../domain/case-data.ts';
import { caseDataText, GUESSED_TEXT, NAME_TEXT } from './practice-form.ts';

const FIELD_OF = { title: 'titel', text: 'tekst' } as const;

/** What is refused of a question, an answer or a message, beside its field. */
export function wordsErrors(refusal: CaseDataRefusal<keyof typeof FIELD_OF>): {
  readonly errors: FieldErrors;
  readonly sawName: boolean;
} {
  if (refusal.code === 'can-be-guessed') return { errors: { raden: GUESSED_TEXT }, sawName: false };
  const field = FIELD_OF[refusal.field];
  return refusal.code === 'looks-like-name'
    ? { errors: { [field]: NAME_TEXT }, sawName: true }
    : { errors: { [field]: caseDataText(refusal.found) }, sawName: false };
}
