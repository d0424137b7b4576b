import { describe, expect, it } from 'vitest';
import { ModelScorer } from './model-scorer.ts';
import { rankModels } from './rank-models.ts';
import { publishedTable } from './testing/fixture.ts';

function ranked(name: string, maxOrder: number, keep: number) {
  const table = publishedTable(name);
  const scorer = new ModelScorer(table.lists.length);
  scorer.load(table.counts);
  return rankModels(scorer, maxOrder, 'bic', keep);
}

describe('rankModels', () => {
  it('keeps the best, best first, whether few or all are kept', () => {
    const all = ranked('UKdat_5', 2, 2000);
    const few = ranked('UKdat_5', 2, 5);
    expect(all.best).toHaveLength(1024);
    expect(few.best.map(({ bic }) => bic.toFixed(6))).toEqual(all.best.slice(0, 5).map(({ bic }) => bic.toFixed(6)));
    expect(all.best.every(({ bic }, index) => index === 0 || bic >= all.best[index - 1]!.bic - 1e-6)).toBe(true);
  });

  it('leaves out and counts the models without an estimate', () => {
    const { considered, excluded, best } = ranked('Korea', 2, 100);
    expect({ considered, excluded, kept: best.length }).toEqual({ considered: 8, excluded: 2, kept: 6 });
  });

  it('fits all 32,768 pairwise models of six lists', () => {
    const { considered, excluded, diverged, best } = ranked('UKdat', 2, 10);
    expect({ considered, excluded, diverged }).toEqual({ considered: 32768, excluded: 0, diverged: 0 });
    expect(best[0]!.bic).toBeCloseTo(244.1193, 4);
  });

  it('refuses a search without end', () => {
    const scorer = new ModelScorer(7);
    expect(() => rankModels(scorer, 2, 'bic', 1)).toThrow('too many models');
  });
});
