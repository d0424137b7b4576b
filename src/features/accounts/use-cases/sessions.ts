import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/transact.ts';
import { newId, newSecret } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Actor, isRole, type Role } from '../../../shared-kernel/role.ts';
import { OTHER_TASK } from '../domain/paired-tasks.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { concurrentSessions, provedLately, SESSION_LIMITS, secondsLeft } from '../domain/session-limits.ts';
import { type CameBy, type Membership, membershipsOf } from '../persistence/membership-store.ts';
import {
  endOtherSessions,
  endSession,
  findSession,
  listSessions,
  markSeen,
  noteEmergency,
  type OpenSession,
  openSession,
  personOfSession,
  type SignedInBy,
} from '../persistence/session-store.ts';

type Tables =
  | 'accounts.session'
  | 'accounts.membership'
  | 'accounts.person'
  | 'accounts.identity_provider'
  | 'organisations.organisation';

/** A session as the edge needs it, with the person who acts. */
export interface ResolvedSession {
  readonly actor: Actor;
  readonly id: string;
  readonly csrfSecret: string;
  readonly endsInSeconds: number;
  readonly canSwitch: boolean;
  /** By what she came in; `undefined` for a key of her own. */
  readonly by: SignedInBy;
  /** She proved herself strongly within the last minutes. */
  readonly hasSteppedUp: boolean;
  /** The other of two tasks that are kept apart, when she holds both here. */
  readonly otherTask: { readonly membershipId: string; readonly role: Role } | undefined;
  /** Of the organisation she acts in, such as 'gemeente'. */
  readonly organisationKind: string;
  /** The last click is longer ago than we keep it to: worth a write. */
  readonly isStale: boolean;
}

/** SHA-256 of a cookie or token: what the database keeps of it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Finds who stands behind a cookie; undefined when the session ended, or the role is no longer held. `at` is real time. */
export async function resolveSession(
  tx: Tx<Tables>,
  cookie: string,
  isSensitive: boolean,
  at: Date,
): Promise<ResolvedSession | undefined> {
  const session = await findSession(tx, hashOf(cookie));
  if (!session || !isRole(session.role)) return undefined;
  if (secondsLeft(session, isSensitive, at) <= 0) return undefined;
  const endsInSeconds = secondsLeft({ ...session, lastSeenAt: at }, isSensitive, at);
  return {
    actor: {
      personId: session.personId,
      personName: session.personName,
      membershipId: session.membershipId,
      organisationId: session.organisationId,
      organisationCode: session.organisationCode,
      organisationName: session.organisationName,
      role: session.role,
      scope: ROLE_DESCRIPTIONS[session.role].scope,
      ...(session.emergencyId &&
        session.emergencyUntil && { emergency: { id: session.emergencyId, until: session.emergencyUntil } }),
    },
    id: session.id,
    csrfSecret: session.csrfSecret,
    endsInSeconds,
    canSwitch: session.memberships > 1,
    by: {
      providerId: session.providerId ?? undefined,
      providerSession: session.providerSession ?? undefined,
      strongAt: session.strongAt ?? undefined,
    },
    hasSteppedUp: provedLately(session.strongAt ?? undefined, at),
    otherTask: session.otherTaskId ? { membershipId: session.otherTaskId, role: OTHER_TASK[session.role]! } : undefined,
    organisationKind: session.organisationKind,
    isStale: at.getTime() - session.lastSeenAt.getTime() > SESSION_LIMITS.seenPrecision * 1000,
  };
}

export const touchSession = markSeen;
export const noteSessionEmergency = noteEmergency;
export const writerOf = personOfSession;

export interface StartedSession {
  /** Goes into the cookie and nowhere else. */
  readonly token: string;
  readonly id: string;
}

/** Opens a session for a membership, always with a new secret (no fixation). */
export async function startSession(
  tx: Tx<'accounts.session' | 'accounts.membership'>,
  who: { personId: string; membershipId: string; device: string; isDemo: boolean; by?: SignedInBy | undefined },
  at: Date,
): Promise<StartedSession> {
  const token = newSecret(32);
  const id = newId();
  await openSession(
    tx,
    {
      tokenHash: hashOf(token),
      id,
      personId: who.personId,
      membershipId: who.membershipId,
      csrfSecret: newSecret(32),
      device: who.device.slice(0, 200) || 'onbekend apparaat',
      at,
      by: who.by,
    },
    concurrentSessions(who.isDemo),
  );
  return { token, id };
}

/** The person's open sessions, those that ended by themselves left out. */
export async function ownSessions(tx: Tx<Tables>, actor: Actor, at: Date): Promise<readonly OpenSession[]> {
  const sessions = await listSessions(tx, actor.personId);
  return sessions.filter((session) => secondsLeft({ ...session, endedAt: null }, false, at) > 0);
}

/** Ends one of the person's own sessions. */
export async function endOwnSession(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string },
  at: Date,
): Promise<Result<{ subject: { kind: string; id: string } }, { code: 'not-found' }>> {
  if (!(await endSession(tx, actor.personId, input.id, at))) return err({ code: 'not-found' });
  return ok({ subject: { kind: 'accounts.session', id: input.id } });
}

/** Ends every session of the person but this one; none left is no refusal. */
export async function endOtherOwnSessions(
  tx: Tx<Tables>,
  actor: Actor,
  { keep }: { readonly keep: string },
  at: Date,
): Promise<Result<{ subject: { kind: string; id: string } }, never>> {
  await endOtherSessions(tx, actor.personId, keep, at);
  return ok({ subject: { kind: 'accounts.session', id: keep } });
}

/** The roles the person may choose from, by how she came in. */
export async function ownMemberships(tx: Tx<Tables>, personId: string, cameBy: CameBy): Promise<readonly Membership[]> {
  return membershipsOf(tx, personId, cameBy);
}

/** Goes on in another role of the same person: the old session ends, a new one begins. */
export async function switchMembership(
  tx: Tx<Tables>,
  actor: Actor,
  input: {
    readonly membershipId: string;
    readonly sessionId: string;
    readonly device: string;
    readonly isDemo: boolean;
    readonly by: SignedInBy;
  },
  at: Date,
): Promise<Result<{ subject: { kind: string; id: string }; token: string }, { code: 'not-found' }>> {
  const cameBy = input.isDemo ? 'demo' : input.by.providerId;
  const wanted = (await membershipsOf(tx, actor.personId, cameBy)).find(({ id }) => id === input.membershipId);
  if (!wanted) return err({ code: 'not-found' });
  await endSession(tx, actor.personId, input.sessionId, at);
  const started = await startSession(
    tx,
    {
      personId: actor.personId,
      membershipId: wanted.id,
      device: input.device,
      isDemo: input.isDemo,
      // another role is no new proof of who she is
      by: input.by,
    },
    at,
  );
  return ok({ subject: { kind: 'accounts.session', id: started.id }, token: started.token });
}
