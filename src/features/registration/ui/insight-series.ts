import type { ListSource } from '../../../shared-kernel/list-source.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import { REPORTER_WORDS } from './registration-words.ts';

/** The police unit of each region of a registration; the national unit has none. */
const UNITS = {
  'noord-nederland': 'PE01',
  'oost-nederland': 'PE02',
  'midden-nederland': 'PE03',
  'noord-holland': 'PE04',
  amsterdam: 'PE05',
  'den-haag': 'PE06',
  rotterdam: 'PE07',
  'zeeland-west-brabant': 'PE08',
  'oost-brabant': 'PE09',
  limburg: 'PE10',
} as const;

/** Registrations that the national register received, by who reported: for the count of the nation. */
export const REGISTERED_TREND: TrendSeries = {
  id: 'aanmeldingen',
  view: 'registration.insight_received',
  title: 'Aanmeldingen bij het register',
  kindsTitle: 'Wie aanmeldde',
  source: 'In Beeld, het landelijke register',
  meaning:
    'Een aanmelding telt bij wie haar deed; wie door twee is aangemeld, staat er twee keer in. Meer aanmeldingen betekent dat meer mensen in beeld komen. Het betekent niet dat er meer mensenhandel is. Landelijke en onbekende plaatsen staan bij onbekend.',
  unitOfArea: UNITS,
  kinds: [
    ...Object.entries(REPORTER_WORDS).map(([id, name]) => ({ id, name })),
    { id: 'KMAR_SUB3', name: 'Marechaussee, artikel 273f onder 3' },
    { id: 'ABROAD', name: 'Alleen in het buitenland uitgebuit' },
  ],
};

/** The lists of the national register by who reported, for its own analyst. */
export const REGISTER_LISTS: ListSource = {
  view: 'registration.own_lists',
  source: 'In Beeld, het landelijke register',
  names: REPORTER_WORDS,
};
