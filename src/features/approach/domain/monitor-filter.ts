import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { MonitorState } from './monitor-state.ts';

/** The kinds of region by which the country is divided on the monitor. */
export const MONITOR_REGIONS = ['province', 'police-unit', 'safety-region'] as const;
export type MonitorRegion = (typeof MONITOR_REGIONS)[number];

/** Whether the whole approach is anchored: today, once, or not as far as is known. */
export type AnchoredState = 'anchored' | 'lapsed' | 'not';

/** The region of which no source says it: never a region of its own. */
export const UNKNOWN_REGION = 'onbekend';

/** What a municipality is filtered on. */
export interface Filtered {
  readonly name: string;
  /** The code of its region of each kind; undefined when no source names one. */
  readonly regions: Readonly<Partial<Record<MonitorRegion, string | undefined>>>;
  /** How the chosen element stands. */
  readonly state: MonitorState;
  readonly anchored: AnchoredState;
}

/** What somebody asks to see; undefined is everything. */
export interface MonitorFilter {
  readonly regions: Readonly<Partial<Record<MonitorRegion, string | undefined>>>;
  readonly state?: MonitorState | undefined;
  readonly anchored?: AnchoredState | undefined;
  /** A part of the name; capitals and accents make no difference. */
  readonly name?: string | undefined;
}

/** The parts of a filter, each of which can be left out to count what its other choices would give. */
export type FilterPart = MonitorRegion | 'state' | 'anchored' | 'name';

const PARTS: Readonly<Record<FilterPart, (each: Filtered, filter: MonitorFilter) => boolean>> = {
  province: (each, { regions }) => inRegion(each, 'province', regions.province),
  'police-unit': (each, { regions }) => inRegion(each, 'police-unit', regions['police-unit']),
  'safety-region': (each, { regions }) => inRegion(each, 'safety-region', regions['safety-region']),
  state: (each, { state }) => state === undefined || each.state === state,
  anchored: (each, { anchored }) => anchored === undefined || each.anchored === anchored,
  name: (each, { name }) => name === undefined || dutchFold(each.name).includes(dutchFold(name)),
};

const PART_NAMES = Object.keys(PARTS) as readonly FilterPart[];

function inRegion(each: Filtered, kind: MonitorRegion, asked: string | undefined): boolean {
  return asked === undefined || (each.regions[kind] ?? UNKNOWN_REGION) === asked;
}

/** Whether a municipality is asked for. `except` leaves one part out of the question. */
export function isAskedFor(each: Filtered, filter: MonitorFilter, except?: FilterPart): boolean {
  return PART_NAMES.every((part) => part === except || PARTS[part](each, filter));
}

/** How many municipalities each choice of a part would show, while the other parts stay as they are. */
export function countChoices(
  all: readonly Filtered[],
  filter: MonitorFilter,
  part: Exclude<FilterPart, 'name'>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) {
    if (!isAskedFor(each, filter, part)) continue;
    const choice =
      part === 'state' ? each.state : part === 'anchored' ? each.anchored : (each.regions[part] ?? UNKNOWN_REGION);
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return counts;
}
