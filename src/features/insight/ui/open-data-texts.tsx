import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';

/** Where the list of editions stands on the page of open data. */
export const EDITIONS = 'uitgaven';

interface OpenFile {
  readonly href: string;
  readonly name: string;
  readonly about: string;
}

const NL = {
  title: 'Open data',
  figures: 'Cijfers',
  lead: 'Deze cijfers mag u gebruiken, kopiëren en bewerken. Noem jaar en bron, dan kan iedereen het nakijken.',
  perYear: 'Geregistreerd en geschat, per jaar',
  files: 'Bestanden',
  file: 'Bestand',
  what: 'Wat het is',
  fileList: [
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
  ] as readonly OpenFile[],
  editions: 'Alle uitgaven',
  editionList: 'Uitgaven van deze cijfers; geen ervan verandert nog',
  number: 'Nummer',
  from: 'Geldt vanaf',
  state: 'Stand',
  now: 'Geldt nu',
  earlier: 'Eerder',
  terms: 'Voorwaarden',
  termList: [
    'De cijfers zijn van de genoemde bronnen. Onze samenstelling is vrij van rechten: CC0 1.0.',
    'Er staan geen personen in. Er staan geen aantallen per gemeente in.',
  ],
  edition: (number: ComponentChildren, link: (words: string) => ComponentChildren): ComponentChildren => (
    <>
      Deze uitgave heeft nummer {number}. Zij verandert niet. Vraag haar later op met {link('haar nummer in het adres')}
      .
    </>
  ),
  registered: (link: (words: string) => ComponentChildren): ComponentChildren => (
    <>Ook open: {link('geregistreerde aantallen naar politie-eenheid, vorm en leeftijd')}, met elke uitgave.</>
  ),
  more: (link: (words: string) => ComponentChildren): ComponentChildren => (
    <>Ook open: {link('hoe de aanpak er in elke gemeente voor staat')}, met uitleg van elke kolom.</>
  ),
  back: (link: (words: string) => ComponentChildren): ComponentChildren => (
    <>Terug naar {link('de uitleg bij deze cijfers')}.</>
  ),
};

/** What the page of open data says. */
export const OPEN_DATA_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'Open data',
    figures: 'Figures',
    lead: 'You may use, copy and change these figures. Mention year and source, so that everybody can check.',
    perYear: 'Registered and estimated, per year',
    files: 'Files',
    file: 'File',
    what: 'What it is',
    fileList: [
      {
        href: '/open-data/in-beeld.csv',
        name: 'CSV',
        about: 'One row per figure, with its source. For a spreadsheet.',
      },
      {
        href: '/open-data/in-beeld.csv-metadata.json',
        name: 'About the CSV',
        about: 'What each column holds, as CSVW.',
      },
      {
        href: '/open-data/in-beeld.jsonstat.json',
        name: 'JSON-stat',
        about: 'Year by measure. For statistical software.',
      },
      { href: '/en/figures.json', name: 'JSON', about: 'Everything on the page, also the quotations.' },
      { href: '/api/v1/cijfers/in-beeld', name: 'API', about: 'The same, for other systems.' },
      { href: '/open-data/catalogus.jsonld', name: 'Catalogue', about: 'What there is, as DCAT-AP-NL in JSON-LD.' },
    ],
    editions: 'All editions',
    editionList: 'Editions of these figures; none of them changes any more',
    number: 'Number',
    from: 'Holds from',
    state: 'State',
    now: 'Holds now',
    earlier: 'Earlier',
    terms: 'Terms',
    termList: [
      'The figures are of the sources that are named. Our compilation is free of rights: CC0 1.0.',
      'There are no persons in it, and no numbers per municipality.',
      'The names of columns and fields are in Dutch.',
    ],
    edition: (number, link) => (
      <>
        This edition has number {number}. It does not change. You can ask for it later with{' '}
        {link('its number in the address')}.
      </>
    ),
    registered: (link) => (
      <>Also open: {link('registered numbers by police unit, form and age')}, with every edition.</>
    ),
    more: (link) => (
      <>Also open: {link('how the approach stands in every municipality')}, with every column explained.</>
    ),
    back: (link) => <>Back to {link('what these figures mean')}.</>,
  },
};
