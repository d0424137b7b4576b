import { addDays, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Shown, Step } from '../domain/figures.ts';
import type { Form, ReporterFunction } from '../domain/signal-report.ts';
import { FORM_WORDS, FUNCTION_WORDS } from './signal-words.ts';

const STEP_WORDS: Readonly<Record<Step, string>> = {
  kept: 'Bewaard om te wegen (de rest is alleen geteld)',
  'taken-up': 'Opgepakt',
  'passed-on': 'Doorgezet, met bevestiging',
  'to-answer': 'Doorgever mag iets terughoren',
  'answered-in-time': 'Op tijd teruggekoppeld, binnen tien werkdagen',
};
const MONTH = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const sayMonth = (month: PlainDate) => MONTH.format(new Date(`${month}T00:00:00Z`));

/** Who sees no numbers yet can see whether colleagues know where to go. */
const NEXT = <ButtonLink href="/meldroute">Bekijk de meldroute</ButtonLink>;

/** How many signals came in and what was done with them, without anybody being recognisable. */
export function FiguresPage(props: {
  readonly frame: PageFrame;
  readonly municipality: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly total: number | undefined;
  readonly months: readonly Shown<PlainDate>[];
  readonly functions: readonly Shown<ReporterFunction>[];
  readonly forms: readonly Shown<Form>[];
  readonly steps: readonly Shown<Step>[];
}) {
  const { from, until, total } = props;
  const period = `${writeDutchDate(from)} tot en met ${writeDutchDate(addDays(until, -1))}`;
  return (
    <Page
      frame={props.frame}
      title="Cijfers over signalen"
      wide
      lead="Wat er binnenkwam en wat ermee is gedaan. Meer signalen betekent niet dat het erger is: er kan ook beter zijn gekeken."
    >
      {total === 0 ? (
        <EmptyState title="In deze twaalf maanden kwam er geen signaal binnen" next={NEXT}>
          Dat zegt niet dat er niets gebeurt. Kennen collega’s de meldroute?
        </EmptyState>
      ) : total === undefined ? (
        <EmptyState title="Er kwamen te weinig signalen binnen om te tonen" next={NEXT}>
          Met zo weinig is een signaal te herkennen. Zodra er in twaalf maanden vijf of meer zijn, staan ze hier.
        </EmptyState>
      ) : (
        <>
          <Paragraph>{`Er kwamen ongeveer ${total} signalen binnen.`}</Paragraph>
          <Counts id="gedaan" title="Wat ermee is gedaan" rows={props.steps} wordOf={(key) => STEP_WORDS[key]} />
          <Counts id="maand" title="Per maand" rows={props.months} wordOf={sayMonth} />
          <Counts
            id="vorm"
            title="Waar het op leek"
            rows={props.forms}
            wordOf={(key) => (key === 'unknown' ? 'Niet bekend' : FORM_WORDS[key])}
          />
          <Counts
            id="functie"
            title="Uit welk werk het kwam"
            rows={props.functions}
            wordOf={(key) => (key === 'unknown' ? 'Niet bekend' : FUNCTION_WORDS[key])}
          />
        </>
      )}
      <p class="ib-soft">
        Bron: de signalen en tellingen van {props.municipality} in In Beeld, {period}. De lopende maand telt nog niet
        mee. Getallen zijn afgerond op vijf. Minder dan vijf staat er niet, per soort werk minder dan tien; soms is ook
        een tweede getal verborgen, zodat niemand het kan uitrekenen. Een signaal is geen slachtoffer: er kan een andere
        verklaring zijn.
      </p>
    </Page>
  );
}

function Counts<Key extends string>(props: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Shown<Key>[];
  readonly wordOf: (key: Key) => string;
}) {
  return (
    <section class="ib-flow" aria-labelledby={props.id}>
      <Heading level={2} id={props.id}>
        {props.title}
      </Heading>
      <Table
        caption={props.title}
        captionHidden
        rows={props.rows}
        rowKey={({ key }) => key}
        columns={[
          { header: 'Wat', cell: ({ key }) => props.wordOf(key) },
          {
            header: 'Ongeveer',
            kind: 'number',
            cell: ({ count }) =>
              count === undefined ? <span class="ib-soft">te weinig</span> : <data value={count}>{count}</data>,
          },
        ]}
      />
    </section>
  );
}
