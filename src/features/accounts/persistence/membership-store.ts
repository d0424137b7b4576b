import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { heldToday } from './held-today.ts';

type Tables = 'accounts.membership' | 'accounts.person' | 'organisations.organisation';

/** By what somebody came in: an identity provider (its id), her own key (undefined), or a demo, where anything goes. */
export type CameBy = string | undefined | 'demo';

/** A role that a person holds, with the organisation it is held in. */
export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationKind: string;
  readonly organisationCode: string;
  readonly demoNumber: number | null;
  /** aanmelder: which kind of reporter; ketenpartner: which kind of organisation. */
  readonly kind: string | null;
}

function memberships(tx: Tx<Tables>) {
  return tx
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select([
      'm.id',
      'm.person_id as personId',
      'm.person_name as personName',
      'm.role',
      'm.organisation_id as organisationId',
      'o.name as organisationName',
      'o.kind as organisationKind',
      'o.code as organisationCode',
      'm.demo_number as demoNumber',
      'm.kind',
    ])
    .where(heldToday('m'))
    .where(heldToday('o'));
}

/**
 * The roles that this person holds today and may take up, in organisations that exist today. Where an organisation has an identity
 * provider of its own, only that one lets people in.
 */
export async function membershipsOf(
  tx: Tx<Tables | 'accounts.identity_provider'>,
  personId: string,
  by: CameBy,
): Promise<readonly Membership[]> {
  let held = memberships(tx).where('m.person_id', '=', personId);
  if (by !== 'demo')
    held = held.where(
      sql<boolean>`not exists (select from accounts.identity_provider p where p.organisation_id = m.organisation_id
        and p.ended_at is null and p.id is distinct from ${by ?? null}::uuid)`,
    );
  return held.orderBy('o.name').orderBy('m.role').execute();
}

/** The role in which this person was last here; undefined when she never was. */
export async function lastRoleOf(tx: Tx<'accounts.session'>, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('accounts.session')
    .select('membership_id as membershipId')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.membershipId;
}

/** Everybody who can sign in to a demo, by code of the organisation and role. */
export async function demoMemberships(tx: Tx<Tables>): Promise<readonly Membership[]> {
  return memberships(tx)
    .where('m.demo_number', 'is not', null)
    .orderBy('o.code')
    .orderBy('m.role')
    .orderBy('m.demo_number')
    .execute();
}

/** The demo person with this role and number in the organisation with this code. */
export async function demoMembership(
  tx: Tx<Tables>,
  role: string,
  code: string,
  number: number,
): Promise<Membership | undefined> {
  return memberships(tx)
    .where('o.code', '=', code)
    .where('m.role', '=', role)
    .where('m.demo_number', '=', number)
    .executeTakeFirst();
}

/** Somebody of this demo number had this role here, and left. */
export async function demoPersonLeft(
  tx: Tx<Tables>,
  organisationId: string,
  role: string,
  number: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('accounts.membership')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where('demo_number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}

const organisationColumns = ['id', 'kind', 'name', 'code', 'partner_kind as partnerKind'] as const;

/** An organisation by its code, also one that ended or is still to come. */
export async function organisationByCode(tx: Tx<'organisations.organisation'>, code: string) {
  return tx
    .selectFrom('organisations.organisation')
    .select(organisationColumns)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** The first organisation of this kind by code, for a demo role without a named organisation. */
export async function firstOrganisation(tx: Tx<'organisations.organisation'>, kind: string) {
  return tx
    .selectFrom('organisations.organisation')
    .select(organisationColumns)
    .where('kind', '=', kind)
    .where(heldToday('organisations.organisation'))
    .orderBy('code')
    .executeTakeFirst();
}

export interface NewDemoMember {
  readonly personId: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly kind: string | null;
  readonly number: number;
  readonly from: string;
}

/** Adds a fictional person with one role; when two ask for the same person at once, one makes her. */
export async function addDemoMember(tx: Tx<Tables>, member: NewDemoMember): Promise<void> {
  await tx
    .insertInto('accounts.person')
    .values({ id: member.personId, name: member.name, email: member.email })
    .execute();
  await tx
    .insertInto('accounts.membership')
    .values({
      organisation_id: member.organisationId,
      id: member.membershipId,
      person_id: member.personId,
      person_name: member.name,
      role: member.role,
      kind: member.kind,
      valid_from: member.from as never,
      demo_number: member.number,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'role', 'demo_number']).where('demo_number', 'is not', null).doNothing(),
    )
    .execute();
}
