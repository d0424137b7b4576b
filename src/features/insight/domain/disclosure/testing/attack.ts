import loadHighs from 'highs';
import type { CellRule } from '../../../../../shared-kernel/publishable.ts';
import { type CountInterval, isHidden, toldBy } from '../cell-interval.ts';
import type { Publication, Relation } from '../linked-table.ts';

const highs = await loadHighs();

/** The publication contradicts itself: then an attack proves nothing. */
export class InfeasiblePublication extends Error {}

/**
 * What somebody with a solver learns about a cell: the least and the most it can be, given everything published and every
 * total. Linear programming, so bounds that hold for whole people hold here too.
 */
export function attackCell(
  target: string,
  publication: Publication,
  relations: readonly Relation[],
  rule: CellRule,
): CountInterval {
  const keys = [...publication.keys()];
  const name = (key: string) => `x${keys.indexOf(key)}`;
  const constraints = relations.map(
    ({ total, parts }, index) =>
      ` r${index}: ${[name(total), ...parts.map((part) => `- ${name(part)}`)].join(' ')} = 0`,
  );
  const bounds = keys.map((key) => {
    const { low, high } = toldBy(publication.get(key)!, rule);
    return high === Number.POSITIVE_INFINITY ? ` ${name(key)} >= ${low}` : ` ${low} <= ${name(key)} <= ${high}`;
  });
  const solve = (goal: 'Minimize' | 'Maximize') => {
    const text = [goal, ` obj: ${name(target)}`, 'Subject To', ...constraints, 'Bounds', ...bounds, 'End'].join('\n');
    const { Status, ObjectiveValue } = highs.solve(text);
    if (Status === 'Optimal') return ObjectiveValue;
    if (goal === 'Maximize' && (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded'))
      return Number.POSITIVE_INFINITY;
    throw new InfeasiblePublication(`${Status} for ${target}`);
  };
  const low = solve('Minimize');
  return { low: Math.ceil(low - 1e-6) + 0, high: Math.floor(solve('Maximize') + 1e-6) };
}

/** The hidden cells that this publication does not hide well enough, one by one. */
export function* exposedCells(
  publication: Publication,
  relations: readonly Relation[],
  rule: CellRule,
): Iterable<string> {
  for (const [key, shown] of publication)
    if (shown === null && !isHidden(attackCell(key, publication, relations, rule), rule)) yield key;
}

/** All of them. */
export function attack(...publication: Parameters<typeof exposedCells>): readonly string[] {
  return [...exposedCells(...publication)];
}
