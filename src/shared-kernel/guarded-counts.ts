/** How many had something in common: a month, a kind, a reason. */
export interface Counted<Key extends string> {
  readonly key: Key;
  readonly count: number;
}

/** A count as it may be shown; `undefined` is hidden, and may be anything. */
export interface Shown<Key extends string> {
  readonly key: Key;
  readonly count: number | undefined;
}

/**
 * Hides what is too few to show, and as much beside it as it takes that nobody finds it by subtracting the rest from the total: what
 * is hidden adds up to at least `smallest`, and is more than one count. Nought says nothing about anybody and is shown, as long as it
 * is not needed to hide another.
 */
export function guarded<Key extends string>(counts: readonly Counted<Key>[], smallest: number): readonly Shown<Key>[] {
  const hidden = new Set(counts.filter(({ count }) => count > 0 && count < smallest).map(({ key }) => key));
  const isSafe = () => {
    const behind = counts.filter(({ key }) => hidden.has(key));
    return hidden.size === 0 || (behind.length > 1 && behind.reduce((sum, { count }) => sum + count, 0) >= smallest);
  };
  // the smallest of what is left gives most cover for least loss; nought comes last, for it hides nothing
  const rest = counts
    .filter(({ key }) => !hidden.has(key))
    .toSorted((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  for (const { key } of rest) {
    if (isSafe()) break;
    hidden.add(key);
  }
  return counts.map(({ key, count }) => ({ key, count: hidden.has(key) ? undefined : count }));
}

/** A part of a whole, such as how many of all were taken up; hidden when it, or what is left, is too few. */
export function guardedPart(part: number, whole: number, smallest: number): number | undefined {
  const isFew = (count: number) => count > 0 && count < smallest;
  return isFew(part) || isFew(whole - part) ? undefined : part;
}

/** The total may be shown when it is nought, or not too few. */
export const guardedTotal = (total: number, smallest: number): number | undefined =>
  total > 0 && total < smallest ? undefined : total;
