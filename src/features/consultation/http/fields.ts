import { z } from 'zod';
import { plainDate, readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';

const NUMBERS = 'Hier lijkt een telefoonnummer, BSN of e-mailadres te staan. Laat dat weg.';

/** A text that must be there. */
export const text = (longest: number, question: string) =>
  z
    .string()
    .trim()
    .min(1, question)
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .refine((typed) => guardText(typed).numbers.length === 0, NUMBERS);
/** A text that may stay empty. */
export const maybe = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .refine((typed) => guardText(typed).numbers.length === 0, NUMBERS);

const WRONG_DATE = 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';
export const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? question : WRONG_DATE });
    return z.NEVER;
  });
export const dateOrNothing = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed) ?? plainDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: WRONG_DATE });
  return z.NEVER;
});

/** One word out of a list that the form and the code call differently. */
export function chosen<Id extends string>(
  words: Readonly<Record<Id, { readonly value: string }>>,
  question: string,
): z.ZodType<Id, string> {
  return z.string().transform((value, context): Id => {
    const id = (Object.keys(words) as Id[]).find((each) => words[each].value === value);
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom', message: question });
    return z.NEVER;
  });
}

/** A choice that may be left open. */
export const maybeChosen = <Value extends string>(...values: readonly Value[]) =>
  z.string().transform((value): Value | undefined => values.find((each) => each === value));

export const version = z.coerce.number().int().positive();
export const NothingForm = z.object({});

/** Several ticked values, as the body has them. */
export function ticked(body: unknown, name: string): readonly string[] {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return [fields[name] ?? []].flat().filter((value): value is string => typeof value === 'string' && value !== '');
}

/** What was filled in, with what was ticked apart again. */
export const withTicked = (values: FieldValues, body: unknown, name: string): FieldValues => ({
  ...values,
  [name]: ticked(body, name),
});

/** Which page of a list was asked. */
export function pageIn(query: unknown): number {
  const asked = Number((query as Record<string, unknown>).pagina);
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
}
