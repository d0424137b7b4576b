import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvwMetadata, jsonRow, type OpenColumn, writeCsv } from './open-table.ts';

interface Row {
  readonly text: string | null;
  readonly count: number;
}
const COLUMNS: readonly OpenColumn<Row>[] = [
  {
    name: 'tekst',
    title: { nl: 'Tekst', en: 'Text' },
    description: { nl: 'Een tekst.', en: 'A text.' },
    datatype: 'string',
    cell: ({ text }) => text,
  },
  {
    name: 'aantal',
    title: { nl: 'Aantal', en: 'Number' },
    description: { nl: 'Een aantal.', en: 'A number.' },
    datatype: 'integer',
    required: true,
    cell: ({ count }) => count,
  },
];
const FACTS = {
  file: 'data.csv',
  id: 'proef',
  title: { nl: 'Proef', en: 'Trial' },
  description: { nl: 'Een proef.', en: 'A trial.' },
  date: '2026-11-25',
} as const;

/** Reads a CSV as RFC 4180 says. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const char = csv[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (csv[at + 1] === '"') cell += csv[++at];
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (char === '\r' && csv[at + 1] === '\n') {
      rows.at(-1)!.push(cell);
      rows.push([]);
      cell = '';
      at++;
    } else cell += char;
  }
  return rows.slice(0, -1);
}

describe('a table for everybody', () => {
  const awkward = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ';', '\r', '\n', '\t', '=', '-', ' ', "'", '\u{1f600}'),
  });

  it('gives every text back as it was, unless a spreadsheet would run it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: awkward, count: fc.nat() })), (rows) => {
        const [names, ...lines] = parse(writeCsv(COLUMNS, rows, undefined));
        expect(names).toEqual(['tekst', 'aantal']);
        expect(lines.map(([text]) => text!.replace(/^'/, ''))).toEqual(rows.map(({ text }) => text!.replace(/^'/, '')));
        for (const [text] of lines) expect(text).not.toMatch(/^\s*[=+\-@\t]/);
      }),
    );
  });

  it.each([
    '=1+1',
    '+31',
    '-2',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\r=1',
    '＝1',
  ])('never starts a cell with the formula %j', (text) => {
    expect(parse(writeCsv(COLUMNS, [{ text, count: 1 }], undefined))[1]![0]).toBe(`'${text}`);
  });

  it('leaves empty what is not known, and says in every row that nothing is real', () => {
    expect(writeCsv(COLUMNS, [{ text: null, count: 0 }], 'Niet echt')).toBe('tekst,aantal,merk\r\n,0,Niet echt\r\n');
  });

  it('describes exactly the columns of the file, in their order', () => {
    for (const mark of [undefined, 'Niet echt']) {
      const metadata = csvwMetadata(COLUMNS, { ...FACTS, mark }) as {
        tableSchema: { columns: { name: string; 'dc:description': { '@language': string; '@value': string }[] }[] };
        'dc:description': { '@value': string }[];
      };
      const [names] = parse(writeCsv(COLUMNS, [], mark));
      expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(names);
      for (const column of metadata.tableSchema.columns)
        expect(column['dc:description'].map((each) => [each['@language'], each['@value'].length > 5])).toEqual([
          ['nl', true],
          ['en', true],
        ]);
      expect(metadata['dc:description'].some((each) => each['@value'] === 'Niet echt')).toBe(mark !== undefined);
    }
  });

  it('gives the same cells in JSON', () => {
    expect(jsonRow(COLUMNS, { text: '=1', count: 2 })).toEqual({ tekst: '=1', aantal: 2 });
  });
});
