import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { InViewEdition } from './in-view-page.tsx';

const FILES = [
  { href: '/open-data/in-beeld.csv', name: 'CSV', about: 'Een rij per cijfer, met bron. Voor een rekenblad.' },
  {
    href: '/open-data/in-beeld.csv-metadata.json',
    name: 'Uitleg bij de CSV',
    about: 'Wat er in elke kolom staat, als CSVW.',
  },
  {
    href: '/open-data/in-beeld.jsonstat.json',
    name: 'JSON-stat',
    about: 'Jaar tegen maat. Voor statistische software.',
  },
  { href: '/cijfers.json', name: 'JSON', about: 'Alles wat op de bladzijde staat, ook de citaten.' },
  { href: '/api/v1/cijfers/in-beeld', name: 'API', about: 'Hetzelfde, via het koppelvlak.' },
  { href: '/open-data/catalogus.jsonld', name: 'Catalogus', about: 'Wat er is, als DCAT-AP-NL in JSON-LD.' },
] as const;

/** What everybody may take away, and under which terms. */
export function OpenDataPage(props: { frame: PageFrame; edition: InViewEdition }) {
  const number = `${props.edition.id}.${props.edition.version}`;
  return (
    <Page
      frame={props.frame}
      title="Open data"
      breadcrumbs={[{ href: '/cijfers', label: 'Cijfers' }]}
      lead="Deze cijfers mag u gebruiken, kopiëren en bewerken. Noem jaar en bron, dan kan iedereen het nakijken."
    >
      <Heading level={2}>Geregistreerd en geschat, per jaar</Heading>
      <Table
        caption="Bestanden"
        rows={FILES}
        rowKey={({ href }) => href}
        columns={[
          { header: 'Bestand', cell: ({ href, name }) => <Link href={href}>{name}</Link> },
          { header: 'Wat het is', cell: ({ about }) => about },
        ]}
      />
      <Heading level={2}>Voorwaarden</Heading>
      <BulletList
        items={[
          'De cijfers zijn van de genoemde bronnen. Onze samenstelling is vrij van rechten: CC0 1.0.',
          'Er staan geen personen in. Er staan geen aantallen per gemeente in.',
          <>
            Deze uitgave heeft nummer <code>{number}</code>. Zij verandert niet. Vraag haar later op met{' '}
            <Link href={`/open-data/in-beeld.csv?uitgave=${number}`}>haar nummer in het adres</Link>.
          </>,
        ]}
      />
      <Paragraph>
        Terug naar <Link href="/cijfers">de uitleg bij deze cijfers</Link>.
      </Paragraph>
    </Page>
  );
}
