import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Meeting } from '../domain/meeting.ts';
import {
  COVENANTS_PATH,
  COVENANTS_TITLE,
  KIND_WORDS,
  OVERVIEW_PATH,
  OVERVIEW_TITLE,
  RECEIVED_PATH,
  RECEIVED_TITLE,
  STATE_WORDS,
} from './consultation-words.ts';

/** What somebody chairs or takes part in here, and the way to what came from elsewhere. */
export function OverviewPage(props: {
  frame: PageFrame;
  meetings: readonly Meeting[];
  page: number;
  pages: number;
  mayPlan: boolean;
  isOpen: boolean;
  /** The chair was just passed to a colleague. */
  isPassed: boolean;
}) {
  const { meetings, page, pages } = props;
  return (
    <Page
      frame={props.frame}
      title={OVERVIEW_TITLE}
      wide
      status={
        props.isPassed ? (
          <Alert kind="ok" title="overgedragen">
            <p>
              Uw collega zit het overleg nu voor en kreeg daarvan bericht; wie is uitgenodigd, hoort het ook. U leest
              dit overleg niet meer. Wilt u er wel bij zijn? Vraag uw collega om u als deelnemer toe te voegen.
            </p>
          </Alert>
        ) : undefined
      }
      lead="Overleg over personen kent twee soorten: het interne signalenoverleg van één gemeente, en de zorgtafel met zorgpartijen. Iedereen ziet alleen haar eigen deel."
    >
      {props.mayPlan && props.isOpen ? (
        <p>
          <ButtonLink href={`${OVERVIEW_PATH}/nieuw`} emphasis="primary">
            Plan een overleg
          </ButtonLink>
        </p>
      ) : null}
      {props.mayPlan && !props.isOpen ? (
        <p class="utrecht-paragraph">
          Een overleg plannen kan pas als de startpoort voor casusoverleg open is. Uw FG zet haar open.
        </p>
      ) : null}
      {meetings.length === 0 ? (
        <EmptyState title="U zit nog niet in een overleg">
          {props.mayPlan
            ? 'Plan een overleg, of kijk bij overleg bij anderen of iemand u uitnodigde.'
            : 'Kijk bij overleg bij anderen of iemand u uitnodigde.'}
        </EmptyState>
      ) : (
        <Table
          caption="Uw overleggen"
          rows={meetings}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Overleg',
              cell: ({ id, title }) => <Link href={`${OVERVIEW_PATH}/${id}`}>{title}</Link>,
            },
            { header: 'Soort', cell: ({ kind }) => KIND_WORDS[kind].label },
            { header: 'Wanneer', kind: 'date', cell: ({ onDay }) => <DateText date={onDay} /> },
            { header: 'Stand', cell: ({ state }) => <StatusBadge {...STATE_WORDS[state]} /> },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(each) => `${OVERVIEW_PATH}?pagina=${each}`} />
      <LinkCards
        label="Verder"
        cards={[
          {
            href: RECEIVED_PATH,
            title: RECEIVED_TITLE,
            description: 'Uitnodigingen, uw punten en uw acties bij het overleg van een andere organisatie.',
          },
          ...(props.mayPlan
            ? [
                {
                  href: COVENANTS_PATH,
                  title: COVENANTS_TITLE,
                  description: 'Met wie u afspraken hebt, waarvoor, en tot wanneer.',
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}
