import type { Choice } from '../../../ui/forms/select-field.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import type { RefusalByChair } from '../domain/brought.ts';
import type { CovenantKind, CovenantState } from '../domain/covenant.ts';
import type { Ground, Law, MeetingKind, MeetingState, Sees, Way } from '../domain/meeting.ts';
import type { PartyType } from '../domain/party.ts';

export const OVERVIEW_TITLE = 'Overleg';
export const OVERVIEW_PATH = '/overleg';
export const RECEIVED_TITLE = 'Overleg bij anderen';
export const RECEIVED_PATH = '/overleg/ontvangen';
export const COVENANTS_TITLE = 'Convenanten en overeenkomsten';
export const COVENANTS_PATH = '/samenwerken/convenanten';

/** The one sentence that says where a person belongs when who investigates sits at the table. */
export const BRING_ELSEWHERE =
  'Met politie, OM, RIEC, Belastingdienst of Arbeidsinspectie aan tafel bespreekt u hier geen persoon: breng dit in bij het Zorg- en Veiligheidshuis of het RIEC.';

export const KIND_WORDS: Readonly<Record<MeetingKind, { readonly label: string; readonly value: string }>> = {
  signal: { label: 'Intern signalenoverleg', value: 'signalenoverleg' },
  care: { label: 'Zorgtafel', value: 'zorgtafel' },
};
export const KIND_CHOICES: readonly Choice[] = [
  {
    value: KIND_WORDS.signal.value,
    label: KIND_WORDS.signal.label,
    description: 'Van één gemeente, met alleen eigen medewerkers.',
  },
  {
    value: KIND_WORDS.care.value,
    label: KIND_WORDS.care.label,
    description: 'Met zorgpartijen, op een convenant. Elke persoon met toestemming of op een zorgwet.',
  },
];

export const STATE_WORDS: Readonly<Record<MeetingState, { readonly kind: Kind; readonly label: string }>> = {
  planned: { kind: 'info', label: 'Gepland' },
  sitting: { kind: 'ok', label: 'Bezig' },
  closed: { kind: 'neutral', label: 'Gesloten' },
};

export const CANCELLED = { kind: 'neutral', label: 'Afgezegd' } as const;

export const SEES_WORDS: Readonly<
  Record<Sees, { readonly label: string; readonly value: string; readonly about: string }>
> = {
  all: { label: 'Vraag en achtergrond', value: 'alles', about: 'Van de punten die zij krijgt.' },
  question: { label: 'Alleen de vraag', value: 'vraag', about: 'Zonder de achtergrond.' },
  topics: { label: 'Alleen punten zonder persoon', value: 'zonder-persoon', about: 'Nooit een punt over een persoon.' },
};

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  organisation: 'In Beeld',
  colleague: 'Collega',
  paper: 'Op papier',
};

export const TYPE_WORDS: Readonly<Record<PartyType, string>> = {
  own: 'Eigen gemeente',
  municipality: 'Gemeente',
  'care-coordination': 'Zorgcoördinatie',
  shelter: 'Opvang',
  comensha: 'CoMensha',
  'safe-home': 'Veilig Thuis',
  'public-health': 'GGD',
  'youth-care': 'Jeugdhulp',
  'care-and-safety-house': 'Zorg- en Veiligheidshuis',
  'reception-authority': 'COA',
  'immigration-service': 'IND',
  guardianship: 'Nidos',
  'housing-corporation': 'Woningcorporatie',
  fairwork: 'FairWork',
  ngo: 'Hulporganisatie (NGO)',
  region: 'Regio',
  other: 'Andere organisatie',
  police: 'Politie',
  'border-police': 'Koninklijke Marechaussee',
  prosecution: 'Openbaar Ministerie',
  riec: 'RIEC',
  tax: 'Belastingdienst',
  'labour-inspectorate': 'Nederlandse Arbeidsinspectie',
};
export const TYPE_CHOICES: readonly Choice[] = Object.entries(TYPE_WORDS)
  .filter(([value]) => value !== 'own')
  .map(([value, label]) => ({ value, label }));

