import type { CaptureTable } from './capture-table.ts';
import type { Estimate, EstimateDiagnostics, EstimateOptions, LogLinearMethod } from './estimate.ts';
import type { Interval } from './estimate-status.ts';
import { type Fit, fit } from './fit.ts';
import { isSparse } from './is-sparse.ts';
import { lowerBound } from './lower-bound.ts';
import { prepareTable } from './prepare-table.ts';
import type { Procedure } from './replicate-estimator.ts';
import { selectBic } from './select-bic.ts';
import { selectStepwise } from './select-stepwise.ts';
import { VERSION } from './version.ts';

/** The work to do: a point estimate, and the procedure to repeat on resampled tables when an interval is wanted. */
export interface EstimatePlan {
  readonly estimate: Estimate;
  /** Null when there is nothing to resample. */
  readonly resample: {
    readonly table: CaptureTable;
    readonly procedure: Procedure;
    readonly replicates: number;
    readonly level: number;
  } | null;
}

/** The point estimate, and what has to be resampled: `bootstrapReplicates` may be divided over workers. */
export function planEstimate(table: CaptureTable, options: EstimateOptions = {}): EstimatePlan {
  const { method = 'stepwise', bootstrap = 1000, seed = 1, level = 0.95, threshold = 0.02 } = options;
  if (!Number.isInteger(bootstrap) || bootstrap < 0 || bootstrap === 1) {
    throw new RangeError('a bootstrap requires 0 or at least 2 replicates');
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError('a seed is a whole number');
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1');
  const { table: usable, dropped } = prepareTable(table);
  const nothing: Estimate = {
    status: 'invalid-input',
    method,
    observed: table.observed,
    estimate: null,
    interval: null,
    model: [],
    lists: usable?.lists ?? table.lists.filter((list) => !dropped.some((drop) => drop.list === list)),
    warnings: dropped.map(({ list }) => `list-dropped:${list}`),
    diagnostics: { droppedLists: dropped, fit: null, stepwise: null, search: null, ranked: [], bootstrap: null },
    seed,
    version: VERSION,
  };
  if (!usable) return { estimate: nothing, resample: null };

  const chosen = choose(usable, method, { ...options, threshold, level });
  const { status, observed: _, estimate, model, ...details } = chosen.fit;
  const warnings = [...nothing.warnings];
  if (usable.lists.length === 2 || method === 'main') warnings.push('independence-assumed');
  if (isSparse(usable)) warnings.push('sparse');
  if (chosen.diagnostics.search?.search === 'downhill') warnings.push('search-incomplete');
  const totals = usable.lists.map((_name, list) =>
    usable.counts.reduce((sum, count, cell) => sum + (cell & (1 << list) ? count : 0), 0),
  );
  const interval: Interval | null =
    status === 'infinite' ? { level, kind: 'profile', low: lowerBound(totals, level), high: null } : null;
  return {
    estimate: {
      ...nothing,
      status,
      estimate,
      interval,
      model,
      warnings,
      diagnostics: { ...nothing.diagnostics, fit: details, ...chosen.diagnostics },
    },
    resample:
      status === 'ok' && bootstrap > 0
        ? { table: usable, procedure: chosen.procedure, replicates: bootstrap, level }
        : null,
  };
}

interface Choice {
  readonly fit: Fit;
  readonly procedure: Procedure;
  readonly diagnostics: Partial<EstimateDiagnostics>;
}

function choose(
  table: CaptureTable,
  method: LogLinearMethod,
  options: EstimateOptions & { threshold: number },
): Choice {
  const { threshold, level, maxOrder, candidates } = options;
  const fitOptions = level === undefined ? {} : { level };
  if (method === 'main') {
    return {
      fit: fit(table, 'main', fitOptions),
      procedure: { kind: 'best-of', models: [[]], criterion: 'bic' },
      diagnostics: {},
    };
  }
  if (method === 'stepwise') {
    const { path, threshold: used, ...fitted } = selectStepwise(table, { ...fitOptions, threshold });
    return {
      fit: fitted,
      procedure: { kind: 'stepwise', threshold },
      diagnostics: { stepwise: { threshold: used, path } },
    };
  }
  const keep = candidates ?? (table.lists.length <= 4 ? 20 : 100);
  const selection = selectBic(table, {
    ...fitOptions,
    criterion: method,
    keep,
    ...(maxOrder === undefined ? {} : { maxOrder: Math.min(maxOrder, Math.max(table.lists.length - 1, 1)) }),
  });
  const { ranked, criterion, maxOrder: order, search, considered, excluded, diverged, ...fitted } = selection;
  const models = ranked.map(({ interactions }) => interactions);
  return {
    fit: fitted,
    procedure: { kind: 'best-of', models: models.length > 0 ? models : [[]], criterion },
    diagnostics: {
      search: { criterion, maxOrder: order, search, considered, excluded, diverged },
      ranked: ranked.slice(0, 10).map(({ model, estimate, bic, aic }) => ({ model, estimate, bic, aic })),
    },
  };
}
