import { captureTable } from '@in-beeld/statistics';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STUDY, STUDY_METHODS, studyTable } from './study.ts';

const table = captureTable(
  ['A', 'B', 'C'],
  [
    [1, 60],
    [2, 49],
    [4, 247],
    [3, 4],
    [5, 112],
    [6, 142],
    [7, 12],
  ],
);
const options = { ...DEFAULT_STUDY, bootstrap: 50 };

describe('a study of a table', () => {
  it('describes who stands where', () => {
    const study = studyTable(table, options);
    expect(study.observed).toBe(626);
    expect(study.onSeveral).toBe(270);
    expect(study.lists[0]).toEqual({ list: 'A', total: 188, alone: 60 });
    expect(study.overlaps.map(({ pair, count }) => [pair.join(''), count])).toEqual([
      ['AB', 16],
      ['AC', 124],
      ['BC', 154],
    ]);
    expect(study.histories[0]).toEqual({ lists: ['C'], count: 247 });
  });

  it('puts every method beside the others, and says what drives the total', () => {
    const study = studyTable(table, options);
    expect(study.methods.map(({ method }) => method)).toEqual(STUDY_METHODS);
    expect(study.methods[0]!.estimate).toBeCloseTo(730.93, 1);
    expect(study.influences).toHaveLength(3);
    expect(study.withoutList.map(({ list }) => list)).toEqual(['A', 'B', 'C']);
  });

  it('is the same for the same seed, and tells how far it is', () => {
    const steps: number[] = [];
    expect(studyTable(table, options, (share) => steps.push(share))).toEqual(studyTable(table, options));
    expect(steps.at(-1)).toBe(1);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });

  it('grows with the part of nameless registrations: they look like new people', () => {
    const { nameless, methods } = studyTable(table, options);
    const totals = [methods[0]!.estimate!, ...nameless.map(({ estimate }) => estimate!)];
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
  });

  it.each([
    [
      [
        [1, 30],
        [2, 40],
      ],
      'no-overlap',
    ],
    [
      [
        [1, 30],
        [2, 40],
        [3, 9],
      ],
      'too-thin',
    ],
    [
      [
        [3, 40],
        [1, 5],
      ],
      'too-few-lists',
    ],
  ] as const)('refuses %j: %s, and gives no number at all', (rows, refusal) => {
    const study = studyTable(captureTable(['A', 'B'], rows), options);
    expect(study.refusal).toBe(refusal);
    expect([study.methods, study.influences, study.withoutList, study.nameless]).toEqual([[], [], [], []]);
  });

  it('gives a number from ten people on two lists on', () => {
    const study = studyTable(
      captureTable(
        ['A', 'B'],
        [
          [1, 30],
          [2, 40],
          [3, 10],
        ],
      ),
      options,
    );
    expect(study.refusal).toBeNull();
    expect(study.methods[0]!.estimate).toBeCloseTo(200, 6);
  });
});

describe('latent classes', () => {
  const table = captureTable(
    ['A', 'B', 'C'],
    [
      [1, 60],
      [2, 49],
      [4, 247],
      [3, 4],
      [5, 112],
      [6, 142],
      [7, 12],
    ],
  );

  it('are only there when asked for', () => {
    const methods = studyTable(table, { ...DEFAULT_STUDY, bootstrap: 0 }).methods.map(({ method }) => method);
    expect(methods).not.toContain('lcmcr');
  });

  it('give no number when the minute is over: they say that they did not settle, and the rest stands', () => {
    const { methods } = studyTable(table, { ...DEFAULT_STUDY, bootstrap: 0, latent: true }, undefined, {
      elapsed: () => 55_000,
    });
    expect(methods.at(-1)).toMatchObject({ method: 'lcmcr', status: 'not-converged', estimate: null });
    expect(methods.at(-1)?.warnings).toContain('time-limit');
    expect(methods[0]?.estimate).toBeGreaterThan(626);
  });
});
