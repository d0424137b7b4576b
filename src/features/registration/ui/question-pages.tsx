import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Answer, ASKABLE_PARTS, type AskablePart } from '../domain/question.ts';
import { NOTHING_KNOWN } from '../domain/registration.ts';
import { contentFacts } from './content-facts.ts';
import { COUNTRY_CHOICES } from './content-fields.tsx';
import { choicesOf } from './guide-words.ts';
import {
  AGE_GROUP_WORDS,
  EXPLOITED_IN_WORDS,
  FORM_WORDS,
  GENDER_WORDS,
  OWN_PATH,
  OWN_TITLE,
  PART_WORDS,
} from './registration-words.ts';

interface Fields {
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

/** A question as either side shows it. */
export interface ShownQuestion {
  readonly id: string;
  readonly parts: readonly AskablePart[];
  readonly note: string | undefined;
  readonly askedAt: Date;
  readonly askedByName: string | null;
  readonly answerBy: PlainDate;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly answer: Answer | undefined;
}

const partsOf = (parts: readonly AskablePart[]) => parts.map((part) => PART_WORDS[part] ?? part).join(', ');

const FACT_OF: Readonly<Record<AskablePart, string>> = {
  ageGroup: 'Leeftijd',
  gender: 'Geslacht',
  nationalities: 'Nationaliteit',
  forms: 'Vorm',
  exploitedIn: 'Waar',
  identifiedOn: 'Herkend',
};

function said({ parts, answer }: ShownQuestion): string {
  if (!answer) return '';
  const facts = contentFacts({ ...NOTHING_KNOWN, ...answer });
  return parts
    .flatMap((part) => facts.filter(({ label }) => label === FACT_OF[part]))
    .map(({ label, value }) => `${label.toLowerCase()}: ${String(value)}`)
    .join('; ');
}

/** What was asked about a registration and what came back: part of its history. */
export function QuestionHistory(props: { questions: readonly ShownQuestion[] }) {
  return (
    <BulletList
      items={props.questions.map((each) => (
        <>
          <DateText date={dutchDay(each.askedAt)} />: gevraagd naar {partsOf(each.parts)}
          {each.askedByName ? ` door ${each.askedByName}` : ''}.{each.note ? ` «${each.note}»` : ''}{' '}
          {each.answeredAt ? (
            <>
              Beantwoord op <DateText date={dutchDay(each.answeredAt)} />
              {each.answeredByName ? ` door ${each.answeredByName}` : ''}
              {each.answer ? `: ${said(each)}.` : '. Het antwoord is gewist.'}
            </>
          ) : (
            <>
              Nog geen antwoord; gevraagd voor <DateText date={each.answerBy} />.
            </>
          )}
        </>
      ))}
    />
  );
}

/** The registrar asks after what is not known, by the exchange. */
export function AskReporterForm(
  props: Fields & {
    frame: PageFrame;
    path: string;
    formKey: string;
    /** Of whom can be asked, by the code of the record that came of it. */
    reporters: readonly { readonly code: string; readonly name: string }[];
  },
) {
  const { frame, path, formKey, reporters, ...field } = props;
  return (
    <Form frame={frame} action={`${path}/vragen`} idempotencyKey={`${formKey}v`} label="Vraag iets na">
      <Heading level={2}>Vraag iets na</Heading>
      <Paragraph>
        De vraag gaat als bericht naar de aanmelder. U krijgt een herinnering als er geen antwoord komt.
      </Paragraph>
      <SelectField
        values={{ ...(reporters.length === 1 && { bij: reporters[0]!.code }), ...field.values }}
        errors={field.errors}
        name="bij"
        label="Aan wie?"
        choices={reporters.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      />
      <Checkboxes
        {...field}
        name="onderdelen"
        label="Wat wilt u weten?"
        choices={ASKABLE_PARTS.map((part) => ({ value: part, label: PART_WORDS[part]! }))}
      />
      <TextArea
        {...field}
        name="toelichting"
        label="Toelichting"
        description="Hoogstens 300 tekens. Noem geen naam en geen nummer."
        rows={2}
        optional
      />
      <SubmitButton>Verstuur de vraag</SubmitButton>
    </Form>
  );
}

/** What the register asked about what one registered oneself. */
export function QuestionsPage(props: {
  frame: PageFrame;
  rows: readonly { readonly id: string; readonly code: string; readonly answerBy: PlainDate }[];
  waiting: number;
  formKey: string;
}) {
  return (
    <Page
      frame={props.frame}
      title="Vragen van CoMensha"
      breadcrumbs={[{ href: OWN_PATH, label: OWN_TITLE }]}
      lead="CoMensha vraagt soms iets na over een aanmelding. U ziet hier de vragen over uw eigen aanmeldingen."
    >
      {props.waiting > 0 ? (
        <Form
          frame={props.frame}
          action={`${OWN_PATH}/vragen/ontvangen`}
          idempotencyKey={props.formKey}
          label="Neem in ontvangst"
        >
          <Paragraph>
            {props.waiting === 1 ? 'Er wacht 1 vraag.' : `Er wachten ${props.waiting} vragen.`} Na ontvangst ziet wie de
            aanmelding deed, wat er wordt gevraagd.
          </Paragraph>
          <SubmitButton>Neem in ontvangst</SubmitButton>
        </Form>
      ) : null}
      {props.rows.length === 0 ? (
        <EmptyState title="Er wacht geen vraag op u">
          Komt er een vraag over een aanmelding van u, dan krijgt u een bericht en staat zij hier.
        </EmptyState>
      ) : (
        <Table
          caption={props.rows.length === 1 ? '1 vraag' : `${props.rows.length} vragen`}
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Aanmelding',
              cell: ({ code }) => <Link href={`${OWN_PATH}/${code}/vraag`}>Beantwoord de vraag over {code}</Link>,
            },
            { header: 'Graag voor', kind: 'date', cell: ({ answerBy }) => <DateText date={answerBy} /> },
          ]}
        />
      )}
    </Page>
  );
}

