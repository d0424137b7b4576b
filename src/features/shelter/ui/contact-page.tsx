import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';
import type { Callable } from '../domain/match.ts';

/** Says on which number whoever places people calls this shelter. */
export function ContactPage(props: {
  frame: PageFrame;
  version: number;
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
}) {
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title="Uw telefoonnummer voor wie plaatst"
      errors={props.errors}
      breadcrumbs={[{ href: '/opvang', label: 'Onze plekken' }]}
      lead="Wie plaatst, belt u op dit nummer over een plek. Anderen zien het niet."
    >
      <Form frame={props.frame} action="/opvang/nummer" idempotencyKey={props.formKey} label="Uw telefoonnummer">
        <HiddenField name="versie" value={String(props.version)} />
        <TextField
          {...field}
          name="nummer"
          label="Telefoonnummer van de organisatie"
          description="Niet van een huis en niet van één medewerker."
          width="medium"
        />
        <TextField
          {...field}
          name="uren"
          label="Wanneer neemt iemand op?"
          description="Bijvoorbeeld: dag en nacht."
          width="medium"
          optional
        />
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
    </Page>
  );
}

/** Whom to call at a shelter; and when no number was given, that. */
export function CallShelter({ contact }: { contact: Callable | undefined }) {
  return contact ? (
    <p>
      <PhoneLink number={contact.number} isSure call="Bel de opvang:" />
      {contact.hours ? ` (${contact.hours})` : ''}
    </p>
  ) : (
    <p class="ib-soft">Deze opvang gaf nog geen telefoonnummer door.</p>
  );
}
