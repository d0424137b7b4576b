import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { COVENANTS_PATH, KIND_CHOICES, OVERVIEW_PATH, OVERVIEW_TITLE } from './consultation-words.ts';

/** The form to plan a consultation. */
export function PlanPage(props: {
  frame: PageFrame;
  covenants: readonly { readonly id: string; readonly title: string }[];
  /** A consultation of one municipality is planned by its focal point. */
  mayPlanSignal: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, covenants, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Plan een overleg"
      errors={errors}
      breadcrumbs={[{ href: OVERVIEW_PATH, label: OVERVIEW_TITLE }]}
      lead="U wordt de voorzitter. Noem hier geen personen: die staan alleen in de agenda."
    >
      <Form frame={frame} action={OVERVIEW_PATH} idempotencyKey={props.formKey} label="Plan een overleg">
        <Radios
          name="soort"
          label="Welk overleg is het?"
          choices={props.mayPlanSignal ? KIND_CHOICES : KIND_CHOICES.slice(1)}
          {...field}
        />
        <TextField name="titel" label="Hoe heet het overleg?" {...field} />
        <TextArea name="doel" label="Wat is het doel?" rows={2} {...field} />
        <DateField name="dag" label="Op welke dag?" {...field} />
        <TextField name="tijd" label="Hoe laat?" description="Zo: 14:30." {...field} />
        <TextField name="plaats" label="Waar?" description="Een zaal, of hoe u elkaar spreekt." {...field} />
        <SelectField
          name="convenant"
          label="Op welk convenant steunt het?"
          optional="alleen bij een zorgtafel"
          choices={covenants.map(({ id, title }) => ({ value: id, label: title }))}
          {...field}
        />
        {covenants.length === 0 ? (
          <p class="utrecht-paragraph">
            U hebt nog geen convenant dat geldt. <Link href={`${COVENANTS_PATH}/nieuw`}>Leg er eerst een vast</Link>{' '}
            voor een zorgtafel.
          </p>
        ) : null}
        <SubmitButton>Plan dit overleg</SubmitButton>
      </Form>
    </Page>
  );
}
