import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../platform/solver/linear-model.ts';
import { CELL_RULES, type CellRule } from '../../../../shared-kernel/publishable.ts';
import { rounded, toldBy } from '../../domain/disclosure/cell-interval.ts';
import { linkedTableOf } from '../../domain/disclosure/counted-table.ts';
import { tieToEarlier } from '../../domain/disclosure/editions.ts';
import type { Cell, LinkedTable } from '../../domain/disclosure/linked-table.ts';
import { primarilyHidden } from '../../domain/disclosure/primary.ts';
import { protect } from '../../domain/disclosure/protect.ts';
import { attacker, InfeasiblePublication } from './attack.ts';
import {
  cell,
  countOf,
  crossTable,
  nobodyLooks,
  pairsOf,
  published,
  recovered,
  registrations,
  spreadOver,
} from './testing/tables.ts';

const openAttack = attacker(await loadSolver());
const PUBLIC = CELL_RULES.public;
const EXACT: CellRule = { ...PUBLIC, smallest: 5, step: 1, rounding: 'none', mostOfOne: 1, mostOfTotal: 1 };
const yearOf = (key: string) => key.split('|')[0]!;

const TABLE = crossTable({
  noord: { arbeid: 3, seksueel: 20, crimineel: 12 },
  oost: { arbeid: 17, seksueel: 30, crimineel: 9 },
  zuid: { arbeid: 25, seksueel: 14, crimineel: 40 },
});

describe('the attacker', () => {
  it('recovers the one hidden cell of a table with exact totals: suppression alone does not protect (SDC-01)', () => {
    const { publication } = published(TABLE, EXACT, nobodyLooks);
    expect(publication.get(cell('noord', 'arbeid'))).toBeNull();
    expect(recovered(TABLE, publication, EXACT, openAttack)).toEqual([cell('noord', 'arbeid')]);
  });

  it('recovers a small count that was only rounded: rounding alone does not protect', () => {
    const { low, high } = toldBy(rounded(3, PUBLIC), PUBLIC);
    expect(high - low).toBeLessThan(PUBLIC.smallest);
  });

  it('recovers through rounding and suppression together, while nothing is hidden beside', () => {
    const table = crossTable({ a: { x: 3, y: 40 }, b: { x: 30, y: 60 } });
    const { publication } = published(table, PUBLIC, nobodyLooks);
    expect(recovered(table, publication, PUBLIC, openAttack)).toContain(cell('a', 'x'));
  });

  it('sees a bridge that no row and no column shows by itself', () => {
    // every row and column hides none or at least two, and yet rows 1 and 2 less columns 1 and 2 leave one cell
    const hidden = new Set(
      ['1|1', '1|2', '2|1', '2|2', '1|3', '4|3', '4|4', '3|4', '3|3'].map((pair) =>
        cell(...(pair.split('|') as [string, string])),
      ),
    );
    const table = crossTable(
      Object.fromEntries(
        [1, 2, 3, 4].map((r) => [String(r), Object.fromEntries([1, 2, 3, 4].map((c) => [String(c), 20 + r * c]))]),
      ),
    );
    const publication = new Map([...table.cells].map(([key, { count }]) => [key, hidden.has(key) ? null : count]));
    expect(recovered(table, publication, EXACT, openAttack)).toEqual([cell('1', '3')]);
  });

  it('agrees with trying every possibility', () => {
    for (const [ax, ay, bx, by] of [
      [2, 7, 8, 3],
      [0, 5, 6, 1],
      [4, 4, 4, 4],
      [1, 2, 3, 9],
    ] as const) {
      const table = crossTable({ a: { x: ax, y: ay }, b: { x: bx, y: by } });
      const inner = [cell('a', 'x'), cell('a', 'y'), cell('b', 'x'), cell('b', 'y')];
      const publication = new Map(
        [...table.cells].map(([key, { count }]) => [key, inner.includes(key) ? null : count]),
      );
      const possible = Array.from({ length: 40 }, (_, x) => x).filter(
        (x) => ax + ay - x >= 0 && ax + bx - x >= 0 && by - ax + x >= 0,
      );
      const isSafe = possible.length > EXACT.smallest;
      expect(recovered(table, publication, EXACT, openAttack).length === 0).toBe(isSafe);
    }
  });

  it('knows that people are whole: what only fits with parts of people does not hide a cell', () => {
    // z is a multiple of y, and is told to lie from 10 to 14; z2 equals z. Three times y can only be 12, though parts of people
    // could make everything between; twice y can be 10, 12 or 14.
    const times = (multiple: number): LinkedTable => {
      const ys = Array.from({ length: multiple }, (_, nth) => `y${nth}`);
      const counts = { z: 12, z2: 12, v: 60, u: 72, w: 50, m: 50 + 12 / multiple };
      return {
        cells: new Map<string, Cell>([
          ...Object.entries(counts).map(([key, count]) => [key, { kind: 'published', count, largest: 0 }] as const),
          ...ys.map((key) => [key, { kind: 'unpublished', count: 12 / multiple, largest: 0 }] as const),
        ]),
        relations: [
          ...ys.map((y) => ({ total: 'm', parts: [y, 'w'] })),
          { total: 'z', parts: ys },
          ...['z', 'z2'].map((z) => ({ total: 'u', parts: [z, 'v'] })),
        ],
      };
    };
    const rule: CellRule = { ...EXACT, smallest: 4, step: 5, rounding: 'down' };
    const publication = new Map(['z', 'z2', 'v', 'u', 'w', 'm'].map((key) => [key, key === 'z' ? 10 : null]));
    expect(recovered(times(3), publication, rule, openAttack)).toEqual(['z2']);
    expect(recovered(times(2), publication, rule, openAttack)).toEqual([]);
  });

  it('calls a publication that contradicts itself a failure, not a success', () => {
    const publication = new Map<string, number | null>([...TABLE.cells].map(([key, { count }]) => [key, count]));
    publication.set('jaar=2025', 999);
    publication.set(cell('noord', 'arbeid'), null);
    expect(() => recovered(TABLE, publication, EXACT, openAttack)).toThrow(InfeasiblePublication);
  });
});

