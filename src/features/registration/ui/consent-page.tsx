import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { ConsentDataFields } from './consent-data-fields.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { NameFields } from './content-fields.tsx';
import { GoOnNameless } from './go-on-nameless.tsx';
import { choicesOf } from './guide-words.ts';
import { AGE_GROUP_WORDS, OWN_PATH, OWN_TITLE } from './registration-words.ts';

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
            Deze tekst is nog niet door een jurist nagekeken. Spreekt de persoon een andere taal? Werk met een tolk, en
            bekijk de <Link href={`${OWN_PATH}/verklaringen`}>verklaringen in negen talen</Link>.
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
        <ConsentFields {...field} />
        <ConsentDataFields {...field} purpose="registration" />
        <SubmitButton>{joins ? 'Voeg toe en verstuur' : 'Leg vast'}</SubmitButton>
      </Form>
      {joins ? null : <GoOnNameless frame={frame} code={code} formKey={props.formKey} />}
      <Paragraph kind="small">
        Is een ouder of voogd misschien betrokken? Vraag en vertel die ouder of voogd dan niets.
      </Paragraph>
    </Page>
  );
}
