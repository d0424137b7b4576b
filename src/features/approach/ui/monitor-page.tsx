import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { HexMap } from '../../../ui/figures/hex-map.tsx';
import { Source } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { StandingState } from '../domain/standing.ts';
import { STATES, sayState } from './states.ts';

interface Row {
  readonly municipality: {
    readonly code: string;
    readonly name: string;
    readonly provinceCode: string;
    readonly provinceName: string;
    readonly hexagon: { readonly q: number; readonly r: number };
  };
  readonly state: StandingState;
  readonly decidedOn: PlainDate | undefined;
  readonly lapsesOn: PlainDate | undefined;
}

const ORDER: readonly StandingState[] = ['arranged', 'lapsing', 'lapsed', 'unknown'];

/** The country: which municipality has a focal point with substitute, and where that lapsed. */
export function MonitorPage(props: {
  frame: PageFrame;
  rows: readonly Row[];
  now: Date;
  today: PlainDate;
  ownCode: string;
  filter: { province: string; state: string };
}) {
  const { rows, filter } = props;
  const holds = rows.filter((row) => row.state === 'arranged' || row.state === 'lapsing').length;
  const lapsed = rows.filter((row) => row.state === 'lapsed').length;
  const provinces = [
    ...new Map(rows.map((row) => [row.municipality.provinceCode, row.municipality.provinceName])).entries(),
  ].sort((a, b) => a[1].localeCompare(b[1], 'nl'));
  const shown = rows.filter(
    (row) =>
      (!filter.province || row.municipality.provinceCode === filter.province) &&
      (!filter.state || row.state === filter.state),
  );
  const title = `${holds} van de ${rows.length} gemeenten hebben een aandachtsfunctionaris met vervanger`;
  return (
    <Page
      frame={props.frame}
      title="Monitor"
      wide
      lead={`${title}.${lapsed > 0 ? ` Bij ${lapsed} is dat vervallen.` : ''} Elke gemeente is één zeshoek, groot of klein.`}
    >
      <HexMap
        id="kaart"
        title={title}
        description="Kaart van Nederland met één zeshoek per gemeente. Dezelfde gegevens staan in de tabel eronder."
        tableId="tabel"
        tiles={rows.map(({ municipality: m, state, lapsesOn }) => ({
          code: m.code,
          name: m.name,
          q: m.hexagon.q,
          r: m.hexagon.r,
          state,
          stateLabel: sayState(state, lapsesOn),
          href: `/gemeenten/${m.code}`,
          group: m.provinceCode,
          highlighted: m.code === props.ownCode,
        }))}
        legend={ORDER.map((state) => ({ state, label: STATES[state].label, look: STATES[state].look }))}
      />
      <Source
        source="In Beeld, opgave van gemeenten"
        series="Onderdeel K2.1"
        date={dutchDay(props.now)}
        uncertainty="geen, dit is een opgave"
        id="monitor-K2.1"
        jsonHref="/monitor.json"
      />
      <Filters
        action="/monitor"
        label="Filter de tabel"
        clearHref={filter.province || filter.state ? '/monitor' : undefined}
      >
        <SelectField
          name="provincie"
          label="Provincie"
          optional
          values={{ provincie: filter.province }}
          placeholder="Alle provincies"
          choices={provinces.map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="stand"
          label="Stand"
          optional
          values={{ stand: filter.state }}
          placeholder="Alle standen"
          choices={ORDER.map((state) => ({ value: state, label: STATES[state].label }))}
        />
      </Filters>
      {shown.length === 0 ? (
        <EmptyState
          title="Geen gemeente met deze stand"
          next={<ButtonLink href="/monitor">Toon alle gemeenten</ButtonLink>}
        >
          Kies een andere provincie of een andere stand.
        </EmptyState>
      ) : (
        <Table
          id="tabel"
          caption={`Aandachtsfunctionaris met vervanger: ${shown.length} ${shown.length === 1 ? 'gemeente' : 'gemeenten'}`}
          sortable
          rows={shown}
          rowKey={(row) => row.municipality.code}
          columns={[
            {
              header: 'Gemeente',
              cell: (row) => <Link href={`/gemeenten/${row.municipality.code}`}>{row.municipality.name}</Link>,
            },
            { header: 'Provincie', cell: (row) => row.municipality.provinceName },
            {
              header: 'Stand',
              cell: (row) => <StatusBadge kind={STATES[row.state].kind} label={STATES[row.state].label} />,
            },
            {
              header: 'Besloten op',
              kind: 'date',
              cell: (row) => (row.decidedOn ? <DateText date={row.decidedOn} /> : '–'),
            },
            {
              header: 'Geldig tot',
              kind: 'date',
              cell: (row) => (row.lapsesOn ? <DateText date={row.lapsesOn} /> : '–'),
            },
          ]}
        />
      )}
    </Page>
  );
}