describe('a protected publication', () => {
  const rules = { monitor: CELL_RULES.monitor, public: PUBLIC, exact: EXACT };

  it.each(['monitor', 'public', 'exact'] as const)('(%s) gives the attacker nothing, on any generated table', {
    timeout: 90_000,
  }, (audience) => {
    const rule = rules[audience];
    const found = { without: 0, with: 0 };
    for (let seed = 1; seed <= 6; seed++) {
      const counted = registrations(seed, ['2025'], 700);
      const table = linkedTableOf(counted, pairsOf(counted));
      found.without += recovered(table, published(table, rule, nobodyLooks).publication, rule, openAttack).length;
      const { publication, attack, recoveredBefore } = published(table, rule, openAttack);
      expect(recoveredBefore).toBeGreaterThan(0);
      expect(attack.narrowest).toBeGreaterThanOrEqual(rule.smallest);
      found.with += recovered(table, publication, rule, openAttack).length;
      for (const [key, shown] of publication) {
        const { count } = table.cells.get(key)!;
        if (shown !== null)
          expect([key, count >= rule.smallest, Math.abs(shown - count) < rule.step]).toEqual([key, true, true]);
      }
    }
    // with complementary suppression off the attack succeeds: it is real
    expect(found.without).toBeGreaterThan(0);
    expect(found.with).toBe(0);
  });

  it('never lets a total be the sum of what is shown and one hidden cell (SDC-05)', () => {
    const counted = registrations(3, ['2025'], 900);
    const table = linkedTableOf(counted, pairsOf(counted));
    const single = (shown: (key: string) => number | null | undefined) =>
      table.relations.filter(
        ({ total, parts }) =>
          typeof shown(total) === 'number' &&
          parts.filter((part) => shown(part) === null).length === 1 &&
          parts.every((part) => shown(part) !== undefined),
      );
    const alone = published(table, EXACT, nobodyLooks).publication;
    expect(single((key) => alone.get(key)).length).toBeGreaterThan(0);
    const { publication } = published(table, EXACT, openAttack);
    expect(single((key) => publication.get(key))).toEqual([]);
  });

  it('is the same for the same counts, whatever their order (SDC-03)', () => {
    const counted = registrations(5, ['2024', '2025'], 400);
    const once = published(linkedTableOf(counted, pairsOf(counted)), PUBLIC, openAttack);
    const turned = { ...counted, rows: [...counted.rows].reverse() };
    expect(published(linkedTableOf(turned, pairsOf(turned)), PUBLIC, openAttack).publication).toEqual(once.publication);
  });

  it('changes by one person only in cells that hold that person, as far as no cell is hidden beside another (SDC-03)', () => {
    const counted = registrations(6, ['2025'], 800);
    const table = linkedTableOf(counted, pairsOf(counted));
    const [gone, ...rest] = counted.rows;
    const less = linkedTableOf({ ...counted, rows: rest }, pairsOf(counted));
    const before = published(table, PUBLIC, nobodyLooks).publication;
    const after = published(less, PUBLIC, nobodyLooks).publication;
    const holds = (key: string) => key.split('|').every((part) => gone!.values.includes(part.split('=')[1]!));
    for (const [key, shown] of before) if (!holds(key)) expect([key, after.get(key)]).toEqual([key, shown]);
  });

  it('shows no combination of properties that fewer people share than may be shown (SDC-04)', () => {
    const counted = registrations(7, ['2025'], 600);
    const table = linkedTableOf(counted, pairsOf(counted));
    const { publication } = published(table, PUBLIC, openAttack);
    for (const key of publication.keys()) {
      const wanted = key.split('|').map((part) => part.split('=')[1]!);
      const people = counted.rows.filter(({ values }) => wanted.every((value) => values.includes(value))).length;
      if (people < PUBLIC.smallest) expect([key, publication.get(key)]).toEqual([key, null]);
    }
  });

  it('hides zero like any small count, so that nobody reads "none"', () => {
    const table = crossTable({ a: { x: 0, y: 30 }, b: { x: 40, y: 50 }, c: { x: 60, y: 70 } });
    expect(published(table, PUBLIC, openAttack).publication.get(cell('a', 'x'))).toBeNull();
  });

  it('hides what one contributor counted for more than half, and shows it when they are even', () => {
    const rows = (half: number) => [
      { values: ['2025', 'a', 'x'], contributor: 'een', count: half },
      { values: ['2025', 'a', 'x'], contributor: 'twee', count: 60 - half },
      ...spreadOver([
        { values: ['2025', 'b', 'y'], contributor: '', count: 90 },
        { values: ['2025', 'a', 'y'], contributor: '', count: 90 },
        { values: ['2025', 'b', 'x'], contributor: '', count: 90 },
      ]),
    ];
    const dimensions = [
      { id: 'jaar', categories: ['2025'] },
      { id: 'r', categories: ['a', 'b'] },
      { id: 'k', categories: ['x', 'y'] },
    ];
    const of = (half: number) =>
      published(linkedTableOf({ dimensions, rows: rows(half) }, [['r', 'k']]), PUBLIC, openAttack);
    expect(of(30).reasons.get(cell('a', 'x'))).toBeUndefined();
    expect(of(31).reasons.get(cell('a', 'x'))).toBe('one-contributor');
    expect(of(31).publication.get(cell('a', 'x'))).toBeNull();
  });

  it('hides a cell that holds more than nine tenths of a total: it would be told of nearly everybody', () => {
    const reasonOf = (count: number) =>
      primarilyHidden(crossTable({ a: { x: count, y: 10 }, b: { x: 100, y: 100 } }), PUBLIC).get(cell('a', 'x'));
    expect([reasonOf(90), reasonOf(91)]).toEqual([undefined, 'one-group']);
  });
});

