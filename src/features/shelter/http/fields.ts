import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { Word } from '../ui/shelter-words.ts';

/** Several ticked values travel as one text, joined by spaces. */
export function joined(body: unknown, names: readonly string[]): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, ...Object.fromEntries(names.map((name) => [name, [fields[name] ?? []].flat().join(' ')])) };
}

/** What was filled in, as the fields show it: what was ticked apart again. */
export function shown(values: FieldValues, names: readonly string[]): FieldValues {
  return {
    ...values,
    ...Object.fromEntries(
      names.map((name) => [
        name,
        String(values[name] ?? '')
          .split(' ')
          .filter(Boolean),
      ]),
    ),
  };
}

/** Words that may be ticked, read to what they mean; `question` when something must be ticked and is not. */
export function ticked<Id extends string>(words: Readonly<Record<Id, Word>>, question?: string) {
  return z.string().transform((text, context): readonly Id[] => {
    const values = text.split(' ').filter(Boolean);
    const chosen = (Object.keys(words) as Id[]).filter((id) => values.includes(words[id].value));
    if (chosen.length === values.length && (chosen.length > 0 || question === undefined)) return chosen;
    context.addIssue({ code: 'custom', message: question ?? 'Kies uit de lijst.' });
    return z.NEVER;
  });
}

/** One word out of a list, read to what it means. */
export function chosen<Id extends string>(words: Readonly<Record<Id, Word>>, question: string) {
  return z.string().transform((value, context): Id => {
    const id = (Object.keys(words) as Id[]).find((each) => words[each].value === value);
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom', message: question });
    return z.NEVER;
  });
}

const nobody = 'Hier lijkt een telefoonnummer, BSN of e-mailadres te staan. Laat dat weg.';
export const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .refine((typed) => guardText(typed).numbers.length === 0, nobody);

/** A whole number between two; with `empty` what an empty field means. */
export function whole(least: number, most: number, question: string, empty?: number) {
  return z.string().transform((typed, context) => {
    const trimmed = typed.trim();
    if (trimmed === '' && empty !== undefined) return empty;
    const read = /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : undefined;
    if (read !== undefined && read >= least && read <= most) return read;
    context.addIssue({ code: 'custom', message: question });
    return z.NEVER;
  });
}

export const dateOrNothing = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
  return z.NEVER;
});

export const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    const message = typed.trim() === '' ? question : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

export const version = z.coerce.number().int().positive();
export const tick = z.literal(['', 'ja']).catch('');
export const NothingForm = z.object({});
