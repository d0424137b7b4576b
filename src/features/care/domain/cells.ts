import {
  CARE_AGES,
  CARE_FORMS,
  CARE_GENDERS,
  CARE_MOMENTS,
  type CareAge,
  type CareForm,
  type CareGender,
  type CareMoment,
  type CareNeed,
} from './need.ts';

/**
 * A set of combinations of form, age, gender and moment, one bit each. A set, because a whole country of them is compared for
 * every organisation that may fall out.
 */
export type Cells = bigint;

/** One combination. */
export interface Cell {
  readonly form: CareForm;
  readonly age: CareAge;
  readonly gender: CareGender;
  readonly moment: CareMoment;
}

/** Every combination, in the order of the bits: 5 × 3 × 3 × 3. */
export const ALL_CELLS: readonly Cell[] = CARE_MOMENTS.flatMap((moment) =>
  CARE_FORMS.flatMap((form) =>
    CARE_AGES.flatMap((age) => CARE_GENDERS.map((gender): Cell => ({ form, age, gender, moment }))),
  ),
);

export const NO_CELLS: Cells = 0n;
export const EVERY_CELL: Cells = (1n << BigInt(ALL_CELLS.length)) - 1n;

/** The combinations for which `holds`. */
export function cellsWhere(holds: (cell: Cell) => boolean): Cells {
  return ALL_CELLS.reduce((cells, cell, index) => (holds(cell) ? cells | (1n << BigInt(index)) : cells), NO_CELLS);
}

/** The combinations that somebody's need may be, at a moment or at any. */
export function cellsOf(need: CareNeed, moment?: CareMoment): Cells {
  return cellsWhere(
    (cell) =>
      (need.form ?? cell.form) === cell.form &&
      (need.age ?? cell.age) === cell.age &&
      (need.gender ?? cell.gender) === cell.gender &&
      (moment ?? cell.moment) === cell.moment,
  );
}

/** How many combinations there are in it. */
export function countCells(cells: Cells): number {
  let count = 0;
  for (let rest = cells; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** What is in it of one list and the same of the rest: 'at night: men, of all ages, in all forms'. */
export interface CellGroup {
  readonly moments: readonly CareMoment[];
  readonly genders: readonly CareGender[];
  readonly ages: readonly CareAge[];
  readonly forms: readonly CareForm[];
}

/** The same set as few groups as it takes to say it: equal parts of a list stand together. Every combination is in one group. */
export function groupCells(cells: Cells): readonly CellGroup[] {
  const has = new Set<Cell>(ALL_CELLS.filter((_, index) => (cells >> BigInt(index)) & 1n));
  const within = [...has];
  return alike(CARE_MOMENTS, (moment) => within.filter((cell) => cell.moment === moment)).flatMap(([moments, at]) =>
    alike(CARE_GENDERS, (gender) => at.filter((cell) => cell.gender === gender)).flatMap(([genders, of]) =>
      alike(CARE_AGES, (age) => of.filter((cell) => cell.age === age)).map(([ages, left]) => ({
        moments,
        genders,
        ages,
        forms: CARE_FORMS.filter((form) => left.some((cell) => cell.form === form)),
      })),
    ),
  );
}

/** The values of a list whose parts hold the same, together, with that part of the first of them. Empty parts are left out. */
function alike<Value extends string>(
  values: readonly Value[],
  partOf: (value: Value) => readonly Cell[],
): readonly (readonly [readonly Value[], readonly Cell[]])[] {
  const groups = new Map<string, { values: Value[]; part: readonly Cell[] }>();
  for (const value of values) {
    const part = partOf(value);
    if (part.length === 0) continue;
    const key = part
      .map((cell) =>
        Object.values(cell)
          .filter((each) => each !== value)
          .join(),
      )
      .join('|');
    const known = groups.get(key);
    if (known) known.values.push(value);
    else groups.set(key, { values: [value], part });
  }
  return [...groups.values()].map(({ values: together, part }) => [together, part] as const);
}
