import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { latestDays, readLogSearch } from './log-search.ts';

const ID = '01890000-0000-7000-8000-0000000000aa';

it('knows an id, a person and a code from each other, whatever the capitals and spaces around it', () => {
  expect(readLogSearch(` ${ID.toUpperCase()} `)).toEqual({ kind: 'id', id: ID });
  expect(readLogSearch(`${'AB'.repeat(32)}`)).toEqual({ kind: 'person', pseudonym: 'ab'.repeat(32) });
  expect(readLogSearch(' S-2026.K7 ')).toEqual({ kind: 'code', code: 'S-2026.K7' });
});

it.each(['', '   ', '%', 'een naam', "'; drop table", 'x'.repeat(101)])('looks for nothing at «%s»', (typed) => {
  expect(readLogSearch(typed)).toBeUndefined();
});

it('begins the list of deeds with the last thirty days', () => {
  expect(latestDays(day('2026-11-29'))).toEqual({ from: '2026-10-30', until: '2026-11-29' });
});
