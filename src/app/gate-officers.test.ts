import { expect, it } from 'vitest';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from '../features/accounts/index.ts';
import { GATED_FEATURES } from '../features/privacy/domain/start-gate.ts';

it('every organisation that may open a start gate can have an officer for data protection, and somebody who gives that role', () => {
  const kinds = [...new Set(GATED_FEATURES.flatMap(({ usedBy }) => usedBy as readonly OrganisationKind[]))];
  expect(kinds).toEqual(expect.arrayContaining(['gemeente', 'veiligheidsregio', 'aanmelder']));
  for (const role of ['fg', 'beheerder'] as const)
    expect([role, kinds.filter((kind) => !ROLE_DESCRIPTIONS[role].heldIn.includes(kind))]).toEqual([role, []]);
});
