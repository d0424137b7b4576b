import loadHighs from 'highs';

/** A variable between two bounds; infinite when it has none. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A sum of variables, each times its factor, between two bounds. */
export interface Row extends Bounds {
  readonly entries: readonly (readonly [column: number, factor: number])[];
}

/** What the solver found. `stopped`: its time was up, or it cannot say. */
export type Optimum =
  | { readonly kind: 'optimal'; readonly value: number; readonly columns: Float64Array }
  | { readonly kind: 'infeasible' | 'unbounded' | 'stopped' };

export interface OptimiseOptions {
  /** The columns are whole numbers. */
  readonly whole?: boolean;
  /** Most seconds; the best answer so far then counts, when there is one. */
  readonly seconds?: number;
  /** For whole numbers: how far from the best an answer may be, as a part of it. */
  readonly gap?: number;
}

/** A linear program that stays in memory: bounds and costs change, and every next answer begins at the last one. */
export interface LinearModel {
  setBounds(column: number, bounds: Bounds): void;
  setRowBounds(row: number, bounds: Bounds): void;
  /** The costs of all columns. */
  setCosts(costs: Float64Array): void;
  /** The least or the most of the costs. */
  optimise(goal: 'least' | 'most', options?: OptimiseOptions): Optimum;
  /** Gives the memory back; the model is of no use after it. */
  close(): void;
}

export interface Solver {
  /** Name and version, for who wants to repeat it. */
  readonly name: string;
  model(columns: readonly Bounds[], rows: readonly Row[]): LinearModel;
}

const WHOLE = 1;
const CONTINUOUS = 0;
const MOST_SECONDS = 60;
const PRIMAL_SIMPLEX = 4;

/** The solver HiGHS, compiled to WebAssembly: synchronous, so for a thread of its own. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  const { modelStatus } = highs.constants;
  return {
    name: `HiGHS ${highs.version.string}`,
    model(columns, rows) {
      const starts = [0];
      for (const { entries } of rows) starts.push(starts.at(-1)! + entries.length);
      const model = highs.createModel({
        numCols: columns.length,
        numRows: rows.length,
        colCost: new Float64Array(columns.length),
        colLower: Float64Array.from(columns, ({ low }) => low),
        colUpper: Float64Array.from(columns, ({ high }) => high),
        rowLower: Float64Array.from(rows, ({ low }) => low),
        rowUpper: Float64Array.from(rows, ({ high }) => high),
        matrix: {
          format: 'csr',
          numRows: rows.length,
          numCols: columns.length,
          starts,
          indices: rows.flatMap(({ entries }) => entries.map(([column]) => column)),
          values: rows.flatMap(({ entries }) => entries.map(([, factor]) => factor)),
        },
      });
      // from one answer to the next only costs and bounds change: primal simplex goes on from where it stood
      model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: PRIMAL_SIMPLEX });
      const everyColumn = { kind: 'range', from: 0, to: columns.length - 1 } as const;
      let areWhole = false;
      return {
        setBounds: (column, { low, high }) => void model.changeColBounds(column, low, high),
        setRowBounds: (row, { low, high }) => void model.changeRowBounds(row, low, high),
        setCosts: (costs) => void model.changeColsCost(everyColumn, costs),
        optimise(goal, { whole = false, seconds = MOST_SECONDS, gap = 0 } = {}) {
          if (whole !== areWhole) {
            const type = whole ? WHOLE : CONTINUOUS;
            model.changeColsIntegrality(everyColumn, new Int32Array(columns.length).fill(type));
            model.options.set({ presolve: whole ? 'on' : 'off', mip_rel_gap: gap });
            areWhole = whole;
          }
          model.options.set('time_limit', model.getRunTime() + seconds); // its clock runs on from one question to the next
          const { minimize, maximize } = highs.constants.objectiveSense;
          model.changeObjectiveSense(goal === 'least' ? minimize : maximize);
          const { modelStatus: status } = model.run();
          const isEnough =
            whole &&
            status === modelStatus.timeLimit &&
            model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
          if (status === modelStatus.optimal || isEnough)
            return { kind: 'optimal', value: model.getObjectiveValue(), columns: model.getSolution().colValue };
          if (status === modelStatus.infeasible) return { kind: 'infeasible' };
          if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible)
            return { kind: 'unbounded' };
          return { kind: 'stopped' };
        },
        close: () => model.dispose(),
      };
    },
  };
}
