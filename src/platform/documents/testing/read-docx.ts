/** Reads back a DOCX as its parts of XML. For tests. */
import { inflateRawSync } from 'node:zlib';
import { parseHTML } from 'linkedom';

export interface ReadDocx {
  /** The files in it, by name. */
  readonly parts: ReadonlyMap<string, string>;
  readonly paragraphs: readonly { readonly style: string | undefined; readonly text: string }[];
  readonly tables: readonly { readonly hasHeaderRow: boolean; readonly rows: readonly (readonly string[])[] }[];
  readonly alternatives: readonly string[];
}

export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = unzip(Buffer.from(bytes));
  const body = parseHTML(parts.get('word/document.xml') ?? '').document as unknown as Document;
  const all = (root: ParentNode, name: string) => [...root.querySelectorAll(name.replace(':', '\\:'))];
  const textOf = (element: Element) =>
    all(element, 'w:t')
      .map((each) => each.textContent)
      .join('');
  return {
    parts,
    paragraphs: all(body, 'w:p').map((paragraph) => ({
      style: all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? undefined,
      text: textOf(paragraph),
    })),
    tables: all(body, 'w:tbl').map((table) => ({
      hasHeaderRow: all(table, 'w:tblHeader').length > 0,
      rows: all(table, 'w:tr').map((row) => all(row, 'w:tc').map(textOf)),
    })),
    alternatives: all(body, 'wp:docPr').map((each) => each.getAttribute('descr') ?? ''),
  };
}

/** The text parts of a ZIP (APPNOTE 6.3): by its central directory, stored or deflated. */
function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = file.readUInt16LE(end + 10);
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const [method, size, nameLength] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
    ];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + size);
    if (/\.(xml|rels|svg)$/.test(name)) parts.set(name, String(method === 8 ? inflateRawSync(data) : data));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}
