import { inflateRawSync } from 'node:zlib';
import { listInTurns } from '../runner/in-turns.ts';
import type { Sheet } from './read-delimited.ts';

/** How much of a workbook is taken; a file that wants more is refused. */
export interface XlsxLimits {
  /** What one part may become when it is unpacked, in bytes. */
  readonly largestPart: number;
  /** With the heading; rows after these are left unread. */
  readonly mostRows: number;
}

export const USUAL_LIMITS: XlsxLimits = { largestPart: 20 * 1024 * 1024, mostRows: 5000 };
const MOST_COLUMNS = 60;

/** What makes that a cell does not simply say what it shows, or that the file does more than hold a table. */
export type NotPlain = {
  readonly code: 'sheet-formulas' | 'sheet-macros' | 'sheet-merged' | 'sheet-other-calendar';
};

/**
 * Reads the first sheet of an Excel workbook (ECMA-376) as text. A day comes as its serial number, as Excel keeps it: what a number
 * means, whoever asked for the column knows. Undefined for what is no workbook, or unpacks to more than we take.
 */
export function readXlsx(file: Buffer, limits = USUAL_LIMITS): Sheet | undefined {
  try {
    const { sheet, shared } = partsOf(file, limits);
    return sheet === '' ? undefined : [...rowsIn(sheet, [...shared], limits.mostRows)];
  } catch {
    return undefined;
  }
}

/**
 * The same, for a workbook that holds nothing but values in cells of their own; otherwise what it holds besides. A large one is read
 * in turns.
 */
export async function readPlainXlsx(file: Buffer, limits: XlsxLimits): Promise<Sheet | NotPlain | undefined> {
  try {
    const { names, workbook, types, sheet, shared } = partsOf(file, limits);
    if (sheet === '') return undefined;
    if (names.some((name) => /vbaProject|macrosheets/i.test(name)) || /macroEnabled/i.test(types))
      return { code: 'sheet-macros' };
    if (/\bdate1904="(?:1|true)"/.test(workbook)) return { code: 'sheet-other-calendar' };
    if (/<(?:\w+:)?f[\s/>]/.test(sheet)) return { code: 'sheet-formulas' };
    if (/<(?:\w+:)?mergeCell\s/.test(sheet)) return { code: 'sheet-merged' };
    return await listInTurns(rowsIn(sheet, await listInTurns(shared), limits.mostRows));
  } catch {
    return undefined;
  }
}

function partsOf(file: Buffer, { largestPart }: XlsxLimits) {
  const parts = unzip(file, largestPart);
  const part = (name: string) => parts.get(name)?.() ?? '';
  const workbook = part('xl/workbook.xml');
  return {
    names: [...parts.keys()],
    workbook,
    types: part('[Content_Types].xml'),
    sheet: part(firstSheet(workbook, part('xl/_rels/workbook.xml.rels'))),
    shared: sharedStrings(part('xl/sharedStrings.xml')),
  };
}

/** The parts of a ZIP (APPNOTE 6.3) by its central directory, each unpacked when it is asked for. */
function unzip(file: Buffer, largestPart: number): ReadonlyMap<string, () => string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = file.readUInt16LE(end + 10);
  const parts = new Map<string, () => string>();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const method = file.readUInt16LE(at + 10);
    const size = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), () => {
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const data = file.subarray(start, start + size);
      return (method === 8 ? inflateRawSync(data, { maxOutputLength: largestPart }) : data).toString('utf8');
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** Where the first sheet of the workbook stands. */
function firstSheet(workbook: string, relations: string): string {
  const id = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(workbook)?.[1];
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${id}"`),
  );
  const target = /\bTarget="([^"]+)"/.exec(relation?.[0] ?? '')?.[1] ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function* sharedStrings(xml: string): Iterable<string> {
  for (const [, inner] of xml.matchAll(/<(?:\w+:)?si>([\s\S]*?)<\/(?:\w+:)?si>/g)) yield textsIn(inner!);
}

/** The text of every <t> in a piece of XML; what only says how it is pronounced is left out. */
function textsIn(xml: string): string {
  const plain = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return [...plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text]) => decode(text!))
    .join('');
}

function* rowsIn(xml: string, shared: readonly string[], mostRows: number): Iterable<readonly string[]> {
  let count = 0;
  for (const [, inner = ''] of xml.matchAll(/<(?:\w+:)?row\b[^>]*>([\s\S]*?)<\/(?:\w+:)?row>/g)) {
    const row: string[] = [];
    for (const [, attributes = '', content = ''] of inner.matchAll(
      /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
    )) {
      const column = columnOf(/\br="([A-Z]+)\d+"/.exec(attributes)?.[1]) ?? row.length;
      if (column < MOST_COLUMNS) row[column] = cellText(/\bt="(\w+)"/.exec(attributes)?.[1], content, shared).trim();
    }
    const cells = Array.from(row, (cell) => cell ?? '');
    if (cells.every((cell) => cell === '')) continue;
    yield cells;
    count += 1;
    if (count >= mostRows) return;
  }
}

function cellText(type: string | undefined, content: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return textsIn(content);
  const value = decode(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? '');
  return type === 's' ? (shared[Number(value)] ?? '') : value;
}

/** 0 for A, 26 for AA. */
function columnOf(letters: string | undefined): number | undefined {
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
