import { z } from 'zod';
import type { FieldErrors } from '../../../platform/http/parse.ts';
import { typedNumberOrNothing } from '../../../platform/http/typed-number.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import {
  AGE_GROUP_WORDS,
  AGE_GROUPS,
  CONSENT_REFUSED_AT,
  ConsentForm,
  choicesOf,
  EXPLOITATION_FORMS,
  FORM_WORDS,
  GENDER_WORDS,
  GENDERS,
  LANGUAGE_WORDS,
  REGION_WORDS,
  REGIONS,
  readPartialDate,
  textsIn,
  writePartialDate,
} from '../../registration/index.ts';
import { ATTENTIONS, type CaseContent, type CasePerson, DEPTHS, OUTCOMES } from '../domain/cases/case-file.ts';
import type { CaseChoices } from '../ui/case-words.ts';

/** The lists that care shares with who registers. */
export const CASE_CHOICES: CaseChoices = {
  ages: choicesOf(AGE_GROUP_WORDS).filter(({ value }) => value !== 'unknown'),
  genders: choicesOf(GENDER_WORDS).filter(({ value }) => value !== 'unknown'),
  forms: choicesOf(FORM_WORDS),
  languages: choicesOf(LANGUAGE_WORDS),
  regions: choicesOf(REGION_WORDS).filter(({ value }) => value !== 'unknown'),
};

const LANGUAGE_CODES = Object.keys(LANGUAGE_WORDS);

/** A choice that may be left open. */
const orUnknown = (values: readonly string[]) =>
  z
    .string()
    .refine((typed) => typed === '' || values.includes(typed), 'Kies uit de lijst, of laat het open.')
    .transform((typed) => typed || 'unknown');
const short = z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.');

export const VERSION = {
  versie: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
};

const fields = {
  aanleiding: z
    .string()
    .trim()
    .min(1, 'Schrijf in één zin wat er aan de hand is.')
    .max(10_000, 'Gebruik hoogstens 10.000 tekens.'),
  doorWie: short,
  belWie: typedNumberOrNothing,
  naam: short,
  geboortedatum: z
    .string()
    .trim()
    .transform((typed, context) => {
      if (typed === '') return undefined;
      const read = readPartialDate(typed);
      if (read) return read as string;
      context.addIssue({
        code: 'custom',
        message: 'Deze datum bestaat niet. Schrijf hem zo: 12-3-2001, 3-2001 of 2001.',
      });
      return z.NEVER;
    }),
  leeftijd: orUnknown(AGE_GROUPS),
  geslacht: orUnknown(GENDERS),
  vormen: z.string().describe('Eén of meer vormen.'),
  spreekt: orUnknown(LANGUAGE_CODES),
  tolkNodig: z.literal(['', 'ja']).catch(''),
  regio: orUnknown(REGIONS),
  verwijzing: z.string().trim().max(60, 'Gebruik hoogstens 60 tekens.'),
  letOp: z.string().describe('Waar u extra op let: geen, één of meer.'),
};
export const CaseForm = z.object(fields);
export const ChangeCaseForm = z.object({ ...fields, ...VERSION });
export const FindCaseForm = z.object({
  eigenKenmerk: z
    .string()
    .trim()
    .min(1, 'Vul het nummer in waaronder u het dossier in uw eigen systeem vindt.')
    .max(60, 'Gebruik hoogstens 60 tekens.'),
});
export const NothingForm = z.object({});
/** Making a draft of a registration, and where one goes with it: on to asking for shelter, or back. */
export const CountForm = z.object({ naar: z.enum(['', 'opvang']).catch('') });
export const SeenForm = z.object(VERSION);
export const StartForm = z.object({ ...ConsentForm.shape, ...VERSION });
export const EmergencyStartForm = z.object({
  ...VERSION,
  reden: z
    .string()
    .trim()
    .min(20, 'Vertel in minstens twintig tekens wat het gevaar is, en waarom u het nu niet kunt vragen.')
    .max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
export const CloseForm = z.object({
  ...VERSION,
  uitkomst: z.enum(OUTCOMES, 'Kies hoe het eindigt.'),
  nazorg: z.literal(['', 'ja']).catch(''),
  toelichting: z.string().trim().max(2000, 'Gebruik hoogstens 2.000 tekens.'),
});
export const SubstituteForm = z.object({ tweede: z.uuid('Kies wie de coördinator vervangt.') });
export const SettingForm = z.object({
  ...VERSION,
  diepte: z.enum(DEPTHS, 'Kies hoeveel u hier bijhoudt.'),
  afspraak: short,
  norm: z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 200), {
      message: 'Vul een getal in van 1 tot en met 200, of laat het leeg.',
    })
    .transform((typed) => (typed === '' ? undefined : Number(typed))),
});

