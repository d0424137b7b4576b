import type { OpenColumn } from '../../../platform/open-data/open-table.ts';
import type { Translated } from '../../../shared-kernel/language.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { POLICY_ELEMENT } from '../domain/adoption.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import type { MonitorRegion } from '../domain/monitor-filter.ts';
import { ANCHORED_VALUES, STATE_VALUES } from '../ui/monitor-words.ts';
import type { MonitorElement, MonitorRow } from '../use-cases/monitor.ts';

const NOT_PUBLISHED = 'niet-gepubliceerd';

/** One row of the data: a municipality and an element. */
export interface DataRow {
  readonly row: MonitorRow;
  readonly element: MonitorElement;
  readonly today: PlainDate;
  /** What this reader may know of it: everything, what the municipality published itself, or that it does not publish. */
  readonly seen: 'all' | 'published' | 'nothing';
}

/** The element as this reader may know it; undefined when nothing may be told. */
export function knownToReader({ row, element, seen }: DataRow) {
  if (seen === 'nothing') return undefined;
  const found = row.element(element.id);
  return seen === 'all' || found.publicFact === undefined ? found : undefined;
}

function region(kind: MonitorRegion, name: string, title: Translated<string>): readonly OpenColumn<DataRow>[] {
  const unknown = {
    nl: 'Leeg als geen bron zegt bij welke deze gemeente hoort.',
    en: 'Empty when there is no source that says which one.',
  };
  return [
    {
      name: `${name}code`,
      title: { nl: `Code van de ${title.nl}`, en: `Code of the ${title.en}` },
      description: {
        nl: `Code van de ${title.nl} waar de gemeente op de peildatum bij hoort. ${unknown.nl}`,
        en: `Code of the ${title.en} that the municipality belongs to on the reference date. ${unknown.en}`,
      },
      datatype: 'string',
      cell: ({ row }) => row.regions[kind]?.code ?? null,
    },
    {
      name,
      title: { nl: `Naam van de ${title.nl}`, en: `Name of the ${title.en}` },
      description: { nl: `Naam van de ${title.nl}. ${unknown.nl}`, en: `Name of the ${title.en}. ${unknown.en}` },
      datatype: 'string',
      cell: ({ row }) => row.regions[kind]?.name ?? null,
    },
  ];
}

/** Which element a row is about: the same two columns in every table of the monitor. */
export function elementColumns<Row extends { readonly element: MonitorElement }>(): readonly OpenColumn<Row>[] {
  return [
    {
      name: 'onderdeel',
      title: { nl: 'Onderdeel', en: 'Element' },
      description: {
        nl: `Code van het onderdeel van de aanpak, bijvoorbeeld ${POLICY_ELEMENT}. ${ANCHORING_ELEMENT} is borging: de tien toetsen samen, berekend uit wat de gemeente vastlegde. De codes zijn een uitwerking van In Beeld.`,
        en: `Code of the element of the approach, such as ${POLICY_ELEMENT}. ${ANCHORING_ELEMENT} is anchoring: ten tests together, computed from what the municipality recorded. In Beeld made these codes.`,
      },
      datatype: 'string',
      required: true,
      cell: ({ element }) => element.id,
    },
    {
      name: 'onderdeelnaam',
      title: { nl: 'Naam van het onderdeel', en: 'Name of the element' },
      description: {
        nl: 'Wat het onderdeel inhoudt, in een paar woorden.',
        en: 'What the element is about, in a few Dutch words.',
      },
      datatype: 'string',
      required: true,
      cell: ({ element }) => element.title,
    },
  ];
}

