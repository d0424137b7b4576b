import { z } from 'zod';
import type { FieldErrors } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import {
  type ConsentData,
  type ConsentPurpose,
  DATA_OF,
  GIVERS,
  HELP_DATA,
  LANGUAGES,
  MANNERS,
  REGISTRATION_DATA,
  REPRESENTATIVES,
  WISHES,
} from '../domain/consent.ts';
import {
  AGE_GROUPS,
  COMPLAINTS,
  COUNTRIES,
  EXPLOITATION_FORMS,
  EXPLOITATION_SECTORS,
  EXPLOITED_IN,
  GENDERS,
  type PersonName,
  RECRUITED_BY,
  REGIONS,
  type RegistrationContent,
  readPartialDate,
  writePartialDate,
} from '../domain/registration.ts';
import { REPORTER_TYPES, type ReporterType } from '../domain/reporting-guide.ts';
import { DATA_FIELDS } from '../ui/consent-data-fields.tsx';

/** A choice in which unknown is always allowed, and is what an empty answer means. */
const orUnknown = <Value extends string>(values: readonly Value[]) =>
  z.string().transform((typed, context) => {
    const found = values.find((value) => value === (typed || 'unknown'));
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'Kies uit de lijst. Weet u het niet? Kies dan onbekend.' });
    return z.NEVER;
  });

const partial = z
  .string()
  .trim()
  .transform((typed, context) => {
    if (typed === '') return undefined;
    const read = readPartialDate(typed);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: 'Deze datum bestaat niet. Schrijf hem zo: 12-3-2025, 3-2025 of 2025.',
    });
    return z.NEVER;
  });

const country = z
  .string()
  .refine((code) => code === '' || COUNTRIES.has(code), 'Kies uit de lijst.')
  .transform((code) => code || undefined);

const name = z
  .string()
  .trim()
  .min(1, 'Vul de naam in, zoals de persoon zich noemt.')
  .max(200, 'Gebruik hoogstens 200 tekens.');
const named = { naam: name, geboortedatum: partial };

const content = {
  aanmelder: z.union([z.literal(''), z.enum(REPORTER_TYPES)], 'Kies uit de lijst.'),
  leeftijd: orUnknown(AGE_GROUPS),
  geslacht: orUnknown(GENDERS),
  nationaliteit: country,
  nationaliteit2: country,
  vormen: z.string().describe('Eén of meer vormen.'),
  sectoren: z.string().describe('Eén of meer soorten werk.'),
  regio: orUnknown(REGIONS),
  waar: orUnknown(EXPLOITED_IN),
  geworven: orUnknown(RECRUITED_BY),
  van: partial,
  tot: partial,
  herkend: partial,
  aangifte: orUnknown(COMPLAINTS),
  kinderen: z
    .string()
    .trim()
    .regex(/^([0-9]|[12][0-9]|30)?$/, 'Vul een getal in van 0 tot en met 30, of laat het leeg.')
    .transform((typed) => (typed === '' ? undefined : Number(typed))),
  sub3: z.literal(['', 'ja']).catch(''),
};
const version = {
  versie: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
};

/** Going on from the draft to asking for help. */
const andHelp = { hulp: z.literal(['', 'ja']).catch('') };

export const NamelessForm = z.object({ ...content, ...andHelp });
export const NamedForm = z.object({ ...named, ...content, ...andHelp });
export const ChangeForm = z.object({
  ...content,
  ...version,
  naam: z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.'),
  geboortedatum: partial,
});
type Filled = Omit<z.output<typeof NamelessForm>, 'hulp'>;

const consent = {
  gegevenDoor: z.enum(GIVERS, 'Kies wie toestemming gaf.'),
  hoe: z.enum(MANNERS, 'Kies hoe de toestemming is gegeven.'),
  gegevenOp: z
    .string()
    .trim()
    .transform((typed, context) => {
      const read = readDutchDate(typed);
      if (read) return read;
      context.addIssue({ code: 'custom', message: 'Vul de dag in, bijvoorbeeld 12-3-2026.' });
      return z.NEVER;
    }),
  taal: z.enum(LANGUAGES, 'Kies in welke taal de tekst is besproken.'),
  tolk: z.literal(['', 'ja']).catch(''),
  wens: z.union([z.literal(''), z.enum(WISHES)], 'Kies uit de lijst.').transform((wish) => wish || undefined),
  betrokken: z
    .union([z.literal(''), z.enum(REPRESENTATIVES)], 'Kies uit de lijst.')
    .transform((judged) => judged || undefined),
};
export const ConsentForm = z.object(consent);
const ticked = z.literal(['', 'ja']).catch('');
const dataFields = (data: readonly ConsentData[]) =>
  Object.fromEntries(data.map((each) => [DATA_FIELDS[each], ticked] as const));
