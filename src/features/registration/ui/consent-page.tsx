import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { NameFields } from './content-fields.tsx';
import { choicesOf } from './guide-words.ts';
import {
  AGE_GROUP_WORDS,
  GIVER_WORDS,
  LANGUAGE_WORDS,
  MANNER_WORDS,
  OWN_PATH,
  OWN_TITLE,
  WISH_WORDS,
} from './registration-words.ts';

/** Records how a consent was given; with `joins` also whose it is, for a registration that was sent without a name. */
export function ConsentPage(props: {
  frame: PageFrame;
  code: string;
  /** The very words that are to be read out. */
  text: string;
  isVerified: boolean;
  joins: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, values, errors, joins } = props;
  const field = { values, errors };
  const title = joins ? 'Voeg de naam toe' : 'Leg de toestemming vast';
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumbs={[
        { href: OWN_PATH, label: OWN_TITLE },
        { href: `${OWN_PATH}/${code}`, label: `Aanmelding ${code}` },
      ]}
      errors={errors}
      lead="Lees deze tekst voor, of laat hem lezen. Leg daarna vast wat het antwoord was."
    >
      <blockquote class="utrecht-blockquote">{props.text}</blockquote>
      {props.isVerified ? null : (
        <Alert kind="info" title="nog te verifiëren">
          <p>
            Deze tekst is nog niet door een jurist nagekeken. Er is alleen een Nederlandse tekst; werk met een tolk.
          </p>
        </Alert>
      )}
      <Form
        frame={frame}
        action={`${OWN_PATH}/${code}/${joins ? 'naam' : 'toestemming'}`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={title}
      >
        {joins ? (
          <>
            <NameFields {...field} />
            <Radios {...field} name="leeftijd" label="Hoe oud is de persoon?" choices={choicesOf(AGE_GROUP_WORDS)} />
          </>
        ) : null}
        <Radios {...field} name="gegevenDoor" label="Wie gaf toestemming?" choices={choicesOf(GIVER_WORDS)} />
        <Radios {...field} name="hoe" label="Hoe is de toestemming gegeven?" choices={choicesOf(MANNER_WORDS)} />
        <DateField {...field} name="gegevenOp" label="Op welke dag?" />
        <SelectField
          {...field}
          name="taal"
          label="In welke taal is de tekst besproken?"
          choices={choicesOf(LANGUAGE_WORDS)}
        />
        <Checkbox {...field} name="tolk" label="Er was een tolk bij" />
        <SelectField
          {...field}
          name="wens"
          label="Is het een kind van 12 tot en met 15? Wat wil het zelf?"
          choices={choicesOf(WISH_WORDS)}
          placeholder="Niet van toepassing"
          optional
        />
        <SubmitButton>{joins ? 'Voeg toe en verstuur' : 'Leg vast'}</SubmitButton>
      </Form>
      <Paragraph kind="small">Is een ouder of voogd misschien betrokken? Vraag en vertel haar dan niets.</Paragraph>
    </Page>
  );
}
