import type { CallTask } from '../../src/features/registration/domain/call.ts';
import { GRANTABLE_KINDS, type GrantableKind } from '../../src/features/registration/domain/reporter-roles.ts';
import { draftRegistration, NOTHING_KNOWN } from '../../src/features/registration/index.ts';
import { startCall } from '../../src/features/registration/use-cases/calls.ts';
import { receiveBulk } from '../../src/features/registration/use-cases/receive-bulk.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import { anOrganisation, type TestOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { openGate } from './open-gate.ts';

/** A draft with a name, as this person would have made it; whoever may not register gets one all the same. */
export async function aDraft(database: TestDatabase, actor: Actor, name: string): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(actor.organisationId);
  const entry = { door: 'own', tenantId: actor.organisationId, personId: actor.personId } as const;
  const drafted = await enter(database.kysely, entry, (tx, time) => {
    lendKeys(tx, keys);
    const reporter = { ...actor, role: 'aanmelder' } as const;
    const draft = { route: 'by-name', reporterType: 'AMBUL', region: 'unknown', content: NOTHING_KNOWN } as const;
    return draftRegistration(tx, reporter, { ...draft, person: { name, birthDate: undefined } }, time);
  });
  if (!drafted.ok) throw new Error(`not drafted: ${drafted.error.code}`);
  return drafted.value.code;
}

/** A telephone call of this task, as this person would have begun it. @returns its code */
export async function aCall(database: TestDatabase, actor: Actor, task: CallTask, about: string): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(actor.organisationId);
  const entry = { door: 'own', tenantId: actor.organisationId, personId: actor.personId } as const;
  const started = await enter(database.kysely, entry, (tx, time) => {
    lendKeys(tx, keys);
    return startCall(tx, actor, task, { about, isLookedThrough: true }, time);
  });
  if (!started.ok) throw new Error(`not started: ${started.error.code}`);
  return started.value.code;
}

/** A file with one row in which everything is wrong, as this person would have read it in. @returns its id */
export async function aBulk(database: TestDatabase, actor: Actor): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(actor.organisationId);
  const entry = { door: 'own', tenantId: actor.organisationId, personId: actor.personId } as const;
  const rows = [{ line: 2, reference: '', entry: undefined, problems: [{ line: 2, column: 'weg', code: 'missing' }] }];
  const received = await enter(database.kysely, entry, (tx, time) => {
    lendKeys(tx, keys);
    return receiveBulk(tx, actor, { rows: rows as Parameters<typeof receiveBulk>[2]['rows'], letters: 'utf-8' }, time);
  });
  if (!received.ok) throw new Error(`not received: ${received.error.code}`);
  return received.value.id;
}

const KINDS = [
  'aanmelding',
  'aanmelding-met-naam',
  'hulpvraag',
  'hulpvraag-noodgeval',
  'vraag-over-aanmelding',
  'antwoord-over-aanmelding',
] as const;

/** A register that is open, with keys, as its people would have set it up. */
export async function aRegister(database: TestDatabase): Promise<TestOrganisation> {
  return opened(database, await anOrganisation(database, 'comensha'));
}

/** Lays down as what an organisation reports, as two people of this register would have. */
export async function grantKinds(
  database: TestDatabase,
  register: TestOrganisation,
  organisation: TestOrganisation,
  kinds: readonly GrantableKind[] = GRANTABLE_KINDS,
): Promise<void> {
  if (kinds.length === 0) return;
  await database.admin
    .insertInto('registration.reporter_kind')
    .values(
      kinds.map((each) => ({
        ...{ tenant_id: register.id, id: newId(), organisation_id: organisation.id, kind: each },
        granted_at: new Date('2020-01-01T12:00:00Z'),
      })),
    )
    .execute();
}

/**
 * An organisation that reports to this register: its gate is open, both sides wrote the agreements down, and the register settled as
 * what it reports; as everything, unless a test says otherwise.
 */
export async function aReporter(
  database: TestDatabase,
  register: TestOrganisation,
  kind = 'aanmelder',
  kinds: readonly GrantableKind[] = GRANTABLE_KINDS,
): Promise<TestOrganisation> {
  const reporter = await opened(database, await anOrganisation(database, kind));
  const pairs = [
    [reporter.id, register.id],
    [register.id, reporter.id],
  ] as const;
  await database.admin
    .insertInto('exchange.agreement')
    .values(
      pairs.flatMap(([tenant, counterpart]) =>
        KINDS.map((each) => ({
          tenant_id: tenant,
          id: newId(),
          counterpart_id: counterpart,
          kind: each,
          basis: 'voorbeeldafspraak',
          valid_from: day('2020-01-01'),
          valid_until: day('2099-01-01'),
        })),
      ),
    )
    .execute();
  await grantKinds(database, register, reporter, kinds);
  return reporter;
}

async function opened(database: TestDatabase, organisation: TestOrganisation): Promise<TestOrganisation> {
  await openGate(database, organisation.id, 'registration');
  // others can seal for it once it has keys
  await createVault(database.kysely, TEST_KEYS).keysFor(organisation.id);
  return organisation;
}
