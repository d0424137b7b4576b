import { expect, it } from 'vitest';
import { selectStepwise } from './select-stepwise.ts';
import { publishedTable } from './testing/fixture.ts';

it('tells with which tail each pair entered, in order', () => {
  const selected = selectStepwise(publishedTable('UKdat_5'));
  expect(selected.threshold).toBe(0.02);
  expect(selected.path.map(({ pair }) => pair.join(':'))).toEqual([
    'LA:NG',
    'NG:GP',
    'PFNCA:GP',
    'LA:PFNCA',
    'GO:GP',
    'NG:GO',
  ]);
  expect(selected.path.every(({ tail }) => tail! < 0.02)).toBe(true);
});

it('has no tails when all pairs were asked for', () => {
  expect(selectStepwise(publishedTable('MY_spina3'), { threshold: 1 }).path.map(({ tail }) => tail)).toEqual([
    null,
    null,
    null,
  ]);
});

it('refuses a threshold outside 0 … 1', () => {
  expect(() => selectStepwise(publishedTable('Korea'), { threshold: 2 })).toThrow(RangeError);
});
