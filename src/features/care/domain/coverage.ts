import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type Cells, countCells, EVERY_CELL, NO_CELLS } from './cells.ts';
import { cellsOfOffer, isConfirmed, type Offer, type OfferStanding, standingOf } from './offer.ts';

/** What a municipality itself says about its care coordination. */
export interface Arrangement {
  /** When it last said: this list is all there is for us. Undefined when it never did. */
  readonly confirmedOn: PlainDate | undefined;
  /** Offers of which it says that they are otherwise than the organisation writes. */
  readonly disputed: ReadonlySet<string>;
}

/** An objection of a municipality to what an organisation writes. */
export interface Objection {
  readonly id: string;
  readonly municipalityId: string;
  readonly offerId: string;
  readonly reason: string;
  readonly madeOn: PlainDate;
}

export const NOTHING_SAID: Arrangement = { confirmedOn: undefined, disputed: new Set() };

/** An offer as it stands for one municipality. */
export interface StandingOffer {
  readonly offer: Offer;
  readonly standing: OfferStanding;
  readonly cells: Cells;
}

/**
 * Who is covered in one municipality: every combination is in exactly one of the three. Unknown is not a gap: a gap is only
 * what somebody confirmed, the municipality by saying that its list is complete, or the organisation by ending what it did.
 */
export interface Coverage {
  readonly covered: Cells;
  readonly gap: Cells;
  readonly unknown: Cells;
  readonly offers: readonly StandingOffer[];
}

/** One municipality with everything that is said of its care coordination. */
export interface MunicipalCoverage {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly arrangement: Arrangement;
  readonly objections: readonly Objection[];
  readonly coverage: Coverage;
}

/** Another question than who is covered now. */
export interface Supposing {
  /** This organisation falls out. */
  readonly without?: string | undefined;
  /** The coordinator herself is ill or on holiday: only who has a substitute counts, and where that is not known nobody knows. */
  readonly isAway?: boolean | undefined;
}

/** Who is covered in a municipality on a day, from the offers that name it, or would be. */
export function coverageOf(
  offers: readonly Offer[],
  arrangement: Arrangement,
  today: PlainDate,
  supposing: Supposing = {},
): Coverage {
  const standing = offers.map(
    (offer): StandingOffer => ({
      offer,
      standing: standingSupposing(offer, standingOf(offer, arrangement.disputed.has(offer.id), today), supposing),
      cells: cellsOfOffer(offer),
    }),
  );
  const together = (...kinds: readonly OfferStanding[]) =>
    standing.reduce((cells, each) => (kinds.includes(each.standing) ? cells | each.cells : cells), NO_CELLS);
  const covered = together('holds');
  const uncertain = together('unconfirmed', 'disputed') & ~covered;
  const open = EVERY_CELL & ~covered & ~uncertain;
  const gap = isConfirmed(arrangement.confirmedOn, today) ? open : open & together('ended');
  return { covered, gap, unknown: EVERY_CELL & ~covered & ~gap, offers: standing };
}

function standingSupposing(offer: Offer, standing: OfferStanding, { without, isAway }: Supposing): OfferStanding {
  if (offer.organisationId === without) return 'ended';
  if (!isAway || standing !== 'holds' || offer.hasSubstitute) return standing;
  return offer.hasSubstitute === undefined ? 'unconfirmed' : 'ended';
}

/** What is covered now, by whether that goes on while the coordinator is away. */
export interface SubstituteCover {
  readonly arranged: Cells;
  readonly missing: Cells;
  readonly unknown: Cells;
}

export function substituteCover({ covered }: Coverage, away: Coverage): SubstituteCover {
  const arranged = covered & away.covered;
  const missing = covered & away.gap;
  return { arranged, missing, unknown: covered & ~arranged & ~missing };
}

