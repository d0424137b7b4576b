import { describe, expect, it } from 'vitest';
import reference from '../fixtures/dga.json' with { type: 'json' };
import { captureTable } from './capture-table.ts';
import { decomposableGraphs } from './decomposable-graphs.ts';
import { publishedTable as table } from './testing/fixture.ts';

describe('decomposableGraphs against R package dga', () => {
  for (const run of reference.runs) {
    describe(`${run.data}, delta ${run.delta}, grid to ${run.gridMax}`, () => {
      const { lists } = table(run.data);
      const result = decomposableGraphs(table(run.data), run);
      const found = result.diagnostics!;

      it('has the mean and standard deviation to 1e-8', () => {
        expect(Math.abs(result.estimate! / run.mean - 1)).toBeLessThan(1e-8);
        expect(Math.abs(found.sd / run.sd - 1)).toBeLessThan(1e-8);
      });

      it('has mode and quantiles at the same grid point', () => {
        expect(found.mode).toBe(run.mode);
        expect(found.quantiles).toEqual(run.quantiles);
        expect(result.interval).toEqual({
          level: 0.95,
          kind: 'credible',
          low: run.quantiles['0.025'],
          high: run.quantiles['0.975'],
        });
      });

      it('has the probability and mean of each leading graph to 1e-8', () => {
        for (const graph of run.graphs) {
          const key = graph.cliques
            .map((c) => [...c].map((digit) => lists[Number(digit) - 1]).join())
            .sort()
            .join(' ');
          const own = found.graphs.find(
            ({ cliques }) =>
              cliques
                .map((c) => c.join())
                .sort()
                .join(' ') === key,
          )!;
          expect(Math.abs(own.probability - graph.probability)).toBeLessThan(1e-8);
          expect(Math.abs(own.probability / graph.probability - 1)).toBeLessThan(1e-7);
          expect(Math.abs(own.mean / graph.mean - 1)).toBeLessThan(1e-8);
        }
      });
    });
  }
});

