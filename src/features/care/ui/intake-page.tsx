import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Intake, LIFE_DOMAINS, type Sheet } from '../domain/cases/full-file.ts';
import { SAFETY_ANSWERS, type Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { DOMAIN_WORDS } from './full-words.ts';
import { NotFull } from './not-full.tsx';
import { ReachRules } from './reach-rules.tsx';
import { ANSWER_WORDS } from './safety-words.ts';

const ANSWERS = SAFETY_ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] }));

/** What an intake says, as pairs: on its page and in the printed file. */
export const intakeFacts = ({ answers, notes, wish }: Intake) => [
  { label: 'Wat de persoon wil', value: wish || 'Nog niet gevraagd' },
  ...LIFE_DOMAINS.map((domain) => ({
    label: DOMAIN_WORDS[domain].label,
    value: [ANSWER_WORDS[answers[domain]], notes[domain]].filter(Boolean).join('. '),
  })),
];

/** The intake on one page: how it stands in each part of a life. It need not be asked in one talk. */
export function IntakePage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  mayWrite: boolean;
  intake: Sheet<'intake'> | undefined;
  /** Somebody saved it while this form was open. */
  isConflict: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, intake, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Intake"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Hoe gaat het nu, en wat wil de persoon? U hoeft niet alles in één gesprek te vragen. Wat u niet weet, laat u open."
    >
      <ReachRules code={code} safety={props.safety} />
      {intake ? (
        <Paragraph kind="small">
          Laatst bewaard op <DateText date={intake.recordedOn} /> door {intake.recordedByName}.
        </Paragraph>
      ) : null}
      {props.mayWrite ? (
        <>
          {props.isConflict && intake ? (
            <DataList
              facts={[{ label: 'Dit bewaarde een collega intussen', value: '' }, ...intakeFacts(intake.content)]}
            />
          ) : null}
          <Form
            frame={frame}
            action={`${CASES_PATH}/${code}/intake`}
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Intake"
          >
            <HiddenField name="versie" value={String(intake?.version ?? 0)} />
            <TextArea
              {...field}
              name="wens"
              label="Wat wil de persoon?"
              description="In eigen woorden."
              rows={3}
              optional
            />
            {LIFE_DOMAINS.map((domain) => (
              <div class="ib-flow" key={domain}>
                <Radios
                  {...field}
                  name={`${domain}Stand`}
                  label={DOMAIN_WORDS[domain].label}
                  description={DOMAIN_WORDS[domain].hint}
                  choices={ANSWERS}
                  inline
                />
                <TextArea {...field} name={`${domain}Uitleg`} label="Wat weet u hierover?" rows={2} optional />
              </div>
            ))}
            <SubmitButton>Bewaar</SubmitButton>
          </Form>
        </>
      ) : (
        <>
          <NotFull />
          {intake ? (
            <DataList facts={intakeFacts(intake.content)} />
          ) : (
            <EmptyState title="Er is geen intake">Hier is nooit een intake opgeschreven.</EmptyState>
          )}
        </>
      )}
    </Page>
  );
}
