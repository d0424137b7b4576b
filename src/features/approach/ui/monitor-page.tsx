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
  readonly decidedOn: PlainDate | undefined;
  readonly lapsesOn: PlainDate | undefined;
}

const ORDER: readonly StandingState[] = ['arranged', 'lapsing', 'lapsed', 'unknown'];

interface Element {
  readonly id: string;
  readonly title: string;
}

/** What each element is on the monitor: in the title of the map, and above the table. */
function wordsOf({ id, title }: Element, holds: number, all: number) {
  if (id === 'K2.1')
    return {
      message: `${holds} van de ${all} gemeenten gaven op dat zij een aandachtsfunctionaris met vervanger hebben`,
      caption: 'Aandachtsfunctionaris met vervanger, volgens eigen opgave',
    };
  if (id === 'K7.1')
    return {
      message: `Bij ${holds} van de ${all} gemeenten is de aanpak geborgd, volgens wat zij vastlegden`,
      caption: 'Geborgde aanpak, berekend uit wat gemeenten vastlegden',
    };
  return {
    message: `${holds} van de ${all} gemeenten gaven op dat dit is geregeld: ${title.toLowerCase()}`,
    caption: `${title}, volgens eigen opgave`,
  };
}

/** The country: how one element of the approach stands in every municipality, and where it lapsed. */
export function MonitorPage(props: {
  frame: PageFrame;
  elements: readonly Element[];
  element: Element;
  rows: readonly Row[];
  now: Date;
  today: PlainDate;
  ownCode: string;
  filter: { province: string; state: string };
}) {
  const { rows, filter, element } = props;
  const isFirst = element.id === props.elements[0]?.id;
  const home = isFirst ? '/monitor' : `/monitor?onderdeel=${element.id}`;
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
  const { message, caption } = wordsOf(element, holds, rows.length);
  return (
    <Page
      frame={props.frame}
      title="Monitor"
      wide
      lead="Wat gemeenten zelf opgeven over hun aanpak, met een besluit en een einddatum."
    >
      <Figure
        id={`monitor-${element.id}`}
        level={2}
        title={message}
        subtitle={`${lapsed > 0 ? `Bij ${lapsed} ${lapsed === 1 ? 'gemeente' : 'gemeenten'} is de einddatum voorbij. ` : ''}Elke gemeente is één zeshoek, groot of klein.`}
        source={{
          source: 'In Beeld, opgave van gemeenten',
          series: `Onderdeel ${element.id}`,
          date: dutchDay(props.now),
          uncertainty: 'dit is een eigen opgave, niemand keek die na',
          id: `monitor-${element.id}`,
          jsonHref: isFirst ? '/monitor.json' : `/monitor.json?onderdeel=${element.id}`,
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
      <Filters action="/monitor" label="Filter de tabel" clearHref={filter.province || filter.state ? home : undefined}>
        <SelectField
          name="onderdeel"
          label="Onderdeel"
          values={{ onderdeel: element.id }}
          placeholder="Aandachtsfunctionaris en vervanger"
          choices={props.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        />
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
          next={<ButtonLink href={home}>Toon alle gemeenten</ButtonLink>}
        >
          Kies een andere provincie of een andere stand.
        </EmptyState>
      ) : (
        <Table
          id="tabel"
          caption={`${caption}: ${shown.length} ${shown.length === 1 ? 'gemeente' : 'gemeenten'}`}
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
            // for all municipalities together the page would weigh more than it may
            ...(filter.province || filter.state
              ? [
                  {
                    header: 'Sinds',
                    kind: 'date' as const,
                    cell: (row: Row) => (row.decidedOn ? <DateText date={row.decidedOn} /> : '–'),
                  },
                ]
              : []),
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
