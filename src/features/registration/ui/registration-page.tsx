import { DateText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  type PersonName,
  type Registration,
  type RegistrationContent,
  writePartialDate,
} from '../domain/registration.ts';
import { mayBeJoined, type RegistrationStatus } from '../domain/registration-status.ts';
import { Consents, type ShownConsent } from './consent-list.tsx';
import { contentFacts } from './content-facts.ts';
import { GoOnNameless } from './go-on-nameless.tsx';
import { OWN_PATH, OWN_TITLE, REGION_WORDS, REPORTER_WORDS, ROUTE_WORDS, STATUS_WORDS } from './registration-words.ts';

export interface ShownRegistration {
  readonly registration: Registration;
  readonly status: RegistrationStatus;
  readonly content: RegistrationContent | undefined;
  readonly person: PersonName | undefined;
  readonly consents: readonly ShownConsent[];
  readonly agesDiffer: boolean;
  readonly regionCount: number | undefined;
  /** The case that belongs to it, for a care coordinator; its code only when she works on it. */
  readonly caseBefore: { readonly code: string | undefined } | undefined;
  /** She helps people too, and there is no case yet: one can begin from it. */
  readonly mayBeginCase: boolean;
}

const WHAT_NEXT: Readonly<Record<Exclude<RegistrationStatus, 'draft'>, string>> = {
  sent: 'CoMensha neemt de aanmelding in ontvangst. Daarna staat hier dat zij meetelt.',
  counted: 'CoMensha nam de aanmelding aan. De persoon telt mee.',
  refused: 'CoMensha kon de aanmelding niet aannemen. Bel CoMensha en noem de code.',
  withdrawn: 'De toestemming is ingetrokken. CoMensha kan de gegevens niet meer lezen.',
};

