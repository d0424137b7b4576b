import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { HeldRole } from '../domain/membership-end.ts';

type Roles = Tx<'accounts.membership'>;

/** Somebody's role in the organisation, with her name. */
export interface NamedRole extends HeldRole {
  readonly name: string;
}

const COLUMNS = [
  'm.id as membershipId',
  'm.person_id as personId',
  'm.person_name as name',
  'm.role',
  'm.valid_from as validFrom',
  'm.valid_until as validUntil',
] as const;

/** Waits until nobody else ends a role in this organisation; held until the transaction ends. */
export async function holdRoles(tx: Roles, organisationId: string): Promise<void> {
  const name = `accounts.membership ${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** Every role that is held in the organisation today or later, by name of who holds it. */
export async function rolesIn(tx: Roles, organisationId: string, today: PlainDate): Promise<readonly NamedRole[]> {
  const rows = await tx
    .selectFrom('accounts.membership as m')
    .select(COLUMNS)
    .where('m.organisation_id', '=', organisationId)
    .where((w) => w.or([w('m.valid_until', 'is', null), w('m.valid_until', '>', today)]))
    .orderBy('m.person_name')
    .orderBy('m.role')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({ ...row, validUntil: row.validUntil ?? undefined }));
}

/** One role in the organisation, also one that ended. */
export async function roleIn(tx: Roles, organisationId: string, id: string): Promise<NamedRole | undefined> {
  const row = await tx
    .selectFrom('accounts.membership as m')
    .select(COLUMNS)
    .where('m.organisation_id', '=', organisationId)
    .where('m.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, validUntil: row.validUntil ?? undefined };
}

/** Lays the day from which a role is held no more. */
export async function saveEnd(tx: Roles, organisationId: string, id: string, validUntil: PlainDate): Promise<void> {
  await tx
    .updateTable('accounts.membership')
    .set({ valid_until: validUntil })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Of which kind the organisation is: it says which roles exist there. */
export async function organisationKindOf(tx: Tx<'organisations.organisation'>, id: string): Promise<string> {
  const { kind } = await tx
    .selectFrom('organisations.organisation')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return kind;
}

/** Lays a role for somebody in the organisation. */
export async function insertRole(
  tx: Roles,
  role: {
    readonly id: string;
    readonly organisationId: string;
    readonly personId: string;
    readonly name: string;
    readonly role: string;
    readonly validFrom: PlainDate;
    /** From this day on it is held no more. */
    readonly validUntil?: PlainDate | undefined;
  },
): Promise<void> {
  await tx
    .insertInto('accounts.membership')
    .values({
      organisation_id: role.organisationId,
      id: role.id,
      person_id: role.personId,
      person_name: role.name,
      role: role.role,
      valid_from: role.validFrom,
      valid_until: role.validUntil ?? null,
    })
    .execute();
}