/** A question about one registration, with what was said then filled in, and what was asked before. */
export function AnswerPage(
  props: Fields & {
    frame: PageFrame;
    code: string;
    waiting: ShownQuestion | undefined;
    past: readonly ShownQuestion[];
    formKey: string;
  },
) {
  const { frame, code, waiting, past, formKey, ...field } = props;
  return (
    <Page
      frame={frame}
      title={`Vragen over aanmelding ${code}`}
      breadcrumbs={[
        { href: OWN_PATH, label: OWN_TITLE },
        { href: `${OWN_PATH}/${code}`, label: `Aanmelding ${code}` },
      ]}
      errors={field.errors}
      lead={
        waiting
          ? 'Vul in wat u nu weet. Onbekend is ook een antwoord. Alleen wat hier staat, gaat naar CoMensha.'
          : 'Er wacht nu geen vraag. Komt er een, dan krijgt u een bericht.'
      }
    >
      {waiting ? (
        <Form
          frame={frame}
          action={`${OWN_PATH}/${code}/vraag`}
          idempotencyKey={formKey}
          autocomplete="off"
          label="Beantwoord de vraag"
        >
          <Paragraph>
            Gevraagd naar {partsOf(waiting.parts)}, graag voor <DateText date={waiting.answerBy} />.
            {waiting.note ? ` «${waiting.note}»` : ''}
          </Paragraph>
          <PartFields {...field} parts={waiting.parts} />
          <SubmitButton>Verstuur het antwoord</SubmitButton>
        </Form>
      ) : null}
      {past.length > 0 ? (
        <section class="ib-flow" aria-labelledby="eerder">
          <Heading level={2} id="eerder">
            Eerder gevraagd
          </Heading>
          <QuestionHistory questions={past} />
        </section>
      ) : null}
    </Page>
  );
}

function PartFields({ parts, ...field }: Fields & { parts: readonly AskablePart[] }) {
  const asks = (part: AskablePart) => parts.includes(part);
  return (
    <>
      {asks('ageGroup') ? (
        <Radios {...field} name="leeftijd" label="Hoe oud is de persoon?" choices={choicesOf(AGE_GROUP_WORDS)} />
      ) : null}
      {asks('gender') ? (
        <Radios {...field} name="geslacht" label="Geslacht" choices={choicesOf(GENDER_WORDS)} inline />
      ) : null}
      {asks('nationalities') ? (
        <>
          <SelectField
            {...field}
            name="nationaliteit"
            label="Nationaliteit"
            choices={COUNTRY_CHOICES}
            placeholder="Onbekend"
            searchable
            optional
          />
          <SelectField
            {...field}
            name="nationaliteit2"
            label="Tweede nationaliteit"
            choices={COUNTRY_CHOICES}
            placeholder="Geen of onbekend"
            searchable
            optional
          />
        </>
      ) : null}
      {asks('forms') ? (
        <Checkboxes {...field} name="vormen" label="Waar lijkt het op?" choices={choicesOf(FORM_WORDS)} optional />
      ) : null}
      {asks('exploitedIn') ? (
        <SelectField {...field} name="waar" label="Waar was de uitbuiting?" choices={choicesOf(EXPLOITED_IN_WORDS)} />
      ) : null}
      {asks('identifiedOn') ? (
        <TextField
          {...field}
          name="herkend"
          label="Wanneer herkende u het?"
          description="Een dag, een maand of een jaar."
          width="medium"
          optional
        />
      ) : null}
    </>
  );
}
