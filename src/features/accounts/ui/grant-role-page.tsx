import type { Role } from '../../../shared-kernel/role.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';

/** Asks for a role for a colleague: a second person has to agree. */
export function GrantRolePage(props: {
  frame: PageFrame;
  formKey: string;
  colleagues: readonly { readonly personId: string; readonly name: string }[];
  roles: readonly Role[];
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Geef een collega een rol"
      lead="U vraagt het; een tweede persoon stemt in. Daarna kan uw collega meteen in die rol werken."
      breadcrumbs={[{ href: '/beheer/mensen', label: 'Mensen' }]}
      errors={errors}
    >
      <Alert kind="info">
        <p>Uzelf een rol geven kan niet. Vraag dat een andere functioneel beheerder.</p>
      </Alert>
      <Form frame={props.frame} action="/beheer/mensen/rol-geven" idempotencyKey={props.formKey} label="Een rol geven">
        <SelectField
          name="collega"
          label="Welke collega?"
          searchable
          values={values}
          errors={errors}
          choices={props.colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <SelectField
          name="nieuweRol"
          label="Welke rol?"
          values={values}
          errors={errors}
          choices={props.roles.map((role) => ({ value: role, label: ROLE_DESCRIPTIONS[role].label }))}
        />
        <TextArea
          name="reden"
          label="Waarom?"
          description="Bijvoorbeeld: zij volgt een collega op."
          rows={3}
          values={values}
          errors={errors}
        />
        <SubmitButton>Vraag een tweede persoon om in te stemmen</SubmitButton>
      </Form>
    </Page>
  );
}
