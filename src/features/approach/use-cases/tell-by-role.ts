import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { NewDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { carriersOf, type RenewTables } from './anchoring.ts';
import { TOLD } from './close-sources.ts';

/**
 * Lays one alarm for the focal point and one for the policy officer of a municipality, which goes on as every alarm does. Nobody in a
 * role: the other hears it, and who leads the team when there is neither. Door `own`, in the house of that municipality.
 */
export async function tellByRole(
  tx: Tx<RenewTables>,
  tenantId: string,
  alarmFor: (role: (typeof TOLD)[number]) => Omit<NewDeadline, 'tenantId' | 'assigneeId' | 'substituteId'>,
  set: (tx: Tx<RenewTables>, deadline: NewDeadline, time: DomainTime) => Promise<void>,
  time: DomainTime,
): Promise<void> {
  const colleagues = await colleaguesOf(tx, tenantId, time.today, [...TOLD, 'teamleider']);
  const named = await carriersOf(tx, tenantId);
  const isTold = (role: string) => (TOLD as readonly string[]).includes(role);
  for (const role of TOLD) {
    const inRole = colleagues.filter((each) => each.role === role);
    const somebody = inRole.find(({ membershipId }) => named.includes(membershipId)) ?? inRole[0];
    const isLast = role === TOLD.at(-1) && !colleagues.some((each) => isTold(each.role));
    const assignee = somebody ?? (isLast ? colleagues[0] : undefined);
    if (!assignee) continue;
    const deadline = { ...alarmFor(role), tenantId, assigneeId: assignee.membershipId, substituteId: undefined };
    await set(tx, deadline, time);
  }
}
