import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { InvitationState } from '../domain/invitation.ts';
import { heldToday } from './held-today.ts';

type Table = 'accounts.invitation';
type Providers = 'accounts.identity_provider';

/** A role that waits for somebody. */
export interface Invitation extends InvitationState {
  readonly id: string;
  readonly organisationId: string;
  readonly role: string;
  /** As two people agreed; undefined for an administrator whom the operator lets in. */
  readonly personName: string | undefined;
  readonly validUntil: PlainDate | undefined;
  readonly invitedByName: string | undefined;
  readonly madeAt: Date;
}

const COLUMNS = [
  'i.id',
  'i.organisation_id as organisationId',
  'i.role',
  'i.person_name as personName',
  'i.valid_until as validUntil',
  'i.invited_by_name as invitedByName',
  'i.made_at as madeAt',
  'i.lapses_at as lapsesAt',
  'i.code_expires_at as codeExpiresAt',
  'i.used_at as usedAt',
  'i.withdrawn_at as withdrawnAt',
] as const;

/** What is not there is undefined in the rules and null in the table. */
const plain = <T>(row: object): T =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined])) as T;

/** The identity provider of the organisation under this alias says who comes in there. */
const providerOf = (alias: string) =>
  sql<boolean>`exists (select from accounts.identity_provider p where p.organisation_id = ${sql.ref(`${alias}.id`)} and p.ended_at is null)`;

/** Of which kind the organisation is, and whether it has an identity provider. */
export async function entranceOf(
  tx: Tx<'organisations.organisation' | Providers>,
  organisationId: string,
): Promise<{ readonly kind: string; readonly hasProvider: boolean }> {
  return tx
    .selectFrom('organisations.organisation as o')
    .select(['o.kind', providerOf('o').as('hasProvider')])
    .where('o.id', '=', organisationId)
    .executeTakeFirstOrThrow();
}

/** Lays an invitation, with the hash of its code when it has one already. */
export async function insertInvitation(
  tx: Tx<Table>,
  invitation: {
    readonly id: string;
    readonly organisationId: string;
    readonly role: string;
    readonly personName?: string;
    readonly validUntil?: PlainDate | undefined;
    readonly invitedByName?: string;
    readonly at: Date;
    readonly lapsesAt: Date;
    readonly code?: { readonly hash: Buffer; readonly expiresAt: Date };
  },
): Promise<void> {
  await tx
    .insertInto('accounts.invitation')
    .values({
      id: invitation.id,
      organisation_id: invitation.organisationId,
      role: invitation.role,
      person_name: invitation.personName ?? null,
      valid_until: invitation.validUntil ?? null,
      invited_by_name: invitation.invitedByName ?? null,
      made_at: invitation.at,
      lapses_at: invitation.lapsesAt,
      code_hash: invitation.code?.hash ?? null,
      code_expires_at: invitation.code?.expiresAt ?? null,
    })
    .execute();
}

/** The invitations of an organisation, the newest first. */
export async function invitationsOf(
  tx: Tx<Table>,
  organisationId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Invitation[]; readonly found: number }> {
  const rows = await tx
    .selectFrom('accounts.invitation as i')
    .select([...COLUMNS, sql<number>`count(*) over ()`.as('found')])
    .where('i.organisation_id', '=', organisationId)
    .orderBy('i.made_at', 'desc')
    .orderBy('i.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { rows: rows.map((row) => plain<Invitation>(row)), found: Number(rows[0]?.found ?? 0) };
}

/** One invitation of an organisation, held until the transaction ends. */
export async function holdInvitation(
  tx: Tx<Table>,
  organisationId: string,
  id: string,
): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('accounts.invitation as i')
    .select(COLUMNS)
    .where('i.organisation_id', '=', organisationId)
    .where('i.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && plain<Invitation>(row);
}

/** An invitation with the organisation that lets in. */
export interface OpenInvitation extends Invitation {
  readonly organisationName: string;
  readonly organisationKind: string;
  readonly hasProvider: boolean;
}

/** The invitation with this code, or this id, in an organisation that exists today; held until the transaction ends when `hold`. */
export async function openInvitation(
  tx: Tx<Table | 'organisations.organisation' | Providers>,
  by: { readonly codeHash: Buffer } | { readonly id: string },
  hold = false,
): Promise<OpenInvitation | undefined> {
  let asked = tx
    .selectFrom('accounts.invitation as i')
    .innerJoin('organisations.organisation as o', 'o.id', 'i.organisation_id')
    .select([...COLUMNS, 'o.name as organisationName', 'o.kind as organisationKind', providerOf('o').as('hasProvider')])
    .where(heldToday('o'));
  asked = 'id' in by ? asked.where('i.id', '=', by.id) : asked.where('i.code_hash', '=', by.codeHash);
  const row = await (hold ? asked.forUpdate('i') : asked).executeTakeFirst();
  return row && plain<OpenInvitation>(row);
}

/** Gives it a code in the place of the one it had. */
export async function saveCode(
  tx: Tx<Table>,
  organisationId: string,
  id: string,
  code: { readonly hash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('accounts.invitation')
    .set({ code_hash: code.hash, code_expires_at: code.expiresAt })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** It is over: used, or taken back. */
export async function closeInvitation(
  tx: Tx<Table>,
  organisationId: string,
  id: string,
  how: { readonly usedAt: Date } | { readonly withdrawnAt: Date },
): Promise<void> {
  await tx
    .updateTable('accounts.invitation')
    .set('usedAt' in how ? { used_at: how.usedAt } : { withdrawn_at: how.withdrawnAt })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
