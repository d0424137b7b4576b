import type {
  Duty,
  INCIDENT_DATA,
  INCIDENT_KINDS,
  PEOPLE_COUNTS,
  SAFETY_OUTCOMES,
  StepKind,
  YES_NO_UNKNOWN,
} from './incident.ts';

type Words<Keys extends readonly string[]> = Readonly<Record<Keys[number], string>>;

/** What is said of an incident, on its page and in every document. */
export const KIND_WORDS: Words<typeof INCIDENT_KINDS> = {
  lost: 'Iets met gegevens is kwijt of gestolen',
  'sent-wrong': 'Gegevens gingen naar de verkeerde',
  seen: 'Iemand zag gegevens die niet voor haar waren',
  'broken-in': 'Iemand brak in, of dat lijkt zo',
  unavailable: 'Gegevens zijn niet te bereiken of zijn weg',
  changed: 'Gegevens zijn veranderd zonder dat het mocht',
  other: 'Iets anders',
};
export const DATA_WORDS: Words<typeof INCIDENT_DATA> = {
  contact: 'Naam, adres, telefoon of e-mail',
  number: 'BSN of nummer van een document',
  story: 'Wat iemand vertelde of meemaakte',
  health: 'Gezondheid, herkomst of seksueel leven',
  place: 'Waar iemand verblijft',
  offender: 'Verdenking of strafbare feiten',
  staff: 'Gegevens van medewerkers',
};
export const PEOPLE_WORDS: Words<typeof PEOPLE_COUNTS> = {
  none: 'Niemand: er stonden geen gegevens over mensen in',
  one: 'Een persoon',
  few: '2 tot en met 10',
  tens: '11 tot en met 100',
  hundreds: '101 tot en met 1000',
  more: 'Meer dan 1000',
  unknown: 'Dat weten we nog niet',
};
export const YES_NO_WORDS: Words<typeof YES_NO_UNKNOWN> = { yes: 'Ja', no: 'Nee', unknown: 'Dat weten we nog niet' };
export const SAFETY_WORDS: Words<typeof SAFETY_OUTCOMES> = {
  safe: 'Ja, op deze manier is het veilig',
  'through-trusted': 'Alleen via iemand die zij vertrouwt',
  'not-safe': 'Nee, een bericht is nu gevaarlijk',
};
export const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  'early-warning': 'Vroege waarschuwing gegeven (Cyberbeveiligingswet)',
  'tell-controller': 'De organisatie van wie de gegevens zijn, weet het',
  'tell-authority': 'Gemeld bij de Autoriteit Persoonsgegevens',
  'not-authority': 'Besloten niet te melden bij de Autoriteit Persoonsgegevens',
  notification: 'Incident gemeld (Cyberbeveiligingswet)',
  'final-report': 'Eindverslag gegeven (Cyberbeveiligingswet)',
  'safety-check': 'Nagegaan of een bericht veilig is',
  'tell-persons': 'De mensen om wie het gaat, weten het',
  'not-persons': 'Besloten de mensen om wie het gaat niet te berichten',
};
export const DUTY_WORDS: Readonly<Record<Duty['name'], { readonly what: string; readonly why: string }>> = {
  'early-warning': {
    what: 'Geef een vroege waarschuwing aan het CSIRT',
    why: 'Binnen 24 uur; Cyberbeveiligingswet, nog te verifiëren',
  },
  controller: {
    what: 'Vertel het de organisatie van wie de gegevens zijn',
    why: 'Binnen 24 uur; verwerkersovereenkomst',
  },
  authority: {
    what: 'Meld het bij de Autoriteit Persoonsgegevens, of leg vast waarom niet',
    why: 'Binnen 72 uur; AVG artikel 33',
  },
  notification: {
    what: 'Meld het incident bij het CSIRT',
    why: 'Binnen 72 uur; Cyberbeveiligingswet, nog te verifiëren',
  },
  'final-report': {
    what: 'Geef het eindverslag',
    why: 'Binnen een maand na de melding; Cyberbeveiligingswet, nog te verifiëren',
  },
  safety: {
    what: 'Ga na of een bericht aan de mensen veilig is',
    why: 'Altijd eerst: een bericht kan bij een dader terechtkomen',
  },
  persons: {
    what: 'Vertel het de mensen om wie het gaat, of leg vast waarom niet',
    why: 'Zo snel als veilig kan; AVG artikel 34',
  },
};

/** What to ask oneself before anybody is told. */
export const SAFETY_QUESTIONS: readonly string[] = [
  'Leest of luistert iemand mee: telefoon, post, mail, tolk, huisgenoten?',
  'Weet iemand die haar bedreigt niet dat zij hulp kreeg? Verraadt een bericht dat?',
  'Staat er iets in het bericht, op de envelop of in het nummer van de afzender dat laat zien waar het om gaat?',
  'Wie vertrouwt zij: haar zorgcoördinator, haar begeleider, een advocaat? Kan die het haar zelf vertellen?',
  'Moet er eerst iets anders gebeuren, zoals een andere plek of een ander nummer?',
];
