import type { Bounds, LinearModel, Optimum, Row, Solver } from '../../../../platform/solver/linear-model.ts';
import type { CellRule } from '../../../../shared-kernel/publishable.ts';
import type { Relation } from '../../domain/disclosure/linked-table.ts';
import { type Beliefs, beliefsOf, boundsOf, FREE, type PartCell, rowsOf } from './part-cell.ts';
import { Repair } from './repair.ts';

const TOLERANCE = 1e-6;
/** A solver gets this long for one question about whole people; without an answer the cell counts as found. */
const WHOLE_SECONDS = 5;
/** With fewer open cells than this each is asked for by itself. */
const FEW = 3;
/** All at once goes on while it proves this part of what is open. */
const WORTHWHILE = 0.05;
/** Good enough: the sum need not be the very largest. */
const GAP = 0.1;

/** One connected part of a publication under attack, with everything proven of it so far. */
export class AttackedPart {
  readonly keys: readonly string[];
  private readonly cells: PartCell[];
  private readonly index: ReadonlyMap<string, number>;
  private readonly sums: readonly Row[];
  private readonly solver: Solver;
  private readonly rule: CellRule;
  private readonly beliefs: Beliefs;
  private readonly model: LinearModel;
  private readonly costs: Float64Array;
  /** The fewest and the most people of each cell in the tables of whole people that were found to fit. */
  private readonly fewest: Float64Array;
  private readonly most: Float64Array;
  /** Cells with room enough, if people could be in parts. */
  private readonly wide = new Set<number>();
  private repair: Repair | undefined;
  private solved = 0;

