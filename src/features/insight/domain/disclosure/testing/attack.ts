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

/** Every hidden cell that this publication does not hide well enough. */
export function attack(publication: Publication, relations: readonly Relation[], rule: CellRule): readonly string[] {
  return [...publication.keys()].filter(
    (key) => publication.get(key) === null && !isHidden(attackCell(key, publication, relations, rule), rule),
  );
}
