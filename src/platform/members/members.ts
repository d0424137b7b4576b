import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Role } from '../../shared-kernel/role.ts';
import type { Tx } from '../db/transact.ts';

/** Whom work falls to when nobody else is left. */
export const LAST_RESORT = ['teamleider', 'beheerder'] as const satisfies readonly Role[];

/** The membership under this alias holds on the day of the transaction. */
export function heldToday(alias: string): RawBuilder<SqlBool> {
  const from = sql.ref(`${alias}.valid_from`);
  const until = sql.ref(`${alias}.valid_until`);
  return sql<SqlBool>`${from} <= app.today() and (${until} is null or ${until} > app.today())`;
}

/** A name without what people type differently: capitals and spaces. The same in the database. */
const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();
const plainName = (column: string) => sql<string>`lower(regexp_replace(btrim(${sql.ref(column)}), '\\s+', ' ', 'g'))`;

/** Somebody who works in the organisation today. */
export interface Colleague {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** Everybody who works in the organisation on this day, by name; of these roles when they are named. */
export async function colleaguesOf(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  today: PlainDate,
  roles?: readonly Role[],
): Promise<readonly Colleague[]> {
  let query = tx
    .selectFrom('accounts.membership')
    .select(['id as membershipId', 'person_id as personId', 'person_name as name', 'role'])
    .where('organisation_id', '=', tenantId)
    .where('valid_from', '<=', today)
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>', today)]));
  if (roles) query = query.where('role', 'in', roles);
  return query.orderBy('person_name').orderBy('role').orderBy('id').execute();
}

/**
 * Which colleague is meant by a name that somebody typed: the one who holds one of these roles today and is called so,
 * whatever the capitals and spaces. Undefined when there is none, or more than one.
 */
export async function membersByName(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  names: readonly string[],
  roles: readonly Role[],
): Promise<readonly (string | undefined)[]> {
  const rows = await tx
    .selectFrom('accounts.membership as m')
    .select(['m.id', plainName('m.person_name').as('name')])
    .where('m.organisation_id', '=', tenantId)
    .where('m.role', 'in', roles)
    .where(heldToday('m'))
    .execute();
  return names.map((name) => {
    const found = rows.filter((row) => row.name === plain(name));
    return found.length === 1 ? found[0]!.id : undefined;
  });
}

/** In which of her roles somebody is told something today, when she works here; the one she has longest. */
export async function membershipOf(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  personId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('accounts.membership as m')
    .select('m.id')
    .where('m.organisation_id', '=', tenantId)
    .where('m.person_id', '=', personId)
    .where(heldToday('m'))
    .orderBy('m.valid_from')
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Somebody who works here, in one of her roles. */
export interface MemberInRole {
  readonly membershipId: string;
  readonly name: string;
  readonly role: string;
}

/** Who in an organisation holds one of these roles today, by name: whom work can be given to. */
export async function membersInRoles(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  roles: readonly Role[],
): Promise<readonly MemberInRole[]> {
  return tx
    .selectFrom('accounts.membership as m')
    .select(['m.id as membershipId', 'm.person_name as name', 'm.role'])
    .where('m.organisation_id', '=', tenantId)
    .where('m.role', 'in', roles)
    .where(heldToday('m'))
    .orderBy('m.person_name')
    .orderBy('m.id')
    .execute();
}

/** Somebody who works or worked in the organisation, in one of her roles or several. */
export interface Namesake {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly since: PlainDate;
  /** From which day on she holds no role here any more; it may still come. Undefined while that is not known. */
  readonly leavesOn: PlainDate | undefined;
}

/** For each name, everybody here who ever worked under it, whatever the capitals and spaces; the first who came first. */
export async function namesakesOf(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  names: readonly string[],
): Promise<readonly (readonly Namesake[])[]> {
  const wanted = names.map(plain);
  const { rows } = await sql<{ name: string; id: string; roles: string[]; since: PlainDate; until: PlainDate | null }>`
    select ${plainName('person_name')} as name, person_id as id, array_agg(distinct role order by role) as roles,
      min(valid_from) as since, case when bool_and(valid_until is not null) then max(valid_until) end as until
    from accounts.membership where organisation_id = ${tenantId} and ${plainName('person_name')} = any(${wanted})
    group by 1, 2 order by 4, 2`.execute(tx);
  return wanted.map((name) =>
    rows
      .filter((row) => row.name === name)
      .map(({ id, roles, since, until }) => ({ personId: id, roles, since, leavesOn: until ?? undefined })),
  );
}

/** Who of these persons holds one of these roles today, and in which membership: the first role that is named counts first. */
export async function membersByPerson(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  personIds: readonly (string | undefined)[],
  roles: readonly Role[],
): Promise<readonly (string | undefined)[]> {
  const asked = personIds.filter((id) => id !== undefined);
  if (asked.length === 0) return personIds.map(() => undefined);
  const rows = await tx
    .selectFrom('accounts.membership as m')
    .select(['m.id', 'm.person_id as personId', 'm.role'])
    .where('m.organisation_id', '=', tenantId)
    .where('m.person_id', 'in', asked)
    .where('m.role', 'in', roles)
    .where(heldToday('m'))
    .orderBy('m.id')
    .execute();
  const ranked = rows.toSorted((one, other) => roles.indexOf(one.role as Role) - roles.indexOf(other.role as Role));
  return personIds.map((id) => ranked.find(({ personId }) => personId === id)?.id);
}

/**
 * From which day on these persons hold no role in the organisation any more; it may still come. Undefined while somebody does, and
 * for who never worked here: then nobody is known to have left.
 */
export async function leavingDays(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  personIds: readonly (string | undefined)[],
): Promise<readonly (PlainDate | undefined)[]> {
  const asked = personIds.filter((id) => id !== undefined);
  if (asked.length === 0) return personIds.map(() => undefined);
  const { rows } = await sql<{ id: string; leaves_on: PlainDate }>`
    select person_id as id, max(valid_until) as leaves_on
    from accounts.membership where organisation_id = ${tenantId} and person_id = any(${asked})
    group by 1 having bool_and(valid_until is not null)`.execute(tx);
  return personIds.map((id) => rows.find((row) => row.id === id)?.leaves_on);
}

/** Every membership that was ever given in one of these roles, and from which day on it is held no more, when that is known. */
export async function everInRoles(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  roles: readonly Role[],
): Promise<
  readonly { readonly membershipId: string; readonly role: string; readonly endsOn: PlainDate | undefined }[]
> {
  const rows = await tx
    .selectFrom('accounts.membership')
    .select(['id as membershipId', 'role', 'valid_until as endsOn'])
    .where('organisation_id', '=', tenantId)
    .where('role', 'in', roles)
    .execute();
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }));
}

/** From which day on these roles are held no more, by membership; only those of which an end is known. It may still come. */
export async function endsOf(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  membershipIds: readonly string[],
): Promise<ReadonlyMap<string, PlainDate>> {
  if (membershipIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('accounts.membership')
    .select(['id', 'valid_until as endsOn'])
    .where('organisation_id', '=', tenantId)
    .where('id', 'in', membershipIds)
    .where('valid_until', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, endsOn }) => [id, endsOn!]));
}

/** What these persons are or were called in the organisation, by the last they worked under. */
export async function namesOf(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('accounts.membership')
    .select(['person_id as id', 'person_name as name'])
    .where('organisation_id', '=', tenantId)
    .where('person_id', 'in', personIds)
    .orderBy('valid_from')
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who holds or held this membership. */
export async function personBehind(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  membershipId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('accounts.membership')
    .select('person_id as personId')
    .where('organisation_id', '=', tenantId)
    .where('id', '=', membershipId)
    .executeTakeFirst();
  return row?.personId;
}
