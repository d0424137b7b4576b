import type { Interactions } from './hierarchical-models.ts';

/**
 * An order in which to fit models so that each differs little from the one before: from the first model on, always the
 * nearest that is left (fewest terms to add or remove). Gives indices into `models`.
 */
export function chainModels(models: readonly Interactions[]): number[] {
  const left = new Set(models.keys());
  const chain: number[] = [];
  let current: Interactions = models[0] ?? [];
  while (left.size > 0) {
    const terms = new Set(current);
    let nearest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const index of left) {
      const shared = models[index]!.filter((term) => terms.has(term)).length;
      const changes = terms.size + models[index]!.length - 2 * shared;
      if (changes < fewest) {
        fewest = changes;
        nearest = index;
      }
    }
    left.delete(nearest);
    chain.push(nearest);
    current = models[nearest]!;
  }
  return chain;
}
