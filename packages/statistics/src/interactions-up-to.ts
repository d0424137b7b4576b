/** All terms of two or more lists up to an order, pairs first; within an order by list: 12, 13, …, 1k, 23, … */
export function interactionsUpTo(lists: number, maxOrder: number): number[] {
  const terms: number[] = [];
  const extend = (term: number, from: number, left: number): void => {
    if (left === 0) {
      terms.push(term);
      return;
    }
    for (let list = from; list <= lists - left; list++) extend(term | (1 << list), list + 1, left - 1);
  };
  for (let size = 2; size <= Math.min(maxOrder, lists); size++) extend(0, 0, size);
  return terms;
}
