/** Whether any case stands on two lists or more; without one no estimate is finite. `counts` by history. */
export function hasOverlap(counts: Float64Array): boolean {
  for (let cell = 3; cell < counts.length; cell++) if (counts[cell]! > 0 && (cell & (cell - 1)) !== 0) return true;
  return false;
}
