import type { AroundPart, Standing } from '../domain/cases/around.ts';
import type { AgreedManner, GoalState, LifeDomain, OutcomeAnswer, PlanStanding } from '../domain/cases/full-file.ts';
import type { PaperKind } from '../domain/cases/paper.ts';
import type { SettledWay, TaskKind } from '../domain/cases/task.ts';

/** The parts of a life, and what to ask about each. The order and the words are ours. */
export const DOMAIN_WORDS: Readonly<Record<LifeDomain, { readonly label: string; readonly hint: string }>> = {
  safety: { label: 'Veiligheid', hint: 'Wat is er nodig om veilig te zijn en te blijven?' },
  housing: { label: 'Wonen', hint: 'Waar woont de persoon nu, en hoe lang kan dat nog?' },
  health: { label: 'Gezondheid', hint: 'Lichaam en hoofd. Schrijf alleen op wat u voor het plan nodig hebt.' },
  residence: { label: 'Verblijf en recht', hint: 'Papieren, advocaat, aangifte, schade.' },
  money: { label: 'Geld en verzekering', hint: 'Inkomen, schulden, zorgverzekering, inschrijving bij een gemeente.' },
  work: { label: 'Werk, school en dag', hint: 'Wat doet de persoon overdag, en wat wil zij of hij?' },
  family: { label: 'Kinderen en familie', hint: 'Hier en in een ander land.' },
  network: { label: 'Mensen om de persoon heen', hint: 'Wie helpt, en bij wie is contact niet veilig?' },
};

export const GOAL_STATE_WORDS: Readonly<Record<GoalState, string>> = {
  open: 'Hieraan werken wij',
  reached: 'Dit is bereikt',
  stopped: 'Hiermee zijn wij gestopt',
};

export const AGREED_WORDS: Readonly<Record<AgreedManner, string>> = {
  spoken: 'In een gesprek',
  'with-interpreter': 'In een gesprek, met een tolk',
  written: 'Op papier',
};

export const STANDING_WORDS: Readonly<
  Record<PlanStanding, { readonly kind: 'ok' | 'warning'; readonly label: string }>
> = {
  agreed: { kind: 'ok', label: 'besproken met de persoon' },
  'changed-since': { kind: 'warning', label: 'gewijzigd na het gesprek' },
  'not-agreed': { kind: 'warning', label: 'nog niet besproken' },
};

export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  task: 'Taak',
  appointment: 'Afspraak',
  aftercare: 'Nazorg: vraag hoe het gaat',
};

export const SETTLED_WORDS: Readonly<Record<SettledWay, string>> = {
  done: 'Gedaan',
  'not-reached': 'Niemand bereikt',
  'not-needed': 'Niet meer nodig',
};

export const directionOf = (language: string): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

export const PART_WORDS: Readonly<Record<AroundPart, string>> = {
  parent: 'Ouder',
  guardian: 'Voogd',
  representative: 'Vertegenwoordiger',
  family: 'Familie',
  lawyer: 'Advocaat',
  helper: 'Hulpverlener',
  other: 'Iemand anders',
};

export const STANDING_OF_WORDS: Readonly<
  Record<Standing, { readonly kind: 'ok' | 'error' | 'warning'; readonly label: string }>
> = {
  trusted: { kind: 'ok', label: 'contact is veilig' },
  contested: { kind: 'error', label: 'omstreden: geen contact' },
  unknown: { kind: 'warning', label: 'nog niet bekend: geen contact' },
};

export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = {
  letter: 'Brief',
  decision: 'Besluit',
  identity: 'Identiteitsbewijs',
  medical: 'Medisch stuk',
  other: 'Iets anders',
};

export const GOES_WORDS: Readonly<Record<OutcomeAnswer, string>> = {
  better: 'Beter dan in het begin',
  same: 'Hetzelfde',
  worse: 'Minder goed',
  'not-asked': 'Niet gevraagd of geen antwoord',
};
