import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SharedConsent } from '../domain/consent.ts';
import type { HelpContent } from '../domain/help-request.ts';
import type { PersonName } from '../domain/registration.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import { consentFacts } from './consent-list.tsx';
import { EmergencyMark, helpFacts } from './help-pages.tsx';
import { HELP_INBOX_TITLE, REPORTER_WORDS } from './registration-words.ts';

type State = 'sent' | 'delivered' | 'accepted' | 'refused' | 'withdrawn' | 'expired';
const PATH = '/hulpvragen';

export interface ShownHelp {
  readonly id: string;
  readonly senderName: string;
  readonly state: State;
  readonly sentAt: Date;
  readonly isEmergency: boolean;
}

const STATE_WORDS: Readonly<
  Record<State, { readonly kind: 'info' | 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  sent: { kind: 'warning', label: 'wacht op u' },
  delivered: { kind: 'warning', label: 'wacht op u' },
  accepted: { kind: 'ok', label: 'in ontvangst genomen' },
  refused: { kind: 'neutral', label: 'niet aangenomen' },
  withdrawn: { kind: 'neutral', label: 'ingetrokken' },
  expired: { kind: 'neutral', label: 'verlopen' },
};

/** The requests for help that came in, those that wait first. Nothing of it is opened here. */
export function HelpInboxPage(props: {
  frame: PageFrame;
  rows: readonly (ShownHelp & { readonly answerBy: PlainDate })[];
  /** By when each is taken in, and on what that rests. */
  norm: { readonly workingDays: number; readonly source: string; readonly verifiedOn: string | null };
  total: number;
  page: number;
  pages: number;
}) {
  return (
    <Page frame={props.frame} title={HELP_INBOX_TITLE} lead="Wie vraagt om opvang of hulp. Wat wacht, staat bovenaan.">
      <ActionGroup>
        <ButtonLink href={`${PATH}/gesprekken`}>Gesprekken: de telefoon gaat</ButtonLink>
      </ActionGroup>
      {props.rows.length === 0 ? (
        <EmptyState title="Er zijn nog geen hulpvragen">
          Zodra iemand om opvang of hulp vraagt, staat dat hier en op uw overzicht.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 hulpvraag' : `${props.total} hulpvragen`}
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Van',
              cell: ({ id, senderName }) => <Link href={`${PATH}/${id}`}>{senderName}</Link>,
            },
            { header: 'Verstuurd', kind: 'date', cell: ({ sentAt }) => <MomentText instant={sentAt} /> },
            {
              header: 'Aannemen uiterlijk',
              kind: 'date',
              cell: ({ state, answerBy, isEmergency }) =>
                state === 'sent' || state === 'delivered' ? (
                  <>
                    {isEmergency ? 'nu, uiterlijk ' : null}
                    <DateText date={answerBy} />
                  </>
                ) : (
                  'klaar'
                ),
            },
            {
              header: 'Stand',
              cell: ({ state, isEmergency }) => (
                <>
                  <StatusBadge {...STATE_WORDS[state]} />{' '}
                  {isEmergency ? <StatusBadge kind="warning" label="noodgeval, zonder toestemming" /> : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Paragraph kind="small">
        Termijn: <data value={props.norm.workingDays}>{props.norm.workingDays}</data>{' '}
        {props.norm.workingDays === 1 ? 'werkdag' : 'werkdagen'}. Bron: {props.norm.source}.
        {props.norm.verifiedOn === null ? ' Nog te verifiëren.' : ''}
      </Paragraph>
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => `${PATH}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
      />
    </Page>
  );
}

/** One request that came in: what it says, once it was taken in and as long as it was not withdrawn. */
export function ReceivedHelpPage(props: {
  frame: PageFrame;
  received: ShownHelp;
  says:
    | {
        readonly code: string;
        readonly reporterType: ReporterType;
        readonly content: HelpContent;
        readonly person: PersonName | undefined;
        readonly consent?: SharedConsent | undefined;
      }
    | undefined;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, received, says } = props;
  const isWaiting = received.state === 'sent' || received.state === 'delivered';
  return (
    <Page
      frame={frame}
      title={says ? `Hulpvraag ${says.code}` : `Hulpvraag van ${received.senderName}`}
      breadcrumbs={[{ href: PATH, label: HELP_INBOX_TITLE }]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...STATE_WORDS[received.state]} />
      </p>
      {says ? (
        <>
          <Paragraph>
            {received.senderName} ({REPORTER_WORDS[says.reporterType]}) vroeg dit op{' '}
            <MomentText instant={received.sentAt} />. Bel terug op het nummer onderaan en noem de code.
          </Paragraph>
          {says.content.emergency ? <EmergencyMark emergency={says.content.emergency} /> : null}
          <DataList facts={[...helpFacts(says.content, says.person), ...consentFacts('help', says.consent)]} />
          {says.content.needs.includes('shelter') ? (
            <Paragraph>
              <Link href={`/plaatsen/aanvragen/hulpvraag/${received.id}`}>Zoek een plek in de opvang</Link>
            </Paragraph>
          ) : null}
        </>
      ) : isWaiting ? (
        <Form
          frame={frame}
          action={`${PATH}/${received.id}/aannemen`}
          idempotencyKey={props.formKey}
          label="Neem in ontvangst"
        >
          {received.isEmergency ? (
            <Paragraph>Dit is een noodgeval. Neem het nu in ontvangst en bel terug.</Paragraph>
          ) : null}
          <Paragraph>
            Na ontvangst ziet u wat er nodig is, en weet {received.senderName} dat u de hulpvraag hebt.
          </Paragraph>
          <SubmitButton>Neem in ontvangst</SubmitButton>
        </Form>
      ) : received.state === 'withdrawn' ? (
        <Form frame={frame} action={`${PATH}/${received.id}/aannemen`} idempotencyKey={props.formKey} label="Gezien">
          <Paragraph>
            De toestemming is ingetrokken. Gebruik niets meer van wat u las. Wat u al deed, bespreekt u met wie het
            vroeg.
          </Paragraph>
          <SubmitButton emphasis="secondary">Ik heb dit gezien</SubmitButton>
        </Form>
      ) : (
        <Paragraph>Deze hulpvraag is hier niet te lezen. Bel wie haar stuurde.</Paragraph>
      )}
    </Page>
  );
}
