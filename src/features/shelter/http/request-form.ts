import { z } from 'zod';
import { typedNumber } from '../../../platform/http/typed-number.ts';
import { addDays, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { POLICE_REGIONS } from '../../../shared-kernel/police-region.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import {
  CONSENT_REFUSED_AT,
  ConsentForm,
  isRegistrationCode,
  type KnownForPlace,
  LANGUAGE_WORDS,
  VITAL_INTERESTS,
} from '../../registration/index.ts';
import { youngestOf } from '../domain/age-group.ts';
import type { Needs } from '../domain/needs.ts';
import type { PlaceGender } from '../domain/place.ts';
import type { RequestContent } from '../domain/request.ts';
import { OUTCOME_WORDS, POSITION_WORDS, URGENCY_WORDS, WEIGHT_WORDS } from '../ui/request-words.ts';
import { EXPERTISE_WORDS, GENDER_WORDS, idOfWord, type Word } from '../ui/shelter-words.ts';
import type { RequestInput } from '../use-cases/ask-for-place.ts';
import { chosen, date, text, ticked, version, whole } from './fields.ts';

/** So many nights are asked when nobody says otherwise: about a reflection period. [design: In Beeld] */
export const USUAL_NIGHTS = 90;

/** The fields in which several values may be ticked. */
export const NEED_TICKS = ['kennisMoet', 'kennisLiever', 'mijden'] as const;

const POSITIONS: Readonly<Record<keyof typeof POSITION_WORDS, Word>> = Object.fromEntries(
  Object.entries(POSITION_WORDS).map(([id, value]) => [id, { value, label: value }]),
) as Record<keyof typeof POSITION_WORDS, Word>;
const weight = chosen(WEIGHT_WORDS, 'Kies of het nodig is.');
const regions = z.string().transform((typed, context) => {
  const values = typed.split(' ').filter(Boolean);
  const found = POLICE_REGIONS.filter((region) => values.includes(region));
  if (found.length === values.length) return found;
  context.addIssue({ code: 'custom', message: 'Kies uit de lijst.' });
  return z.NEVER;
});
const codes = z
  .string()
  .max(400, 'Gebruik hoogstens 400 tekens.')
  .transform((typed, context) => {
    const values = typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (values.every(isRegistrationCode)) return [...new Set(values)];
    context.addIssue({
      code: 'custom',
      message: 'Vul alleen kenmerken in, bijvoorbeeld AB23-CD45. Namen horen hier niet.',
    });
    return z.NEVER;
  });

const ages = z.string().transform((typed, context): readonly number[] => {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  if (parts.length <= 20 && parts.every((each) => /^\d{1,2}$/.test(each) && Number(each) < 18))
    return parts.map(Number);
  context.addIssue({ code: 'custom', message: 'Vul leeftijden in van 0 tot en met 17, bijvoorbeeld 4, 17.' });
  return z.NEVER;
});

