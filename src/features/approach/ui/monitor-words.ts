import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import type { AnchoredState, MonitorRegion } from '../domain/monitor-filter.ts';
import type { MonitorState } from '../domain/monitor-state.ts';
import type { TrendStep } from '../domain/standing-trend.ts';
import { STATES, sayState } from './states.ts';

/** The names in the address of what the monitor is filtered on; the same on the page, in the files and in the API. */
export const REGION_FIELDS: Readonly<Record<MonitorRegion, string>> = {
  province: 'provincie',
  'police-unit': 'politieEenheid',
  'safety-region': 'veiligheidsregio',
};

/** What people call a kind of region, one and all of them. */
export const REGION_NAMES: Readonly<Record<MonitorRegion, { readonly one: string; readonly all: string }>> = {
  province: { one: 'provincie', all: 'Alle provincies' },
  'police-unit': { one: 'politie-eenheid', all: 'Alle politie-eenheden' },
  'safety-region': { one: 'veiligheidsregio', all: 'Alle veiligheidsregio’s' },
};

/** How a state is written in an address and in data. */
export const STATE_VALUES: Readonly<Record<MonitorState, string>> = {
  arranged: 'geregeld',
  regional: 'regionaal',
  lapsing: 'loopt-af',
  lapsed: 'vervallen',
  'public-source': 'openbare-bron',
  unknown: 'niet-bekend',
};

export const ANCHORED_VALUES: Readonly<Record<AnchoredState, string>> = {
  anchored: 'geborgd',
  lapsed: 'vervallen',
  not: 'niet-geborgd',
};

/** What people read. */
export const ANCHORED_NAMES: Readonly<Record<AnchoredState, string>> = {
  anchored: 'Geborgd',
  lapsed: 'Borging vervallen',
  not: 'Geen borging bekend',
};

/** The order of the table: by name, what ends first, or the oldest decision first. */
export const ORDERS = { naam: 'Naam', einddatum: 'Wat het eerst afloopt', oudste: 'Oudste besluit eerst' } as const;
export type Order = keyof typeof ORDERS;

export const TREND_VALUES: Readonly<Record<TrendStep, string>> = { quarter: 'kwartaal', year: 'jaar' };

export interface NamedElement {
  readonly id: string;
  readonly title: string;
}

/** What a state of this element is called: the tests of anchoring are not arranged but passed. */
export function labelOf(element: string, state: MonitorState): string {
  if (element !== ANCHORING_ELEMENT) return STATES[state].label;
  const names: Partial<Record<MonitorState, string>> = {
    arranged: ANCHORED_NAMES.anchored,
    lapsed: ANCHORED_NAMES.lapsed,
    unknown: ANCHORED_NAMES.not,
  };
  return names[state] ?? STATES[state].label;
}

/** The state with its date, as one reads it aloud: of a tile, and of one's own municipality. */
export function sayStanding(element: string, state: MonitorState, lapsesOn: PlainDate | undefined): string {
  if (element !== ANCHORING_ELEMENT || !lapsesOn) {
    return element === ANCHORING_ELEMENT ? 'geen borging bekend' : sayState(state, lapsesOn);
  }
  return state === 'lapsed'
    ? `borging vervallen op ${writeDutchDate(lapsesOn)}`
    : `geborgd tot ${writeDutchDate(lapsesOn)}`;
}

/** '3 van de 12 gemeenten', and '1 van 1 gemeente'. */
export function outOf(count: number, all: number): string {
  return all === 1 ? `${count} van 1 gemeente` : `${count} van de ${all} gemeenten`;
}

/** What the municipalities have or have not, after "… van de … gemeenten". */
export function sayHolding({ id, title }: NamedElement, holds: number, all: number, where: string): string {
  const municipalities = `${outOf(holds, all)}${where}`;
  if (id === ANCHORING_ELEMENT) return `Bij ${municipalities} is de aanpak geborgd, volgens wat zij vastlegden`;
  if (id === FOCAL_POINT_ELEMENT)
    return `${municipalities} ${all === 1 ? 'gaf op dat zij een aandachtsfunctionaris met vervanger heeft' : 'gaven op dat zij een aandachtsfunctionaris met vervanger hebben'}`;
  return `${municipalities} ${all === 1 ? 'gaf' : 'gaven'} op dat dit is geregeld: ${withinSentence(title)}`;
}

/** How long ago a day is, in whole months or, from a year on, in whole years. */
export function sayAge(since: PlainDate, today: PlainDate): string {
  if (since > today) return 'begint nog';
  const [year, month, day] = since.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = today.split('-').map(Number) as [number, number, number];
  const months = (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0);
  if (months < 1) return 'minder dan een maand';
  if (months < 12) return months === 1 ? '1 maand' : `${months} maanden`;
  return `${Math.floor(months / 12)} jaar`;
}
