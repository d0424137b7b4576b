import {
  type CaptureTable,
  type CovariateEstimate,
  covariateTotals,
  type DroppedList,
  decomposableGraphs,
  type EstimateStatus,
  estimateTotal,
  type Interval,
  latentClass,
  leaveOneListOut,
  type PairInfluence,
  pairInfluence,
  prepareTable,
  RandomStream,
  type StratifiedTable,
  simulateNameless,
  VERSION,
} from '@in-beeld/statistics';

/** The methods that are put side by side, each with other assumptions. */
export const STUDY_METHODS = ['stepwise', 'bic', 'aic', 'main', 'dga'] as const;
/** `lcmcr`: latent classes, only when asked for: it takes up to a minute, and often settles nothing. */
export type StudyMethod = (typeof STUDY_METHODS)[number] | 'lcmcr';

export interface StudyOptions {
  readonly seed: number;
  /** Bootstrap replicates; 0 for point estimates alone. */
  readonly bootstrap: number;
  readonly level: number;
  /** Of the stepwise method. */
  readonly threshold: number;
  /** Also with latent classes. */
  readonly latent?: boolean;
  /** Columns that are properties of people: gives a total per group as well. */
  readonly covariates?: readonly string[];
}

export const DEFAULT_STUDY: StudyOptions = { seed: 1, bootstrap: 1000, level: 0.95, threshold: 0.02 };

export interface MethodOutcome {
  readonly method: StudyMethod;
  readonly status: EstimateStatus;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly model: readonly (readonly string[])[];
  readonly warnings: readonly string[];
}

/**
 * Why no total is given at all: fewer than two usable lists, nobody on two lists, or fewer than ten people on two lists.
 * The last is a choice of ours: below it one person more or less moves the total by a tenth or more.
 */
export type StudyRefusal = 'too-few-lists' | 'no-overlap' | 'too-thin';

/** Everything an analyst needs to doubt a total: the overlaps, each method, and what drives the answer. */
export interface Study {
  readonly version: string;
  readonly options: StudyOptions;
  readonly observed: number;
  /** People on two lists or more: the whole estimate rests on them. */
  readonly onSeveral: number;
  readonly lists: readonly { readonly list: string; readonly total: number; readonly alone: number }[];
  readonly overlaps: readonly { readonly pair: readonly [string, string]; readonly count: number }[];
  /** Each combination that occurs, most people first. */
  readonly histories: readonly { readonly lists: readonly string[]; readonly count: number }[];
  readonly dropped: readonly DroppedList[];
  readonly refusal: StudyRefusal | null;
  readonly methods: readonly MethodOutcome[];
  /** What one pair more or less would do to the model of the stepwise method. */
  readonly influences: readonly PairInfluence[];
  readonly withoutList: readonly {
    readonly list: string;
    readonly status: EstimateStatus;
    readonly estimate: number | null;
  }[];
  /** The median total had this part of all registrations been nameless. */
  readonly nameless: readonly { readonly share: number; readonly estimate: number | null }[];
  /** Totals per group, from one model of lists and properties together; absent when no properties were given. */
  readonly groups?: GroupStudy;
}

export type GroupStudy = Pick<
  CovariateEstimate,
  'status' | 'estimate' | 'interval' | 'model' | 'groups' | 'warnings'
> & {
  /** The total when every group is estimated by itself, and when the properties are left out: to be shown beside it. */
  readonly apart: number | null;
  readonly without: number | null;
};

/** What only the caller knows: the time, and the table told apart by properties. */
export interface StudyControl {
  /** Milliseconds since the study began. */
  readonly elapsed?: () => number;
  readonly stratified?: StratifiedTable;
}

/** Latent classes stop here and then say that they did not settle: a run takes at most a minute. */
const LATENT_BUDGET_MS = 55_000;

const THINNEST = 10;
const NAMELESS_SHARES = [0.05, 0.1, 0.2];
const NAMELESS_RUNS = 11;

