import { describe, expect, it } from 'vitest';
import { captureTable } from './capture-table.ts';
import { fitInteractions } from './fit.ts';
import { hierarchicalModels } from './hierarchical-models.ts';
import { ModelScorer } from './model-scorer.ts';
import { publishedTable } from './testing/fixture.ts';

describe('ModelScorer', () => {
  it.each(['Kosovo', 'Australia', 'Western'])('agrees with a fresh fit of every model on %s', (name) => {
    const table = publishedTable(name);
    const scorer = new ModelScorer(table.lists.length);
    scorer.load(table.counts);
    let index = 0;
    for (const model of hierarchicalModels(table.lists.length, table.lists.length - 1)) {
      if (index++ % (table.lists.length > 4 ? 37 : 1) !== 0) continue;
      const fresh = fitInteractions(table, model);
      const end = scorer.score(model);
      expect(end === 'fitted').toBe(fresh.status === 'ok');
      if (end !== 'fitted') continue;
      expect(Math.abs(scorer.estimate / fresh.estimate! - 1)).toBeLessThan(1e-7);
      expect(Math.abs(scorer.bic - fresh.bic!)).toBeLessThan(1e-7);
      expect(Math.abs(scorer.aic - fresh.aic!)).toBeLessThan(1e-7);
    }
  });

  it('excludes what has no estimate and goes on afterwards', () => {
    const table = captureTable(
      ['A', 'B', 'C'],
      [
        [1, 10],
        [2, 20],
        [4, 30],
        [3, 2],
      ],
    );
    const scorer = new ModelScorer(3);
    scorer.load(table.counts);
    expect([scorer.score([]), scorer.score([3]), scorer.score([3, 5, 6]), scorer.score([5])]).toEqual([
      'fitted',
      'excluded',
      'excluded',
      'fitted',
    ]);
  });
});
