import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { judgeCheck, type LearningPath, type Question } from '../domain/path.ts';
import { checkHref, LEARNING, pathHref } from './learning-words.ts';
import { ReferenceLine } from './reference-line.tsx';
import { TRAINING_PATH } from './register-words.ts';

/** The name of the field of a question, by its place. */
export const questionField = (index: number): string => `vraag${index + 1}`;

/** The check of knowledge: all questions at once; once answered, each with its explanation. */
export function CheckPage(props: {
  readonly frame: PageFrame;
  readonly path: LearningPath;
  /** What was answered; empty when the check was not done yet. */
  readonly answered: ReadonlyMap<string, string>;
  /** Parts of the path that were not done yet. */
  readonly isEarly: boolean;
  /** Whether who passes gets a certificate, which stands with her training. */
  readonly givesCertificate: boolean;
  readonly formKey: string;
  readonly values?: FieldValues | undefined;
  readonly errors?: FieldErrors | undefined;
}) {
  const { frame, path, answered, errors } = props;
  const { questions, passWith } = path.check;
  const isDone = answered.size === questions.length;
  const form = (
    <Form frame={frame} action={checkHref(path.id)} idempotencyKey={props.formKey}>
      {questions.map((question, index) => (
        <Radios
          key={question.id}
          name={questionField(index)}
          label={`${index + 1}. ${question.question}`}
          values={props.values}
          errors={errors}
          choices={question.answers.map(({ id, text }) => ({ value: id, label: text }))}
        />
      ))}
      <SubmitButton emphasis={isDone ? 'secondary' : 'primary'}>Kijk na</SubmitButton>
    </Form>
  );
  return (
    <Page
      frame={frame}
      title={`Toets – ${path.title.nl}`}
      heading="Toets"
      errors={errors}
      breadcrumbs={[
        { href: LEARNING, label: 'Leren' },
        { href: pathHref(path.id), label: path.title.nl },
      ]}
    >
      {isDone && !errors ? (
        <>
          <Outcome path={path} answered={answered} givesCertificate={props.givesCertificate} />
          <ol class="ib-flow">
            {questions.map((question) => (
              <Explained question={question} given={answered.get(question.id)} key={question.id} />
            ))}
          </ol>
          <Disclosure summary="Doe de toets opnieuw">{form}</Disclosure>
        </>
      ) : (
        <>
          <Paragraph>
            {questions.length} vragen. Met {passWith} goede antwoorden hebt u het pad gehaald. U mag de toets zo vaak
            doen als u wilt. Alleen u ziet uw antwoorden.
          </Paragraph>
          {props.isEarly ? (
            <Paragraph kind="small">
              U hebt nog niet alle delen gedaan. Weet u het al? Dan mag u de toets nu doen.
            </Paragraph>
          ) : null}
          {form}
        </>
      )}
    </Page>
  );
}

function Outcome(props: {
  readonly path: LearningPath;
  readonly answered: ReadonlyMap<string, string>;
  readonly givesCertificate: boolean;
}) {
  const { path, answered } = props;
  const { right, of, isPassed } = judgeCheck(path, answered);
  return (
    <>
      <Alert kind={isPassed ? 'ok' : 'info'} title={`${right} van de ${of} antwoorden zijn goed`}>
        <p>
          {isPassed
            ? 'U hebt dit pad gehaald. Hieronder leest u bij elke vraag waarom.'
            : 'Dat is nog niet genoeg. Lees hieronder bij elke vraag waarom, en doe de toets opnieuw.'}
        </p>
      </Alert>
      <ActionGroup>
        <ButtonLink href={isPassed ? LEARNING : pathHref(path.id)} emphasis="primary">
          {isPassed ? 'Naar uw leerpaden' : 'Terug naar het pad'}
        </ButtonLink>
        {isPassed && props.givesCertificate ? (
          <ButtonLink href={TRAINING_PATH}>Uw training en certificaten</ButtonLink>
        ) : null}
      </ActionGroup>
    </>
  );
}

function Explained({ question, given }: { question: Question; given: string | undefined }) {
  const isRight = given === question.right;
  const textOf = (id: string | undefined) => question.answers.find((answer) => answer.id === id)?.text;
  return (
    <li class="ib-flow">
      <Heading level={2}>{question.question}</Heading>
      <p>
        <StatusBadge kind={isRight ? 'ok' : 'warning'} label={isRight ? 'Goed' : 'Niet goed'} /> U antwoordde:{' '}
        {textOf(given)}
        {isRight ? null : (
          <>
            {' '}
            Het goede antwoord: <strong>{textOf(question.right)}</strong>
          </>
        )}
      </p>
      <Paragraph>{question.explanation}</Paragraph>
      <ReferenceLine reference={question.reference} />
    </li>
  );
}
