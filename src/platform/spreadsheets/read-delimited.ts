/** Rows of cells, as text. */
export type Sheet = readonly (readonly string[])[];

/**
 * Reads a table that was pasted from a spreadsheet or saved as CSV (RFC 4180, also with semicolons as Dutch Excel writes it). The
 * first line tells the separator. Quotes may hold separators and line ends; empty lines are left out.
 */
export function readDelimited(text: string): Sheet {
  return [...delimitedRows(text)];
}

/** The same row by row, as far as they are asked. */
export function* delimitedRows(text: string): Iterable<readonly string[]> {
  const first = text.slice(0, text.search(/\r|\n|$/));
  const separator = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    const ended = row;
    row = [];
    return ended.some((each) => each !== '') ? [ended] : [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (character === separator) endCell();
    else if (character === '\n') yield* endRow();
    else if (character !== '\r') cell += character;
  }
  yield* endRow();
}

/** Writes a table so that `readDelimited` gives it back: separated by tabs, on one line a row. */
export function writeDelimited(sheet: Sheet): string {
  return sheet
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('"', "''")).join('\t'))
    .map((line, index) => (index === 0 && !line.includes('\t') ? `${line}\t` : line))
    .join('\n');
}
