import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type EndRefusal, endRole } from '../domain/membership-end.ts';
import { holdRoles, type NamedRole, roleIn, rolesIn, saveEnd } from '../persistence/role-store.ts';

export type { NamedRole };

/** What follows elsewhere when somebody leaves: another feature knows who carries what. In the transaction of the deed. */
export type FollowDepartures<Given> = (tx: Given, tenantId: string, time: DomainTime) => Promise<void>;

interface Done {
  readonly subject: { readonly kind: 'accounts.membership'; readonly id: string };
}

/**
 * Ends a role of somebody in the actor's organisation on a day. From that day on her sessions and tokens for this organisation open
 * nothing; what she carried warns whoever stays (`follow`). Through the door `own`.
 */
export async function endMembership<Given extends Tx<'accounts.membership'>>(
  tx: Given,
  actor: Actor,
  input: { readonly membershipId: string; readonly endsOn: PlainDate; readonly seenEnd: PlainDate | undefined },
  time: DomainTime,
  follow: FollowDepartures<Given>,
): Promise<Result<Done, EndRefusal>> {
  const { organisationId } = actor;
  await holdRoles(tx, organisationId);
  const roles = [...(await rolesIn(tx, organisationId, time.today))];
  // one that ended is refused for that reason, not as unknown
  if (!roles.some(({ membershipId }) => membershipId === input.membershipId)) {
    const ended = await roleIn(tx, organisationId, input.membershipId);
    if (!ended) return err({ code: 'not-found' });
    roles.push(ended);
  }
  const checked = endRole(roles, actor, input, time.today);
  if (!checked.ok) return checked;
  await saveEnd(tx, organisationId, input.membershipId, input.endsOn);
  await follow(tx, organisationId, time);
  return ok({ subject: { kind: 'accounts.membership', id: input.membershipId } });
}

/** Everybody who holds a role in the actor's organisation, today or later. */
export async function readRoles(
  tx: Tx<'accounts.membership'>,
  actor: Actor,
  { today }: Pick<DomainTime, 'today'>,
): Promise<readonly NamedRole[]> {
  return rolesIn(tx, actor.organisationId, today);
}

/** One role in the actor's organisation; undefined when there is none with this id. */
export async function readRole(
  tx: Tx<'accounts.membership'>,
  actor: Actor,
  id: string,
): Promise<NamedRole | undefined> {
  return roleIn(tx, actor.organisationId, id);
}
