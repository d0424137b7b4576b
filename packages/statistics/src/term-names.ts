/** A term as the names of its lists, in list order. */
export type TermNames = readonly string[];

/** Names of the lists in a bit mask. */
export function termNames(lists: readonly string[], term: number): string[] {
  return lists.filter((_, index) => term & (1 << index));
}

/**
 * The bit mask of a group of list names, in any order.
 *
 * @throws RangeError for an unknown or repeated name.
 */
export function termMask(lists: readonly string[], names: TermNames): number {
  let mask = 0;
  for (const name of names) {
    const index = lists.indexOf(name);
    if (index < 0) throw new RangeError(`there is no list named ${name}`);
    if (mask & (1 << index)) throw new RangeError(`list ${name} stands twice in one term`);
    mask |= 1 << index;
  }
  return mask;
}
