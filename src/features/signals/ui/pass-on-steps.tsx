import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { PASS_ON_TITLE } from './pass-on-start-page.tsx';

const BACK = [{ href: '/meldingen/nieuw', label: PASS_ON_TITLE }];

/** What was answered so far, as hidden fields or as an address. */
export type Answered = Readonly<Record<string, string>>;

export const withAnswers = (path: string, answered: Answered): string =>
  `${path}?${new URLSearchParams(Object.entries(answered).filter(([, value]) => value !== '')).toString()}`;

function Carried({ answered }: { answered: Answered }) {
  return (
    <>
      {Object.entries(answered).map(([name, value]) => (
        <HiddenField name={name} value={value} key={name} />
      ))}
    </>
  );
}

/** Danger now: 112 first. The signal comes after the call, and not without it. */
export function DangerPage(props: { frame: PageFrame; answered: Answered; values: FieldValues; errors?: FieldErrors }) {
  return (
    <Page frame={props.frame} title="Bel eerst 112" breadcrumbs={BACK} errors={props.errors}>
      <Emergency>
        <a class="utrecht-link utrecht-link--html-a" href="tel:112">
          Bel 112
        </a>
      </Emergency>
      <BulletList
        items={[
          'Zeg waar het is en wat u ziet.',
          'Blijf op een veilige plek. Spreek niemand aan over wat u vermoedt.',
          'Zeg erbij dat u aan mensenhandel denkt.',
        ]}
      />
      <Paragraph>Hebt u gebeld? Dan kunt u het signaal hierna ook aan de aandachtsfunctionaris doorgeven.</Paragraph>
      <form class="ib-form" method="get" action="/meldingen/nieuw" noValidate>
        <Carried answered={props.answered} />
        <TextField
          values={props.values}
          errors={props.errors}
          name="gebeld"
          label="Ik heb 112 gebeld om"
          description="Bijvoorbeeld 14.30."
          width="short"
        />
        <SubmitButton>Ga verder</SubmitButton>
      </form>
    </Page>
  );
}

/** A special investigating officer chooses under which law she saw it. */
export function OfficerPage(props: {
  frame: PageFrame;
  answered: Answered;
  values: FieldValues;
  errors?: FieldErrors;
}) {
  return (
    <Page frame={props.frame} title="Hoe zag u dit?" heading={false} breadcrumbs={BACK} errors={props.errors}>
      <form class="ib-form" method="get" action="/meldingen/nieuw" noValidate>
        <Carried answered={props.answered} />
        <Radios
          values={props.values}
          errors={props.errors}
          name="gezienAls"
          label="Zag u dit als toezichthouder of bij opsporing?"
          labelAsHeading
          description="Dat bepaalt onder welke wet het valt."
          choices={[
            { value: 'toezicht', label: 'Als toezichthouder', description: 'Dan geldt de AVG. U geeft het hier door.' },
            {
              value: 'opsporing',
              label: 'Bij opsporing',
              description: 'Dan geldt de Wpg. Het wordt hier niet bewaard.',
            },
            {
              value: 'weet-niet',
              label: 'Ik weet het niet',
              description: 'Behandel het dan als opsporing. Uw leidinggevende kan helpen.',
            },
          ]}
        />
        <SubmitButton>Ga verder</SubmitButton>
      </form>
    </Page>
  );
}

/** What falls under the police data act is not kept here; only that it went that way today. */
export function InvestigationPage(props: { frame: PageFrame; formKey: string; isUnsure: boolean }) {
  return (
    <Page frame={props.frame} title="Dit gaat langs de Wpg-route" breadcrumbs={BACK}>
      {props.isUnsure ? (
        <Alert kind="info">
          <p>Weet u het niet zeker? Behandel het als opsporing. Blijkt het toezicht te zijn, geef het dan hier door.</p>
        </Alert>
      ) : null}
      <Paragraph>
        Wat u bij opsporing zag, zijn politiegegevens. Leg het vast in uw eigen systeem voor opsporing en geef het door
        aan de politie (team mensenhandel). In Beeld bewaart er niets van.
      </Paragraph>
      <Paragraph>
        Hebt u het doorgegeven? Dan kunt u hier vastleggen dat dat vandaag is gebeurd. Er staat niet bij door wie en
        waarover.
      </Paragraph>
      <Form
        frame={props.frame}
        action="/meldingen/nieuw/wpg"
        idempotencyKey={props.formKey}
        label="Leg vast dat u het doorgaf"
      >
        <SubmitButton>Leg vast: vandaag via de Wpg-route doorgegeven</SubmitButton>
      </Form>
    </Page>
  );
}

/** Who does not know what is needed, or may not store it here yet: whom to talk with, without naming anybody. */
export function TalkFirstPage(props: {
  frame: PageFrame;
  /** The focal points of today, by name. */
  officers: readonly string[];
  answered: Answered;
  /** The start gate is closed: a signal about a person cannot be passed on here. */
  isClosed: boolean;
}) {
  const { officers, answered } = props;
  return (
    <Page
      frame={props.frame}
      title={props.isClosed ? 'Bel de aandachtsfunctionaris' : 'Overleg eerst'}
      breadcrumbs={BACK}
      lead={
        props.isClosed
          ? 'Uw gemeente bewaart nog geen signalen over personen in In Beeld. Daarvoor moet eerst een aantal dingen zijn geregeld.'
          : 'U hoeft niet te kiezen. Overleggen kan altijd zonder naam.'
      }
    >
      <Paragraph>
        {officers.length > 0
          ? `Bel of spreek uw aandachtsfunctionaris mensenhandel: ${officers.join(' of ')}.`
          : 'Uw gemeente heeft in In Beeld nog geen aandachtsfunctionaris mensenhandel. Spreek uw teamleider.'}{' '}
        Vertel wat u zag en noem geen naam.
      </Paragraph>
      <Paragraph>
        <Link href="/netwerk/wie-belt-u">Bekijk wie u nog meer kunt bellen</Link>
      </Paragraph>
      <Paragraph>Wilt u nu toch iets doorgeven?</Paragraph>
      <ActionGroup>
        <ButtonLink href={withAnswers('/meldingen/nieuw/plek', answered)}>Geef een plek door</ButtonLink>
        {answered.gevaar === 'ja' ? null : (
          <ButtonLink href={withAnswers('/meldingen/nieuw/telling', answered)}>Laat het alleen tellen</ButtonLink>
        )}
      </ActionGroup>
    </Page>
  );
}
