import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';

/** Writing an agreement down: with whom, for which messages, on what it rests, from when until when. */
export function NewAgreementPage(props: {
  frame: PageFrame;
  organisations: readonly { readonly code: string; readonly name: string }[];
  kinds: readonly { readonly kind: string; readonly label: string }[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Leg een afspraak vast"
      breadcrumbs={[
        { href: '/samenwerken', label: 'Samenwerken' },
        { href: '/samenwerken/afspraken', label: 'Afspraken' },
      ]}
      errors={errors}
      lead="De andere organisatie ziet dat u dit vastlegt, en legt het zelf ook vast. Dan pas geldt de afspraak."
    >
      <Form frame={frame} action="/samenwerken/afspraken" idempotencyKey={props.formKey} label="Leg een afspraak vast">
        <SelectField
          {...field}
          name="organisatie"
          label="Met welke organisatie"
          searchable
          choices={props.organisations.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          {...field}
          name="soort"
          label="Wat wisselt u uit"
          choices={props.kinds.map(({ kind, label }) => ({ value: kind, label }))}
        />
        <TextField
          {...field}
          name="grondslag"
          label="Waar steunt de afspraak op"
          description="Bijvoorbeeld: Convenant Zorg- en Veiligheidshuis 2026. Zet hier geen namen van mensen."
        />
        <DateField {...field} name="vanaf" label="Geldig vanaf" />
        <DateField
          {...field}
          name="geldigTot"
          label="Geldig tot"
          description="Vanaf deze dag geldt zij niet meer. Hoogstens vier jaar na het begin."
        />
        <SubmitButton>Leg de afspraak vast</SubmitButton>
      </Form>
    </Page>
  );
}