type Filled = z.output<typeof CaseForm>;

/** What was filled in, as the domain knows it. */
export const caseContentOf = (form: Filled, body: unknown): CaseContent => ({
  ageGroup: form.leeftijd,
  gender: form.geslacht,
  forms: EXPLOITATION_FORMS.filter((each) => textsIn(body, 'vormen').includes(each)),
  language: form.spreekt,
  needsInterpreter: form.tolkNodig === 'ja',
  reason: form.aanleiding,
  broughtBy: form.doorWie,
  callBack: form.belWie,
  reference: form.verwijzing,
  attention: ATTENTIONS.filter((each) => textsIn(body, 'letOp').includes(each)),
});

export const casePersonOf = ({ naam: name, geboortedatum: birthDate }: Filled): CasePerson | undefined =>
  name === '' && birthDate === undefined ? undefined : { name: name || 'naam onbekend', birthDate };

/** The values as a form shows them again, with every tick. */
export const keptCaseValues = (values: FieldValues, body: unknown): FieldValues => ({
  ...values,
  ...Object.fromEntries(
    ['vormen', 'letOp', 'hoe', 'gezet', 'delen']
      .filter((field) => field in values)
      .map((field) => [field, textsIn(body, field)]),
  ),
});

/** What is known, as the form shows it. */
export function caseValues(
  content: Partial<CaseContent>,
  person: CasePerson | undefined,
  region: string,
  version?: number,
): FieldValues {
  const known = (value: string | undefined) => (value === 'unknown' ? '' : (value ?? ''));
  return {
    aanleiding: content.reason ?? '',
    doorWie: content.broughtBy ?? '',
    belWie: content.callBack ?? '',
    naam: person?.name ?? '',
    geboortedatum: person?.birthDate
      ? writePartialDate(person.birthDate as Parameters<typeof writePartialDate>[0])
      : '',
    leeftijd: known(content.ageGroup),
    geslacht: known(content.gender),
    vormen: content.forms ?? [],
    spreekt: known(content.language),
    tolkNodig: content.needsInterpreter ? 'ja' : '',
    regio: known(region),
    verwijzing: content.reference ?? '',
    letOp: content.attention ?? [],
    ...(version !== undefined && { versie: String(version) }),
  };
}

