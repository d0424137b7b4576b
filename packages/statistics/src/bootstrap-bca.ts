import { type BootstrapOptions, type BootstrapResult, bcaFromReplicates } from './bca-from-replicates.ts';
import { bootstrapReplicates } from './bootstrap-replicates.ts';
import type { CaptureTable } from './capture-table.ts';

/**
 * Bootstrap BCa interval for the total, the selection of the model repeated in every replicate and jackknife step.
 *
 * @throws RangeError when there are fewer than 2 replicates, a seed that is not a whole number, or a level outside 0 … 1.
 * @example bootstrapBca(table, { replicates: 1000, seed: 1 }).interval
 */
export function bootstrapBca(table: CaptureTable, options: BootstrapOptions = {}): BootstrapResult {
  const { replicates = 1000, seed = 1, procedure = { kind: 'stepwise', threshold: 0.02 } } = options;
  if (!Number.isInteger(replicates) || replicates < 2)
    throw new RangeError('a bootstrap requires at least 2 replicates');
  return bcaFromReplicates(table, bootstrapReplicates(table, procedure, seed, 0, replicates), {
    ...options,
    procedure,
    seed,
  });
}
