import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  PURPOSES,
  type Purpose,
  RECEIVERS,
  type ReceiverKind,
  SHARED_DATA,
  SHARERS,
  type SharedData,
  type Sharer,
} from '../domain/sharing-case.ts';
import { CONSENTS, type SharingRule } from '../domain/sharing-rule.ts';
import { GUIDE_PATH, MARK_WORDS, OUTCOME_WORDS } from './sharing-words.ts';

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export interface AnswerView {
  readonly edition: string;
  readonly rule: SharingRule;
  readonly data: SharedData;
  readonly to: ReceiverKind;
  readonly purpose: Purpose;
}

/** «Mag ik dit delen?»: four questions, of which the role answers the first, and one answer with its basis. */
export function SharingGuidePage(props: {
  frame: PageFrame;
  sharer: Sharer;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  answer: AnswerView | undefined;
  isTold: boolean;
  conflict: string | undefined;
  formKey: string;
}) {
  const { values, errors, answer } = props;
  return (
    <Page
      frame={props.frame}
      title="Mag ik dit delen?"
      lead={`U vraagt dit als ${SHARERS[props.sharer]}. Noem geen persoon: kies alleen om wat voor gegevens het gaat.`}
      errors={errors}
      status={
        props.isTold ? (
          <Alert kind="ok" title="vastgelegd">
            <p>De FG van uw organisatie ziet dat u dit deelde en waarom het mocht. Wat u deelde, staat er niet bij.</p>
          </Alert>
        ) : props.conflict ? (
          <Alert kind="warning" title={props.conflict} />
        ) : undefined
      }
    >
      <Filters action={GUIDE_PATH} label="Mag ik dit delen?" clearHref={answer ? GUIDE_PATH : undefined}>
        <SelectField
          name="gegevens"
          label="Wat wilt u delen?"
          choices={choicesOf(SHARED_DATA)}
          values={values}
          errors={errors}
        />
        <SelectField name="ontvanger" label="Met wie?" choices={choicesOf(RECEIVERS)} values={values} errors={errors} />
        <SelectField name="doel" label="Waarvoor?" choices={choicesOf(PURPOSES)} values={values} errors={errors} />
      </Filters>
      {answer ? <Answer {...props} answer={answer} /> : null}
    </Page>
  );
}

function Answer(props: Parameters<typeof SharingGuidePage>[0] & { answer: AnswerView }) {
  const { rule, edition } = props.answer;
  return (
    <section aria-labelledby="antwoord">
      <Heading level={2} id="antwoord">
        {OUTCOME_WORDS[rule.outcome].label}
      </Heading>
      <Paragraph>{rule.says}</Paragraph>
      {rule.conditions.length > 0 ? (
        <>
          <Heading level={3}>Let hierop</Heading>
          <BulletList items={rule.conditions} />
        </>
      ) : null}
      {rule.instead.length > 0 ? (
        <>
          <Heading level={3}>Wat u wel kunt doen</Heading>
          <BulletList items={rule.instead} />
          <Paragraph>
            <Link href={`${GUIDE_PATH}?gegevens=nobody&ontvanger=${props.answer.to}&doel=advice`}>
              Vraag advies zonder iets waaraan iemand te herkennen is
            </Link>
          </Paragraph>
        </>
      ) : null}
      <DataList
        facts={[
          { label: 'Grondslag', value: rule.basis },
          { label: 'Artikel', value: rule.article },
          {
            label: 'Tekst van',
            value: rule.textDate ? <DateText date={rule.textDate} /> : 'datum onbekend, nog na te gaan',
          },
          { label: 'Bron', value: `${rule.source} (${MARK_WORDS[rule.mark]})` },
          {
            label: 'Nagekeken',
            value: rule.verifiedOn ? (
              <DateText date={rule.verifiedOn} />
            ) : (
              <StatusBadge kind="warning" label="niet geverifieerd" />
            ),
          },
          { label: 'Regel', value: `${rule.id}, editie ${edition}` },
        ]}
      />
      {rule.outcome === 'no' ? (
        <Paragraph>Is het toch al gedeeld? Vertel het meteen de FG van uw organisatie.</Paragraph>
      ) : props.answer.data === 'nobody' ? null : (
        <TellForm {...props} />
      )}
    </section>
  );
}

function TellForm(props: Parameters<typeof SharingGuidePage>[0] & { answer: AnswerView }) {
  const { rule, edition, data, to, purpose } = props.answer;
  return (
    <>
      <Heading level={3}>Hebt u het gedeeld?</Heading>
      <Paragraph>
        Leg dan vast dát u dit deelde. Uw naam, de soort gegevens en deze grondslag komen bij de FG; wat u deelde en
        over wie, vraagt In Beeld niet. Stuurde u het met In Beeld, dan staat het er al.
      </Paragraph>
      <Form frame={props.frame} action={GUIDE_PATH} idempotencyKey={props.formKey} label="Vastleggen">
        <HiddenField name="gegevens" value={data} />
        <HiddenField name="ontvanger" value={to} />
        <HiddenField name="doel" value={purpose} />
        <HiddenField name="regel" value={rule.id} />
        <HiddenField name="editie" value={edition} />
        {rule.outcome === 'consent' ? (
          <Radios
            name="toestemming"
            label="Wie gaf toestemming?"
            choices={choicesOf(CONSENTS)}
            values={props.values}
            errors={props.errors}
          />
        ) : null}
        <SubmitButton>
          {rule.outcome === 'elsewhere' ? 'Ik heb het daar ingebracht' : 'Ik heb dit gedeeld'}
        </SubmitButton>
      </Form>
    </>
  );
}
