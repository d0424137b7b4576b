import { expect, it } from 'vitest';
import { newSecret } from '../../../platform/ids/uuid.ts';
import { judgeRegistering, MOST_SYSTEMS } from './system-client.ts';

const codeOf = (running: number, name = 'Nieuw', secret = newSecret(32)) => {
  const judged = judgeRegistering(
    Array.from({ length: running }, (_, index) => ({ name: `Systeem ${index}` })),
    { name, secret },
  );
  return judged.ok ? 'ok' : judged.error.code;
};

it('registers a system with a secret of ours', () => {
  expect(codeOf(0)).toBe('ok');
  expect(codeOf(MOST_SYSTEMS - 1)).toBe('ok');
});

it('refuses a secret that is not ours, a name that is in use, and more systems than anybody oversees', () => {
  expect(codeOf(0, 'Nieuw', 'geheim')).toBe('secret-weak');
  expect(codeOf(0, 'Nieuw', 'a'.repeat(43))).toBe('secret-weak');
  expect(codeOf(1, 'Systeem 0')).toBe('system-name-used');
  expect(codeOf(MOST_SYSTEMS)).toBe('too-many-systems');
});