  constructor(solver: Solver, cells: readonly PartCell[], relations: readonly Relation[], rule: CellRule) {
    this.solver = solver;
    this.rule = rule;
    this.cells = [...cells];
    this.keys = cells.map(({ key }) => key);
    this.index = new Map(this.keys.map((key, at) => [key, at]));
    this.beliefs = beliefsOf(cells, rule);
    this.sums = rowsOf(relations, (key) => this.index.get(key)!);
    this.costs = new Float64Array(cells.length);
    this.model = solver.model(
      cells.map((cell) => this.boundsOf(cell)),
      this.sums,
    );
    this.fewest = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY);
    this.most = new Float64Array(cells.length).fill(Number.NEGATIVE_INFINITY);
    const truth = Float64Array.from(cells, ({ count }) => count);
    if (this.fits(truth)) this.learn(truth);
  }

  /** How often a linear program was solved. */
  get solves(): number {
    return this.solved + (this.repair?.solves ?? 0);
  }

  /** Whether any table fits what was published. */
  isPossible(): boolean {
    return this.fewest[0] !== Number.POSITIVE_INFINITY || this.ask(undefined, 'least').kind === 'optimal';
  }

  /** A sensitive cell that is not hidden well enough. What is found with parts of people is sure, and quick: it comes first. */
  next(): string | undefined {
    const narrow = this.openCells().find((at) => this.isNarrow(at));
    if (narrow !== undefined) return this.keys[narrow];
    this.proveMany();
    const unproven = this.openCells().find((at) => !this.proveWhole(at));
    return unproven === undefined ? undefined : this.keys[unproven];
  }

  /** All of them. While some are found with parts of people, whole people are not asked about: that part is not safe anyway. */
  exposed(): readonly string[] {
    const narrow = this.openCells().filter((at) => this.isNarrow(at));
    if (narrow.length === 0) this.proveMany();
    const found = narrow.length > 0 ? narrow : this.openCells().filter((at) => !this.proveWhole(at));
    return found.map((at) => this.keys[at]!);
  }

  hide(key: string): void {
    const at = this.index.get(key)!;
    this.repair?.hide(at);
    this.cells[at] = { ...this.cells[at]!, shown: null, isSensitive: true, mayHide: false };
    this.model.setBounds(at, this.boundsOf(this.cells[at]!));
  }

  /** The shown cells to hide so that this cell is safe; none when that is impossible. */
  remedy(exposed: string): readonly string[] {
    const target = this.index.get(exposed)!;
    this.repair ??= new Repair(this.solver, this.cells, this.sums, this.rule, this.beliefs);
    for (const wanted of [this.farAbove(target), this.farBelow(target)]) {
      const moved = this.repair.toReach(target, wanted);
      if (moved) return (moved.length > 0 ? moved : this.nearest(target)).map((at) => this.keys[at]!);
    }
    return [];
  }

  /** For each sensitive cell how many whole numbers apart two tables lie that both fit. */
  provenRanges(): readonly number[] {
    return this.cells.flatMap(({ isSensitive }, at) => (isSensitive ? [this.most[at]! - this.fewest[at]!] : []));
  }

  close(): void {
    this.model.close();
    this.repair?.close();
  }

  private boundsOf(cell: PartCell): Bounds {
    return boundsOf(cell, this.rule, this.beliefs);
  }

  private isOpen(at: number): boolean {
    return this.cells[at]!.isSensitive && !(this.most[at]! - this.fewest[at]! >= this.rule.smallest);
  }

  private openCells(): readonly number[] {
    return this.keys.map((_, at) => at).filter((at) => this.isOpen(at));
  }

  private farAbove(at: number): Bounds {
    return { ...this.boundsOf(this.cells[at]!), low: this.fewest[at]! + this.rule.smallest };
  }

  private farBelow(at: number): Bounds {
    return { ...this.boundsOf(this.cells[at]!), high: this.most[at]! - this.rule.smallest };
  }

  /** Whether too few whole numbers are possible, even if people could be in parts. Hiding more only ever widens this. */
  private isNarrow(at: number): boolean {
    if (this.wide.has(at)) return false;
    const highest = this.ask(at, 'most');
    const lowest = this.isOpen(at) ? this.ask(at, 'least') : highest;
    if (!this.isOpen(at)) return false;
    if (highest.kind !== 'optimal' || lowest.kind !== 'optimal') return true;
    const range = Math.floor(highest.value + TOLERANCE) - Math.ceil(lowest.value - TOLERANCE);
    if (range < this.rule.smallest) return true;
    this.wide.add(at);
    return false;
  }

  /**
   * Asks for many open cells at once: a table in which as many of them as possible hold enough people more. When that proves
   * little, for fewer at a time: cells far apart in the order stand less in each other's way.
   */
  private proveMany(): void {
    for (let groups = 1; ; ) {
      const open = this.openCells();
      if (open.length < FEW * groups) return;
      for (let group = 0; group < groups; group++)
        this.spread(open.filter((at, nth) => nth % groups === group && this.isOpen(at)));
      if (this.openCells().length > open.length * (1 - WORTHWHILE)) groups *= 4;
    }
  }

  /** Beside every open cell stands how many people more it holds, as far as that proves anything; their sum is to be large. */
  private spread(open: readonly number[]): void {
    const columns: Bounds[] = this.cells.map((cell) => this.boundsOf(cell));
    const rows: Row[] = [...this.sums];
    for (const at of open) {
      const from = Math.max(columns[at]!.low, Math.min(this.fewest[at]!, this.most[at]!));
      rows.push({
        ...FREE,
        low: from,
        entries: [
          [at, 1],
          [columns.length, -1],
        ],
      });
      columns.push({ low: 0, high: this.rule.smallest });
    }
    const model = this.solver.model(columns, rows);
    model.setCosts(new Float64Array(columns.length).fill(1, this.cells.length));
    this.note(model.optimise('most', { whole: true, seconds: WHOLE_SECONDS, gap: GAP }));
    model.close();
  }

  /** Whether two tables of whole people exist that lie far enough apart in this cell. */
  private proveWhole(at: number): boolean {
    for (const bounds of [this.farAbove(at), this.farBelow(at)]) {
      this.seekWhole(at, bounds);
      if (!this.isOpen(at)) return true;
    }
    this.askWhole(at);
    if (this.isOpen(at)) this.seekWhole(at, this.farAbove(at));
    return !this.isOpen(at);
  }

  /** Any table of whole people with this cell between these bounds. */
  private seekWhole(at: number, bounds: Bounds): void {
    if (bounds.low > bounds.high) return;
    this.model.setBounds(at, bounds);
    this.askWhole(undefined);
    this.model.setBounds(at, this.boundsOf(this.cells[at]!));
  }

  private askWhole(at: number | undefined): void {
    this.weigh(at);
    this.note(this.model.optimise('least', { whole: true, seconds: WHOLE_SECONDS }));
  }

  private ask(at: number | undefined, goal: 'least' | 'most'): Optimum {
    this.weigh(at);
    return this.note(this.model.optimise(goal));
  }

  private weigh(at: number | undefined): void {
    this.costs.fill(0);
    if (at !== undefined) this.costs[at] = 1;
    this.model.setCosts(this.costs);
  }

  private note(found: Optimum): Optimum {
    this.solved++;
    const isWhole = (value: number) => Math.abs(value - Math.round(value)) <= TOLERANCE;
    if (found.kind === 'optimal' && found.columns.every(isWhole)) this.learn(found.columns);
    return found;
  }

  private learn(table: Float64Array): void {
    for (let at = 0; at < this.cells.length; at++) {
      const value = Math.round(table[at]!);
      if (value < this.fewest[at]!) this.fewest[at] = value;
      if (value > this.most[at]!) this.most[at] = value;
    }
  }

  private fits(table: Float64Array): boolean {
    const lies = (value: number, { low, high }: Bounds) => low <= value && value <= high;
    return (
      this.cells.every((cell, at) => lies(table[at]!, this.boundsOf(cell))) &&
      this.sums.every((sum) =>
        lies(
          sum.entries.reduce((so, [at, factor]) => so + factor * table[at]!, 0),
          sum,
        ),
      )
    );
  }

  /** When only parts of people stand between a cell and its being hidden: the smallest shown cell beside it. */
  private nearest(target: number): readonly number[] {
    const mayHide = (at: number) => this.cells[at]!.mayHide;
    const beside = this.sums
      .filter(({ entries }) => entries.some(([at]) => at === target))
      .flatMap(({ entries }) => entries.map(([at]) => at))
      .filter(mayHide);
    const all = beside.length > 0 ? beside : this.keys.map((_, at) => at).filter(mayHide);
    return all.sort((a, b) => this.cells[a]!.count - this.cells[b]!.count || a - b).slice(0, 1);
  }
}
