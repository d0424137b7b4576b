/** One line of a file: its number (from 1) and its fields, trimmed. */
export interface CsvLine {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvText {
  readonly delimiter: ';' | ',' | '\t';
  /** Without empty lines; the first is the header. */
  readonly lines: readonly CsvLine[];
}

/**
 * Splits delimited text into lines and fields (RFC 4180): quotes, any line end, an optional byte order mark and Excel's
 * `sep=` line. The delimiter is the semicolon when the header has one (Dutch Excel), else the tab, else the comma.
 */
export function splitCsv(text: string): CsvText {
  const body = text.replace(/^\uFEFF/, '');
  const announced = /^"?sep=([;,\t])"?\s*(?:\r\n|\r|\n)/i.exec(body);
  const skipped = announced?.[0] ?? '';
  const rest = body.slice(skipped.length);
  const header = rest.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const delimiter = (announced?.[1] ??
    (header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',')) as CsvText['delimiter'];
  const lines: CsvLine[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = skipped === '' ? 1 : 2;
  let started = line;
  const endField = () => {
    fields.push(field.trim());
    field = '';
  };
  const endLine = () => {
    endField();
    if (fields.some((value) => value !== '')) lines.push({ line: started, fields });
    fields = [];
  };
  for (let i = 0; i < rest.length; i++) {
    const character = rest[i]!;
    const isBreak = character === '\n' || character === '\r';
    if (isBreak && character === '\r' && rest[i + 1] === '\n') i++;
    if (isBreak) line++;
    if (quoted) {
      if (character !== '"') field += isBreak ? '\n' : character;
      else if (rest[i + 1] === '"') field += rest[i++]!;
      else quoted = false;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      quoted = true;
    } else if (character === delimiter) endField();
    else if (isBreak) {
      endLine();
      started = line;
    } else field += character;
  }
  endLine();
  return { delimiter, lines };
}
