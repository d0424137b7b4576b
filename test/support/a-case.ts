import { POLICY } from '../../src/app/access-matrix.ts';
import { beginCase, REFERRAL_MESSAGES } from '../../src/features/care/index.ts';
import { keepLedger } from '../../src/platform/audit/reveal.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { ExchangeWorld } from './exchange-world.ts';

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

/** A referral in an emergency that was taken in here, and not answered yet. @returns the message */
export async function aReceivedReferral(database: TestDatabase, receiver: string, name: string): Promise<string> {
  const { id: sender } = await anOrganisation(database, 'zorgorganisatie');
  const world = await ExchangeWorld.between(database, sender, receiver);
  const [, { kind }] = REFERRAL_MESSAGES as [unknown, { kind: string }];
  await world.agreeBoth(undefined, kind);
  const says = {
    kind: 'refer',
    asked: 'Wilt u meehelpen?',
    reachable: '000 0000000',
    askedBy: 'Noor Fictief',
    isEmergency: true,
    person: { name },
  };
  const { id } = await world.sent({ kind, content: Buffer.from(JSON.stringify(says)) });
  await world.move(receiver, id, 'deliver');
  return id;
}
