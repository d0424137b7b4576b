import type { ComponentChildren } from 'preact';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BODY_NAMES } from '../domain/adoption.ts';
import { PUBLIC_SOURCE_NAMES, type PublicFactContent } from '../domain/public-fact.ts';
import { NOT_CONFIRMED } from './public-fact-words.ts';

/** The mark of what a municipality did not say itself: a word and a shape; the dashed edge around it is extra. */
export function NotConfirmed() {
  return <StatusBadge kind="info" label={NOT_CONFIRMED} />;
}

/** The document at its public address; the text says on which site. */
export function SourceLink({ fact }: { fact: Pick<PublicFactContent, 'link' | 'title'> }) {
  return <Link href={fact.link}>{`${fact.title} (${hostOf(fact.link)})`}</Link>;
}

/** The name of the site in an address. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : link;
}

/** What a public source says, with where it stands and who looked when. */
export function PublicFactCard(props: {
  fact: PublicFactContent;
  /** What the element is, as the heading of the card. */
  heading: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { fact } = props;
  return (
    <div class="ib-unconfirmed ib-flow">
      {props.heading}
      <p>
        <NotConfirmed />
      </p>
      <DataList
        facts={[
          { label: 'Document', value: <SourceLink fact={fact} /> },
          ...(fact.cvdr ? [{ label: 'CVDR-nummer', value: fact.cvdr }] : []),
          {
            label: 'Vastgesteld door',
            value: fact.adoptingBody ? BODY_NAMES[fact.adoptingBody] : 'dat zegt de bron niet',
          },
          { label: 'Datum', value: <DateText date={fact.decidedOn} /> },
          {
            label: 'Geldig tot',
            value: fact.validUntil ? <DateText date={fact.validUntil} /> : 'dat zegt de bron niet',
          },
        ]}
      />
      <p class="ib-source">
        Bron: {PUBLIC_SOURCE_NAMES[fact.source]}, bekeken door VNG op {writeDutchDate(fact.readOn)}. Onzekerheid: de
        gemeente heeft dit niet bevestigd; het telt nergens mee.
      </p>
      {props.children}
    </div>
  );
}
