import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { MAY_HEAR, REPORT_DECISIONS, SOURCES } from '../domain/signal-report.ts';
import type { ForSourceRefusal } from '../use-cases/record-for-source.ts';
import { LocationForm, PersonForm, refusalAt } from './pass-on-form.ts';

type Outside = Exclude<(typeof SOURCES)[number], 'employee'>;
const OUTSIDE = SOURCES.filter((source): source is Outside => source !== 'employee') as [Outside, ...Outside[]];

const date = z
  .string()
  .trim()
  .transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read || typed === '') return read;
    context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
    return z.NEVER;
  });

const fromOutside = {
  bron: z.enum(OUTSIDE, 'Kies hoe het binnenkwam.'),
  magHoren: z.enum(MAY_HEAR, 'Kies wat de bron mag horen.'),
  bereiken: z
    .string()
    .trim()
    .max(300, 'Gebruik hoogstens 300 tekens.')
    .transform((text) => text || undefined),
  beslisVoor: date,
  gevaar: z.enum(['ja', 'nee'], 'Kies of er nu gevaar is.'),
};

export const LocationForSourceForm = LocationForm.extend(fromOutside);
export const PersonForSourceForm = PersonForm.extend(fromOutside);

export const DecideForm = z.object({ besluit: z.enum(REPORT_DECISIONS, 'Kies wat de gemeente besluit.') });

/** The words beside the field when it cannot be recorded as it is. */
export function sourceRefusalAt(refusal: ForSourceRefusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'decide-by-missing':
      return { beslisVoor: 'Vul in voor welke dag de rapportage een besluit vraagt.' };
    case 'decide-by-past':
      return { beslisVoor: 'Die dag is al voorbij. Vul de dag in die u met de politie afspreekt.' };
    case 'reach-needs-gate':
      return { bereiken: 'Uw gemeente bewaart nog geen gegevens van personen in In Beeld. Laat dit leeg.' };
    case 'reach-holds-bsn':
      return { bereiken: 'Er staat een burgerservicenummer in. Haal het weg: dat wordt nooit bewaard.' };
    case 'reach-missing':
      return { bereiken: 'Vul in hoe de bron te bereiken is, of kies dat de bron niets hoort.' };
    default:
      return refusalAt(refusal);
  }
}