/** With which data it is for. */
export const DataConsentForm = z.object({ ...consent, ...dataFields(REGISTRATION_DATA) });
export const HelpConsentForm = z.object({ ...consent, ...dataFields(HELP_DATA) });
export const JoinForm = z.object({
  ...named,
  leeftijd: orUnknown(AGE_GROUPS),
  ...consent,
  ...dataFields(REGISTRATION_DATA),
});

/** Which data was ticked. */
export const dataOf = (purpose: ConsentPurpose, form: Readonly<Record<string, unknown>>): readonly ConsentData[] =>
  DATA_OF[purpose].filter((each) => form[DATA_FIELDS[each]] === 'ja');

/** Every value of a field that can be ticked more than once. */
export function textsIn(body: unknown, field: string): readonly string[] {
  const source = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const raw = Object.hasOwn(source, field) ? source[field] : [];
  return [raw].flat().filter((each): each is string => typeof each === 'string' && each !== '');
}

/** The values of a form as the page shows them again, with every tick. */
export const keptValues = (values: Readonly<Record<string, string>>, body: unknown): FieldValues => ({
  ...values,
  vormen: textsIn(body, 'vormen'),
  sectoren: textsIn(body, 'sectoren'),
});

/** What was filled in, as the domain knows it. */
export function contentOf(form: Filled, body: unknown): RegistrationContent {
  const ticked = <Value extends string>(field: string, values: readonly Value[]) => {
    const texts = textsIn(body, field);
    return values.filter((value) => texts.includes(value));
  };
  return {
    ageGroup: form.leeftijd,
    gender: form.geslacht,
    nationalities: [...new Set([form.nationaliteit, form.nationaliteit2].flatMap((code) => code ?? []))],
    forms: ticked('vormen', EXPLOITATION_FORMS),
    sectors: ticked('sectoren', EXPLOITATION_SECTORS),
    exploitedIn: form.waar,
    recruitedBy: form.geworven,
    from: form.van,
    until: form.tot,
    identifiedOn: form.herkend,
    complaint: form.aangifte,
    children: form.kinderen,
    isKmarSub3: form.sub3 === 'ja',
  };
}

export const reporterOf = (typed: ReporterType | '', able: readonly ReporterType[]): ReporterType | undefined =>
  typed === '' ? (able.length === 1 ? able[0] : undefined) : typed;

export const consentOf = (form: z.output<typeof ConsentForm>) => ({
  givenBy: form.gegevenDoor,
  manner: form.hoe,
  language: form.taal,
  hasInterpreter: form.tolk === 'ja',
  wish: form.wens,
  representative: form.betrokken,
  givenOn: form.gegevenOp,
});

/** A registration as its form shows it, to change it. */
export function valuesOf(
  content: RegistrationContent,
  person: PersonName | undefined,
  more: { readonly reporterType: string; readonly region: string; readonly version: number },
): FieldValues {
  const date = (each: RegistrationContent['from']) => (each ? writePartialDate(each) : '');
  return {
    naam: person?.name ?? '',
    geboortedatum: date(person?.birthDate),
    aanmelder: more.reporterType,
    regio: more.region,
    versie: String(more.version),
    leeftijd: content.ageGroup,
    geslacht: content.gender,
    nationaliteit: content.nationalities[0] ?? '',
    nationaliteit2: content.nationalities[1] ?? '',
    vormen: content.forms,
    sectoren: content.sectors,
    waar: content.exploitedIn,
    geworven: content.recruitedBy,
    van: date(content.from),
    tot: date(content.until),
    herkend: date(content.identifiedOn),
    aangifte: content.complaint,
    kinderen: content.children === undefined ? '' : String(content.children),
    sub3: content.isKmarSub3 ? 'ja' : '',
  };
}

/** What is asked when none of several kinds was chosen. */
export const CHOOSE_KIND: FieldErrors = { aanmelder: 'Kies voor wat voor organisatie u werkt.' };

