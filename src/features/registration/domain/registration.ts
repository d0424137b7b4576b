import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { addMonths, daysInMonth, type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { POLICE_REGIONS } from '../../../shared-kernel/police-region.ts';
import type { ConsentAge, ReporterType, Route } from './reporting-guide.ts';

/** Groups of age, as the register counts them; the Rapporteur uses under 18 and 18–22. */
export const AGE_GROUPS = ['0-11', '12-15', '16-17', '18-22', '23-30', '31-40', '41-50', '51+', 'unknown'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

export const GENDERS = ['woman', 'man', 'other', 'unknown'] as const;
export type Gender = (typeof GENDERS)[number];

/** What the exploitation was; more than one may hold. */
export const EXPLOITATION_FORMS = [
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'forced-services',
  'begging',
  'organ-removal',
  'other',
] as const;
export type ExploitationForm = (typeof EXPLOITATION_FORMS)[number];

/** In which work it happened; more than one may hold. */
export const EXPLOITATION_SECTORS = [
  'prostitution',
  'agriculture',
  'hospitality',
  'construction',
  'household',
  'transport',
  'meat-or-food',
  'cleaning',
  'shop-or-salon',
  'drugs',
  'theft-or-fraud',
  'other',
] as const;
export type ExploitationSector = (typeof EXPLOITATION_SECTORS)[number];

export const EXPLOITED_IN = ['netherlands', 'abroad', 'both', 'online', 'unknown'] as const;
export type ExploitedIn = (typeof EXPLOITED_IN)[number];

export const RECRUITED_BY = [
  'online',
  'partner',
  'family',
  'intermediary',
  'employer',
  'friends',
  'other',
  'unknown',
] as const;
export type RecruitedBy = (typeof RECRUITED_BY)[number];

export const COMPLAINTS = ['yes', 'no', 'reflection-period', 'unknown'] as const;
export type Complaint = (typeof COMPLAINTS)[number];

/** Where it is reported: the ten police units and the national one. */
export const REGIONS = [...POLICE_REGIONS, 'landelijk', 'unknown'] as const;
export type Region = (typeof REGIONS)[number];

/** What a dossier of the register is; it can change, and what it was stays known. */
export const DOSSIER_TYPES = ['registration', 'registration-and-shelter', 'registration-information-advice'] as const;
export type DossierType = (typeof DOSSIER_TYPES)[number];

/** The minimum that is asked; everything may stay unknown. No residence position, no address, no free text. */
export interface RegistrationContent {
  readonly ageGroup: AgeGroup;
  readonly gender: Gender;
  /** ISO 3166 codes of two letters; none when unknown. */
  readonly nationalities: readonly string[];
  /** None when unknown. */
  readonly forms: readonly ExploitationForm[];
  readonly sectors: readonly ExploitationSector[];
  readonly exploitedIn: ExploitedIn;
  readonly recruitedBy: RecruitedBy;
  /** As far as it is known: a year, a month or a day. */
  readonly from: PartialDate | undefined;
  readonly until: PartialDate | undefined;
  readonly identifiedOn: PartialDate | undefined;
  readonly complaint: Complaint;
  readonly children: number | undefined;
  /** Only of the Marechaussee: article 273f, first paragraph, under 3. Counted on a line of its own. */
  readonly isKmarSub3: boolean;
}

/** A registration of which nothing is known yet. */
export const NOTHING_KNOWN: RegistrationContent = {
  ageGroup: 'unknown',
  gender: 'unknown',
  nationalities: [],
  forms: [],
  sectors: [],
  exploitedIn: 'unknown',
  recruitedBy: 'unknown',
  from: undefined,
  until: undefined,
  identifiedOn: undefined,
  complaint: 'unknown',
  children: undefined,
  isKmarSub3: false,
};

/** Who it is. Only by name, sealed. */
export interface PersonName {
  readonly name: string;
  readonly birthDate: PartialDate | undefined;
}

/** A registration as its sender keeps it, without what it says. */
export interface Registration {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly route: Route;
  readonly reporterType: ReporterType;
  readonly region: Region;
  readonly recordedBy: string;
  readonly draftedOn: PlainDate;
  readonly sentOn: PlainDate | undefined;
  readonly messageId: string | undefined;
  /** A name was sent after a registration without one. */
  readonly joinedOn: PlainDate | undefined;
  readonly joinMessageId: string | undefined;
  readonly withdrawnOn: PlainDate | undefined;
  readonly version: number;
}

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export type PartialDate = string & { readonly __partialDate: true };

/**
 * Reads a day, a month or a year as people write it: 12-3-2025, 3-2025, 2025, also with dots or slashes, and 2025-03-12. Undefined
 * for a day that does not exist.
 */
export function readPartialDate(text: string): PartialDate | undefined {
  const parts = text.trim().split(/[-./ ]+/);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year, month, date] = (parts[0]!.length === 4 ? parts : parts.toReversed()).map(Number);
  if (year === undefined || year < 1900 || year > 2100) return undefined;
  if (month === undefined) return String(year) as PartialDate;
  if (month < 1 || month > 12) return undefined;
  const written = `${year}-${String(month).padStart(2, '0')}`;
  if (date === undefined) return written as PartialDate;
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${written}-${String(date).padStart(2, '0')}` as PartialDate;
}

/** As people write it: 12-3-2025, 3-2025 or 2025. */
export function writePartialDate(date: PartialDate): string {
  return date.split('-').toReversed().map(Number).join('-');
}

/** Whether a part of a day lies wholly after a day. */
export function isAfter(date: PartialDate, today: PlainDate): boolean {
  return date > today.slice(0, date.length);
}

export type ContentRefusal = {
  readonly code:
    | 'from-in-future'
    | 'until-in-future'
    | 'identified-in-future'
    | 'ends-before-start'
    | 'unknown-nationality'
    | 'kmar-only';
};

/** What is wrong with what was filled in; undefined when nothing is. Unknown is never wrong. */
export function checkContent(
  content: RegistrationContent,
  reporter: ReporterType,
  today: PlainDate,
): ContentRefusal | undefined {
  const inFuture = (date: PartialDate | undefined) => date !== undefined && isAfter(date, today);
  if (inFuture(content.from)) return { code: 'from-in-future' };
  if (inFuture(content.until)) return { code: 'until-in-future' };
  if (inFuture(content.identifiedOn)) return { code: 'identified-in-future' };
  const { from, until } = content;
  if (from && until) {
    const length = Math.min(from.length, until.length);
    if (until.slice(0, length) < from.slice(0, length)) return { code: 'ends-before-start' };
  }
  if (content.nationalities.some((code) => !COUNTRIES.has(code))) return { code: 'unknown-nationality' };
  if (content.isKmarSub3 && reporter !== 'KMAR') return { code: 'kmar-only' };
  return undefined;
}

/** What is still unknown of a registration, by name: for whoever can ask. Never a reason to refuse it. */
export function unknownParts(content: RegistrationContent): readonly string[] {
  const unknown: readonly (readonly [string, boolean])[] = [
    ['ageGroup', content.ageGroup === 'unknown'],
    ['gender', content.gender === 'unknown'],
    ['nationalities', content.nationalities.length === 0],
    ['forms', content.forms.length === 0],
    ['exploitedIn', content.exploitedIn === 'unknown'],
    ['identifiedOn', content.identifiedOn === undefined],
  ];
  return unknown.flatMap(([part, isUnknown]) => (isUnknown ? [part] : []));
}

/** How old, as far as consent depends on it. */
export function consentAgeOf(group: AgeGroup): ConsentAge {
  if (group === 'unknown') return 'unknown';
  if (group === '0-11') return 'under-12';
  return group === '12-15' || group === '16-17' ? group : '18-or-older';
}

const YEAR = 12;

/**
 * How old on the day of the deed. A whole day of birth says more than a group that was chosen: who turns sixteen tomorrow is fifteen
 * today, and who was born on 29 February becomes older on 28 February.
 */
export function consentAgeOn(group: AgeGroup, birthDate: PartialDate | undefined, on: PlainDate): ConsentAge {
  const born = birthDate === undefined ? undefined : plainDate(birthDate);
  if (born === undefined) return consentAgeOf(group);
  const isAtLeast = (years: number) => addMonths(born, years * YEAR) <= on;
  if (isAtLeast(18)) return '18-or-older';
  if (isAtLeast(16)) return '16-17';
  return isAtLeast(12) ? '12-15' : 'under-12';
}

/**
 * Whether the group that was chosen says something else than a whole day of birth does, as far as consent depends on it. Never a reason
 * to refuse: either may be a guess.
 */
export function agesDiffer(group: AgeGroup, birthDate: PartialDate | undefined, on: PlainDate): boolean {
  return group !== 'unknown' && consentAgeOf(group) !== consentAgeOn(group, birthDate, on);
}

/** Under eighteen, or not known. */
export function isMinor(group: AgeGroup): 'yes' | 'no' | 'unknown' {
  if (group === 'unknown') return 'unknown';
  return ['0-11', '12-15', '16-17'].includes(group) ? 'yes' : 'no';
}

/**
 * By what the same person is recognised exactly: name and whole day of birth, apart from capitals, accents and the order of the
 * names. Without a whole day nobody is recognised: too many people share a name. 1 January is no day: it is written down for who does
 * not know hers.
 */
export function identityKey({ name, birthDate }: PersonName): string | undefined {
  const folded = dutchFold(name).split(' ').toSorted().join(' ');
  const isWholeDay = birthDate?.length === 10 && !birthDate.endsWith('-01-01');
  return isWholeDay && folded !== '' ? `${folded}|${birthDate}` : undefined;
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** How a registration is spoken of: eight letters and digits out of random bytes, none that looks like another. */
export function registrationCode(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => LETTERS[byte % LETTERS.length]!);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

export const isRegistrationCode = (text: string): boolean => /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/.test(text);

/** The countries of ISO 3166-1, by their codes of two letters. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
    'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
    'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
    'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
    'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI ' +
    'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI ' +
    'VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);
