import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { TickRefusal } from '../domain/record-tick.ts';
import { TICK_KINDS } from '../domain/start-gate.ts';

const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? question : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
    });
    return z.NEVER;
  });

/** The form of a tick. Several parts come as one field, joined by spaces. */
export const TickForm = z.object({
  vinkje: z.enum(TICK_KINDS, 'Kies wat er is geregeld.'),
  onderdelen: z
    .string()
    .transform((ids) => ids.split(' ').filter(Boolean))
    .pipe(z.array(z.string().max(40)).min(1, 'Kies ten minste één onderdeel.')),
  door: z
    .string()
    .trim()
    .min(1, 'Vul in wie dit vaststelde, met naam en functie.')
    .max(200, 'Gebruik hoogstens 200 tekens.'),
  datum: date('Vul in op welke dag dit is vastgesteld.'),
  bewijs: z.string().trim().min(1, 'Vul in waar dit staat.').max(400, 'Gebruik hoogstens 400 tekens.'),
  categorie: z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.'),
  geldigTot: date('Vul in tot wanneer dit geldt.'),
});

/** Joins what came from several boxes of one name. */
export function withParts(body: unknown): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, onderdelen: [fields.onderdelen ?? []].flat().join(' ') };
}

export const RevokeForm = z.object({
  reden: z.string().trim().min(1, 'Schrijf waarom u dit intrekt.').max(1000, 'Gebruik hoogstens 1000 tekens.'),
});

/** Beside which field a refusal stands, and what to do. */
export const TICK_REFUSAL_AT: Readonly<
  Record<TickRefusal['code'], { readonly field: keyof typeof TickForm.shape; readonly text: string }>
> = {
  'tick-not-yours': { field: 'vinkje', text: 'Het advies van de FG legt alleen de FG zelf vast. Kies iets anders.' },
  'no-feature': { field: 'onderdelen', text: 'Kies ten minste één onderdeel uit de lijst.' },
  'tick-not-needed': {
    field: 'onderdelen',
    text: 'Voor een van deze onderdelen is dit niet nodig. Kies alleen onderdelen die bijhouden wat medewerkers doen.',
  },
  'decided-in-future': { field: 'datum', text: 'Deze dag moet nog komen. Leg het vast zodra het zover is.' },
  'tick-over': { field: 'geldigTot', text: 'Kies een dag die nog komt.' },
  'tick-too-long': { field: 'geldigTot', text: 'Kies een dag binnen vier jaar.' },
  'category-missing': { field: 'categorie', text: 'Vul de categorie van de selectielijst in.' },
  'category-undecided': {
    field: 'categorie',
    text: 'Zolang de archivaris geen categorie heeft gekozen, is dit niet geregeld. Vul de gekozen categorie in.',
  },
};
