import { BarChart } from '../../../ui/figures/bar-chart.tsx';
import { Figure } from '../../../ui/figures/figure.tsx';
import type { SourceFacts } from '../../../ui/figures/source.tsx';
import { UpSetChart } from '../../../ui/figures/upset-chart.tsx';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { EstimatedRange } from '../domain/in-view.ts';
import type { MethodOutcome, Study } from '../domain/study.ts';
import { INTERVAL_TEXTS, METHOD_TEXTS, OWN_COMPUTATION, REFUSAL_TEXTS, STATUS_TEXTS, warningText } from '../texts.ts';
import { Percent, SourceName, writeYears } from './figure-words.tsx';

/** How a study is shown: the names of its lists for people, and where its table comes from. */
export interface StudyFrame {
  readonly names: Readonly<Record<string, string>>;
  /** Which people and years the table is about: 'in 2010 tot en met 2015 samen'. */
  readonly scope: string;
  readonly tableSource: SourceFacts;
  readonly resultSource: SourceFacts;
  /** The published estimates, to stand beside every result. */
  readonly official: readonly EstimatedRange[];
  /** A published estimate on the scale of the table (all its years together), when that can be said. */
  readonly reference?: { readonly label: string; readonly low: number; readonly middle: number; readonly high: number };
}

const nameIn = (frame: StudyFrame, list: string) => frame.names[list] ?? list;

/** Three digits say as much as such a total can; machines get whole numbers. */
function threeDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2);
  return Math.round(value / unit) * unit;
}

export function Total({ value }: { value: number | null }) {
  return value === null ? (
    <>geen getal</>
  ) : (
    <data value={String(Math.round(value))}>{writeNumber(threeDigits(value))}</data>
  );
}

/** Which lists there are, which overlap, and in which combinations people stand on them. */
export function OverlapParts({ study, frame }: { study: Study; frame: StudyFrame }) {
  const sets = study.lists.map(({ list }) => ({ id: list, name: nameIn(frame, list) }));
  const single = study.histories.filter(({ lists }) => lists.length === 1);
  const several = study.histories.filter(({ lists }) => lists.length > 1);
  const combinations = (rows: Study['histories']) => rows.map(({ lists, count }) => ({ sets: lists, count }));
  return (
    <>
      <Table
        caption="De lijsten"
        rows={study.lists}
        rowKey={({ list }) => list}
        columns={[
          {
            header: 'Lijst',
            cell: ({ list }) =>
              nameIn(frame, list) === list
                ? `${sets.findIndex(({ id }) => id === list) + 1}. ${list}`
                : `${list}: ${nameIn(frame, list)}`,
          },
          { header: 'Mensen op deze lijst', kind: 'number', cell: ({ total }) => <NumberText value={total} /> },
          { header: 'Alleen op deze lijst', kind: 'number', cell: ({ alone }) => <NumberText value={alone} /> },
        ]}
      />
      <Figure
        id="overlap"
        title={`${writeNumber(study.onSeveral)} van de ${writeNumber(study.observed)} mensen staan op meer dan één lijst`}
        subtitle="Op die overlap rust de hele schatting. Een gevulde stip: de lijst doet mee. De twee tekeningen hebben elk hun eigen schaal."
        source={frame.tableSource}
        table={
          <Table
            caption="Hoeveel mensen elk paar lijsten deelt"
            rows={study.overlaps}
            rowKey={({ pair }) => pair.join()}
            columns={[
              { header: 'Paar', cell: ({ pair }) => pair.map((list) => nameIn(frame, list)).join(' en ') },
              { header: 'Op allebei', kind: 'number', cell: ({ count }) => <NumberText value={count} /> },
            ]}
          />
        }
      >
        <UpSetChart
          caption="Mensen op meer dan één lijst, per combinatie"
          countHeader="Op meer dan één lijst"
          sets={sets}
          combinations={combinations(several)}
        />
        <UpSetChart
          caption="Mensen op één lijst, per lijst"
          countHeader="Op één lijst"
          sets={sets}
          combinations={combinations(single)}
        />
      </Figure>
    </>
  );
}

