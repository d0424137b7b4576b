import { expect, it } from 'vitest';
import { planEstimate } from './plan-estimate.ts';
import { publishedTable, tableOf } from './testing/fixture.ts';

it('leaves nothing to resample without a number', () => {
  expect(planEstimate(tableOf({ lists: ['A', 'B'], rows: ['10 5', '01 6'] })).resample).toBeNull();
});

it('lets each replicate of BIC choose among the twenty best models, or as many as asked', () => {
  const plan = planEstimate(publishedTable('Kosovo'), { method: 'bic' });
  expect(plan.resample!.procedure).toMatchObject({ kind: 'best-of', criterion: 'bic' });
  const models = (candidates?: number) => {
    const { resample } = planEstimate(publishedTable('Kosovo'), {
      method: 'bic',
      ...(candidates === undefined ? {} : { candidates }),
    });
    return resample!.procedure.kind === 'best-of' ? resample!.procedure.models.length : 0;
  };
  expect([models(), models(5), models(1000)]).toEqual([20, 5, 113]);
});

it('warns when the search may have missed the best model', () => {
  const plan = planEstimate(publishedTable('Ned'), { method: 'bic', maxOrder: 3, bootstrap: 0 });
  expect(plan.estimate.warnings).toContain('search-incomplete');
});