/** What stops when one organisation falls out: combinations that nobody else serves now. */
export function dependsOn({ offers }: Coverage, organisationId: string): Cells {
  const of = (isOwn: boolean) =>
    offers.reduce(
      (cells, { offer, standing, cells: served }) =>
        standing === 'holds' && (offer.organisationId === organisationId) === isOwn ? cells | served : cells,
      NO_CELLS,
    );
  return of(true) & ~of(false);
}

/** The one number for residents: of an offer that holds and may be shown to them, the one that serves most. */
export function publicOffer({ offers }: Coverage): (Offer & { readonly confirmedOn: PlainDate }) | undefined {
  const [best] = offers
    .filter(({ offer, standing }) => standing === 'holds' && offer.isForPublic)
    .sort((a, b) => countCells(b.cells) - countCells(a.cells) || a.offer.id.localeCompare(b.offer.id));
  return best?.offer.confirmedOn && { ...best.offer, confirmedOn: best.offer.confirmedOn };
}

/** What one organisation carries alone, over many municipalities. */
export interface Dependence {
  readonly organisationId: string;
  /** Municipalities in which something stops when it falls out. */
  readonly municipalities: number;
  /** Combinations that stop, over all of them. */
  readonly cells: number;
}

/** For every organisation what stops when it falls out, the heaviest first. What is asked about alone counts. */
export function dependences(coverages: Iterable<Coverage>, asked: Cells): readonly Dependence[] {
  const sums = new Map<string, { municipalities: number; cells: number }>();
  for (const coverage of coverages)
    for (const organisationId of new Set(coverage.offers.map(({ offer }) => offer.organisationId))) {
      const lost = dependsOn(coverage, organisationId) & asked;
      if (lost === NO_CELLS) continue;
      const sum = sums.get(organisationId) ?? { municipalities: 0, cells: 0 };
      sums.set(organisationId, { municipalities: sum.municipalities + 1, cells: sum.cells + countCells(lost) });
    }
  return [...sums]
    .map(([organisationId, sum]) => ({ organisationId, ...sum }))
    .sort((a, b) => b.municipalities - a.municipalities || b.cells - a.cells);
}

/** How a municipality stands for the combinations somebody asks about. */
export const COVERAGE_STATES = ['covered', 'partly-known', 'partly', 'gap', 'gap-known', 'unknown'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/**
 * In one word: all of it covered; some of it covered and a gap beside it; all of it a gap; a gap in some of it and of the rest nothing
 * known; some of it covered and the rest not known; or nothing known. Unknown is never called a gap.
 */
export function coverageState(coverage: Coverage, asked: Cells): CoverageState {
  const covered = coverage.covered & asked;
  const gap = coverage.gap & asked;
  if (covered === asked) return 'covered';
  if (gap === NO_CELLS) return covered === NO_CELLS ? 'unknown' : 'partly-known';
  if (covered !== NO_CELLS) return 'partly';
  return gap === asked ? 'gap' : 'gap-known';
}

/** How many of the combinations asked about are covered, a gap, or unknown. */
export function countCoverage(coverage: Coverage, asked: Cells) {
  return {
    covered: countCells(coverage.covered & asked),
    gap: countCells(coverage.gap & asked),
    unknown: countCells(coverage.unknown & asked),
  };
}

/** Who has to do something first, so that the gap or the doubt ends. */
export type MustAct =
  | 'municipality-arranges'
  | 'municipality-confirms'
  | 'organisation-confirms'
  | 'both-agree'
  | 'nobody';

/** Who must act for the combinations asked about: the plainest lack first. Beside a gap, what is unknown waits for the gap. */
export function whoMustAct(coverage: Coverage, asked: Cells): MustAct {
  if ((coverage.gap & asked) !== NO_CELLS) return 'municipality-arranges';
  const doubt = coverage.unknown & asked;
  if (doubt === NO_CELLS) return 'nobody';
  const touches = (kind: OfferStanding) =>
    coverage.offers.some(({ standing, cells }) => standing === kind && (cells & doubt) !== NO_CELLS);
  if (touches('disputed')) return 'both-agree';
  return touches('unconfirmed') ? 'organisation-confirms' : 'municipality-confirms';
}
