import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { OTHER_TASK } from '../domain/paired-tasks.ts';
import { heldToday } from './held-today.ts';

type Tables = 'accounts.session' | 'accounts.membership' | 'organisations.organisation';

/** A session with the person and the role it was opened for. */
export interface StoredSession {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly csrfSecret: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
  readonly membershipId: string;
  readonly role: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationCode: string;
  readonly organisationKind: string;
  readonly emergencyId: string | null;
  readonly emergencyUntil: Date | null;
  readonly providerId: string | null;
  readonly providerSession: string | null;
  readonly strongAt: Date | null;
  /** How many memberships the person holds today. */
  readonly memberships: number;
  /** Her membership for the other of two tasks that are kept apart, in this organisation; null when she holds one of them. */
  readonly otherTaskId: string | null;
}

/** The role under this alias is the other task of the role under that one. */
const isOtherTask = (other: string, of: string) =>
  sql<boolean>`(${sql.ref(`${of}.role`)}, ${sql.ref(`${other}.role`)}) in (${sql.join(
    Object.entries(OTHER_TASK).map((pair) => sql`(${pair[0]}, ${pair[1]})`),
  )})`;

/** The session behind a cookie, with its membership as it holds today; undefined when there is none. */
export async function findSession(tx: Tx<Tables>, tokenHash: Buffer): Promise<StoredSession | undefined> {
  return sessions(tx).where('s.token_hash', '=', tokenHash).executeTakeFirst();
}

/** The same, by its id: for an answer from another site, with which the browser sends no cookie of the session. */
export async function findSessionById(tx: Tx<Tables>, id: string): Promise<StoredSession | undefined> {
  return sessions(tx).where('s.id', '=', id).executeTakeFirst();
}

function sessions(tx: Tx<Tables>) {
  return tx
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.membership as m', 'm.id', 's.membership_id')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select([
      's.id',
      's.person_id as personId',
      'm.person_name as personName',
      's.csrf_secret as csrfSecret',
      's.created_at as createdAt',
      's.last_seen_at as lastSeenAt',
      's.ended_at as endedAt',
      'm.id as membershipId',
      'm.role',
      'm.organisation_id as organisationId',
      'o.name as organisationName',
      'o.code as organisationCode',
      'o.kind as organisationKind',
      's.emergency_id as emergencyId',
      's.emergency_until as emergencyUntil',
      's.provider_id as providerId',
      's.provider_session as providerSession',
      's.strong_at as strongAt',
      sql<number>`(select count(*) from accounts.membership other where other.person_id = s.person_id and ${heldToday('other')})`.as(
        'memberships',
      ),
      sql<string | null>`(select other.id from accounts.membership other where other.person_id = s.person_id
        and other.organisation_id = m.organisation_id and ${isOtherTask('other', 'm')} and ${heldToday('other')}
        order by other.id limit 1)`.as('otherTaskId'),
    ])
    .where(heldToday('m'));
}

/** Whose session this was and in which role, also after it ended: to give a late form back to its writer. */
export async function personOfSession(
  tx: Tx<'accounts.session'>,
  sessionId: string,
): Promise<{ personId: string; membershipId: string; csrfSecret: string } | undefined> {
  return tx
    .selectFrom('accounts.session')
    .select(['person_id as personId', 'membership_id as membershipId', 'csrf_secret as csrfSecret'])
    .where('id', '=', sessionId)
    .executeTakeFirst();
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly id: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly csrfSecret: string;
  readonly device: string;
  readonly at: Date;
  readonly by: SignedInBy | undefined;
}

/** How somebody proved herself: at which identity provider, in which session of it, and when strongly. */
export interface SignedInBy {
  readonly providerId: string | undefined;
  readonly providerSession: string | undefined;
  readonly strongAt: Date | undefined;
}

/**
 * Keeps a new session and ends the person's oldest ones beyond `keep`, and those in the other of two tasks that are kept apart: she
 * acts in one at a time, also in another browser.
 */
