import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { HexMap } from '../../../ui/figures/hex-map.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
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
  readonly lapsesOn: PlainDate | undefined;
}

const ORDER: readonly StandingState[] = ['arranged', 'lapsing', 'lapsed', 'unknown'];

/** The country: which municipality stated that it has a focal point with substitute, and where that lapsed. */
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
  const message = `${holds} van de ${rows.length} gemeenten gaven op dat zij een aandachtsfunctionaris met vervanger hebben`;
  return (
    <Page
      frame={props.frame}
      title="Monitor"
      wide
      lead="Wat gemeenten zelf opgeven over hun aanpak, met een besluit en een einddatum."
    >
      <Figure
        id="monitor-K2.1"
        level={2}
        title={message}
        subtitle={`${lapsed > 0 ? `Bij ${lapsed} ${lapsed === 1 ? 'gemeente' : 'gemeenten'} is de einddatum voorbij. ` : ''}Elke gemeente is één zeshoek, groot of klein.`}
        source={{
          source: 'In Beeld, opgave van gemeenten',
          series: 'Onderdeel K2.1',
          date: dutchDay(props.now),
          uncertainty: 'dit is een eigen opgave, niemand keek die na',
          id: 'monitor-K2.1',
          jsonHref: '/monitor.json',
        }}
      >
        <HexMap
          id="kaart"
          title={message}
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
      </Figure>
      <Heading level={2}>De opgave per gemeente</Heading>
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
          caption={`Aandachtsfunctionaris met vervanger, volgens eigen opgave: ${shown.length} ${shown.length === 1 ? 'gemeente' : 'gemeenten'}`}
          sortable
          filterable
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
