import type { Kind } from '../../../ui/show/shape.tsx';
import type { Gone } from '../domain/cases/case-event.ts';
import type { Attention, CaseSource, CaseStatus, Depth, Outcome } from '../domain/cases/case-file.ts';

export const CASES_PATH = '/zorgcoordinatie/dossiers';
export const CASES_TITLE = 'Dossiers';

export const STATUS_WORDS: Readonly<Record<CaseStatus, { readonly kind: Kind; readonly label: string }>> = {
  new: { kind: 'warning', label: 'nog te starten' },
  running: { kind: 'info', label: 'loopt' },
  aftercare: { kind: 'ok', label: 'nazorg' },
  closed: { kind: 'neutral', label: 'afgesloten' },
};

export const SOURCE_WORDS: Readonly<Record<CaseSource, string>> = {
  phone: 'een telefoontje',
  signal: 'een overgedragen signaal',
  'own-signal': 'een signaal van de eigen gemeente',
  registration: 'een eigen aanmelding bij CoMensha',
  referral: 'een verwijzing van een andere organisatie',
};

/** What asks more care in a file. */
export const ATTENTION_WORDS: Readonly<Record<Attention, string>> = {
  'unaccompanied-minor': 'Minderjarig, en zonder ouder of voogd naar Nederland gekomen',
  'alleged-offender': 'Ook verdachte',
  'no-residence': 'Geen verblijfsrecht, of onbekend of het er is',
};

/** That somebody is gone, beside how her case stands. */
export const GONE_WORDS: Readonly<Record<Gone['kind'], string>> = {
  'left-unknown': 'vertrokken, onbekend waarheen',
  'minor-missing': 'minderjarige vermist',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'goals-met': 'Wat nodig was, is geregeld',
  'handed-over': 'Overgedragen aan een andere organisatie',
  'went-elsewhere': 'De persoon kreeg elders hulp',
  withdrew: 'De persoon wilde geen hulp meer',
  'left-unknown': 'Vertrokken met onbekende bestemming',
  died: 'Overleden',
  'no-trafficking': 'Het bleek geen mensenhandel',
  other: 'Anders',
};

export const DEPTH_WORDS: Readonly<Record<Depth, { readonly label: string; readonly about: string }>> = {
  signpost: {
    label: 'Wegwijzer',
    about: 'Alleen wie waar helpt, en welk nummer opneemt. Er zijn hier geen dossiers.',
  },
  lean: {
    label: 'Licht dossier',
    about: 'Verwijzing, toestemming, termijnen en uitkomst. Het dossier zelf staat in uw eigen systeem.',
  },
  full: {
    label: 'Volledig dossier',
    about: 'Ook het plan, de contacten en de taken. Vraagt een afspraak over het bewaren van zorggegevens.',
  },
};

/** A choice of a field, as the routes bring it: its words belong to who registers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The lists that care shares with who registers. */
export interface CaseChoices {
  readonly ages: readonly Choice[];
  readonly genders: readonly Choice[];
  readonly forms: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly regions: readonly Choice[];
}

export const labelOf = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? 'Onbekend';

export const caseTrail = (code?: string) => [
  { href: CASES_PATH, label: CASES_TITLE },
  ...(code === undefined ? [] : [{ href: `${CASES_PATH}/${code}`, label: `Dossier ${code}` }]),
];
