import { createRequire } from 'node:module';
import { columnShares } from './column-shares.ts';
import { DOCUMENT_FONT, type DocumentTree } from './document-tree.ts';

/** What we use of the typesetter; its packages, one per platform, carry no types of their own. */
interface Compiler {
  pdf(
    source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> },
    options: { readonly pdfStandard?: string; readonly pdfTags?: boolean },
  ): Buffer;
}

/**
 * The lay-out, in the language of Typst. It is a constant: what people wrote comes in as data (`sys.inputs`), never as source, so
 * that no text can become a command.
 */
const LAYOUT = `
#let data = json(bytes(sys.inputs.document))
#let made = data.madeOn.split("-").map(int)
#set document(title: data.title, author: data.author, description: data.subject,
  date: datetime(year: made.at(0), month: made.at(1), day: made.at(2)))
#let close = data.at("isOneSheet", default: false)
#set text(font: "${DOCUMENT_FONT}", lang: "nl", region: "nl", size: if close { 10.5pt } else { 11pt }, hyphenate: true)
#set page(paper: "a4", margin: if close { (x: 2cm, y: 1.8cm) } else { (x: 2.5cm, y: 2.5cm) },
  header: if "mark" in data { text(9pt, weight: "bold", data.mark) },
  footer: context text(9pt)[#data.author #h(1fr) Pagina #counter(page).display() van #counter(page).final().first()])
#set par(leading: if close { 0.55em } else { 0.7em }, spacing: if close { 0.8em } else { 1.1em })
#set table(stroke: 0.5pt + luma(120), inset: if close { 3.5pt } else { 5pt }, align: left + top, fill: (_, y) => if y == 0 { luma(235) })
#set figure(supplement: none, numbering: none, gap: 0.6em)
#set figure.caption(position: top)
#show figure: set block(breakable: true)
#show figure: set align(left)
#show figure.caption: set text(weight: "bold", size: 10pt)
#show table: set text(size: 9.5pt)
#show table: set par(leading: 0.55em)
#show table.cell.where(y: 0): set text(weight: "bold")
#show heading.where(level: 1): set text(20pt)
#show heading.where(level: 2): set text(14pt)
#show heading.where(level: 3): set text(12pt)
#show heading: set block(above: if close { 1.1em } else { 1.5em }, below: if close { 0.6em } else { 0.8em })
#show heading: set text(hyphenate: false)
#show figure.caption: it => block(sticky: true, it)
#heading(level: 1, data.title)
#if "mark" in data { par(strong(data.mark)) }
#for block in data.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else if block.kind == "list" { list(..block.items) }
  else if block.kind == "table" {
    figure(kind: table, caption: block.caption,
      table(columns: block.columns.map(part => part * 1fr), table.header(..block.header), ..block.rows.flatten()))
  }
  else if block.kind == "figure" {
    figure(kind: image, caption: block.caption,
      image(bytes(block.svg), format: "svg", alt: block.alt, width: calc.min(block.width * 0.75, 450) * 1pt))
  }
}
`;

/**
 * Writes a document as tagged PDF. The typesetter itself refuses what breaks PDF/UA-1 (ISO 14289-1): a figure without alternative
 * text, a character that has no shape in the font.
 * @throws when this platform has no typesetter, or on a document that breaks the standard.
 */
export function writePdf(tree: DocumentTree): Uint8Array {
  const compiler = loadCompiler();
  try {
    return typeset(compiler, tree);
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error;
    return typeset(compiler, displayable(tree));
  }
}

function typeset(compiler: Compiler, tree: DocumentTree): Uint8Array {
  const blocks = tree.blocks.map((block) =>
    block.kind === 'table' ? { ...block, columns: columnShares([block.header, ...block.rows]) } : block,
  );
  const inputs = { document: JSON.stringify({ ...tree, blocks }) };
  return compiler.pdf({ mainFileContent: LAYOUT, inputs }, { pdfStandard: 'ua-1' });
}

/** Left after a character the font cannot show; the Word document has the character itself. */
const SHAPELESS = '□';
/** Beyond Latin, Greek, Cyrillic and the punctuation that goes with them. */
const BEYOND_THE_FONT = /[^\n\u0020-\u024f\u0391-\u045f\u2010-\u2027\u20ac□]/gu;

/** The same with a mark in place of each character the font has no shape for. */
export function displayable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(BEYOND_THE_FONT, SHAPELESS) as T;
  if (Array.isArray(value)) return value.map((each) => displayable(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, displayable(each)])) as T;
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
};

/** The typesetter with its own fonts only, so that a document looks the same on every machine. */
export function loadCompiler(): Compiler {
  const suffix = PLATFORMS[`${process.platform}-${process.arch}`];
  if (!suffix) throw new Error(`no typesetter for ${process.platform}-${process.arch}`);
  const { NodeCompiler } = createRequire(import.meta.url)(`@myriaddreamin/typst-ts-node-compiler-${suffix}`) as {
    NodeCompiler: { create(options: object): Compiler };
  };
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: [] }] });
}
