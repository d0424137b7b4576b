import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { HelpContent, HelpEmergency, HelpRequest, HelpStatus } from '../domain/help-request.ts';
import { type PersonName, writePartialDate } from '../domain/registration.ts';
import { ConsentDataFields } from './consent-data-fields.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { Consents, type ShownConsent } from './consent-list.tsx';
import { choicesOf } from './guide-words.ts';
import {
  AGE_GROUP_WORDS,
  GENDER_WORDS,
  HELP_DANGER_WORDS,
  HELP_NEED_WORDS,
  HELP_POSITION_WORDS,
  HELP_STATUS_WORDS,
  HELP_URGENCY_WORDS,
  LANGUAGE_WORDS,
  OWN_PATH,
  OWN_TITLE,
  REGION_WORDS,
  VITAL_WORDS,
} from './registration-words.ts';

const trail = (code: string) => [
  { href: OWN_PATH, label: OWN_TITLE },
  { href: `${OWN_PATH}/${code}`, label: `Aanmelding ${code}` },
];

function CallWhenUrgent() {
  return (
    <Alert kind="warning" title="is het dringend?">
      <p>
        Wacht niet op een antwoord op dit bericht. <Link href={addressOf('whoToCall', 'nl')}>Kijk wie u nu belt</Link>.
        Is er direct gevaar? Bel 112.
      </p>
    </Alert>
  );
}

