import type { Interactions } from './hierarchical-models.ts';
import { interactionsUpTo } from './interactions-up-to.ts';
import type { ModelScorer } from './model-scorer.ts';
import type { Criterion, ScoredModel } from './rank-models.ts';
import { boundary } from './term-boundary.ts';

/** Where a walk ended and how many different models it looked at. */
export interface Walk {
  /** Null when not even the start has an estimate. */
  readonly best: ScoredModel | null;
  readonly considered: number;
}

/**
 * Walks from a model to its best neighbour until no neighbour is better.
 *
 * Neighbours: one term more whose parts are all present, or one term less that is part of no other. The end is a local
 * minimum; on the five-list table of the United Kingdom, for one, not the global one. Use several starts and say so.
 */
export function walkDownhill(
  scorer: ModelScorer,
  start: Interactions,
  maxOrder: number,
  criterion: Criterion,
  seen = new Map<string, ScoredModel | null>(),
): Walk {
  const { lists } = scorer.fitter;
  const candidates = interactionsUpTo(lists, maxOrder);
  const look = (interactions: Interactions): ScoredModel | null => {
    const sorted = candidates.filter((term) => interactions.includes(term));
    const key = sorted.join();
    const known = seen.get(key);
    if (known !== undefined) return known;
    const fitted = scorer.score(sorted) === 'fitted';
    const scored = fitted
      ? { interactions: sorted, estimate: scorer.estimate, aic: scorer.aic, bic: scorer.bic }
      : null;
    seen.set(key, scored);
    return scored;
  };
  let best = look(start);
  while (best) {
    const present = new Set(best.interactions);
    let better: ScoredModel = best;
    for (const term of candidates) {
      let neighbour: number[];
      if (present.has(term)) {
        if (best.interactions.some((other) => other !== term && (other & term) === term)) continue;
        neighbour = best.interactions.filter((other) => other !== term);
      } else {
        if (!boundary(term).every((part) => present.has(part))) continue;
        neighbour = [...best.interactions, term];
      }
      const scored = look(neighbour);
      if (scored && scored[criterion] < better[criterion] - 1e-9 * Math.abs(better[criterion])) better = scored;
    }
    if (better === best) break;
    best = better;
  }
  return { best, considered: seen.size };
}
