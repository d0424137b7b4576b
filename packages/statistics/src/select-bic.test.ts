import { describe, expect, it } from 'vitest';
import { selectBic } from './select-bic.ts';
import { publishedTable } from './testing/fixture.ts';

describe('selectBic', () => {
  it('shows how far apart the best models are in what they say', () => {
    const { ranked, estimate, model } = selectBic(publishedTable('Ned'), { keep: 20 });
    expect(ranked).toHaveLength(20);
    expect(ranked[0]!.model).toEqual(model);
    expect(ranked[0]!.estimate / estimate!).toBeCloseTo(1, 9);
    const totals = ranked.map((each) => each.estimate);
    expect(Math.max(...totals) / Math.min(...totals)).toBeGreaterThan(2);
  });

  it('may prefer another model by AIC', () => {
    const bic = selectBic(publishedTable('Kosovo'), { maxOrder: 2 });
    const aic = selectBic(publishedTable('Kosovo'), { maxOrder: 2, criterion: 'aic' });
    expect(aic.aic).toBeLessThanOrEqual(bic.aic!);
    expect(bic.bic).toBeLessThanOrEqual(aic.bic!);
  });

  it('walks downhill from several starts when there are too many models, and says so', () => {
    const found = selectBic(publishedTable('Ned'), { maxOrder: 3 });
    expect(found.search).toBe('downhill');
    expect(found.considered).toBeGreaterThan(100);
    expect(found.bic).toBeLessThanOrEqual(selectBic(publishedTable('Ned')).bic! + 1e-6);
  });

  it('refuses an order the lists do not have', () => {
    expect(() => selectBic(publishedTable('Korea'), { maxOrder: 3 })).toThrow(RangeError);
    expect(() => selectBic(publishedTable('Korea'), { maxOrder: 1.5 })).toThrow(RangeError);
  });
});
