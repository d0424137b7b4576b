import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPlainSheet, readSheet } from './read-sheet.ts';
import { writeXlsx } from './write-xlsx.ts';

const upload = (bytes: Uint8Array | string) => ({
  name: 'tabel',
  bytes: Buffer.from(bytes as Uint8Array),
  isCutOff: false,
});
const read = (bytes: Uint8Array | string, mostRows = 10) => readPlainSheet(upload(bytes), mostRows);

const written = writeXlsx([
  {
    name: 'Blad & co',
    rows: [
      ['Naam', 'Leeftijd'],
      ['Fatima <Fictief>', '12-15'],
    ],
    widths: [10, 10],
  },
  { name: 'Uitleg', rows: [['uitleg']], widths: [20] },
]);
/** The same workbook with something in it that makes it more than a table. */
function with_(part: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(written);
  const text = part in parts ? new TextDecoder().decode(parts[part]) : '';
  return zipSync({ ...parts, [part]: strToU8(change(text)) });
}
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a table that must be plain', () => {
  it('comes back from a workbook as it was written, with every column as text', async () => {
    expect(await read(written)).toEqual({
      ok: true,
      value: {
        sheet: [
          ['Naam', 'Leeftijd'],
          ['Fatima <Fictief>', '12-15'],
        ],
        letters: undefined,
      },
    });
    expect(new TextDecoder().decode(unzipSync(written)['xl/styles.xml'])).toContain('numFmtId="49"');
  });

  it.each([
    ['formulas', with_(SHEET, (xml) => xml.replace('<is>', '<f>A1+1</f><is>')), 'sheet-formulas'],
    [
      'a shared formula without text',
      with_(SHEET, (xml) => xml.replace('<is>', '<f t="shared" si="0"/><is>')),
      'sheet-formulas',
    ],
    [
      'merged cells',
      with_(SHEET, (xml) =>
        xml.replace('</worksheet>', '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'),
      ),
      'sheet-merged',
    ],
    ['macros', with_('xl/vbaProject.bin', () => 'macro'), 'sheet-macros'],
    [
      'macros by its kind',
      with_('[Content_Types].xml', (xml) => xml.replace('spreadsheetml.sheet.main', 'excel.sheet.macroEnabled.main')),
      'sheet-macros',
    ],
    [
      'days since 1904',
      with_('xl/workbook.xml', (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>')),
      'sheet-other-calendar',
    ],
    ['an old Excel, or one with a password', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'sheet-old-excel'],
    ['nothing', '', 'file-empty'],
    [
      'letters that are no letters in Windows-1252',
      Buffer.from([0x61, 0x3b, 0x62, 0x0a, 0x81, 0xff]),
      'letters-unknown',
    ],
    ['no table at all', Buffer.from([0x00, 0x01, 0x02]), 'sheet-unreadable'],
  ])('is refused with %s', async (_, bytes, code) => {
    expect(await read(bytes)).toEqual({ ok: false, error: { code } });
  });

  it.each([
    ['UTF-8', 'naam;x\nZoë;1', 'utf-8'],
    ['UTF-8 with a mark', '\uFEFFnaam;x\nZoë;1', 'utf-8'],
    ['UTF-16, as Excel saves Unicode text', Buffer.from('\uFEFFnaam\tx\nZoë\t1', 'utf16le'), 'utf-16'],
    ['UTF-16 the other way round', Buffer.from('\uFEFFnaam\tx\nZoë\t1', 'utf16le').swap16(), 'utf-16'],
    ['Windows-1252', Buffer.from('naam;x\nZoë;1', 'latin1'), 'windows-1252'],
  ])('is read in %s, and says so', async (_, bytes, letters) => {
    expect(await read(bytes)).toEqual({
      ok: true,
      value: {
        sheet: [
          ['naam', 'x'],
          ['Zoë', '1'],
        ],
        letters,
      },
    });
  });

  it('still lets other tables hold formulas', () => {
    expect(readSheet(upload(with_(SHEET, (xml) => xml.replace('<is>', '<f>A1+1</f><is>'))))).toMatchObject({
      ok: true,
    });
  });

  it('reads no more rows of a workbook than were asked for', async () => {
    const many = writeXlsx([{ name: 'Blad', rows: Array.from({ length: 20 }, (_, row) => [`${row}`]), widths: [] }]);
    const answer = await read(many, 12);
    expect(answer.ok && answer.value.sheet).toHaveLength(12);
  });
});
