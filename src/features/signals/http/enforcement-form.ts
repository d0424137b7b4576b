import { z } from 'zod';
import { CLOSURE_INSTRUMENTS } from '../domain/closure.ts';
import {
  type Aftermath,
  CHECK_ANSWERS,
  CHECK_ITEMS,
  HOME_ENTRIES,
  INSPECTION_PARTNERS,
  type InspectionOutcome,
} from '../domain/inspection.ts';
import { SECTORS } from '../domain/signal-report.ts';
import { day } from './consult-form.ts';
import { ABOVE_PAGE, AT_FREE_TEXT } from './measure-routes.tsx';

const filled = (missing: string, most = 200) =>
  z.string().trim().min(1, missing).max(most, `Gebruik hoogstens ${most} tekens.`);
const ticked = (missing: string) => z.literal('ja', missing);
const count = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'Vul een getal in. Is het niemand, vul dan 0 in.')
  .transform(Number);

/** Planning an inspection. */
export const PlanForm = z.object({
  thema: filled('Vul het thema in.', 100),
  sector: z.enum(SECTORS, 'Kies de soort plek.'),
  adres: z
    .string()
    .trim()
    .max(300, 'Gebruik hoogstens 300 tekens.')
    .transform((typed) => typed || undefined),
  dag: day('Vul in op welke dag.'),
});

/** What is arranged before an inspection. */
export const PrepareForm = z.object({
  wat: z.enum(CHECK_ITEMS, 'Kies wat is geregeld.'),
  antwoord: z.enum(CHECK_ANSWERS, 'Kies een antwoord.'),
  hoe: filled('Vul in wie of wat, of waarom het niet nodig is.'),
});

/** Who goes along, by which power. */
export const PartnerForm = z.object({
  partner: z.enum(INSPECTION_PARTNERS, 'Kies een partner.'),
  bevoegdheid: filled('Vul in met welke bevoegdheid.'),
  doel: filled('Vul in met welk doel.'),
  woning: z.enum(HOME_ENTRIES, 'Kies of deze partner een woning ingaat.'),
  alleenDaarvoor: ticked('Vraag dit de partner na en vink het aan. Zonder dat gaat deze partner niet mee.'),
});

const AFTERMATH = {
  werkKwijt: count,
  huisKwijt: count,
  naarOpvang: count,
  naarWoonplek: count,
  naarFamilie: count,
  naarBuitenland: count,
  waarheenOnbekend: count,
};

/** How an inspection ended, in numbers. */
export const HeldForm = z.object({
  gehoudenOp: day('Vul in wanneer de controle was.'),
  gesproken: count,
  jongerDan18: count,
  mogelijkSlachtoffer: count,
  ...AFTERMATH,
});

/** That a closure is intended. */
export const IntendForm = z.object({
  instrument: z.enum(CLOSURE_INSTRUMENTS, 'Kies de maatregel.'),
  adres: filled('Vul het adres in.', 300),
  dag: day('Vul in op welke dag de maatregel is bedoeld.'),
});

/** Whether somebody there is possibly a victim. */
export const VictimForm = z.object({
  slachtoffer: z.enum(['yes', 'no', 'unknown'], 'Kies een antwoord.'),
  wieKeek: filled('Vul in wie dit naging: een functie, geen naam.', 100),
  hulpGeregeld: z.enum(['', 'ja'], 'Vink dit aan als hulp is geregeld.').transform((typed) => typed === 'ja'),
});

/** That a closure was carried out, in numbers. */
export const CarriedOutForm = z.object({
  uitgevoerdOp: day('Vul in wanneer de maatregel is uitgevoerd.'),
  ...AFTERMATH,
});

export const aftermathOf = (form: z.output<typeof CarriedOutForm> | z.output<typeof HeldForm>): Aftermath => ({
  lostHome: form.huisKwijt,
  lostWork: form.werkKwijt,
  wentShelter: form.naarOpvang,
  wentHousing: form.naarWoonplek,
  wentFamily: form.naarFamilie,
  wentAbroad: form.naarBuitenland,
  wentUnknown: form.waarheenOnbekend,
});

export const outcomeOf = (form: z.output<typeof HeldForm>): InspectionOutcome => ({
  ...aftermathOf(form),
  peopleMet: form.gesproken,
  minorsMet: form.jongerDan18,
  possibleVictims: form.mogelijkSlachtoffer,
});

const NAMES = 'Er lijkt een naam, kenteken of nummer in te staan. Schrijf het zonder.';
export const WENT =
  'Dit zijn niet evenveel mensen als u hieronder telt. Weet u van iemand niet waarheen, tel haar dan bij onbekend.';

/** Beside which field a refusal stands, or above the page. */
export const INSPECTION_REFUSED = {
  'planned-in-past': { field: 'dag', text: 'Deze dag is voorbij. Kies een dag die nog komt.' },
  'inspection-names-somebody': { field: AT_FREE_TEXT, text: NAMES },
  'always-needed': {
    field: 'antwoord',
    text: 'Dit is altijd nodig. Regel het eerst: geen controle zonder bed en hulp.',
  },
  'inspection-incomplete': {
    field: ABOVE_PAGE,
    text: 'Nog niet alles is geregeld. Hieronder staat wat er ontbreekt.',
  },
  'inspection-not-ready': {
    field: ABOVE_PAGE,
    text: 'Deze controle staat nog niet op gereed. Regel eerst wat er ontbreekt.',
  },
  'inspection-moved-on': {
    field: ABOVE_PAGE,
    text: 'Deze controle staat intussen ergens anders. Hieronder ziet u hoe.',
  },
  'held-in-future': {
    field: 'gehoudenOp',
    text: 'Deze dag komt nog. Leg de uitkomst vast als de controle is gehouden.',
  },
  'more-than-met': { field: 'gesproken', text: 'U telt hieronder meer mensen dan er zijn gesproken.' },
  'went-does-not-add-up': { field: 'huisKwijt', text: WENT },
} as const;

export const CLOSURE_REFUSED = {
  'closure-moved-on': {
    field: ABOVE_PAGE,
    text: 'Deze maatregel staat intussen ergens anders. Hieronder ziet u hoe.',
  },
  'checked-by-names': { field: 'wieKeek', text: 'Vul een functie in, geen naam of nummer.' },
  'victim-check-first': {
    field: ABOVE_PAGE,
    text: 'Eerst moet bekend zijn of wie er woont of werkt mogelijk slachtoffer is. Weet u het niet, overleg dan eerst zonder persoonsgegevens.',
  },
  'help-first': { field: ABOVE_PAGE, text: 'Iemand is mogelijk slachtoffer. Regel eerst hulp en een slaapplek.' },
  'closure-not-ready': { field: ABOVE_PAGE, text: 'Deze maatregel staat nog niet op gereed.' },
  'carried-out-in-future': {
    field: 'uitgevoerdOp',
    text: 'Deze dag komt nog. Leg dit vast als de maatregel is uitgevoerd.',
  },
  'went-does-not-add-up': { field: 'huisKwijt', text: WENT },
} as const;
