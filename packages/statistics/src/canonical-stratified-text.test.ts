import { expect, it } from 'vitest';
import { canonicalStratifiedText } from './canonical-stratified-text.ts';
import { readTable } from './read-table.ts';

const text = (csv: string) => {
  const result = readTable(csv, { covariates: ['sex'] });
  if (!result.ok) throw new Error(result.error.message);
  return canonicalStratifiedText(result.value);
};

it('does not depend on the order or division of rows, but on the covariates', () => {
  const one = text('A,B,sex,count\n1,0,f,3\n1,1,m,4\n');
  expect(text('A,B,sex,count\n1,1,m,1\n1,1,m,3\n1,0,f,3\n0,0,f,0\n')).toBe(one);
  expect(text('A,B,sex,count\n1,0,m,3\n1,1,m,4\n')).not.toBe(one);
  expect(one).toBe('"A","B","sex","count"\n1,0,"f",3\n1,1,"m",4\n');
});
