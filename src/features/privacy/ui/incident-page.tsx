import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Duty, dutiesOf, type Incident, type StepKind, safetyOf } from '../domain/incident.ts';
import {
  DATA_WORDS,
  DUTY_WORDS,
  KIND_WORDS,
  PEOPLE_WORDS,
  SAFETY_QUESTIONS,
  SAFETY_WORDS,
  STEP_WORDS,
  YES_NO_WORDS,
} from '../domain/incident-words.ts';

export const INCIDENTS_PATH = '/privacyloket/datalekken';

const choices = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }));
const CRUMBS = [{ href: '/privacyloket', label: 'Privacyloket' }];

/** Every incident, and when it was last practised. */
export function IncidentsPage(props: {
  frame: PageFrame;
  incidents: readonly Incident[];
  lastDrill: Date | undefined;
  drillDue: PlainDate | undefined;
  now: Date;
}) {
  return (
    <Page
      frame={props.frame}
      title="Datalekken en incidenten"
      lead="Ging er iets mis met gegevens? Leg het meteen vast, ook als u nog niet alles weet. De klokken lopen vanaf de ontdekking."
      breadcrumbs={CRUMBS}
    >
      <Link href={`${INCIDENTS_PATH}/nieuw`}>Leg een incident of een oefening vast</Link>
      {props.incidents.length === 0 ? (
        <EmptyState title="Er is nog niets vastgelegd">
          <Paragraph>Oefen elk jaar: leg een oefening vast en maak alle documenten.</Paragraph>
        </EmptyState>
      ) : (
        <Table
          caption="Wat er is vastgelegd"
          columns={[
            {
              header: 'Ontdekt',
              kind: 'date',
              namesRow: true,
              cell: ({ id, discoveredAt }) => (
                <Link href={`${INCIDENTS_PATH}/${id}`}>
                  <MomentText instant={discoveredAt} />
                </Link>
              ),
            },
            {
              header: 'Wat',
              cell: ({ kind, isDrill }) => (isDrill ? `Oefening: ${KIND_WORDS[kind]}` : KIND_WORDS[kind]),
            },
            { header: 'Stand', cell: (incident) => <Standing incident={incident} now={props.now} /> },
          ]}
          rows={props.incidents}
          rowKey={({ id }) => id}
        />
      )}
      <Heading level={2}>De jaarlijkse oefening</Heading>
      <Paragraph>
        {props.lastDrill ? (
          <>
            Laatst geoefend: <MomentText instant={props.lastDrill} />.
          </>
        ) : (
          'Er is nog nooit geoefend.'
        )}{' '}
        {props.drillDue ? (
          <>
            Oefen weer vóór <DateText date={props.drillDue} />.
          </>
        ) : null}
      </Paragraph>
    </Page>
  );
}

function Standing({ incident, now }: { incident: Incident; now: Date }) {
  if (incident.closedAt) return <StatusBadge kind="ok" label="Afgesloten" />;
  const open = dutiesOf(incident, now).filter(({ doneAt }) => !doneAt);
  if (open.some(({ isLate }) => isLate)) return <StatusBadge kind="error" label="Een klok is verlopen" />;
  return open.length > 0 ? (
    <StatusBadge kind="warning" label={`${open.length} te doen`} />
  ) : (
    <StatusBadge kind="info" label="Klaar om af te sluiten" />
  );
}

