import type { Language } from '../../../shared-kernel/language.ts';

/** How a figure came to us: read in a public source, general knowledge that still has to be verified, or computed by us. */
export type Mark = 'found' | 'own' | 'derived';

/** A named series of registrations. Two series count differently and are never added or mixed. */
export interface Series {
  readonly id: string;
  readonly name: string;
  /** What it counts, in a sentence. */
  readonly about: string;
  /** The same words in English; absent in editions from before there were English pages. So too below. */
  readonly english?: Pick<Series, 'name' | 'about'>;
}

/** Where a figure was read, and what must be said with it. */
interface Said {
  readonly source: string;
  readonly note: string | null;
}

/** How many (possible) victims a series registered in one year. */
export interface Registered extends Said {
  readonly year: number;
  readonly series: string;
  readonly value: number;
  readonly mark: Mark;
  readonly english?: Said;
}

/** A published estimate of all victims per year. It holds for its own years and for no other. */
export interface PublishedEstimate extends Said {
  readonly years: readonly number[];
  /** `about`: one number without bounds; `more-than`: the middle is a lower bound; `range`: low, middle and high. */
  readonly kind: 'about' | 'more-than' | 'range';
  readonly low: number | null;
  readonly middle: number;
  readonly high: number | null;
  readonly mark: Mark;
  readonly english?: Said;
}

/** An estimate with both bounds. */
export interface EstimatedRange extends PublishedEstimate {
  readonly low: number;
  readonly high: number;
}

/** What somebody said, word for word, and when. Not a figure of ours. */
export interface DatedQuotation {
  readonly text: string;
  readonly by: string;
  /** The day, or only a month in words when the day is not known. */
  readonly saidOn: string | null;
  readonly saidIn: string | null;
  readonly mark: Mark;
  readonly source: string;
  /** Our translation of what was said, and of who said it and when. */
  readonly english?: Pick<DatedQuotation, 'text' | 'by' | 'saidIn' | 'source'>;
}

/** A figure that a source published per police unit. Nothing is computed from it. */
export interface RegionalFigure {
  readonly year: number;
  /** Code of the police unit. */
  readonly region: string;
  readonly series: string;
  readonly value: number;
  readonly mark: Mark;
  readonly source: string;
}

export interface InViewFigures {
  readonly series: readonly Series[];
  readonly registered: readonly Registered[];
  readonly estimates: readonly PublishedEstimate[];
  readonly quotations: readonly DatedQuotation[];
  /** Absent: no series per police unit is known to us. */
  readonly regional?: readonly RegionalFigure[];
}

/** Figures of which the words are in one language. What was said stays as it was said. */
export interface SpokenFigures extends InViewFigures {
  readonly language: Language;
}

/** The figures with their words in a language: in Dutch when not all of them were written in that one. */
export function figuresIn(figures: InViewFigures, language: Language): SpokenFigures {
  const { series, registered, estimates } = figures;
  if (language === 'nl' || [...series, ...registered, ...estimates].some(({ english }) => !english))
    return { ...figures, language: 'nl' };
  const spoken = <Item extends { readonly english?: object }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, ...item.english }));
  return {
    ...figures,
    language,
    series: spoken(series),
    registered: spoken(registered),
    estimates: spoken(estimates),
  };
}

/** Part of all victims that is registered: a quotient of ours, from 0 to 1. Always "afgeleid". */
export interface Share {
  readonly series: string;
  /** Registered over the high estimate; null without a high bound. */
  readonly low: number | null;
  /** Registered over the middle; null when the middle is itself a lower bound. */
  readonly middle: number | null;
  /** Registered over the low estimate, or over the lower bound; null without one. */
  readonly high: number | null;
}

export interface YearInView {
  readonly year: number;
  readonly registered: readonly Registered[];
  /** Absent: nobody published an estimate for this year, and we make none. */
  readonly estimate: PublishedEstimate | undefined;
  readonly shares: readonly Share[];
}

/** Every year with a figure, oldest first. A share stands only where registration and estimate are of the same year. */
export function yearsInView({ registered, estimates }: InViewFigures): readonly YearInView[] {
  const years = new Set([...registered.map(({ year }) => year), ...estimates.flatMap(({ years }) => years)]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const ofYear = registered.filter((each) => each.year === year);
      const estimate = estimates.find((each) => each.years.includes(year));
      return {
        year,
        registered: ofYear,
        estimate,
        shares: estimate ? ofYear.map((each) => shareOf(each, estimate)) : [],
      };
    });
}

/** Registered over estimated. The more victims there are, the smaller the part in view: the bounds change places. */
export function shareOf({ series, value }: Registered, { kind, low, middle, high }: PublishedEstimate): Share {
  const over = (total: number | null) => (total === null ? null : value / total);
  return kind === 'more-than'
    ? { series, low: null, middle: null, high: over(middle) }
    : { series, low: over(high), middle: over(middle), high: over(low) };
}

/** The published estimates with bounds, oldest first: what stands beside every computation of our own. */
export function estimatedRanges({ estimates }: InViewFigures): readonly EstimatedRange[] {
  return estimates.filter((each): each is EstimatedRange => each.low !== null && each.high !== null);
}

/** The last year of which both a registration and an estimate with bounds were published. */
export function latestYearInView(figures: InViewFigures): YearInView | undefined {
  return yearsInView(figures).findLast(({ shares }) => shares.some(({ low, high }) => low !== null && high !== null));
}

/** Years after the last estimate, and years between: where no part in view can be given. */
export function yearsWithoutEstimate(figures: InViewFigures): readonly number[] {
  return yearsInView(figures)
    .filter(({ estimate }) => !estimate)
    .map(({ year }) => year);
}
