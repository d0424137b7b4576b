import { z } from 'zod';
import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { NumberFound } from '../../../shared-kernel/text-guard.ts';
import {
  INCIDENT_DATA,
  INCIDENT_KINDS,
  type IncidentReport,
  PEOPLE_COUNTS,
  SAFETY_OUTCOMES,
  STEP_KINDS,
  type StepKind,
  YES_NO_UNKNOWN,
} from '../domain/incident.ts';
import type { TooEarly } from '../use-cases/incidents.ts';

const long = (empty: string) => z.string().trim().min(1, empty).max(2000, 'Gebruik hoogstens 2000 tekens.');
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (given) => (given === undefined ? [] : [given].flat().filter((each) => each !== '')),
    z.array(z.enum(values)),
  );

export const IncidentForm = z.object({
  oefening: z.enum(['nee', 'ja'], 'Kies of dit echt is of een oefening.'),
  soort: z.enum(INCIDENT_KINDS, 'Kies wat er gebeurde.'),
  wat: long('Schrijf in een paar zinnen wat er gebeurde.'),
  ontdekt: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    const message =
      typed.trim() === ''
        ? 'Vul in op welke dag het is ontdekt.'
        : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
  tijd: z
    .string()
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Vul de tijd in, zoals 14:30.'),
  gegevens: several(INCIDENT_DATA),
  mensen: z.enum(PEOPLE_COUNTS, 'Kies over hoeveel mensen het gaat.'),
  gevaar: z.enum(YES_NO_UNKNOWN, 'Kies of iemand die gevaarlijk is de gegevens kan hebben.'),
  verwerker: z.enum(['nee', 'ja'], 'Kies van wie de gegevens zijn.'),
  groot: z.enum(YES_NO_UNKNOWN, 'Kies of dit een significant incident is.'),
  gedaan: z.string().trim().max(2000, 'Gebruik hoogstens 2000 tekens.'),
});

export function reportOf(form: z.output<typeof IncidentForm>): IncidentReport {
  const [hour, minute] = form.tijd.split(/[:.]/).map(Number) as [number, number];
  return {
    isDrill: form.oefening === 'ja',
    what: form.wat,
    kind: form.soort,
    discoveredAt: new Date(dutchMoment(form.ontdekt, hour).getTime() + minute * 60_000),
    dataKinds: form.gegevens,
    people: form.mensen,
    reachesOffender: form.gevaar,
    isProcessor: form.verwerker === 'ja',
    isSignificant: form.groot,
    taken: form.gedaan,
  };
}

const PLAIN_STEPS = STEP_KINDS.filter((kind): kind is Exclude<StepKind, 'safety-check'> => kind !== 'safety-check');

export const StepForm = z.object({
  stap: z.enum(PLAIN_STEPS as [(typeof PLAIN_STEPS)[number]], 'Kies welke stap is gezet.'),
  toelichting: long('Schrijf erbij wat er is gedaan of besloten, en waarom.'),
});

export const SafetyForm = z.object({
  uitkomst: z.enum(SAFETY_OUTCOMES, 'Kies of een bericht veilig is.'),
  hoe: long('Schrijf hoe u dat weet, en langs welke weg het veilig kan.'),
});

export const CloseForm = z.object({});

const NUMBERS: Readonly<Record<NumberFound, string>> = {
  bsn: 'Haal het BSN weg. Hier staat nooit over wie het gaat.',
  phone: 'Haal het telefoonnummer weg. Hier staat nooit over wie het gaat.',
  email: 'Haal het e-mailadres weg. Hier staat nooit over wie het gaat.',
};
export const numberText = (found: NumberFound) => NUMBERS[found];
export const TOO_EARLY: Readonly<Record<TooEarly['code'], string>> = {
  'incident-in-future': 'Deze tijd komt nog. Vul in wanneer het is ontdekt.',
};
export const STEP_REFUSAL_TEXTS = {
  'incident-closed': 'Dit incident is afgesloten.',
  'step-not-asked': 'Deze stap hoort niet bij dit incident.',
  'safety-first': 'Ga eerst na of een bericht veilig is, en leg dat hieronder vast.',
  'contact-not-safe': 'Een bericht is nu gevaarlijk. Leg eerst vast dat het langs een andere weg wel veilig kan.',
  'duties-open': 'Er is nog iets te doen. Leg het vast, of leg vast waarom het niet hoeft.',
} as const;
