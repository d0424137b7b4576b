import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';

interface RoleChoice {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly isCurrent: boolean;
}

/** Where one signs in, and where who is signed in chooses with which role to go on. */
export function SignInPage(props: {
  frame: PageFrame;
  isDemo: boolean;
  back: string;
  roles: readonly RoleChoice[];
  formKey: string;
  reason: 'expired' | undefined;
}) {
  const { frame, roles } = props;
  const status =
    props.reason === 'expired' ? (
      <Alert kind="info" title="u bent uitgelogd">
        <p>Dat gebeurt na een tijd zonder klikken. Log opnieuw in. U gaat daarna verder waar u was.</p>
      </Alert>
    ) : undefined;
  return (
    <Page frame={frame} title={roles.length > 0 ? 'Uw rollen' : 'Inloggen'} status={status}>
      {roles.length > 0 ? (
        <>
          <p class="utrecht-paragraph utrecht-paragraph--lead">
            U werkt altijd in één rol bij één organisatie. De naam staat boven elke pagina.
          </p>
          <ul class="ib-tasks" aria-label="Uw rollen">
            {roles.map((choice) => (
              <li class="ib-task" key={choice.id}>
                <div class="ib-task__text">
                  <strong>{choice.organisation}</strong>
                  <p class="ib-soft">{choice.role}</p>
                </div>
                <div class="ib-task__state">
                  {choice.isCurrent ? (
                    <span class="ib-soft">Hier werkt u nu</span>
                  ) : (
                    <Form
                      frame={frame}
                      action="/inloggen/rol"
                      idempotencyKey={props.formKey}
                      label={`Verder bij ${choice.organisation}`}
                    >
                      <HiddenField name="rol" value={choice.id} />
                      <SubmitButton emphasis="secondary">Ga hiermee verder</SubmitButton>
                    </Form>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <ActionGroup>
            <ButtonLink href="/overzicht" emphasis="primary">
              Naar uw overzicht
            </ButtonLink>
            <ButtonLink href="/sessies">Bekijk waar u bent ingelogd</ButtonLink>
          </ActionGroup>
        </>
      ) : props.isDemo ? (
        <>
          <p class="utrecht-paragraph utrecht-paragraph--lead">
            Dit is een voorbeeldomgeving. U kiest zelf welke rol u wilt bekijken. Een wachtwoord is niet nodig.
          </p>
          <ButtonLink
            href={props.back === '/overzicht' ? '/demo' : `/demo?terug=${encodeURIComponent(props.back)}`}
            emphasis="primary"
          >
            Kies een rol
          </ButtonLink>
        </>
      ) : (
        <>
          <p class="utrecht-paragraph utrecht-paragraph--lead">
            Inloggen met het account van uw organisatie is hier nog niet ingericht.
          </p>
          <p>Vraag de beheerder van uw organisatie wanneer u kunt beginnen. Is iemand nu in gevaar? Bel 112.</p>
        </>
      )}
    </Page>
  );
}
