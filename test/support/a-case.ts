import { POLICY } from '../../src/app/access-matrix.ts';
import { beginCase } from '../../src/features/care/index.ts';
import { keepLedger } from '../../src/platform/audit/reveal.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import type { TestDatabase } from './database.ts';

/** A case with a name, as this person would have begun it after a telephone call. @returns its code */
export async function aCase(database: TestDatabase, actor: Actor, name: string): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(actor.organisationId);
  const entry = { door: 'own', tenantId: actor.organisationId, personId: actor.personId } as const;
  const begun = await enter(database.kysely, entry, (tx, time) => {
    lendKeys(tx, keys);
    keepLedger(tx);
    const input = {
      from: { source: 'phone' },
      region: 'unknown',
      person: { name, birthDate: '2001-03-12' },
      content: {
        ageGroup: '23-30',
        gender: 'woman',
        forms: [],
        language: 'nl',
        needsInterpreter: false,
        reason: `${name} zoekt hulp`,
        broughtBy: '',
        callBack: '',
        reference: '',
      },
    } as const;
    return beginCase(tx, { actor, policy: POLICY }, input, new Map(), time);
  });
  if (!begun.ok) throw new Error(`not begun: ${begun.error.code}`);
  return begun.value.code;
}
