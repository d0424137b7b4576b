import { MomentText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { GlassView } from './glass-view.ts';

/** Every time that the glass was broken here, what waits for a review first. */
export function GlassesPage(props: { frame: PageFrame; glasses: readonly GlassView[] }) {
  return (
    <Page
      frame={props.frame}
      title="Noodtoegang"
      lead="Wie een dossier opende dat niet van haar was, waarom, en wat de beoordeling was."
      breadcrumbs={[{ href: '/privacyloket', label: 'Privacyloket' }]}
      wide
    >
      {props.glasses.length === 0 ? (
        <EmptyState title="Er is geen noodtoegang gebruikt">
          Gebruikt een collega noodtoegang? Dan krijgt u meteen een bericht, en staat het hier.
        </EmptyState>
      ) : (
        <Table
          caption="Gebruikte noodtoegang"
          captionHidden
          columns={[
            {
              header: 'Wanneer',
              kind: 'date',
              cell: ({ id, openedAt }) => (
                <Link href={`/privacyloket/noodtoegang/${id}`}>
                  <MomentText instant={openedAt} />
                </Link>
              ),
            },
            { header: 'Wie', cell: ({ person, role }) => `${person} (${role})` },
            { header: 'Stand', cell: (glass) => <StatusBadge {...stateOf(glass)} /> },
            {
              header: 'Beoordelen kan tot',
              kind: 'date',
              cell: ({ reviewDueAt }) => <MomentText instant={reviewDueAt} />,
            },
          ]}
          rows={props.glasses}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  );
}

/** How one stands, in a word. */
export function stateOf(glass: GlassView): { readonly kind: Kind; readonly label: string } {
  if (glass.review)
    return glass.review.verdict === 'justified'
      ? { kind: 'ok', label: 'Het was nodig' }
      : { kind: 'error', label: 'Het was niet nodig' };
  if (glass.isOpen) return { kind: 'warning', label: 'Loopt nu' };
  return glass.isEscalated
    ? { kind: 'error', label: 'Niet op tijd beoordeeld' }
    : { kind: 'warning', label: 'Wacht op beoordeling' };
}
