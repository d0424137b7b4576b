import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barDrawing, barFigure } from './bar-figure.ts';
import { columnShares } from './column-shares.ts';
import { createDocumentPress } from './document-press.ts';
import { type Block, checkedDocument, DOCUMENT_FONT, DocumentFault, type DocumentTree } from './document-tree.ts';
import { readDocx } from './testing/read-docx.ts';
import { hasUntaggedText, readPdf } from './testing/read-pdf.ts';
import { writePng } from './write-png.ts';

const MARK = 'Voorbeeldgegevens, niet echt';
/** Markup of every language that could be meant: XML, Typst, formula, entity, template, control character, lone surrogate. */
const NASTY = `<w:t>&amp;"'</w:t> #panic("x") $x^2$ *vet* =1+1 \${x} ]]> \\u{1F4A9} \u0007é \ud800.`;
const READABLE = `<w:t>&amp;"'</w:t> #panic("x") $x^2$ *vet* =1+1 \${x} ]]> \\u{1F4A9} é \ufffd.`;

const tree: DocumentTree = {
  title: 'Raadsinformatiebrief aanpak mensenhandel',
  author: 'Gemeente Voorbeeld',
  subject: 'Waar staan wij?',
  language: 'nl-NL',
  madeOn: '2026-11-25',
  mark: MARK,
  blocks: [
    { kind: 'heading', level: 2, text: 'Waar staan wij?' },
    { kind: 'paragraph', text: 'Eén alinea.\nEn een tweede regel.' },
    { kind: 'heading', level: 3, text: 'Per thema' },
    { kind: 'list', items: ['Beleid', 'Signaleren'] },
    { kind: 'table', caption: 'Niveau per thema', header: ['Thema', 'Niveau'], rows: [['Beleid', '2 van 4']] },
    barFigure({
      caption: 'Beleid staat op 2',
      alt: 'Staaf: beleid 2 van 4.',
      max: 4,
      bars: [{ label: 'Beleid', value: 2, reading: '2 van 4' }],
    }),
    { kind: 'heading', level: 2, text: 'Wat gaan wij doen?' },
    { kind: 'paragraph', text: 'Dit staat in het plan.' },
  ],
};
const HEADINGS = ['Raadsinformatiebrief aanpak mensenhandel', 'Waar staan wij?', 'Per thema', 'Wat gaan wij doen?'];

const nasty: DocumentTree = {
  ...tree,
  title: NASTY,
  author: NASTY,
  subject: NASTY,
  mark: NASTY,
  blocks: [
    { kind: 'heading', level: 2, text: NASTY },
    { kind: 'paragraph', text: NASTY },
    { kind: 'list', items: [NASTY] },
    { kind: 'table', caption: NASTY, header: [NASTY], rows: [[NASTY]] },
    barFigure({ caption: NASTY, alt: NASTY, max: 4, bars: [{ label: NASTY, value: 1, reading: NASTY }] }),
  ],
};

const has = (program: string) => spawnSync('which', [program]).status === 0;
const press = createDocumentPress();
afterAll(() => press.stop());