/** A municipality, a province and a safety region may share a name. */
const SHARES_NAME: Readonly<Record<string, string>> = {
  gemeente: 'gemeente',
  provincie: 'provincie',
  veiligheidsregio: 'veiligheidsregio',
};

/** Organisations to choose from: who shares a name is told apart, so that nothing goes to the wrong one. */
export function organisationChoices(
  organisations: readonly { readonly code: string; readonly name: string; readonly kind: string }[],
): readonly Choice[] {
  const named = Map.groupBy(organisations, ({ name }) => name);
  return organisations.map(({ code: value, name, kind }) => ({
    value,
    label: named.get(name)!.length === 1 ? name : `${name} (${SHARES_NAME[kind] ?? value})`,
  }));
}

export const LAW_WORDS: Readonly<Record<Law, string>> = {
  wmo: 'Wmo 2015, artikel 5.1.1 en 5.1.2',
  jeugdwet: 'Jeugdwet, hoofdstuk 7',
};

/** On which ground a person is on the agenda, in a sentence. */
export function groundSentence(item: { readonly ground: Ground | undefined; readonly law: Law | undefined }): string {
  switch (item.ground) {
    case 'consent':
      return 'Grondslag: toestemming.';
    case 'law':
      return `Grondslag: ${item.law ? LAW_WORDS[item.law] : 'zorgwet'} (nog te verifiëren door uw FG).`;
    case 'task':
      return 'Grondslag: taak van de gemeente, volgens het privacyprotocol (AVG, artikel 6, eerste lid, onder e).';
    case undefined:
      return 'Er staat geen persoon in.';
  }
}

export const COVENANT_KIND_WORDS: Readonly<Record<CovenantKind, { readonly label: string; readonly value: string }>> = {
  covenant: { label: 'Convenant', value: 'convenant' },
  processing: { label: 'Verwerkersovereenkomst', value: 'verwerkersovereenkomst' },
};
export const COVENANT_STATES: Readonly<Record<CovenantState, { readonly kind: Kind; readonly label: string }>> = {
  holds: { kind: 'ok', label: 'Geldt' },
  review: { kind: 'warning', label: 'Geldt, bespreek het opnieuw' },
  coming: { kind: 'info', label: 'Begint nog' },
  over: { kind: 'neutral', label: 'Afgelopen' },
};

/** Why something that was brought in is not on the agenda, for who brought it and for the chair who chooses. */
export const BROUGHT_REFUSALS: Readonly<Record<RefusalByChair, string>> = {
  'other-purpose': 'Het past niet bij het doel van dit overleg.',
  'ground-unclear': 'De toestemming of de wet is niet duidelijk genoeg.',
  'no-time': 'Er is geen tijd meer voor op deze agenda.',
  'other-table': 'Het hoort bij een ander overleg of een andere organisatie.',
};
/** The same where the table itself says no. */
export const NOT_ON_AGENDA: Readonly<Record<string, string>> = {
  ...BROUGHT_REFUSALS,
  'belongs-elsewhere': BRING_ELSEWHERE,
  'meeting-closed': 'Het overleg is gesloten of afgezegd.',
  'not-at-table': 'Uw organisatie doet niet (meer) mee aan dit overleg.',
};

/** Why something could not be sent. */
export const FAILED_WORDS: Readonly<Record<string, string>> = {
  'no-agreement': 'de afspraak om uit te wisselen geldt niet (meer)',
  'no-consent': 'de toestemming geldt niet (meer)',
  'receiver-has-no-key': 'deze organisatie kan nog niets verzegeld ontvangen',
  'receiver-ended': 'deze organisatie bestaat niet meer',
};

export const DONE_WORDS = { done: 'Gedaan', stuck: 'Niet gelukt' } as const;

/** Where something is said about an action, at either end of it. */
export const remarkHref = (outcomeId: string): string => `${OVERVIEW_PATH}/acties/${outcomeId}/opmerking`;
