import type { CaptureTable } from './capture-table.ts';

/**
 * A table as text that does not depend on the order of its rows: a header and one line per observed history, in the
 * order of the bit masks. Meant to be hashed, so that a result can name the exact data it came from.
 */
export function canonicalText({ lists, counts }: CaptureTable): string {
  const rows = Array.from(counts.keys()).filter((history) => counts[history]! > 0);
  const line = (history: number) => [...lists.map((_, index) => (history >> index) & 1), counts[history]!].join();
  return [[...lists, 'count'].map((name) => JSON.stringify(name)).join(), ...rows.map(line), ''].join('\n');
}
