/** The largest interaction looked at when nothing is asked: k − 1 up to four lists, 3 at five, 2 beyond. */
export function defaultMaxOrder(lists: number): number {
  if (lists <= 4) return Math.max(lists - 1, 1);
  return lists === 5 ? 3 : 2;
}
