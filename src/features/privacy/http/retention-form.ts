import { z } from 'zod';
import { HOLD_GROUNDS } from '../../../shared-kernel/hold-ground.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { AskTermRefusal, HoldRefusal } from '../use-cases/retention.ts';

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

/** How a term is asked: a number and its unit, as people say it. */
export const TermForm = z.object({
  aantal: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,3}$/, 'Vul een heel getal in, zoals 30.'),
  eenheid: z.enum(['D', 'M', 'Y'], 'Kies dagen, maanden of jaren.'),
  categorie: z
    .string()
    .trim()
    .min(1, 'Vul de categorie van de selectielijst in. De archivaris weet welke.')
    .max(200, 'Gebruik hoogstens 200 tekens.'),
  reden: z.string().trim().min(1, 'Schrijf waarom dit de termijn is.').max(1000, 'Gebruik hoogstens 1000 tekens.'),
});

export const HoldForm = z.object({
  grond: z.enum(HOLD_GROUNDS, 'Kies waarom dit langer blijft.'),
  tot: date('Vul in tot welke dag dit blijft.'),
});

export const ReleaseForm = z.object({});

export const PeriodForm = z.object({ van: date('Vul de eerste dag in.'), tot: date('Vul de laatste dag in.') });

interface At {
  readonly field: string;
  readonly text: string;
}

export const TERM_REFUSAL_AT: Readonly<Record<AskTermRefusal['code'], At>> = {
  'no-such-rule': { field: 'aantal', text: 'Deze regel is er niet meer.' },
  'term-settled': { field: 'aantal', text: 'Deze termijn en categorie zijn al vastgesteld.' },
  'log-term-too-short': {
    field: 'aantal',
    text: 'Regels van een logboek blijven ten minste een jaar, zodat niemand zijn sporen wist. Kies 1 jaar of langer.',
  },
  'not-your-request': { field: 'aantal', text: 'Alleen de FG vraagt een termijn aan.' },
  'asked-before': { field: 'aantal', text: 'Voor deze regel ligt al een verzoek klaar bij een tweede persoon.' },
  'nobody-can-decide': {
    field: 'aantal',
    text: 'Er is nog niemand die dit met u kan vaststellen. Vraag de beheerder om een tweede FG of een CISO.',
  },
  'decider-ended': { field: 'aantal', text: 'De organisatie van de tweede persoon bestaat niet meer.' },
};

export const HOLD_REFUSAL_AT: Readonly<Record<HoldRefusal['code'], At>> = {
  'not-found': { field: 'tot', text: 'Dit is er niet meer.' },
  'hold-ends-before': { field: 'tot', text: 'Kies een dag die nog komt.' },
  'hold-too-long': { field: 'tot', text: 'Kies een dag binnen een jaar. Daarna kijkt u er opnieuw naar.' },
  'held-already': { field: 'tot', text: 'Dit blijft al ten minste tot deze dag. Kies een latere dag.' },
};
