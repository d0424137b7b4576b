import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { GuessFields } from './guess-fields.tsx';
import { LIBRARY_CRUMBS } from './library-page.tsx';

export const QUESTION_CRUMBS = [...LIBRARY_CRUMBS, { href: '/praktijk/vragen', label: 'Vragen' }];
type Elements = readonly { readonly id: string; readonly title: string }[];

const elementChoices = (elements: Elements) =>
  elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));

export interface QuestionLineView {
  readonly id: string;
  readonly title: string;
  readonly element: string | undefined;
  readonly askedOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly sourceName: string;
  readonly answers: number;
  readonly isAccepted: boolean;
}

const stateOf = (line: QuestionLineView, today: PlainDate) =>
  line.isAccepted
    ? ({ kind: 'ok', label: 'Geholpen' } as const)
    : line.answers > 0
      ? ({ kind: 'info', label: 'Beantwoord' } as const)
      : line.answerBy < today
        ? ({ kind: 'warning', label: 'Wacht op een adviseur' } as const)
        : ({ kind: 'neutral', label: 'Nog geen antwoord' } as const);

/** What was asked of peers and experts, the newest first, or what fits the words best. */
export function QuestionsPage(props: {
  frame: PageFrame;
  lines: readonly QuestionLineView[];
  total: number;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  values: FieldValues;
  elements: Elements;
  today: PlainDate;
  mayAsk: boolean;
}) {
  const isFiltered = Boolean(props.values.zoek || props.values.onderdeel);
  return (
    <Page
      frame={props.frame}
      title="Vragen"
      lead="Vraag het aan andere gemeenten en aan deskundigen. Na drie werkdagen antwoordt een adviseur als niemand anders dat deed."
      breadcrumbs={LIBRARY_CRUMBS}
      wide
    >
      {props.mayAsk ? (
        <ActionGroup>
          <ButtonLink href="/praktijk/vragen/nieuw">Stel een vraag</ButtonLink>
        </ActionGroup>
      ) : null}
      <Filters
        action="/praktijk/vragen"
        label="Zoek in de vragen"
        clearHref={isFiltered ? '/praktijk/vragen' : undefined}
      >
        <TextField name="zoek" label="Zoek op woorden" type="search" optional values={props.values} />
        <SelectField
          name="onderdeel"
          label="Over onderdeel"
          placeholder="Alle onderdelen"
          optional
          choices={elementChoices(props.elements)}
          values={props.values}
        />
      </Filters>
      {props.total === 0 ? (
        <EmptyState title={isFiltered ? 'Hier is nog niet naar gevraagd' : 'Er is nog niets gevraagd'}>
          {isFiltered ? (
            <p>
              Zoek met minder woorden, of bekijk <Link href="/praktijk/vragen">alle vragen</Link>.
            </p>
          ) : (
            'Stel als eerste een vraag. Er is vast iemand die het weet.'
          )}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={props.values.zoek ? 'Vragen, wat het best past eerst' : 'Vragen, de nieuwste eerst'}
            columns={[
              { header: 'Vraag', cell: (line) => <Link href={`/praktijk/vragen/${line.id}`}>{line.title}</Link> },
              { header: 'Van', cell: (line) => line.sourceName },
              { header: 'Gevraagd', kind: 'date', cell: (line) => <DateText date={line.askedOn} /> },
              { header: 'Antwoorden', kind: 'number', cell: (line) => <NumberText value={line.answers} /> },
              { header: 'Stand', cell: (line) => <StatusBadge {...stateOf(line, props.today)} /> },
            ]}
            rows={props.lines}
            rowKey={({ id }) => id}
          />
          <Pagination page={props.page} pages={props.pages} hrefOf={props.hrefOf} />
        </>
      )}
    </Page>
  );
}

