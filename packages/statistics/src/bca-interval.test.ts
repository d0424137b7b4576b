import { describe, expect, it } from 'vitest';
import { bcaInterval } from './bca-interval.ts';

const sorted = Array.from({ length: 999 }, (_, i) => i + 1);

describe('bcaInterval', () => {
  it('is near the percentiles for symmetric replicates', () => {
    const { status, interval } = bcaInterval(sorted, 500, 0, 0.95);
    expect(status).toBe('ok');
    expect(interval.low).toBeCloseTo(25, 0);
    expect(interval.high).toBeCloseTo(975, 0);
  });

  it('has no upper limit when it runs into infinite replicates', () => {
    const many = sorted.map((value) => (value > 900 ? Number.POSITIVE_INFINITY : value));
    expect(bcaInterval(many, 500, 0, 0.95)).toMatchObject({
      status: 'unbounded',
      interval: { kind: 'bca', high: null },
    });
    const few = sorted.map((value) => (value > 998 ? Number.POSITIVE_INFINITY : value));
    expect(bcaInterval(few, 500, 0, 0.95).status).toBe('ok');
  });

  it('gives the percentile interval, and says so, where BCa is not defined', () => {
    expect(bcaInterval(sorted, 2000, 0, 0.95)).toMatchObject({
      status: 'bca-undefined',
      interval: { kind: 'percentile', level: 0.95 },
    });
    expect(bcaInterval(sorted, 500, Number.NaN, 0.95).status).toBe('bca-undefined');
  });
});
