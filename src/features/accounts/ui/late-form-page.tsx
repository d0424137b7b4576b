import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';

interface ElsewhereProps {
  readonly frame: PageFrame;
  /** Where the form belongs; undefined when she no longer holds that role. */
  readonly role: { readonly id: string; readonly label: string; readonly organisationName: string } | undefined;
  readonly formKey: string;
}

interface Props {
  readonly frame: PageFrame;
  readonly form: { readonly path: string; readonly fields: Readonly<Record<string, string>> } | undefined;
  readonly formKey: string;
}

/**
 * The form was filled in for another role, or another organisation, than the one she works in now: its content stays closed, so that nothing is
 * stored at the wrong one and she never sees two at once.
 */
export function LateFormElsewherePage({ frame, role, formKey }: ElsewhereProps) {
  return (
    <Page
      frame={frame}
      title="Uw formulier is bewaard"
      lead={
        role
          ? `Het hoort bij uw rol ${role.label} van ${role.organisationName}. U werkt nu in een andere rol. Wissel van rol; daarna kijkt u het na en verstuurt u het.`
          : 'Het hoort bij een rol die u niet meer hebt. U kunt het niet meer openen.'
      }
    >
      {role ? (
        <Form frame={frame} action="/inloggen/rol" idempotencyKey={formKey} label="Wisselen van rol">
          <HiddenField name="rol" value={role.id} />
          <HiddenField name="terug" value="/formulier-terug" />
          <SubmitButton>
            Wissel naar {role.label}, {role.organisationName}
          </SubmitButton>
        </Form>
      ) : null}
      <ThrowAway frame={frame} formKey={formKey} />
    </Page>
  );
}

function ThrowAway({ frame, formKey }: Pick<Props, 'frame' | 'formKey'>) {
  return (
    <Form frame={frame} action="/formulier-terug/weg" idempotencyKey={`${formKey}-weg`} label="Formulier weggooien">
      <SubmitButton emphasis="secondary">Gooi het weg</SubmitButton>
    </Form>
  );
}

/** Gives a form back that was sent after the session had ended. */
export function LateFormPage({ frame, form, formKey }: Props) {
  if (!form) {
    return (
      <Page
        frame={frame}
        title="Er is geen formulier bewaard"
        lead="Wat u invulde is niet opgeslagen. Was het langer dan een uur geleden? Dan is het gewist. Is het van iemand anders? Dan kan alleen diegene het openen."
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
      lead="De sessie was voorbij toen u het verstuurde. Het is nog niet opgeslagen. Open het, kijk het na en verstuur het opnieuw."
    >
      <p>
        Het is het formulier van de pagina <strong>{form.path.split('?')[0]}</strong>.
      </p>
      <Form frame={frame} action={form.path} idempotencyKey={formKey} label="Bewaard formulier">
        {Object.entries(form.fields).map(([name, value]) => (
          <HiddenField name={name} value={value} key={name} />
        ))}
        <HiddenField name="_tonen" value="1" />
        <SubmitButton>Open het formulier</SubmitButton>
      </Form>
      <ThrowAway frame={frame} formKey={formKey} />
    </Page>
  );
}
