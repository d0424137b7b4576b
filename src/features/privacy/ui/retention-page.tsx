import { writePeriod } from '../../../shared-kernel/period-words.ts';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { RuleView } from './retention-view.ts';
import { ERASED_PATH, RETENTION_PATH } from './retention-words.ts';

/** Every term: what is proposed, what this organisation settled, and how much is counted under it. */
export function RetentionPage(props: {
  frame: PageFrame;
  rules: readonly RuleView[];
  /** Dossiers that no term is counted for. */
  uncounted: number;
  mayAsk: boolean;
  /** May read the declaration of destruction. */
  mayRead: boolean;
}) {
  const settled = props.rules.filter(({ standing }) => standing?.settled).length;
  const late = props.rules.reduce((sum, { standing }) => sum + (standing?.late ?? 0), 0);
  return (
    <Page
      frame={props.frame}
      title="Bewaartermijnen"
      lead="Hoelang uw organisatie iets bewaart. Wat over zijn termijn is, wist In Beeld vanzelf. Zolang een termijn niet is vastgesteld, wordt niets gewist."
      breadcrumbs={[{ href: '/privacyloket', label: 'Privacyloket' }]}
      wide
    >
      <Paragraph>
        Vastgesteld: <NumberText value={settled} /> van de <NumberText value={props.rules.length} /> termijnen.{' '}
        {settled < props.rules.length && props.mayAsk
          ? 'Open een regel en stel de termijn vast. Een tweede persoon kijkt mee.'
          : null}
      </Paragraph>
      {late > 0 ? (
        <Paragraph>
          <strong>
            <NumberText value={late} /> gegevens zijn over hun termijn en staan er nog.
          </strong>{' '}
          Dat lost zichzelf op bij de volgende ronde. Staat dit er morgen nog? Meld het bij wie In Beeld voor u beheert.
        </Paragraph>
      ) : null}
      {props.uncounted > 0 ? (
        <Paragraph>
          <strong>
            Dossiers zonder bewaartermijn: <NumberText value={props.uncounted} />. Niemand telt hoelang ze er al zijn.
          </strong>{' '}
          Dat is een fout in In Beeld: ze zouden nooit worden gewist. Meld het bij wie In Beeld voor u beheert.
        </Paragraph>
      ) : null}
      <Table
        caption="Bewaartermijnen per soort gegeven"
        captionHidden
        columns={COLUMNS}
        rows={props.rules}
        rowKey={({ proposed }) => proposed.id}
      />
      <Heading level={2}>Goed om te weten</Heading>
      <Paragraph>
        Waar bronnen verschillen is het voorstel de kortste termijn. De categorie van de selectielijst kiest de
        archivaris. Wissen is echt: ook de sleutel gaat weg. Bewaart wie In Beeld voor u beheert reservekopieën van de
        sleutels hoogstens 35 dagen, dan is het daarna ook daaruit niet meer te lezen.
      </Paragraph>
      {props.mayRead ? (
        <Paragraph>
          <Link href={ERASED_PATH}>Bekijk wat er is gewist</Link> (verklaring van vernietiging).
        </Paragraph>
      ) : null}
    </Page>
  );
}

const COLUMNS: readonly Column<RuleView>[] = [
  {
    header: 'Wat',
    cell: ({ proposed }) => <Link href={`${RETENTION_PATH}/${proposed.id}`}>{capital(proposed.what)}</Link>,
  },
  { header: 'Verwerking', cell: ({ proposed }) => proposed.activity },
  { header: 'Voorstel', cell: ({ proposed }) => `${writePeriod(proposed.period!)} na ${proposed.starts}` },
  {
    header: 'In uw organisatie',
    cell: ({ standing }) =>
      standing?.settled ? (
        <StatusBadge kind="ok" label={writePeriod(standing.settled.period)} />
      ) : (
        <StatusBadge kind="warning" label="Nog niet vastgesteld" />
      ),
  },
  { header: 'Bewaard', kind: 'number', cell: ({ standing }) => <NumberText value={standing?.kept ?? 0} /> },
  { header: 'Weg binnen 30 dagen', kind: 'number', cell: ({ standing }) => <NumberText value={standing?.soon ?? 0} /> },
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
