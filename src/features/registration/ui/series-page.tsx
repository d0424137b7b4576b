import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import type { SourceFacts } from '../../../ui/figures/source.tsx';
import { YearChart } from '../../../ui/figures/year-chart.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { ColumnHelp, TableForm, WrongRows } from '../../../ui/forms/table-form.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { BeforeAndAfter, OverYears } from '../domain/before-and-after.ts';
import {
  type HistoryColumn,
  type HistoryProblem,
  type HistoryRow,
  type HistorySeries,
  piecesOf,
} from '../domain/history.ts';
import { REGION_WORDS, REGISTER_PATH, REGISTER_TITLE, REPORTER_WORDS, SERIES_PATH } from './registration-words.ts';

export const HISTORY_NAMES: Readonly<Record<HistoryColumn, string>> = {
  reeks: 'Reeks',
  jaar: 'Jaar',
  aantal: 'Aantal',
  bron: 'Bron',
  datum: 'Peildatum',
  breuk: 'Breuk in de reeks',
  regio: 'Regio',
  aanmelder: 'Aanmelder',
};
const HISTORY_HELP: Readonly<Record<HistoryColumn, string>> = {
  reeks: 'de naam van de reeks; telt u anders, geef haar dan een andere naam',
  jaar: 'een jaar dat voorbij is, vanaf 1990',
  aantal: 'een heel getal; is het onbekend, laat de rij dan weg',
  bron: 'waar het getal staat',
  datum: 'tot welke dag het getal klopt; een bijgesteld getal krijgt een eigen peildatum',
  breuk: 'waarom dit jaar niet is te vergelijken met het jaar ervoor; leeg als dat wel kan',
  regio: 'alleen als het getal van één politieregio is, samen met de aanmelder',
  aanmelder: 'alleen als het getal van één soort aanmelder is, samen met de regio',
};
const PROBLEM_TEXTS: Readonly<Record<HistoryProblem, string>> = {
  missing: 'vul dit in',
  'text-too-long': 'maak de tekst korter',
  'holds-bsn': 'hierin staat een burgerservicenummer; haal het weg',
  'no-year': 'schrijf een jaar in vier cijfers, vanaf 1990',
  'year-to-come': 'dit jaar is nog niet voorbij; In Beeld telt het zelf',
  'no-count': 'schrijf een heel getal, bijvoorbeeld 1.062',
  'date-unreadable': 'schrijf de datum zo: 31-12-2025',
  'date-in-future': 'kies een datum tot en met vandaag',
  'not-in-list': 'kies een politieregio of een soort aanmelder zoals In Beeld die noemt',
  'number-twice': 'dit jaar staat in deze reeks al met deze peildatum in de tabel',
};

/** What the register counts in each year, and what it brought along of earlier years. The two are never added. */
export function SeriesPage(props: {
  frame: PageFrame;
  today: PlainDate;
  live: readonly {
    readonly year: number;
    readonly persons: number;
    readonly reports: number;
    readonly abroad: number;
    readonly kmarSub3: number;
  }[];
  history: readonly HistorySeries[];
  change: readonly BeforeAndAfter[];
  wrong?: readonly HistoryRow[] | undefined;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
  formKey: string;
  done?: string | undefined;
}) {
  const { frame, today, errors, wrong = [] } = props;
  return (
    <Page
      frame={frame}
      title="Reeksen van het register"
      wide
      breadcrumbs={[{ href: REGISTER_PATH, label: REGISTER_TITLE }]}
      lead="Wat het register zelf telt, en wat u van eerdere jaren meenam. Dat zijn aparte reeksen: In Beeld telt ze nooit bij elkaar op."
      errors={errors}
      status={
        props.done ? (
          <Alert kind="ok">
            <p>{props.done}</p>
          </Alert>
        ) : undefined
      }
    >
      <Live live={props.live} today={today} />
      <Heading level={2}>Eerdere jaren</Heading>
      {props.history.length === 0 ? (
        <EmptyState title="Er zijn nog geen eerdere jaren ingevoerd">
          Voer hieronder in wat u eerder telde, met bron en peildatum.
        </EmptyState>
      ) : (
        props.history.map((series) => <History series={series} key={series.name} />)
      )}
      <Paragraph>
        Wat anderen publiceerden, staat per jaar en per reeks bij{' '}
        <Link href="/cijfers">geregistreerde en geschatte slachtoffers</Link>. Verschillen twee reeksen, dan staan zij
        er allebei, met hun naam.
      </Paragraph>
      <Change change={props.change} />
      <Heading level={2}>Voer eerdere jaren in</Heading>
      {wrong.length > 0 ? <WrongRows rows={wrong} columns={[]} names={HISTORY_NAMES} texts={PROBLEM_TEXTS} /> : null}
      <TableForm
        frame={frame}
        action={SERIES_PATH}
        values={props.values ?? {}}
        errors={errors}
        formKey={props.formKey}
        button="Voer deze jaren in"
      />
      <ColumnHelp names={HISTORY_NAMES} help={HISTORY_HELP} />
    </Page>
  );
}

