import { CC0 } from '../../../platform/open-data/open-table.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { ReleasedEdition } from '../domain/release/edition.ts';
import type { InViewBody } from './in-view-body.ts';
import { METHOD } from './registered-body.ts';

type InView = ReturnType<typeof InViewBody.parse>;

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const text = (value: string) => ({ '@value': value, '@language': 'nl' });
const typed = (type: string, id: string) => ({ '@id': id, '@type': type });
const LANGUAGE = typed('dct:LinguisticSystem', `${AUTHORITY}/language/NLD`);
const LICENCE = typed('dct:LicenseDocument', CC0);
const OPEN = typed('dct:RightsStatement', `${AUTHORITY}/access-right/PUBLIC`);
const JUSTICE = [
  {
    ...typed('skos:Concept', `${AUTHORITY}/data-theme/JUST`),
    'skos:prefLabel': { '@value': 'Justice, legal system and public safety', '@language': 'en' },
  },
];

/**
 * What there is to take away, in the profile of Dutch government catalogues. Source: DCAT-AP-NL 3.0 (Geonovum). Values of
 * authority lists carry their class, so that a validator needs no list of its own.
 */
export function dcatCatalogue(body: InView, base: string, released?: ReleasedEdition): object {
  const agent = { '@id': `${base}/over`, '@type': 'foaf:Agent', 'foaf:name': text('In Beeld') };
  const contact = {
    '@id': `${base}/open-data#contact`,
    '@type': ['vcard:Kind', 'vcard:Organization'],
    'vcard:fn': 'In Beeld, beheer van het koppelvlak',
    'vcard:hasEmail': { '@id': 'mailto:koppelvlak@in-beeld.invalid' },
  };
  const distribution = (file: string, query: string, title: string, type: string, mediaType: string) => ({
    '@id': `${base}/open-data/${file}${query}`,
    '@type': 'dcat:Distribution',
    'dct:title': text(title),
    'dcat:accessURL': { '@id': `${base}/open-data` },
    'dcat:downloadURL': { '@id': `${base}/open-data/${file}${query}` },
    'dcat:mediaType': typed('dct:MediaType', `http://www.iana.org/assignments/media-types/${mediaType}`),
    'dct:format': typed('dct:MediaTypeOrExtent', `${AUTHORITY}/file-type/${type}`),
    'dct:license': LICENCE,
    'dct:language': LANGUAGE,
  });
  const dataset = (name: string, facts: DatasetFacts) => ({
    '@id': `${base}/open-data/${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': facts.id,
    'dct:title': text(facts.title),
    'dct:description': text([facts.method, ...(body.merk ? [body.merk] : [])].join(' ')),
    'dct:publisher': agent,
    'dct:creator': agent,
    'dcat:contactPoint': contact,
    'dct:accessRights': OPEN,
    'dcat:theme': JUSTICE,
    'dct:language': LANGUAGE,
    'dct:modified': { '@value': facts.on, '@type': 'xsd:date' },
    'adms:versionNotes': text('Elke uitgave houdt haar nummer en blijft op te vragen.'),
    'dcat:distribution': [
      distribution(`${name}.csv`, facts.query, 'Als CSV', 'CSV', 'text/csv'),
      distribution(`${name}.jsonstat.json`, facts.query, 'Als JSON-stat', 'JSON', 'application/json'),
    ],
  });
  const datasets = [
    dataset('in-beeld', { id: body.id, title: body.titel, method: body.methode, on: body.peildatum, query: '' }),
    ...(released
      ? [
          dataset('geregistreerd', {
            id: released.reference,
            title: released.title,
            method: METHOD,
            on: dutchDay(released.releasedAt),
            query: `?uitgave=${released.reference}`,
          }),
        ]
      : []),
  ];
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      adms: 'http://www.w3.org/ns/adms#',
      skos: 'http://www.w3.org/2004/02/skos/core#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${base}/open-data`,
    '@type': 'dcat:Catalog',
    'dct:title': text('Open data van In Beeld'),
    'dct:description': text('Cijfers over mensenhandel in Nederland die iedereen mag gebruiken.'),
    'dct:publisher': agent,
    'dcat:contactPoint': contact,
    'dct:language': LANGUAGE,
    'dct:license': LICENCE,
    'dcat:dataset': datasets,
    'dcat:service': [
      {
        '@id': `${base}/api/v1`,
        '@type': 'dcat:DataService',
        'dct:identifier': `${base}/api/v1`,
        'dct:title': text('Koppelvlak van In Beeld'),
        'dct:description': text('Dezelfde cijfers, via een REST-koppelvlak. Voor open gegevens is geen token nodig.'),
        'dcat:endpointURL': { '@id': `${base}/api/v1` },
        'dcat:endpointDescription': { '@id': `${base}/api/v1/openapi.json` },
        'dct:publisher': agent,
        'dcat:contactPoint': contact,
        'dct:accessRights': OPEN,
        'dct:license': LICENCE,
        'dcat:theme': JUSTICE,
        'dcat:servesDataset': datasets.map((each) => ({ '@id': each['@id'] })),
      },
    ],
  };
}

interface DatasetFacts {
  readonly id: string;
  readonly title: string;
  readonly method: string;
  readonly on: string;
  /** Names the edition in the address of its files. */
  readonly query: string;
}
