import { bcaFromReplicates } from './bca-from-replicates.ts';
import type { Estimate } from './estimate.ts';
import type { EstimatePlan } from './plan-estimate.ts';

/** Adds the interval to a planned estimate, from its replicates in the order of their index. */
export function completeEstimate(plan: EstimatePlan, replicates: Float64Array): Estimate {
  if (!plan.resample) return plan.estimate;
  const { table, procedure, level } = plan.resample;
  const result = bcaFromReplicates(table, replicates, { procedure, seed: plan.estimate.seed, level });
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    ...plan.estimate,
    status: result.status,
    interval: result.interval,
    diagnostics: {
      ...plan.estimate.diagnostics,
      bootstrap: {
        replicates: replicates.length,
        infinite: result.infiniteReplicates,
        failed: result.failedReplicates,
        bias: finite(result.bias),
        acceleration: finite(result.acceleration),
        monteCarloError: result.monteCarloError,
      },
    },
  };
}
