import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { personKey } from './person.ts';

const birthDate = day('2009-05-01');

it('recognises the same person whatever the capitals, accents and spaces', () => {
  expect(personKey({ name: 'Zoë  Fictief', birthDate })).toBe(personKey({ name: 'zoe fictief', birthDate }));
  expect(personKey({ name: 'Zoë Fictief', birthDate })).not.toBe(personKey({ name: 'Zoë Fictie', birthDate }));
});

it('recognises nobody by a name alone', () => {
  expect(personKey({ name: 'Zoë Fictief', birthDate: undefined })).toBeUndefined();
  expect(personKey({ name: ' - ', birthDate })).toBeUndefined();
});
