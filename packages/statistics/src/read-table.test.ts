import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

const counts = (text: string) => {
  const result = readTable(text);
  if (!result.ok) throw new Error(result.error.message);
  return [...result.value.table.counts];
};

describe('readTable', () => {
  it('reads one 0/1 column per list and a count', () => {
    expect(counts('A,B,count\n1,0,30\n0,1,40\n1,1,10\n1,0,1\n')).toEqual([0, 31, 40, 10]);
  });

  it.each([
    ['\uFEFFA;B;count\r\n1;0;30\r\n0;1;40\r\n1;1;10\r\n', 30],
    ['A;B;Aantal\n1,0;0,0;30,0\n0;1;40\n1;1;10', 30],
    ['A;B;count\n1;0;1.299\n0;1;40\n1;1;10', 1299],
    ['"A","B","count"\n"1","0",1e+07\n0,1,40\n1,1,10', 1e7],
    ['A;B;count;;\n1;0;30;;\n0;1;40;;\n1;1;10\n;;;;', 30],
    ['A\tB\tcount\n1\t0\t30\n0\t1\t40\n1\t1\t10', 30],
  ])('understands the dialect of %j', (text, first) => {
    expect(counts(text)).toEqual([0, first, 40, 10]);
  });

  it('ignores rows without cases, also those on no list', () => {
    expect(counts('A,B,count\n0,0,0\n1,0,0\n1,1,2\n')).toEqual([0, 0, 0, 2]);
  });

  it('keeps covariates apart and sums the table over them', () => {
    const text = 'A,B,sex,count\n1,0,f,3\n1,0,m,4\n1,1,m,1\n';
    const result = readTable(text, { covariates: ['sex'] });
    expect(result).toMatchObject({ ok: true, value: { covariates: ['sex'] } });
    if (!result.ok) return;
    expect([...result.value.table.counts]).toEqual([0, 7, 0, 1]);
    expect(result.value.rows).toEqual([
      { history: 1, values: ['f'], count: 3 },
      { history: 1, values: ['m'], count: 4 },
      { history: 3, values: ['m'], count: 1 },
    ]);
  });

  it.each([
    ['', 'empty-text', undefined],
    ['A,B,n\n1,1,2', 'no-count-column', 1],
    ['A,,count\n1,1,2', 'nameless-column', 1],
    ['A,A,count\n1,1,2', 'repeated-column', 1],
    ['A,count\n1,2', 'too-few-lists', 1],
    [`${Array.from({ length: 11 }, (_, i) => `L${i}`).join()},count`, 'too-many-lists', 1],
    ['A,B,count\n1,2', 'wrong-number-of-fields', 2],
    ['A,B,count\n1,2,3', 'not-zero-or-one', 2],
    ['A,B,count\n1,,3', 'not-zero-or-one', 2],
    ['A,B,count\n1,1,veel', 'not-a-number', 2],
    ['A,B,count\n1,1,', 'not-a-number', 2],
    ['A,B,count\n1,1,3\n1,0,-3', 'negative-count', 3],
    ['A;B;count\n1;1;2,5', 'fractional-count', 2],
    ['A,B,count\n1,1,1.299', 'fractional-count', 2],
    ['A,B,count\n1,1,1e300', 'count-too-large', 2],
    ['A,B,count\n0,0,3\n1,1,2', 'no-list', 2],
    ['A,B,count\n1,1,0', 'no-cases', undefined],
  ])('refuses %j: %s', (text, code, line) => {
    const result = readTable(text);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(result.error.line).toBe(line);
  });

  it('refuses a covariate the text does not have', () => {
    const result = readTable('A,B,count\n1,1,2', { covariates: ['sex'] });
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown-covariate', column: 'sex' } });
  });
});
