import { POLICY } from '../../src/app/access-matrix.ts';
import { intendClosure } from '../../src/features/signals/use-cases/closures.ts';
import { planInspection } from '../../src/features/signals/use-cases/inspections.ts';
import { type AnyTx, type DomainTime, type Done, enter } from '../../src/platform/db/transact.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Result } from '../../src/shared-kernel/result.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import type { TestDatabase } from './database.ts';

/** What a deed of this officer made, as the product keeps it: sealed, with its dossier. @returns its id */
async function made<E extends { readonly code: string }>(
  database: TestDatabase,
  officer: Actor,
  run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, E>>,
): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(officer.organisationId);
  const door = { door: 'own', tenantId: officer.organisationId, personId: officer.personId } as const;
  const outcome = await enter(database.kysely, door, (tx, time) => {
    lendKeys(tx, keys);
    return run(tx, time);
  });
  if (!outcome.ok) throw new Error(`not made: ${outcome.error.code}`);
  return outcome.value.subject.id;
}

/** An inspection of one address, planned today. */
export const anInspection = (database: TestDatabase, officer: Actor, place: string): Promise<string> =>
  made(database, officer, (tx, time) =>
    planInspection(
      tx,
      { actor: officer, policy: POLICY },
      { theme: 'voorbeeld', sector: 'home', place, plannedOn: time.today },
      time,
    ),
  );

/** A closure that is intended today. */
export const aClosure = (database: TestDatabase, officer: Actor, place: string): Promise<string> =>
  made(database, officer, (tx, time) =>
    intendClosure(
      tx,
      { actor: officer, policy: POLICY },
      { instrument: 'opiumwet-13b', place, intendedOn: time.today },
      time,
    ),
  );
