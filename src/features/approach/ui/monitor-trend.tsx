import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { LineChart } from '../../../ui/figures/line-chart.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { TREND_STEPS, type TrendPoint, type TrendStep } from '../domain/standing-trend.ts';
import { type NamedElement, outOf } from './monitor-words.ts';

const STEP_NAMES: Readonly<Record<TrendStep, string>> = { quarter: 'per kwartaal', year: 'per jaar' };

/** How many municipalities had an element through time: a line for what held and one for what lapsed, with their table. */
export function MonitorTrend(props: {
  element: NamedElement;
  points: readonly TrendPoint[];
  step: TrendStep;
  /** ' in de provincie Groningen', or nothing for the country. */
  where: string;
  today: PlainDate;
  hrefOfStep: (step: TrendStep) => string;
  jsonHref: string;
}) {
  const { points, step, element } = props;
  const isAnchoring = element.id === ANCHORING_ELEMENT;
  const held = isAnchoring ? 'Geborgd' : 'Geregeld';
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2)
    return <Paragraph>Er is nog geen verloop: niemand gaf hierover eerder iets op.</Paragraph>;
  const before = points.at(step === 'quarter' ? -5 : -2) ?? first;
  const title = `Nu is ${isAnchoring ? 'de aanpak geborgd' : 'dit geregeld'} bij ${outOf(last.held, last.all)}${props.where}; op ${writeDutchDate(before.day)} bij ${before.held}`;
  return (
    <>
      <Figure
        id={`monitor-verloop-${element.id}`}
        title={title}
        subtitle={`Aantal gemeenten, ${STEP_NAMES[step]}. Geteld over de gemeenten die er op elke dag waren.`}
        source={{
          source: 'In Beeld, opgave van gemeenten',
          series: `Onderdeel ${element.id}`,
          date: props.today,
          uncertainty: 'dit is een eigen opgave, niemand keek die na',
          id: `monitor-verloop-${element.id}`,
          jsonHref: props.jsonHref,
        }}
        table={
          <Table
            caption={`${element.title}: aantal gemeenten ${STEP_NAMES[step]}`}
            narrow="scroll"
            rows={points}
            rowKey={({ day }) => day}
            columns={[
              { header: 'Dag', kind: 'date', cell: ({ day }) => <DateText date={day} /> },
              { header: held, kind: 'number', cell: (point) => <NumberText value={point.held} /> },
              { header: 'Vervallen', kind: 'number', cell: (point) => <NumberText value={point.lapsed} /> },
              { header: 'Gemeenten', kind: 'number', cell: (point) => <NumberText value={point.all} /> },
            ]}
          />
        }
      >
        <LineChart
          label={`${title}. De cijfers staan in de tabel.`}
          max={last.all}
          lines={[
            { id: 'held', name: held },
            { id: 'lapsed', name: 'Vervallen' },
          ]}
          moments={points.map(({ day, ...point }, at) => ({
            key: day,
            label: at === points.length - 1 ? 'nu' : day.endsWith('-12-31') ? `eind ${day.slice(0, 4)}` : undefined,
            values: [point.held, point.lapsed],
          }))}
        />
      </Figure>
      <p>
        {TREND_STEPS.filter((each) => each !== step).map((each) => (
          <Link href={props.hrefOfStep(each)} key={each}>{`Toon het verloop ${STEP_NAMES[each]}`}</Link>
        ))}
      </p>
    </>
  );
}
