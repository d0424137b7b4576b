import type { Language } from './language.ts';

const UNITS = {
  nl: { D: ['dag', 'dagen'], M: ['maand', 'maanden'], Y: ['jaar', 'jaar'] },
  en: { D: ['day', 'days'], M: ['month', 'months'], Y: ['year', 'years'] },
} as const;

/** An ISO 8601 duration of one unit in words: 'P90D' is '90 dagen'. A duration of another shape is given as it stands. */
export function writePeriod(period: string, language: Language = 'nl'): string {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(period) ?? [];
  if (!count || !unit) return period;
  const [one, many] = UNITS[language][unit as 'D' | 'M' | 'Y'];
  return `${count} ${count === '1' ? one : many}`;
}
