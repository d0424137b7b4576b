import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { EstimatedRange } from './in-view.ts';

/** A number and where it stands: without the row there is no number. */
export interface SourcedNumber {
  /** By which the number on the page names its row. */
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly source: string;
  /** The day or the years it is about, in words. */
  readonly when: string;
}

/** What the own work of a municipality shows: a sentence, where it comes from and the day it is about. Without a source it is not said. */
export interface OwnWork {
  /** The part of the approach: 'K3.1'. */
  readonly element: string;
  readonly statement: string;
  readonly source: string;
  readonly asOf: PlainDate;
}

/** Below this number of inhabitants a share of a national estimate says nothing. */
export const SMALLEST_POPULATION = 20_000;

/**
 * How many victims a year there would be here if they were spread over the country as its inhabitants are: an order of
 * magnitude, never one number. `unreliable` under 20,000 inhabitants; `unknown` while a source is missing.
 */
export type LocalRange =
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly words: string;
      /** Every number the range was made of. */
      readonly from: readonly SourcedNumber[];
    }
  | { readonly kind: 'unreliable' }
  | { readonly kind: 'unknown' };

/** What the local picture is made of; a part that is absent has no source. */
export interface LocalSources {
  readonly population?: SourcedNumber | undefined;
  readonly nation?: SourcedNumber | undefined;
  readonly estimates: readonly EstimatedRange[];
}

/** The range for a municipality: its part of the inhabitants times the lowest and the highest published estimate. */
export function localRange({ population, nation, estimates }: LocalSources): LocalRange {
  if (!population || !nation || nation.value <= 0 || estimates.length === 0) return { kind: 'unknown' };
  if (population.value < SMALLEST_POPULATION) return { kind: 'unreliable' };
  const lowest = estimates.reduce((a, b) => (b.low < a.low ? b : a));
  const highest = estimates.reduce((a, b) => (b.high > a.high ? b : a));
  const share = population.value / nation.value;
  const [low, high] = apart(share * lowest.low, share * highest.high);
  return {
    kind: 'range',
    low,
    high,
    words: inWords(low, high),
    from: [population, nation, boundOf(lowest, 'low'), boundOf(highest, 'high')],
  };
}

/** The bound of a published estimate as a row of sources. */
function boundOf(estimate: EstimatedRange, bound: 'low' | 'high'): SourcedNumber {
  return {
    id: `schatting-${bound === 'low' ? 'laag' : 'hoog'}`,
    what: `${bound === 'low' ? 'Laagste' : 'Hoogste'} gepubliceerde schatting voor Nederland, per jaar`,
    value: estimate[bound],
    source: estimate.source,
    when: estimate.years.join(' en '),
  };
}

/** One significant digit each; when they meet they are pushed apart, for a range is never one number. */
function apart(low: number, high: number): readonly [number, number] {
  const [nearLow, nearHigh] = [oneDigit(low, Math.round), oneDigit(high, Math.round)];
  if (nearLow < nearHigh) return [nearLow, nearHigh];
  const [below, above] = [oneDigit(low, Math.floor), oneDigit(high, Math.ceil)];
  return below < above ? [below, above] : [Math.max(0, below - unitOf(low)), above];
}

const unitOf = (value: number) => 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))));

function oneDigit(value: number, round: (value: number) => number): number {
  return round(value / unitOf(value)) * unitOf(value);
}

const SIZES: readonly (readonly [below: number, words: string])[] = [
  [1, 'geen of een enkele'],
  [10, 'enkele'],
  [20, 'een tiental'],
  [100, 'enkele tientallen'],
  [200, 'een honderdtal'],
  [1000, 'enkele honderden'],
  [Number.POSITIVE_INFINITY, 'duizend of meer'],
];

function inWords(low: number, high: number): string {
  const [first, last] = [low, high].map((value) => SIZES.find(([below]) => value < below)![1]);
  return first === last ? `${first} per jaar` : `${first} tot ${last} per jaar`;
}
