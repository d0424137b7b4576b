import type {
  Capacity,
  ConsentAge,
  ConsentStanding,
  GuidePurpose,
  HelpStanding,
  RouteStanding,
} from '../domain/reporting-guide.ts';

export const GUIDE_PATH = '/registraties/mag-ik-aanmelden';
export const GUIDE_TITLE = 'Mag ik aanmelden?';

export const AGE_WORDS: Readonly<Record<ConsentAge, string>> = {
  '18-or-older': '18 jaar of ouder',
  '16-17': '16 of 17 jaar',
  '12-15': '12 tot en met 15 jaar',
  'under-12': 'Jonger dan 12 jaar',
  unknown: 'Onbekend',
};

export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  yes: 'Ja',
  doubt: 'Ik twijfel',
  no: 'Nee',
};

export const CONSENT_WORDS: Readonly<Record<ConsentStanding, { readonly label: string; readonly about?: string }>> = {
  given: { label: 'Ja, er is toestemming', about: 'Van de persoon zelf, of van de ouder of voogd die erover gaat.' },
  'not-asked': { label: 'Nog niet gevraagd' },
  'cannot-ask': { label: 'Kan niet worden gevraagd', about: 'Bijvoorbeeld omdat er altijd iemand meeluistert.' },
  refused: { label: 'Gevraagd, en het antwoord was nee' },
  'representative-contested': {
    label: 'De ouder of voogd is misschien betrokken, of is het er niet mee eens',
    about: 'Dan vraagt en vertelt u die ouder of voogd niets.',
  },
};

export const PURPOSE_WORDS: Readonly<Record<GuidePurpose, { readonly label: string; readonly about: string }>> = {
  registration: {
    label: 'Alleen laten meetellen',
    about: 'CoMensha houdt bij hoeveel mogelijke slachtoffers er zijn.',
  },
  'registration-and-help': {
    label: 'Meetellen, en vragen om opvang of hulp',
    about: 'Dat zijn twee taken, met elk een eigen toestemming.',
  },
};

export const HELP_WORDS: Readonly<Record<Exclude<HelpStanding, 'not-asked'>, string>> = {
  'with-consent': 'U kunt om opvang of hulp vragen met de toestemming daarvoor. Leg die apart vast.',
  'ask-first':
    'Vraag eerst toestemming voor opvang of hulp. Dat is een andere toestemming dan die voor de registratie.',
  'consult-first': 'Overleg eerst voordat u om opvang of hulp vraagt.',
};

export const STANDING_WORDS: Readonly<
  Record<RouteStanding, { readonly kind: 'ok' | 'info' | 'neutral'; readonly label: string }>
> = {
  lead: { kind: 'ok', label: 'deze weg past' },
  open: { kind: 'info', label: 'kan ook' },
  other: { kind: 'neutral', label: 'nu niet de uwe' },
};

export const WHO_WORDS = {
  person: 'de persoon zelf',
  representative: 'een ouder of voogd',
  'ask-age': 'hangt af van de leeftijd',
  'own-rules': 'volgens eigen regels; vraag uw jurist',
  unsure: 'overleg eerst of de persoon dit zelf kan beslissen',
  'not-this-representative': 'niet deze ouder of voogd; overleg eerst',
} as const;

/** Choices of a field, in the order of the words. */
export const choicesOf = (
  words: Readonly<Record<string, string | { readonly label: string; readonly about?: string }>>,
) =>
  Object.entries(words).map(([value, said]) =>
    typeof said === 'string' ? { value, label: said } : { value, label: said.label, description: said.about },
  );
