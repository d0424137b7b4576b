import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { LIFE_DOMAINS, OUTCOME_ANSWERS, type Sheet } from '../domain/cases/full-file.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { AgreeFields } from './agree-fields.tsx';
import { CASES_PATH, type Choice, caseTrail } from './case-words.ts';
import { DOMAIN_WORDS, GOES_WORDS } from './full-words.ts';
import { ReachRules } from './reach-rules.tsx';

/** How the person says it goes: short, without free text, and never asked as a condition. */
export function OutcomePage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  outcome: Sheet<'outcome'> | undefined;
  languages: readonly Choice[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, outcome, values, errors } = props;
  const path = `${CASES_PATH}/${code}/hoe-gaat-het`;
  return (
    <Page
      frame={frame}
      title="Hoe gaat het?"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Vraag het alleen als de persoon dat wil. De hulp hangt er nooit van af."
    >
      <ReachRules code={code} safety={props.safety} />
      {outcome ? (
        <Paragraph kind="small">
          Laatst bewaard op <DateText date={outcome.recordedOn} /> door {outcome.recordedByName}.{' '}
          {outcome.agreed ? (
            <>
              De persoon zag dit op <DateText date={outcome.agreed.on} />.
            </>
          ) : (
            'De persoon zag dit nog niet.'
          )}
        </Paragraph>
      ) : null}
      <Alert kind="info" title="wat hiermee gebeurt">
        <p>
          Dit blijft in het dossier. In het jaarverslag staan alleen aantallen, van tien mensen of meer. Klopt er iets
          niet? Verander het samen.
        </p>
      </Alert>
      <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Hoe gaat het?">
        <HiddenField name="versie" value={String(outcome?.version ?? 0)} />
        {LIFE_DOMAINS.map((domain) => (
          <Radios
            key={domain}
            values={values}
            errors={errors}
            name={`${domain}Gaat`}
            label={DOMAIN_WORDS[domain].label}
            choices={OUTCOME_ANSWERS.map((value) => ({ value, label: GOES_WORDS[value] }))}
            inline
            optional
          />
        ))}
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
      {outcome && !outcome.agreed ? (
        <section class="ib-flow" aria-labelledby="gezien">
          <Heading level={2} id="gezien">
            Heeft de persoon dit gezien?
          </Heading>
          <Form
            frame={frame}
            action={`${path}/gezien`}
            idempotencyKey={`${props.formKey}gezien`}
            label="Leg vast dat de persoon dit zag"
          >
            <HiddenField name="versie" value={String(outcome.version)} />
            <AgreeFields languages={props.languages} values={values} errors={errors} />
            <SubmitButton emphasis="secondary">De persoon zag dit, en het klopt</SubmitButton>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}
