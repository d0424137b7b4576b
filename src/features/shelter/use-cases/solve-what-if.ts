import type { Solver } from '../../../platform/solver/linear-model.ts';
import type { WhatIf, WhatIfTask } from '../domain/what-if.ts';

/** A flow from groups of requests to groups of places: how many at most, with these bounds. Whole by itself, as every such flow is. */
export function solveWhatIf(task: WhatIfTask, solver: Solver): WhatIf {
  const { demands, supplies, types } = task;
  // one column for each pair that suits, the last of each group of requests into an extra place of each of its kinds
  const pairs = demands.flatMap(({ supply, types: kinds }, demand) => [
    ...supply.map((group) => ({ demand, sink: group })),
    ...kinds.map((type) => ({ demand, sink: supplies.length + types.indexOf(type) })),
  ]);
  const open = demands.reduce((sum, { count }) => sum + count, 0);
  if (pairs.length === 0) return { open, placeable: 0, gains: [] };
  const entriesOf = (is: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.flatMap((pair, column) => (is(pair) ? [[column, 1] as const] : []));
  const rows = [
    ...demands.map(({ count }, index) => ({
      low: 0,
      high: count,
      entries: entriesOf(({ demand }) => demand === index),
    })),
    ...[...supplies, ...types.map(() => 0)].map((high, index) => ({
      low: 0,
      high,
      entries: entriesOf(({ sink }) => sink === index),
    })),
  ];
  const model = solver.model(
    pairs.map(() => ({ low: 0, high: open })),
    rows,
  );
  try {
    model.setCosts(new Float64Array(pairs.length).fill(1));
    const most = (): number => {
      const found = model.optimise('most');
      if (found.kind !== 'optimal') throw new Error(`no optimum: ${found.kind}`);
      return Math.round(found.value);
    };
    const placeable = most();
    const gains = types.map((type, index) => {
      const row = demands.length + supplies.length + index;
      const tried = task.extra.map((extra) => {
        model.setRowBounds(row, { low: 0, high: extra });
        return { extra, more: most() - placeable };
      });
      model.setRowBounds(row, { low: 0, high: 0 });
      return { type, gains: tried };
    });
    return { open, placeable, gains };
  } finally {
    model.close();
  }
}
