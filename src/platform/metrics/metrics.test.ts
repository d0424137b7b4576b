import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('counts by label, and writes a counter that never moved as a name without a figure', () => {
  const metrics = createMetrics();
  const asked = metrics.counter('vragen_total', 'Vragen.');
  metrics.counter('stil_total', 'Nog niets.');
  asked.add({ status: '2xx' });
  asked.add({ status: '2xx' }, 2);
  asked.add({ status: '5xx' });
  expect(metrics.text()).toBe(
    [
      '# HELP vragen_total Vragen.',
      '# TYPE vragen_total counter',
      'vragen_total{status="2xx"} 3',
      'vragen_total{status="5xx"} 1',
      '# HELP stil_total Nog niets.',
      '# TYPE stil_total counter',
      '',
    ].join('\n'),
  );
});

it('counts a duration in every step that holds it, and all of them in the last', () => {
  const metrics = createMetrics();
  const took = metrics.histogram('duur_seconds', 'Duur.', [0.1, 1]);
  took.observe(0.05);
  took.observe(0.5);
  took.observe(5);
  expect(metrics.text().split('\n').slice(2, -1)).toEqual([
    'duur_seconds_bucket{le="0.1"} 1',
    'duur_seconds_bucket{le="1"} 2',
    'duur_seconds_bucket{le="+Inf"} 3',
    'duur_seconds_sum 5.55',
    'duur_seconds_count 3',
  ]);
});

it('asks a gauge at each reading, leaves out what is not known, and keeps a label on one line', () => {
  const metrics = createMetrics();
  const state = { value: undefined as number | undefined };
  metrics.gauge('leeftijd_seconds', 'Leeftijd.', () => state.value);
  metrics.gauge('versie', 'Versie.', () => [[{ versie: 'a"b\\c\nd' }, 1]]);
  expect(metrics.text()).not.toMatch(/^leeftijd_seconds \d/m);
  state.value = 7;
  expect(metrics.text()).toMatch(/^leeftijd_seconds 7$/m);
  expect(metrics.text()).toContain('versie{versie="a\\"b\\\\c\\nd"} 1\n');
});