/** One registration of one's own: what it says, the consents for it, how it stands and what can be done. */
export function RegistrationPage(props: {
  frame: PageFrame;
  view: ShownRegistration;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, view, formKey } = props;
  const { registration, status, content, consents } = view;
  const path = `${OWN_PATH}/${registration.code}`;
  // who must report needs no consent, unless it was refused just now
  const isBound = registration.route === 'must' && !props.conflict;
  const held = consents.find(({ withdrawnAt }) => !withdrawnAt);
  return (
    <Page
      frame={frame}
      title={`Aanmelding ${registration.code}`}
      breadcrumbs={[{ href: OWN_PATH, label: OWN_TITLE }]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...STATUS_WORDS[status]} />
      </p>
      {status === 'draft' ? null : <Paragraph>{WHAT_NEXT[status]}</Paragraph>}
      {view.regionCount === undefined ? null : (
        <Paragraph>
          In uw regio werden dit jaar minstens <data value={view.regionCount}>{view.regionCount}</data> mensen
          aangemeld.
        </Paragraph>
      )}
      <DataList
        facts={[
          {
            label: 'Hoe',
            value: registration.joinedOn ? (
              <>
                Zonder naam, naam toegevoegd op <DateText date={registration.joinedOn} />
              </>
            ) : (
              ROUTE_WORDS[registration.route].label
            ),
          },
          { label: 'Aanmelder', value: REPORTER_WORDS[registration.reporterType] },
          { label: 'Regio', value: REGION_WORDS[registration.region] },
          ...(registration.sentOn
            ? [{ label: 'Verstuurd', value: <DateText date={registration.sentOn} /> }]
            : [{ label: 'Begonnen', value: <DateText date={registration.draftedOn} /> }]),
          ...(view.person
            ? [
                { label: 'Naam', value: view.person.name },
                {
                  label: 'Geboortedatum',
                  value: view.person.birthDate ? writePartialDate(view.person.birthDate) : 'onbekend',
                },
              ]
            : []),
        ]}
      />
      {status === 'draft' && view.agesDiffer ? (
        <Alert kind="warning" title="leeftijd en geboortedatum passen niet bij elkaar">
          <p>
            Kijk ze allebei na. Wie toestemming geeft, volgt uit de geboortedatum. Weet u een van de twee niet zeker?
            Kies dan onbekend, of laat de geboortedatum leeg.{' '}
            <Link href={`${path}/wijzigen`}>Wijzig de aanmelding</Link>
          </p>
        </Alert>
      ) : null}
      {content ? (
        <section class="ib-flow" aria-labelledby="inhoud">
          <Heading level={2} id="inhoud">
            Wat u doorgeeft
          </Heading>
          <DataList facts={contentFacts(content)} />
        </section>
      ) : (
        <Paragraph>De inhoud is gewist. Niemand kan haar nog lezen.</Paragraph>
      )}
      {consents.length > 0 ? <Consents consents={consents} purpose="registration" /> : null}
      <section class="ib-flow" aria-labelledby="wat-nu">
        <Heading level={2} id="wat-nu">
          Wat u kunt doen
        </Heading>
        {status === 'draft' ? (
          <>
            <ActionGroup>
              <ButtonLink href={`${path}/wijzigen`}>Wijzig</ButtonLink>
              {registration.route === 'by-name' && !held ? (
                <ButtonLink href={`${path}/toestemming`} emphasis="primary">
                  Leg de toestemming vast
                </ButtonLink>
              ) : null}
            </ActionGroup>
            {registration.route === 'by-name' && !held ? (
              <Paragraph>Versturen kan zodra de toestemming is vastgelegd.</Paragraph>
            ) : (
              <Form frame={frame} action={`${path}/versturen`} idempotencyKey={formKey} label="Verstuur">
                <SubmitButton>Verstuur naar CoMensha</SubmitButton>
              </Form>
            )}
          </>
        ) : null}
        {mayBeJoined(registration).ok && status === 'counted' ? (
          <>
            <Paragraph>Geeft de persoon nu toestemming? Voeg de naam toe. Het blijft één aanmelding.</Paragraph>
            <ActionGroup>
              <ButtonLink href={`${path}/naam`}>Voeg de naam toe</ButtonLink>
            </ActionGroup>
          </>
        ) : null}
        {held ? (
          <Form
            frame={frame}
            action={`${path}/intrekken`}
            idempotencyKey={`${formKey}intrekken`}
            label="Trek de toestemming in"
          >
            <Paragraph>Wil de persoon het niet meer? Trek de toestemming in. Het delen stopt meteen.</Paragraph>
            <SubmitButton>Trek de toestemming in</SubmitButton>
          </Form>
        ) : null}
        {status !== 'draft' && !held && !mayBeJoined(registration).ok ? (
          <Paragraph>Voor deze aanmelding is er nu niets dat u hoeft te doen.</Paragraph>
        ) : null}
        {status === 'draft' || status === 'withdrawn' ? null : (
          <Paragraph>
            <Link href={`${path}/vraag`}>Vragen van CoMensha over deze aanmelding</Link>
          </Paragraph>
        )}
        <Paragraph>
          Wil de persoon opvang of hulp? Dat staat los van het tellen en heeft een eigen toestemming.
        </Paragraph>
        <ActionGroup>
          <ButtonLink href={`${path}/hulpvraag`}>Hulpvraag</ButtonLink>
          {view.caseBefore?.code ? (
            <ButtonLink href={`/zorgcoordinatie/dossiers/${view.caseBefore.code}`}>
              Open dossier {view.caseBefore.code}
            </ButtonLink>
          ) : null}
          {view.mayBeginCase ? (
            <ButtonLink href={`/zorgcoordinatie/dossiers/nieuw/registratie/${registration.code}`}>
              Begin hieruit een dossier
            </ButtonLink>
          ) : null}
        </ActionGroup>
        {view.caseBefore && !view.caseBefore.code ? (
          <Paragraph>Een collega werkt al aan een dossier dat bij deze aanmelding hoort.</Paragraph>
        ) : null}
      </section>
      {status === 'draft' && registration.route !== 'nameless' && (props.conflict || !held) && !isBound ? (
        <GoOnNameless frame={frame} code={registration.code} formKey={formKey} />
      ) : null}
    </Page>
  );
}
