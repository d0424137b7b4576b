import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  answerBy,
  mustErase,
  mustStayNeutral,
  neutralOn,
  type Receipt,
  type RightsRequest,
} from '../domain/rights-request.ts';
import {
  ASKED_WORDS,
  CONTACT_WORDS,
  FINDING_WORDS,
  IDENTITY_WORDS,
  OUTCOME_WORDS,
  RIGHT_WORDS,
  receiptWords,
  TALK_WORDS,
  WITHHELD_WORDS,
} from '../domain/rights-words.ts';
import { INSIGHT_PATH } from './log-table.tsx';

export const RIGHTS_PATH = '/privacyloket/verzoeken';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const DESK = { href: '/privacyloket', label: 'Privacyloket' };
const CRUMBS = [DESK, { href: RIGHTS_PATH, label: 'Verzoeken' }];

/** Every request, with its term. */
export function RequestsPage(props: {
  frame: PageFrame;
  requests: readonly RightsRequest[];
  today: PlainDate;
  mayRegister: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title="Verzoeken"
      lead="Iemand vraagt zijn gegevens te zien, te verbeteren of te wissen. Antwoord binnen een maand."
      breadcrumbs={[DESK]}
    >
      {props.mayRegister ? <Link href={`${RIGHTS_PATH}/nieuw`}>Leg een verzoek vast</Link> : null}
      {props.requests.length === 0 ? (
        <EmptyState title="Er zijn geen verzoeken">
          <Paragraph>Komt er een verzoek, leg het dan dezelfde dag vast.</Paragraph>
        </EmptyState>
      ) : (
        <Table
          caption="Wat er is gevraagd"
          columns={[
            {
              header: 'Kenmerk',
              namesRow: true,
              cell: ({ id, reference }) => <Link href={`${RIGHTS_PATH}/${id}`}>{reference}</Link>,
            },
            { header: 'Wat', cell: ({ kind }) => RIGHT_WORDS[kind] },
            { header: 'Ontvangen', kind: 'date', cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
            { header: 'Uiterlijk', kind: 'date', cell: (request) => <DateText date={answerBy(request)} /> },
            { header: 'Stand', cell: (request) => <Standing request={request} today={props.today} /> },
          ]}
          rows={props.requests}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  );
}

function Standing({ request, today }: { request: RightsRequest; today: PlainDate }) {
  if (request.answeredAt) return <StatusBadge kind="ok" label="Beantwoord" />;
  if (today > answerBy(request)) return <StatusBadge kind="error" label="Te laat" />;
  if (request.agreedByName) return <StatusBadge kind="info" label="Klaar om te versturen" />;
  return <StatusBadge kind="warning" label={request.outcome ? 'Wacht op een tweede' : 'Te doen'} />;
}

/** A request is written down without who it is of. */
export function RegisterRequestPage(props: {
  frame: PageFrame;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const both = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title="Leg een verzoek vast"
      lead="De naam blijft in uw eigen administratie. Stuur nog niets: een bericht kan bij de verkeerde terechtkomen."
      breadcrumbs={CRUMBS}
      errors={props.errors}
    >
      <Form frame={props.frame} action={RIGHTS_PATH} idempotencyKey={props.formKey} label="Verzoek vastleggen">
        <Radios name="soort" label="Wat wordt er gevraagd?" choices={choices(RIGHT_WORDS)} {...both} />
        <TextField
          name="kenmerk"
          label="Onder welk nummer staat het bij u?"
          description="Uit uw eigen administratie, zoals Z-2026-014. Geen naam."
          width="medium"
          {...both}
        />
        <DateField name="ontvangen" label="Wanneer kwam het?" {...both} />
        <Radios name="wie" label="Wie vraagt het?" choices={choices(ASKED_WORDS)} {...both} />
        <Radios
          name="contact"
          label="Hoe bereikt u haar of hem veilig?"
          description="Weet u het niet, kies dan persoonlijk."
          choices={choices(CONTACT_WORDS)}
          {...both}
        />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}

/** One request, from the talk to the answer. */
export function RequestPage(props: {
  frame: PageFrame;
  formKey: string;
  request: RightsRequest;
  /** Who was told of what was erased, and what they did. */
  receipts: readonly Receipt[];
  /** By which codes people know its dossiers; of what was erased there is none left. */
  codes: readonly string[];
  isOfficer: boolean;
  isOwnProposal: boolean;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { request, frame, formKey } = props;
  const at = `${RIGHTS_PATH}/${request.id}`;
  const both = { values: props.values, errors: props.errors };
  const isOpen = !request.answeredAt;
  return (
    <Page
      frame={frame}
      title={`Verzoek ${request.reference}`}
      lead={RIGHT_WORDS[request.kind]}
      breadcrumbs={CRUMBS}
      errors={props.errors}
    >
      {isOpen && request.contact !== 'letter' ? (
        <Alert kind="warning" title="Stuur niets en bel niet">
          {CONTACT_WORDS[request.contact]}.
        </Alert>
      ) : null}
      <Facts request={request} codes={props.codes} />
      {request.erasedAt ? <Receipts receipts={props.receipts} /> : null}
      {isOpen && props.isOfficer && !request.erasedAt ? (
        <>
          <Heading level={2}>1. Ga na wie vraagt en wat u hebt</Heading>
          <Form frame={frame} action={`${at}/onderzoek`} idempotencyKey={formKey} label="Onderzoek">
            <Radios
              name="gesprek"
              label="Is er alleen met haar gesproken?"
              description="Zonder anderen erbij, ook geen tolk die zij niet vertrouwt."
              optional="nog niet gebeurd"
              choices={choices(TALK_WORDS)}
              {...both}
            />
            <Radios
              name="identiteit"
              label="Hoe weet u wie zij is?"
              description="Maak nooit een kopie."
              optional="nog niet nagegaan"
              choices={choices(IDENTITY_WORDS)}
              {...both}
            />
            <Radios name="vondst" label="Wat vond u?" choices={choices(FINDING_WORDS)} {...both} />
            <TextField
              name="dossier"
              label="Codes van de dossiers"
              description="Er kan een aanmelding zijn, een dossier van zorgcoördinatie en een aanvraag voor opvang. Zet een komma tussen de codes."
              optional="alleen als er een dossier is"
              {...both}
            />
            <SubmitButton>Leg vast wat u naging</SubmitButton>
          </Form>
          {request.finding ? <Proposal {...{ ...both, request, frame, at, formKey }} /> : null}
          {request.extendedOn ? null : (
            <Form frame={frame} action={`${at}/verlengen`} idempotencyKey={`${formKey}-v`} label="Verlengen">
              <Paragraph>
                Is het verzoek ingewikkeld? Verleng met twee maanden, en vertel dat binnen de eerste maand langs de
                veilige weg.
              </Paragraph>
              <SubmitButton emphasis="secondary">Verleng met twee maanden</SubmitButton>
            </Form>
          )}
        </>
      ) : null}
      {isOpen && request.outcome && !request.agreedByName && !props.isOwnProposal ? (
        <>
          <Heading level={2}>Kijk mee</Heading>
          <Form frame={frame} action={`${at}/meekijken`} idempotencyKey={`${formKey}-m`} label="Meekijken">
            <Paragraph>Past dit antwoord, en is het veilig? Zo niet, overleg dan met wie het voorstelde.</Paragraph>
            <SubmitButton>Ik stem in met dit antwoord</SubmitButton>
          </Form>
        </>
      ) : null}
      {request.outcome && props.isOfficer ? (
        <>
          <Heading level={2}>3. Het antwoord</Heading>
          <Paragraph>
            <Link href={`${at}/antwoord?vorm=docx`}>Word</Link>, <Link href={`${at}/antwoord?vorm=pdf`}>PDF</Link>
            {request.outcome === 'neutral' ? (
              <>
                . Dit antwoord gaat op <DateText date={neutralOn(request.receivedOn)} />, nooit eerder.
              </>
            ) : (
              '.'
            )}
          </Paragraph>
          {isOpen && request.agreedByName && mustErase(request) && !request.erasedAt ? (
            <Form frame={frame} action={`${at}/wissen`} idempotencyKey={`${formKey}-w`} label="Wissen">
              <Paragraph>
                Dit wist de dossiers van dit verzoek helemaal, met bestanden, berichten en sleutels. Niemand kan het
                terughalen, ook niet uit een reservekopie. Wie er nu mee werkt, ziet het meteen niet meer: spreek dat
                eerst af. Organisaties met wie er iets van was gedeeld, horen dat u het wiste. Wat zij daarmee doen,
                leest u daarna hier.
              </Paragraph>
              <SubmitButton>Wis de dossiers</SubmitButton>
            </Form>
          ) : null}
          {isOpen && request.agreedByName && !(mustErase(request) && !request.erasedAt) ? (
            <Form frame={frame} action={`${at}/beantwoorden`} idempotencyKey={`${formKey}-b`} label="Beantwoorden">
              <SubmitButton>Het antwoord is gegeven</SubmitButton>
            </Form>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

function Proposal(props: {
  request: RightsRequest;
  frame: PageFrame;
  at: string;
  formKey: string;
  values: FieldValues | undefined;
  errors: FieldErrors | undefined;
}) {
  const { values, errors } = props;
  const { neutral, ...real } = OUTCOME_WORDS;
  const isNeutral = mustStayNeutral(props.request);
  const answers: Readonly<Record<string, string>> = isNeutral ? { neutral } : real;
  return (
    <>
      <Heading level={2}>2. Stel een antwoord voor</Heading>
      <Form frame={props.frame} action={`${props.at}/voorstel`} idempotencyKey={`${props.formKey}-p`} label="Voorstel">
        <Radios name="uitkomst" label="Welk antwoord?" choices={choices(answers)} {...{ values, errors }} />
        {isNeutral ? null : (
          <Checkboxes
            name="gronden"
            label="Waarom blijft iets achter?"
            optional="alleen als iets achterblijft"
            choices={choices(WITHHELD_WORDS)}
            {...{ values, errors }}
          />
        )}
        <SubmitButton>Stel voor</SubmitButton>
      </Form>
    </>
  );
}

function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  if (receipts.length === 0) return <Paragraph>Er was niets met een andere organisatie gedeeld.</Paragraph>;
  return (
    <Table
      caption="Wie het van u kreeg"
      columns={[
        { header: 'Wie', namesRow: true, cell: ({ receiverName }) => receiverName },
        { header: 'Wat', cell: ({ label }) => label },
        { header: 'Gedeeld op', kind: 'date', cell: ({ sharedAt }) => <MomentText instant={sharedAt} /> },
        { header: 'Wat zij ermee deden', cell: receiptWords },
        {
          header: 'Antwoord op',
          kind: 'date',
          cell: ({ answeredAt }) => (answeredAt ? <MomentText instant={answeredAt} /> : 'nog niet'),
        },
      ]}
      rows={receipts}
      rowKey={({ receiverName, sharedAt, label }) => `${receiverName} ${label} ${sharedAt.toISOString()}`}
    />
  );
}

/** The codes of dossiers, each leading to who opened it. */
export function DossierCodes({ codes }: { codes: readonly string[] }) {
  return codes.map((code, index) => (
    <>
      {index > 0 ? ', ' : ''}
      <Link href={`${INSIGHT_PATH}?${new URLSearchParams({ zoek: code })}`}>{code}</Link>
    </>
  ));
}

const foundWords = ({ finding, dossierIds }: RightsRequest) =>
  dossierIds.length > 1 ? `Er zijn ${dossierIds.length} dossiers van haar of hem` : FINDING_WORDS[finding!];

function Facts({ request, codes }: { request: RightsRequest; codes: readonly string[] }) {
  return (
    <DataList
      facts={[
        { label: 'Ontvangen', value: <DateText date={request.receivedOn} /> },
        { label: 'Antwoord uiterlijk', value: <DateText date={answerBy(request)} /> },
        { label: 'Wie vraagt het', value: ASKED_WORDS[request.askedBy] },
        { label: 'Veilig bereiken', value: CONTACT_WORDS[request.contact] },
        { label: 'Gesprek alleen met haar', value: request.talk ? TALK_WORDS[request.talk] : 'nog niet' },
        { label: 'Wie zij is', value: request.identity ? IDENTITY_WORDS[request.identity] : 'nog niet nagegaan' },
        { label: 'Gevonden', value: request.finding ? foundWords(request) : 'nog niet gezocht' },
        ...(codes.length > 0 ? [{ label: 'Dossiers', value: <DossierCodes codes={codes} /> }] : []),
        {
          label: 'Voorgesteld',
          value: request.outcome ? `${OUTCOME_WORDS[request.outcome]}, door ${request.proposedByName}` : 'nog niets',
        },
        ...(mustErase(request)
          ? [{ label: 'Gewist', value: request.erasedAt ? <MomentText instant={request.erasedAt} /> : 'nog niet' }]
          : []),
        { label: 'Meegekeken', value: request.agreedByName ?? 'nog niemand' },
        { label: 'Beantwoord', value: request.answeredAt ? <MomentText instant={request.answeredAt} /> : 'nog niet' },
      ]}
    />
  );
}