function Live({ live, today }: { live: Parameters<typeof SeriesPage>[0]['live']; today: PlainDate }) {
  const title = 'Wat het register nu telt';
  if (live.length === 0)
    return (
      <>
        <Heading level={2}>{title}</Heading>
        <EmptyState title="Het register telt nog niemand">
          Neem eerst in ontvangst wat op de werkvoorraad wacht.
        </EmptyState>
      </>
    );
  const isRunning = (year: number) => year === Number(today.slice(0, 4));
  const source = {
    source: 'Het register in In Beeld',
    series: 'Aangemelde mensen, ieder één keer, in het jaar van de eerste aanmelding',
    date: today,
    uncertainty:
      'Het lopende jaar is niet af. Wie zonder naam is aangemeld, kan twee keer tellen. Samenvoegen verandert de aantallen',
    jsonHref: `${SERIES_PATH}.json`,
  };
  return (
    <YearFigure
      id="nu"
      title={title}
      subtitle="Aantal mensen en aantal aanmeldingen per jaar"
      level={2}
      source={source}
      name="Het register in In Beeld"
      years={live.map(({ year, persons }) => ({ year, value: persons }))}
    >
      <Table
        caption="Wat het register telt, per jaar"
        rows={live}
        rowKey={({ year }) => String(year)}
        columns={[
          { header: 'Jaar', cell: ({ year }) => (isRunning(year) ? `${year}, nog niet voorbij` : String(year)) },
          { header: 'Mensen', kind: 'number', cell: ({ persons }) => <NumberText value={persons} /> },
          { header: 'Aanmeldingen', kind: 'number', cell: ({ reports }) => <NumberText value={reports} /> },
          { header: 'Alleen in het buitenland', kind: 'number', cell: ({ abroad }) => <NumberText value={abroad} /> },
          {
            header: 'Marechaussee, onder 3',
            kind: 'number',
            cell: ({ kmarSub3 }) => <NumberText value={kmarSub3} />,
          },
        ]}
      />
    </YearFigure>
  );
}

/** The years drawn, with their table beside it; one year alone is no drawing. A year without a number stays open. */
function YearFigure(props: {
  id: string;
  title: string;
  subtitle?: string | undefined;
  level?: 2 | 3;
  source: SourceFacts;
  name: string;
  years: readonly { readonly year: number; readonly value: number }[];
  /** The table. */
  children: ComponentChildren;
}) {
  const { years, name, children, ...figure } = props;
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  if (first === last) return <Figure {...figure}>{children}</Figure>;
  const bars = new Map(years.map(({ year, value }) => [year, [{ series: name, value }]]));
  return (
    <Figure {...figure} table={children}>
      <YearChart
        label={`${name}: ${years.map(({ year, value }) => `${year} ${writeNumber(value)}`).join(', ')}`}
        years={Array.from({ length: last - first + 1 }, (_, at) => first + at).map((year) => ({
          year,
          bars: bars.get(year) ?? [],
        }))}
        bands={[]}
        series={[{ id: name, name }]}
      />
    </Figure>
  );
}

