import type { NumberFound } from '../../../shared-kernel/text-guard.ts';
import type {
  CloseReason,
  Form,
  MayHear,
  ReportDecision,
  ReporterFunction,
  ReportKind,
  Sector,
  Source,
  YesNoUnknown,
} from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';

type Badge = { readonly kind: 'info' | 'ok' | 'warning' | 'error' | 'neutral'; readonly label: string };

export const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  location: 'Over een plek',
  person: 'Over een persoon',
};

/** In which work somebody saw something. */
export const FUNCTION_WORDS: Readonly<Record<ReporterFunction, string>> = {
  'civil-affairs': 'Burgerzaken of klantcontact',
  'social-support': 'Wmo of wijkteam',
  'youth-care': 'Jeugd',
  'income-support': 'Werk en inkomen of schuldhulp',
  'school-attendance': 'Leerplicht',
  permits: 'Vergunningen of Bibob',
  supervision: 'Toezicht (ook parkeren, wonen en bouwen)',
  'enforcement-officer': 'Boa',
  other: 'Ander werk',
  unknown: 'Ik weet het niet',
};

export const FORM_WORDS: Readonly<Record<Form, string>> = {
  'sexual-exploitation': 'Seksuele uitbuiting',
  'labour-exploitation': 'Arbeidsuitbuiting',
  'criminal-exploitation': 'Criminele uitbuiting',
  'forced-services': 'Gedwongen dienstverlening',
  'organ-removal': 'Orgaanverwijdering',
  unknown: 'Ik weet het niet',
};

export const SECTOR_WORDS: Readonly<Record<Sector, string>> = {
  home: 'Woning',
  hotel: 'Hotel of vakantiepark',
  restaurant: 'Horeca',
  'shop-or-salon': 'Winkel of salon',
  agriculture: 'Land- en tuinbouw',
  building: 'Bouw',
  cleaning: 'Schoonmaak',
  transport: 'Vervoer of bezorging',
  care: 'Zorg',
  school: 'School',
  street: 'Op straat',
  online: 'Online',
  other: 'Anders',
  unknown: 'Ik weet het niet',
};

export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  employee: 'Collega',
  telephone: 'Telefoon',
  email: 'E-mail',
  counter: 'Balie',
  'housing-corporation': 'Woningcorporatie',
  school: 'School',
  'general-practitioner': 'Huisarts',
  hotel: 'Hotel',
  resident: 'Inwoner',
  'administrative-report': 'Bestuurlijke rapportage',
  riec: 'RIEC',
  'labour-authority': 'Nederlandse Arbeidsinspectie',
  'other-municipality': 'Andere gemeente',
  other: 'Iemand anders',
};

export const MAY_HEAR_WORDS: Readonly<Record<MayHear, string>> = {
  nothing: 'Niets',
  received: 'Dat het is ontvangen',
  'taken-up': 'Dat het is opgepakt',
  outcome: 'Wat ermee is gedaan, in grote lijnen',
};

export const MINOR_WORDS: Readonly<Record<YesNoUnknown, string>> = {
  yes: 'Ja',
  no: 'Nee',
  unknown: 'Ik weet het niet',
};

/** Where a signal stands, for whoever weighs it. */
export const STATUS_WORDS: Readonly<Record<SignalStatus, Badge>> = {
  new: { kind: 'warning', label: 'Nieuw' },
  'taken-up': { kind: 'info', label: 'Opgepakt' },
  weighed: { kind: 'info', label: 'Gewogen' },
  'passed-on': { kind: 'ok', label: 'Doorgezet' },
  closed: { kind: 'neutral', label: 'Gesloten' },
};

/** The same for whoever passed it on: nothing about what was found. */
export const NEUTRAL_STATUS_WORDS: Readonly<Record<SignalStatus, Badge>> = {
  new: { kind: 'info', label: 'Ontvangen' },
  'taken-up': { kind: 'info', label: 'In behandeling' },
  weighed: { kind: 'info', label: 'In behandeling' },
  'passed-on': { kind: 'info', label: 'In behandeling' },
  closed: { kind: 'neutral', label: 'Afgerond' },
};

export const CLOSE_REASON_WORDS: Readonly<Record<CloseReason, string>> = {
  'not-enough': 'Te weinig om verder te gaan',
  'other-explanation': 'Er was een andere verklaring',
  'passed-on': 'Doorgezet, en wij hoeven niets meer te doen',
  'help-arranged': 'De persoon heeft hulp',
  'known-already': 'Hoort bij een signaal dat al loopt',
};

export const DECISION_WORDS: Readonly<Record<ReportDecision, string>> = {
  measure: 'Een bestuurlijke maatregel voorbereiden',
  'talk-first': 'Eerst overleggen of aanvullen',
  'no-measure': 'Geen maatregel',
};

/** What a number is called in the words beside a field. */
export const NUMBER_WORDS: Readonly<Record<NumberFound, string>> = {
  bsn: 'een burgerservicenummer',
  phone: 'een telefoonnummer',
  email: 'een e-mailadres',
};

/** A closed list as choices of a field. */
export function choicesOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
  without: readonly Value[] = [],
): readonly { readonly value: Value; readonly label: string }[] {
  return (Object.entries(words) as [Value, string][])
    .filter(([value]) => !without.includes(value))
    .map(([value, label]) => ({ value, label }));
}

/** The word for a value on a page that shows facts: what nobody knows is unknown, not somebody's «ik weet het niet». */
export function orUnknown<Value extends string>(words: Readonly<Record<Value, string>>, value: Value): string {
  return value === 'unknown' ? 'onbekend' : words[value];
}
