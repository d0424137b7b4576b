import type { Translated } from '../../../shared-kernel/language.ts';
import { MONITOR_REGIONS, type MonitorRegion } from '../domain/monitor-filter.ts';
import { ANCHORED_VALUES, REGION_FIELDS, REGION_NAMES, STATE_VALUES, TREND_VALUES } from '../ui/monitor-words.ts';
import { MONITOR_ELEMENTS } from '../use-cases/monitor.ts';

/** What everybody may know, or what who may see the monitor may know. */
export type Version = 'openbaar' | 'volledig';

export const SOURCE = 'In Beeld, opgave van gemeenten';
export const UNCERTAINTY = 'dit is een eigen opgave, niemand keek die na';

export const TITLES: Readonly<Record<'data' | 'trend', Translated<string>>> = {
  data: {
    nl: 'De aanpak van mensenhandel per gemeente en onderdeel',
    en: 'The approach to human trafficking by municipality and element',
  },
  trend: {
    nl: 'Het verloop van de aanpak van mensenhandel in gemeenten',
    en: 'The approach to human trafficking in municipalities through time',
  },
};

const SAID = {
  nl: `${SOURCE}; ${UNCERTAINTY}.`,
  en: 'In Beeld, from what municipalities say themselves; nobody checked it.',
};

export const VERSIONS: Readonly<Record<Version, Translated<string>>> = {
  openbaar: {
    nl: `${SAID.nl} Openbare versie: vaststelling en borging van gemeenten die dat openbaar maken; bij de andere staat niet-gepubliceerd.`,
    en: `${SAID.en} Public version: adoption and anchoring of municipalities that publish it; the others say niet-gepubliceerd.`,
  },
  volledig: {
    nl: `${SAID.nl} Volledige versie, voor wie de monitor mag zien.`,
    en: `${SAID.en} Complete version, for who may see the monitor.`,
  },
};

export const TREND_VERSIONS: Readonly<Record<Version, Translated<string>>> = {
  openbaar: {
    nl: `${SAID.nl} Openbare versie: geteld over de gemeenten die hun aanpak vandaag openbaar maken, met naam te zien in data.csv.`,
    en: `${SAID.en} Public version: counted over the municipalities that publish today, to be seen by name in data.csv.`,
  },
  volledig: {
    nl: `${SAID.nl} Volledige versie: geteld over de gemeenten die er op elke dag waren.`,
    en: `${SAID.en} Complete version: counted over the municipalities that existed on each day.`,
  },
};

const REGIONS_IN_ENGLISH: Readonly<Record<MonitorRegion, string>> = {
  province: 'province',
  'police-unit': 'police unit',
  'safety-region': 'safety region',
};

const oneOf = (values: readonly string[]): Translated<string> => ({
  nl: `Een van deze: ${values.map((value) => `«${value}»`).join(', ')}.`,
  en: `One of these: ${values.map((value) => `«${value}»`).join(', ')}.`,
});

/** What one can put behind the address of a file, with what each takes. */
export const FILTERS: readonly { readonly name: string; readonly about: Translated<string> }[] = [
  { name: 'onderdeel', about: oneOf(MONITOR_ELEMENTS.map(({ id }) => id)) },
  ...MONITOR_REGIONS.map((kind) => ({
    name: REGION_FIELDS[kind],
    about: {
      nl: `De code van een ${REGION_NAMES[kind].one}, of «onbekend» voor gemeenten waarvan geen bron het zegt.`,
      en: `The code of a ${REGIONS_IN_ENGLISH[kind]}, or «onbekend» for municipalities of which there is no source.`,
    },
  })),
  { name: 'stand', about: oneOf(Object.values(STATE_VALUES)) },
  { name: 'borging', about: oneOf(Object.values(ANCHORED_VALUES)) },
  {
    name: 'naam',
    about: {
      nl: 'Een deel van de naam van de gemeente; hoofdletters en accenten maken niet uit.',
      en: 'A part of the name of the municipality; capitals and accents make no difference.',
    },
  },
  { name: 'trend', about: oneOf(Object.values(TREND_VALUES)) },
  {
    name: 'versie',
    about: {
      nl: 'Met «openbaar» ziet u wat iedereen ziet, ook als u bent ingelogd.',
      en: 'With «openbaar» you see what everybody sees, also when you are signed in.',
    },
  },
];
