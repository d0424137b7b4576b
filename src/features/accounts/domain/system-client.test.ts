import { expect, it } from 'vitest';
import { judgeRegistering, MOST_SYSTEMS, scopeFor } from './system-client.ts';

const codeOf = (running: number, name = 'Nieuw', keyPrint = 'nieuw') => {
  const judged = judgeRegistering(
    Array.from({ length: running }, (_, index) => ({ name: `Systeem ${index}`, keyPrint: `afdruk ${index}` })),
    { name, keyPrint },
  );
  return judged.ok ? 'ok' : judged.error.code;
};

it('registers a system with a name and a key of its own', () => {
  expect(codeOf(0)).toBe('ok');
  expect(codeOf(MOST_SYSTEMS - 1)).toBe('ok');
});

it('refuses a name or a key that is in use, and more systems than anybody oversees', () => {
  expect(codeOf(1, 'Systeem 0')).toBe('system-name-used');
  expect(codeOf(1, 'Nieuw', 'afdruk 0')).toBe('system-key-used');
  expect(codeOf(MOST_SYSTEMS)).toBe('too-many-systems');
});

it('lets a system come for the work of its own kind of organisation alone', () => {
  expect(['gemeente', 'opvangorganisatie', 'comensha', 'onbekend', undefined].map(scopeFor)).toEqual([
    'signalen',
    'opvang',
    undefined,
    undefined,
    undefined,
  ]);
});