/** The refusal, or every result with its doubts. */
export function ResultParts({ study, frame }: { study: Study; frame: StudyFrame }) {
  if (study.refusal)
    return (
      <Alert kind="warning" title="Wij geven geen getal">
        <p>{REFUSAL_TEXTS[study.refusal]}</p>
        <p>
          Wat kan helpen: een extra lijst, een langere periode, of beter nagaan wie op twee lijsten dezelfde persoon is.
        </p>
      </Alert>
    );
  return (
    <>
      <OwnComputation official={frame.official} />
      <MethodsFigure study={study} frame={frame} />
      <MethodsTable study={study} />
      <Heading level={2}>Welke paren sturen de uitkomst</Heading>
      <PairsTable study={study} frame={frame} />
      <Heading level={2}>Eén lijst weg</Heading>
      <WithoutListTable study={study} frame={frame} />
      <Heading level={2}>Registraties zonder naam</Heading>
      <NamelessTable study={study} />
    </>
  );
}

/** Stands above every result: this is ours, and what was published is this. */
export function OwnComputation({ official }: { official: readonly EstimatedRange[] }) {
  return (
    <Alert kind="warning" title={OWN_COMPUTATION.replace(/\.$/, '')}>
      <p>Gepubliceerde schattingen zijn er ook. Gebruik die als u een getal wilt noemen:</p>
      <BulletList
        items={official.map(({ years, low, middle, high, source }) => (
          <>
            {writeYears(years)}: ongeveer <NumberText value={middle} /> per jaar (<NumberText value={low} /> tot{' '}
            <NumberText value={high} />
            ). Bron: <SourceName>{source}</SourceName>.
          </>
        ))}
      />
    </Alert>
  );
}

function MethodsFigure({ study, frame }: { study: Study; frame: StudyFrame }) {
  const found = study.methods.filter((each): each is MethodOutcome & { estimate: number } => each.estimate !== null);
  const totals = found.map(({ estimate }) => threeDigits(estimate));
  if (totals.length === 0) return null;
  const bounded = (limit: number | null | undefined) =>
    limit === null || limit === undefined ? undefined : threeDigits(limit);
  return (
    <Figure
      id="methoden"
      title={`Dezelfde tabel geeft ${writeNumber(Math.min(...totals))} tot ${writeNumber(Math.max(...totals))}: het ligt aan de methode`}
      subtitle={`Geschat totaal ${frame.scope}, per methode, met het interval van ${writeNumber(study.options.level * 100)}%. Alle balken beginnen bij nul.`}
      level={2}
      source={frame.resultSource}
    >
      <BarChart
        caption="Geschat totaal per methode, met interval"
        labelHeader="Methode"
        valueHeader="Geschat totaal"
        bars={[
          ...found.map(({ method, estimate, interval }) => ({
            label: METHOD_TEXTS[method].name,
            value: threeDigits(estimate),
            ...(interval?.high !== null && { low: bounded(interval?.low), high: bounded(interval?.high) }),
          })),
          ...(frame.reference
            ? [
                {
                  label: frame.reference.label,
                  value: frame.reference.middle,
                  low: frame.reference.low,
                  high: frame.reference.high,
                  highlighted: true,
                },
              ]
            : []),
        ]}
      />
    </Figure>
  );
}

