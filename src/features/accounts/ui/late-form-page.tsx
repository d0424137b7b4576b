import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly form: { readonly path: string; readonly fields: Readonly<Record<string, string>> } | undefined;
  readonly formKey: string;
}

/** Gives a form back that was sent after the session had ended. */
export function LateFormPage({ frame, form, formKey }: Props) {
  if (!form) {
    return (
      <Page
        frame={frame}
        title="Er is geen formulier bewaard"
        lead="Wat u invulde is niet opgeslagen. Was het langer dan een uur geleden, of van iemand anders? Dan is het gewist."
      >
        <ButtonLink href="/overzicht" emphasis="primary">
          Naar uw overzicht
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page
      frame={frame}
      title="Uw formulier is bewaard"
      lead="U was uitgelogd toen u het verstuurde. Het is nog niet opgeslagen. Open het, kijk het na en verstuur het opnieuw."
    >
      <Form frame={frame} action={form.path} idempotencyKey={formKey} label="Bewaard formulier">
        {Object.entries(form.fields).map(([name, value]) => (
          <HiddenField name={name} value={value} key={name} />
        ))}
        <HiddenField name="_tonen" value="1" />
        <SubmitButton>Open het formulier</SubmitButton>
      </Form>
      <Form frame={frame} action="/formulier-terug/weg" idempotencyKey={`${formKey}-weg`} label="Formulier weggooien">
        <SubmitButton emphasis="secondary">Gooi het weg</SubmitButton>
      </Form>
    </Page>
  );
}