const STATES: Readonly<Record<string, Translated<string>>> = {
  [STATE_VALUES.arranged]: {
    nl: 'De gemeente gaf op dat dit is geregeld, en de einddatum is nog niet in zicht.',
    en: 'The municipality says that this is in place, and its end is not in sight.',
  },
  [STATE_VALUES.regional]: {
    nl: 'De gemeente gaf op dat de regio dit regelt, en de einddatum is nog niet in zicht.',
    en: 'The municipality says that its region takes care of this, and its end is not in sight.',
  },
  [STATE_VALUES.lapsing]: {
    nl: 'Geregeld, door de gemeente of de regio, en het loopt binnen 90 dagen na de peildatum af.',
    en: 'In place, by the municipality or its region, and it ends within 90 days of the reference date.',
  },
  [STATE_VALUES.lapsed]: {
    nl: 'Het was geregeld; de einddatum is voorbij of de regio trok haar deel in.',
    en: 'It was in place; its end has passed, or the region withdrew its part.',
  },
  [STATE_VALUES['public-source']]: {
    nl: 'De gemeente gaf niets op. De VNG vond iets in een openbare bron; de gemeente bevestigde dat niet.',
    en: 'The municipality said nothing. The VNG found something in a public source; the municipality did not confirm it.',
  },
  [STATE_VALUES.unknown]: {
    nl: 'De gemeente gaf niets op. Dat betekent niet dat er niets is.',
    en: 'The municipality said nothing. That does not mean that there is nothing.',
  },
  [NOT_PUBLISHED]: {
    nl: 'De gemeente koos er niet voor dat iedereen dit mag zien. Alleen in de openbare versie.',
    en: 'The municipality did not choose to let everybody see this. In the public version only.',
  },
};

