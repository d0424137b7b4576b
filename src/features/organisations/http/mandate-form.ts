import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { CAPABILITIES, type Capability, type MandateRefusal } from '../domain/mandate.ts';

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

/** The form to give a mandate. */
export const MandateForm = z.object({
  houder: z.string().min(1, 'Kies wie namens u mag werken.').max(20, 'Kies wie namens u mag werken.'),
  bevoegdheid: z.enum(Object.keys(CAPABILITIES) as [Capability, ...Capability[]], 'Kies wat er namens u mag.'),
  grondslag: z
    .string()
    .trim()
    .min(1, 'Vul het besluit in waarop dit mandaat steunt.')
    .max(200, 'Gebruik hoogstens 200 tekens.'),
  vanaf: date('Vul in vanaf welke dag het mandaat geldt.'),
  geldigTot: date('Vul in tot wanneer het mandaat geldt.'),
});

export const WithdrawForm = z.object({ mandaat: z.uuid() });

/** Beside which field a refusal stands, and what to do. */
export const MANDATE_REFUSAL_AT: Readonly<
  Record<MandateRefusal['code'], { readonly field: keyof typeof MandateForm.shape; readonly text: string }>
> = {
  'unknown-holder': {
    field: 'houder',
    text: 'Kies een organisatie uit de lijst, met een bevoegdheid die bij haar past.',
  },
  'starts-in-past': { field: 'vanaf', text: 'Kies vandaag of een dag die nog komt.' },
  'ends-before-start': { field: 'geldigTot', text: 'De einddatum moet na de begindatum liggen.' },
  'runs-too-long': { field: 'geldigTot', text: 'Kies een datum binnen vier jaar na het begin.' },
  'already-given': {
    field: 'houder',
    text: 'Deze organisatie heeft dit mandaat al in deze periode. Trek dat eerst in, of kies een latere begindatum.',
  },
};