describe('a document as PDF', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await press.print(tree, 'pdf');
  });

  it('gives a screen reader title, language, headings in order, header cells and alternative texts', () => {
    const read = readPdf(bytes);
    expect(read).toMatchObject({ language: 'nl-NL', title: tree.title, isUa1: true, faults: [] });
    const headings = read.elements.filter(({ role }) => /^H\d$/.test(role));
    expect(headings.map(({ role, title }) => [role, title])).toEqual(
      HEADINGS.map((text, index) => [['H1', 'H2', 'H3', 'H2'][index], text]),
    );
    expect(read.elements.filter(({ role }) => role === 'TH').map(({ scope }) => scope)).toEqual(['Column', 'Column']);
    expect(read.elements.find(({ role }) => role === 'Figure')?.alt).toBe('Staaf: beleid 2 van 4.');
  });

  it('is the same file for the same document', async () => {
    expect(Buffer.from(await press.print(tree, 'pdf')).equals(bytes)).toBe(true);
  });

  it.skipIf(!has('pdfinfo'))('says the same to another reader (poppler)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'document-'));
    const file = join(folder, 'brief.pdf');
    writeFileSync(file, bytes);
    const told = (option: string) => execFileSync('pdfinfo', [option, file], { encoding: 'utf8', stdio: 'pipe' });
    expect(told('-isodates')).toMatch(/Title: +Raadsinformatiebrief[\s\S]*Tagged: +yes/);
    const texts = told('-struct-text');
    const places = HEADINGS.map((text) => texts.search(new RegExp(`H[123] "${text.replace('?', '\\?')}"`)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(texts).toContain('/Scope /Column');
    rmSync(folder, { recursive: true });
  });

  it('takes every text as text, also one full of markup and of characters its font lacks', async () => {
    const read = readPdf(await press.print(nasty, 'pdf'));
    expect(read.faults).toEqual([]);
    expect(read.elements.find(({ role }) => role === 'H2')?.title).toBe(READABLE);
    const withChinese = { ...tree, title: 'Brief 漢字 ş' };
    expect(readPdf(await press.print(withChinese, 'pdf'))).toMatchObject({ title: 'Brief □□ ş', faults: [] });
  });

  it('carries the mark on every page', async () => {
    const long: Block[] = Array.from({ length: 90 }, (_, index) => ({ kind: 'paragraph', text: `Alinea ${index}` }));
    const read = readPdf(await press.print({ ...tree, blocks: long }, 'pdf'));
    expect(read.faults).toEqual([]);
    expect(read.pages).toBeGreaterThan(2);
    expect(read.pagesWithHeader).toBe(read.pages);
    const { mark: _, ...unmarked } = tree;
    expect(readPdf(await press.print(unmarked, 'pdf')).pagesWithHeader).toBe(0);
  });

  it('canary: the reader notices a paragraph that hangs in no element, and text outside every tag', () => {
    const source = Buffer.from(bytes).toString('latin1');
    const orphaned = source.replace(/\/Type \/StructElem(\s+\/S \/P\s)/, '/Type /StructGone$1');
    expect(orphaned).not.toBe(source);
    expect(readPdf(Buffer.from(orphaned, 'latin1')).faults).toEqual(['a piece of text in no element']);
    expect(hasUntaggedText('/P <</MCID 0>> BDC BT (a) Tj ET EMC')).toBe(false);
    expect(hasUntaggedText('/P <</MCID 0>> BDC BT (a EMC \\) b) Tj ET EMC BT [(EMC)] TJ ET')).toBe(true);
  });

  it('canary: the reader notices a missing alternative text, a header cell without scope and another language', () => {
    const change = (from: RegExp, to: string) =>
      readPdf(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')).faults;
    expect(change(/\/Alt \([^)]*\)/g, '')).toEqual(['a figure without alternative text']);
    expect(change(/\/Scope \/Column/g, '')).toEqual(['a table without header cells']);
    expect(change(/\/Lang \(nl-NL\)/g, '/Lang (en-GB)')).toEqual(['no Dutch language']);
    expect(change(/\/S \/H3/g, '/S /H4')).toEqual(['a heading skips a level']);
  });
});

describe('a document as DOCX', () => {
  it('has real heading styles in order, a header row, an alternative text, language, title and the mark', async () => {
    const read = readDocx(await press.print(tree, 'docx'));
    const headings = read.paragraphs.filter(({ style }) => style?.startsWith('Heading'));
    expect(headings.map(({ style, text }) => [style, text])).toEqual(
      HEADINGS.map((text, index) => [['Heading1', 'Heading2', 'Heading3', 'Heading2'][index], text]),
    );
    expect(read.tables).toEqual([
      {
        hasHeaderRow: true,
        rows: [
          ['Thema', 'Niveau'],
          ['Beleid', '2 van 4'],
        ],
      },
      // the figure: its words are text, only the bar is a picture
      { hasHeaderRow: false, rows: [['Beleid', '', '2 van 4']] },
    ]);
    expect(read.alternatives).toEqual(['Beleid: 2 van 4']);
    const faces = [...read.parts.get('word/styles.xml')!.matchAll(/w:ascii="([^"]+)"/g)].map(([, face]) => face);
    expect(new Set(faces)).toEqual(new Set([DOCUMENT_FONT]));
    expect(Buffer.from(await press.print(tree, 'pdf')).toString('latin1')).toContain('LibertinusSerif');
    expect(read.parts.get('word/styles.xml')).toContain('<w:lang w:val="nl-NL"');
    // what Word's navigation pane and a screen reader go by
    expect(read.parts.get('word/styles.xml')?.match(/<w:outlineLvl w:val="[012]"\/>/g)).toHaveLength(3);
    expect(read.parts.get('docProps/core.xml')).toContain(`<dc:title>${tree.title}</dc:title>`);
    expect(read.parts.get('word/header1.xml')).toContain(MARK);
  });

  it('is well-formed and says the same with markup in every field', async () => {
    const read = readDocx(await press.print(nasty, 'docx'));
    expect(read.paragraphs.filter(({ text }) => text === READABLE).length).toBeGreaterThanOrEqual(8);
    for (const [name, xml] of read.parts) expect([name, faultOfXml(xml)]).toEqual([name, undefined]);
  });

  it('canary: the check of well-formed XML fails on an open element and on a bare ampersand', () => {
    expect(faultOfXml('<a><b></a>')).toBeDefined();
    expect(faultOfXml('<a>&</a>')).toBeDefined();
  });

  it.skipIf(!has('soffice'))('opens in LibreOffice', { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'document-'));
    writeFileSync(join(folder, 'brief.docx'), await press.print(nasty, 'docx'));
    const options = [`-env:UserInstallation=file://${folder}/profiel`, '--headless', '--convert-to', 'txt:Text'];
    execFileSync('soffice', [...options, '--outdir', folder, join(folder, 'brief.docx')], { stdio: 'pipe' });
    expect(execFileSync('cat', [join(folder, 'brief.txt')], { encoding: 'utf8' })).toContain('#panic("x")');
    rmSync(folder, { recursive: true });
  });
});