describe('decomposableGraphs', () => {
  const korea = table('Korea');

  it('takes as default delta 2^-k, ten times the observed number and p(N) = 1/N', () => {
    expect(decomposableGraphs(korea)).toEqual(
      decomposableGraphs(korea, { delta: 1 / 8, gridMax: 1230, priorN: 'reciprocal' }),
    );
  });

  it('names the cliques of the most probable graph and how often each pair is joined', () => {
    const { model, diagnostics } = decomposableGraphs(korea);
    expect(model).toEqual([
      ['b', 'c'],
      ['c', 'd'],
    ]);
    expect(diagnostics!.pairs.map(({ pair }) => pair.join())).toEqual(['b,c', 'b,d', 'c,d']);
    expect(diagnostics!.pairs[0]!.probability).toBeGreaterThan(0.999);
  });

  it('does not change when lists are permuted', () => {
    const turned = new Array<number>(8).fill(0);
    korea.counts.forEach((count, w) => {
      turned[((w & 1) << 2) | ((w & 2) >> 1) | ((w & 4) >> 1)] = count;
    });
    const { estimate } = decomposableGraphs(captureTable(['c', 'd', 'b'], [...turned.entries()].slice(1)));
    expect(estimate! / decomposableGraphs(korea).estimate!).toBeCloseTo(1, 10);
  });

  it('warns when the end of the grid decides, and when it does not, is silent', () => {
    expect(decomposableGraphs(table('Artificial_3')).warnings).toContain('grid-limit');
    expect(decomposableGraphs(table('HIV')).warnings).not.toContain('grid-limit');
  });

  it('tells what the mean becomes on a grid three times as long', () => {
    for (const name of ['Korea', 'Western']) {
      const wide = decomposableGraphs(table(name), {
        gridMax: 30 * decomposableGraphs(table(name)).observed,
        gridPoints: 1e6,
      });
      expect(
        decomposableGraphs(table(name), { gridPoints: 1e6 }).diagnostics!.meanOnTripleGrid / wide.estimate!,
      ).toBeCloseTo(1, 3);
    }
  });

  it('warns when the posterior has two peaks', () => {
    expect(decomposableGraphs(table('UKdat_5')).warnings).toContain('bimodal');
  });

  it('gives no number when nobody is on two lists', () => {
    const result = decomposableGraphs(
      captureTable(
        ['A', 'B', 'C'],
        [
          [1, 10],
          [2, 20],
          [4, 30],
        ],
      ),
    );
    expect(result).toMatchObject({
      status: 'infinite',
      observed: 60,
      estimate: null,
      diagnostics: null,
    });
  });

  it('says that two lists cannot tell dependence, and that seven are too many', () => {
    const few = (k: number) =>
      captureTable(
        Array.from({ length: k }, (_, i) => `L${i}`),
        Array.from({ length: k }, (_, i) => [1 << i, 30 + i] as const).concat([[3, 10]]),
      );
    expect(decomposableGraphs(few(2))).toMatchObject({ status: 'not-identifiable', estimate: null });
    expect(decomposableGraphs(few(7))).toMatchObject({
      status: 'invalid-input',
      estimate: null,
      warnings: ['too-many-lists'],
    });
  });

  it('drops a list without cases, and says so', () => {
    const padded = captureTable(['b', 'c', 'd', 'empty'], [...korea.counts.entries()].slice(1));
    const result = decomposableGraphs(padded);
    expect(result).toMatchObject({ estimate: decomposableGraphs(korea).estimate, lists: ['b', 'c', 'd'] });
    expect(result.warnings).toContain('list-dropped:empty');
  });

  it('bears counts of ten million', () => {
    const huge = captureTable(
      ['A', 'B', 'C'],
      [
        [1, 1e7],
        [2, 1e7],
        [4, 1e7],
        [3, 5e6],
        [5, 5e6],
        [6, 5e6],
        [7, 2e6],
      ],
    );
    expect(decomposableGraphs(huge).estimate).toBeGreaterThan(huge.observed);
  });

  it('refuses a delta, grid or level that means nothing', () => {
    for (const options of [{ delta: 0 }, { gridMax: 0 }, { gridMax: 1.5 }, { level: 1 }])
      expect(() => decomposableGraphs(korea, options)).toThrow(RangeError);
  });
});

describe('decomposableGraphs on lists whose length is known', () => {
  /** The cases on one list as a population of known size, seen through the other lists. */
  function known(name: string, list: string) {
    const { lists, counts } = table(name);
    const at = lists.indexOf(list);
    let truth = 0;
    const rows: [number, number][] = [];
    counts.forEach((count, w) => {
      if (((w >> at) & 1) === 0) return;
      truth += count;
      const others = (w & ((1 << at) - 1)) | ((w >> (at + 1)) << at);
      if (others > 0) rows.push([others, count]);
    });
    return {
      truth,
      seen: captureTable(
        lists.filter((other) => other !== list),
        rows,
      ),
    };
  }

  it('finds the ten reference lists with log error 0.594 and eight of ten intervals that hold', () => {
    const references = { UKdat_5: ['LA', 'NG', 'PFNCA', 'GO'], Ned_5: ['IO', 'P', 'R', 'Z'], Australia: ['B', 'C'] };
    const found = Object.entries(references).flatMap(([name, lists]) =>
      lists.map((list) => {
        const { truth, seen } = known(name, list);
        const { interval, diagnostics } = decomposableGraphs(seen, { gridMax: 30 * seen.observed });
        return {
          error: Math.log(diagnostics!.median / truth),
          holds: interval!.low! <= truth && truth <= interval!.high!,
        };
      }),
    );
    const rmse = Math.sqrt(found.reduce((sum, { error }) => sum + error ** 2, 0) / found.length);
    expect(Math.abs(rmse - 0.594)).toBeLessThan(0.005);
    expect(found.filter(({ holds }) => holds)).toHaveLength(8);
  });
});
