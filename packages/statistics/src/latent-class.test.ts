import { describe, expect, it } from 'vitest';
import reference from '../fixtures/latent-class.json' with { type: 'json' };
import { captureTable } from './capture-table.ts';
import { type LatentClassEstimate, latentClass, latentClassRun } from './latent-class.ts';
import { publishedTable as table } from './testing/fixture.ts';

const short = { warmUp: 5000, sweeps: 8000, rounds: 1 };

describe('latentClass against R package LCMCR', { timeout: 60_000 }, () => {
  for (const run of reference.runs) {
    let once: LatentClassEstimate | undefined;
    const estimate = () =>
      (once ??= latentClass(table(run.data), { ...short, sweeps: run.data === 'Kosovo' ? 20_000 : 8000 }));

    it(`${run.data}: has the pooled median within three standard errors of R's chains, or 2%`, () => {
      const found = estimate().diagnostics!;
      const tolerance = Math.max((3 * run.betweenChainSd) / Math.sqrt(4), 0.02 * run.median);
      expect(Math.abs(found.pooled.median - run.median)).toBeLessThan(tolerance);
    });

    it(`${run.data}: ${run.data === 'UKdat_5' ? 'refuses a number, as its chains disagree' : 'gives that median, with quantiles within 7%'}`, () => {
      const result = estimate();
      const found = result.diagnostics!;
      if (run.data === 'UKdat_5') {
        expect(result).toMatchObject({ status: 'not-converged', estimate: null, interval: null });
        expect(result.warnings).toContain('chains-disagree');
        expect(found.quantiles).toBeNull();
        return;
      }
      expect(result).toMatchObject({
        status: 'ok',
        estimate: found.pooled.median,
        interval: { kind: 'credible', level: 0.95 },
      });
      for (const p of ['0.025', '0.1', '0.5', '0.9', '0.975']) {
        const own = found.quantiles![p]!;
        const theirs = run.quantiles[`${Number(p) * 100}%` as keyof typeof run.quantiles];
        expect(Math.abs(own / theirs - 1)).toBeLessThan(0.07);
      }
    });
  }
});

describe('latentClass', { timeout: 60_000 }, () => {
  const korea = table('Korea');
  const quick = { warmUp: 200, sweeps: 400, rounds: 1 };

  it('refuses a number for the Dutch six lists, whose chains stand at different totals', () => {
    const { status, estimate, interval, diagnostics } = latentClass(table('Ned'), {
      warmUp: 2000,
      sweeps: 4000,
      rounds: 1,
    });
    expect({ status, estimate, interval }).toEqual({ status: 'not-converged', estimate: null, interval: null });
    const medians = diagnostics!.chains.map(({ median }) => median);
    expect(Math.max(...medians) / Math.min(...medians)).toBeGreaterThan(1.5);
  });

  it('gives the same result for the same seed, another for another', () => {
    expect(latentClass(korea, { ...quick, seed: 7 })).toEqual(latentClass(korea, { ...quick, seed: 7 }));
    expect(latentClass(korea, { ...quick, seed: 8 }).diagnostics).not.toEqual(
      latentClass(korea, { ...quick, seed: 7 }).diagnostics,
    );
  });

  it('goes on for another round while the chains have not settled', () => {
    const { diagnostics } = latentClass(korea, { warmUp: 0, sweeps: 40, rounds: 3 });
    expect(diagnostics).toMatchObject({ warmUp: 120, sweeps: 160 });
  });

  it('tells its progress, rising to one', () => {
    const shares: number[] = [];
    latentClass(korea, quick, { progress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(16);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('stops when cancelled, without a number', () => {
    const signal = { aborted: false };
    const progress = (share: number) => {
      signal.aborted ||= share > 0.8;
    };
    const result = latentClass(korea, quick, { progress, signal });
    expect(result).toMatchObject({ status: 'not-converged', estimate: null, interval: null });
    expect(result.warnings).toContain('cancelled');
  });

  it("stops at the time limit on the caller's clock, without a number", () => {
    let now = 0;
    const elapsed = () => {
      now += 10_000;
      return now;
    };
    const result = latentClass(korea, {}, { elapsed });
    expect(result).toMatchObject({
      status: 'not-converged',
      estimate: null,
      warnings: ['time-limit'],
      diagnostics: null,
    });
    expect(now).toBe(60_000);
  });

  it('can be run in steps by a caller that has other work in between', () => {
    const run = latentClassRun(korea, quick);
    let step = run.next();
    while (!step.done) step = run.next();
    expect(step.value).toEqual(latentClass(korea, quick));
  });

  it('gives no number when nobody is on two lists, or when there are but two lists', () => {
    const apart = captureTable(
      ['A', 'B', 'C'],
      [
        [1, 10],
        [2, 20],
        [4, 30],
      ],
    );
    expect(latentClass(apart)).toMatchObject({
      status: 'infinite',
      estimate: null,
      interval: { high: null },
      diagnostics: null,
    });
    const two = captureTable(
      ['A', 'B'],
      [
        [1, 30],
        [2, 40],
        [3, 10],
      ],
    );
    expect(latentClass(two)).toMatchObject({ status: 'not-identifiable', estimate: null });
  });

  it('bears counts of ten million and ten lists', () => {
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
    const many = captureTable(
      [...'ABCDEFGHIJ'],
      Array.from({ length: 1023 }, (_, i) => [i + 1, 1 + (i % 3)] as const),
    );
    for (const data of [huge, many])
      expect(
        latentClass(data, { chains: 4, warmUp: 20, sweeps: 40, rounds: 1 }).diagnostics!.pooled.median,
      ).toBeGreaterThan(data.observed);
  });

  it.each([
    { chains: 3 },
    { sweeps: 0 },
    { classes: 1 },
    { cap: 0 },
    { level: 1 },
    { rounds: 0 },
    { rate: 0 },
    { seed: 0.5 },
  ])('refuses %o', (options) => expect(() => latentClass(korea, options)).toThrow(RangeError));
});
