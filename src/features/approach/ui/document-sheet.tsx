import type { ComponentChildren } from 'preact';
import { BarChart } from '../../../ui/figures/bar-chart.tsx';
import { Sheet } from '../../../ui/show/sheet.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';

/** So many rows of a table are read on screen; the Word document and the PDF have them all. */
export const ROWS_SHOWN = 50;

interface TableView {
  readonly kind: 'table';
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface FigureView {
  readonly kind: 'figure';
  readonly caption: string;
  readonly alt: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  readonly max: number;
}

type BlockView =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableView
  | FigureView;

/** What a page shows of a document that can be printed. */
export interface DocumentView {
  readonly title: string;
  /** Stands on it, such as 'Voorbeeldgegevens, niet echt'. */
  readonly mark?: string | undefined;
  /** Meant for one page: it is read at once, before what it is made of. */
  readonly isOneSheet?: boolean | undefined;
  readonly blocks: readonly BlockView[];
}

/** A document as it will be printed, to read before it is downloaded: the same blocks in the same order, one level of heading lower. */
export function DocumentSheet({ document }: { readonly document: DocumentView }) {
  return (
    <Sheet id="document" title={document.title} mark={document.mark}>
      {document.blocks.map((block, index) => (
        <SheetBlock key={index} block={block} />
      ))}
    </Sheet>
  );
}

function SheetBlock({ block }: { readonly block: BlockView }): ComponentChildren {
  switch (block.kind) {
    case 'heading':
      return <Heading level={block.level === 2 ? 3 : 4}>{block.text}</Heading>;
    case 'paragraph':
      return <p class="ib-sheet__lines">{block.text}</p>;
    case 'list':
      return <BulletList items={block.items} />;
    case 'table':
      return <SheetTable table={block} />;
    case 'figure':
      return <SheetFigure figure={block} />;
  }
}

function SheetTable({ table }: { readonly table: TableView }) {
  const shown = table.rows.slice(0, ROWS_SHOWN);
  const left = table.rows.length - shown.length;
  return (
    <>
      <Table
        caption={table.caption}
        columns={table.header.map((header, column) => ({ header, cell: (row: Row) => row.cells[column] }))}
        rows={shown.map((cells, index): Row => ({ cells, key: String(index) }))}
        rowKey={(row) => row.key}
      />
      {left > 0 ? (
        <p class="ib-soft">
          {`En nog ${left} ${left === 1 ? 'rij' : 'rijen'}. In het Word-document en de PDF staan ze allemaal.`}
        </p>
      ) : null}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly cells: readonly string[];
}

/** Drawn again for the screen, so that its words do not shrink with it. */
function SheetFigure({ figure }: { readonly figure: FigureView }) {
  return (
    <figure class="ib-sheet__figure">
      <figcaption>{figure.caption}</figcaption>
      <BarChart
        caption={figure.alt}
        labelHeader="Wat"
        valueHeader={`Stand, van ${figure.max}`}
        max={figure.max}
        bars={figure.bars.map(({ label, value }) => ({ label, value, note: `van ${figure.max}` }))}
      />
    </figure>
  );
}