/** Studies a table from all sides. Same table, options and version: same answer. `step` hears how far it is, from 0 to 1. */
export function studyTable(
  table: CaptureTable,
  options: StudyOptions,
  step: (share: number) => void = () => {},
  { elapsed, stratified }: StudyControl = {},
): Study {
  const described = describe(table);
  const { table: usable, dropped } = prepareTable(table);
  const refusal = refusalOf(usable);
  const base = { version: VERSION, options, ...described, dropped, refusal };
  if (refusal || !usable) return { ...base, methods: [], influences: [], withoutList: [], nameless: [] };

  const total = STUDY_METHODS.length + 3 + (stratified ? 3 : 0) + (options.latent ? 12 : 0);
  const methods: MethodOutcome[] = STUDY_METHODS.map((method, index) => {
    const outcome = outcomeOf(table, method, options);
    step((index + 1) / total);
    return outcome;
  });
  const influences = pairInfluence(usable, methods[0]!.model);
  step((STUDY_METHODS.length + 1) / total);
  const withoutList = leaveOneListOut(table, { threshold: options.threshold, seed: options.seed }).map(
    ({ list, estimate }) => ({
      list,
      status: estimate?.status ?? ('invalid-input' as const),
      estimate: estimate?.estimate ?? null,
    }),
  );
  step((STUDY_METHODS.length + 2) / total);
  const nameless = NAMELESS_SHARES.map((share, at) => ({ share, estimate: withNameless(usable, share, at, options) }));
  const done = (STUDY_METHODS.length + 3) / total;
  const groups = stratified && groupsOf(stratified, options, (share) => step(done + (3 * share) / total));
  if (options.latent)
    methods.push(latentOutcome(table, options, elapsed, (share) => step(1 - (12 * (1 - share)) / total)));
  step(1);
  return { ...base, methods, influences, withoutList, nameless, ...(groups && { groups }) };
}

function groupsOf(
  stratified: StratifiedTable,
  { bootstrap, seed, level }: StudyOptions,
  progress: (share: number) => void,
): GroupStudy {
  const {
    status,
    estimate,
    interval,
    model,
    groups,
    warnings,
    stratified: apart,
    collapsed,
  } = covariateTotals(stratified, { bootstrap, seed, level }, { progress });
  return { status, estimate, interval, model, groups, warnings, apart: apart.estimate, without: collapsed.estimate };
}

function latentOutcome(
  table: CaptureTable,
  { seed, level }: StudyOptions,
  elapsed: (() => number) | undefined,
  progress: (share: number) => void,
): MethodOutcome {
  const found = latentClass(
    table,
    { seed, level },
    { progress, ...(elapsed && { elapsed }), budget: LATENT_BUDGET_MS },
  );
  const { status, estimate, interval, model, warnings } = found;
  return { method: 'lcmcr', status, estimate, interval, model, warnings };
}

function outcomeOf(table: CaptureTable, method: (typeof STUDY_METHODS)[number], options: StudyOptions): MethodOutcome {
  const { seed, bootstrap, level, threshold } = options;
  const { status, estimate, interval, model, warnings } =
    method === 'dga'
      ? decomposableGraphs(table, { level })
      : estimateTotal(table, { method, seed, bootstrap, level, threshold });
  return { method, status, estimate, interval, model, warnings };
}

function describe({ lists, counts, observed }: CaptureTable) {
  const cells = Array.from(counts.keys()).filter((cell) => counts[cell]! > 0);
  const sum = (wanted: (cell: number) => boolean) => cells.filter(wanted).reduce((so, cell) => so + counts[cell]!, 0);
  const isSingle = (cell: number) => (cell & (cell - 1)) === 0;
  const bit = (index: number) => 1 << index;
  return {
    observed,
    onSeveral: sum((cell) => !isSingle(cell)),
    lists: lists.map((list, i) => ({ list, total: sum((cell) => (cell & bit(i)) !== 0), alone: counts[bit(i)]! })),
    overlaps: lists.flatMap((a, i) =>
      lists.slice(i + 1).map((b, offset) => ({
        pair: [a, b] as const,
        count: sum((cell) => (cell & bit(i)) !== 0 && (cell & bit(i + 1 + offset)) !== 0),
      })),
    ),
    histories: cells
      .map((cell) => ({ lists: lists.filter((_, i) => cell & bit(i)), count: counts[cell]! }))
      .sort((a, b) => b.count - a.count),
  };
}

/** Why a table gives no total, whatever the method; null when it may give one. */
export function refusalFor(table: CaptureTable): StudyRefusal | null {
  return refusalOf(prepareTable(table).table);
}

function refusalOf(usable: CaptureTable | null): StudyRefusal | null {
  if (!usable) return 'too-few-lists';
  const { onSeveral } = describe(usable);
  return onSeveral === 0 ? 'no-overlap' : onSeveral < THINNEST ? 'too-thin' : null;
}

function withNameless(table: CaptureTable, share: number, at: number, options: StudyOptions): number | null {
  const { seed, threshold } = options;
  const totals = Array.from({ length: NAMELESS_RUNS }, (_, run) => {
    const random = new RandomStream(seed, at * NAMELESS_RUNS + run);
    const changed = simulateNameless(table, Array(table.lists.length).fill(share), random);
    return estimateTotal(changed, { seed, threshold, bootstrap: 0 }).estimate ?? Number.POSITIVE_INFINITY;
  }).sort((a, b) => a - b);
  const median = totals[(NAMELESS_RUNS - 1) / 2]!;
  return Number.isFinite(median) ? median : null;
}
