import { CC0, type Cell, csvOf } from '../../../platform/open-data/open-table.ts';
import type { InViewBody } from './in-view-body.ts';

type Body = ReturnType<typeof InViewBody.parse>;

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

/** One line per figure, described by `csvMetadata`. */
export function toCsv(body: Body): string {
  return csvOf([
    columnsOf(body).map(([name]) => name),
    ...rowsOf(body).map((row) => (body.merk ? [...row, body.merk] : row)),
  ]);
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
