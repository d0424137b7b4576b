import { describe, expect, it } from 'vitest';
import { CELL_RULES, type CellRule } from '../../../../shared-kernel/publishable.ts';
import { toldBy } from './cell-interval.ts';
import { crossTable, type LinkedTable, linkTables, type Publication } from './linked-table.ts';
import { type Audit, protect, rounded } from './protect.ts';
import { attack, attackCell, exposedCells, InfeasiblePublication } from './testing/attack.ts';

const EXACT: CellRule = { smallest: 5, step: 1, rounding: 'none' };
const nobodyLooks: Audit = () => [];

function published(table: LinkedTable, rule: CellRule, audit: Audit, earlier?: Publication): Publication {
  const result = protect(table, rule, { audit, ...(earlier && { earlier }) });
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.cell}`);
  return result.value;
}

/** Tables that look like registrations: many small counts, a few large ones. Same seed, same table. */
function generated(seed: number, rows = 4, columns = 4): LinkedTable {
  const state = { value: seed * 2_654_435_761 };
  const next = () => {
    state.value = (Math.imul(state.value ^ (state.value >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    return (state.value >>> 0) / 2 ** 32;
  };
  return crossTable(
    Object.fromEntries(
      Array.from({ length: rows }, (_, r) => [
        `r${r}`,
        Object.fromEntries(Array.from({ length: columns }, (_, c) => [`c${c}`, Math.floor(next() ** 3 * 90)])),
      ]),
    ),
  );
}

const TABLE = crossTable({
  noord: { arbeid: 3, seksueel: 20, crimineel: 12 },
  oost: { arbeid: 17, seksueel: 30, crimineel: 9 },
  zuid: { arbeid: 25, seksueel: 14, crimineel: 40 },
});

describe('the attacker', () => {
  it('recovers the one hidden cell of a table with exact totals: suppression alone does not protect', () => {
    const publication = published(TABLE, EXACT, nobodyLooks);
    expect(publication.get('noord|arbeid')).toBeNull();
    expect(attackCell('noord|arbeid', publication, TABLE.relations, EXACT)).toEqual({ low: 3, high: 3 });
    expect(attack(publication, TABLE.relations, EXACT)).toEqual(['noord|arbeid']);
  });

  it('recovers a small count that was only rounded: rounding alone does not protect', () => {
    const rule: CellRule = { smallest: 10, step: 5, rounding: 'down' };
    const { low, high } = toldBy(rounded(3, rule), rule);
    expect(high - low).toBeLessThan(rule.smallest);
  });

  it('recovers by subtracting editions, when what came out before is forgotten', () => {
    const both: LinkedTable = {
      counts: new Map([
        ['zonder', 60],
        ['met', 63],
        ['nieuw', 3],
      ]),
      relations: [{ total: 'met', parts: ['zonder', 'nieuw'] }],
    };
    const earlier: Publication = new Map([['zonder', 60]]);
    const forgetful = new Map([...published(both, EXACT, nobodyLooks), ...earlier]);
    expect(attack(forgetful, both.relations, EXACT)).toEqual(['nieuw']);
    const careful = published(both, EXACT, exposedCells, earlier);
    expect([careful.get('zonder'), careful.get('met')]).toEqual([60, null]);
    expect(attack(careful, both.relations, EXACT)).toEqual([]);
  });

  it('sees a bridge that no row and no column shows by itself', () => {
    // every row and column hides none or at least two, and yet rows 1 and 2 less columns 1 and 2 leave one cell
    const hidden = new Set(['1|1', '1|2', '2|1', '2|2', '1|3', '4|3', '4|4', '3|4', '3|3']);
    const rows = Object.fromEntries(
      [1, 2, 3, 4].map((r) => [String(r), Object.fromEntries([1, 2, 3, 4].map((c) => [String(c), 20 + r * c]))]),
    );
    const table = crossTable(rows);
    const publication = new Map([...table.counts].map(([key, count]) => [key, hidden.has(key) ? null : count]));
    expect(attackCell('1|3', publication, table.relations, EXACT)).toEqual({ low: 23, high: 23 });
  });

  it('agrees with trying every possibility', () => {
    const table = crossTable({ a: { x: 2, y: 7 }, b: { x: 8, y: 3 } });
    const keys = ['a|x', 'a|y', 'b|x', 'b|y'];
    const publication = new Map([...table.counts].map(([key, count]) => [key, keys.includes(key) ? null : count]));
    const possible: number[] = [];
    for (let ax = 0; ax <= 20; ax++) {
      const [ay, bx] = [9 - ax, 10 - ax];
      if (ay >= 0 && bx >= 0 && 11 - bx >= 0) possible.push(ax);
    }
    expect(attackCell('a|x', publication, table.relations, EXACT)).toEqual({
      low: Math.min(...possible),
      high: Math.max(...possible),
    });
  });

  it('calls a publication that contradicts itself a failure, not a success', () => {
    const publication = new Map<string, number | null>([...TABLE.counts].map(([key, count]) => [key, count]));
    publication.set('*|*', 999);
    publication.set('noord|arbeid', null);
    expect(() => attack(publication, TABLE.relations, EXACT)).toThrow(InfeasiblePublication);
  });
});

describe('a protected publication', () => {
  const rules = { ...CELL_RULES, exact: EXACT };

  it.each([
    'monitor',
    'public',
    'exact',
  ] as const)('(%s) gives the attacker nothing, on any generated table', (audience) => {
    const rule = rules[audience];
    const recovered = { without: 0, with: 0 };
    for (let seed = 1; seed <= 12; seed++) {
      const table = generated(seed);
      recovered.without += attack(published(table, rule, nobodyLooks), table.relations, rule).length;
      const publication = published(table, rule, exposedCells);
      recovered.with += attack(publication, table.relations, rule).length;
      for (const [key, shown] of publication)
        if (shown !== null) expect(table.counts.get(key)).toBeGreaterThanOrEqual(rule.smallest);
    }
    // with complementary suppression off the attack succeeds: it is real
    expect(recovered.without).toBeGreaterThan(0);
    expect(recovered.with).toBe(0);
  });

  it('gives nothing over two editions together either', () => {
    const rule = CELL_RULES.public;
    const first = generated(3);
    const counts = new Map([...generated(4, 4, 3).counts].map(([key, count]) => [`later ${key}`, count]));
    const second: LinkedTable = {
      counts,
      relations: generated(4, 4, 3).relations.map(({ total, parts }) => ({
        total: `later ${total}`,
        parts: parts.map((part) => `later ${part}`),
      })),
    };
    const both = linkTables(first, second);
    const sum = new Map(both.counts).set('samen', first.counts.get('*|*')! + counts.get('later *|*')!);
    const linked = { counts: sum, relations: [...both.relations, { total: 'samen', parts: ['*|*', 'later *|*'] }] };
    const earlier = published(first, rule, exposedCells);
    const publication = published(linked, rule, exposedCells, earlier);
    for (const [key, shown] of earlier) expect(publication.get(key)).toBe(shown);
    expect(attack(publication, linked.relations, rule)).toEqual([]);
  });

  it('hides zero like any small count, so that nobody reads "none"', () => {
    const table = crossTable({ a: { x: 0, y: 30 }, b: { x: 40, y: 50 }, c: { x: 60, y: 70 } });
    expect(published(table, CELL_RULES.public, exposedCells).get('a|x')).toBeNull();
  });

  it('is refused when all around a small count was published before', () => {
    const earlier: Publication = new Map([...TABLE.counts].filter(([key]) => key !== 'noord|arbeid'));
    expect(protect(TABLE, EXACT, { audit: exposedCells, earlier })).toEqual({
      ok: false,
      error: { code: 'cannot-protect', cell: 'noord|arbeid' },
    });
  });

  it('is the same for the same counts', () => {
    expect(published(generated(5), CELL_RULES.public, exposedCells)).toEqual(
      published(generated(5), CELL_RULES.public, exposedCells),
    );
  });
});
