import { createHash } from 'node:crypto';
import {
  type CaptureTable,
  canonicalStratifiedText,
  canonicalText,
  completeEstimate,
  covariateTotals,
  decomposableGraphs,
  latentClass,
  planEstimate,
  prepareTable,
  readTable,
  type TableText,
  VERSION,
} from '@in-beeld/statistics';
import { divideReplicates } from './divide-replicates.ts';
import { ESTIMATE_HELP, type EstimateCommandOptions, type Method, readEstimateOptions } from './estimate-options.ts';
import { type EstimateOutcome, estimateReport } from './estimate-report.ts';
import { tableProblemText } from './table-problem-text.ts';

/** The outside world of the command. */
export interface CommandIo {
  /** Text of a file; rejects when it cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const BAD_INPUT = 2;

/** In a comparison the latent class model gets a short, fixed run, so that the table appears within seconds. */
const SHORT_RUN = { rounds: 1, sweeps: 4000, warmUp: 2000 };

/**
 * `estimate FILE.csv`: the hidden number from a capture table, without a database.
 *
 * With `--json` standard output holds JSON alone, also for bad input (`status: "invalid-input"`); progress and remarks go
 * to standard error. @returns the exit code: 0, also when there is a status instead of a number; 2 for bad input.
 */
export async function estimateCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  if (argv.includes('--help')) {
    io.stdout(ESTIMATE_HELP);
    return 0;
  }
  const read = readEstimateOptions(argv);
  if (!read.ok) return refuse(read.error.text, { code: read.error.code }, argv.includes('--json'), io);
  const options = read.value;
  let text: string;
  try {
    text = await io.readFile(options.file);
  } catch {
    return refuse(`Het bestand ${options.file} is niet te lezen.`, { code: 'unreadable-file' }, options.isJson, io);
  }
  const parsed = readTable(text, { covariates: options.covariates });
  if (!parsed.ok) return refuse(tableProblemText(parsed.error), parsed.error, options.isJson, io);

  const { table, covariates } = parsed.value;
  const canonical = covariates.length > 0 ? canonicalStratifiedText(parsed.value) : canonicalText(table);
  const tableHash = `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
  if (covariates.length > 0 && !options.isComparison && !isWithCovariates(options.methods[0]!)) {
    const text = 'Met --covariates kan alleen de methode bic of aic. Kies --method bic of --method aic.';
    return refuse(text, { code: 'estimate-option' }, options.isJson, io);
  }
  const outcomes: EstimateOutcome[] = [];
  for (const method of options.methods) {
    if (options.isComparison) io.stderr(`Bezig met ${method}…\n`);
    outcomes.push(
      covariates.length > 0 && !options.isComparison
        ? withCovariates(parsed.value, options, io)
        : await estimateBy(method, table, options, io),
    );
  }
  if (covariates.length > 0 && options.isComparison) outcomes.push(withCovariates(parsed.value, options, io));
  const common = { seed: options.seed, version: VERSION, tableHash };
  if (options.isComparison) {
    const methods = outcomes.map((outcome) => ({ ...outcome, ...common }));
    const comparison = { observed: table.observed, lists: table.lists, methods, ...common };
    io.stdout(options.isJson ? toJson(comparison) : estimateReport(outcomes, tableHash));
    return 0;
  }
  io.stdout(options.isJson ? toJson({ ...outcomes[0], ...common }) : estimateReport(outcomes, tableHash));
  if (outcomes[0]!.status !== 'invalid-input') return 0;
  io.stderr('Met deze lijsten kan de methode niet rekenen. Er blijven te weinig of te veel bruikbare lijsten over.\n');
  return BAD_INPUT;
}

/** `stepwise` is the default and means here: by BIC. */
function isWithCovariates(method: Method): boolean {
  return method === 'bic' || method === 'aic' || method === 'stepwise';
}

/** One model for lists and covariates together, with a total per group. */
function withCovariates(input: TableText, options: EstimateCommandOptions, io: CommandIo): EstimateOutcome {
  const { bootstrap, seed, level, methods, isComparison } = options;
  const criterion = !isComparison && methods[0] === 'aic' ? 'aic' : 'bic';
  const {
    status,
    observed,
    estimate,
    interval,
    model,
    lists,
    warnings,
    version: _,
    ...diagnostics
  } = covariateTotals(input, { criterion, bootstrap, seed, level }, { progress: progressOn(io) });
  const outcome = { status, method: 'covariates', observed, estimate, interval, model, lists, warnings } as const;
  return { ...outcome, groups: diagnostics.groups, diagnostics };
}

async function estimateBy(
  method: Method,
  table: CaptureTable,
  options: EstimateCommandOptions,
  io: CommandIo,
): Promise<EstimateOutcome> {
  const { seed, level, gridMax, priorN, chains, sweeps, maxOrder } = options;
  if (method === 'dga' || method === 'lcmcr') {
    const { table: usable, dropped } = prepareTable(table);
    const warnings = dropped.map(({ list }) => `list-dropped:${list}`);
    if (!usable) return nothing(method, table, warnings);
    const result =
      method === 'dga'
        ? decomposableGraphs(usable, { level, ...given({ gridMax, priorN }) })
        : latentClass(
            usable,
            { seed, level, ...(options.isComparison ? SHORT_RUN : {}), ...given({ chains, sweeps }) },
            { progress: progressOn(io), ...timer() },
          );
    return { ...result, observed: table.observed, warnings: [...warnings, ...result.warnings] };
  }
  const { threshold, bootstrap, workers } = options;
  const plan = planEstimate(table, { method, threshold, bootstrap, seed, level, ...given({ maxOrder }) });
  if (!plan.resample) return plan.estimate;
  const { table: usable, procedure, replicates } = plan.resample;
  const totals = await divideReplicates({ table: usable, procedure, seed }, replicates, workers, (notice) =>
    io.stderr(`${notice}\n`),
  );
  return completeEstimate(plan, totals);
}

function nothing(method: Method, table: CaptureTable, warnings: readonly string[]): EstimateOutcome {
  return {
    status: 'invalid-input',
    method,
    observed: table.observed,
    estimate: null,
    interval: null,
    model: [],
    lists: [],
    warnings,
    diagnostics: null,
  };
}

function refuse(text: string, problem: { readonly code: string }, isJson: boolean, io: CommandIo): number {
  io.stderr(`${text}\n`);
  if (isJson) {
    io.stdout(
      toJson({
        status: 'invalid-input',
        method: null,
        observed: null,
        estimate: null,
        interval: null,
        model: [],
        lists: [],
        warnings: [],
        diagnostics: { problem },
        seed: null,
        version: VERSION,
        tableHash: null,
      }),
    );
  }
  return BAD_INPUT;
}

/** Ten lines of progress at most. */
function progressOn(io: CommandIo): (share: number) => void {
  let shown = 0;
  return (share) => {
    if (share < shown + 0.1) return;
    shown = share;
    io.stderr(`${Math.round(Math.min(share, 1) * 100)}%\n`);
  };
}

function timer(): { readonly elapsed: () => number } {
  const start = performance.now();
  return { elapsed: () => performance.now() - start };
}

/** The entries that have a value. */
function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

/** Infinity and NaN become null; typed arrays become lists. */
function toJson(value: unknown): string {
  const plain = (_key: string, entry: unknown) =>
    ArrayBuffer.isView(entry) ? Array.from(entry as Float64Array) : entry;
  return `${JSON.stringify(value, plain)}\n`;
}