/** Asking a question. */
export function AskQuestionPage(props: {
  frame: PageFrame;
  elements: Elements;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  sawName: boolean;
  formKey: string;
}) {
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title="Stel een vraag"
      lead="Over hoe u iets aanpakt, nooit over een zaak. VNG kijkt de vraag na; daarna leest iedereen die met In Beeld werkt haar."
      errors={props.errors}
      breadcrumbs={QUESTION_CRUMBS}
    >
      <Form frame={props.frame} action="/praktijk/vragen" idempotencyKey={props.formKey} label="Vraag stellen">
        <TextField {...field} name="titel" label="Uw vraag in één zin" />
        <TextArea {...field} name="tekst" label="Wat wilt u weten, en wat probeerde u al?" rows={5} />
        <SelectField
          {...field}
          name="onderdeel"
          label="Over welk onderdeel gaat het?"
          placeholder="Geen onderdeel"
          optional
          choices={elementChoices(props.elements)}
        />
        <GuessFields {...field} sawName={props.sawName} />
        <SubmitButton>Stuur de vraag in</SubmitButton>
      </Form>
    </Page>
  );
}

interface AnswerView {
  readonly id: string;
  readonly text: string;
  readonly publishedAt: Date;
  readonly sourceName: string;
  readonly isAccepted: boolean;
}

/** One question: what was asked, what others answered, and what helped. */
export function QuestionPage(props: {
  frame: PageFrame;
  question: {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly element: string | undefined;
    readonly askedOn: PlainDate;
    readonly answerBy: PlainDate;
    readonly source: { readonly name: string };
  };
  answers: readonly AnswerView[];
  isAsker: boolean;
  mayAnswer: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  sawName: boolean;
  keyOf: () => string;
  saved: string | undefined;
}) {
  const { frame, question, answers } = props;
  const path = `/praktijk/vragen/${question.id}`;
  return (
    <Page
      frame={frame}
      title={question.title}
      lead={`Vraag van ${question.source.name}`}
      errors={props.errors}
      breadcrumbs={QUESTION_CRUMBS}
      status={props.saved ? <Alert kind="ok" title={props.saved} /> : undefined}
    >
      <p class="ib-kept">{question.text}</p>
      <p class="ib-soft">
        Gevraagd op <DateText date={question.askedOn} />
        {question.element ? (
          <>
            {', over '}
            <Link href={`/praktijk/vragen?onderdeel=${question.element}`}>{question.element}</Link>
          </>
        ) : null}
        .
      </p>
      <Heading level={2}>Antwoorden</Heading>
      {answers.length === 0 ? (
        <p>
          Er is nog geen antwoord. Op <DateText date={question.answerBy} /> antwoordt een adviseur van VNG als niemand
          anders dat deed.
        </p>
      ) : (
        answers.map((answer) => (
          <section aria-label={`Antwoord van ${answer.sourceName}`} key={answer.id}>
            <Heading level={3}>{answer.sourceName}</Heading>
            {answer.isAccepted ? <StatusBadge kind="ok" label="Dit hielp" /> : null}
            <p class="ib-kept">{answer.text}</p>
            <p class="ib-soft">
              <MomentText instant={answer.publishedAt} />
            </p>
            {props.isAsker && !answer.isAccepted ? (
              <Form frame={frame} action={`${path}/geholpen`} idempotencyKey={props.keyOf()} label="Dit hielp">
                <HiddenField name="antwoord" value={answer.id} />
                <SubmitButton emphasis="secondary">Dit hielp ons</SubmitButton>
              </Form>
            ) : null}
            {answer.isAccepted && props.mayAnswer ? (
              <p>
                <Link href={`/praktijk/nieuw?vraag=${question.id}`}>Maak hier een voorbeeld van voor Praktijk</Link>
              </p>
            ) : null}
          </section>
        ))
      )}
      {props.mayAnswer ? (
        <>
          <Heading level={2}>Weet u het?</Heading>
          <Form frame={frame} action={`${path}/antwoord`} idempotencyKey={props.keyOf()} label="Antwoord">
            <TextArea
              name="tekst"
              label="Uw antwoord"
              description="VNG kijkt het na; daarna leest iedereen het, met de naam van uw organisatie."
              rows={5}
              values={props.values}
              errors={props.errors}
            />
            <GuessFields values={props.values} errors={props.errors} sawName={props.sawName} />
            <SubmitButton>Stuur het antwoord in</SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}
