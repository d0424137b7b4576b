import { MomentText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { STATE_WORDS } from './message-words.ts';

/** A message as a list shows it: with whom, what kind, how it stands. Never what it says. */
export interface MessageRow {
  readonly id: string;
  readonly box: 'in' | 'out';
  readonly counterpart: { readonly name: string };
  readonly kindLabel: string;
  readonly state: keyof (typeof STATE_WORDS)['in'];
  readonly sentAt: Date;
}

/** What this organisation received from others and sent to them. */
export function MessagesPage(props: {
  frame: PageFrame;
  received: readonly MessageRow[];
  sent: readonly MessageRow[];
  maySend: boolean;
}) {
  const { received, sent } = props;
  return (
    <Page
      frame={props.frame}
      title="Berichten tussen organisaties"
      wide
      breadcrumbs={[{ href: '/samenwerken', label: 'Samenwerken' }]}
      lead="Een bericht is pas overgedragen als de ander het aanneemt. De lijst laat niet zien wat erin staat."
    >
      {props.maySend ? (
        <p>
          <ButtonLink href="/samenwerken/berichten/nieuw">Vraag een organisatie om contact</ButtonLink>
        </p>
      ) : null}
      <Box
        title="Ontvangen"
        caption="Ontvangen berichten"
        other="Van"
        rows={received}
        empty="Er kwam nog geen bericht binnen"
      />
      <Box
        title="Verstuurd"
        caption="Verstuurde berichten"
        other="Aan"
        rows={sent}
        empty="U hebt nog geen bericht verstuurd"
      />
    </Page>
  );
}

function Box(props: { title: string; caption: string; other: string; rows: readonly MessageRow[]; empty: string }) {
  const id = props.title.toLowerCase();
  return (
    <section class="ib-flow" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {props.title}
      </Heading>
      {props.rows.length === 0 ? (
        <EmptyState title={props.empty}>
          Een bericht kan gaan tussen twee organisaties die allebei een afspraak hebben vastgelegd.
        </EmptyState>
      ) : (
        <Table
          caption={props.caption}
          captionHidden
          sortable
          rows={props.rows}
          rowKey={(row) => row.id}
          columns={[
            {
              header: props.other,
              cell: (row) => <Link href={`/samenwerken/berichten/${row.id}`}>{row.counterpart.name}</Link>,
            },
            { header: 'Wat', cell: (row) => row.kindLabel },
            { header: 'Verstuurd', kind: 'date', cell: (row) => <MomentText instant={row.sentAt} /> },
            { header: 'Stand', cell: (row) => <StatusBadge {...STATE_WORDS[row.box][row.state]} /> },
          ]}
        />
      )}
    </section>
  );
}
