import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';

/** Asking another organisation to get in touch. */
export function NewContactRequestPage(props: {
  frame: PageFrame;
  receivers: readonly { readonly code: string; readonly name: string }[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, receivers, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Vraag een organisatie om contact"
      breadcrumbs={[
        { href: '/samenwerken', label: 'Samenwerken' },
        { href: '/samenwerken/berichten', label: 'Berichten' },
      ]}
      errors={errors}
      lead="U vraagt de ander om u te bellen. Over wie het gaat, vertelt u in het gesprek."
    >
      {receivers.length === 0 ? (
        <EmptyState
          title="U kunt nog niemand een bericht sturen"
          next={<ButtonLink href="/samenwerken/afspraken">Bekijk de afspraken</ButtonLink>}
        >
          Daarvoor leggen u en de andere organisatie allebei een afspraak vast.
        </EmptyState>
      ) : (
        <Form
          frame={frame}
          action="/samenwerken/berichten"
          idempotencyKey={props.formKey}
          label="Vraag een organisatie om contact"
        >
          <SelectField
            {...field}
            name="ontvanger"
            label="Aan wie"
            description="Organisaties die net als u een afspraak vastlegden."
            choices={receivers.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextArea
            {...field}
            name="vraag"
            label="Waarover wilt u overleggen?"
            description="Noem geen namen, adressen of nummers van personen. Wat u schrijft, wordt verzegeld; alleen u en de ontvanger lezen het."
          />
          <TextField
            {...field}
            name="bereikbaar"
            label="Wanneer en hoe bent u bereikbaar?"
            description="Uw naam gaat mee."
          />
          <SubmitButton>Stuur het verzoek</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
