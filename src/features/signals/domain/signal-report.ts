import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** A signal that is stored is about a place or about a person; anything less is only counted (dossier, 8.2). */
export const REPORT_KINDS = ['location', 'person'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Where a signal comes from: a colleague who passed it on herself, or somebody for whom the focal point recorded it. */
export const SOURCES = [
  'employee',
  'telephone',
  'email',
  'counter',
  'housing-corporation',
  'school',
  'general-practitioner',
  'hotel',
  'resident',
  'administrative-report',
  'riec',
  'labour-authority',
  'other-municipality',
  'other',
] as const;
export type Source = (typeof SOURCES)[number];

/** In which work of the municipality something was seen: it decides what may be shared, and groups the tallies. */
export const REPORTER_FUNCTIONS = [
  'civil-affairs',
  'social-support',
  'youth-care',
  'income-support',
  'school-attendance',
  'permits',
  'supervision',
  'enforcement-officer',
  'other',
  'unknown',
] as const;
export type ReporterFunction = (typeof REPORTER_FUNCTIONS)[number];

/** Forms of exploitation as a signal may point at one (dossier, 1.3). Never a choice that must be made. */
export const FORMS = [
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'forced-services',
  'organ-removal',
  'unknown',
] as const;
export type Form = (typeof FORMS)[number];

/** In which kind of place or work. */
export const SECTORS = [
  'home',
  'hotel',
  'restaurant',
  'shop-or-salon',
  'agriculture',
  'building',
  'cleaning',
  'transport',
  'care',
  'school',
  'street',
  'online',
  'other',
  'unknown',
] as const;
export type Sector = (typeof SECTORS)[number];

/** What whoever told it may hear afterwards. */
export const MAY_HEAR = ['nothing', 'received', 'taken-up', 'outcome'] as const;
export type MayHear = (typeof MAY_HEAR)[number];

export const CLOSE_REASONS = [
  'not-enough',
  'other-explanation',
  'passed-on',
  'help-arranged',
  'known-already',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** What the municipality decides on a report of the police to the mayor. */
export const REPORT_DECISIONS = ['measure', 'talk-first', 'no-measure'] as const;
export type ReportDecision = (typeof REPORT_DECISIONS)[number];

export type YesNoUnknown = 'yes' | 'no' | 'unknown';

/** The days on which something happened with a signal; where it stands follows from them (`signal-status.ts`). */
export interface SignalDates {
  readonly receivedOn: PlainDate;
  readonly takenUpOn: PlainDate | undefined;
  readonly weighedOn: PlainDate | undefined;
  /** The receiver's receipt, never the sending. */
  readonly passedOn: PlainDate | undefined;
  /** When who passed it on heard what was done. */
  readonly answeredOn: PlainDate | undefined;
  readonly closedOn: PlainDate | undefined;
}

/** A signal without what was seen and said: what lists show. */
export interface SignalReport extends SignalDates {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly kind: ReportKind;
  readonly source: Source;
  /** The colleague who passed it on; undefined when it came from outside. */
  readonly reporterPersonId: string | undefined;
  readonly reporterFunction: ReporterFunction;
  readonly sourceMayHear: MayHear;
  readonly recordedBy: string;
  /** The day by which the focal point does the next thing. */
  readonly actBy: PlainDate | undefined;
  readonly form: Form;
  readonly sector: Sector;
  readonly isDangerNow: boolean;
  /** 'HH:MM', as the reporter said it. */
  readonly called112At: string | undefined;
  readonly isMinor: YesNoUnknown;
  readonly takenUpBy: string | undefined;
  readonly closeReason: CloseReason | undefined;
  /** The day by which a report of the police to the mayor asks a decision; undefined for every other source. */
  readonly decideBy: PlainDate | undefined;
  readonly decision: ReportDecision | undefined;
  readonly decidedOn: PlainDate | undefined;
}

/** What was seen and said, kept apart from each other (dossier, 2.1): observation, two kinds of statement, interpretation. */
export interface SignalContent {
  readonly observation: string;
  readonly saidByPerson?: string | undefined;
  readonly saidByOther?: string | undefined;
  readonly interpretation?: string | undefined;
  readonly place?: string | undefined;
}

/** How a source from outside may be reached. Apart from the content: it names somebody. */
export interface SourceReach {
  readonly sourceReach?: string | undefined;
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code from random bytes, eight of them: no vowel trouble, nothing that looks alike, nothing about when or who. */
export function signalCode(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => LETTERS[byte % LETTERS.length]!);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** True for a text that is written as a code. */
export function isSignalCode(text: string): boolean {
  return /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/.test(text);
}

/** A code as somebody typed or read it out; undefined when it is none. */
export function readSignalCode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  const code = `${plain.slice(0, 4)}-${plain.slice(4)}`;
  return isSignalCode(code) ? code : undefined;
}

/** A place as it is compared: capitals, accents, marks and double spaces do not make another place. */
export function normalisedPlace(place: string): string {
  return place
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
