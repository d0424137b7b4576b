import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { HexMap } from '../../../ui/figures/hex-map.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { COVERAGE_STATES, type CoverageState, type MustAct } from '../domain/coverage.ts';
import { CARE_MOMENTS } from '../domain/need.ts';
import { choicesOf, MOMENT_WORDS, MUST_ACT_WORDS, STATE_WORDS, SUBSTITUTE_WORDS } from './care-words.ts';
import { NeedFields } from './need-fields.tsx';

/** One municipality on the map and in the table. */
export interface CoverageRow {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly hexagon: { readonly q: number; readonly r: number };
  readonly state: CoverageState;
  readonly counts: { readonly covered: number; readonly gap: number; readonly unknown: number };
  readonly mustAct: MustAct;
  /** How many combinations stop here when the organisation that was asked about falls out. */
  readonly lost: number;
}

export interface CoverageView {
  readonly rows: readonly CoverageRow[];
  /** Those on this page of the table. */
  readonly shown: readonly CoverageRow[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly asked: number;
  readonly on: PlainDate;
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  /** What every organisation carries alone. */
  readonly dependences: readonly {
    readonly code: string;
    readonly name: string;
    readonly municipalities: number;
    readonly cells: number;
  }[];
  /** Only who has a substitute counts. */
  readonly isAway: boolean;
  /** The organisation that is left out. */
  readonly without: string | undefined;
}

/** The country: where care coordination is covered, is not, or is not known. For professionals only. */
export function CoveragePage(props: {
  frame: PageFrame;
  view: CoverageView;
  values: FieldValues;
  errors: FieldErrors;
  ownCode: string;
  hrefWith: (changes: Readonly<Record<string, string>>) => string;
  jsonHref: string;
  csvHref: string;
  gapsHref: string;
}) {
  const { frame, view, values, errors } = props;
  const count = (state: CoverageState) => view.rows.filter((row) => row.state === state).length;
  const hit = view.rows.filter(({ lost }) => lost > 0).length;
  const all = view.isAway ? 'alles gedekt met vervanging' : 'alles gedekt';
  const message = view.without
    ? `Zonder ${view.without} verliezen ${hit} gemeenten zorgcoördinatie`
    : `In ${count('covered')} van de ${view.rows.length} gemeenten is ${all}, in ${count('partly') + count('gap') + count('gap-known')} is een gat bevestigd`;
  return (
    <Page
      frame={frame}
      title="Dekking van zorgcoördinatie"
      errors={errors}
      wide
      lead="Waar is een zorgcoördinator voor een slachtoffer, en voor wie niet? Onbekend is iets anders dan niet gedekt."
    >
      <Alert kind="info" title="alleen voor professionals">
        <p>Deze kaart laat zien waar en wanneer niemand opneemt. Deel hem niet buiten uw werk.</p>
      </Alert>
      <Filters action="/netwerk/dekking" label="Filter kaart en tabel" clearHref="/netwerk/dekking">
        <NeedFields values={values} errors={errors} every={(what) => `Alle ${what}`} />
        <SelectField
          name="moment"
          label="Moment"
          optional
          values={values}
          errors={errors}
          placeholder="Alle momenten"
          choices={choicesOf(CARE_MOMENTS, MOMENT_WORDS)}
        />
        <SelectField
          name="vervanging"
          label="Vervanging"
          optional
          values={values}
          errors={errors}
          placeholder="Met of zonder vervanging"
          choices={choicesOf(['arranged'], SUBSTITUTE_WORDS)}
        />
        <SelectField
          name="zonder"
          label="Stel dat deze organisatie stopt"
          optional
          values={values}
          errors={errors}
          placeholder="Niemand stopt"
          choices={view.organisations.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="stand"
          label="Stand in de tabel"
          optional
          values={values}
          errors={errors}
          placeholder="Alle standen"
          choices={COVERAGE_STATES.map((state) => ({
            value: STATE_WORDS[state].value,
            label: `${STATE_WORDS[state].label} (${count(state)})`,
          }))}
        />
        <TextField name="naam" label="Naam van de gemeente" type="search" optional values={values} errors={errors} />
        <DateField
          name="op"
          label="Zoals het was op"
          optional
          values={values}
          errors={errors}
          description="Leeg is vandaag."
        />
      </Filters>
      <Figure
        id="zorgdekking"
        level={2}
        title={message}
        subtitle={`Gekeken naar ${view.asked === 1 ? 'één combinatie' : `${view.asked} combinaties`} van vorm, leeftijd, geslacht en moment. Elke gemeente is één zeshoek.`}
        source={{
          source: 'In Beeld, opgave van zorgorganisaties en gemeenten',
          series: 'Dekking van zorgcoördinatie',
          date: view.on,
          uncertainty: 'een eigen opgave; wat langer dan zes maanden niet is bevestigd, telt als onbekend',
          id: 'zorgdekking',
          jsonHref: props.jsonHref,
        }}
      >
        <HexMap
          id="kaart"
          title={message}
          description="Kaart van Nederland met één zeshoek per gemeente. Dezelfde gegevens staan in de tabel eronder."
          tableId="gemeenten"
          tiles={view.rows.map((row) => ({
            code: row.code,
            name: row.name,
            ...row.hexagon,
            state: row.state,
            stateLabel: STATE_WORDS[row.state].label.toLowerCase(),
            href: `/netwerk/dekking/${row.code}`,
            group: row.provinceCode,
            highlighted: row.code === props.ownCode,
          }))}
          legend={COVERAGE_STATES.map((state) => ({
            state,
            label: STATE_WORDS[state].label,
            look: STATE_WORDS[state].look,
          }))}
        />
      </Figure>
      <Heading level={2} id="gemeenten">
        Per gemeente
      </Heading>
      {view.shown.length === 0 ? (
        <EmptyState title="Geen gemeente past bij deze filters" next={<Link href="/netwerk/dekking">Wis filters</Link>}>
          Kies iets anders, of wis de filters.
        </EmptyState>
      ) : (
        <>
          <Table
            id="tabel"
            caption={`Dekking van zorgcoördinatie, ${view.found} gemeenten`}
            rows={view.shown}
            rowKey={({ code }) => code}
            columns={[
              { header: 'Gemeente', cell: ({ code, name }) => <Link href={`/netwerk/dekking/${code}`}>{name}</Link> },
              { header: 'Provincie', cell: ({ provinceName }) => provinceName },
              {
                header: 'Stand',
                cell: ({ state }) => <StatusBadge kind={STATE_WORDS[state].kind} label={STATE_WORDS[state].label} />,
              },
              { header: 'Gedekt', kind: 'number', cell: ({ counts }) => <NumberText value={counts.covered} /> },
              { header: 'Niet gedekt', kind: 'number', cell: ({ counts }) => <NumberText value={counts.gap} /> },
              { header: 'Onbekend', kind: 'number', cell: ({ counts }) => <NumberText value={counts.unknown} /> },
              ...(view.without
                ? [
                    {
                      header: 'Stopt hier',
                      kind: 'number' as const,
                      cell: ({ lost }: CoverageRow) => <NumberText value={lost} />,
                    },
                  ]
                : []),
              { header: 'Wie is aan zet', cell: ({ mustAct }) => MUST_ACT_WORDS[mustAct] },
            ]}
          />
          <Pagination
            page={view.page}
            pages={view.pages}
            hrefOf={(page) => `${props.hrefWith({ pagina: page === 1 ? '' : String(page) })}#gemeenten`}
          />
          <Paragraph kind="small">
            De getallen zijn combinaties van vorm, leeftijd, geslacht en moment. Het zijn geen mensen.{' '}
            <Link href={props.csvHref}>Download de tabel als CSV</Link>.{' '}
            <Link href={props.gapsHref}>Download de gatenlijst als CSV</Link>, met per gat wie aan zet is.
          </Paragraph>
        </>
      )}
      <Heading level={2} id="uitval">
        Als een organisatie uitvalt
      </Heading>
      {view.dependences.length === 0 ? (
        <p>Er is niets dat aan één organisatie hangt, voor zover bekend.</p>
      ) : (
        <Table
          caption="Wat stopt als deze organisatie uitvalt"
          rows={view.dependences}
          rowKey={({ code }) => code}
          columns={[
            {
              header: 'Organisatie',
              cell: ({ code, name }) => <Link href={props.hrefWith({ zonder: code, pagina: '' })}>{name}</Link>,
            },
            {
              header: 'Gemeenten waar iets stopt',
              kind: 'number',
              cell: ({ municipalities }) => <NumberText value={municipalities} />,
            },
            { header: 'Combinaties die stoppen', kind: 'number', cell: ({ cells }) => <NumberText value={cells} /> },
          ]}
        />
      )}
    </Page>
  );
}