/** Asks for shelter or help, with what the registration already says filled in. */
export function AskHelpPage(props: {
  frame: PageFrame;
  code: string;
  /** The very words that are to be read out. */
  text: string;
  isVerified: boolean;
  /** Without consent, since life is at stake and it cannot be asked. */
  isEmergency: boolean;
  /** The case says in which legal position somebody is. */
  isPositionKnown: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={props.isEmergency ? 'Hulpvraag als noodgeval' : 'Vraag om opvang of hulp'}
      breadcrumbs={trail(code)}
      errors={errors}
      lead={
        props.isEmergency
          ? 'Alleen als er gevaar is en toestemming nu echt niet kan worden gevraagd. Geef zo min mogelijk door.'
          : 'Een tweede bericht, los van het tellen. Wat u al wist, staat er al in. Kijk het na.'
      }
    >
      <CallWhenUrgent />
      <Form
        frame={frame}
        action={`${OWN_PATH}/${code}/hulpvraag${props.isEmergency ? '/noodgeval' : ''}`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Vraag om opvang of hulp"
      >
        <Checkboxes {...field} name="nodig" label="Wat is er nodig?" choices={choicesOf(HELP_NEED_WORDS)} />
        <Radios {...field} name="wanneer" label="Hoe snel?" choices={choicesOf(HELP_URGENCY_WORDS)} />
        <Radios
          {...field}
          name="gevaar"
          label="Loopt de persoon gevaar?"
          choices={choicesOf(HELP_DANGER_WORDS)}
          inline
        />
        <Radios {...field} name="leeftijd" label="Hoe oud is de persoon?" choices={choicesOf(AGE_GROUP_WORDS)} />
        <Radios {...field} name="geslacht" label="Geslacht" choices={choicesOf(GENDER_WORDS)} inline />
        <SelectField {...field} name="regio" label="In welke politieregio?" choices={choicesOf(REGION_WORDS)} />
        <SelectField
          {...field}
          name="spreekt"
          label="Welke taal spreekt de persoon?"
          choices={choicesOf(LANGUAGE_WORDS)}
        />
        <SelectField
          {...field}
          name="positie"
          label="Verblijfspositie"
          optional
          placeholder="Niet doorgeven"
          description={
            props.isPositionKnown
              ? 'Uit het dossier. Kijk na of het nog klopt; u kunt het wijzigen of leegmaken.'
              : 'Die bepaalt welke soort opvang er is. Heeft iemand geen verblijfsrecht, of weet u het niet? Laat dit leeg, en bespreek het aan de telefoon.'
          }
          choices={choicesOf(HELP_POSITION_WORDS)}
        />
        <Checkbox {...field} name="tolkNodig" label="Er is een tolk nodig" />
        <TextField
          {...field}
          name="kinderen"
          label="Hoeveel kinderen heeft de persoon bij zich?"
          width="short"
          optional
        />
        <TextField
          {...field}
          name="naam"
          label="Naam"
          description="Alleen als de persoon dat goed vindt. Zoeken kan ook zonder naam."
          optional
        />
        <TextField {...field} name="geboortedatum" label="Geboortedatum" width="medium" optional />
        <TextField
          {...field}
          name="bellen"
          label="Op welk nummer bereikt CoMensha u?"
          description="Uw eigen nummer, nooit dat van de persoon."
          width="medium"
        />
        {props.isEmergency ? (
          <EmergencyFields {...field} />
        ) : (
          <>
            <Heading level={2}>Toestemming voor deze hulpvraag</Heading>
            <ConsentText {...props} />
            <ConsentFields {...field} />
            <ConsentDataFields {...field} purpose="help" />
          </>
        )}
        <SubmitButton>Verstuur de hulpvraag</SubmitButton>
      </Form>
      {props.isEmergency ? null : (
        <Paragraph>
          Kan er nu echt geen toestemming worden gevraagd en is er gevaar?{' '}
          <Link href={`${OWN_PATH}/${code}/hulpvraag/noodgeval`}>Doe een hulpvraag als noodgeval</Link>
        </Paragraph>
      )}
      <Paragraph kind="small">
        Wij vragen geen adres. Vertel aan de telefoon waar de persoon is. Is een ouder of voogd misschien betrokken?
        Vraag en vertel die ouder of voogd dan niets.
      </Paragraph>
    </Page>
  );
}

function ConsentText(props: { text: string; isVerified: boolean }) {
  return (
    <>
      <Paragraph>Lees deze tekst voor, of laat hem lezen. De persoon tekent ervoor.</Paragraph>
      <blockquote class="utrecht-blockquote">{props.text}</blockquote>
      {props.isVerified ? null : (
        <Paragraph>
          <strong>Nog te verifiëren:</strong> deze tekst is nog niet door een jurist nagekeken. Spreekt de persoon een
          andere taal? Werk met een tolk, en bekijk de{' '}
          <Link href={`${OWN_PATH}/verklaringen`}>verklaringen in negen talen</Link>.
        </Paragraph>
      )}
    </>
  );
}

function EmergencyFields(field: { values: FieldValues; errors?: FieldErrors | undefined }) {
  return (
    <>
      <Heading level={2}>Waarom zonder toestemming?</Heading>
      <Radios {...field} name="vitaal" label="Wat staat er op het spel?" choices={choicesOf(VITAL_WORDS)} />
      <TextArea
        {...field}
        name="reden"
        label="Waarom kan toestemming nu niet worden gevraagd?"
        description="Een collega leest dit binnen 24 uur. Noem geen naam en geen plek."
      />
      <Paragraph>
        U vraagt de toestemming alsnog, zodra het kan. Daar krijgt u een herinnering voor. In elke kopie staat dat er
        geen toestemming was.
      </Paragraph>
    </>
  );
}

/** Records the consent that was asked after an emergency. */
export function LaterConsentPage(props: {
  frame: PageFrame;
  code: string;
  text: string;
  isVerified: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Leg de toestemming voor de hulpvraag vast"
      breadcrumbs={[...trail(code), { href: `${OWN_PATH}/${code}/hulpvraag`, label: 'Hulpvraag' }]}
      errors={errors}
      lead="U vroeg hulp in een noodgeval. Vraag nu of de persoon het goed vindt. Zo niet, trek de hulpvraag dan in."
    >
      <Form
        frame={frame}
        action={`${OWN_PATH}/${code}/hulpvraag/toestemming`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Leg de toestemming vast"
      >
        <ConsentText {...props} />
        <ConsentFields values={values} errors={errors} />
        <ConsentDataFields purpose="help" values={values} errors={errors} />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}

const CHECK_WORDS: Readonly<Record<'open' | 'approved' | 'refused' | 'expired' | 'nobody', string>> = {
  open: 'Een tweede persoon kijkt binnen 24 uur mee.',
  approved: 'Een tweede persoon keek mee en was het ermee eens.',
  refused: 'Een tweede persoon was het er niet mee eens. Vraag alsnog toestemming, of trek de hulpvraag in.',
  expired: 'Binnen 24 uur keek niemand mee. Bespreek het met uw leidinggevende of FG.',
  nobody: 'In uw organisatie kan niemand meekijken. Bespreek het met uw leidinggevende of FG.',
};

/** That it was shared without consent, why, and how the second person stands towards it. */
export function EmergencyMark(props: { emergency: HelpEmergency; children?: string | undefined }) {
  return (
    <Alert kind="warning" title="noodgeval, gedeeld zonder toestemming">
      <p>
        {VITAL_WORDS[props.emergency.interest]}. Reden: {props.emergency.reason}
      </p>
      {props.children ? <p>{props.children}</p> : null}
    </Alert>
  );
}

const WHAT_NEXT: Readonly<Record<HelpStatus, string>> = {
  sent: 'CoMensha heeft de hulpvraag nog niet in ontvangst genomen.',
  seen: 'CoMensha nam de hulpvraag in ontvangst. U wordt teruggebeld op het nummer dat u gaf.',
  refused: 'CoMensha kon de hulpvraag niet aannemen. Bel CoMensha en noem de code. Opnieuw vragen kan na intrekken.',
  withdrawn: 'De hulpvraag is ingetrokken. CoMensha kan haar niet meer lezen. De aanmelding bleef zoals zij was.',
};

/** What was asked for somebody, the consent for it and how it stands. */
export function HelpRequestPage(props: {
  frame: PageFrame;
  code: string;
  asked: {
    readonly request: HelpRequest;
    readonly status: HelpStatus;
    readonly content: HelpContent | undefined;
    readonly person: PersonName | undefined;
    readonly consents: readonly ShownConsent[];
    readonly check: 'open' | 'approved' | 'refused' | 'expired' | undefined;
  };
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, code, asked } = props;
  const { request, status, content } = asked;
  const isEmergency = request.ground === 'vital-interest' && status !== 'withdrawn';
  return (
    <Page
      frame={frame}
      title={`Hulpvraag ${request.code}`}
      breadcrumbs={trail(code)}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...HELP_STATUS_WORDS[status]} />
      </p>
      <Paragraph>
        {WHAT_NEXT[status]} Verstuurd op <DateText date={request.sentOn} />.
      </Paragraph>
      {status === 'sent' ? <CallWhenUrgent /> : null}
      {content?.emergency ? (
        <EmergencyMark emergency={content.emergency}>{CHECK_WORDS[asked.check ?? 'nobody']}</EmergencyMark>
      ) : null}
      {content ? (
        <DataList facts={helpFacts(content, asked.person)} />
      ) : (
        <Paragraph>De inhoud is gewist. Niemand kan haar nog lezen.</Paragraph>
      )}
      {asked.consents.length > 0 ? <Consents consents={asked.consents} purpose="help" /> : null}
      {isEmergency && asked.consents.length === 0 ? (
        <ActionGroup>
          <ButtonLink href={`${OWN_PATH}/${code}/hulpvraag/toestemming`} emphasis="primary">
            Leg de toestemming alsnog vast
          </ButtonLink>
        </ActionGroup>
      ) : null}
      {isEmergency || asked.consents.some(({ withdrawnAt }) => !withdrawnAt) ? (
        <Form
          frame={frame}
          action={`${OWN_PATH}/${code}/hulpvraag/intrekken`}
          idempotencyKey={props.formKey}
          label="Trek de hulpvraag in"
        >
          <Paragraph>Wil de persoon het niet, of niet meer? Trek de hulpvraag in. Het delen stopt meteen.</Paragraph>
          <SubmitButton>Trek de hulpvraag in</SubmitButton>
        </Form>
      ) : (
        <Paragraph>
          <Link href={`${OWN_PATH}/${code}/hulpvraag?opnieuw`}>Vraag opnieuw om opvang of hulp</Link>
        </Paragraph>
      )}
    </Page>
  );
}

/** What a request for help says, as pairs to show: the same on both sides. */
export function helpFacts(content: HelpContent, person: PersonName | undefined) {
  return [
    { label: 'Nodig', value: content.needs.map((need) => HELP_NEED_WORDS[need]).join(', ') },
    { label: 'Hoe snel', value: HELP_URGENCY_WORDS[content.urgency] },
    { label: 'Gevaar', value: HELP_DANGER_WORDS[content.danger] },
    { label: 'Leeftijd', value: AGE_GROUP_WORDS[content.ageGroup] },
    { label: 'Geslacht', value: GENDER_WORDS[content.gender] },
    { label: 'Regio', value: REGION_WORDS[content.region] },
    {
      label: 'Taal',
      value: `${LANGUAGE_WORDS[content.language]}${content.needsInterpreter ? ', met een tolk' : ''}`,
    },
    { label: 'Verblijfspositie', value: content.position ? HELP_POSITION_WORDS[content.position] : 'Niet doorgegeven' },
    { label: 'Kinderen erbij', value: content.children === undefined ? 'Onbekend' : String(content.children) },
    ...(person
      ? [
          { label: 'Naam', value: person.name },
          { label: 'Geboortedatum', value: person.birthDate ? writePartialDate(person.birthDate) : 'Onbekend' },
        ]
      : [{ label: 'Naam', value: 'Niet doorgegeven' }]),
    { label: 'Terugbellen op', value: content.callBack },
  ];
}
