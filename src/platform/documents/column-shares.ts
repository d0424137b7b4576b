/** A column never gets less room than this many characters, nor much more: one of dates needs less than one of titles. */
const [NARROWEST, WIDEST] = [15, 45];

/** Columns as wide as their longest text asks, within reason, and wide enough for their longest word. */
export function columnShares(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const longestText = Math.max(...texts.map((text) => text.length));
    const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length));
    return Math.max(NARROWEST, Math.min(WIDEST, longestText), Math.min(WIDEST, longestWord * 1.3));
  });
}
