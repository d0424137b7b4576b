import { hierarchicalModels } from './hierarchical-models.ts';

/** How many models `hierarchicalModels` would walk, counted up to a limit (Infinity beyond it). */
export function countHierarchicalModels(lists: number, maxOrder: number, limit = 200_000): number {
  const pairs = (lists * (lists - 1)) / 2;
  if (maxOrder <= 1) return 1;
  if (lists >= 6 && maxOrder >= 3) return Number.POSITIVE_INFINITY;
  if (2 ** pairs > limit) return Number.POSITIVE_INFINITY;
  if (Math.min(maxOrder, lists) === 2) return 2 ** pairs;
  let count = 0;
  for (const _ of hierarchicalModels(lists, maxOrder)) {
    if (++count > limit) return Number.POSITIVE_INFINITY;
  }
  return count;
}
