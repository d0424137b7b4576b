import { MomentText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';

interface Person {
  readonly membershipId: string;
  readonly name: string;
  readonly address: string;
  readonly bouncedAt: Date;
}

/** Colleagues whose mail comes back, for whoever manages the organisation. */
export function UnreachablePage(props: { frame: PageFrame; people: readonly Person[]; page: number; pages: number }) {
  return (
    <Page
      frame={props.frame}
      title="E-mail die niet aankomt"
      breadcrumbs={[{ href: '/overzicht', label: 'Overzicht' }]}
      wide
      lead="Deze collega’s krijgen geen e-mail meer. Vraag hun om bij hun voorkeuren een ander adres in te vullen."
    >
      {props.people.length === 0 ? (
        <EmptyState title="Alle adressen werken">Zodra e-mail aan een collega terugkomt, ziet u dat hier.</EmptyState>
      ) : (
        <Table
          caption="Collega’s zonder werkend adres"
          rows={props.people}
          rowKey={(row) => row.membershipId}
          columns={[
            { header: 'Naam', cell: (row) => row.name },
            { header: 'E-mailadres', cell: (row) => row.address },
            { header: 'Kwam terug', kind: 'date', cell: (row) => <MomentText instant={row.bouncedAt} /> },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `/berichten/onbestelbaar?pagina=${page}`} />
    </Page>
  );
}
