import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, keepDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { endsOf } from '../../../platform/members/members.ts';
import { type Action, daysOfLeaving, type Leaving } from '../domain/plan.ts';
import { openElementsOf } from '../persistence/deadline-query.ts';
import { addresseesOn } from './alarm-addressees.ts';
import type { RenewTables } from './anchoring.ts';

/** The kind of deadline that says that somebody who carries actions of the plan leaves. */
export const ACTION_CARRIER_LEAVES = 'approach.action-carrier-leaves';

const SUBJECT_KIND = 'approach.plan-departure';

/** Until when whoever carries these actions has the role for it. */
export async function leavingCarriers(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  actions: readonly Action[],
): Promise<Leaving> {
  const ids = actions.flatMap(({ owner, substitute }) => [owner, substitute]).flatMap((member) => member ?? []);
  return endsOf(tx, tenantId, [...new Set(ids.map(({ membershipId }) => membershipId))]);
}

/**
 * Lays anew who hears that actions lose their owner or substitute: one message a day of leaving, however many actions it touches,
 * on that day. It is done once somebody else carries them.
 */
export async function warnOfLeaving(
  tx: Tx<RenewTables>,
  tenantId: string,
  actions: readonly Action[],
  leaving: Leaving,
  time: DomainTime,
): Promise<void> {
  const days = daysOfLeaving(actions, leaving);
  const open = await openElementsOf(tx, tenantId, ACTION_CARRIER_LEAVES);
  for (const { subjectId } of open.filter((each) => !days.some((on) => on === each.subjectId)))
    await completeDeadlines(tx, tenantId, { kind: SUBJECT_KIND, id: subjectId }, time.now);
  for (const on of days) {
    const addressees = await addresseesOn(tx, tenantId, on > time.today ? on : time.today);
    if (!addressees) continue;
    await keepDeadline(
      tx,
      {
        tenantId,
        kind: ACTION_CARRIER_LEAVES,
        subject: { kind: SUBJECT_KIND, id: on },
        path: '/aanpak/plan?bezetting=onbezet',
        parameters: {},
        dueOn: on,
        ...addressees,
        alarmDaysAhead: [0],
      },
      time,
    );
  }
}