describe('the columns of a table', () => {
  const header = ['Actie', 'Onderdeel', 'Wie', 'Vervanger', 'Termijn', 'Stand'];
  const row = [
    'Neem mensenhandel op in het integraal veiligheidsplan en in het beleid voor het sociaal domein',
    'K1.7',
    'beleidsmedewerker',
    'beleidsmedewerker',
    '31 september 2026',
    'nog te doen',
  ];
  it('break no word while there is room, and give what is left to the longest text', () => {
    const shares = columnShares([header, row]);
    const total = shares.reduce((sum, share) => sum + share, 0);
    expect(total).toBeLessThanOrEqual(92);
    for (const [column, share] of shares.entries()) {
      const words = [header[column]!, ...row[column]!.split(' ')];
      expect([column, share >= Math.max(...words.map(({ length }) => length)) + 2]).toEqual([column, true]);
    }
    expect(Math.max(...shares)).toBe(shares[0]);
  });
  it('stay beside each other when the words ask more than a line', () => {
    const shares = columnShares([Array.from({ length: 4 }, () => 'x'.repeat(60))]);
    expect(new Set(shares)).toEqual(new Set([45]));
  });
});

describe('a document meant for one sheet', () => {
  it('is set closer in Word, with the table as wide as the text', async () => {
    const shape = async (isOneSheet: boolean) => {
      const xml = readDocx(await press.print({ ...tree, isOneSheet }, 'docx')).parts.get('word/document.xml')!;
      const margin = Number(/<w:pgMar[^>]*w:left="(\d+)"/.exec(xml)![1]);
      return { margin, table: Number(/<w:tblW[^>]*w:w="(\d+)"/.exec(xml)![1]) };
    };
    const [close, roomy] = [await shape(true), await shape(false)];
    expect(close.margin).toBeLessThan(roomy.margin);
    for (const { margin, table } of [close, roomy]) expect(table).toBe(11906 - 2 * margin);
  });
});

describe('a bar as a picture', () => {
  it('is as long as its value, on a track that is always as long', () => {
    const coloured = (value: number) => {
      const drawing = barDrawing(value, 4);
      const png = Buffer.from(writePng(drawing));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawing.width * 2, drawing.height * 2]);
      const at = png.indexOf('IDAT');
      const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
      const row = pixels.subarray(1, drawing.width * 6 + 1);
      return row.toString('hex').match(/0e5a63/g)?.length ?? 0;
    };
    expect([coloured(0), coloured(2) * 2]).toEqual([0, coloured(4)]);
    expect(coloured(2)).toBeGreaterThan(200);
  });
});

describe('the press', () => {
  it('goes on with a new process when one dies under it', async () => {
    const short = createDocumentPress({ timeLimitMs: 1 });
    await expect(short.print(tree, 'pdf')).rejects.toThrow(/stopped with SIGKILL/);
    const patient = createDocumentPress({ replaceAfter: 1 });
    const files = await Promise.all([1, 2, 3].map(() => patient.print(tree, 'pdf')));
    expect(files.map((file) => file.length)).toEqual(Array(3).fill(files[0]!.length));
    patient.stop();
  });

  it.each<[string, Block]>([
    ['a skipped level', { kind: 'heading', level: 3, text: 'Te diep' }],
    ['an empty heading', { kind: 'heading', level: 2, text: ' ' }],
    ['a figure without alternative text', { ...barFigure({ caption: 'x', alt: '', max: 1, bars: [] }) }],
    ['a table without header', { kind: 'table', caption: 'x', header: [''], rows: [['a']] }],
    ['a row of another width', { kind: 'table', caption: 'x', header: ['a', 'b'], rows: [['a']] }],
  ])('refuses a document with %s', (_, block) => {
    expect(() => checkedDocument({ ...tree, blocks: [block] })).toThrow(DocumentFault);
  });
});

/** The first fault in a piece of XML: an element that does not close, a bare < or &. */
function faultOfXml(xml: string): string | undefined {
  const open: string[] = [];
  for (const [piece, close, name, self] of xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .matchAll(/<(\/?)([\w:-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>|[^<]+|</g)) {
    if (!name) {
      if (piece === '<' || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(piece)) return piece;
    } else if (close) {
      if (open.pop() !== name) return piece;
    } else if (!self) open.push(name);
  }
  return open.at(-1);
}
