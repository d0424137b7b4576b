/**
 * What an estimate is, or why there is none.
 *
 * `ok` a number with what was asked; `infinite` no overlap, only a lower bound; `not-identifiable` the lists cannot tell
 * the effects in the model apart; `no-mle` the likelihood has no maximum; `bca-undefined` a number, but the BCa interval
 * is not defined (a percentile interval stands in); `unbounded` a number, but a limit of the interval is infinite;
 * `not-converged` the iteration or the chains did not settle; `invalid-input` nothing to estimate from.
 */
export type EstimateStatus =
  | 'ok'
  | 'infinite'
  | 'not-identifiable'
  | 'no-mle'
  | 'bca-undefined'
  | 'unbounded'
  | 'not-converged'
  | 'invalid-input';

/** An interval; a limit is null where it is infinite or unknown. The kind says what it accounts for. */
export interface Interval {
  /** Nominal coverage, between 0 and 1. */
  readonly level: number;
  /**
   * `bca` and `percentile` repeat the selection of the model in every replicate; `conditional` and `profile` take the
   * model as given and are therefore too narrow after a selection.
   */
  readonly kind: 'bca' | 'percentile' | 'conditional' | 'profile' | 'credible';
  readonly low: number | null;
  readonly high: number | null;
}
