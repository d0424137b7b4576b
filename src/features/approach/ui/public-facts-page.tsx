import { DateText } from '../../../ui/format/date-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type PublicFact, REJECT_REASONS, type RejectReason } from '../domain/public-fact.ts';
import { SourceLink } from './public-fact-card.tsx';
import { ENTRY_STATES, type EntryState } from './public-fact-words.ts';

export const PUBLIC_FACTS_PATH = '/monitor/openbare-bronnen';
export const PUBLIC_FACTS_CRUMBS = [
  { href: '/monitor', label: 'Monitor' },
  { href: PUBLIC_FACTS_PATH, label: 'Openbare bronnen' },
] as const;

export interface EntryView extends PublicFact {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly state: EntryState;
  readonly reason: RejectReason | undefined;
}

const DONE = {
  ingevoerd: {
    title: 'ingevoerd',
    text: 'De gemeente ziet het nu, en kan het bevestigen. Tot die tijd telt het niet mee.',
  },
  gewijzigd: { title: 'gewijzigd', text: 'De gemeente wordt opnieuw gevraagd of het klopt.' },
  ingetrokken: { title: 'ingetrokken', text: 'Niemand ziet deze bron meer.' },
} as const;
export type EntryDone = keyof typeof DONE;
export const isEntryDone = (text: string): text is EntryDone => Object.hasOwn(DONE, text);

/** Everything VNG entered about municipalities from public sources, and what each municipality said of it. */
export function PublicFactsPage(props: {
  frame: PageFrame;
  /** Those on this page. */
  entries: readonly EntryView[];
  counts: Readonly<Record<EntryState, number>>;
  filter: string;
  found: number;
  page: number;
  pages: number;
  done: EntryDone | undefined;
}) {
  const { entries, counts, filter, done } = props;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page
      frame={props.frame}
      title="Openbare bronnen"
      wide
      breadcrumbs={[PUBLIC_FACTS_CRUMBS[0]]}
      lead="Wat openbaar bekend is over een gemeente. Het telt nergens mee tot de gemeente het bevestigt."
      status={
        done ? (
          <Alert kind="ok" title={DONE[done].title}>
            <p>{DONE[done].text}</p>
          </Alert>
        ) : undefined
      }
    >
      <ActionGroup>
        <ButtonLink href={`${PUBLIC_FACTS_PATH}/nieuw`} emphasis="primary">
          Voer een bron in
        </ButtonLink>
        <ButtonLink href={`${PUBLIC_FACTS_PATH}/veel`} emphasis="secondary">
          Voer er veel tegelijk in
        </ButtonLink>
      </ActionGroup>
      {total === 0 ? (
        <EmptyState title="Er is nog geen openbare bron ingevoerd">
          Zoek op lokaleregelgeving.overheid.nl naar beleid van een gemeente, en voer het hier in. Dan begint de kaart
          niet leeg.
        </EmptyState>
      ) : (
        <>
          <BulletList
            items={(Object.keys(ENTRY_STATES) as EntryState[])
              .filter((state) => counts[state] > 0)
              .map((state) => `${ENTRY_STATES[state].label}: ${counts[state]}`)}
          />
          <Filters
            action={PUBLIC_FACTS_PATH}
            label="Zoek een gemeente"
            clearHref={filter ? PUBLIC_FACTS_PATH : undefined}
          >
            <TextField name="gemeente" label="Naam van de gemeente" optional values={{ gemeente: filter }} />
          </Filters>
          {entries.length === 0 ? (
            <EmptyState title="Geen bron gevonden">Zoek op een andere naam.</EmptyState>
          ) : (
            <Table
              caption={`Ingevoerde bronnen: ${props.found}`}
              rows={entries}
              rowKey={({ id }) => id}
              columns={[
                {
                  header: 'Gemeente',
                  cell: ({ municipality: { code, name } }) => <Link href={`/gemeenten/${code}`}>{name}</Link>,
                },
                { header: 'Onderdeel', cell: ({ element }) => element },
                { header: 'Document', cell: (entry) => <SourceLink fact={entry} /> },
                { header: 'Datum', kind: 'date', cell: ({ decidedOn }) => <DateText date={decidedOn} /> },
                {
                  header: 'Stand',
                  cell: ({ state, reason }) => (
                    <>
                      <StatusBadge {...ENTRY_STATES[state]} />
                      {reason ? <span class="ib-soft"> {REJECT_REASONS[reason]}</span> : null}
                    </>
                  ),
                },
                {
                  header: 'Actie',
                  sortable: false,
                  cell: ({ id, state, municipality, element }) =>
                    state === 'waiting' || state === 'rejected' ? (
                      <Link href={`${PUBLIC_FACTS_PATH}/${id}`}>
                        Wijzig of trek in<span class="ib-hidden">{`: ${municipality.name}, ${element}`}</span>
                      </Link>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          )}
          <Pagination
            page={props.page}
            pages={props.pages}
            hrefOf={(page) =>
              `${PUBLIC_FACTS_PATH}?${new URLSearchParams({ ...(filter && { gemeente: filter }), pagina: String(page) })}`
            }
          />
        </>
      )}
    </Page>
  );
}
