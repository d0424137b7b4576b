import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DEPTHS } from '../domain/cases/case-file.ts';
import { CASES_PATH, caseTrail, DEPTH_WORDS } from './case-words.ts';

/** How deep this organisation keeps its cases, and what its coordinators find a full desk. */
export function CaseSettingPage(props: {
  frame: PageFrame;
  version: number;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  isSaved: boolean;
}) {
  const { frame, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Hoe wij dossiers bijhouden"
      breadcrumbs={caseTrail()}
      errors={errors}
      lead="Dit geldt voor uw hele organisatie. Overleg het met uw collega’s. Wat al begon, gaat door zoals het was."
      status={
        props.isSaved ? (
          <Alert kind="ok">
            <p>Bewaard.</p>
          </Alert>
        ) : undefined
      }
    >
      <Form
        frame={frame}
        action={`${CASES_PATH}/instelling`}
        idempotencyKey={props.formKey}
        label="Hoe wij dossiers bijhouden"
      >
        <HiddenField name="versie" value={String(props.version)} />
        <Radios
          {...field}
          name="diepte"
          label="Hoeveel houdt u hier bij?"
          choices={DEPTHS.map((value) => ({
            value,
            label: DEPTH_WORDS[value].label,
            description: DEPTH_WORDS[value].about,
          }))}
        />
        <TextField
          {...field}
          name="afspraak"
          label="Waar staat uw afspraak over het bewaren van zorggegevens (NEN 7510)?"
          description="Bijvoorbeeld de naam en de datum van de overeenkomst."
          optional="alleen bij een volledig dossier"
        />
        <TextField
          {...field}
          name="norm"
          label="Hoeveel dossiers heeft één coördinator hoogstens?"
          description="Spreek dit samen af. In Beeld stelt geen norm voor."
          inputMode="numeric"
          width="short"
          optional
        />
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
    </Page>
  );
}
