/** Number of lists in a term. */
export function order(term: number): number {
  let bits = 0;
  for (let rest = term; rest; rest &= rest - 1) bits++;
  return bits;
}
