import type { Language, Translated } from '../../../shared-kernel/language.ts';
import { addDays, addMonths, dutchDay, dutchTime, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { holidayOn, weekdayOf } from '../../../shared-kernel/working-days.ts';

/** What somebody calls about. */
export const SITUATIONS = [
  'acute-danger',
  'police-report',
  'possible-victim',
  'labour-exploitation',
  'minor',
  'domestic-violence',
  'anonymous-tip',
  'sexual-violence',
  'support',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** The situations as people say them. */
export const SITUATION_NAMES: Translated<Readonly<Record<Situation, string>>> = {
  nl: {
    'acute-danger': 'Iemand is nu in gevaar',
    'police-report': 'Ik wil iets melden bij de politie of aangifte doen',
    'possible-victim': 'Misschien is iemand slachtoffer',
    'labour-exploitation': 'Uitbuiting op het werk',
    minor: 'Het gaat om een kind of jongere',
    'domestic-violence': 'Geweld thuis of een gedwongen huwelijk',
    'anonymous-tip': 'Ik wil anoniem iets doorgeven',
    'sexual-violence': 'Seksueel geweld',
    support: 'Steun of juridische hulp',
  },
  en: {
    'acute-danger': 'Somebody is in danger now',
    'police-report': 'I want to tell the police something or report a crime',
    'possible-victim': 'Somebody may be a victim',
    'labour-exploitation': 'Exploitation at work',
    minor: 'It is about a child or a young person',
    'domestic-violence': 'Violence at home or a forced marriage',
    'anonymous-tip': 'I want to pass something on without giving my name',
    'sexual-violence': 'Sexual violence',
    support: 'Support or legal help',
  },
};

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * Opening hours in Dutch local time, as 'HH:MM-HH:MM' with the end not included; an end at midnight is '24:00', and a
 * night is two spans. `holiday` holds on every public holiday in place of the weekday.
 */
export type OpeningHours = Readonly<Record<(typeof WEEK)[number] | 'holiday', readonly string[]>>;

/** A line that people can call. Null is what is not known; nothing about a line is guessed. */
export interface ContactLine {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** When to call it, in a Dutch sentence. */
  readonly when: string;
  readonly situations: readonly Situation[];
  readonly hours: 'always' | OpeningHours | null;
  /** Named when no line for the situation is open. */
  readonly isFallback: boolean;
  readonly cost: string | null;
  readonly languages: readonly string[] | null;
  readonly isAnonymous: boolean | null;
  readonly arePoliceTold: boolean | null;
  /** Where one can write instead of speak; false when one can only phone. Null or absent when that is not known. */
  readonly chat?: Chat | false | null;
  /** Where it comes from: a law, a public source that was read, or general knowledge still to be verified. */
  readonly mark: 'law' | 'found' | 'own';
  readonly verifiedOn: PlainDate | null;
  /** Who checked the line on that day: function and name. Absent in editions from before that was written down. */
  readonly verifiedBy?: string | null;
  readonly source: string;
  readonly note: string | null;
  /** The same words in English. Absent in editions from before there were English pages. */
  readonly english?: SaidOfLine;
}

/** Chatting with a line: the site where it is done, and when, in words; null when its hours are not known. */
export interface Chat {
  readonly at: string;
  readonly when: string | null;
}

/** What an edition says of a line in words. */
type SaidOfLine = Pick<ContactLine, 'name' | 'when' | 'cost' | 'languages' | 'chat' | 'source'>;

/** The words of a line, and the language they are in. */
export interface LineWords extends SaidOfLine {
  readonly language: Language;
}

/** What is said of a line in a language; in Dutch when nobody wrote it in that one. */
export function wordsOf(line: ContactLine, language: Language): LineWords {
  return language === 'en' && line.english ? { ...line.english, language } : { ...line, language: 'nl' };
}

/** One edition of the lines (`content/contact-lines/`), valid until the next. */
export interface ContactEdition {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly lines: readonly ContactLine[];
}

/** The edition that holds on a day: the last one that has started. */
export function editionOn(editions: readonly ContactEdition[], date: PlainDate): ContactEdition | undefined {
  return editions
    .filter(({ validFrom }) => validFrom <= date)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
}

export type LineState = 'open' | 'closed' | 'unknown';

function spansOn(hours: OpeningHours, date: PlainDate): readonly { readonly from: string; readonly until: string }[] {
  const spans = holidayOn(date) ? hours.holiday : hours[WEEK[weekdayOf(date) - 1]!];
  return spans.map((span) => ({ from: span.slice(0, 5), until: span.slice(6) }));
}

/** Is the line open at an instant? By the clock in the Netherlands, so that summer time is what people read on the wall. */
export function openAt({ hours }: Pick<ContactLine, 'hours'>, at: Date): LineState {
  if (hours === null) return 'unknown';
  if (hours === 'always') return 'open';
  const time = dutchTime(at);
  return spansOn(hours, dutchDay(at)).some(({ from, until }) => from <= time && time < until) ? 'open' : 'closed';
}

/** A moment on the Dutch clock. */
export interface LocalTime {
  readonly date: PlainDate;
  /** 'HH:MM' */
  readonly time: string;
}

/** The hours of a line that keeps the same ones on every working day and is closed in the weekend; undefined for any other. */
export function workingHours({
  hours,
}: Pick<ContactLine, 'hours'>): { readonly from: string; readonly until: string } | undefined {
  if (hours === null || hours === 'always') return undefined;
  const [first, ...rest] = WEEK.slice(0, 5).map((day) => hours[day].join());
  if (!first || rest.some((day) => day !== first) || hours.saturday.length > 0 || hours.sunday.length > 0)
    return undefined;
  const [from, until, more] = first.split(/[-,]/);
  return from && until && more === undefined ? { from, until } : undefined;
}

/** When a closed line opens again, within four weeks; undefined for one that is open or whose hours are unknown. */
export function nextOpening(line: Pick<ContactLine, 'hours'>, at: Date): LocalTime | undefined {
  const { hours } = line;
  if (hours === null || hours === 'always' || openAt(line, at) === 'open') return undefined;
  const today = dutchDay(at);
  const now = dutchTime(at);
  for (let ahead = 0; ahead <= 28; ahead++) {
    const date = addDays(today, ahead);
    const starts = spansOn(hours, date)
      .map(({ from }) => from)
      .filter((from) => ahead > 0 || from > now)
      .sort();
    if (starts[0]) return { date, time: starts[0] };
  }
  return undefined;
}

/** True when a number was never verified, or longer than six months ago: show it as "nog te verifiëren", not as a link. */
export function needsVerification({ verifiedOn }: Pick<ContactLine, 'verifiedOn'>, today: PlainDate): boolean {
  return verifiedOn === null || addMonths(verifiedOn, 6) < today;
}

/** A line with what holds for it at the moment of asking. */
export interface CallAdvice {
  readonly line: ContactLine;
  readonly state: LineState;
  readonly opensAt?: LocalTime;
  readonly needsVerification: boolean;
}

/** A number can be dialled with one touch only when it was verified; one that stands in the law always can. */
export function isDialable({ line, needsVerification }: Pick<CallAdvice, 'line' | 'needsVerification'>): boolean {
  return line.mark === 'law' || !needsVerification;
}

/** Whom to call now, and who can be called later. `now` holds open lines only: a closed line is never the first advice. */
export interface WhoToCall {
  readonly now: readonly CallAdvice[];
  /** Lines with unknown hours first, then closed ones by when they open. */
  readonly later: readonly CallAdvice[];
}

/** The lines of an edition whose number must be checked again: never verified, or longer than six months ago. */
export function linesNeedingVerification(
  { lines }: Pick<ContactEdition, 'lines'>,
  today: PlainDate,
): readonly ContactLine[] {
  return lines.filter((line) => needsVerification(line, today));
}

function advise(line: ContactLine, at: Date): CallAdvice {
  const opensAt = nextOpening(line, at);
  return {
    line,
    state: openAt(line, at),
    ...(opensAt && { opensAt }),
    needsVerification: needsVerification(line, dutchDay(at)),
  };
}

/** Every line, for who does not say what it is about: open ones in the order of the edition, then the others. */
export function allLines(lines: readonly ContactLine[], at: Date): WhoToCall {
  const advised = lines.map((line) => advise(line, at));
  return { now: advised.filter(({ state }) => state === 'open'), later: notNow(advised) };
}

/** Unknown hours first, then closed lines by when they open. */
function notNow(advised: readonly CallAdvice[]): readonly CallAdvice[] {
  const moment = ({ opensAt }: CallAdvice) => (opensAt ? `${opensAt.date} ${opensAt.time}` : '9999');
  return [
    ...advised.filter(({ state }) => state === 'unknown'),
    ...advised.filter(({ state }) => state === 'closed').sort((a, b) => moment(a).localeCompare(moment(b))),
  ];
}

/**
 * The lines for a sheet on paper, which is read at an hour nobody knows: those of the situation and those that stand in when none of
 * them is open, in the order of the edition. Nothing of what is open now.
 */
export function linesOnPaper(
  lines: readonly ContactLine[],
  situation: Situation,
  printedOn: PlainDate,
): readonly Pick<CallAdvice, 'line' | 'needsVerification'>[] {
  return lines
    .filter(({ isFallback, situations }) => isFallback || situations.includes(situation))
    .map((line) => ({ line, needsVerification: needsVerification(line, printedOn) }));
}

/** Whom to call about a situation, in the order of the edition. When no line for it is open, the fallback lines stand in. */
export function whoToCall(lines: readonly ContactLine[], situation: Situation, at: Date): WhoToCall {
  const fitting = lines.filter(({ situations }) => situations.includes(situation)).map((line) => advise(line, at));
  const open = fitting.filter(({ state }) => state === 'open');
  const fallback = lines
    .filter(({ isFallback, situations }) => isFallback && !situations.includes(situation))
    .map((line) => advise(line, at));
  return {
    now: open.length > 0 ? open : fallback.filter(({ state }) => state === 'open'),
    later: notNow(fitting),
  };
}
