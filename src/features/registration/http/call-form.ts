import { z } from 'zod';
import type { FieldErrors } from '../../../platform/http/parse.ts';
import { typedNumberOrNothing } from '../../../platform/http/typed-number.ts';
import { readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import { CALL_BRANCHES, CALL_CONSENTS, type Call, type CallAnswers, STILL_TO_ASK } from '../domain/call.ts';
import { LANGUAGES } from '../domain/consent.ts';
import { HELP_DANGERS, HELP_NEEDS, HELP_URGENCIES } from '../domain/help-request.ts';
import { ChangeForm, contentOf, NamelessForm, textsIn, valuesOf } from './registration-form.ts';

const { hulp: _hulp, ...content } = NamelessForm.shape;
const { aanmelder, leeftijd, geslacht, regio, kinderen } = content;

const about = z
  .string()
  .trim()
  .min(1, 'Schrijf in een paar woorden waar het over gaat. Noem geen naam.')
  .max(2000, 'Gebruik hoogstens 2.000 tekens.');
const ticked = z.literal(['', 'ja']).catch('');
const orNothing = <Value extends string>(values: readonly Value[]) =>
  z.union([z.literal(''), z.enum(values)], 'Kies uit de lijst.').transform((value) => value || undefined);

export const StartForm = z.object({ gaatOver: about, nagekeken: ticked });

const common = {
  // a call that was passed on has no words of its own yet
  gaatOver: z.string().trim().max(2000, 'Gebruik hoogstens 2.000 tekens.'),
  tak: z.enum(CALL_BRANCHES, 'Kies waar het gesprek over gaat. Nog niet duidelijk mag ook.'),
  aanmelder,
  bellen: typedNumberOrNothing,
  nogVragen: z.string().trim().max(500, 'Gebruik hoogstens 500 tekens.'),
  vraagAan: orNothing(STILL_TO_ASK),
  vraagOp: z
    .string()
    .trim()
    .transform((typed, context) => {
      const read = readDutchDate(typed);
      if (read || typed === '') return read;
      context.addIssue({ code: 'custom', message: 'Vul de dag in, bijvoorbeeld 12-3-2026.' });
      return z.NEVER;
    }),
  nagekeken: ticked,
  versie: ChangeForm.shape.versie,
};

export const RegistrationCallForm = z.object({ ...content, ...common });
export const PlacementCallForm = z.object({
  ...common,
  nodig: z.string().describe('Eén of meer soorten hulp.'),
  wanneer: orNothing(HELP_URGENCIES),
  gevaar: z.union([z.literal(''), z.enum(HELP_DANGERS)], 'Kies uit de lijst.').transform((value) => value || 'unknown'),
  leeftijd,
  geslacht,
  regio,
  spreekt: z.union([z.literal(''), z.enum(LANGUAGES)], 'Kies uit de lijst.').transform((value) => value || 'nl'),
  tolkNodig: ticked,
  kinderen,
  toestemming: z
    .union([z.literal(''), z.enum(CALL_CONSENTS)], 'Kies uit de lijst.')
    .transform((value) => value || 'not-asked'),
});
type Common = Pick<z.output<typeof RegistrationCallForm>, keyof typeof common>;

/** What is missing of something still to be asked: of whom, or when. */
export function questionGaps({ nogVragen, vraagAan, vraagOp }: Common): FieldErrors {
  if (nogVragen === '') return {};
  return {
    ...(vraagAan ? {} : { vraagAan: 'Kies aan wie u het nog vraagt.' }),
    ...(vraagOp ? {} : { vraagOp: 'Vul in wanneer u het vraagt, bijvoorbeeld 12-3-2026.' }),
  };
}

const told = ({ gaatOver, aanmelder: reporter, bellen, nogVragen, vraagAan, vraagOp }: Common) => ({
  about: gaatOver,
  reporterType: reporter || undefined,
  callBack: bellen,
  question: nogVragen !== '' && vraagAan && vraagOp ? { what: nogVragen, of: vraagAan, on: vraagOp } : undefined,
});

/** What was typed of a call about registering, as the domain knows it. */
export const registrationToldOf = (form: z.output<typeof RegistrationCallForm>, body: unknown): CallAnswers => ({
  ...told(form),
  registration: { region: form.regio, content: contentOf(form, body) },
  help: undefined,
});

/** What was typed of a call about placing, as the domain knows it. */
export const placementToldOf = (form: z.output<typeof PlacementCallForm>, body: unknown): CallAnswers => ({
  ...told(form),
  registration: undefined,
  help: {
    needs: HELP_NEEDS.filter((need) => textsIn(body, 'nodig').includes(need)),
    urgency: form.wanneer,
    danger: form.gevaar,
    ageGroup: form.leeftijd,
    gender: form.geslacht,
    region: form.regio,
    language: form.spreekt,
    needsInterpreter: form.tolkNodig === 'ja',
    children: form.kinderen,
    consent: form.toestemming,
  },
});

/** A call as its form shows it. */
export function callValues(call: Call, answers: CallAnswers): FieldValues {
  const { registration, help, question, reporterType } = answers;
  const more = { reporterType: reporterType ?? '', region: registration?.region ?? 'unknown', version: call.version };
  return {
    leeftijd: 'unknown',
    geslacht: 'unknown',
    regio: 'unknown',
    ...(registration && valuesOf(registration.content, undefined, more)),
    ...(help && {
      nodig: help.needs,
      wanneer: help.urgency ?? '',
      gevaar: help.danger,
      leeftijd: help.ageGroup,
      geslacht: help.gender,
      regio: help.region,
      spreekt: help.language,
      tolkNodig: help.needsInterpreter ? 'ja' : '',
      kinderen: help.children === undefined ? '' : String(help.children),
      toestemming: help.consent,
    }),
    gaatOver: answers.about,
    tak: call.branch,
    aanmelder: reporterType ?? '',
    bellen: answers.callBack,
    nogVragen: question?.what ?? '',
    vraagAan: question?.of ?? '',
    vraagOp: question ? writeDutchDate(question.on) : '',
    versie: String(call.version),
  };
}

const NAME = 'Hier lijkt een naam in te staan. Schrijf het zonder naam op. Is het geen naam? Vink dat dan aan.';
const NUMBER =
  'Hier staat een nummer of een e-mailadres in. Haal dat weg. Het nummer van de beller heeft een eigen veld.';

/** The words beside the field for every refusal of a call. */
export const CALL_REFUSED_AT: Readonly<Record<string, FieldErrors>> = {
  'about-holds-number': { gaatOver: NUMBER },
  'about-names': { gaatOver: NAME },
  'question-holds-number': { nogVragen: NUMBER },
  'question-names': { nogVragen: NAME },
  'ask-in-past': { vraagOp: 'Deze dag is voorbij. Kies vandaag of later.' },
  'reporter-unknown': { aanmelder: 'Vraag wie er belt, en kies uit de lijst. De rest mag onbekend zijn.' },
  'need-unknown': { nodig: 'Vink aan wat er nodig is.' },
  'consent-not-asked': {
    toestemming:
      'Vraag of de persoon heeft getekend. Zo niet, en is er gevaar? Kies dan «Nee, maar het is een noodgeval».',
  },
  'call-back-unknown': { bellen: 'Vraag op welk nummer u de beller terugbelt.' },
  'call-changed': {
    _form: 'Een collega bewaarde dit gesprek intussen ook. Uw antwoorden staan hier nog. Kijk ze na en bewaar opnieuw.',
  },
  'call-closed': { _form: 'Dit gesprek is al afgerond. Er is niets veranderd. Begin een nieuw gesprek.' },
  'passed-before': { _form: 'Dit gesprek is al doorgegeven.' },
};
