import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { type Filtered, MONITOR_REGIONS, type MonitorFilter, type MonitorRegion } from '../domain/monitor-filter.ts';
import type { TrendPoint, TrendStep } from '../domain/standing-trend.ts';
import type { KnownRegions } from './monitor-filter-form.tsx';
import type { TableRow } from './monitor-table.tsx';
import { ANCHORED_NAMES, labelOf, type NamedElement, REGION_FIELDS, REGION_NAMES } from './monitor-words.ts';

/** One municipality of the country. */
export interface MonitorViewRow extends TableRow {
  readonly municipality: TableRow['municipality'] & {
    readonly provinceCode: string;
    readonly hexagon: { readonly q: number; readonly r: number };
  };
}

/** Gives the address of the same view with some of it changed; '' leaves a part out. */
export type HrefWith = (changes: Readonly<Record<string, string>>) => string;

/** What the monitor shows: the country, which part of it is asked for, and one page of the table. */
export interface MonitorView {
  readonly elements: readonly NamedElement[];
  readonly element: NamedElement;
  /** Every municipality. */
  readonly rows: readonly MonitorViewRow[];
  /** Those in the chosen regions, with the chosen name. */
  readonly area: readonly MonitorViewRow[];
  /** Those that are asked for, in the order of the table. */
  readonly shown: readonly MonitorViewRow[];
  /** The part of `shown` on this page. */
  readonly onPage: readonly MonitorViewRow[];
  readonly page: number;
  readonly pages: number;
  readonly filtered: readonly Filtered[];
  readonly filter: MonitorFilter;
  readonly regions: KnownRegions;
  readonly isSideBySide: boolean;
  readonly step: TrendStep;
  readonly trend: readonly TrendPoint[];
  readonly values: FieldValues;
  readonly errors: FieldErrors;
}

/** '12 gemeenten'. */
export const counted = (count: number) => `${count} ${count === 1 ? 'gemeente' : 'gemeenten'}`;

/** Everything that makes the list shorter, left out. */
export const CLEARED = {
  ...Object.fromEntries(Object.values(REGION_FIELDS).map((name) => [name, ''])),
  stand: '',
  borging: '',
  naam: '',
  pagina: '',
};

function regionName(view: MonitorView, kind: MonitorRegion): string | undefined {
  const code = view.filter.regions[kind];
  if (code === undefined) return undefined;
  const { one } = REGION_NAMES[kind];
  const known = view.regions[kind].find((region) => region.code === code);
  return known ? `${one} ${known.name}` : `onbekende ${one}`;
}

/** ' in provincie Groningen', for the regions that are chosen. */
export function sayRegions(view: MonitorView): string {
  const names = MONITOR_REGIONS.map((kind) => regionName(view, kind)).filter((name) => name !== undefined);
  return names.length > 0 ? ` in ${names.join(' en ')}` : '';
}

/** The same, with the name that is asked for. */
export function sayWhere(view: MonitorView): string {
  return `${sayRegions(view)}${view.filter.name ? ` met «${view.filter.name}» in de naam` : ''}`;
}

/** What is asked for, in words: 'provincie Groningen, stand Vervallen'. */
export function sayFilter(view: MonitorView): string {
  const { state, anchored, name } = view.filter;
  return [
    ...MONITOR_REGIONS.map((kind) => regionName(view, kind)),
    state && `stand «${labelOf(view.element.id, state)}»`,
    anchored && `borging «${ANCHORED_NAMES[anchored]}»`,
    name && `«${name}» in de naam`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
