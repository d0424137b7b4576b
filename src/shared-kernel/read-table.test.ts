import { describe, expect, it } from 'vitest';
import { dayInCell, readTable, type TableShape } from './read-table.ts';

const SHAPE: TableShape<'naam' | 'dag'> = {
  columns: { naam: ['naam', 'wie'], dag: ['dag', 'datum'] },
  required: ['naam'],
  mostRows: 2,
};

describe('a table with headings', () => {
  it('is read by what stands above a column, in any order and spelling', () => {
    const read = readTable(
      [
        ['Datum', 'iets anders', ' Wie '],
        ['1-2-2027', 'x', ' Noor '],
      ],
      SHAPE,
    );
    expect('lines' in read && read.lines.map(({ line, cell }) => [line, cell('naam'), cell('dag')])).toEqual([
      [2, 'Noor', '1-2-2027'],
    ]);
  });

  it('gives nothing for a column that is not there, and for a row that ends early', () => {
    const read = readTable([['naam', 'x', 'dag'], ['Noor']], SHAPE);
    expect('lines' in read && read.lines[0]!.cell('dag')).toBe('');
    const without = readTable([['naam'], ['Noor']], SHAPE);
    expect('lines' in without && without.lines[0]!.cell('dag')).toBe('');
  });

  it('takes the first of two columns of one name', () => {
    const read = readTable(
      [
        ['naam', 'naam'],
        ['een', 'twee'],
      ],
      SHAPE,
    );
    expect('lines' in read && read.lines[0]!.cell('naam')).toBe('een');
  });

  it.each([
    ['no heading', [], { code: 'columns-missing', columns: ['naam'] }],
    ['a column that must be there', [['dag'], ['1-2-2027']], { code: 'columns-missing', columns: ['naam'] }],
    ['no row', [['naam']], { code: 'no-rows' }],
    ['a row too many', [['naam'], ['a'], ['b'], ['c']], { code: 'too-many-rows' }],
  ])('cannot be read with %s', (_why, sheet, problem) => {
    expect(readTable(sheet, SHAPE)).toEqual(problem);
  });
});

describe('a day in a cell', () => {
  it.each([
    ['31-12-2027', '2027-12-31'],
    ['46357', '2026-12-01'],
    ['46357.75', '2026-12-01'],
    ['2026-12-01T00:00:00', '2026-12-01'],
    ['2026-12-01 00:00:00', '2026-12-01'],
    ['30-2-2027', undefined],
    ['gisteren', undefined],
  ])('%s is %s', (typed, date) => {
    expect(dayInCell(typed)).toBe(date);
  });
});