describe('two editions together', () => {
  const counted = registrations(8, ['2024', '2025'], 800);
  const table = linkedTableOf(counted, pairsOf(counted));
  const first = published(table, PUBLIC, openAttack);
  const before = { number: 1, table, shown: first.publication };

  /** The same years with these people more, tied to the first edition. */
  const revisedBy = (rows: typeof counted.rows) => {
    const now = { ...counted, rows: [...counted.rows, ...rows] };
    return tieToEarlier(linkedTableOf(now, pairsOf(now)), [before], yearOf);
  };
  const people = (count: number, year: string) => [
    { values: [year, 'n', 'seksueel', 'minderjarig'], contributor: 'laat', count },
  ];
  const protectTied = ({ table: tied, known, earlier }: ReturnType<typeof tieToEarlier>) =>
    protect(tied, PUBLIC, { openAttack, known, earlier });

  it('show a year that did not change exactly as before', () => {
    const again = protectTied(revisedBy(people(25, '2025')));
    expect(again.ok).toBe(true);
    if (!again.ok) return;
    for (const [key, shown] of first.publication)
      if (yearOf(key) === 'jaar=2024') expect([key, again.value.publication.get(key)]).toEqual([key, shown]);
  });

  it('do not tell that three people came in late: what would tell is hidden (SDC-02)', () => {
    const tied = revisedBy(people(3, '2025'));
    const careless = new Map(
      [...tied.table.cells]
        .filter(([, { kind }]) => kind === 'published')
        .map(([key, { count }]) => [key, first.publication.get(key) === null ? null : rounded(count, PUBLIC)] as const),
    );
    const options = { rule: PUBLIC, earlier: tied.earlier, fixed: new Set<string>() };
    const attack = openAttack(tied.table, careless, options);
    expect(attack.exposed().filter((key) => key.startsWith('sinds uitgave 1')).length).toBeGreaterThan(0);
    attack.close();
    const careful = protectTied(tied);
    expect(careful.ok).toBe(true);
    if (!careful.ok) return;
    const once = openAttack(tied.table, careful.value.publication, options);
    expect(once.exposed()).toEqual([]);
    once.close();
    expect(careful.value.publication.get('jaar=2025')).toBeNull();
    expect(careful.value.publication.get('jaar=2024')).not.toBeNull();
  });

  it('keep hidden in the first what the second would give away', () => {
    // exact figures: hidden in the first edition, and the second shows all around it with one row fewer hidden
    const tied = tieToEarlier(
      TABLE,
      [{ number: 1, table: TABLE, shown: published(TABLE, EXACT, openAttack).publication }],
      yearOf,
    );
    const result = protect(tied.table, EXACT, { openAttack, known: tied.known, earlier: tied.earlier });
    expect(result.ok && countOf(result.value.reasons, 'before')).toBeGreaterThan(0);
  });

  it('are refused when all around a small count was published before', () => {
    const shown = new Map(
      [...TABLE.cells].filter(([key]) => key !== cell('noord', 'arbeid')).map(([key, { count }]) => [key, count]),
    );
    const tied = tieToEarlier(TABLE, [{ number: 1, table: TABLE, shown }], yearOf);
    expect(protect(tied.table, EXACT, { openAttack, known: tied.known })).toEqual({
      ok: false,
      error: { code: 'cannot-protect', cell: cell('noord', 'arbeid') },
    });
  });
});

it('a table over all properties at once is reasoned about, though nobody publishes it', () => {
  const counted = registrations(9, ['2025'], 300);
  const table: LinkedTable = linkedTableOf(counted, pairsOf(counted));
  const unpublished = [...table.cells].filter(([, { kind }]) => kind === 'unpublished');
  expect(unpublished).toHaveLength(12 * 5 * 3);
  const { publication } = published(table, PUBLIC, openAttack);
  for (const [key] of unpublished) expect(publication.has(key)).toBe(false);
});
