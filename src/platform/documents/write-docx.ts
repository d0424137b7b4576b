import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnShares } from './column-shares.ts';
import type { Block, DocumentTree, FigureBlock, TableBlock } from './document-tree.ts';
import { writePng } from './write-png.ts';

type Written = Paragraph | Table;

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Half points, as Word counts. */
const HEADING_SIZES = { 1: 36, 2: 28, 3: 24 } as const;
const CELL_SIZE = 19;
const INK = '1B1B1B';
/** The width of the text on A4 with margins of 2,5 cm, in twentieths of a point. */
const TEXT_WIDTH = 9070;
const MARGIN = 1418;
const LIST = 'opsomming';

/** Writes a document as DOCX (ISO/IEC 29500): real heading styles, repeated table headers, alternative texts, language, properties. */
export async function writeDocx(tree: DocumentTree): Promise<Uint8Array> {
  const heading = (level: 1 | 2 | 3) => ({
    run: { font: 'Calibri', size: HEADING_SIZES[level], bold: true, color: INK },
    paragraph: {
      spacing: { before: level === 1 ? 0 : 320, after: 140, line: 276, lineRule: LineRuleType.AUTO },
      keepNext: true,
      outlineLevel: level - 1,
    },
  });
  const document = new Document({
    title: tree.title,
    subject: tree.subject,
    creator: tree.author,
    lastModifiedBy: tree.author,
    description: tree.mark ?? tree.subject,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, color: INK, language: { value: tree.language } },
          paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading(1),
        heading2: heading(2),
        heading3: heading(3),
      },
    },
    numbering: {
      config: [
        {
          reference: LIST,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 480, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: tree.mark
          ? { default: new Header({ children: [new Paragraph({ children: [bold(tree.mark, 18)] })] }) }
          : {},
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    size: 18,
                    children: [`${tree.author} · pagina `, PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HEADINGS[1], children: runs(tree.title) }),
          ...(tree.mark ? [new Paragraph({ children: [bold(tree.mark)] })] : []),
          ...tree.blocks.flatMap(writeBlock),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function writeBlock(block: Block): Written[] {
  if (block.kind === 'heading') return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.text) })];
  if (block.kind === 'paragraph') return [new Paragraph({ children: runs(block.text) })];
  if (block.kind === 'table') return writeTable(block);
  if (block.kind === 'figure') return writeFigure(block);
  return block.items.map((item) => new Paragraph({ numbering: { reference: LIST, level: 0 }, children: runs(item) }));
}

/** Text with its own line ends. */
function runs(text: string, size?: number): TextRun[] {
  const lines = text.split('\n');
  return lines.map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }), ...(size && { size }) }));
}

const bold = (text: string, size?: number) => new TextRun({ text, bold: true, ...(size && { size }) });

const caption = (text: string) =>
  new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [bold(text, 20)] });

function writeTable({ caption: title, header, rows }: TableBlock): Written[] {
  const shares = columnShares([header, ...rows]);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / total) * TEXT_WIDTH));
  const cell = (text: string, column: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      ...(isHeader && { shading: { fill: 'EBEBEB' } }),
      children: [
        new Paragraph({ spacing: { after: 0 }, children: isHeader ? [bold(text, CELL_SIZE)] : runs(text, CELL_SIZE) }),
      ],
    });
  return [
    caption(title),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: header.map((text, column) => cell(text, column, true)),
        }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, false)) }),
        ),
      ],
    }),
    new Paragraph({ spacing: { after: 80 }, children: [] }),
  ];
}

function writeFigure(figure: FigureBlock): Written[] {
  const scale = Math.min(1, 600 / figure.width);
  return [
    caption(figure.caption),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(figure.svg),
          fallback: { type: 'png', data: Buffer.from(writePng(figure)) },
          transformation: { width: Math.round(figure.width * scale), height: Math.round(figure.height * scale) },
          altText: { name: figure.caption, title: figure.caption, description: figure.alt },
        }),
      ],
    }),
  ];
}