/** The one form. */
export function ReportIncidentPage(props: {
  frame: PageFrame;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const both = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title="Leg een incident vast"
      lead="Noem nooit namen, nummers of adressen: schrijf wat er gebeurde, niet bij wie. Alle documenten komen uit dit ene formulier."
      breadcrumbs={[...CRUMBS, { href: INCIDENTS_PATH, label: 'Datalekken en incidenten' }]}
      errors={props.errors}
    >
      <Form frame={props.frame} action={INCIDENTS_PATH} idempotencyKey={props.formKey} label="Incident vastleggen">
        <Radios
          name="oefening"
          label="Is dit echt?"
          choices={[
            { value: 'nee', label: 'Ja, dit is echt gebeurd' },
            { value: 'ja', label: 'Nee, dit is een oefening' },
          ]}
          {...both}
        />
        <Radios name="soort" label="Wat gebeurde er?" choices={choices(KIND_WORDS)} {...both} />
        <TextArea name="wat" label="Beschrijf het in een paar zinnen" maxLength={2000} {...both} />
        <DateField
          name="ontdekt"
          label="Op welke dag is het ontdekt?"
          description="Vanaf dat moment lopen de klokken."
          {...both}
        />
        <TextField name="tijd" label="Hoe laat?" description="Bijvoorbeeld 14:30." width="short" {...both} />
        <Checkboxes name="gegevens" label="Welke gegevens?" optional choices={choices(DATA_WORDS)} {...both} />
        <Radios name="mensen" label="Over hoeveel mensen gaat het?" choices={choices(PEOPLE_WORDS)} {...both} />
        <Radios
          name="gevaar"
          label="Kan iemand die gevaarlijk voor hen is de gegevens nu hebben?"
          description="Zo ja: zorg eerst dat zij veilig zijn. Bel 112 als er nu gevaar is."
          choices={choices(YES_NO_WORDS)}
          {...both}
        />
        <Radios
          name="verwerker"
          label="Van wie zijn de gegevens?"
          choices={[
            { value: 'nee', label: 'Van onze organisatie' },
            { value: 'ja', label: 'Van een andere organisatie, waarvoor wij ze verwerken' },
          ]}
          {...both}
        />
        <Radios
          name="groot"
          label="Is dit een significant incident voor de Cyberbeveiligingswet?"
          description="Uw CISO weet dat. Weet u het nog niet, dan lopen die klokken ook."
          choices={choices(YES_NO_WORDS)}
          {...both}
        />
        <TextArea name="gedaan" label="Wat is er al gedaan?" optional maxLength={2000} {...both} />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}

/** One incident: its clocks, what was done, and its documents. */
export function IncidentPage(props: {
  frame: PageFrame;
  formKey: string;
  incident: Incident;
  now: Date;
  documents: readonly { readonly slug: string; readonly title: string }[];
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { incident, now } = props;
  const duties = dutiesOf(incident, now);
  const at = `${INCIDENTS_PATH}/${incident.id}`;
  const both = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title={incident.isDrill ? 'Oefening' : 'Incident'}
      lead={KIND_WORDS[incident.kind]}
      breadcrumbs={[...CRUMBS, { href: INCIDENTS_PATH, label: 'Datalekken en incidenten' }]}
      errors={props.errors}
    >
      {incident.reachesOffender !== 'no' && !incident.closedAt ? (
        <Alert kind="warning" title="Eerst veiligheid">
          Iemand die gevaarlijk is kan de gegevens hebben. Zorg eerst dat de mensen om wie het gaat veilig zijn.
        </Alert>
      ) : null}
      <Duties duties={duties} />
      <Facts incident={incident} />
      <Heading level={2}>Stappen</Heading>
      <Steps incident={incident} />
      {incident.closedAt ? null : (
        <StepForms {...{ ...both, at, duties, frame: props.frame, formKey: props.formKey, incident }} />
      )}
      <Heading level={2}>Documenten</Heading>
      <Paragraph>Gevuld met wat hierboven staat. Vul aan waar «nog in te vullen» staat.</Paragraph>
      <BulletList
        items={props.documents.map(({ slug, title }) => (
          <>
            {title}: <Link href={`${at}/document?soort=${slug}&vorm=docx`}>Word</Link>,{' '}
            <Link href={`${at}/document?soort=${slug}&vorm=pdf`}>PDF</Link>
          </>
        ))}
      />
    </Page>
  );
}

function Duties({ duties }: { duties: readonly Duty[] }) {
  return (
    <Table
      caption="Klokken"
      columns={[
        { header: 'Wat', namesRow: true, cell: ({ name }) => `${DUTY_WORDS[name].what}. ${DUTY_WORDS[name].why}.` },
        {
          header: 'Uiterlijk',
          kind: 'date',
          cell: ({ by }) => (by ? <MomentText instant={by} /> : 'zo snel als veilig kan'),
        },
        {
          header: 'Stand',
          cell: ({ doneAt, isLate }) =>
            isLate ? (
              <StatusBadge kind="error" label={doneAt ? 'Te laat gedaan' : 'Te laat'} />
            ) : (
              <StatusBadge kind={doneAt ? 'ok' : 'warning'} label={doneAt ? 'Gedaan' : 'Te doen'} />
            ),
        },
      ]}
      rows={duties}
      rowKey={({ name }) => name}
    />
  );
}

function Facts({ incident }: { incident: Incident }) {
  return (
    <DataList
      facts={[
        { label: 'Wat er gebeurde', value: incident.what },
        { label: 'Ontdekt', value: <MomentText instant={incident.discoveredAt} /> },
        { label: 'Welke gegevens', value: incident.dataKinds.map((kind) => DATA_WORDS[kind]).join('; ') || 'geen' },
        { label: 'Over hoeveel mensen', value: PEOPLE_WORDS[incident.people] },
        { label: 'Kan iemand die gevaarlijk is ze hebben?', value: YES_NO_WORDS[incident.reachesOffender] },
        { label: 'Wat er al is gedaan', value: incident.taken || 'niets' },
        { label: 'Vastgelegd door', value: incident.reportedByName },
      ]}
    />
  );
}

function Steps({ incident }: { incident: Incident }) {
  if (incident.steps.length === 0) return <Paragraph>Er is nog geen stap vastgelegd.</Paragraph>;
  return (
    <Table
      caption="Wat er is gedaan"
      columns={[
        { header: 'Wanneer', kind: 'date', cell: ({ doneAt }) => <MomentText instant={doneAt} /> },
        {
          header: 'Wat',
          namesRow: true,
          cell: ({ kind, outcome }) => (outcome ? `${STEP_WORDS[kind]}: ${SAFETY_WORDS[outcome]}` : STEP_WORDS[kind]),
        },
        { header: 'Toelichting', cell: ({ note }) => note },
        { header: 'Door', cell: ({ doneByName }) => doneByName },
      ]}
      rows={incident.steps}
      rowKey={({ doneAt, kind }) => `${doneAt.toISOString()} ${kind}`}
    />
  );
}

function StepForms(props: {
  frame: PageFrame;
  formKey: string;
  at: string;
  incident: Incident;
  duties: readonly Duty[];
  values: FieldValues | undefined;
  errors: FieldErrors | undefined;
}) {
  const { duties, at, incident, frame, formKey } = props;
  const both = { values: props.values, errors: props.errors };
  const asked = duties.filter(({ name }) => name !== 'safety').flatMap(({ endedBy }) => endedBy);
  const needsSafety = duties.some(({ name }) => name === 'safety');
  const safety = safetyOf(incident);
  return (
    <>
      {needsSafety ? (
        <>
          <Heading level={2}>Is een bericht veilig?</Heading>
          <Paragraph>
            {safety
              ? `Laatst vastgelegd: ${SAFETY_WORDS[safety]}.`
              : 'Dit is nog niet nagegaan. Vertel nog niemand iets.'}
          </Paragraph>
          <BulletList items={SAFETY_QUESTIONS} />
          <Form
            frame={frame}
            action={`${at}/veiligheid`}
            idempotencyKey={`${formKey}-veilig`}
            label="Veiligheid nagaan"
          >
            <Radios name="uitkomst" label="Kan een bericht veilig?" choices={choices(SAFETY_WORDS)} {...both} />
            <TextArea
              name="hoe"
              label="Hoe weet u dat, en langs welke weg?"
              description="Noem een functie, geen naam of nummer."
              maxLength={2000}
              {...both}
            />
            <SubmitButton>Leg vast wat is nagegaan</SubmitButton>
          </Form>
        </>
      ) : null}
      {asked.length > 0 ? (
        <>
          <Heading level={2}>Leg een stap vast</Heading>
          <Form frame={frame} action={`${at}/stap`} idempotencyKey={formKey} label="Stap vastleggen">
            <Radios
              name="stap"
              label="Welke stap?"
              choices={asked.map((kind: StepKind) => ({ value: kind, label: STEP_WORDS[kind] }))}
              {...both}
            />
            <TextArea
              name="toelichting"
              label="Toelichting"
              description="Het nummer van de melding, of waarom iets niet hoeft. Geen namen."
              maxLength={2000}
              {...both}
            />
            <SubmitButton>Leg de stap vast</SubmitButton>
          </Form>
        </>
      ) : null}
      {duties.every(({ doneAt }) => doneAt) ? (
        <Form frame={frame} action={`${at}/afsluiten`} idempotencyKey={`${formKey}-af`} label="Afsluiten">
          <SubmitButton>Sluit het incident af</SubmitButton>
        </Form>
      ) : null}
    </>
  );
}
