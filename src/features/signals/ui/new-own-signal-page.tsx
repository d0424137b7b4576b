import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { SIGNAL_CATEGORIES, SIGNAL_FORMS, SIGNAL_ROLES } from '../domain/catalogue.ts';
import { SIGNAL_CATEGORY_NAMES, SIGNAL_FORM_NAMES, SIGNAL_ROLE_NAMES } from './catalogue-texts.ts';
import { NEW_OWN_SIGNAL_PATH, OWN_SIGNALS_PATH, OWN_SIGNALS_TITLE } from './own-signal-words.ts';

const choices = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: names[value] }));

/** Asks what can be seen, what else it can be, and who meets it. */
export function NewOwnSignalPage(props: {
  frame: PageFrame;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Een signaal toevoegen"
      lead="Schrijf op wat een collega kan zien of horen. Schrijf nooit over een persoon."
      errors={errors}
    >
      <Form frame={frame} action={NEW_OWN_SIGNAL_PATH} idempotencyKey={props.formKey} label="Een signaal toevoegen">
        <TextField
          {...field}
          name="signaal"
          label="Wat kan een collega zien of horen?"
          description="Waar iemand vandaan komt, wat iemand gelooft, draagt of bij zich heeft, is nooit een signaal."
        />
        <TextField
          {...field}
          name="ookMogelijk"
          label="Wat kan het ook zijn?"
          description="Een gewone reden. Die staat er altijd bij."
        />
        <Checkboxes
          {...field}
          name="werk"
          label="In welk werk ziet iemand dit?"
          choices={choices(SIGNAL_ROLES, SIGNAL_ROLE_NAMES.nl)}
        />
        <SelectField
          {...field}
          name="vorm"
          label="Op welke vorm wijst het?"
          choices={choices(SIGNAL_FORMS, SIGNAL_FORM_NAMES.nl)}
        />
        <SelectField
          {...field}
          name="soort"
          label="Waar gaat het over?"
          choices={choices(SIGNAL_CATEGORIES, SIGNAL_CATEGORY_NAMES.nl)}
        />
        <Radios
          {...field}
          name="sterkte"
          label="Hoe sterk is het?"
          description="Bij twijfel: zwak. Een zwak signaal telt pas samen met een ander."
          choices={[
            { value: 'weak', label: 'Zwak' },
            { value: 'strong', label: 'Sterk', description: 'Dit alleen is al reden om vandaag te overleggen.' },
          ]}
        />
        <Checkbox
          {...field}
          name="sekswerk"
          label="Dit zie je ook bij zelfstandig sekswerk"
          description="Zelfstandig sekswerk is legaal. Zo’n signaal is altijd zwak."
        />
        <SubmitButton>Voeg toe</SubmitButton>
      </Form>
      <Paragraph>
        <Link href={OWN_SIGNALS_PATH}>{OWN_SIGNALS_TITLE}</Link>
      </Paragraph>
    </Page>
  );
}
