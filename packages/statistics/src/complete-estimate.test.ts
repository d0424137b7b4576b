import { expect, it } from 'vitest';
import { bootstrapReplicates } from './bootstrap-replicates.ts';
import { completeEstimate } from './complete-estimate.ts';
import { estimateTotal } from './estimate-total.ts';
import { planEstimate } from './plan-estimate.ts';
import { publishedTable } from './testing/fixture.ts';

it('gives from divided replicates what estimateTotal gives at once', () => {
  const options = { bootstrap: 60, seed: 12 };
  const plan = planEstimate(publishedTable('Korea'), options);
  const { table, procedure } = plan.resample!;
  const parts = [0, 20, 40].map((from) => bootstrapReplicates(table, procedure, 12, from, from + 20));
  const together = Float64Array.from(parts.flatMap((part) => [...part]));
  expect(completeEstimate(plan, together)).toEqual(estimateTotal(publishedTable('Korea'), options));
});
