import { MomentText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { NoticeRule } from '../domain/noticed.ts';

export interface NoticedView {
  readonly id: string;
  readonly rule: NoticeRule;
  readonly person: string;
  readonly role: string;
  readonly hourAt: Date;
  readonly times: number;
}

const RULES: Readonly<Record<NoticeRule, { readonly what: string; readonly unit: string }>> = {
  'many-dossiers': { what: 'Veel dossiers in een uur', unit: 'dossiers geopend' },
  'at-night': { what: 'Werk in de nacht', unit: 'dossiers geopend' },
  'many-refusals': { what: 'Vaak geweigerd', unit: 'keer geweigerd' },
  'many-exports': { what: 'Veel bestanden gedownload', unit: 'bestanden' },
};

/** What stood out in how people use the product: a reason to ask, never a verdict. */
export function NoticedPage(props: {
  frame: PageFrame;
  path: string;
  rows: readonly NoticedView[];
  total: number;
  page: number;
  pages: number;
}) {
  return (
    <Page
      frame={props.frame}
      title="Opvallend gebruik"
      lead="Hier staat dat iets opviel, niet dat iets fout was. Vraag eerst na wat er aan de hand was."
      breadcrumbs={[{ href: '/privacyloket', label: 'Privacyloket' }]}
      wide
    >
      {props.rows.length === 0 ? (
        <EmptyState title="Er viel niets op">Valt er iets op, dan krijgt u een bericht en staat het hier.</EmptyState>
      ) : (
        <>
          <Table
            caption={`Wat opviel: ${props.total}`}
            columns={[
              { header: 'Uur', kind: 'date', cell: ({ hourAt }) => <MomentText instant={hourAt} /> },
              { header: 'Wie', cell: ({ person, role }) => `${person} (${role})` },
              { header: 'Wat', cell: ({ rule }) => RULES[rule].what },
              {
                header: 'Hoeveel',
                cell: ({ rule, times }) => (
                  <>
                    <data value={String(times)}>{times}</data> {RULES[rule].unit}
                  </>
                ),
              },
            ]}
            rows={props.rows}
            rowKey={({ id }) => id}
          />
          <Pagination
            page={props.page}
            pages={props.pages}
            hrefOf={(page) => (page > 1 ? `${props.path}?pagina=${page}` : props.path)}
          />
        </>
      )}
      <p>
        <Link href="/privacyloket/handelingen">Bekijk alle handelingen</Link>
      </p>
      <BulletList
        items={[
          'Wat telt: meer dan 30 dossiers in een uur, drie of meer dossiers tussen 0 en 6 uur, meer dan 20 weigeringen in een uur, meer dan drie bestanden in een uur.',
          'Wie ’s nachts werkt (zorgcoördinatie, opvang, CoMensha, politie), valt ’s nachts niet op. Wie lijsten afwerkt bij CoMensha, valt op vanaf 100 dossiers.',
          'Alleen de CISO hoort het, of de FG waar geen CISO is. Een leidinggevende hoort het niet. Wat over uzelf gaat, ziet u niet.',
          'Na een jaar verdwijnt het.',
        ]}
      />
    </Page>
  );
}
