import { splitCsv } from '@in-beeld/statistics';
import type { CountedRow, CountedTable } from '../disclosure/counted-table.ts';
import { MOST_PROPERTIES, type Property, YEAR } from './property.ts';

export type CountsFault =
  | 'empty-text'
  | 'no-year'
  | 'no-count'
  | 'no-contributor'
  | 'no-property'
  | 'too-many-properties'
  | 'unknown-column'
  | 'repeated-column'
  | 'municipality'
  | 'wrong-number-of-fields'
  | 'not-a-year'
  | 'year-not-over'
  | 'too-many-years'
  | 'unknown-value'
  | 'nameless-contributor'
  | 'not-a-count'
  | 'too-many-lines'
  | 'no-people';

/** What is wrong with a table of counts, and where; lines count from 1. */
export interface CountsProblem {
  readonly fault: CountsFault;
  readonly line?: number;
  /** Name of the column, as the file calls it. */
  readonly column?: string;
}

/** What was read, or what is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: CountsProblem };

const right = <Value>(value: Value): Read<Value> => ({ ok: true, value });
const wrong = (problem: CountsProblem): Read<never> => ({ ok: false, problem });

/** A table as it was read, with the properties it tells people apart by. */
export interface ReadCounts {
  readonly counted: CountedTable;
  readonly properties: readonly Property[];
  readonly years: readonly string[];
}

const CONTRIBUTOR = 'bijdrager';
const COUNT: readonly string[] = ['aantal', 'count'];
const MUNICIPAL = /^(gemeente|gemeentecode|woonplaats|plaats|postcode|buurt|wijk)$/;
const MOST_LINES = 20_000;
const MOST_YEARS = 15;
/** Registration as we know it began in this century. */
const FIRST_YEAR = 2000;

/**
 * Reads a table of counts as a spreadsheet saves it: columns `jaar`, one to three properties, `bijdrager` (who counted) and
 * `aantal` last or anywhere. Years that are not over yet are refused, and so is everything finer than a police unit.
 */
export function readCounts(text: string, known: readonly Property[], thisYear: number): Read<ReadCounts> {
  const { lines } = splitCsv(text);
  const [head, ...body] = lines;
  if (!head || body.length === 0) return wrong({ fault: 'empty-text' });
  if (body.length > MOST_LINES) return wrong({ fault: 'too-many-lines' });
  const columns = readHeader(head.fields, known);
  if (!columns.ok) return columns;
  const { year, contributor, count, properties } = columns.value;

  const rows: CountedRow[] = [];
  const years = new Set<string>();
  for (const { line, fields } of body) {
    if (fields.length !== head.fields.length) return wrong({ fault: 'wrong-number-of-fields', line });
    const at = (place: number) => fields[place]!;
    const problem = (fault: CountsFault, place: number) => wrong({ fault, line, column: head.fields[place]! });
    const when = Number(at(year));
    if (!/^\d{4}$/.test(at(year)) || when < FIRST_YEAR) return problem('not-a-year', year);
    if (when >= thisYear) return problem('year-not-over', year);
    const people = Number(at(count).replace(/^(\d{1,3}(?:\.\d{3})+)$/, (grouped) => grouped.replaceAll('.', '')));
    if (!/^[\d.]+$/.test(at(count)) || !Number.isSafeInteger(people) || people > 1_000_000)
      return problem('not-a-count', count);
    if (at(contributor) === '') return problem('nameless-contributor', contributor);
    const values: string[] = [at(year)];
    for (const { property, place } of properties) {
      const value = readValue(property, at(place));
      if (value === undefined) return problem(/^GM\d{4}$/i.test(at(place)) ? 'municipality' : 'unknown-value', place);
      values.push(value);
    }
    years.add(at(year));
    rows.push({ values, contributor: at(contributor).toLowerCase(), count: people });
  }
  if (years.size > MOST_YEARS) return wrong({ fault: 'too-many-years' });
  if (rows.every((row) => row.count === 0)) return wrong({ fault: 'no-people' });
  const inOrder = [...years].sort();
  return right({
    counted: {
      dimensions: [
        { id: YEAR, categories: inOrder },
        ...properties.map(({ property }) => ({ id: property.id, categories: property.values.map(({ id }) => id) })),
      ],
      rows: summed(rows),
    },
    properties: properties.map(({ property }) => property),
    years: inOrder,
  });
}

interface Columns {
  readonly year: number;
  readonly contributor: number;
  readonly count: number;
  readonly properties: readonly { readonly property: Property; readonly place: number }[];
}

function readHeader(fields: readonly string[], known: readonly Property[]): Read<Columns> {
  const names = fields.map((name) => name.toLowerCase());
  const propertyOf = (name: string) => known.find((each) => each.id === name || each.name.toLowerCase() === name);
  for (const [place, name] of names.entries()) {
    if (names.indexOf(name) !== place) return wrong({ fault: 'repeated-column', line: 1, column: fields[place]! });
    if (MUNICIPAL.test(name)) return wrong({ fault: 'municipality', line: 1, column: fields[place]! });
    if (name !== YEAR && name !== CONTRIBUTOR && !COUNT.includes(name) && !propertyOf(name))
      return wrong({ fault: 'unknown-column', line: 1, column: fields[place]! });
  }
  const place = (wanted: (name: string) => boolean) => names.findIndex(wanted);
  const [year, contributor, count] = [
    place((name) => name === YEAR),
    place((name) => name === CONTRIBUTOR),
    place((name) => COUNT.includes(name)),
  ];
  if (year < 0) return wrong({ fault: 'no-year' });
  if (contributor < 0) return wrong({ fault: 'no-contributor' });
  if (count < 0) return wrong({ fault: 'no-count' });
  const properties = known.flatMap((property) => {
    const at = place((name) => propertyOf(name) === property);
    return at < 0 ? [] : [{ property, place: at }];
  });
  if (properties.length === 0) return wrong({ fault: 'no-property' });
  if (properties.length > MOST_PROPERTIES) return wrong({ fault: 'too-many-properties' });
  return right({ year, contributor, count, properties });
}

function readValue(property: Property, typed: string): string | undefined {
  const wanted = typed.toLowerCase();
  return property.values.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)?.id;
}

/** Equal lines as one, in an order that does not depend on the file. */
function summed(rows: readonly CountedRow[]): readonly CountedRow[] {
  const byKey = new Map<string, CountedRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.values, row.contributor]);
    byKey.set(key, { ...row, count: (byKey.get(key)?.count ?? 0) + row.count });
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
