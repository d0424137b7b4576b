import { describe, expect, it } from 'vitest';
import { profileInterval } from '../profile-interval.ts';
import { selectStepwise } from '../select-stepwise.ts';
import { fixture, publishedTable, relativeDifference } from './fixture.ts';

interface StepwiseMore {
  readonly cases: readonly {
    readonly data: string;
    readonly threshold: number;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly terms: readonly string[];
  }[];
}

interface Profile {
  readonly cases: readonly {
    readonly data: string;
    readonly pairs: readonly string[];
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
  }[];
}

describe('SparseMSE stepwise on other published tables', () => {
  it.each(fixture<StepwiseMore>('stepwise-more').cases)('$data with threshold $threshold: $estimate', (expected) => {
    const table = publishedTable(expected.data);
    const selected = selectStepwise(table, { threshold: expected.threshold });
    const empty = selected.emptyTerms.map((lists) => lists.join(':'));
    const pairs = selected.model.map((lists) => lists.join(':')).filter((pair) => !empty.includes(pair));
    expect([...table.lists, ...pairs]).toEqual(expected.terms);
    expect(relativeDifference(selected.estimate!, expected.estimate)).toBeLessThan(1e-6);
    expect(relativeDifference(selected.conditional!.low!, expected.low)).toBeLessThan(1e-6);
    expect(relativeDifference(selected.conditional!.high!, expected.high)).toBeLessThan(1e-6);
  });
});

describe('Rcapture profile likelihood', () => {
  it.each(fixture<Profile>('profile').cases)('$data with pairs $pairs: $low to $high', (expected) => {
    const table = publishedTable(expected.data);
    const model = expected.pairs.map((pair) => pair.split(':').map((list) => table.lists[Number(list.slice(1)) - 1]!));
    const { estimate, interval } = profileInterval(table, model)!;
    expect(relativeDifference(estimate, expected.estimate)).toBeLessThan(1e-5);
    expect(relativeDifference(interval.low!, expected.low)).toBeLessThan(1e-6);
    expect(relativeDifference(interval.high!, expected.high)).toBeLessThan(1e-6);
  });
});
