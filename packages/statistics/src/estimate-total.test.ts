import { describe, expect, it } from 'vitest';
import { estimateTotal } from './estimate-total.ts';
import { publishedTable, tableOf } from './testing/fixture.ts';
import { VERSION } from './version.ts';

describe('estimateTotal', () => {
  it('carries status, method, interval with its kind, diagnostics, seed and version', () => {
    const estimate = estimateTotal(publishedTable('Korea'), { bootstrap: 200, seed: 3 });
    expect(estimate).toMatchObject({
      status: 'ok',
      method: 'stepwise',
      observed: 123,
      interval: { kind: 'bca', level: 0.95 },
      model: [['b', 'c']],
      seed: 3,
      version: VERSION,
      diagnostics: { bootstrap: { replicates: 200, infinite: 0, failed: 0 }, stepwise: { threshold: 0.02 } },
    });
  });

  it.each(['stepwise', 'bic', 'aic', 'main'] as const)('gives the point alone without replicates: %s', (method) => {
    const estimate = estimateTotal(publishedTable('Kosovo'), { method, bootstrap: 0 });
    expect(estimate).toMatchObject({ status: 'ok', method, interval: null, diagnostics: { bootstrap: null } });
  });

  it('estimates two lists and warns that independence is assumed', () => {
    const estimate = estimateTotal(tableOf({ lists: ['A', 'B'], rows: ['10 30', '01 40', '11 10'] }));
    expect(estimate.estimate).toBeCloseTo(200, 9);
    expect(estimate.warnings).toEqual(['independence-assumed']);
  });

  it('names a list it dropped, and goes on with the others', () => {
    const estimate = estimateTotal(tableOf({ lists: ['A', 'E', 'B'], rows: ['100 30', '001 40', '101 10'] }));
    expect(estimate.warnings).toContain('list-dropped:E');
    expect(estimate.lists).toEqual(['A', 'B']);
    expect(estimate.estimate).toBeCloseTo(200, 9);
  });

  it('never gives n for a list that holds every case', () => {
    const rows = ['1100 30', '1010 40', '1110 10', '1001 20', '1011 6', '1101 5'];
    const estimate = estimateTotal(tableOf({ lists: ['All', 'A', 'B', 'C'], rows }), { bootstrap: 0 });
    expect(estimate.warnings).toContain('list-dropped:All');
    expect(estimate.estimate).toBeGreaterThan(111);
  });

  it('is invalid input when nothing usable is left', () => {
    expect(estimateTotal(tableOf({ lists: ['A', 'B'], rows: ['11 7'] }))).toMatchObject({
      status: 'invalid-input',
      estimate: null,
      interval: null,
      observed: 7,
    });
  });

  it('fits nested lists and a complete negative overlap, the pair at minus infinity named', () => {
    const nested = estimateTotal(
      tableOf({ lists: ['A', 'B', 'C'], rows: ['100 60', '110 40', '001 50', '101 12', '111 9'] }),
    );
    expect(nested.estimate).toBeGreaterThan(171);
    const apart = { lists: ['A', 'B', 'C'], rows: ['100 160', '010 140', '001 150', '101 60', '011 60'] };
    const negative = estimateTotal(tableOf(apart), { bootstrap: 0 });
    expect(negative).toMatchObject({ status: 'ok', model: [['A', 'B']] });
    expect(negative.diagnostics.fit!.emptyTerms).toEqual([['A', 'B']]);
    expect(negative.warnings).toContain('sparse');
  });

  it('bears counts of ten million', () => {
    const rows = ['100 10000000', '010 9000000', '001 8000000', '110 300000', '101 200000', '011 100000', '111 9000'];
    const estimate = estimateTotal(tableOf({ lists: ['A', 'B', 'C'], rows }), { bootstrap: 50 });
    expect(['ok', 'bca-undefined']).toContain(estimate.status);
    expect(estimate.estimate).toBeGreaterThan(2.7e7);
    expect(Number.isFinite(estimate.interval!.high)).toBe(true);
  });

  it.each([
    { bootstrap: 1 },
    { bootstrap: -5 },
    { seed: 0.5 },
    { level: 1 },
    { threshold: 3 },
  ])('refuses the options %j', (options) => {
    expect(() => estimateTotal(publishedTable('Korea'), options)).toThrow(RangeError);
  });
});
