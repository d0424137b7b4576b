import type { InViewBody } from './in-view-body.ts';

type Body = ReturnType<typeof InViewBody.parse>;
type Cell = string | number | null;

/** One row per figure: registered, estimated, and our own quotient. */
const COLUMNS = [
  ['jaar', 'Jaar', 'Jaar waarover het cijfer gaat.', 'gYear'],
  ['soort', 'Soort', 'geregistreerd, geschat of deel-in-beeld (afgeleid, van 0 tot 1).', 'string'],
  ['reeks', 'Reeks', 'Wie telde; leeg bij een schatting.', 'string'],
  ['laag', 'Laag', 'Ondergrens; leeg als die niet is gepubliceerd.', 'decimal'],
  ['midden', 'Midden', 'Het getal zelf, of het midden van een schatting.', 'decimal'],
  ['hoog', 'Hoog', 'Bovengrens; leeg als die niet is gepubliceerd.', 'decimal'],
  ['zekerheid', 'Zekerheid', 'Hoe wij aan het getal komen.', 'string'],
  ['bron', 'Bron', 'Waar het getal staat.', 'string'],
] as const;
const DEMO_COLUMN = ['merk', 'Merk', 'Voorbeeldgegevens, niet echt.', 'string'] as const;

export const CC0 = 'http://creativecommons.org/publicdomain/zero/1.0/';

function rowsOf(body: Body): readonly Cell[][] {
  return body.jaren.flatMap(({ jaar, geregistreerd, schatting, deelInBeeld }) => [
    ...geregistreerd.map((each) => [
      jaar,
      'geregistreerd',
      each.reeks,
      null,
      each.waarde,
      null,
      each.zekerheid,
      each.bron,
    ]),
    ...(schatting
      ? [[jaar, 'geschat', null, schatting.laag, schatting.midden, schatting.hoog, schatting.zekerheid, schatting.bron]]
      : []),
    ...deelInBeeld.map((each) => [
      jaar,
      'deel-in-beeld',
      each.reeks,
      each.laag,
      each.midden,
      each.hoog,
      each.zekerheid,
      'In Beeld',
    ]),
  ]);
}

const columnsOf = (body: Body) => (body.merk ? [...COLUMNS, DEMO_COLUMN] : COLUMNS);

/** Comma-separated text (RFC 4180), described by `csvMetadata`. A text that a spreadsheet would run starts with a quote mark. */
export function toCsv(body: Body): string {
  const write = (cell: Cell) => {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell);
    const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  const lines = [
    columnsOf(body).map(([name]) => name),
    ...rowsOf(body).map((row) => (body.merk ? [...row, body.merk] : row)),
  ];
  return lines.map((line) => `${line.map(write).join(',')}\r\n`).join('');
}

/** What stands in the CSV, for machines. Source: W3C, Metadata Vocabulary for Tabular Data. */
export function csvMetadata(body: Body): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: 'in-beeld.csv',
    'dc:title': body.titel,
    'dc:identifier': body.id,
    'dc:modified': body.peildatum,
    'dc:license': { '@id': CC0 },
    dialect: { delimiter: ',', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columnsOf(body).map(([name, titles, description, datatype]) => ({
        name,
        titles: [name, titles],
        'dc:description': description,
        datatype,
        required: ['jaar', 'soort', 'zekerheid', 'bron', 'merk'].includes(name),
      })),
    },
  };
}

