import { ROLE_DESCRIPTIONS } from '../../src/features/accounts/index.ts';
import { newId, newSecret } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import type { TestDatabase } from './database.ts';

export interface TestOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** An organisation that no other test knows. A `gemeente` has no municipality facts, so it does not show on the map. */
export async function anOrganisation(database: TestDatabase, kind = 'gemeente'): Promise<TestOrganisation> {
  const organisation = { id: newId(), code: `T${newSecret(6)}`, name: `Voorbeeld ${newSecret(4)}` };
  await database.admin
    .insertInto('organisations.organisation')
    .values({ ...organisation, kind, valid_from: day('2020-01-01'), is_demo: true })
    .execute();
  await database.admin
    .insertInto('organisations.code_period')
    .values({
      organisation_id: organisation.id,
      code: organisation.code,
      name: organisation.name,
      valid_from: day('2020-01-01'),
    })
    .execute();
  return organisation;
}

/** A person with one role in an organisation, as she acts. */
export async function anActor(
  database: TestDatabase,
  role: Role,
  organisation: TestOrganisation,
  personId: string = newId(),
): Promise<Actor> {
  const personName = `Test Fictief ${newSecret(3)}`;
  const membershipId = newId();
  await database.admin
    .insertInto('accounts.person')
    .values({ id: personId, name: personName, email: `${personId}@fictief.invalid` })
    .onConflict((c) => c.doNothing())
    .execute();
  await database.admin
    .insertInto('accounts.membership')
    .values({
      organisation_id: organisation.id,
      id: membershipId,
      person_id: personId,
      person_name: personName,
      role,
      valid_from: day('2020-01-01'),
    })
    .execute();
  return {
    personId,
    personName,
    membershipId,
    role,
    scope: ROLE_DESCRIPTIONS[role].scope,
    organisationId: organisation.id,
    organisationCode: organisation.code,
    organisationName: organisation.name,
  };
}
