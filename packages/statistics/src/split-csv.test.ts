import { describe, expect, it } from 'vitest';
import { splitCsv } from './split-csv.ts';

describe('splitCsv', () => {
  it.each([
    ['A,B\n1,2\n', ','],
    ['A;B\r\n1;2\r\n', ';'],
    ['A\tB\r1\t2', '\t'],
    ['\uFEFFA;B\n\n1; 2\n', ';'],
    ['"A";"B"\n"1";"2"', ';'],
    ['sep=;\nA;B\n1;2', ';'],
  ])('splits %j', (text, delimiter) => {
    const { delimiter: found, lines } = splitCsv(text);
    expect(found).toBe(delimiter);
    expect(lines.map(({ fields }) => fields)).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
  });

  it('keeps delimiters, quotes and line ends inside quotes, and counts lines as an editor does', () => {
    const { lines } = splitCsv('"Politie, ""regio""\nNoord",B\n\n1,2');
    expect(lines).toEqual([
      { line: 1, fields: ['Politie, "regio"\nNoord', 'B'] },
      { line: 4, fields: ['1', '2'] },
    ]);
  });

  it('finds no lines in nothing', () => {
    expect(splitCsv(' \n').lines).toEqual([]);
  });
});