/** The one list of columns: of the CSV, the JSON, their description for machines, and the page that explains them. */
export const MONITOR_COLUMNS: readonly OpenColumn<DataRow>[] = [
  {
    name: 'gemeentecode',
    title: { nl: 'Gemeentecode', en: 'Municipality code' },
    description: {
      nl: 'Code van de gemeente volgens het CBS, bijvoorbeeld GM0014.',
      en: 'Code of the municipality by Statistics Netherlands, such as GM0014.',
    },
    datatype: 'string',
    required: true,
    cell: ({ row }) => row.municipality.code,
  },
  {
    name: 'gemeente',
    title: { nl: 'Gemeente', en: 'Municipality' },
    description: {
      nl: 'Naam van de gemeente op de peildatum.',
      en: 'Name of the municipality on the reference date.',
    },
    datatype: 'string',
    required: true,
    cell: ({ row }) => row.municipality.name,
  },
  ...region('province', 'provincie', { nl: 'provincie', en: 'province' }),
  ...region('police-unit', 'politieEenheid', { nl: 'politie-eenheid', en: 'police unit' }),
  ...region('safety-region', 'veiligheidsregio', { nl: 'veiligheidsregio', en: 'safety region' }),
  ...elementColumns(),
  {
    name: 'stand',
    title: { nl: 'Stand', en: 'State' },
    description: {
      nl: 'Hoe het onderdeel er op de peildatum voor staat. Berekend uit de datums, en nergens opgeslagen.',
      en: 'How the element stands on the reference date. Computed from the dates, and stored nowhere.',
    },
    datatype: 'string',
    required: true,
    values: STATES,
    cell: (data) => (data.seen === 'nothing' ? NOT_PUBLISHED : STATE_VALUES[knownToReader(data)?.state ?? 'unknown']),
  },
  {
    name: 'besluitdatum',
    title: { nl: 'Besluitdatum', en: 'Date of decision' },
    description: {
      nl: 'Dag van het besluit, of van de opgave als er geen besluit is. Zo oud is het. Leeg als er niets bekend is.',
      en: 'Day of the decision, or of the statement when there is none. That is how old it is. Empty when nothing is known.',
    },
    datatype: 'date',
    cell: (data) => knownToReader(data)?.decidedOn ?? null,
  },
  {
    name: 'vervaldatum',
    title: { nl: 'Vervaldatum', en: 'End date' },
    description: {
      nl: 'Vanaf deze dag geldt het niet meer. Leeg als er niets bekend is, of als een openbare bron geen einde noemt.',
      en: 'From this day on it no longer holds. Empty when nothing is known, or when a public source names no end.',
    },
    datatype: 'date',
    cell: (data) => knownToReader(data)?.lapsesOn ?? null,
  },
  {
    name: 'bewijs',
    title: { nl: 'Bewijs', en: 'Evidence' },
    description: {
      nl: 'Waaruit het blijkt, volgens de gemeente. Leeg als de gemeente niets opgaf.',
      en: 'What shows it, in the words of the municipality. Empty when the municipality said nothing.',
    },
    datatype: 'string',
    values: {
      opgave: { nl: 'Alleen de opgave van de gemeente.', en: 'Only what the municipality says.' },
      besluit: { nl: 'Een besluit, met naam.', en: 'A decision, by name.' },
      'besluit-met-vindplaats': {
        nl: 'Een besluit dat op internet staat.',
        en: 'A decision that can be read on the internet.',
      },
      'besluit-met-document': {
        nl: 'Een besluit met het document erbij, dat in de gemeente blijft.',
        en: 'A decision with its document, which stays with the municipality.',
      },
      regio: { nl: 'De regio regelt het.', en: 'The region takes care of it.' },
    },
    cell: (data) => knownToReader(data)?.evidenceKind ?? null,
  },
  {
    name: 'vastgesteldDoor',
    title: { nl: 'Vastgesteld door', en: 'Adopted by' },
    description: {
      nl: `Welk orgaan besloot. Alleen bij ${POLICY_ELEMENT}; leeg als dat niet is opgegeven. Nooit de naam van een mens.`,
      en: `Which body decided. Only for ${POLICY_ELEMENT}; empty when that is not known. Never the name of a person.`,
    },
    datatype: 'string',
    values: {
      'b-en-w': { nl: 'Het college van burgemeester en wethouders.', en: 'The mayor and aldermen.' },
      burgemeester: { nl: 'De burgemeester.', en: 'The mayor.' },
      raad: { nl: 'De gemeenteraad.', en: 'The council.' },
      mandaat: {
        nl: 'Een ander, met een mandaat van de gemeente.',
        en: 'Another, with a mandate of the municipality.',
      },
    },
    cell: (data) => knownToReader(data)?.adoptingBody ?? null,
  },
  {
    name: 'vindplaats',
    title: { nl: 'Vindplaats', en: 'Address' },
    description: {
      nl: 'Adres op internet waar iedereen het kan lezen. Leeg als dat niet is opgegeven.',
      en: 'Where everybody can read it on the internet. Empty when that is not known.',
    },
    datatype: 'string',
    cell: (data) => knownToReader(data)?.link ?? null,
  },
  {
    name: 'bron',
    title: { nl: 'Bron', en: 'Source' },
    description: { nl: 'Wie het zegt. Leeg als niemand iets zegt.', en: 'Who says so. Empty when nobody does.' },
    datatype: 'string',
    values: {
      gemeente: { nl: 'De gemeente zelf. Niemand keek het na.', en: 'The municipality itself. Nobody checked it.' },
      'openbare-bron': {
        nl: 'De VNG, uit een openbare bron. Niet bevestigd door de gemeente.',
        en: 'The VNG, from a public source. Not confirmed by the municipality.',
      },
    },
    cell: (data) => {
      const found = knownToReader(data);
      return found?.publicFact ? 'openbare-bron' : found?.how ? 'gemeente' : null;
    },
  },
  {
    name: 'borging',
    title: { nl: 'Borging', en: 'Anchoring' },
    description: {
      nl: 'Of de hele aanpak van de gemeente op de peildatum is geborgd. Leeg als de gemeente dat niet openbaar maakt.',
      en: 'Whether the whole approach of the municipality is anchored on the reference date. Empty when it does not publish that.',
    },
    datatype: 'string',
    values: {
      [ANCHORED_VALUES.anchored]: { nl: 'Alle tien toetsen zijn gehaald.', en: 'All ten tests are passed.' },
      [ANCHORED_VALUES.lapsed]: {
        nl: 'De aanpak was geborgd en is dat niet meer.',
        en: 'The approach was anchored and no longer is.',
      },
      [ANCHORED_VALUES.not]: {
        nl: 'Niet alle toetsen zijn gehaald, of de gemeente legde te weinig vast om dat te zeggen.',
        en: 'Not all tests are passed, or the municipality recorded too little to tell.',
      },
    },
    cell: ({ row, seen }) => (seen === 'nothing' ? null : ANCHORED_VALUES[row.anchored]),
  },
  {
    name: 'peildatum',
    title: { nl: 'Peildatum', en: 'Reference date' },
    description: { nl: 'De dag waarvoor dit is berekend.', en: 'The day for which this is computed.' },
    datatype: 'date',
    required: true,
    cell: ({ today }) => today,
  },
];
