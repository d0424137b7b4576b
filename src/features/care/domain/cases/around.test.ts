import { expect, it } from 'vitest';
import { day } from '../../../../shared-kernel/plain-date.ts';
import { contestedAuthority } from './around.ts';

it('names whose authority is contested, as long as it is written so, and nobody without authority', () => {
  const guardian = { part: 'guardian', standing: 'contested', endedOn: undefined } as const;
  const people = [
    guardian,
    { ...guardian, standing: 'unknown' } as const,
    { ...guardian, part: 'lawyer' } as const,
    { ...guardian, endedOn: day('2026-11-01') },
  ];
  expect(contestedAuthority(people)).toEqual([guardian]);
});
