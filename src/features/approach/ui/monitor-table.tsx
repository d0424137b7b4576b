import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import type { AnchoredState } from '../domain/monitor-filter.ts';
import type { MonitorState } from '../domain/monitor-state.ts';
import { ANCHORED_NAMES, labelOf, type NamedElement, sayAge } from './monitor-words.ts';
import { STATES } from './states.ts';

/** One municipality in the table. */
export interface TableRow {
  readonly municipality: { readonly code: string; readonly name: string; readonly provinceName: string };
  readonly anchored: AnchoredState;
  readonly element: (id: string) => {
    readonly state: MonitorState;
    readonly decidedOn: PlainDate | undefined;
    readonly lapsesOn: PlainDate | undefined;
  };
}

const nothing = '–';

/** Short, under the header that says what it is about. */
const ANCHORED_IN_TABLE: Readonly<Record<AnchoredState, string>> = {
  anchored: ANCHORED_NAMES.anchored,
  lapsed: 'Vervallen',
  not: 'Niet bekend',
};

/** The municipalities that are asked for, one page of them: how the chosen element stands, or all elements side by side. */
export function MonitorTable(props: {
  caption: string;
  rows: readonly TableRow[];
  element: NamedElement;
  /** All of them, to stand side by side; undefined for the chosen one with its days. */
  sideBySide: readonly NamedElement[] | undefined;
  today: PlainDate;
  /** Everything is on this page, so that the browser may sort it. */
  isWhole: boolean;
}) {
  const badge = (id: string, state: MonitorState) => (
    <StatusBadge kind={STATES[state].kind} label={labelOf(id, state)} />
  );
  const name: Column<TableRow> = {
    header: 'Gemeente',
    cell: ({ municipality }) => <Link href={`/gemeenten/${municipality.code}`}>{municipality.name}</Link>,
  };
  const standing = (row: TableRow) => row.element(props.element.id);
  const isAnchoring = props.element.id === ANCHORING_ELEMENT;
  const columns: readonly Column<TableRow>[] = props.sideBySide
    ? [
        name,
        ...props.sideBySide.map(
          ({ id, title }): Column<TableRow> => ({ header: title, cell: (row) => badge(id, row.element(id).state) }),
        ),
      ]
    : [
        name,
        { header: 'Provincie', cell: ({ municipality }) => municipality.provinceName },
        { header: 'Stand', cell: (row) => badge(props.element.id, standing(row).state) },
        {
          header: 'Sinds',
          kind: 'date',
          cell: (row) => {
            const { decidedOn } = standing(row);
            if (!decidedOn) return nothing;
            return (
              <span>
                <DateText date={decidedOn} /> <span class="ib-soft">({sayAge(decidedOn, props.today)})</span>
              </span>
            );
          },
        },
        {
          header: 'Geldig tot',
          kind: 'date',
          cell: (row) => {
            const { lapsesOn } = standing(row);
            return lapsesOn ? <DateText date={lapsesOn} /> : nothing;
          },
        },
        ...(isAnchoring
          ? []
          : [
              {
                header: 'Borging',
                cell: (row: TableRow) => ANCHORED_IN_TABLE[row.anchored],
              } satisfies Column<TableRow>,
            ]),
      ];
  return (
    <Table
      id="tabel"
      caption={props.caption}
      columns={columns}
      rows={props.rows}
      rowKey={({ municipality }) => municipality.code}
      sortable={props.isWhole}
      narrow={props.sideBySide ? 'scroll' : 'stack'}
    />
  );
}