/** One series; a break begins a drawing of its own, so that no line leads over it. */
function History({ series }: { series: HistorySeries }) {
  return (
    <>
      {piecesOf(series).map((years) => {
        const [first, last] = [years[0]!, years.at(-1)!];
        const span = first.year === last.year ? String(first.year) : `${first.year} tot en met ${last.year}`;
        return (
          <YearFigure
            key={first.year}
            id={`reeks-${series.name.replace(/\W+/g, '-')}-${first.year}`}
            title={`${series.name}, ${span}`}
            subtitle={first.breakReason ? `Breuk in de reeks in ${first.year}: ${first.breakReason}` : undefined}
            source={{
              source: [...new Set(years.map(({ source }) => source))].join('; '),
              series: series.name,
              date: years.map(({ asOf }) => asOf).reduce((one, other) => (one > other ? one : other)),
              uncertainty: 'Overgenomen zoals het is ingevoerd. Een jaar zonder getal is onbekend, niet nul',
              jsonHref: `${SERIES_PATH}.json`,
            }}
            name={series.name}
            years={years.map(({ year, count }) => ({ year, value: count }))}
          >
            <HistoryTable name={`${series.name}, ${span}`} years={years} />
          </YearFigure>
        );
      })}
    </>
  );
}

function HistoryTable({ name, years }: { name: string; years: HistorySeries['years'] }) {
  return (
    <Table
      caption={name}
      rows={years}
      rowKey={({ year }) => String(year)}
      columns={[
        { header: 'Jaar', cell: ({ year }) => String(year) },
        { header: 'Aantal', kind: 'number', cell: ({ count }) => <NumberText value={count} /> },
        { header: 'Peildatum', kind: 'date', cell: ({ asOf }) => <DateText date={asOf} /> },
        { header: 'Bron', cell: ({ source }) => source },
        {
          header: 'Eerder genoemd',
          cell: ({ earlier }) =>
            earlier.length === 0 ? (
              'niets anders'
            ) : (
              <BulletList
                items={earlier.map(({ count, asOf, source }) => (
                  <>
                    <NumberText value={count} /> op <DateText date={asOf} />, {source}
                  </>
                ))}
              />
            ),
        },
      ]}
    />
  );
}

export const BEFORE_AND_AFTER_WARNING =
  'Meer aanmeldingen betekent beter zicht, niet meer mensenhandel. Ervoor en erna zijn anders geteld: trek ze niet van elkaar af.';

/** What was reported before and after joining, beside each other. */
function Change({ change }: { change: readonly BeforeAndAfter[] }) {
  return (
    <>
      <Heading level={2}>Verandert het, na het aansluiten?</Heading>
      <Paragraph>{BEFORE_AND_AFTER_WARNING}</Paragraph>
      {change.length === 0 ? (
        <EmptyState title="Er zijn nog geen eerdere jaren per regio en aanmelder">
          Voer ze hieronder in, met een regio en een soort aanmelder. Dan staan ze hier naast wat het register telt.
        </EmptyState>
      ) : (
        <Table
          caption="Aangemelde mensen voor en na het aansluiten, in hele jaren"
          rows={change}
          rowKey={({ region, reporterType, series }) => `${region} ${reporterType} ${series}`}
          columns={[
            { header: 'Regio', cell: ({ region }) => REGION_WORDS[region] },
            { header: 'Aanmelder', cell: ({ reporterType }) => REPORTER_WORDS[reporterType] },
            { header: 'Ervoor', cell: ({ before, series }) => <Over over={before} source={series} /> },
            { header: 'Aangesloten in', cell: ({ joinedIn }) => joinedIn ?? 'nog niet' },
            { header: 'Erna', cell: ({ after }) => <Over over={after} source="het register in In Beeld" /> },
          ]}
        />
      )}
      <Paragraph kind="small">
        Aantallen zijn afgerond op vijf. Onder de vijf staat er geen getal. Het jaar van aansluiten en het lopende jaar
        tellen niet mee, want die zijn niet heel.
      </Paragraph>
    </>
  );
}

function Over({ over, source }: { over: OverYears; source: string }) {
  if (!over) return <>nog geen heel jaar</>;
  const { years, persons } = over;
  const span = `in ${years.join(', ')}`;
  return (
    <>
      {persons === null ? 'minder dan vijf' : <NumberText value={persons} />} {span} ({source})
    </>
  );
}
