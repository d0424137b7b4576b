import { type Area, type Bar, DOCUMENT_FONT, type FigureBlock } from './document-tree.ts';

export type { Bar };

const WIDTH = 600;
const LABEL_WIDTH = 250;
const ROW = 34;
const FULL = WIDTH - LABEL_WIDTH - 110;
const THICK = 22;

/** The coloured areas of one bar: the whole way to the end, and how far it comes. */
function areasOf(value: number, max: number, at: { readonly x: number; readonly y: number }): readonly Area[] {
  const track = { ...at, width: FULL, height: THICK, fill: '#ececec' };
  const length = Math.round((Math.max(0, Math.min(value, max)) / max) * FULL);
  return [track, { ...track, width: length, fill: '#0e5a63' }];
}

/** One bar by itself, without words: for a document that sets the words as text. */
export function barDrawing(value: number, max: number) {
  return { width: FULL, height: THICK, areas: areasOf(value, max, { x: 0, y: 0 }) };
}

/** Horizontal bars from zero, one a row, with the reading at the end; `caption` is the message of the figure. */
export function barFigure(options: {
  readonly caption: string;
  readonly alt: string;
  readonly max: number;
  readonly bars: readonly Bar[];
}): FigureBlock {
  const height = options.bars.length * ROW + 10;
  const rows = options.bars.map(({ label, value, reading }, index) => {
    const y = index * ROW + 5;
    return { label, reading, baseline: y + 18, areas: areasOf(value, options.max, { x: LABEL_WIDTH, y: y + 2 }) };
  });
  const areas = rows.flatMap((row) => row.areas);
  const drawn = [
    ...areas.map(
      ({ x, y, width, height, fill }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`,
    ),
    ...rows.map(({ label, baseline }) => `<text x="0" y="${baseline}">${escaped(label)}</text>`),
    ...rows.map(
      ({ reading, baseline }) => `<text x="${LABEL_WIDTH + FULL + 8}" y="${baseline}">${escaped(reading)}</text>`,
    ),
  ];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"` +
    ` font-family="${DOCUMENT_FONT}, serif" font-size="14" fill="#1b1b1b">${drawn.join('')}</svg>`;
  return { kind: 'figure', svg, width: WIDTH, height, ...options };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
