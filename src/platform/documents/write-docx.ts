import {
  AlignmentType,
  BorderStyle,
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
  VerticalAlign,
  WidthType,
} from 'docx';
import { barDrawing } from './bar-figure.ts';
import { columnShares } from './column-shares.ts';
import { type Block, DOCUMENT_FONT, type DocumentTree, type FigureBlock, type TableBlock } from './document-tree.ts';
import { writePng } from './write-png.ts';

type Written = Paragraph | Table;

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Half points, as Word counts. */
const HEADING_SIZES = { 1: 36, 2: 28, 3: 24 } as const;
const CELL_SIZE = 19;
/** The style of what stands in a table. */
const CELL = 'cel';
const INK = '1B1B1B';
/** In twentieths of a point: A4, its margins, and what stands between lines and paragraphs. */
const PAGE = { width: 11906, height: 16838 } as const;
const ROOMY = { margin: 1418, paragraph: 160, heading: 320, line: 288, size: 22 } as const;
const CLOSE = { margin: 1021, paragraph: 70, heading: 170, line: 252, size: 21 } as const;
type Setting = typeof ROOMY | typeof CLOSE;
const LIST = 'opsomming';

/** Writes a document as DOCX (ISO/IEC 29500): real heading styles, repeated table headers, alternative texts, language, properties. */
export async function writeDocx(tree: DocumentTree): Promise<Uint8Array> {
  const setting = tree.isOneSheet ? CLOSE : ROOMY;
  const heading = (level: 1 | 2 | 3) => ({
    run: { font: DOCUMENT_FONT, size: HEADING_SIZES[level], bold: true, color: INK },
    paragraph: {
      spacing: {
        before: level === 1 ? 0 : setting.heading,
        after: setting.paragraph,
        line: 276,
        lineRule: LineRuleType.AUTO,
      },
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
          run: { font: DOCUMENT_FONT, size: setting.size, color: INK, language: { value: tree.language } },
          paragraph: { spacing: { after: setting.paragraph, line: setting.line, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading(1),
        heading2: heading(2),
        heading3: heading(3),
      },
      // said once, and not in each of thousands of cells
      paragraphStyles: [
        { id: CELL, name: 'Cel', basedOn: 'Normal', run: { size: CELL_SIZE }, paragraph: { spacing: { after: 0 } } },
      ],
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
            size: PAGE,
            margin: { top: setting.margin, bottom: setting.margin, left: setting.margin, right: setting.margin },
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
          ...tree.blocks.flatMap((block) => writeBlock(block, setting)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function writeBlock(block: Block, setting: Setting): Written[] {
  if (block.kind === 'heading') return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.text) })];
  if (block.kind === 'paragraph') return [new Paragraph({ children: runs(block.text) })];
  if (block.kind === 'table') return writeTable(block, setting);
  if (block.kind === 'figure') return writeFigure(block, setting);
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

function writeTable({ caption: title, header, rows }: TableBlock, { margin }: Setting): Written[] {
  const textWidth = PAGE.width - 2 * margin;
  const shares = columnShares([header, ...rows]);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / total) * textWidth));
  const cell = (text: string, column: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(isHeader && { shading: { fill: 'EBEBEB' } }),
      children: [new Paragraph({ style: CELL, children: isHeader ? [bold(text)] : runs(text) })],
    });
  return [
    caption(title),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 90, right: 90 },
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

/** Borders of a table that is no table to the eye. */
const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
    side,
    { style: BorderStyle.NONE, size: 0, color: 'auto' },
  ]),
);

/** One row a bar. Only the bar is a picture: its label and reading are text, which every program shows and reads aloud. */
function writeFigure(figure: FigureBlock, { margin }: Setting): Written[] {
  const textWidth = PAGE.width - 2 * margin;
  const widths = [Math.floor(textWidth * 0.4), Math.floor(textWidth * 0.42), Math.floor(textWidth * 0.18)];
  const cell = (column: number, children: readonly (TextRun | ImageRun)[]) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right: 90 },
      verticalAlign: VerticalAlign.CENTER,
      children: [new Paragraph({ spacing: { after: 0 }, keepNext: true, children: [...children] })],
    });
  return [
    caption(figure.caption),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: NO_BORDERS,
      rows: figure.bars.map(({ label, value, reading }) => {
        const drawing = barDrawing(value, figure.max);
        const picture = new ImageRun({
          type: 'png',
          data: Buffer.from(writePng(drawing)),
          transformation: { width: drawing.width, height: drawing.height },
          altText: { name: label, title: label, description: `${label}: ${reading}` },
        });
        return new TableRow({
          cantSplit: true,
          children: [cell(0, runs(label, CELL_SIZE)), cell(1, [picture]), cell(2, runs(reading, CELL_SIZE))],
        });
      }),
    }),
    new Paragraph({ spacing: { after: 80 }, children: [] }),
  ];
}
