import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { contradictionsAmong } from '../domain/contradiction.ts';
import { lastDayOf, type Offer, standingOf } from '../domain/offer.ts';
import { STANDING_WORDS } from './care-words.ts';
import { Contradictions } from './contradictions.tsx';
import { MOBILE_PATH } from './mobile-page.tsx';

/** What this organisation offers as care coordination. */
export function OffersPage(props: {
  frame: PageFrame;
  offers: readonly Offer[];
  today: PlainDate;
  done: 'saved' | 'ended' | undefined;
}) {
  const { offers, today } = props;
  return (
    <Page
      frame={props.frame}
      title="Ons aanbod"
      wide
      lead="Wat u hier invult, zien professionals als zij iemand zoeken die kan helpen. Noem geen namen van mensen."
      status={
        props.done ? (
          <Alert kind="ok">
            <p>{props.done === 'saved' ? 'Uw aanbod is bijgewerkt.' : 'Uw aanbod is beëindigd.'}</p>
          </Alert>
        ) : undefined
      }
    >
      <Contradictions
        found={contradictionsAmong(offers.filter((offer) => standingOf(offer, false, today) !== 'ended'))}
        isOwn
      />
      {offers.length === 0 ? (
        <EmptyState title="Er staat nog geen aanbod">
          Schrijf op voor wie u werkt, waar en wanneer. Dat kost een paar minuten.
        </EmptyState>
      ) : (
        <Table
          caption="Ons aanbod van zorgcoördinatie"
          rows={offers}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Naam', cell: ({ id, name }) => <Link href={`/netwerk/aanbod/${id}`}>{name}</Link> },
            {
              header: 'Gemeenten',
              kind: 'number',
              cell: ({ municipalityIds }) => <NumberText value={municipalityIds.length} />,
            },
            {
              header: 'Bevestigd',
              kind: 'date',
              cell: ({ confirmedOn }) => (confirmedOn ? <DateText date={confirmedOn} /> : 'nooit'),
            },
            {
              header: 'Loopt tot en met',
              kind: 'date',
              cell: (offer) => {
                const last = lastDayOf(offer);
                return last ? <DateText date={last} /> : 'geen einddatum';
              },
            },
            { header: 'Stand', cell: (offer) => <StatusBadge {...STANDING_WORDS[standingOf(offer, false, today)]} /> },
          ]}
        />
      )}
      <p>
        <ButtonLink href="/netwerk/aanbod/nieuw" emphasis="primary">
          Voeg aanbod toe
        </ButtonLink>
      </p>
      <Paragraph>
        Uw eigen nummer hoort niet in het aanbod. <Link href={MOBILE_PATH}>Geef het hier</Link>: alleen wie met u samen
        iemand helpt, ziet het.
      </Paragraph>
    </Page>
  );
}
