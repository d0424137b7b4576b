import { type CaptureTable, captureTable } from '@in-beeld/statistics';
import { refusalFor, type StudyRefusal } from './study.ts';

/** How many persons stand on exactly these lists. */
export interface Listed {
  readonly lists: readonly string[];
  readonly persons: number;
  readonly nameless: number;
}

/** The lists of one year, as far as an analyst must know them before she computes. */
export interface YearOfLists {
  readonly year: number;
  readonly persons: number;
  readonly onSeveral: number;
  /** Persons of whom nobody gave a name: they cannot be recognised on a second list. */
  readonly nameless: number;
  /** Why no total can come of it; then there is no table either. */
  readonly refusal: StudyRefusal | null;
  readonly table: CaptureTable | undefined;
}

/** The table of a year to estimate from, with the names of its lists; none when it is too thin for a total. */
export function yearOfLists(
  year: number,
  listed: readonly Listed[],
  names: Readonly<Record<string, string>>,
): YearOfLists {
  const sum = (of: (each: Listed) => number) => listed.reduce((total, each) => total + of(each), 0);
  const codes = [...new Set(listed.flatMap(({ lists }) => lists))].sort();
  const historyOf = (lists: readonly string[]) => lists.reduce((mask, code) => mask | (1 << codes.indexOf(code)), 0);
  const made =
    codes.length < 2
      ? undefined
      : captureTable(
          codes.map((code) => names[code] ?? code),
          listed.map(({ lists, persons }) => [historyOf(lists), persons]),
        );
  const refusal = made ? refusalFor(made) : 'too-few-lists';
  return {
    year,
    persons: sum(({ persons }) => persons),
    onSeveral: sum(({ lists, persons }) => (lists.length > 1 ? persons : 0)),
    nameless: sum(({ nameless }) => nameless),
    refusal,
    table: refusal ? undefined : made,
  };
}