/** The words beside the field, or above the page, for every refusal of this part. */
export const REFUSED_AT: Readonly<Record<string, FieldErrors>> = {
  'from-in-future': { van: 'Deze datum ligt in de toekomst. Kies vandaag of eerder.' },
  'until-in-future': { tot: 'Deze datum ligt in de toekomst. Kies vandaag of eerder, of laat het leeg.' },
  'identified-in-future': { herkend: 'Deze datum ligt in de toekomst. Kies vandaag of eerder.' },
  'birth-date-in-future': { geboortedatum: 'De geboortedatum ligt in de toekomst. Kies een eerdere.' },
  'ends-before-start': { tot: 'Het einde ligt voor het begin. Kies een later einde.' },
  'unknown-nationality': { nationaliteit: 'Kies uit de lijst.' },
  'kmar-only': { sub3: 'Dit geldt alleen voor de Marechaussee. Haal het vinkje weg.' },
  'other-reporter': {
    aanmelder:
      'Zo kan uw organisatie niet aanmelden. CoMensha legt vast als wat zij aanmeldt. Kies een andere soort, of bel CoMensha.',
  },
  'only-duty-bound': {
    aanmelder: 'Deze weg is voor politie, Marechaussee en Arbeidsinspectie. Meld aan met toestemming of zonder naam.',
  },
  'changed-meanwhile': { _form: 'De aanmelding is intussen gewijzigd. Kijk haar na en bewaar opnieuw.' },
  'age-unknown': { gegevenDoor: 'Van de leeftijd hangt af wie toestemming geeft. Vul eerst in hoe oud de persoon is.' },
  'person-too-young': { gegevenDoor: 'Op deze leeftijd geeft een ouder of voogd toestemming. Kies wie dat was.' },
  'person-old-enough': { gegevenDoor: 'Op deze leeftijd beslist de persoon zelf. Kies «De persoon zelf».' },
  'wish-missing': { wens: 'Vraag het kind wat het zelf wil, en kies het antwoord.' },
  'child-objects': { wens: 'Het kind wil het niet. Meld aan zonder naam, en overleg eerst.' },
  'consent-in-future': { gegevenOp: 'Deze dag ligt in de toekomst. Kies vandaag of eerder.' },
  'interpreter-missing': {
    taal: 'In deze taal is er geen tekst die iemand heeft nagekeken. Laat een tolk de Nederlandse tekst vertalen, en vink aan dat er een tolk bij was.',
  },
  'representative-not-judged': { betrokken: 'Kan deze ouder of voogd er zelf bij betrokken zijn? Kies een antwoord.' },
  'representative-contested': {
    betrokken:
      'Vraag en vertel deze ouder of voogd niets. Meld aan zonder naam en overleg met Veilig Thuis of de zorgcoördinator. Is er gevaar? Doe een hulpvraag als noodgeval.',
  },
  'consent-lapsed': {
    gegevenOp:
      'Deze toestemming is ouder dan een jaar en geldt niet meer. Vraag haar opnieuw, of meld aan zonder naam.',
  },
  'data-missing': { deelNaam: 'Zonder toestemming voor de naam meldt u aan zonder naam.' },
  'data-not-covered': {
    deelNaam:
      'U geeft iets door waarvoor de persoon geen toestemming gaf. Haal dat weg, of vraag er toestemming voor. Er is niets verstuurd.',
  },
  'own-rules': { gegevenDoor: 'Hiervoor gelden eigen regels. Vraag uw jurist.' },
  'consent-before': { _form: 'Er geldt al een toestemming voor deze aanmelding.' },
  'no-consent-needed': { _form: 'Voor deze aanmelding is geen toestemming nodig, of zij is al verstuurd.' },
  'no-register': {
    _form:
      'Uw organisatie heeft met CoMensha nog geen afspraak over dit soort bericht. Uw functioneel beheerder legt die vast onder Samenwerken.',
  },
  'no-agreement': { _form: 'De afspraak met CoMensha geldt niet meer. Leg haar opnieuw vast onder Samenwerken.' },
  'receiver-has-no-key': { _form: 'CoMensha kan nog geen berichten ontvangen. Bel CoMensha.' },
  'receiver-ended': { _form: 'CoMensha ontvangt hier geen berichten meer. Bel CoMensha.' },
  'unknown-kind': { _form: 'Dit soort bericht bestaat niet meer.' },
  'other-message': { _form: 'Dit bericht is al verstuurd met een andere inhoud.' },
  'no-consent': { _form: 'De toestemming geldt niet meer. Er is niets verstuurd.' },
  'gate-closed': {
    _form: 'Aanmelden staat in uw organisatie nog niet aan. Uw FG regelt dat met de startpoort. Er is niets verstuurd.',
  },
  'sent-before': { _form: 'De aanmelding is al verstuurd.' },
  'consent-missing': { _form: 'Leg eerst de toestemming vast. Zonder naam kan wel meteen.' },
  'name-missing': { _form: 'Vul eerst de naam in.' },
  'name-present': { _form: 'Een aanmelding zonder naam houdt geen naam. Haal die weg.' },
  'not-named': { _form: 'Deze aanmelding heeft al geen naam.' },
  'erasure-held': {
    _form:
      'De naam kan nu niet worden gewist: uw FG laat deze aanmelding bewaren of kijkt een noodtoegang na. Er is niets gewist. Begin intussen een nieuwe aanmelding zonder naam.',
  },
  'not-sent': { _form: 'Verstuur de aanmelding eerst. Daarna kan er een naam bij.' },
  'not-nameless': { _form: 'Deze aanmelding heeft al een naam.' },
  'joined-before': { _form: 'De naam is al toegevoegd.' },
  'no-consent-holds': { _form: 'Er geldt geen toestemming meer. Er wordt niets gedeeld.' },
};
