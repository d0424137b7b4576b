import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { CareTerms, ClockRow, ProcedureTable } from '../domain/terms/term-table.ts';
import { lengthWords, ruleWords, SourceNote, TERMS_TITLE, WeekdayText, whyWords } from './term-words.tsx';
import { TermsCalculator, type TermsForm } from './terms-form.tsx';

/** Which edition of the content a page shows. */
export interface EditionHead {
  readonly id: string;
  readonly version: number;
  readonly validFrom: PlainDate;
}

/** The table a lawyer can read, a form that computes one term, and the procedures they belong to. */
export function TermsPage(props: {
  frame: PageFrame;
  law: CareTerms['law'];
  equated: CareTerms['equated'];
  table: readonly ProcedureTable[];
  edition: EditionHead;
  form: TermsForm;
  formKey: string;
}) {
  const { frame, table, form } = props;
  return (
    <Page
      frame={frame}
      wide
      title={TERMS_TITLE}
      errors={form.errors}
      lead="Welke klok loopt, op welke dag hij stopt en waarop dat steunt. U kunt deze pagina afdrukken."
    >
      <Alert kind="warning" title="leg een termijn altijd voor aan de advocaat">
        <p>
          Staat er een dag in een besluit of brief? Dan geldt die dag. Wat nog geen jurist heeft nagekeken, heet “nog te
          verifiëren”.
        </p>
      </Alert>
      <section class="ib-flow" aria-labelledby="bereken">
        <Heading level={2} id="bereken">
          Bereken een termijn
        </Heading>
        <TermsCalculator frame={frame} table={table} form={form} formKey={props.formKey} />
      </section>
      <TwoKinds law={props.law} equated={props.equated} />
      {table.map((procedure) => (
        <ProcedureSection key={procedure.id} procedure={procedure} />
      ))}
      <Paragraph kind="small">
        Uitgave {props.edition.id}, versie {props.edition.version}, geldig vanaf{' '}
        <DateText date={props.edition.validFrom} />. Dit is geen juridisch advies.
      </Paragraph>
    </Page>
  );
}

function TwoKinds({ law, equated }: Pick<CareTerms, 'law' | 'equated'>) {
  return (
    <section class="ib-flow" aria-labelledby="soorten">
      <Heading level={2} id="soorten">
        Twee soorten termijnen
      </Heading>
      <BulletList
        items={[
          'Een termijn uit een wet die eindigt in een weekend of op een feestdag, schuift naar de eerste werkdag erna (artikel 1). In een termijn van drie dagen of meer zitten minstens twee werkdagen (artikel 2). Goede Vrijdag, Koningsdag, 5 mei en gelijkgestelde dagen tellen als feestdag (artikel 3). Een termijn in uren, van meer dan negentig dagen, twaalf weken of drie maanden, of in jaren schuift niet (artikel 4).',
          'De bedenktijd, het einde van een vergunning en een afspraak schuiven nooit naar later. De circulaire over de bedenktijd is geen wet. Daarom komt de herinnering juist eerder, op een werkdag.',
          'De dag van bezwaar of beroep rekent In Beeld nooit uit. U neemt hem over uit de brief, en een tweede persoon leest de brief na.',
          'Herinneringen komen 30, 14 en 3 dagen voor de laatste dag, bij de zorgcoördinator en de vervanger. In Beeld verstuurt ze voor elke termijn die in een dossier staat; op deze bladzijde ziet u alleen de dagen.',
        ]}
      />
      <Paragraph kind="small">
        {law.name}. Bron: <SourceNote {...law} />
      </Paragraph>
      <Paragraph kind="small">
        {equated.name} ({equated.article}), bekend van <DateText date={equated.knownFrom} /> tot en met{' '}
        <DateText date={equated.knownUntil} />. Bron: <SourceNote {...equated} />
      </Paragraph>
    </section>
  );
}

function ProcedureSection({ procedure }: { procedure: ProcedureTable }) {
  const { id, name, about, clocks, events, states } = procedure;
  const stateName = new Map(states.map((state) => [state.id, state.name]));
  return (
    <section class="ib-flow" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {name}
      </Heading>
      <Paragraph>{about}</Paragraph>
      <Table
        caption={`Klokken: ${withinSentence(name)}`}
        rows={clocks}
        rowKey={(clock) => clock.id}
        columns={[
          { header: 'Klok en begin', cell: (clock) => <ClockName clock={clock} /> },
          { header: 'Artikel', cell: ({ article }) => article },
          { header: 'Termijn', cell: ({ term }) => lengthWords(term) },
          { header: 'Weekend', cell: ({ term }) => ruleWords(term).weekend },
          { header: 'Feestdagen', cell: ({ term }) => ruleWords(term).holidays },
          { header: 'Voorbeeld, uitgerekend', cell: (clock) => <WorkedExample clock={clock} /> },
          { header: 'Bron', cell: (clock) => <SourceNote {...clock} /> },
        ]}
      />
      <Doubts clocks={clocks} />
      <Disclosure summary={`Zo loopt het: ${withinSentence(name)}`}>
        <Table
          caption={`Stappen: ${withinSentence(name)}`}
          rows={events}
          rowKey={({ from, to, name: event }) => `${from} ${to} ${event}`}
          columns={[
            { header: 'Van', cell: ({ from }) => stateName.get(from) },
            { header: 'Wat er gebeurt', cell: (event) => event.name, namesRow: true },
            { header: 'Naar', cell: ({ to }) => stateName.get(to) },
          ]}
        />
        <Paragraph kind="small">
          Bron: <SourceNote {...procedure} />
        </Paragraph>
      </Disclosure>
    </section>
  );
}

function ClockName({ clock }: { clock: ClockRow }) {
  return (
    <>
      {clock.name}
      <br />
      <span class="ib-soft">
        {clock.term.kind === 'stated' ? 'Neem over: ' : 'Begint: '}
        {clock.starts}.
      </span>
    </>
  );
}

function WorkedExample({ clock: { worked } }: { clock: ClockRow }) {
  if (!worked) return <>geen termijn, dus geen voorbeeld</>;
  return (
    <>
      <DateText date={worked.given} /> geeft{' '}
      <strong>
        <WeekdayText date={worked.lastDay} />
      </strong>
      .{worked.rule === 'moved' ? ` ${whyWords(worked)}` : ''} Herinnering:{' '}
      {worked.reminders.map(({ on }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <DateText key={on} date={on} />
        </>
      ))}
      .
    </>
  );
}

/** What is not sure, by clock: nobody should trust a day without having read this. */
function Doubts({ clocks }: { clocks: readonly ClockRow[] }) {
  const doubts = clocks.flatMap(({ name, doubts }) => doubts.map((doubt) => ({ ...doubt, name })));
  if (doubts.length === 0) return null;
  return (
    <>
      <Heading level={3}>Wat niet zeker is</Heading>
      <BulletList
        items={doubts.map(({ name, from, text }) => (
          <>
            {name}
            {from ? (
              <>
                , vanaf <DateText date={from} />
              </>
            ) : null}
            : {text}
          </>
        ))}
      />
    </>
  );
}
