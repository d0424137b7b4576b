import { z } from 'zod';
import type { FieldErrors } from '../../../platform/http/parse.ts';
import { typedNumber } from '../../../platform/http/typed-number.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import { LANGUAGES } from '../domain/consent.ts';
import {
  HELP_DANGERS,
  HELP_NEEDS,
  HELP_POSITIONS,
  HELP_URGENCIES,
  type HelpContent,
  type HelpPosition,
  VITAL_INTERESTS,
} from '../domain/help-request.ts';
import { type PersonName, type RegistrationContent, writePartialDate } from '../domain/registration.ts';
import { ChangeForm, HelpConsentForm, NamelessForm, textsIn } from './registration-form.ts';

const { leeftijd, geslacht, regio, kinderen } = NamelessForm.shape;
const { naam, geboortedatum } = ChangeForm.shape;

const help = {
  nodig: z.string().min(1, 'Kies wat er nodig is.').describe('Eén of meer soorten hulp.'),
  wanneer: z.enum(HELP_URGENCIES, 'Kies hoe snel er hulp nodig is.'),
  gevaar: z.enum(HELP_DANGERS, 'Kies of de persoon gevaar loopt. Onbekend mag ook.'),
  leeftijd,
  geslacht,
  regio,
  spreekt: z.enum(LANGUAGES, 'Kies welke taal de persoon spreekt.'),
  tolkNodig: z.literal(['', 'ja']).catch(''),
  kinderen,
  positie: z
    .union([z.literal(''), z.enum(HELP_POSITIONS)], 'Kies uit de lijst, of laat het leeg.')
    .transform((position) => position || undefined),
  naam,
  geboortedatum,
  bellen: typedNumber,
};
export const HelpForm = z.object({ ...help, ...HelpConsentForm.shape });
export const EmergencyForm = z.object({
  ...help,
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
type Filled = z.output<typeof HelpForm> | z.output<typeof EmergencyForm>;

/** What was filled in, as the domain knows it. */
export function helpContentOf(form: Filled, body: unknown): HelpContent {
  const ticked = textsIn(body, 'nodig');
  return {
    needs: HELP_NEEDS.filter((need) => ticked.includes(need)),
    urgency: form.wanneer,
    danger: form.gevaar,
    ageGroup: form.leeftijd,
    gender: form.geslacht,
    region: form.regio,
    language: form.spreekt,
    needsInterpreter: form.tolkNodig === 'ja',
    children: form.kinderen,
    position: form.positie,
    callBack: form.bellen,
    emergency: 'vitaal' in form ? { interest: form.vitaal, reason: form.reden } : undefined,
  };
}

export const helpPersonOf = ({ naam: name, geboortedatum: birthDate }: Filled): PersonName | undefined =>
  name === '' ? undefined : { name, birthDate };

/** What the registration already says, filled in: nobody types it twice. */
export function knownValues(
  known: { readonly content: RegistrationContent; readonly person: PersonName | undefined } | undefined,
  region: string,
  position: HelpPosition | undefined,
): FieldValues {
  return {
    gevaar: 'unknown',
    spreekt: 'nl',
    regio: region,
    positie: position ?? '',
    leeftijd: known?.content.ageGroup ?? 'unknown',
    geslacht: known?.content.gender ?? 'unknown',
    kinderen: known?.content.children === undefined ? '' : String(known.content.children),
    naam: known?.person?.name ?? '',
    geboortedatum: known?.person?.birthDate ? writePartialDate(known.person.birthDate) : '',
  };
}

/** What is refused here only, or in other words than with a registration. */
export const HELP_REFUSED_AT: Readonly<Record<string, FieldErrors>> = {
  'help-before': { _form: 'Er loopt al een hulpvraag voor deze persoon.' },
  'not-written': {
    hoe: 'Voor hulp vraagt CoMensha een handtekening. Kan dat nu niet? Bel CoMensha en overleg.',
  },
  'child-objects': { wens: 'Het kind wil het niet. Vraag nu geen hulp aan, en overleg eerst.' },
  'data-missing': { deelNodig: 'Zonder toestemming hiervoor kan er geen hulp worden gevraagd.' },
  'data-not-covered': {
    deelNodig:
      'U geeft iets door waarvoor de persoon geen toestemming gaf. Haal dat weg, of vraag er toestemming voor. Er is niets verstuurd.',
  },
  'no-consent': { _form: 'De toestemming geldt niet meer. Er is niets gedeeld.' },
  'message-moved-on': { _form: 'De hulpvraag staat intussen anders. Kijk haar na.' },
  'gate-closed': {
    _form: 'Aanmelden staat in uw organisatie nog niet aan. Uw FG regelt dat met de startpoort. Bel intussen CoMensha.',
  },
};
