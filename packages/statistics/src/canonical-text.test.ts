import { expect, it } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { tableOf } from './testing/fixture.ts';

it('does not depend on the order or the division of rows', () => {
  const one = tableOf({ lists: ['A', 'B'], rows: ['10 3', '11 4'] });
  const other = tableOf({ lists: ['A', 'B'], rows: ['11 4', '01 0', '10 1', '10 2'] });
  expect(canonicalText(other)).toBe(canonicalText(one));
  expect(canonicalText(one)).toBe('"A","B","count"\n1,0,3\n1,1,4\n');
});
