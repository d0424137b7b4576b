import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited, writeDelimited } from './read-delimited.ts';
import { readSheet } from './read-sheet.ts';

const upload = (bytes: Buffer | string) => ({ name: 'tabel', bytes: Buffer.from(bytes), isCutOff: false });

/** A ZIP as spreadsheets write it. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = deflateRawSync(text);
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(header, Buffer.from(name), data);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const workbook = (rows: string) =>
  zip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Blad" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Id="rId7" Target="worksheets/blad.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Súdwest-Fryslân &amp; co</t></si><si><r><t>twee </t></r><r><t>delen</t></r></si></sst>',
    'xl/worksheets/blad.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

describe('a table that comes in', () => {
  it.each([
    ['pasted from a spreadsheet', 'gemeente\tdatum\nGroningen\t1-2-2026\n'],
    ['saved by Dutch Excel', '\uFEFFgemeente;datum\r\nGroningen;1-2-2026\r\n'],
    ['as CSV', 'gemeente,datum\nGroningen,"1-2-2026"\n\n'],
  ])('is read, %s', (_, text) => {
    expect(readSheet(upload(text))).toEqual({
      ok: true,
      value: [
        ['gemeente', 'datum'],
        ['Groningen', '1-2-2026'],
      ],
    });
  });

  it('keeps separators, quotes and line ends inside quotes', () => {
    expect(readDelimited('a;b\n"x;y";"hij zei ""nee""\nen ging"')).toEqual([
      ['a', 'b'],
      ['x;y', 'hij zei "nee"\nen ging'],
    ]);
  });

  it('is read in the characters of an older Windows', () => {
    const bytes = Buffer.from('gemeente;x\nS\xFAdwest-Frysl\xE2n;1', 'latin1');
    expect(readSheet(upload(bytes))).toMatchObject({
      value: [
        ['gemeente', 'x'],
        ['Súdwest-Fryslân', '1'],
      ],
    });
  });

  it('is read from the first sheet of a workbook: shared, inline and empty cells, and days as their number', () => {
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>los</t></is></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="3"><v>46054</v></c><c r="C2"/></row><row r="3"/>';
    expect(readSheet(upload(workbook(sheet)))).toEqual({
      ok: true,
      value: [
        ['Súdwest-Fryslân & co', '', 'los'],
        ['twee delen', '46054', ''],
      ],
    });
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 1]), 'sheet-unreadable'],
    ['a ZIP of something else', zip({ 'tekst.txt': 'hallo' }), 'sheet-unreadable'],
    ['a ZIP that ends too soon', workbook('').subarray(0, 60), 'sheet-unreadable'],
    ['a sheet that unpacks to more than we take', workbook(' '.repeat(21 * 1024 * 1024)), 'sheet-unreadable'],
    ['a workbook without a row', workbook(''), 'sheet-unreadable'],
  ])('is refused: %s', (_, bytes, code) => {
    expect(readSheet(upload(bytes as Buffer))).toEqual({ ok: false, error: { code } });
  });

  it('comes back the same after it was written, but for white space and quotes', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/["\s\0]+/g, ' ').trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (sheet) => {
        const kept = sheet.filter((row) => row.some((text) => text !== ''));
        fc.pre(kept.length === sheet.length);
        expect(readDelimited(writeDelimited(sheet))).toEqual(kept);
      }),
      { seed: 20261129 },
    );
  });

  it('never breaks on what is not a table', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readSheet(upload(Buffer.from(bytes)));
        readSheet(upload(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(bytes)])));
      }),
      { seed: 20261129 },
    );
  });
});
