import { expect, it } from 'vitest';
import { writePeriod } from './period-words.ts';

it('writes a term in words, in the language of the page', () => {
  expect(['P90D', 'P1D', 'P6M', 'P1M', 'P15Y', 'P1Y'].map((each) => writePeriod(each))).toEqual([
    '90 dagen',
    '1 dag',
    '6 maanden',
    '1 maand',
    '15 jaar',
    '1 jaar',
  ]);
  expect(['P90D', 'P1M', 'P15Y'].map((each) => writePeriod(each, 'en'))).toEqual(['90 days', '1 month', '15 years']);
});

it('gives a duration of another shape as it stands', () => {
  expect(writePeriod('P1Y6M')).toBe('P1Y6M');
});
