/** Reads back what a screen reader is given by a PDF of ours: its structure tree. For tests; knows only the shape our typesetter writes. */
import { inflateSync } from 'node:zlib';

export interface StructureElement {
  /** H1, P, Table, TH, Figure … */
  readonly role: string;
  /** Of a heading: what it says. */
  readonly title: string | undefined;
  readonly alt: string | undefined;
  /** Of a header cell. */
  readonly scope: string | undefined;
  readonly children: readonly StructureElement[];
}

export interface ReadPdf {
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly isUa1: boolean;
  /** In reading order, parents first. */
  readonly elements: readonly StructureElement[];
  readonly pages: number;
  /** How many of them have something in their top margin: the mark. */
  readonly pagesWithHeader: number;
  /** What a screen reader would miss or get wrong; empty when all is well. */
  readonly faults: readonly string[];
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...source.matchAll(/(\d+) 0 obj([\s\S]*?)endobj/g)].map((match) => [match[1]!, match[2]!]));
  const elementOf = (number: string): StructureElement | undefined => {
    const body = objects.get(number);
    if (!body?.includes('/Type /StructElem')) return undefined;
    const kids = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '';
    return {
      role: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
      title: string(body, 'T'),
      alt: string(body, 'Alt'),
      scope: /\/Scope \/(\w+)/.exec(body)?.[1],
      children: [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => elementOf(kid[1]!) ?? []),
    };
  };
  const root = [...objects.values()].find((body) => body.includes('/Type /StructTreeRoot'));
  const top = [...(root?.match(/\/K \[?([^\]\n]*)/)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].flatMap(
    (kid) => elementOf(kid[1]!) ?? [],
  );
  const elements = top.flatMap(flat);
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
  const title = source.match(/<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/)?.[1];
  const pdf = {
    language: string(catalog, 'Lang'),
    title: title && Buffer.from(title, 'latin1').toString('utf8'),
    isUa1: /pdfuaid:part(>|=")1/.test(source),
    elements,
  };
  const pages = pageContents(objects);
  const pagesWithHeader = pages.filter(({ content }) => content.includes('/Subtype /Header')).length;
  const counts = { pages: pages.length, pagesWithHeader };
  return { ...pdf, ...counts, faults: [...structureFaults(pdf), ...tagFaults(objects, pages)] };
}

const flat = (element: StructureElement): StructureElement[] => [element, ...element.children.flatMap(flat)];

function structureFaults({
  language,
  title,
  isUa1,
  elements,
}: Pick<ReadPdf, 'language' | 'title' | 'isUa1' | 'elements'>): string[] {
  const headings = elements.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
  const skips = headings.some((level, index) => level > (headings[index - 1] ?? 0) + 1);
  const tables = elements.filter(({ role }) => role === 'Table');
  const isHeaderless = (table: StructureElement) => !flat(table).some(({ role, scope }) => role === 'TH' && scope);
  return [
    ...(elements.length === 0 ? ['no structure tree'] : []),
    ...(language === 'nl-NL' ? [] : ['no Dutch language']),
    ...(title ? [] : ['no title']),
    ...(isUa1 ? [] : ['does not say PDF/UA-1']),
    ...(skips ? ['a heading skips a level'] : []),
    ...(headings.filter((level) => level === 1).length === 1 ? [] : ['not one heading of level 1']),
    ...(tables.some(isHeaderless) ? ['a table without header cells'] : []),
    ...(elements.some(({ role, alt }) => role === 'Figure' && !alt) ? ['a figure without alternative text'] : []),
  ];
}

interface PageContent {
  readonly number: string;
  readonly content: string;
}

function pageContents(objects: ReadonlyMap<string, string>): PageContent[] {
  return [...objects].flatMap(([number, body]) => {
    const stream = /\/Type \/Page\b/.test(body) && objects.get(/\/Contents \[?(\d+) 0 R/.exec(body)?.[1] ?? '');
    return stream ? [{ number, content: streamOf(stream) }] : [];
  });
}

/** Every page's text must hang in the tree: each marked piece under one element, and no text outside a mark. */
function tagFaults(objects: ReadonlyMap<string, string>, pages: readonly PageContent[]): string[] {
  const elements = [...objects.values()].filter((body) => body.includes('/Type /StructElem'));
  return pages.flatMap(({ number, content }) => {
    const known = elements
      .filter((body) => body.includes(`/Pg ${number} 0 R`))
      .flatMap((body) => (/\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '').replaceAll(/\d+ 0 R/g, '').match(/\d+/g) ?? []);
    const marked = [...content.matchAll(/\/MCID (\d+)/g)].map((match) => match[1]!);
    return [
      ...(hasUntaggedText(content) ? ['text outside every tag'] : []),
      ...(marked.some((piece) => !known.includes(piece)) ? ['a piece of text in no element'] : []),
    ];
  });
}

/** True when a content stream shows text outside marked content (ISO 32000-1, 14.6). */
export function hasUntaggedText(content: string): boolean {
  let depth = 0;
  for (const [operator] of content
    .replaceAll(/\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f\s]*>/g, '()')
    .matchAll(/\b(BDC|BMC|EMC|TJ|Tj)\b/g)) {
    if (operator === 'BDC' || operator === 'BMC') depth += 1;
    else if (operator === 'EMC') depth -= 1;
    else if (depth === 0) return true;
  }
  return false;
}

function streamOf(body: string): string {
  const start = body.indexOf('stream') + 'stream'.length;
  const raw = body.slice(body[start] === '\r' ? start + 2 : start + 1, body.lastIndexOf('endstream'));
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
}

/** A text in a dictionary: Latin or UTF-16, with its escapes. */
function string(body: string, key: string): string | undefined {
  const written = new RegExp(`/${key} (?:\\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)|<([0-9A-Fa-f]+)>)`).exec(body);
  if (!written) return undefined;
  const raw = written[2]
    ? Buffer.from(written[2], 'hex')
    : Buffer.from(
        written[1]!
          .replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
          .replaceAll(/\\([nrtbf])/g, (_, letter: string) => JSON.parse(`"\\${letter}"`) as string)
          .replaceAll(/\\([\s\S])/g, '$1'),
        'latin1',
      );
  if (raw[0] === 0xfe && raw[1] === 0xff) return new TextDecoder('utf-16be').decode(raw.subarray(2));
  return raw.toString('latin1');
}
