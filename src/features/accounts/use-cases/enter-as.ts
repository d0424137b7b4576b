import type { Done, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Actor, isRole } from '../../../shared-kernel/role.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { secondsLeft } from '../domain/session-limits.ts';
import { lastRoleOf, type Membership, membershipsOf } from '../persistence/membership-store.ts';
import { endSession, findSessionById, type SignedInBy } from '../persistence/session-store.ts';
import { startSession } from './sessions.ts';

type People =
  | 'accounts.session'
  | 'accounts.membership'
  | 'accounts.person'
  | 'accounts.identity_provider'
  | 'organisations.organisation';

/** Somebody came in: who, and the secret of her session. */
export type Admission = Done & { readonly actor: Actor; readonly token: string };
export type EntryRefusal = { readonly code: 'no-role-here' | 'role-ended' | 'another-person' };

/** How somebody came in, and with what. */
export interface Entrance {
  readonly by: SignedInBy;
  readonly device: string;
}

/** Opens a session in this role. */
export async function enterAs(
  tx: Tx<People>,
  held: Membership,
  { by, device }: Entrance,
  at: Date,
): Promise<Result<Admission, EntryRefusal>> {
  if (!isRole(held.role)) return err({ code: 'no-role-here' });
  const who = { personId: held.personId, membershipId: held.id, device, isDemo: false, by };
  const { token, id } = await startSession(tx, who, at);
  const actor = { ...held, role: held.role, membershipId: held.id, scope: ROLE_DESCRIPTIONS[held.role].scope };
  return ok({ subject: { kind: 'accounts.session', id }, actor, token });
}

/** Goes on in the role of a session for who proved herself anew, under a new secret, and only for the same person. */
export async function enterAnew(
  tx: Tx<People>,
  proved: { readonly personId: string | undefined; readonly sessionId: string },
  entrance: Entrance,
  at: Date,
): Promise<Result<Admission, EntryRefusal>> {
  const session = await findSessionById(tx, proved.sessionId);
  if (!session || secondsLeft(session, false, at) <= 0 || session.personId !== proved.personId)
    return err({ code: 'another-person' });
  await endSession(tx, session.personId, session.id, at);
  const roles = await membershipsOf(tx, session.personId, entrance.by.providerId);
  const held = roles.find(({ id }) => id === session.membershipId);
  return held ? enterAs(tx, held, entrance, at) : err({ code: 'no-role-here' });
}

/** The role that somebody begins in: that of last time, or one of these with more to do than passing on a signal. */
export async function roleToBeginIn(
  tx: Tx<'accounts.session'>,
  personId: string,
  roles: readonly Membership[],
): Promise<Membership | undefined> {
  const last = await lastRoleOf(tx, personId);
  return roles.find(({ id }) => id === last) ?? roles.find(({ role }) => role !== 'medewerker') ?? roles[0];
}
