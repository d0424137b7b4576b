/** The one typeface of every document; the typesetter brings it along, so that a PDF looks the same everywhere. */
export const DOCUMENT_FONT = 'Libertinus Serif';

/** A rectangle in whole CSS pixels, in a colour as #rrggbb. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** One bar of a figure, from 0 up to and including the `max` of the figure. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Stands at the end of the bar. */
  readonly reading: string;
}

/** A figure as SVG; the title of the figure is its message, and every figure has its table nearby. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly svg: string;
  /** In whole CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What is drawn, for who draws it again: on a screen, or in Word. */
  readonly bars: readonly Bar[];
  readonly max: number;
  /** What somebody who cannot see it needs to know. */
  readonly alt: string;
  readonly caption: string;
}

/** A table with one header row; a table without rows says so in words instead. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly header: readonly string[];
  /** Every row has as many cells as the header. */
  readonly rows: readonly (readonly string[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock
  | FigureBlock;

/** One document, whatever it becomes: the title is its only heading of level 1, the blocks follow in reading order. */
export interface DocumentTree {
  readonly title: string;
  /** The organisation it comes from; never a person. */
  readonly author: string;
  readonly subject: string;
  readonly language: 'nl-NL';
  /** The day it was made, YYYY-MM-DD. */
  readonly madeOn: string;
  /** Stands on every page, such as 'Voorbeeldgegevens, niet echt'. */
  readonly mark?: string | undefined;
  /** Meant for one sheet of A4: set closer, so that it fits in a word processor with wider letters too. */
  readonly isOneSheet?: boolean | undefined;
  readonly blocks: readonly Block[];
}

/** A document that nobody could read by its structure: a mistake in the code that made it. */
export class DocumentFault extends Error {}

/**
 * Lets a document through as it will be written: control characters gone, since neither XML nor PDF can carry them.
 * @throws DocumentFault when a heading skips a level or is empty, a figure has no alternative text, or a table has an empty
 * header or a row of another width.
 */
export function checkedDocument(tree: DocumentTree): DocumentTree {
  const clean = cleaned(tree);
  let level = 1;
  need(filled(clean.title), 'the document has no title');
  for (const block of clean.blocks) {
    if (block.kind === 'heading') {
      need(filled(block.text), 'a heading is empty');
      need(block.level <= level + 1, `"${block.text}" skips a level`);
      level = block.level;
    }
    if (block.kind === 'figure') {
      need(filled(block.alt), `figure "${block.caption}" has no alternative text`);
      need(filled(block.caption), 'a figure has no caption');
    }
    if (block.kind === 'table') {
      need(filled(block.caption), 'a table has no caption');
      need(block.header.length > 0 && block.header.every(filled), `table "${block.caption}" has an empty header`);
      need(block.rows.length > 0, `table "${block.caption}" has no rows`);
      need(
        block.rows.every((row) => row.length === block.header.length),
        `table "${block.caption}" has a row of another width`,
      );
    }
    if (block.kind === 'list') need(block.items.length > 0, 'a list is empty');
  }
  return clean;
}

const filled = (text: string) => text.trim() !== '';

function need(holds: boolean, fault: string): void {
  if (!holds) throw new DocumentFault(fault);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not be written
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** The same without what neither XML nor PDF can carry. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replace(UNWRITABLE, '') as T;
  if (Array.isArray(value)) return value.map((each) => cleaned(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)])) as T;
}