const needs = {
  positie: chosen(POSITIONS, 'Kies de verblijfspositie. Onbekend mag ook.'),
  geslacht: chosen(GENDER_WORDS, 'Kies het geslacht.'),
  leeftijd: whole(0, 120, 'Vul een leeftijd in, bijvoorbeeld 23.'),
  kinderen: whole(0, 20, 'Vul een getal in van 0 tot en met 20.', 0),
  jongens: ages,
  meisjes: ages,
  vrouwenMee: whole(0, 9, 'Vul een getal in van 0 tot en met 9.', 0),
  mannenMee: whole(0, 9, 'Vul een getal in van 0 tot en met 9.', 0),
  spoed: chosen(URGENCY_WORDS, 'Kies hoe snel er een plek nodig is.'),
  van: date('Vul de eerste nacht in.'),
  tot: date('Vul in tot wanneer de plek nodig is.'),
  rolstoel: weight,
  begeleiding: weight,
  huisdier: weight,
  welkeTaal: text(40),
  spreekt: weight,
  kennisMoet: ticked(EXPERTISE_WORDS),
  kennisLiever: ticked(EXPERTISE_WORDS),
  regio: z
    .union([z.literal(''), z.enum(POLICE_REGIONS)], 'Kies een politieregio, of laat het leeg.')
    .transform((region) => region || undefined),
  mijden: regions,
  nietSamen: codes,
  bellen: typedNumber,
};
export const NeedsForm = z.object(needs);
export const AskForm = z.object({ ...needs, ...ConsentForm.shape });
export const EmergencyAskForm = z.object({
  ...needs,
  vitaal: z.enum(VITAL_INTERESTS, 'Kies wat er op het spel staat.'),
  reden: z
    .string()
    .trim()
    .min(20, 'Vertel waarom toestemming nu niet kan worden gevraagd, in minstens twintig tekens. Noem geen naam.')
    .max(1000, 'Gebruik hoogstens 1.000 tekens.')
    // whoever looks along reads it in the room of approvals, where nothing is sealed
    .refine((typed) => {
      const { numbers, looksLikeName } = guardText(typed);
      return numbers.length === 0 && !looksLikeName;
    }, 'Hier lijkt een naam, een plaats of een nummer in te staan. Schrijf op wat er is, zonder te zeggen wie of waar.'),
});
export const ChangeNeedsForm = z.object({ ...needs, versie: version });
export const CloseForm = z.object({ versie: version, afloop: chosen(OUTCOME_WORDS, 'Kies hoe de aanvraag eindigt.') });
/** Why a place is given to one and not to another, without saying who. */
export const whyHere = z
  .string()
  .trim()
  .max(1000, 'Gebruik hoogstens 1.000 tekens.')
  .refine(
    (typed) => guardText(typed).numbers.length === 0 && !guardText(typed).looksLikeName,
    'Hier lijkt een naam of een nummer te staan. Schrijf op waarom, zonder te zeggen wie.',
  );
export const ChooseForm = z.object({
  versie: version,
  plek: z.uuid('Kies een plek.'),
  hoe: z.enum(['optie', 'telefonisch'], 'Kies hoe u de plek vastlegt.'),
  bevestigdDoor: text(80),
  uren: whole(1, 168, 'Vul een getal in van 1 tot en met 168.', 24),
  waarom: whyHere,
});

type Filled = z.output<typeof NeedsForm>;
const times = (count: number, gender: PlaceGender): readonly PlaceGender[] =>
  Array.from({ length: count }, () => gender);

/** What was filled in, as the domain knows it. */
export function requestOfForm(form: Filled): RequestInput {
  return {
    urgency: form.spoed,
    from: form.van,
    until: form.tot,
    callBack: form.bellen,
    needs: {
      position: form.positie,
      gender: form.geslacht,
      age: form.leeftijd,
      others: [...times(form.vrouwenMee, 'woman'), ...times(form.mannenMee, 'man')],
      // whoever names their ages need not count them
      children: Math.max(form.kinderen, form.jongens.length + form.meisjes.length),
      boys: form.jongens,
      girls: form.meisjes,
      wheelchair: form.rolstoel,
      pet: form.huisdier,
      nightStaff: form.begeleiding,
      language: form.welkeTaal || undefined,
      speaks: form.spreekt,
      mustKnow: form.kennisMoet,
      mayKnow: form.kennisLiever,
      region: form.regio,
      avoidRegions: form.mijden,
      apartFrom: form.nietSamen,
    },
  };
}

const no = WEIGHT_WORDS.no.value;
/** With what an empty form begins. */
export const startValues = (night: PlainDate, today: PlainDate): FieldValues => ({
  van: writeDutchDate(night),
  tot: writeDutchDate(addDays(night, USUAL_NIGHTS)),
  rolstoel: no,
  begeleiding: no,
  huisdier: no,
  spreekt: no,
  gegevenOp: writeDutchDate(today),
  taal: 'nl',
});

/** What a call or a request for help says already, filled in. A group of age becomes its youngest year, for a human to correct. */
export function knownValues({ content, ground }: KnownForPlace): FieldValues {
  const age = youngestOf(content.ageGroup);
  const gender = content.gender === 'unknown' ? undefined : GENDER_WORDS[content.gender].value;
  const region = POLICE_REGIONS.find((each) => each === content.region);
  const language =
    content.language === 'nl' || content.language === 'other' ? undefined : LANGUAGE_WORDS[content.language];
  return {
    ...(content.position && { positie: POSITION_WORDS[content.position] }),
    ...(age !== undefined && { leeftijd: String(age) }),
    ...(gender && { geslacht: gender }),
    ...(region && { regio: region }),
    ...(language && { welkeTaal: language, spreekt: WEIGHT_WORDS.wish.value }),
    ...(content.children !== undefined && { kinderen: String(content.children) }),
    ...(content.urgency && { spoed: URGENCY_WORDS[content.urgency].value }),
    bellen: content.callBack,
    ...(ground === 'consent' && { hoe: 'written' }),
  };
}

