import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { In } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { INVITATION_PATH } from './invitation-pages.tsx';
import { PASSKEY_SIGN_IN_PATH } from './passkey-pages.tsx';
import { SIGN_IN_TEXTS } from './sign-in-texts.ts';

/** Where a form comes back that was sent too late. */
const LATE_FORM_PATH = '/formulier-terug';

interface RoleChoice {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly isCurrent: boolean;
}

/** An organisation whose people sign in with the account they have at work. */
interface PlaceChoice {
  readonly code: string;
  readonly name: string;
}

/** Where one signs in, and where who is signed in chooses with which role to go on. */
export function SignInPage(props: {
  frame: PageFrame;
  isDemo: boolean;
  back: string;
  roles: readonly RoleChoice[];
  organisations: readonly PlaceChoice[];
  formKey: string;
  reason: 'expired' | undefined;
}) {
  const { frame, roles } = props;
  const texts = SIGN_IN_TEXTS[frame.lang];
  const status =
    props.reason === 'expired' ? (
      <Alert kind="info" title={texts.endedTitle}>
        <p>{texts.ended}</p>
        {props.back === LATE_FORM_PATH ? <p>{texts.kept}</p> : null}
      </Alert>
    ) : undefined;
  return (
    <Page frame={frame} title={roles.length > 0 ? texts.roles : texts.title} status={status}>
      {roles.length > 0 ? (
        <>
          <Paragraph kind="lead">{texts.one}</Paragraph>
          <ul class="ib-tasks" aria-label={texts.roles}>
            {roles.map((choice) => (
              <li class="ib-task" key={choice.id}>
                <div class="ib-task__text">
                  <strong>{choice.organisation}</strong>
                  <p class="ib-soft">
                    <In language="nl">{choice.role}</In>
                  </p>
                </div>
                <div class="ib-task__state">
                  {choice.isCurrent ? (
                    <span class="ib-soft">{texts.current}</span>
                  ) : (
                    <Form
                      frame={frame}
                      action="/inloggen/rol"
                      idempotencyKey={props.formKey}
                      label={texts.goOnAt(choice.organisation)}
                    >
                      <HiddenField name="rol" value={choice.id} />
                      <SubmitButton emphasis="secondary">{texts.goOn}</SubmitButton>
                    </Form>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <ActionGroup>
            <ButtonLink href="/overzicht" emphasis="primary">
              {texts.overview}
            </ButtonLink>
            <ButtonLink href="/sessies">{texts.sessions}</ButtonLink>
          </ActionGroup>
        </>
      ) : props.isDemo ? (
        <>
          <Paragraph kind="lead">{texts.demo}</Paragraph>
          <ButtonLink
            href={props.back === '/overzicht' ? '/demo' : `/demo?terug=${encodeURIComponent(props.back)}`}
            emphasis="primary"
          >
            {texts.chooseRole}
          </ButtonLink>
        </>
      ) : props.organisations.length > 0 ? (
        <>
          <Paragraph kind="lead">{texts.where}</Paragraph>
          <form class="ib-flow" method="get" action="/inloggen/bij">
            <SelectField
              name="organisatie"
              label={texts.workplace}
              choices={props.organisations.map(({ code, name }) => ({ value: code, label: name }))}
              searchable
            />
            <HiddenField name="terug" value={props.back} />
            <SubmitButton>{texts.toSignIn}</SubmitButton>
          </form>
          <Paragraph>{texts.notListed}</Paragraph>
        </>
      ) : (
        <>
          <Paragraph kind="lead">{texts.notYet}</Paragraph>
          <Paragraph>{texts.ask}</Paragraph>
        </>
      )}
      {roles.length === 0 && !props.isDemo ? (
        <section class="ib-flow" aria-labelledby="toegangssleutel">
          <Heading level={2} id="toegangssleutel">
            {texts.passkey}
          </Heading>
          <p>{texts.passkeyWhat}</p>
          <ActionGroup>
            <ButtonLink href={`${PASSKEY_SIGN_IN_PATH}?terug=${encodeURIComponent(props.back)}`}>
              {texts.usePasskey}
            </ButtonLink>
            <ButtonLink href={INVITATION_PATH}>{texts.haveCode}</ButtonLink>
          </ActionGroup>
        </section>
      ) : null}
      {roles.length === 0 ? (
        <section class="ib-flow" aria-labelledby="zonder-inloggen">
          <Heading level={2} id="zonder-inloggen">
            {texts.without}
          </Heading>
          <p>{texts.withoutWhat}</p>
          <BulletList
            items={(
              [
                ['municipalities', texts.municipalities],
                ['monitorData', texts.data],
                ['figures', texts.figures],
                ['whoToCall', texts.call],
              ] as const
            ).map(([page, words]) => (
              <Link key={page} href={addressOf(page, frame.lang)}>
                {words}
              </Link>
            ))}
          />
        </section>
      ) : null}
    </Page>
  );
}
