import { z } from 'zod';
import type { TextRefusal } from '../domain/consultation.ts';
import {
  ALL_STEP_CONCLUSIONS,
  CODE_REASONS,
  CODE_STEPS,
  type CodeStep,
  LOOKED_CONCLUSIONS,
  REGISTERS,
  type StepRefusal,
} from '../domain/enrichment.ts';
import { day } from './consult-form.ts';

/** That somebody looked, and what it comes down to. */
export const LookedForm = z.object({
  register: z.enum(REGISTERS, 'Kies waar u keek.'),
  conclusie: z.enum(LOOKED_CONCLUSIONS, 'Kies wat het betekent.'),
  toelichting: z
    .string()
    .trim()
    .max(200, 'Gebruik hoogstens 200 tekens.')
    .transform((typed) => typed || undefined),
});

/** The number of a step in an address or a form; undefined when it is none. */
export const stepIn = (typed: unknown): CodeStep | undefined => CODE_STEPS.find((step) => String(step) === typed);

/** A step of the reporting code. */
export const CodeStepForm = z.object({
  stap: z.string().transform((typed, context) => {
    const step = stepIn(typed);
    if (step) return step;
    context.addIssue({ code: 'custom', message: 'Kies een stap uit de lijst.' });
    return z.NEVER;
  }),
  aanleiding: z.enum(CODE_REASONS, 'Kies waarom de Meldcode geldt.'),
  gezetOp: day('Vul in wanneer de stap is gezet.'),
  conclusie: z.enum(ALL_STEP_CONCLUSIONS, 'Kies met welke conclusie.'),
});

/** What to do about the sentence beside a conclusion; never what was written. */
export const NOTE_REFUSED: Readonly<Record<TextRefusal['code'], string>> = {
  'holds-number':
    'Er staat een nummer of e-mailadres in. Haal het weg: schrijf op wat het betekent, niet wat er stond.',
  'holds-address': 'Er staat een adres of de naam van de plek in. Haal het weg.',
  'holds-birth-date': 'Er staat een geboortedatum in. Haal hem weg.',
  'may-name-somebody': 'Er lijkt een naam of kenteken in te staan. Schrijf de zin zonder naam.',
};

export const STEP_REFUSED: Readonly<
  Record<Exclude<StepRefusal['code'], 'code-needs-person'>, { readonly field: string; readonly text: string }>
> = {
  'step-in-future': { field: 'gezetOp', text: 'Deze dag komt nog. Leg de stap vast als hij is gezet.' },
  'other-step-conclusion': { field: 'conclusie', text: 'Kies een conclusie die bij deze stap hoort.' },
  'not-weighed-yet': { field: 'conclusie', text: 'Stap 4 is nog niet vastgelegd. Leg eerst vast wat de weging was.' },
};
