import { UNKNOWN, YEARLY_FIELDS, type YearlyField, type YearlyTable } from '../domain/yearly-delivery.ts';
import {
  AGE_GROUP_WORDS,
  countryName,
  FORM_WORDS,
  GENDER_WORDS,
  REGION_WORDS,
  REPORTER_WORDS,
  ROUTE_WORDS,
  SECTOR_WORDS,
} from './registration-words.ts';

/** How each column is called in the file. */
export const YEARLY_COLUMNS: Readonly<Record<YearlyField, string>> = {
  line: 'telt als',
  form: 'vorm',
  age: 'leeftijd',
  gender: 'geslacht',
  nationality: 'nationaliteit',
  reporter: 'aanmelder',
  region: 'regio',
  route: 'weg',
  sector: 'sector',
};

/** What is said when a value is too rare to be told. */
export const FOLDED_WORD = 'Samengevoegd';

const EVERYWHERE: Readonly<Record<string, string>> = {
  folded: FOLDED_WORD,
  several: 'Meer dan één',
  unknown: 'Onbekend',
};
const ROUTES = Object.fromEntries(Object.entries(ROUTE_WORDS).map(([route, { label }]) => [route, label]));
const WORDS: Readonly<Record<YearlyField, Readonly<Record<string, string>>>> = {
  line: {
    other: 'Overige',
    abroad: 'Alleen in het buitenland',
    'kmar-sub-3': 'Artikel 273f, eerste lid, onder 3 (Marechaussee)',
  },
  form: FORM_WORDS,
  age: { ...AGE_GROUP_WORDS, 'under-18': 'Onder de 18 jaar', '23+': '23 jaar of ouder' },
  gender: GENDER_WORDS,
  nationality: { 'not-dutch': 'Niet Nederlands' },
  reporter: REPORTER_WORDS,
  region: REGION_WORDS,
  route: ROUTES,
  sector: SECTOR_WORDS,
};

/** A value as people read it. */
export function yearlyWord(field: YearlyField, value: string): string {
  const word = WORDS[field][value] ?? EVERYWHERE[value];
  if (word !== undefined) return word;
  return field === 'nationality' ? countryName(value) : EVERYWHERE[UNKNOWN]!;
}

/** The table as it is sent, line by line, in words; in a demo with its mark. */
export function yearlyLines(
  year: number,
  { rows }: YearlyTable,
  mark: string | undefined,
): readonly (readonly (string | number)[])[] {
  const marked = (line: readonly (string | number)[], last: string) => (mark === undefined ? line : [...line, last]);
  return [
    marked(['jaar', 'mensen', ...YEARLY_FIELDS.map((field) => YEARLY_COLUMNS[field])], 'merk'),
    ...rows.map(({ values, persons }) =>
      marked([year, persons, ...YEARLY_FIELDS.map((field) => yearlyWord(field, values[field]))], mark ?? ''),
    ),
  ];
}
