export { type BootstrapOptions, type BootstrapResult, bcaFromReplicates } from './bca-from-replicates.ts';
export { bootstrapBca } from './bootstrap-bca.ts';
export { bootstrapReplicates } from './bootstrap-replicates.ts';
export { canonicalStratifiedText } from './canonical-stratified-text.ts';
export { canonicalText } from './canonical-text.ts';
export { type CaptureRow, type CaptureTable, captureTable, MAX_LISTS } from './capture-table.ts';
export { checkExistence, type ExistenceReport } from './check-existence.ts';
export { completeEstimate } from './complete-estimate.ts';
export {
  type CovariateEstimate,
  type CovariateOptions,
  covariateTotals,
  type GroupTotal,
  type StratifiedTable,
} from './covariate-totals.ts';
export { type DecomposableEstimate, type DecomposableOptions, decomposableGraphs } from './decomposable-graphs.ts';
export { type EmptyOverlap, emptyOverlapTails } from './empty-overlap-tails.ts';
export type { Estimate, EstimateOptions, LogLinearMethod } from './estimate.ts';
export type { EstimateStatus, Interval } from './estimate-status.ts';
export { estimateTotal } from './estimate-total.ts';
export type { ExistenceCode } from './existence.ts';
export { type Coefficient, type Fit, type FitOptions, fit } from './fit.ts';
export { type Jackknife, jackknife } from './jackknife.ts';
export { type LatentClassEstimate, type LatentClassOptions, latentClass, latentClassRun } from './latent-class.ts';
export { leaveOneListOut, type WithoutList } from './leave-one-list-out.ts';
export type { ModelInput } from './model-input.ts';
export { type PairInfluence, pairInfluence } from './pair-influence.ts';
export { type EstimatePlan, planEstimate } from './plan-estimate.ts';
export { type DroppedList, type PreparedTable, prepareTable } from './prepare-table.ts';
export { type ProfileEstimate, profileInterval } from './profile-interval.ts';
export { RandomStream } from './random-stream.ts';
export {
  type ReadOptions,
  readTable,
  type StratifiedRow,
  type TableProblem,
  type TableProblemCode,
  type TableResult,
  type TableText,
} from './read-table.ts';
export type { Procedure } from './replicate-estimator.ts';
export { type CriterionOptions, type CriterionSelection, type RankedModel, selectBic } from './select-bic.ts';
export { type StepwiseOptions, type StepwiseSelection, selectStepwise } from './select-stepwise.ts';
export { type Coverage, type SimulatedMethod, simulateCoverage } from './simulate-coverage.ts';
export { simulationModel } from './simulate-model.ts';
export { simulateNameless } from './simulate-nameless.ts';
export { type SimulationModel, simulateTable } from './simulate-table.ts';
export { type CsvLine, type CsvText, splitCsv } from './split-csv.ts';
export { VERSION } from './version.ts';
export { withinList } from './within-list.ts';
export { withoutList } from './without-list.ts';