export async function openSession(
  tx: Tx<'accounts.session' | 'accounts.membership'>,
  session: NewSession,
  keep: number,
): Promise<void> {
  await tx
    .insertInto('accounts.session')
    .values({
      token_hash: session.tokenHash,
      id: session.id,
      person_id: session.personId,
      membership_id: session.membershipId,
      csrf_secret: session.csrfSecret,
      device: session.device,
      created_at: session.at,
      last_seen_at: session.at,
      provider_id: session.by?.providerId ?? null,
      provider_session: session.by?.providerSession ?? null,
      strong_at: session.by?.strongAt ?? null,
    })
    .execute();
  await tx
    .updateTable('accounts.session')
    .set({ ended_at: session.at })
    .where('person_id', '=', session.personId)
    .where('ended_at', 'is', null)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('accounts.session')
        .select('id')
        .where('person_id', '=', session.personId)
        .where('ended_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(keep),
    )
    .execute();
  await sql`
    update accounts.session s set ended_at = ${session.at}
    from accounts.membership m join accounts.membership other
      on other.person_id = m.person_id and other.organisation_id = m.organisation_id and ${isOtherTask('other', 'm')}
    where m.id = ${session.membershipId} and s.membership_id = other.id and s.person_id = ${session.personId}
      and s.ended_at is null`.execute(tx);
}

export async function markSeen(tx: Tx<'accounts.session'>, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('accounts.session')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Notes that this session broke the glass, or that it no longer has. @returns false when the session is not hers or has ended. */
export async function noteEmergency(
  tx: Tx<'accounts.session'>,
  personId: string,
  id: string,
  emergency: { readonly id: string; readonly until: Date } | undefined,
): Promise<boolean> {
  const noted = await tx
    .updateTable('accounts.session')
    .set({ emergency_id: emergency?.id ?? null, emergency_until: emergency?.until ?? null })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return noted.numUpdatedRows === 1n;
}

/** Ends one session of this person; false when it is not hers or has ended. */
export async function endSession(tx: Tx<'accounts.session'>, personId: string, id: string, at: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('accounts.session')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Ends every other session of this person. @returns how many. */
export async function endOtherSessions(
  tx: Tx<'accounts.session'>,
  personId: string,
  id: string,
  at: Date,
): Promise<number> {
  const ended = await tx
    .updateTable('accounts.session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/**
 * Ends the sessions that came in by an identity provider before its word was given: of one session of the provider, of one person,
 * or of one session of one person. @returns how many
 */
export async function endSessionsOfProvider(
  tx: Tx<'accounts.session' | 'accounts.identity'>,
  of: {
    readonly providerId: string;
    readonly issuer: string;
    readonly subject?: string;
    readonly session?: string;
    readonly madeAt: Date;
  },
  at: Date,
): Promise<number> {
  const { subject, session } = of;
  let ending = tx
    .updateTable('accounts.session')
    .set({ ended_at: at })
    .where('provider_id', '=', of.providerId)
    .where('ended_at', 'is', null)
    // a token names whole seconds
    .where('created_at', '<', new Date(of.madeAt.getTime() + 1000));
  if (session !== undefined) ending = ending.where('provider_session', '=', session);
  if (subject !== undefined)
    ending = ending.where('person_id', 'in', (eb) =>
      eb
        .selectFrom('accounts.identity')
        .select('person_id')
        .where('issuer', '=', of.issuer)
        .where('subject', '=', subject),
    );
  const ended = await ending.executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly role: string;
  readonly organisationName: string;
}

/** The person's sessions that have not ended, newest first; one for a role that is held no more opens nothing. */
export async function listSessions(
  tx: Tx<'accounts.session' | 'accounts.membership' | 'organisations.organisation'>,
  personId: string,
): Promise<readonly OpenSession[]> {
  return tx
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.membership as m', 'm.id', 's.membership_id')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select([
      's.id',
      's.device',
      's.created_at as createdAt',
      's.last_seen_at as lastSeenAt',
      'm.role',
      'o.name as organisationName',
    ])
    .where('s.person_id', '=', personId)
    .where('s.ended_at', 'is', null)
    .where(heldToday('m'))
    .orderBy('s.created_at', 'desc')
    .limit(100)
    .execute();
}
