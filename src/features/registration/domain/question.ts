import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { RegistrationContent } from './registration.ts';

/** What the register may ask after: the parts of the form that it counts by. Never who it is or where she stays. */
export const ASKABLE_PARTS = ['ageGroup', 'gender', 'nationalities', 'forms', 'exploitedIn', 'identifiedOn'] as const;
export type AskablePart = (typeof ASKABLE_PARTS)[number];

/** Within so many days an answer is asked; then both sides are reminded. No norm is known. [design: In Beeld] */
export const ANSWER_DAYS = 14;

/** What was answered: of every part that was asked what is known now, which may still be unknown. */
export type Answer = Partial<Pick<RegistrationContent, AskablePart>>;

export type NoteRefusal = { readonly code: 'note-holds-number' | 'note-names' };

/** Whether a note may go along with a question: it holds no number and nothing that looks like a name. */
export function checkNote(note: string): Result<undefined, NoteRefusal> {
  const { numbers, looksLikeName } = guardText(note);
  if (numbers.length > 0) return err({ code: 'note-holds-number' });
  return looksLikeName ? err({ code: 'note-names' }) : ok(undefined);
}

/** Of what was filled in, only what was asked. */
export function answerOf(parts: readonly AskablePart[], filled: RegistrationContent): Answer {
  return Object.fromEntries(parts.map((part) => [part, filled[part]]));
}

/** What a registration says with an answer in it: only parts that were asked change, and nothing known becomes unknown. */
export function withAnswer(
  content: RegistrationContent,
  parts: readonly AskablePart[],
  answer: Answer,
): RegistrationContent {
  const known = parts.filter((part) => {
    const value = answer[part];
    return value !== undefined && value !== 'unknown' && !(Array.isArray(value) && value.length === 0);
  });
  return { ...content, ...Object.fromEntries(known.map((part) => [part, answer[part]])) };
}