function MethodsTable({ study }: { study: Study }) {
  return (
    <Table
      caption={`Wat elke methode aanneemt en kiest. ${OWN_COMPUTATION}`}
      rows={study.methods}
      rowKey={({ method }) => method}
      columns={[
        { header: 'Methode', cell: ({ method }) => METHOD_TEXTS[method].name },
        { header: 'Wat zij aanneemt', cell: ({ method }) => METHOD_TEXTS[method].assumes },
        {
          header: 'Totaal',
          kind: 'number',
          cell: ({ estimate, interval }) => (
            <>
              <Total value={estimate} />
              {interval ? (
                <div class="ib-soft">
                  {interval.low === null ? 'geen ondergrens' : <Total value={interval.low} />} tot{' '}
                  {interval.high === null ? 'geen bovengrens' : <Total value={interval.high} />}
                </div>
              ) : null}
            </>
          ),
        },
        {
          header: 'Paren die samenhangen',
          cell: ({ model, method }) =>
            method === 'dga' ? 'gewogen over alle modellen' : model.map((lists) => lists.join('×')).join(' ') || 'geen',
        },
        {
          header: 'Let op',
          cell: ({ status, interval, warnings }) => (
            <>
              {[
                STATUS_TEXTS[status],
                interval ? `Interval: ${INTERVAL_TEXTS[interval.kind]}.` : '',
                ...warnings.map(warningText),
              ]
                .filter((text) => text !== '')
                .map((text) => (
                  <div key={text}>{text}</div>
                ))}
            </>
          ),
        },
      ]}
    />
  );
}

/** The pairs whose presence or absence moves the total most come first. */
function PairsTable({ study, frame }: { study: Study; frame: StudyFrame }) {
  const base = study.methods.find(({ method }) => method === 'stepwise')?.estimate ?? null;
  const shift = (estimate: number | null) => (estimate === null || base === null ? 0 : Math.abs(estimate - base));
  const rows = [...study.influences].sort((a, b) => shift(b.estimate) - shift(a.estimate));
  return (
    <>
      <Paragraph>
        De stapsgewijze methode komt op <Total value={base} />. Zet u één paar lijsten aan of uit, dan verandert dat zo.
        Het paar dat het meest verschuift, staat bovenaan.
      </Paragraph>
      <Table
        caption={`Het totaal met één paar meer of minder. ${OWN_COMPUTATION}`}
        rows={rows}
        rowKey={({ pair }) => pair.join()}
        columns={[
          { header: 'Paar', cell: ({ pair }) => pair.map((list) => nameIn(frame, list)).join(' en ') },
          { header: 'Wat verandert', cell: ({ isInModel }) => (isInModel ? 'dit paar eruit' : 'dit paar erbij') },
          { header: 'Totaal wordt', kind: 'number', cell: ({ estimate }) => <Total value={estimate} /> },
        ]}
      />
    </>
  );
}

function WithoutListTable({ study, frame }: { study: Study; frame: StudyFrame }) {
  return (
    <>
      <Paragraph>
        Laat u een lijst weg, dan rust het antwoord op de andere. Springt het totaal dan ver weg, dan hangt veel af van
        die ene lijst.
      </Paragraph>
      <Table
        caption={`Het totaal zonder een van de lijsten. ${OWN_COMPUTATION}`}
        rows={study.withoutList}
        rowKey={({ list }) => list}
        columns={[
          { header: 'Zonder', cell: ({ list }) => nameIn(frame, list) },
          { header: 'Totaal', kind: 'number', cell: ({ estimate }) => <Total value={estimate} /> },
          { header: 'Let op', cell: ({ status }) => STATUS_TEXTS[status] || 'geen bijzonderheden' },
        ]}
      />
    </>
  );
}

function NamelessTable({ study }: { study: Study }) {
  return (
    <>
      <Paragraph>
        Staat iemand ergens zonder naam, dan herkent niemand hem op een andere lijst. Hij lijkt dan een nieuwe persoon.
        De overlap wordt kleiner en de schatting te hoog. Zo veel, als een deel van alle registraties geen naam had:
      </Paragraph>
      <Table
        caption={`Nagebootst: het totaal als een deel van de registraties geen naam heeft. ${OWN_COMPUTATION}`}
        rows={study.nameless}
        rowKey={({ share }) => String(share)}
        columns={[
          { header: 'Zonder naam', cell: ({ share }) => <Percent share={share} /> },
          {
            header: 'Totaal, stapsgewijs',
            kind: 'number',
            cell: ({ estimate }) => (estimate === null ? 'geen grens' : <Total value={estimate} />),
          },
        ]}
      />
    </>
  );
}
