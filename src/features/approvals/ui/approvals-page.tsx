import { MomentText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { type ApprovalView, STATE_WORDS } from './approval-view.ts';

/** What waits for this person, what she asked herself, and what ended. */
export function ApprovalsPage(props: { frame: PageFrame; approvals: readonly ApprovalView[] }) {
  const yours = props.approvals.filter(({ isYours }) => isYours);
  const asked = props.approvals.filter(({ isMine, state }) => isMine && state === 'open');
  const ended = props.approvals.filter(({ state }) => state !== 'open');
  return (
    <Page
      frame={props.frame}
      title="Goedkeuringen"
      lead="Sommige dingen doet niemand alleen. Een tweede persoon leest wat er precies gaat gebeuren, en stemt in of niet."
      wide
    >
      <Heading level={2}>Wacht op u</Heading>
      {yours.length > 0 ? (
        <Requests caption="Verzoeken waarover u besluit" approvals={yours} />
      ) : (
        <EmptyState title="Er wacht nu niets op u" next={<ButtonLink href="/overzicht">Naar uw overzicht</ButtonLink>}>
          Vraagt een collega uw goedkeuring? Dan krijgt u een bericht, en staat het verzoek hier.
        </EmptyState>
      )}
      {asked.length > 0 ? (
        <>
          <Heading level={2}>Door u gevraagd</Heading>
          <Requests caption="Verzoeken van u die nog open staan" approvals={asked} />
        </>
      ) : null}
      {ended.length > 0 ? (
        <>
          <Heading level={2}>Afgehandeld</Heading>
          <Requests caption="De laatste verzoeken die zijn afgehandeld" approvals={ended} />
        </>
      ) : null}
    </Page>
  );
}

function Requests(props: { caption: string; approvals: readonly ApprovalView[] }) {
  return (
    <Table
      caption={props.caption}
      captionHidden
      columns={[
        { header: 'Wat', cell: ({ id, label }) => <Link href={`/goedkeuringen/${id}`}>{label}</Link> },
        {
          header: 'Gevraagd door',
          cell: ({ askedBy, askedByOrganisation }) =>
            askedByOrganisation ? `${askedBy}, ${askedByOrganisation}` : askedBy,
        },
        { header: 'Stand', cell: ({ state }) => <StatusBadge {...STATE_WORDS[state]} /> },
        {
          header: 'Besluiten kan tot',
          kind: 'date',
          cell: ({ expiresAt }) => <MomentText instant={expiresAt} />,
        },
      ]}
      rows={props.approvals}
      rowKey={({ id }) => id}
    />
  );
}
