import type { Shown } from '../../../shared-kernel/guarded-counts.ts';
import { addDays, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SignalCategory } from '../domain/catalogue.ts';
import type { Step } from '../domain/figures.ts';
import type { Form, ReporterFunction } from '../domain/signal-report.ts';
import { SIGNAL_CATEGORY_NAMES } from './catalogue-texts.ts';
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
  readonly signs: {
    readonly year: number;
    readonly kinds: readonly {
      readonly category: SignalCategory;
      readonly recognised: number | undefined;
      readonly ledOn: number | undefined;
    }[];
  };
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
      <SignCounts {...props.signs} />
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
            cell: ({ count }) => <Approximately count={count} />,
          },
        ]}
      />
    </section>
  );
}

const Few = () => <span class="ib-soft">te weinig</span>;
const Approximately = ({ count }: { count: number | undefined }) =>
  count === undefined ? <Few /> : <data value={count}>{count}</data>;

/** Which kinds of sign led to something: what the catalogue calls strong is not yet shown to be so by the field. */
function SignCounts({ year, kinds }: Parameters<typeof FiguresPage>[0]['signs']) {
  return (
    <section class="ib-flow" aria-labelledby="soorten">
      <Heading level={2} id="soorten">
        Welke soorten signalen leidden ergens toe
      </Heading>
      {kinds.length === 0 ? (
        <Paragraph>{`In ${year} is nog geen soort tien keer herkend bij het wegen. Vanaf tien staat zij hier.`}</Paragraph>
      ) : (
        <Table
          caption={`Wat bij het wegen is herkend in ${year}`}
          rows={kinds}
          rowKey={({ category }) => category}
          columns={[
            { header: 'Soort', cell: ({ category }) => SIGNAL_CATEGORY_NAMES.nl[category] },
            {
              header: 'Ongeveer zo vaak herkend',
              kind: 'number',
              cell: ({ recognised }) => <Approximately count={recognised} />,
            },
            {
              header: 'Daarvan tot overleg of actie',
              kind: 'number',
              cell: ({ ledOn }) => <Approximately count={ledOn} />,
            },
          ]}
        />
      )}
      <Paragraph kind="small">
        Geteld bij de eerste weging van een signaal. In één signaal kunnen meer soorten staan, dus de getallen mag u
        niet optellen. De signalen in de catalogus zijn nog niet getoetst door het veld.
      </Paragraph>
    </section>
  );
}