/** The words beside the field, or above the page, for every refusal of a case. */
export const CASE_REFUSED_AT: Readonly<Record<string, FieldErrors>> = {
  'signpost-only': { _form: 'Uw organisatie koos voor de wegwijzer. Kies eerst dat u dossiers bijhoudt.' },
  'begun-before': { _form: 'Hieruit is al een dossier begonnen. Open dat, of vraag het uw collega.' },
  'person-excluded': { _form: 'U kunt dit dossier niet beginnen. Vraag een collega.' },
  'birth-date-in-future': { geboortedatum: 'De geboortedatum ligt in de toekomst. Kies een eerdere.' },
  'case-moved-on': { _form: 'Het dossier staat intussen anders. Kijk het na.' },
  'changed-meanwhile': { _form: 'Dit is intussen gewijzigd. Kijk na wat er staat en bewaar opnieuw.' },
  'assurance-missing': { afspraak: 'Een volledig dossier vraagt een afspraak. Vul in waar die staat.' },
  'not-away': { _form: 'U staat niet meer op als afwezig.' },
  'no-coordinator': { tweede: 'Deze collega kan niet vervangen. Kies een andere zorgcoördinator.' },
  'is-coordinator': { tweede: 'Dit is de coördinator zelf. Kies een andere collega.' },
  'substitute-before': { tweede: 'Deze collega vervangt al.' },
  'consent-before': { _form: 'De toestemming is al vastgelegd.' },
  'no-consent-needed': { _form: 'Voor dit dossier hoeft geen toestemming meer te worden vastgelegd.' },
  'happens-in-future': { dag: 'Deze dag ligt in de toekomst. Kies vandaag of eerder.' },
  'not-a-minor': {
    soort: 'Deze persoon is 18 of ouder. Kies «Vertrokken met onbekende bestemming», of verbeter de leeftijd.',
  },
  'unknown-receiver': { ontvanger: 'Met deze organisatie is hierover geen afspraak. Kies een andere, of bel.' },
  'referred-before': {
    ontvanger: 'Deze organisatie kreeg de verwijzing al en gaf nog geen antwoord. Bel haar, of trek eerst in.',
  },
  'withdrawn-before': { _form: 'Dit is al ingetrokken.' },
  'message-moved-on': { _form: 'De verwijzing staat intussen anders. Kijk haar na.' },
  'no-agreement': { _form: 'De afspraak tussen de twee organisaties geldt niet meer. Er is niets gedeeld. Bel.' },
  'no-consent': { _form: 'De toestemming geldt niet meer. Er is niets gedeeld.' },
  'receiver-has-no-key': { _form: 'Deze organisatie kan nog geen berichten ontvangen. Bel haar.' },
  'receiver-ended': { _form: 'Deze organisatie ontvangt hier geen berichten meer. Kies een andere, of bel.' },
  'not-handed-over': { uitkomst: 'Er is geen overdracht aangenomen. Kies een andere uitkomst.' },
  'registered-before': { _form: 'Voor dit dossier is al een aanmelding gemaakt.' },
  'gate-closed': { _form: 'Dit onderdeel staat in uw organisatie nog uit. Uw FG regelt dat met de startpoort.' },
  'draft-refused': { _form: 'Uit dit dossier kan geen aanmelding worden gemaakt. Kijk de geboortedatum na.' },
  'own-reading': { gelezen: 'U zette deze termijn zelf. Laat een collega de brief lezen.' },
  'no-second-needed': { _form: 'Voor deze termijn hoeft niemand na te lezen.' },
  'clock-ended': { _form: 'Deze termijn is al beëindigd.' },
  'unknown-end': { einde: 'Kies uit de lijst waarom deze termijn eindigt.' },
  'depth-not-full': {
    _form: 'Uw organisatie houdt hier geen volledig dossier bij. Dit is niet bewaard: schrijf het in uw eigen systeem.',
  },
  'no-longer-around': { mens: 'Deze persoon stond er al niet meer bij. Kies iemand anders.' },
  'too-many-papers': { bestand: 'Er zijn al vijftig documenten. Meer kan niet.' },
  'not-hers-to-give': {
    van: 'Deze collega werkt hier nog, en draagt haar dossiers zelf over. Is zij ziek? Dan vervangt iemand.',
  },
  'load-changed': { _form: 'Intussen kwam er een dossier bij of ging er een af. Kijk het na en probeer het opnieuw.' },
  'nothing-to-take': { van: 'Deze coördinator heeft geen dossiers meer.' },
  'ends-before-start': { totDag: 'De laatste dag ligt voor de eerste. Kies een latere.' },
  'away-in-past': { totDag: 'Deze dag is al voorbij. Kies vandaag of later.' },
  'unknown-case': { ander: 'Dit is geen ander dossier waaraan u werkt. Kijk de code na, of vraag uw collega.' },
  'linked-before': { ander: 'Deze twee dossiers zijn al gekoppeld.' },
  'unlinked-before': { koppelingMet: 'Deze koppeling was er al niet meer.' },
  'agreed-in-future': { besprokenOp: 'Deze dag ligt in de toekomst. Kies vandaag of eerder.' },
  'due-in-past': { dag: 'Deze dag is al voorbij. Kies vandaag of later.' },
  'task-settled': { taak: 'Dit was al klaar. Kies wat nog open staat.' },
  'no-such-clock': { klok: 'Kies een termijn uit de lijst.' },
  'no-term': { klok: 'Voor deze klok is geen termijn bekend. Kies een andere.' },
  'rule-not-in-force': { dag: 'Deze regel gold nog niet op deze dag. Kies een latere dag, of de gewone bedenktijd.' },
  'child-objects': { wens: 'Het kind wil het niet. Start de hulp nu niet, en overleg eerst met Veilig Thuis.' },
  'representative-contested': {
    betrokken:
      'Vraag en vertel deze ouder of voogd niets. Overleg met Veilig Thuis of de Raad voor de Kinderbescherming. Is er gevaar? Start in een noodgeval.',
  },
};

export const caseRefusedAt = (code: string): FieldErrors =>
  CASE_REFUSED_AT[code] ?? CONSENT_REFUSED_AT[code] ?? { _form: 'Dit kan nu niet.' };
