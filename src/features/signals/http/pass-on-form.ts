import { z } from 'zod';
import type { PassedOn, PassOnRefusal } from '../domain/pass-on.ts';
import { FORMS, REPORTER_FUNCTIONS, type ReportKind, SECTORS, type SignalContent } from '../domain/signal-report.ts';
import { NUMBER_WORDS } from '../ui/signal-words.ts';

const LONGEST = 5_000;
const optional = (longest = LONGEST) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest.toLocaleString('nl-NL')} tekens.`)
    .transform((text) => text || undefined);
const needed = (question: string, longest = LONGEST) =>
  z
    .string()
    .trim()
    .min(1, question)
    .max(longest, `Gebruik hoogstens ${longest.toLocaleString('nl-NL')} tekens.`);

/** 'HH:MM', written as people do: 14.30, 14:30, 9:05. */
export const time = z
  .string()
  .trim()
  .transform((typed, context) => {
    const read = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?: ?uur)?$/.exec(typed);
    if (typed === '') return undefined;
    if (read) return `${read[1]!.padStart(2, '0')}:${read[2]}`;
    context.addIssue({ code: 'custom', message: 'Schrijf het tijdstip zo: 14.30.' });
    return z.NEVER;
  });

const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.union([z.literal(''), z.enum(values)], 'Kies uit de lijst.').transform((value) => value || undefined);

export const DANGER = ['ja', 'nee', 'weet-niet'] as const;
export const NEEDS = ['telling', 'plek', 'persoon', 'weet-niet'] as const;
export type Need = (typeof NEEDS)[number];

/** The three questions with which passing a signal on begins. They travel in the address: nothing about a person is in them. */
export const StartForm = z.object({
  gevaar: z.enum(DANGER, 'Kies of er nu gevaar is.'),
  nodig: z.enum(NEEDS, 'Kies wat er nodig is.'),
  functie: z.enum(REPORTER_FUNCTIONS, 'Kies in welk werk u dit zag.'),
});

const carried = {
  gevaar: z.enum(DANGER).catch('nee'),
  functie: z.enum(REPORTER_FUNCTIONS).catch('unknown'),
  gebeld: time,
};
const written = {
  gezien: needed('Vul in wat u zelf zag of hoorde.'),
  gehoord: optional(),
  vermoeden: optional(),
  vorm: choice(FORMS),
  sector: choice(SECTORS),
  nagekeken: z.literal(['', 'ja']).catch(''),
};
const away = {
  nietVoor: z.union([z.literal(''), z.uuid()], 'Kies uit de lijst.').transform((id) => id || undefined),
};

/** The same forms with who may not read it: for whoever passes it on herself. */
export const withAway = <Shape extends z.ZodRawShape>(form: z.ZodObject<Shape>) => form.extend(away);

export const TallyForm = z.object({
  functie: carried.functie,
  vorm: z.enum(FORMS, 'Kies waar het op lijkt. Weet u het niet? Kies dan dat.'),
});

export const LocationForm = z.object({
  ...carried,
  plek: needed('Vul in waar u het zag: een adres, of hoe iemand de plek vindt.', 300),
  ...written,
});

export const PersonForm = z.object({
  ...carried,
  ...written,
  plek: optional(300),
  zei: optional(),
  minderjarig: z.enum(['yes', 'no', 'unknown'], 'Kies of de persoon jonger dan 18 is. Weet u het niet? Kies dan dat.'),
});

type Filled = z.output<typeof LocationForm> & Partial<z.output<typeof PersonForm>>;

/** What was filled in, as the domain knows a signal. */
export function passedOnOf(
  kind: ReportKind,
  form: Omit<Filled, 'plek'> & { readonly plek?: string | undefined },
): PassedOn {
  return {
    kind,
    reporterFunction: form.functie,
    form: form.vorm ?? 'unknown',
    sector: form.sector ?? 'unknown',
    isDangerNow: form.gevaar === 'ja',
    called112At: form.gebeld,
    isMinor: form.minderjarig ?? 'unknown',
    content: {
      observation: form.gezien,
      saidByPerson: form.zei,
      saidByOther: form.gehoord,
      interpretation: form.vermoeden,
      place: form.plek,
    },
    isChecked: form.nagekeken === 'ja',
  };
}

/** In which field each part of a signal is written. */
export const FIELD_OF: Readonly<Record<keyof SignalContent, string>> = {
  observation: 'gezien',
  saidByPerson: 'zei',
  saidByOther: 'gehoord',
  interpretation: 'vermoeden',
  place: 'plek',
};

/** The words beside the field when a signal cannot be kept as it is written. */
export function refusalAt(
  refusal: PassOnRefusal | { readonly code: 'unknown-reader' | 'nobody-else-reads' },
): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'emergency-call-first':
      return { gebeld: 'Bel eerst 112. Vul daarna in hoe laat u belde.' };
    case 'unknown-reader':
      return { nietVoor: 'Kies uit de lijst.' };
    case 'nobody-else-reads':
      return {
        nietVoor:
          'Dan is er niemand meer die het kan lezen. Geef het niet hier door: spreek uw leidinggevende of een vertrouwenspersoon.',
      };
    case 'no-place':
      return { plek: 'Vul in waar u het zag: een adres, of hoe iemand de plek vindt.' };
    case 'says-too-much':
      return { _form: 'Een signaal over een plek zegt niets over een persoon. Kies een signaal over een persoon.' };
    case 'holds-number':
      return {
        [FIELD_OF[refusal.part]]:
          `Er staat ${NUMBER_WORDS[refusal.found]} in. Haal het weg. De aandachtsfunctionaris belt u als meer nodig is.`,
      };
    case 'may-name-somebody':
      return {
        ...Object.fromEntries(
          refusal.parts.map((part) => [
            FIELD_OF[part],
            'Staat hier een naam of een kenteken? Haal die weg. De aandachtsfunctionaris belt u als meer nodig is.',
          ]),
        ),
        nagekeken: 'Staat er geen naam in? Vink dan aan dat u het nakeek.',
      };
  }
}
