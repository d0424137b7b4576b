import { expect, it } from 'vitest';
import { fit } from './fit.ts';
import { profileInterval } from './profile-interval.ts';
import { publishedTable, tableOf } from './testing/fixture.ts';

it('lies around its estimate, which is close to the Poisson one on a large table', () => {
  const table = publishedTable('UKdat');
  const { estimate, interval } = profileInterval(table, 'main')!;
  expect(Math.abs(estimate / fit(table, 'main').estimate! - 1)).toBeLessThan(0.001);
  expect(interval).toMatchObject({ kind: 'profile', level: 0.95 });
  expect(interval.low).toBeLessThan(estimate);
  expect(interval.high).toBeGreaterThan(estimate);
  const wider = profileInterval(table, 'main', 0.99)!.interval;
  expect(wider.low).toBeLessThan(interval.low!);
  expect(wider.high).toBeGreaterThan(interval.high!);
});

it('is nothing where the model has no estimate', () => {
  expect(profileInterval(tableOf({ lists: ['A', 'B'], rows: ['10 5', '01 6'] }), 'main')).toBeNull();
});
