import { bootstrapReplicates } from './bootstrap-replicates.ts';
import type { CaptureTable } from './capture-table.ts';
import { completeEstimate } from './complete-estimate.ts';
import type { Estimate, EstimateOptions } from './estimate.ts';
import { planEstimate } from './plan-estimate.ts';

/**
 * Estimates the total by maximum likelihood, with a BCa interval in which the choice of the model is repeated.
 *
 * Lists from which nothing can be learned are dropped and named in the warnings; where no number exists there is a status
 * and none (`infinite` comes with a lower limit). Warnings: `list-dropped:X`, `independence-assumed`, `sparse`,
 * `search-incomplete`.
 *
 * @throws RangeError for options out of range.
 */
export function estimateTotal(table: CaptureTable, options: EstimateOptions = {}): Estimate {
  const plan = planEstimate(table, options);
  if (!plan.resample) return plan.estimate;
  const { table: usable, procedure, replicates } = plan.resample;
  return completeEstimate(plan, bootstrapReplicates(usable, procedure, plan.estimate.seed, 0, replicates));
}
