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

/** One row of a grid of counts; its cells stand in the order of the columns. */
export interface GridRow<Row extends string, Cell> {
  readonly key: Row;
  readonly cells: readonly Cell[];
}

/**
 * Hides in a grid as {@link guarded} does in a list: in every row and in every column what is hidden is more than one count and adds
 * up to at least `smallest`, so that no row or column gives a hidden cell back by its total.
 */
export function guardedGrid<Row extends string>(
  rows: readonly GridRow<Row, number>[],
  smallest: number,
): readonly GridRow<Row, number | undefined>[] {
  const hidden = rows.map(({ cells }) => cells.map((count) => count > 0 && count < smallest));
  const width = rows[0]?.cells.length ?? 0;
  const lines = [
    ...rows.map((_, row) => Array.from({ length: width }, (_cell, column) => [row, column] as const)),
    ...Array.from({ length: width }, (_, column) => rows.map((_row, row) => [row, column] as const)),
  ];
  const crossing = (line: (typeof lines)[number], row: number, column: number): readonly boolean[] =>
    lines.indexOf(line) < rows.length ? hidden.map((cells) => cells[column]!) : hidden[row]!;
  const hideMore = (line: (typeof lines)[number]): boolean => {
    const behind = line.filter(([row, column]) => hidden[row]![column]);
    const sum = behind.reduce((total, [row, column]) => total + rows[row]!.cells[column]!, 0);
    if (behind.length === 0 || (behind.length > 1 && sum >= smallest) || behind.length === line.length) return false;
    const [next] = line
      .filter(([row, column]) => !hidden[row]![column])
      .map(([row, column]) => ({
        row,
        column,
        count: rows[row]!.cells[column]!,
        // where something is hidden already, one more costs nothing further on
        isAlone: crossing(line, row, column).every((isHidden) => !isHidden),
      }))
      .toSorted(
        (a, b) =>
          Number(a.count === 0) - Number(b.count === 0) || Number(a.isAlone) - Number(b.isAlone) || a.count - b.count,
      );
    hidden[next!.row]![next!.column] = true;
    return true;
  };
  // hiding in a row may leave one hidden in a column, and the other way round; each time one more is hidden, so it ends
  while (lines.map(hideMore).includes(true));
  return rows.map(({ key, cells }, row) => ({
    key,
    cells: cells.map((count, column) => (hidden[row]![column] ? undefined : count)),
  }));
}

/** A part of a whole, such as how many of all were taken up; hidden when it, or what is left, is too few. */
export function guardedPart(part: number, whole: number, smallest: number): number | undefined {
  const isFew = (count: number) => count > 0 && count < smallest;
  return isFew(part) || isFew(whole - part) ? undefined : part;
}

/** The total may be shown when it is nought, or not too few. */
export const guardedTotal = (total: number, smallest: number): number | undefined =>
  total > 0 && total < smallest ? undefined : total;
