import { describe, expect, it } from 'vitest';
import { bcaBias } from '../bca-bias.ts';
import { bcaLimit } from '../bca-limit.ts';
import { bootstrapBca } from '../bootstrap-bca.ts';
import { jackknife } from '../jackknife.ts';
import { replicateEstimator } from '../replicate-estimator.ts';
import { fixture, publishedHistories, publishedTable, relativeDifference } from './fixture.ts';

interface BootstrapFixture {
  readonly data: string;
  readonly threshold: number;
  readonly estimate: number;
  readonly acceleration: number;
  readonly bias: number;
  readonly limits: Readonly<Record<string, number>>;
  readonly jackknife: readonly number[];
  readonly replicates: readonly number[];
  readonly counts: readonly string[];
}

/** Largest deviation of a 95% limit from that of R: 4.2 Monte Carlo standard errors at 1,000 replicates. */
const WITHIN: Record<string, readonly [low: number, high: number]> = {
  'artificial-3': [0.15, 0.44],
  hiv: [0.08, 0.08],
  korea: [0.02, 0.2],
  kosovo: [0.03, 0.03],
  'my-spina3': [0.013, 0.013],
  'neworl-5-185': [0.12, 0.12],
  'ukdat-5': [0.09, 0.17],
  western: [0.13, 0.13],
};

describe.each(Object.keys(WITHIN))('SparseMSE bootstrap on %s', (name) => {
  const reference = fixture<BootstrapFixture>(`bootstrap-${name}`);
  const table = publishedTable(reference.data);
  const procedure = { kind: 'stepwise', threshold: reference.threshold } as const;

  it('estimates the same total on each of the 1,000 resampled tables of R', () => {
    const estimate = replicateEstimator(table.lists.length, procedure);
    const histories = publishedHistories(reference.data);
    const counts = new Float64Array(table.counts.length);
    const differing = reference.replicates.filter((expected, replicate) => {
      counts.fill(0);
      reference.counts[replicate]!.split(' ').forEach((count, row) => {
        counts[histories[row]!] = Number(count);
      });
      const total = estimate(counts);
      if (expected > 1e9 * table.observed) return total !== Number.POSITIVE_INFINITY;
      return !(relativeDifference(total, expected) < 1e-6);
    });
    expect(reference.replicates).toHaveLength(1000);
    expect(differing).toEqual([]);
  });

  it('finds the same jackknife estimates and acceleration', () => {
    const left = jackknife(table, procedure);
    const histories = publishedHistories(reference.data);
    left.cells.forEach((cell, index) => {
      const expected = reference.jackknife[histories.indexOf(cell)]!;
      expect(relativeDifference(left.estimates[index]!, expected)).toBeLessThan(1e-6);
    });
    expect(Math.abs(left.acceleration - reference.acceleration)).toBeLessThan(1e-6);
  });

  it('finds the same BCa limits from the replicates of R', () => {
    const sorted = Float64Array.from(reference.replicates).sort();
    for (const [q, expected] of Object.entries(reference.limits)) {
      const limit = bcaLimit(sorted, reference.bias, reference.acceleration, Number(q));
      expect(relativeDifference(limit, expected)).toBeLessThan(1e-9);
    }
  });

  it('finds the median bias of R but for ties split by rounding there', () => {
    const sorted = Float64Array.from(reference.replicates).sort();
    expect(Math.abs(bcaBias(sorted, reference.estimate) - reference.bias)).toBeLessThan(0.003);
  });

  it('comes within Monte Carlo error with its own random numbers', () => {
    const { interval, status } = bootstrapBca(table, { procedure, replicates: 1000, seed: 1 });
    const [low, high] = WITHIN[name]!;
    expect(status).toBe('ok');
    expect(relativeDifference(interval.low!, reference.limits['0.025']!)).toBeLessThan(low);
    expect(relativeDifference(interval.high!, reference.limits['0.975']!)).toBeLessThan(high);
  });
});
