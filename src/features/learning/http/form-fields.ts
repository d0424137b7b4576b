import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';

const NO_DATE = 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';

export const text = (question: string, longest = 200) =>
  z.string().trim().min(1, question).max(longest, `Gebruik hoogstens ${longest} tekens.`);

/** A day as Dutch people write it. */
export const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? question : NO_DATE });
    return z.NEVER;
  });

export const optionalDate = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: NO_DATE });
  return z.NEVER;
});

/** A number of people as Dutch people write it: 1.200. */
export const people = (question: string, least: number, most: number) =>
  z.string().transform((typed, context) => {
    const clean = typed.trim();
    const plain = /^\d{1,3}(\.\d{3})+$/.test(clean) ? clean.replaceAll('.', '') : clean;
    const number = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
    if (number >= least && number <= most) return number;
    const limits = `Vul een heel getal in van ${least} tot ${most.toLocaleString('nl-NL')}.`;
    context.addIssue({ code: 'custom', message: clean === '' ? question : limits });
    return z.NEVER;
  });

export const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
  .transform(Number);

export const link = z
  .string()
  .trim()
  .max(500, 'Gebruik hoogstens 500 tekens.')
  .refine(
    (typed) => typed === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(typed),
    'Begin het adres met https://, of laat het leeg.',
  )
  .transform((typed) => typed || undefined);
