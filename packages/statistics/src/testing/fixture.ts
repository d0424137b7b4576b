import { readFileSync } from 'node:fs';
import { type CaptureTable, captureTable } from '../capture-table.ts';

/** A fixture of this package, by file name without extension. Tests only. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8')) as T;
}

interface TableFixture {
  readonly lists: readonly string[];
  readonly rows: readonly string[];
}

const TABLES = fixture<{ tables: Record<string, TableFixture> }>('tables').tables;

/** A published capture table by its name in fixtures/tables.json. */
export function publishedTable(name: string): CaptureTable {
  const found = TABLES[name];
  if (!found) throw new Error(`no table ${name}`);
  return tableOf(found);
}

/** Histories of a published table in the order of its rows. */
export function publishedHistories(name: string): number[] {
  return TABLES[name]!.rows.map((row) => history(row.split(' ')[0]!));
}

/** A table from rows such as "101 12": on the first and the third list, twelve cases. */
export function tableOf({ lists, rows }: TableFixture): CaptureTable {
  return captureTable(
    lists,
    rows.map((row) => {
      const [bits, count] = row.split(' ');
      return [history(bits!), Number(count)] as const;
    }),
  );
}

function history(bits: string): number {
  return [...bits].reduce((mask, bit, index) => (bit === '1' ? mask | (1 << index) : mask), 0);
}

/** |a − b| relative to b. */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
}
