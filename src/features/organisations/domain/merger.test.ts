import { describe, expect, it } from 'vitest';
import mergers from '../../../../seed/reference/mergers.json' with { type: 'json' };
import reference from '../../../../seed/reference/municipalities.json' with { type: 'json' };
import { addDays, day } from '../../../shared-kernel/plain-date.ts';
import {
  isWritable,
  mandateHolderOn,
  merge,
  municipalHistory,
  organisationOn,
  predecessorsOf,
  successorsOn,
  UNKNOWN_START,
} from './merger.ts';

const history = municipalHistory(reference.municipalities, mergers);
const existing = (date: string) =>
  history.organisations.filter(({ code }) => isWritable(history, code, day(date))).length;

describe('a merger in the past', () => {
  it('gives the number of municipalities of every year', () => {
    for (const { on, count } of mergers.municipalityCounts) expect(existing(on), on).toBe(count);
    expect(existing('2022-03-23')).toBe(345);
    expect(existing('2026-11-25')).toBe(342);
  });

  it('lets the old one exist up to and including the day before, and the new one from that day', () => {
    expect(organisationOn(history, 'GM0010', day('2020-12-31'))).toMatchObject({
      state: 'exists',
      organisation: { name: 'Delfzijl', validFrom: UNKNOWN_START },
    });
    expect(organisationOn(history, 'GM0010', day('2021-01-01'))).toMatchObject({
      state: 'ended',
      successors: ['GM1979'],
    });
    expect(organisationOn(history, 'GM1979', day('2020-12-31'))).toMatchObject({
      state: 'not-yet',
      predecessors: ['GM0003', 'GM0010', 'GM0024'],
    });
    expect(organisationOn(history, 'GM1979', day('2021-01-01'))).toMatchObject({ state: 'exists' });
    expect(organisationOn(history, 'GM9999', day('2021-01-01'))).toEqual({ state: 'unknown' });
  });

  it('halfway a year ends the old one on that day: Weesp, 24 March 2022', () => {
    expect(isWritable(history, 'GM0457', day('2022-03-23'))).toBe(true);
    expect(isWritable(history, 'GM0457', day('2022-03-24'))).toBe(false);
    expect(successorsOn(history, 'GM0457', day('2022-03-24'))).toEqual(['GM0363']);
  });

  it('gives the one successor the mandate, and nobody after a split', () => {
    expect(mandateHolderOn(history, 'GM0457', day('2022-03-23'))).toBeUndefined();
    expect(mandateHolderOn(history, 'GM0457', day('2022-03-24'))).toBe('GM0363');
    expect(successorsOn(history, 'GM0788', day('2021-01-01'))).toEqual(['GM0824', 'GM0757', 'GM0865', 'GM0855']);
    expect(mandateHolderOn(history, 'GM0788', day('2021-01-01'))).toBeUndefined();
  });
});

describe('a merger halfway a demo year', () => {
  const on = day('2027-07-01');
  const planned = merge(history, {
    predecessors: ['GM0197', 'GM0294'],
    successors: [{ code: 'GM9901', name: 'Voorbeeldgemeente' }],
    on,
  });
  if (!planned.ok) throw new Error(planned.error.code);
  const after = planned.value;

  it('leaves everything as it was until the day', () => {
    const before = addDays(on, -1);
    expect(isWritable(after, 'GM0197', before)).toBe(true);
    expect(isWritable(after, 'GM9901', before)).toBe(false);
    expect(mandateHolderOn(after, 'GM0197', before)).toBeUndefined();
  });

  it('makes the old ones read-only and starts the new one on the day', () => {
    expect(['GM0197', 'GM0294', 'GM9901'].map((code) => isWritable(after, code, on))).toEqual([false, false, true]);
    expect(predecessorsOf(after, 'GM9901')).toEqual(['GM0197', 'GM0294']);
    expect(mandateHolderOn(after, 'GM0294', on)).toBe('GM9901');
  });

  it('does not change the history it started from', () => {
    expect(isWritable(history, 'GM0197', on)).toBe(true);
  });

  it('can be followed by another one: the chain leads to the last', () => {
    const again = merge(after, {
      predecessors: ['GM9901'],
      successors: [{ code: 'GM0222', name: 'Doetinchem' }],
      on: day('2028-01-01'),
    });
    if (!again.ok) throw new Error(again.error.code);
    expect(successorsOn(again.value, 'GM0197', day('2027-12-31'))).toEqual(['GM9901']);
    expect(successorsOn(again.value, 'GM0197', day('2028-01-01'))).toEqual(['GM0222']);
  });

  it('refuses what cannot be', () => {
    const plan = (predecessors: string[], successors: string[], from = history) => {
      const result = merge(from, { predecessors, successors: successors.map((code) => ({ code, name: code })), on });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(plan([], ['GM9901'])).toBe('no-predecessor');
    expect(plan(['GM0197'], [])).toBe('no-successor');
    expect(plan(['GM0197'], ['GM0197'])).toBe('merges-with-itself');
    expect(plan(['GM0457'], ['GM0363'])).toBe('predecessor-not-active');
    expect(plan(['GM9999'], ['GM0363'])).toBe('predecessor-not-active');
    expect(plan(['GM0197'], ['GM0457'])).toBe('successor-ended');
    expect(plan(['GM0197'], ['GM0222'], after)).toBe('predecessor-not-active');
  });
});
