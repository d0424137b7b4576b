import type { Language } from './language.ts';

/**
 * A calendar day in the Netherlands without time or zone, as 'YYYY-MM-DD' (ISO 8601).
 * Days compare correctly as strings; years run from 1900 up to and including 2199.
 */
export type PlainDate = string & { readonly __plainDate: true };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** The number of days in a month (1–12) of a year, leap years included. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function assemble(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}` as PlainDate;
}

/** Reads 'YYYY-MM-DD'; undefined when that day does not exist. */
export function plainDate(text: string): PlainDate | undefined {
  const parts = ISO.exec(text);
  return parts ? assemble(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** As `plainDate`, for constants in code: throws when the day does not exist. */
export function day(text: string): PlainDate {
  const date = plainDate(text);
  if (date === undefined) throw new Error(`geen bestaande dag: ${text}`);
  return date;
}

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** Reads a day the way Dutch people write one: 31-12-2027, 31/12/2027, 31.12.2027, 31 december 2027, 31 dec 2027 or 2027-12-31. */
export function readDutchDate(text: string): PlainDate | undefined {
  const clean = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = plainDate(clean);
  if (iso) return iso;
  const digits = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(clean);
  if (digits) return assemble(Number(digits[3]), Number(digits[2]), Number(digits[1]));
  const words = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/.exec(clean);
  const word = words?.[2];
  if (!words || !word) return undefined;
  const short = word === 'mrt' ? 'maa' : word;
  const month = MONTHS.findIndex((name) => name === word || (short.length === 3 && name.startsWith(short)));
  return month < 0 ? undefined : assemble(Number(words[3]), month + 1, Number(words[1]));
}

/** '24 november 2026'. */
export function writeDutchDate(date: PlainDate): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${dayOfMonth} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** '24 november 2026' in Dutch, '24 November 2026' in English. */
export function writeDate(date: PlainDate, language: Language): string {
  if (language === 'nl') return writeDutchDate(date);
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${dayOfMonth} ${ENGLISH_MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** As far as it is known, in words: '31 oktober 2022', 'oktober 2022' or '2022'. */
export function writePartial(date: string, language: Language): string {
  const names = language === 'nl' ? MONTHS : ENGLISH_MONTHS;
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return [dayOfMonth, month === undefined ? undefined : names[month - 1], year].filter((part) => part).join(' ');
}

/** The day `days` later (or earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as PlainDate;
}

/** The number of days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The same day of the month `months` later; the last day of that month when it is shorter (29 February becomes 28). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return day(
    `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(dayOfMonth, daysInMonth(toYear, toMonth))).padStart(2, '0')}`,
  );
}

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in the Netherlands at an instant. */
export function dutchDay(instant: Date): PlainDate {
  return AMSTERDAM.format(instant) as PlainDate;
}

const CLOCK = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What a clock on the wall in the Netherlands shows at an instant: 'HH:MM'. */
export function dutchTime(instant: Date): string {
  return CLOCK.format(instant);
}
