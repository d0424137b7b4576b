import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/tables.generated.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';

/** The first person of the demo who holds a role in an organisation, or the one with this number. */
export async function actorIn(admin: Kysely<DB>, code: string, role: Role, number = 1): Promise<Actor> {
  const found = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName'])
    .select(['o.id as organisationId', 'o.code as organisationCode', 'o.name as organisationName'])
    .where('o.code', '=', code)
    .where('m.role', '=', role)
    .where('m.demo_number', '=', number)
    .executeTakeFirstOrThrow();
  return { ...found, role, scope: 'own-organisation' };
}
