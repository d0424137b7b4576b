import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { OUTCOMES } from '../domain/cases/case-file.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail, OUTCOME_WORDS } from './case-words.ts';
import { ReachRules } from './reach-rules.tsx';

/** How a case ended. */
export function CloseCasePage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  version: number;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, values, errors } = props;
  const field = { values, errors };
  const title = `Sluit dossier ${code} af`;
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Spreek met de persoon af hoe het verdergaat. Een afgesloten dossier kan weer open."
    >
      <ReachRules code={code} safety={props.safety} />
      <Form
        frame={frame}
        action={`${CASES_PATH}/${code}/afsluiten`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={title}
      >
        <HiddenField name="versie" value={String(props.version)} />
        <Radios
          {...field}
          name="uitkomst"
          label="Hoe eindigt het?"
          choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
        />
        <Checkbox
          {...field}
          name="nazorg"
          label="De persoon wil nazorg"
          description="U houdt een jaar lang contact. Nazorg is nooit verplicht."
        />
        <TextArea {...field} name="toelichting" label="Wat is er afgesproken?" rows={4} optional />
        <SubmitButton>Sluit af</SubmitButton>
      </Form>
    </Page>
  );
}
