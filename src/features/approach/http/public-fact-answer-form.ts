import { z } from 'zod';
import { REJECT_REASONS, type RejectReason } from '../domain/public-fact.ts';
import { OWN_BODIES } from '../domain/statement.ts';
import { PROBLEM_TEXTS } from '../ui/public-fact-words.ts';
import { date, optionalDate, text } from './plan-form.ts';

const body = z.enum(['', ...OWN_BODIES], 'Kies wie dit vaststelde.').transform((chosen) => chosen || undefined);
const seen = {
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
  vanuit: z.enum(['', 'scan'], 'Laad de pagina opnieuw.'),
};

/** "Klopt, neem over", with what the source does not say itself. */
export const ConfirmForm = z.object({ ...seen, orgaan: body, geldigTot: optionalDate });

/** "Klopt niet", with why. */
export const RejectForm = z.object({
  ...seen,
  reden: z.enum(Object.keys(REJECT_REASONS) as RejectReason[], 'Kies wat er niet klopt.'),
});

/** How it is instead. */
export const MendForm = z.object({
  versie: seen.versie,
  titel: text(PROBLEM_TEXTS['title-missing']),
  vindplaats: z
    .string()
    .trim()
    .max(500, 'Gebruik hoogstens 500 tekens.')
    .regex(/^https?:\/\/[^\s]+\.[^\s]+$/i, 'Vul het adres in waar iedereen het kan lezen. Begin met https://.'),
  orgaan: body,
  datum: date('Vul in wanneer dit is vastgesteld.'),
  geldigTot: date('Vul in tot wanneer dit geldt.'),
});
