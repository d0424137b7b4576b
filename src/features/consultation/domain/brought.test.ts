import { expect, it } from 'vitest';
import { MOST_BROUGHT, mayBringIn, turnedDownBy } from './brought.ts';
import { ENFORCEMENT } from './party.ts';

const OPEN = { isOver: false };
const PERSON = { aboutPerson: true, waiting: 0 };
const TABLE = { kind: 'care', state: 'planned' } as const;
const GUEST = { aboutPerson: true, isAtTable: true };

it.each(ENFORCEMENT)('lets %s bring a topic and never a person, whoever else sits there', (type) => {
  expect(mayBringIn(type, PERSON, OPEN)).toEqual({ ok: false, error: { code: 'belongs-elsewhere' } });
  expect(mayBringIn(type, { ...PERSON, aboutPerson: false }, OPEN).ok).toBe(true);
});

it('lets a care party bring a person, not to a table that is over, and no more than fit', () => {
  expect(mayBringIn('ngo', PERSON, OPEN).ok).toBe(true);
  expect(mayBringIn('ngo', PERSON, { isOver: true })).toEqual({ ok: false, error: { code: 'meeting-closed' } });
  const full = { ...PERSON, waiting: MOST_BROUGHT };
  expect(mayBringIn('ngo', full, OPEN)).toEqual({ ok: false, error: { code: 'too-many-items' } });
});

it('turns a person down without opening it where who investigates sits, and a topic not', () => {
  expect(turnedDownBy(TABLE, GUEST, [])).toBeUndefined();
  expect(turnedDownBy(TABLE, GUEST, ['riec'])).toBe('belongs-elsewhere');
  expect(turnedDownBy(TABLE, { ...GUEST, aboutPerson: false }, ['riec'])).toBeUndefined();
});

it('turns down who does not take part, and what comes when the table is over', () => {
  expect(turnedDownBy(TABLE, { ...GUEST, isAtTable: false }, [])).toBe('not-at-table');
  expect(turnedDownBy(undefined, GUEST, [])).toBe('not-at-table');
  expect(turnedDownBy({ ...TABLE, kind: 'signal' }, GUEST, [])).toBe('not-at-table');
  expect(turnedDownBy({ ...TABLE, state: 'closed' }, GUEST, [])).toBe('meeting-closed');
});