/** A cube of year by measure; null where no figure was published. Source: JSON-stat 2.0 (json-stat.org). */
export function toJsonStat(body: Body): object {
  const estimate = [
    ['schatting-laag', 'Geschat, laag', 'laag'],
    ['schatting-midden', 'Geschat, midden', 'midden'],
    ['schatting-hoog', 'Geschat, hoog', 'hoog'],
  ] as const;
  const measures: readonly (readonly [string, string])[] = [
    ...body.reeksen.map(({ id, naam }) => [`geregistreerd-${id}`, `Geregistreerd, ${naam}`] as const),
    ...estimate.map(([id, label]) => [id, label] as const),
  ];
  const years = body.jaren.map(({ jaar }) => String(jaar));
  return {
    version: '2.0',
    class: 'dataset',
    label: body.titel,
    source: 'CoMensha, Nationaal Rapporteur, WODC; samengesteld door In Beeld',
    updated: body.peildatum,
    note: [body.methode, ...(body.merk ? [body.merk] : [])],
    id: ['jaar', 'maat'],
    size: [years.length, measures.length],
    role: { time: ['jaar'], metric: ['maat'] },
    dimension: {
      jaar: { label: 'Jaar', category: { index: years } },
      maat: {
        label: 'Maat',
        category: {
          index: measures.map(([id]) => id),
          label: Object.fromEntries(measures),
          unit: Object.fromEntries(measures.map(([id]) => [id, { label: 'personen', decimals: 0 }])),
        },
      },
    },
    value: body.jaren.flatMap(({ geregistreerd, schatting }) => [
      ...body.reeksen.map(({ id }) => geregistreerd.find(({ reeks }) => reeks === id)?.waarde ?? null),
      ...estimate.map(([, , field]) => schatting?.[field] ?? null),
    ]),
  };
}

/** What there is to take away, in the profile of Dutch government catalogues. Source: DCAT-AP-NL 3.0 (Geonovum). */
export function dcatCatalogue(body: Body, base: string): object {
  const authority = 'http://publications.europa.eu/resource/authority';
  const text = (value: string) => ({ '@value': value, '@language': 'nl' });
  const agent = { '@id': `${base}/over`, '@type': 'foaf:Agent', 'foaf:name': text('In Beeld') };
  const contact = {
    '@type': 'vcard:Organization',
    'vcard:fn': 'In Beeld, beheer van het koppelvlak',
    'vcard:hasEmail': { '@id': 'mailto:koppelvlak@in-beeld.invalid' },
  };
  const language = { '@id': `${authority}/language/NLD` };
  const distribution = (file: string, title: string, type: string, mediaType: string) => ({
    '@id': `${base}/open-data/${file}`,
    '@type': 'dcat:Distribution',
    'dct:title': text(title),
    'dcat:accessURL': { '@id': `${base}/open-data` },
    'dcat:downloadURL': { '@id': `${base}/open-data/${file}` },
    'dcat:mediaType': { '@id': `http://www.iana.org/assignments/media-types/${mediaType}` },
    'dct:format': { '@id': `${authority}/file-type/${type}` },
    'dct:license': { '@id': CC0 },
    'dct:language': language,
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      adms: 'http://www.w3.org/ns/adms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${base}/open-data`,
    '@type': 'dcat:Catalog',
    'dct:title': text('Open data van In Beeld'),
    'dct:description': text('Cijfers over mensenhandel in Nederland die iedereen mag gebruiken.'),
    'dct:publisher': agent,
    'dcat:contactPoint': contact,
    'dct:language': language,
    'dct:license': { '@id': CC0 },
    'dcat:dataset': [
      {
        '@id': `${base}/open-data/in-beeld`,
        '@type': 'dcat:Dataset',
        'dct:identifier': body.id,
        'dct:title': text(body.titel),
        'dct:description': text([body.methode, ...(body.merk ? [body.merk] : [])].join(' ')),
        'dct:publisher': agent,
        'dct:creator': agent,
        'dcat:contactPoint': contact,
        'dct:accessRights': { '@id': `${authority}/access-right/PUBLIC` },
        'dcat:theme': [{ '@id': `${authority}/data-theme/JUST` }],
        'dct:language': language,
        'dct:modified': { '@value': body.peildatum, '@type': 'xsd:date' },
        'adms:versionNotes': text('Elke uitgave houdt haar nummer en blijft op te vragen.'),
        'dcat:distribution': [
          distribution('in-beeld.csv', 'Per jaar, als CSV', 'CSV', 'text/csv'),
          distribution('in-beeld.jsonstat.json', 'Per jaar, als JSON-stat', 'JSON', 'application/json'),
        ],
      },
    ],
  };
}
