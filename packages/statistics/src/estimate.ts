import type { EstimateStatus, Interval } from './estimate-status.ts';
import type { Fit } from './fit.ts';
import type { DroppedList } from './prepare-table.ts';
import type { CriterionSelection } from './select-bic.ts';
import type { StepwiseSelection } from './select-stepwise.ts';

/** Maximum-likelihood methods: how the model is chosen. `main` chooses nothing. */
export type LogLinearMethod = 'stepwise' | 'bic' | 'aic' | 'main';

export interface EstimateOptions {
  /** Default `stepwise`. */
  readonly method?: LogLinearMethod;
  /** Of the stepwise method, default 0.02. */
  readonly threshold?: number;
  /** Bootstrap replicates, default 1,000; 0 for the point estimate alone. */
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly level?: number;
  /** Of `bic` and `aic`; see `selectBic`. */
  readonly maxOrder?: number;
  /** Among how many of the best models each replicate of `bic` and `aic` chooses; default 20 to four lists, else 100. */
  readonly candidates?: number;
}

/** A total with everything needed to doubt it or to repeat it. */
export interface Estimate {
  readonly status: EstimateStatus;
  readonly method: LogLinearMethod;
  /** Cases in the table as given. */
  readonly observed: number;
  /** Cases in all; null unless the status allows a number. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly model: readonly (readonly string[])[];
  /** Lists the estimate rests on. */
  readonly lists: readonly string[];
  readonly warnings: readonly string[];
  readonly diagnostics: EstimateDiagnostics;
  readonly seed: number;
  readonly version: string;
}

export interface EstimateDiagnostics {
  readonly droppedLists: readonly DroppedList[];
  readonly fit: Omit<Fit, 'status' | 'observed' | 'estimate' | 'model'> | null;
  readonly stepwise: Pick<StepwiseSelection, 'threshold' | 'path'> | null;
  readonly search: Pick<
    CriterionSelection,
    'criterion' | 'maxOrder' | 'search' | 'considered' | 'excluded' | 'diverged'
  > | null;
  /** The ten best models and what each would say. */
  readonly ranked: readonly {
    readonly model: readonly (readonly string[])[];
    estimate: number;
    bic: number;
    aic: number;
  }[];
  readonly bootstrap: {
    readonly replicates: number;
    readonly infinite: number;
    readonly failed: number;
    readonly bias: number | null;
    readonly acceleration: number | null;
    readonly monteCarloError: { readonly low: number | null; readonly high: number | null };
  } | null;
}
