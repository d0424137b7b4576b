import { NumberText } from '../../../ui/format/number-text.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { GroupStudy, Study } from '../domain/study.ts';
import { BETWEEN, Percent } from './figure-words.tsx';
import { nameIn, Pair, type StudyFrame, Total } from './study-frame.tsx';
import { STUDY_TEXTS, warningText } from './study-texts.tsx';

export function MethodsTable({ study }: { study: Study }) {
  const language = useLanguage();
  const texts = STUDY_TEXTS[language];
  return (
    <Table
      caption={`${texts.choices} ${texts.own}`}
      rows={study.methods}
      rowKey={({ method }) => method}
      columns={[
        { header: texts.method, cell: ({ method }) => texts.methods[method].name },
        { header: texts.assumes, cell: ({ method }) => texts.methods[method].assumes },
        {
          header: texts.total,
          kind: 'number',
          cell: ({ estimate, interval }) => (
            <>
              <Total value={estimate} />
              {interval ? (
                <div class="ib-soft">
                  {interval.low === null ? texts.noLow : <Total value={interval.low} />} {BETWEEN[language].to}{' '}
                  {interval.high === null ? texts.noHigh : <Total value={interval.high} />}
                </div>
              ) : null}
            </>
          ),
        },
        {
          header: texts.related,
          cell: ({ model, method }) =>
            method === 'dga' || method === 'lcmcr'
              ? texts.weighed
              : model.map((lists) => lists.join('×')).join(' ') || texts.none,
        },
        {
          header: texts.beware,
          cell: ({ status, interval, warnings }) => (
            <>
              {[
                texts.statuses[status],
                interval ? texts.interval(texts.intervals[interval.kind]) : '',
                ...warnings.map((code) => warningText(code, texts)),
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
export function PairsTable({ study, frame }: { study: Study; frame: StudyFrame }) {
  const texts = STUDY_TEXTS[useLanguage()];
  const base = study.methods.find(({ method }) => method === 'stepwise')?.estimate ?? null;
  const shift = (estimate: number | null) => (estimate === null || base === null ? 0 : Math.abs(estimate - base));
  const rows = [...study.influences].sort((a, b) => shift(b.estimate) - shift(a.estimate));
  return (
    <>
      <Paragraph>{texts.steerMore(<Total value={base} />)}</Paragraph>
      <Table
        caption={`${texts.onePair} ${texts.own}`}
        rows={rows}
        rowKey={({ pair }) => pair.join()}
        columns={[
          { header: texts.pair, cell: ({ pair }) => <Pair pair={pair} frame={frame} /> },
          { header: texts.change, cell: ({ isInModel }) => (isInModel ? texts.out : texts.in) },
          { header: texts.becomes, kind: 'number', cell: ({ estimate }) => <Total value={estimate} /> },
        ]}
      />
    </>
  );
}

export function WithoutListTable({ study, frame }: { study: Study; frame: StudyFrame }) {
  const texts = STUDY_TEXTS[useLanguage()];
  return (
    <>
      <Paragraph>{texts.withoutMore}</Paragraph>
      <Table
        caption={`${texts.withoutOne} ${texts.own}`}
        rows={study.withoutList}
        rowKey={({ list }) => list}
        columns={[
          { header: texts.without, cell: ({ list }) => nameIn(frame, list) },
          { header: texts.total, kind: 'number', cell: ({ estimate }) => <Total value={estimate} /> },
          { header: texts.beware, cell: ({ status }) => texts.statuses[status] || texts.ordinary },
        ]}
      />
    </>
  );
}

export function NamelessTable({ study }: { study: Study }) {
  const texts = STUDY_TEXTS[useLanguage()];
  return (
    <>
      <Paragraph>{texts.namelessMore}</Paragraph>
      <Table
        caption={`${texts.namelessOne} ${texts.own}`}
        rows={study.nameless}
        rowKey={({ share }) => String(share)}
        columns={[
          { header: texts.withoutName, cell: ({ share }) => <Percent share={share} /> },
          {
            header: texts.totalStepwise,
            kind: 'number',
            cell: ({ estimate }) => (estimate === null ? texts.noBound : <Total value={estimate} />),
          },
        ]}
      />
    </>
  );
}

/** A total per group, from one model of lists and properties together; only on the pages of analysts, which are Dutch. */
export function GroupsTable({ study }: { study: Study & { readonly groups: GroupStudy } }) {
  const texts = STUDY_TEXTS[useLanguage()];
  const { groups, estimate, apart, without, status } = study.groups;
  return (
    <>
      <Paragraph>
        Eén model voor lijsten en kenmerken samen komt op <Total value={estimate} />. Schat u elke groep apart en telt u
        op, dan is het <Total value={apart} />. Laat u de kenmerken weg, dan is het <Total value={without} />.{' '}
        {texts.statuses[status]}
      </Paragraph>
      <Table
        caption={`Totaal per groep. ${texts.own}`}
        rows={groups}
        rowKey={({ values }) => JSON.stringify(values)}
        columns={[
          {
            header: 'Groep',
            cell: ({ values }) =>
              Object.entries(values)
                .map(([name, value]) => `${name}: ${value}`)
                .join(', '),
          },
          { header: 'Bekend', kind: 'number', cell: ({ observed }) => <NumberText value={observed} /> },
          {
            header: texts.total,
            kind: 'number',
            cell: (group) => (
              <>
                <Total value={group.estimate} />
                {group.interval ? (
                  <div class="ib-soft">
                    {group.interval.low === null ? texts.noLow : <Total value={group.interval.low} />} tot{' '}
                    {group.interval.high === null ? texts.noHigh : <Total value={group.interval.high} />}
                  </div>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
