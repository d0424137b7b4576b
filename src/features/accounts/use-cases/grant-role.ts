import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Actor, isRole, ROLES, type Role } from '../../../shared-kernel/role.ts';
import { ROLE_DECIDERS } from '../domain/invitation.ts';
import { type GiftRefusal, judgeGift, type RoleGift } from '../domain/role-gift.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { holdRoles, insertRole, type NamedRole, organisationKindOf, rolesIn } from '../persistence/role-store.ts';

type Tables = 'accounts.membership' | 'organisations.organisation';

/** What is asked: which role for whom. */
export interface GrantRole {
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
}

const labelOf = (role: Role) => ROLE_DESCRIPTIONS[role].label;

/** Giving a colleague a role: asked by who manages the organisation, agreed by somebody else, and never by who gets it. */
export const GRANT_ROLE: ApprovalKind<GrantRole> = {
  kind: 'accounts.grant-role',
  label: 'Een collega een rol geven',
  effect: 'De collega kan meteen in deze rol werken, met alles wat die rol mag zien.',
  payload: z.object({ personId: z.uuid(), personName: z.string().min(1), role: z.enum(ROLES) }),
  show: ({ personName, role }) => [
    { label: 'Wie', value: personName },
    { label: 'Rol', value: labelOf(role) },
  ],
  requesters: ['beheerder'],
  deciders: ROLE_DECIDERS,
  hours: APPROVAL_HOURS,
  async execute(tx, request, decider, time) {
    const { personId, role } = request.payload;
    const hands = [decider.personId, request.requestedBy.personId];
    await holdRoles(tx, request.tenantId);
    const roles = await rolesIn(tx, request.tenantId, time.today);
    const kind = await organisationKindOf(tx, request.tenantId);
    const judged = judgeGift({ personId, role, reason: request.reason }, roles, kind, hands, time.today);
    if (!judged.ok) return judged;
    const { name } = roles.find((each) => each.personId === personId)!;
    const id = newId();
    await insertRole(tx, { id, organisationId: request.tenantId, personId, name, role, validFrom: time.today });
    return ok({ subject: { kind: 'accounts.membership', id } });
  },
};

/** Asks a second person to agree that a colleague gets a role. */
export async function askForRole(
  tx: Tx<Tables | ApprovalTables>,
  actor: Actor,
  gift: RoleGift,
  time: DomainTime,
): Promise<Result<Done, GiftRefusal | RequestRefusal>> {
  const roles = await rolesIn(tx, actor.organisationId, time.today);
  const kind = await organisationKindOf(tx, actor.organisationId);
  const judged = judgeGift(gift, roles, kind, [actor.personId], time.today);
  if (!judged.ok) return judged;
  if (!isRole(gift.role)) return err({ code: 'unknown-role' });
  const { personId, role } = gift;
  const { name: personName } = roles.find((each) => each.personId === personId)!;
  return requestApproval(
    tx,
    GRANT_ROLE,
    actor,
    {
      // one request at a time for the same role of the same person
      subject: { kind: 'accounts.membership', id: `${personId} ${role}` },
      payload: { personId, personName, role },
      reason: gift.reason.trim(),
    },
    time,
  );
}

/** Colleagues to choose from, each once, and the roles that this kind of organisation has. */
export async function giftChoices(
  tx: Tx<Tables>,
  actor: Actor,
  time: DomainTime,
): Promise<{ readonly colleagues: readonly NamedRole[]; readonly roles: readonly Role[] }> {
  const kind = await organisationKindOf(tx, actor.organisationId);
  const all = await rolesIn(tx, actor.organisationId, time.today);
  const colleagues = all.filter(
    ({ personId, validFrom }, index) =>
      personId !== actor.personId &&
      validFrom <= time.today &&
      all.findIndex((other) => other.personId === personId) === index,
  );
  return {
    colleagues,
    roles: ROLES.filter((role) => ROLE_DESCRIPTIONS[role].heldIn.includes(kind as OrganisationKind)),
  };
}
