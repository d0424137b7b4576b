import type { DataClass } from '../db/table-register.ts';
import type { Policy, Question } from './policy.ts';

/**
 * The fields of a record that this person may see: each by the class of its column, as the table register has it. What she may
 * not see is not there, rather than empty, so that nothing tells whether there was something.
 */
export function visibleFields<Row extends Readonly<Record<string, unknown>>>(
  policy: Policy,
  columns: Readonly<Record<keyof Row & string, DataClass>>,
  row: Row,
  question: Omit<Question, 'letter' | 'dataClass'>,
): Partial<Row> {
  const isVisible = (column: string) => {
    const dataClass = columns[column as keyof Row & string];
    return dataClass !== undefined && policy.decide({ ...question, letter: 'R', dataClass }).allowed;
  };
  return Object.fromEntries(Object.entries(row).filter(([column]) => isVisible(column))) as Partial<Row>;
}
