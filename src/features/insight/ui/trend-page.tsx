import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { LineChart } from '../../../ui/figures/line-chart.tsx';
import { Source, type SourceFacts } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Named, sayQuarter, shownOf, type TrendQuarter } from '../domain/trend.ts';

export const TREND_PATH = '/analyse/ontwikkeling';

/** How many quarters stand beside each other in a table. */
const BESIDE = 5;

interface Props {
  readonly frame: PageFrame;
  readonly series: TrendSeries;
  readonly others: readonly TrendSeries[];
  /** Oldest first. */
  readonly quarters: readonly TrendQuarter[];
}

/** One series through time: in the country, by kind, by police unit, and the last quarter by both. */
export function TrendPage({ frame, series, others, quarters }: Props) {
  const last = quarters.at(-1);
  return (
    <Page
      frame={frame}
      title="Ontwikkeling"
      wide
      lead="Wat er per kwartaal in het hele land is geteld. Niemand is erin te herkennen, en geen gemeente staat er apart in."
    >
      {others.length > 1 ? (
        <nav aria-label="Reeksen">
          <ul class="utrecht-unordered-list">
            {others.map(({ id, title }) => (
              <li key={id}>
                {id === series.id ? <strong>{title}</strong> : <Link href={`${TREND_PATH}?reeks=${id}`}>{title}</Link>}
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Heading level={2}>{series.title}</Heading>
      <Paragraph>
        {series.meaning} Er staat geen verwacht aantal bij: dat kent niemand. Vergelijk daarom soorten en kwartalen, en
        geen gebieden met elkaar.
      </Paragraph>
      {last ? (
        <Counted series={series} quarters={quarters} last={last} />
      ) : (
        <EmptyState title="Er is nog geen kwartaal geteld">
          Een kwartaal wordt geteld twee weken nadat het is afgelopen. Kom dan terug.
        </EmptyState>
      )}
      <ActionGroup>
        <ButtonLink href="/analyse/uitgaven">Bekijk de uitgaven</ButtonLink>
        <ButtonLink href="/monitor">Bekijk de monitor</ButtonLink>
      </ActionGroup>
    </Page>
  );
}

function Counted({ series, quarters, last }: Omit<Props, 'frame' | 'others'> & { readonly last: TrendQuarter }) {
  const source: SourceFacts = {
    source: series.source,
    series: series.title,
    date: dutchDay(last.laidAt),
    uncertainty: 'een telling, naar beneden afgerond op vijf; minder dan tien staat er niet',
  };
  const beside = quarters.slice(-BESIDE);
  const isAnythingShown = beside.some(({ cells }) => [...cells.values()].some((count) => count !== null));
  return (
    <>
      <National series={series} quarters={quarters} source={source} />
      {isAnythingShown ? (
        <Parts series={series} beside={beside} last={last} source={source} />
      ) : (
        <Paragraph>
          Per soort en per politie-eenheid is er nu niets te zien: alle getallen zijn te klein om te laten zien zonder
          dat iemand te herkennen is.
        </Paragraph>
      )}
      <Heading level={2}>Hoe er is geteld</Heading>
      <Paragraph>
        Een kwartaal wordt één keer geteld, twee weken nadat het is afgelopen, en daarna nooit meer. Zo verraadt een
        tweede telling niet wat er ertussen veranderde. Een getal staat er niet als het te klein is, als één organisatie
        er meer dan de helft van telde, of als een ander getal er anders uit te berekenen is. Een rekenprogramma heeft
        elke telling eerst aangevallen.
      </Paragraph>
    </>
  );
}

/** By kind and by police unit, each through time, and the last quarter by both. */
function Parts({
  series,
  beside,
  last,
  source,
}: {
  readonly series: TrendSeries;
  readonly beside: readonly TrendQuarter[];
  readonly last: TrendQuarter;
  readonly source: SourceFacts;
}) {
  return (
    <>
      <Heading level={2}>Per soort</Heading>
      <Through
        id="ontwikkeling-soort"
        caption={`${series.title}: ${series.kindsTitle.toLowerCase()}, per kwartaal`}
        header={series.kindsTitle}
        rows={last.kinds}
        quarters={beside}
        shown={(quarter, kind) => shownOf(quarter, { kind })}
      />
      <Source {...source} />
      <Heading level={2}>Per politie-eenheid</Heading>
      <Through
        id="ontwikkeling-gebied"
        caption={`${series.title}: politie-eenheid, per kwartaal`}
        header="Politie-eenheid"
        rows={last.areas}
        quarters={beside}
        shown={(quarter, area) => shownOf(quarter, { area })}
      />
      <Source {...source} />
      <Heading level={2}>Het laatste kwartaal, per politie-eenheid en soort</Heading>
      <Table
        id="ontwikkeling-kruis"
        narrow="scroll"
        caption={`${series.title}, ${sayQuarter(last.quarter)}: politie-eenheid en ${series.kindsTitle.toLowerCase()}`}
        rows={last.areas}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Politie-eenheid', cell: ({ name }) => name },
          ...last.kinds.map(
            (kind): Column<Named> => ({
              header: kind.name,
              kind: 'number',
              cell: (area) => <Count value={shownOf(last, { area: area.id, kind: kind.id })} />,
            }),
          ),
        ]}
      />
      <Source {...source} />
    </>
  );
}

function National({ series, quarters, source }: Pick<Props, 'series' | 'quarters'> & { readonly source: SourceFacts }) {
  const shown = quarters.map((quarter) => ({ quarter, count: shownOf(quarter) }));
  const known = shown.filter((each): each is { quarter: TrendQuarter; count: number } => each.count !== null);
  const table = (
    <Table
      id="ontwikkeling-land"
      caption={`${series.title} in Nederland, per kwartaal`}
      rows={shown.toReversed()}
      rowKey={({ quarter }) => quarter.quarter}
      columns={[
        { header: 'Kwartaal', cell: ({ quarter }) => sayQuarter(quarter.quarter) },
        { header: series.title, kind: 'number', cell: ({ count }) => <Count value={count} /> },
        { header: 'Geteld op', kind: 'date', cell: ({ quarter }) => <DateText date={dutchDay(quarter.laidAt)} /> },
      ]}
    />
  );
  // a line through a quarter that is kept back would draw what nobody knows
  if (known.length < shown.length || known.length < 2)
    return (
      <>
        {table}
        <Source {...source} />
      </>
    );
  const [before, now] = [known.at(-5) ?? known[0]!, known.at(-1)!];
  const title = `In ${sayQuarter(now.quarter.quarter)} ten minste ${writeNumber(now.count)}; in ${sayQuarter(before.quarter.quarter)} ten minste ${writeNumber(before.count)}`;
  return (
    <Figure
      id="ontwikkeling"
      title={title}
      subtitle={`${series.title} in Nederland, per kwartaal.`}
      source={source}
      table={table}
    >
      <LineChart
        label={`${title}. De cijfers staan in de tabel.`}
        lines={[{ id: 'land', name: series.title }]}
        moments={known.map(({ quarter, count }) => ({
          key: quarter.quarter,
          label: quarter.quarter.endsWith('-01-01') ? quarter.quarter.slice(0, 4) : undefined,
          values: [count],
        }))}
      />
    </Figure>
  );
}

function Through(props: {
  id: string;
  caption: string;
  header: string;
  rows: readonly Named[];
  quarters: readonly TrendQuarter[];
  shown: (quarter: TrendQuarter, id: string) => number | null;
}) {
  return (
    <Table
      id={props.id}
      narrow="scroll"
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        { header: props.header, cell: ({ name }) => name },
        ...props.quarters.map(
          (quarter): Column<Named> => ({
            header: sayQuarter(quarter.quarter),
            kind: 'number',
            cell: ({ id }) => <Count value={props.shown(quarter, id)} />,
          }),
        ),
      ]}
    />
  );
}

/** A count as it may be shown; every one that is kept back looks the same. */
function Count({ value }: { value: number | null }) {
  return value === null ? <span class="ib-soft">verborgen</span> : <NumberText value={value} />;
}
