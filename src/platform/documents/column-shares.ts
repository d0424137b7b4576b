/** In characters at the size of a table: a line of A4, what a cell keeps free around its text, and the most one column may ask. */
const LINE = 92;
const AROUND = 2.5;
const WIDEST = 45;

/**
 * The widths of columns beside each other. No word is broken while there is room: each column first gets its longest word, and what is
 * left goes where the texts are longer.
 */
export function columnShares(rows: readonly (readonly string[])[]): number[] {
  const columns = (rows[0] ?? []).map((_, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const longest = (lengths: readonly number[]) => Math.min(WIDEST, Math.max(...lengths) + AROUND);
    const word = longest(texts.flatMap((text) => text.split(/\s+/)).map(({ length }) => length));
    return { word, text: Math.max(word, longest(texts.map(({ length }) => length))) };
  });
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const room = LINE - sum(columns.map(({ word }) => word));
  const asked = sum(columns.map(({ word, text }) => text - word));
  const share = room <= 0 || asked === 0 ? 0 : Math.min(1, room / asked);
  return columns.map(({ word, text }) => word + share * (text - word));
}