/** A request as its form shows it. */
export function valuesOfRequest(
  request: { readonly urgency: keyof typeof URGENCY_WORDS; readonly from: PlainDate; readonly until: PlainDate },
  { needs: of, callBack }: RequestContent,
): FieldValues {
  const count = (gender: PlaceGender) => String(of.others.filter((each) => each === gender).length || '');
  const known = (ids: Needs['mustKnow']) => ids.map((id) => EXPERTISE_WORDS[id].value);
  return {
    positie: POSITION_WORDS[of.position],
    geslacht: GENDER_WORDS[of.gender].value,
    leeftijd: String(of.age),
    kinderen: String(of.children || ''),
    jongens: of.boys?.join(', ') ?? '',
    meisjes: of.girls?.join(', ') ?? '',
    vrouwenMee: count('woman'),
    mannenMee: count('man'),
    spoed: URGENCY_WORDS[request.urgency].value,
    van: writeDutchDate(request.from),
    tot: writeDutchDate(request.until),
    rolstoel: WEIGHT_WORDS[of.wheelchair].value,
    begeleiding: WEIGHT_WORDS[of.nightStaff].value,
    huisdier: WEIGHT_WORDS[of.pet].value,
    welkeTaal: of.language ?? '',
    spreekt: WEIGHT_WORDS[of.speaks].value,
    kennisMoet: known(of.mustKnow),
    kennisLiever: known(of.mayKnow),
    regio: of.region ?? '',
    mijden: [...of.avoidRegions],
    nietSamen: of.apartFrom.join(', '),
    bellen: callBack,
  };
}

/** Beside which field a refusal stands, and what to do. */
export const REQUEST_REFUSED: Readonly<Record<string, FieldErrors>> = {
  'position-for-minors': { leeftijd: 'Deze positie is voor kinderen tot 18 jaar. Wijzig de leeftijd of de positie.' },
  'position-for-adults': {
    positie: 'Deze persoon is jonger dan 18 jaar. Kies een positie voor kinderen, of onbekend.',
  },
  'region-avoided': { regio: 'Deze regio staat ook bij de regio’s die u mijdt. Kies één van de twee.' },
  'every-region-avoided': { mijden: 'Zo blijft er geen regio over. Laat er minstens één open.' },
  'must-and-may': { kennisLiever: 'Dit staat ook bij wat er moet zijn. Kies één van de twee.' },
  'language-missing': { welkeTaal: 'Vul in welke taal u bedoelt.' },
  'nights-turned-round': { tot: 'Deze dag moet na de eerste nacht liggen.' },
  'nights-in-past': { van: 'Deze nacht is voorbij.' },
  'too-many-nights': { tot: 'Kies een dag binnen een jaar na de eerste nacht.' },
  'no-consent': { gegevenDoor: 'Kies wie toestemming gaf, of ga verder als noodgeval.' },
  'asked-before': { _form: 'Hiervan is al een aanvraag gemaakt. Zoek de aanvraag in de lijst.' },
  'gate-closed': {
    _form:
      'Plaatsen staat uit bij uw organisatie. Uw FG zet dit onderdeel aan met de startpoort. Bel tot dan de opvang.',
  },
  'moved-on': { _form: 'Een collega wijzigde dit net. Kijk na wat er nu staat.' },
  'consent-withdrawn': { _form: 'De toestemming is ingetrokken. Zoek niet verder.' },
  'reason-missing': {
    waarom: 'Een andere aanvraag past hier ook. Schrijf in minstens twintig tekens waarom u deze plek hier geeft.',
  },
  'no-authority': { _form: 'CoMensha plaatst hier niet. Bel wie dat wel doet; dat staat bij de plek.' },
  'place-does-not-fit': { _form: 'Deze plek past niet meer, of is net gegeven. Kies een andere plek.' },
  ...CONSENT_REFUSED_AT,
};

export const positionOf = (value: string) => idOfWord(POSITIONS, value);
