import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { PasskeyForm, PasskeyNameField, type PasskeyQuestion } from './passkey-pages.tsx';

export const INVITATION_PATH = '/uitnodiging';

/** Where somebody types the code that she was given, and who she is. */
export function InvitationPage(props: {
  frame: PageFrame;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Kom binnen met uw code"
      lead="U kreeg een code van uw organisatie. Daarmee maakt u een toegangssleutel (passkey). Voortaan logt u met die sleutel in."
      errors={errors}
    >
      <Form
        frame={props.frame}
        action={INVITATION_PATH}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Binnenkomen met een code"
      >
        <TextField
          name="code"
          label="Code"
          description="Twintig letters en cijfers. Hoofdletters en streepjes maken niet uit."
          autocomplete="one-time-code"
          spellcheck={false}
          width="medium"
          values={values}
          errors={errors}
        />
        <TextField
          name="naam"
          label="Uw naam"
          description="Uw voornaam en achternaam. In het logboek staat wie iets deed."
          autocomplete="name"
          width="medium"
          values={values}
          errors={errors}
        />
        <TextField
          name="email"
          label="Uw e-mailadres op het werk"
          description="Hier sturen wij een bericht heen als er iets op u wacht. Er staat nooit inhoud in."
          type="email"
          autocomplete="email"
          width="medium"
          values={values}
          errors={errors}
        />
        <SubmitButton>Verder</SubmitButton>
      </Form>
      <BulletList
        items={[
          'De code werkt één keer en 24 uur. Geef hem aan niemand.',
          'Hebt u geen code? Vraag de beheerder van In Beeld in uw organisatie.',
          'Logt uw organisatie in met het account van het werk? Dan hebt u geen code nodig.',
        ]}
      />
    </Page>
  );
}

/** The code holds: as whom she comes in, and making the key. */
export function FirstPasskeyPage(props: {
  frame: PageFrame;
  formKey: string;
  asks: PasskeyQuestion;
  organisationName: string;
  role: string;
  personName: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  return (
    <Page
      frame={props.frame}
      title="Maak uw toegangssleutel"
      lead="Uw apparaat vraagt zo om uw vinger, uw gezicht of een code. Dat blijft op uw apparaat."
      errors={props.errors}
    >
      <DataList
        facts={[
          { label: 'Naam', value: props.personName },
          { label: 'Organisatie', value: props.organisationName },
          { label: 'Rol', value: props.role },
        ]}
      />
      <PasskeyForm
        frame={props.frame}
        action={`${INVITATION_PATH}/sleutel`}
        formKey={props.formKey}
        label="Een toegangssleutel maken"
        asks={props.asks}
      >
        <PasskeyNameField values={props.values} errors={props.errors} />
        <SubmitButton>Maak de toegangssleutel en kom binnen</SubmitButton>
      </PasskeyForm>
      <Paragraph>Klopt dit niet? Stop dan hier, en vraag het aan wie u de code gaf.</Paragraph>
    </Page>
  );
}
