import type { Tx } from '../../../platform/db/transact.ts';
import { type Colleague, colleaguesOf, membersByName, membersByPerson } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import { loadPlan } from '../persistence/plan-store.ts';

/** Who may see to it that what carries the approach does not lapse, the first who hears it first. */
export const KEEPERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider'];

const [FOCAL_POINT, POLICY_OFFICER] = ['aandachtsfunctionaris', 'beleidsmedewerker'] as const satisfies readonly Role[];

type Tables = 'approach.element' | 'approach.plan' | 'accounts.membership';

/** Whom an alarm of the approach reaches, as a deadline names them. */
export interface Addressees {
  readonly assigneeId: string;
  readonly substituteId: string | undefined;
  readonly alsoId: string | undefined;
}

/** The focal point and the substitute as K2.1 names them, when they are colleagues who may keep it up. */
export async function namedInRecord(
  tx: Tx<Tables>,
  tenantId: string,
): Promise<{ readonly focalPoint: string | undefined; readonly substitute: string | undefined }> {
  const record = await loadFocalPoint(tx, tenantId);
  if (!record) return { focalPoint: undefined, substitute: undefined };
  const [focalPoint, substitute] = await membersByPerson(
    tx,
    tenantId,
    [record.focalPointPersonId, record.substitutePersonId],
    KEEPERS,
  );
  return { focalPoint, substitute };
}

/** Who recorded K2.1, in each role that she may have done it in. */
async function recordersOf(tx: Tx<Tables>, tenantId: string): Promise<readonly (string | undefined)[]> {
  const record = await loadFocalPoint(tx, tenantId);
  if (!record) return [];
  const asked = [[FOCAL_POINT], [POLICY_OFFICER]] as const;
  const found: (string | undefined)[] = [];
  for (const roles of asked) found.push(...(await membersByName(tx, tenantId, [record.changedBy], roles)));
  return found;
}

/**
 * Who hears an alarm of the approach, of those who work here on that day: first the focal point, by the name in K2.1 or else by
 * role, and of several who recorded K2.1; then the substitute. The policy officer who leads the approach hears it at the same moment as the first.
 * Undefined when nobody is left who may keep it up.
 */
export async function addresseesOn(tx: Tx<Tables>, tenantId: string, on: PlainDate): Promise<Addressees | undefined> {
  const { focalPoint, substitute } = await namedInRecord(tx, tenantId);
  const recorders = await recordersOf(tx, tenantId);
  const there = await colleaguesOf(tx, tenantId, on, KEEPERS);
  const rank = ({ role }: Colleague) => KEEPERS.indexOf(role as Role);
  const colleagues = there.toSorted((one, other) => rank(one) - rank(other));
  const recordedIt = ({ membershipId }: Colleague) => Number(recorders.includes(membershipId));
  const inRole = (role: Role) =>
    colleagues.filter((each) => each.role === role).toSorted((one, other) => recordedIt(other) - recordedIt(one));
  const named = (id: string | undefined) => colleagues.filter(({ membershipId }) => membershipId === id);
  const isSubstitute = ({ membershipId }: Colleague) => membershipId === substitute;
  const order = [
    ...named(focalPoint),
    ...inRole(FOCAL_POINT).filter((each) => !isSubstitute(each)),
    ...named(substitute),
    ...colleagues,
  ];
  const assignee = order[0];
  if (!assignee) return undefined;
  const next = [...named(substitute), ...colleagues].find(({ personId }) => personId !== assignee.personId);
  const leader = await policyOfficer(tx, tenantId, inRole(POLICY_OFFICER));
  return {
    assigneeId: assignee.membershipId,
    substituteId: next?.membershipId,
    alsoId: leader?.personId === assignee.personId ? undefined : leader?.membershipId,
  };
}

/** The policy officer who leads the approach: who worked on the plan last, or else who recorded K2.1, or the first. */
async function policyOfficer(
  tx: Tx<'approach.plan' | 'accounts.membership'>,
  tenantId: string,
  officers: readonly Colleague[],
): Promise<Colleague | undefined> {
  if (officers.length < 2) return officers[0];
  const plan = await loadPlan(tx, tenantId);
  const [last] = plan ? await membersByName(tx, tenantId, [plan.changedBy], [POLICY_OFFICER]) : [];
  return officers.find(({ membershipId }) => membershipId === last) ?? officers[0];
}
