import type { CellRule } from '../../../../../shared-kernel/publishable.ts';
import {
  type CountedRow,
  type CountedTable,
  type Dimension,
  linkedTableOf,
} from '../../../domain/disclosure/counted-table.ts';
import type { LinkedTable, Publication } from '../../../domain/disclosure/linked-table.ts';
import { type HidingReason, type OpenAttack, type Protected, protect } from '../../../domain/disclosure/protect.ts';

/** Numbers from 0 to 1 that only look random: the same seed gives the same ones. */
export function drawn(seed: number): () => number {
  const state = { value: Math.imul(seed, 2_654_435_761) };
  return () => {
    state.value = (Math.imul(state.value ^ (state.value >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    state.value ^= state.value >>> 13;
    return (state.value >>> 0) / 2 ** 32;
  };
}

/** One table of rows by columns, in one year, with all its totals. */
export function crossTable(
  rows: Readonly<Record<string, Readonly<Record<string, number>>>>,
  year = '2025',
): LinkedTable {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const dimensions: Dimension[] = [
    { id: 'jaar', categories: [year] },
    { id: 'r', categories: Object.keys(rows) },
    { id: 'k', categories: columns },
  ];
  const counted = Object.entries(rows).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, count]) => ({
      values: [year, row, column],
      contributor: `${row} ${column}`,
      count,
    })),
  );
  return linkedTableOf({ dimensions, rows: spreadOver(counted) }, [['r', 'k']]);
}

/** Every count divided over three contributors, so that none of them holds more than half. */
export function spreadOver(rows: readonly CountedRow[]): readonly CountedRow[] {
  return rows.flatMap((row) =>
    [0, 1, 2].map((nth) => ({ ...row, contributor: `bijdrager ${nth}`, count: Math.floor((row.count + nth) / 3) })),
  );
}

export const cell = (row: string, column: string, year = '2025') => `jaar=${year}|r=${row}|k=${column}`;

const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  gebied: { n: 9, o: 12, m: 10, nh: 9, a: 18, dh: 11, r: 12, zwb: 9, ob: 8, l: 7, kmar: 6, onbekend: 4 },
  vorm: { seksueel: 50, arbeid: 30, crimineel: 12, overig: 5, onbekend: 8 },
  leeftijd: { minderjarig: 20, meerderjarig: 75, onbekend: 5 },
};

/** Counts that look like registrations: some large, many small, a dozen contributors. */
export function registrations(
  seed: number,
  years: readonly string[],
  casesAYear: number,
  properties: readonly string[] = Object.keys(WEIGHTS),
): CountedTable {
  const next = drawn(seed);
  const pick = (weights: Readonly<Record<string, number>>) => {
    let rest = next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    for (const [value, weight] of Object.entries(weights)) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return Object.keys(weights)[0]!;
  };
  const rows = years.flatMap((year) =>
    Array.from({ length: casesAYear }, () => ({
      values: [year, ...properties.map((property) => pick(WEIGHTS[property]!))],
      contributor: `bijdrager ${Math.floor(next() * 12)}`,
      count: 1,
    })),
  );
  return {
    dimensions: [
      { id: 'jaar', categories: years },
      ...properties.map((id) => ({ id, categories: Object.keys(WEIGHTS[id]!) })),
    ],
    rows,
  };
}

/** All pairs of properties: what is published of them. */
export function pairsOf({ dimensions }: CountedTable): readonly (readonly string[])[] {
  const ids = dimensions.slice(1).map(({ id }) => id);
  return ids.length === 1 ? [ids] : ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other]));
}

/** The publication by a rule, with an attacker who looks. @throws when it is refused. */
export function published(table: LinkedTable, rule: CellRule, openAttack: OpenAttack): Protected {
  const result = protect(table, rule, { openAttack });
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.cell}`);
  return result.value;
}

/** An attacker who never finds anything: what a publication is without complementary suppression. */
export const nobodyLooks: OpenAttack = () => ({
  next: () => undefined,
  exposed: () => [],
  remedy: () => [],
  hide: () => {},
  summary: { sensitive: 0, narrowest: null, solves: 0 },
  close: () => {},
});

/** The cells an attacker recovers from a publication that came out. */
export function recovered(
  table: LinkedTable,
  publication: Publication,
  rule: CellRule,
  openAttack: OpenAttack,
): readonly string[] {
  const attack = openAttack(table, publication, { rule, earlier: new Map(), fixed: new Set() });
  try {
    return attack.exposed();
  } finally {
    attack.close();
  }
}

export const countOf = (reasons: ReadonlyMap<string, HidingReason>, reason: HidingReason) =>
  [...reasons.values()].filter((each) => each === reason).length;
