import type { Interactions } from './hierarchical-models.ts';

/** The terms that are not part of another one; single lists are left out. */
export function maximalTerms(model: Interactions): number[] {
  return model.filter((term) => !model.some((other) => other !== term && (other & term) === term));
}
