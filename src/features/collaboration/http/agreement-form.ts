import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { AgreementRefusal } from '../domain/agreement.ts';

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

/** The form to write an agreement down. */
export const AgreementForm = z.object({
  organisatie: z.string().min(1, 'Kies met welke organisatie.').max(20, 'Kies met welke organisatie.'),
  soort: z.string().min(1, 'Kies wat u uitwisselt.').max(60, 'Kies wat u uitwisselt.'),
  grondslag: z.string().trim().min(1, 'Vul in waar de afspraak op steunt.').max(200, 'Gebruik hoogstens 200 tekens.'),
  vanaf: date('Vul in vanaf welke dag de afspraak geldt.'),
  geldigTot: date('Vul in tot wanneer de afspraak geldt.'),
});

export const EndForm = z.object({ afspraak: z.uuid() });

/** Beside which field a refusal stands, and what to do. */
export const AGREEMENT_REFUSAL_AT: Readonly<
  Record<
    AgreementRefusal['code'] | 'unknown-kind',
    { readonly field: keyof typeof AgreementForm.shape; readonly text: string }
  >
> = {
  'unknown-counterpart': { field: 'organisatie', text: 'Kies een andere organisatie dan uw eigen, uit de lijst.' },
  'unknown-kind': { field: 'soort', text: 'Kies een soort bericht uit de lijst.' },
  'ends-before-start': { field: 'geldigTot', text: 'De einddatum moet na de begindatum liggen.' },
  'already-over': { field: 'geldigTot', text: 'Kies een dag die nog komt.' },
  'runs-too-long': { field: 'geldigTot', text: 'Kies een datum binnen vier jaar na het begin.' },
  'recorded-before': {
    field: 'organisatie',
    text: 'U hebt met deze organisatie al zo’n afspraak in deze periode. Beëindig die eerst, of kies een latere begindatum.',
  },
};
