import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Registration } from '../domain/registration.ts';
import type { RegistrationStatus } from '../domain/registration-status.ts';
import { GUIDE_PATH } from './guide-words.ts';
import { OWN_KINDS_PATH, OWN_PATH, OWN_TITLE, ROUTE_WORDS, STATUS_WORDS } from './registration-words.ts';

/** What somebody registered herself, and how it stands. Nothing of it is opened here. */
export function OwnRegistrationsPage(props: {
  frame: PageFrame;
  rows: readonly { readonly registration: Registration; readonly status: RegistrationStatus }[];
  total: number;
  page: number;
  pages: number;
  isOpen: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title={OWN_TITLE}
      lead={`Breng een mogelijk slachtoffer in beeld bij het landelijke register.${props.isOpen ? ' Zonder naam kan dat altijd.' : ''}`}
    >
      <ActionGroup>
        {props.isOpen ? (
          <ButtonLink href={`${OWN_PATH}/nieuw`} emphasis="primary">
            Meld iemand aan
          </ButtonLink>
        ) : null}
        <ButtonLink href={`${OWN_PATH}/vragen`}>Vragen van CoMensha</ButtonLink>
        <ButtonLink href={`${OWN_PATH}/verklaringen`}>Verklaringen in negen talen</ButtonLink>
        <ButtonLink href={GUIDE_PATH}>Mag ik aanmelden?</ButtonLink>
        <ButtonLink href={OWN_KINDS_PATH}>Als wat u aanmeldt</ButtonLink>
        {props.isOpen ? <ButtonLink href={`${OWN_PATH}/inlezen`}>Veel tegelijk, uit een bestand</ButtonLink> : null}
      </ActionGroup>
      {props.isOpen ? null : (
        <Paragraph>
          Aanmelden staat in uw organisatie nog niet aan, ook niet zonder naam. Uw FG regelt dat met de startpoort.{' '}
          <Link href={addressOf('whoToCall', 'nl')}>Bel intussen CoMensha</Link>.
        </Paragraph>
      )}
      {props.rows.length === 0 ? (
        <EmptyState title="U meldde nog niemand aan">
          {props.isOpen
            ? 'Begin met «Meld iemand aan». U bewaart eerst een concept en kijkt het na.'
            : 'Zodra aanmelden aan staat, begint u hier.'}
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 aanmelding van u' : `${props.total} aanmeldingen van u`}
          rows={props.rows}
          rowKey={({ registration }) => registration.code}
          columns={[
            {
              header: 'Code',
              cell: ({ registration: { code } }) => <Link href={`${OWN_PATH}/${code}`}>{code}</Link>,
            },
            {
              header: 'Hoe',
              cell: ({ registration }) =>
                registration.joinedOn ? 'Zonder naam, naam later toegevoegd' : ROUTE_WORDS[registration.route].label,
            },
            {
              header: 'Begonnen',
              kind: 'date',
              cell: ({ registration }) => <DateText date={registration.draftedOn} />,
            },
            { header: 'Stand', cell: ({ status }) => <StatusBadge {...STATUS_WORDS[status]} /> },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => `${OWN_PATH}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
      />
    </Page>
  );
}
