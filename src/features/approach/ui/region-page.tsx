import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { holdsToday, type MonitorState } from '../domain/monitor-state.ts';
import { outOf } from './monitor-words.ts';
import { STATES } from './states.ts';

interface Row {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly state: MonitorState;
  readonly lapsesOn: PlainDate | undefined;
  /** How many mandates the municipality has running, to whomever. */
  readonly mandates: number;
  /** The reader's organisation may work in its place. */
  readonly isOnBehalf: boolean;
}

/** The municipalities of one's own region: what each published, and who may act for it. No person is in it. */
export function RegionPage(props: { frame: PageFrame; region: string; rows: readonly Row[] }) {
  const { rows } = props;
  const holds = rows.filter(({ state }) => holdsToday(state)).length;
  return (
    <Page
      frame={props.frame}
      title={`Regio ${props.region}`}
      wide
      lead={
        rows.length > 0
          ? `${outOf(holds, rows.length)} in uw regio ${rows.length === 1 ? 'heeft' : 'hebben'} een aandachtsfunctionaris met vervanger.`
          : undefined
      }
    >
      <p>
        <Link href="/regio/regelt">Wat de regio regelt voor haar gemeenten</Link>
        {' · '}
        <Link href="/regio/tafel">Regionale tafel: wat ontbreekt, en wat u samen doet</Link>
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Wij kennen geen gemeenten in uw regio">
          Vraag de beheerder of uw organisatie als regio is ingericht.
        </EmptyState>
      ) : (
        <Table
          id="regio"
          caption={`Gemeenten in uw regio: ${rows.length}`}
          sortable
          rows={rows}
          rowKey={(row) => row.municipality.code}
          columns={[
            {
              header: 'Gemeente',
              cell: (row) => <Link href={`/gemeenten/${row.municipality.code}`}>{row.municipality.name}</Link>,
            },
            {
              header: 'Stand',
              cell: (row) => <StatusBadge kind={STATES[row.state].kind} label={STATES[row.state].label} />,
            },
            {
              header: 'Geldig tot',
              kind: 'date',
              cell: (row) => (row.lapsesOn ? <DateText date={row.lapsesOn} /> : '–'),
            },
            { header: 'Lopende mandaten', kind: 'number', cell: (row) => <NumberText value={row.mandates} /> },
            {
              header: 'Namens de gemeente',
              sortable: false,
              cell: (row) =>
                row.isOnBehalf ? (
                  <Link href={`/aanpak/namens/${row.municipality.code}`}>{`Werk namens ${row.municipality.name}`}</Link>
                ) : (
                  'geen mandaat'
                ),
            },
          ]}
        />
      )}
      <p class="ib-soft">
        Stand en datum zijn de eigen opgave van de gemeente. Wilt u namens een gemeente werken? Haar beheerder geeft u
        daarvoor een mandaat.
      </p>
    </Page>
  );
}
