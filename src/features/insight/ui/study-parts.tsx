import type { Language } from '../../../shared-kernel/language.ts';
import { BarChart } from '../../../ui/figures/bar-chart.tsx';
import { Figure } from '../../../ui/figures/figure.tsx';
import { UpSetChart } from '../../../ui/figures/upset-chart.tsx';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { EstimatedRange } from '../domain/in-view.ts';
import type { MethodOutcome, Study } from '../domain/study.ts';
import { SourceName, writeYears } from './figure-words.tsx';
import { nameIn, Pair, type StudyFrame, threeDigits } from './study-frame.tsx';
import { MethodsTable, NamelessTable, PairsTable, WithoutListTable } from './study-tables.tsx';
import { STUDY_TEXTS } from './study-texts.tsx';

/** Which lists there are, which overlap, and in which combinations people stand on them. */
export function OverlapParts({ study, frame }: { study: Study; frame: StudyFrame }) {
  const language = useLanguage();
  const texts = STUDY_TEXTS[language];
  const sets = study.lists.map(({ list }) => ({ id: list, name: nameIn(frame, list) }));
  const single = study.histories.filter(({ lists }) => lists.length === 1);
  const several = study.histories.filter(({ lists }) => lists.length > 1);
  const combinations = (rows: Study['histories']) => rows.map(({ lists, count }) => ({ sets: lists, count }));
  return (
    <>
      <Table
        caption={texts.lists}
        rows={study.lists}
        rowKey={({ list }) => list}
        columns={[
          {
            header: texts.list,
            cell: ({ list }) =>
              nameIn(frame, list) === list
                ? `${sets.findIndex(({ id }) => id === list) + 1}. ${list}`
                : `${list}: ${nameIn(frame, list)}`,
          },
          { header: texts.onList, kind: 'number', cell: ({ total }) => <NumberText value={total} /> },
          { header: texts.alone, kind: 'number', cell: ({ alone }) => <NumberText value={alone} /> },
        ]}
      />
      <Figure
        id="overlap"
        title={texts.overlap(
          writeNumber(study.onSeveral, 0, language),
          writeNumber(study.observed, 0, language),
          frame.from,
        )}
        subtitle={texts.overlapMore}
        source={frame.tableSource}
        table={
          <Table
            caption={texts.pairsShare}
            rows={study.overlaps}
            rowKey={({ pair }) => pair.join()}
            columns={[
              { header: texts.pair, cell: ({ pair }) => <Pair pair={pair} frame={frame} /> },
              { header: texts.onBoth, kind: 'number', cell: ({ count }) => <NumberText value={count} /> },
            ]}
          />
        }
      >
        <UpSetChart
          caption={texts.several}
          countHeader={texts.onSeveral}
          sets={sets}
          combinations={combinations(several)}
        />
        <UpSetChart caption={texts.single} countHeader={texts.onOne} sets={sets} combinations={combinations(single)} />
      </Figure>
    </>
  );
}

/** The refusal, or every result with its doubts. */
export function ResultParts({ study, frame }: { study: Study; frame: StudyFrame }) {
  const texts = STUDY_TEXTS[useLanguage()];
  if (study.refusal)
    return (
      <Alert kind="warning" title={texts.refusal}>
        <p>{texts.refusals[study.refusal]}</p>
        <p>{texts.refusalHelp}</p>
      </Alert>
    );
  return (
    <>
      <OwnComputation official={frame.official} language={frame.officialLanguage} />
      <MethodsFigure study={study} frame={frame} />
      <MethodsTable study={study} />
      <Heading level={2}>{texts.steer}</Heading>
      <PairsTable study={study} frame={frame} />
      <Heading level={2}>{texts.withoutTitle}</Heading>
      <WithoutListTable study={study} frame={frame} />
      <Heading level={2}>{texts.nameless}</Heading>
      <NamelessTable study={study} />
    </>
  );
}

/** Stands above every result: this is ours, and what was published is this. */
export function OwnComputation(props: { official: readonly EstimatedRange[]; language?: Language | undefined }) {
  const language = useLanguage();
  const texts = STUDY_TEXTS[language];
  return (
    <Alert kind="warning" title={texts.own.replace(/\.$/, '')}>
      <p>{texts.published}</p>
      <BulletList
        items={props.official.map(({ years, low, middle, high, source }) =>
          texts.publishedOne(
            writeYears(years, language),
            <NumberText value={middle} />,
            <NumberText value={low} />,
            <NumberText value={high} />,
            <SourceName language={props.language}>{source}</SourceName>,
          ),
        )}
      />
    </Alert>
  );
}

function MethodsFigure({ study, frame }: { study: Study; frame: StudyFrame }) {
  const language = useLanguage();
  const texts = STUDY_TEXTS[language];
  const write = (value: number) => writeNumber(value, 0, language);
  const found = study.methods.filter((each): each is MethodOutcome & { estimate: number } => each.estimate !== null);
  const totals = found.map(({ estimate }) => threeDigits(estimate));
  if (totals.length === 0) return null;
  const bounded = (limit: number | null | undefined) =>
    limit === null || limit === undefined ? undefined : threeDigits(limit);
  return (
    <Figure
      id="methoden"
      title={texts.depends(write(Math.min(...totals)), write(Math.max(...totals)), frame.from)}
      subtitle={texts.dependsMore(frame.scope, write(study.options.level * 100))}
      level={2}
      source={frame.resultSource}
    >
      <BarChart
        caption={texts.perMethod}
        labelHeader={texts.method}
        valueHeader={texts.estimated}
        bars={[
          ...found.map(({ method, estimate, interval }) => ({
            label: texts.methods[method].name,
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
