import type { Bounds, LinearModel, Row, Solver } from '../../../../platform/solver/linear-model.ts';
import type { CellRule } from '../../../../shared-kernel/publishable.ts';
import { type Beliefs, boundsOf, FREE, type PartCell } from './part-cell.ts';

const TOLERANCE = 1e-6;

/**
 * Finds what to hide so that a cell is safe: the cheapest table that differs enough in that cell, where a figure that is shown
 * may be left, upwards or downwards, at a cost. What was left must be hidden. A cell costs more the more people it tells of.
 *
 * After Kelly, Golden and Assad (1992), Networks 22, 397-417, and Fischetti and Salazar (2001), Management Science 47, 1008-1027.
 */
export class Repair {
  solves = 0;
  private readonly model: LinearModel;
  /** The cells that could be hidden when the attack began, by place. */
  private readonly places: readonly number[];
  private readonly bounds: readonly Bounds[];
  private readonly sums: readonly Row[];

  constructor(solver: Solver, cells: readonly PartCell[], sums: readonly Row[], rule: CellRule, beliefs: Beliefs) {
    this.sums = sums;
    this.places = cells.flatMap(({ mayHide }, at) => (mayHide ? [at] : []));
    this.bounds = cells.map((cell) => (cell.mayHide ? { low: 0, high: beliefs.most } : boundsOf(cell, rule, beliefs)));
    const columns: Bounds[] = [...this.bounds];
    const rows: Row[] = [...sums];
    const costs = new Float64Array(cells.length + 2 * this.places.length);
    for (const at of this.places) {
      const above = columns.length;
      columns.push({ low: 0, high: beliefs.most }, { low: 0, high: beliefs.most });
      rows.push({
        ...boundsOf(cells[at]!, rule, beliefs),
        entries: [
          [at, 1],
          [above, -1],
          [above + 1, 1],
        ],
      });
      costs.fill(1 + cells[at]!.count, above, above + 2);
    }
    this.model = solver.model(columns, rows);
    this.model.setCosts(costs);
  }

  /** A cell that is hidden from now on may be anything, for nothing. */
  hide(at: number): void {
    this.model.setRowBounds(this.sums.length + this.places.indexOf(at), FREE);
  }

  /**
   * The shown cells to hide so that a table exists with this cell inside `wanted`; none of them when one exists already, and
   * undefined when there is no such table whatever is hidden.
   */
  toReach(at: number, wanted: Bounds): readonly number[] | undefined {
    if (wanted.low > wanted.high) return undefined;
    this.model.setBounds(at, wanted);
    this.solves++;
    const found = this.model.optimise('least');
    this.model.setBounds(at, this.bounds[at]!);
    if (found.kind !== 'optimal') return undefined;
    const first = this.bounds.length;
    return this.places.filter(
      (_, nth) => found.columns[first + 2 * nth]! + found.columns[first + 2 * nth + 1]! > TOLERANCE,
    );
  }

  close(): void {
    this.model.close();
  }
}
