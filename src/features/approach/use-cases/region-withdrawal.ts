import { type DomainTime, inHouseOf, type Tx } from '../../../platform/db/transact.ts';
import { keepDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { membersOfRegion } from '../../organisations/index.ts';
import { isArranged } from '../domain/fact.ts';
import { carriersOf, type RenewTables } from './anchoring.ts';
import { closeWithdrawals, isHeld, REGION_WITHDREW, withdrawalSubject } from './close-withdrawals.ts';
import { currentFacts } from './facts.ts';

type Tables =
  | RenewTables
  | 'organisations.region_membership'
  | 'organisations.organisation'
  | 'organisations.municipality'
  | 'organisations.code_period'
  | 'organisations.succession';

/** Who hears in a municipality that its region withdrew something: each by her role. */
const TOLD: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
/** Every reader of the approach sees here what is missing now, and where to arrange it. */
const PATH = '/aanpak/borging';

/**
 * Warns the municipalities of a region that relied on it for these elements, in the transaction in which it withdraws: one alarm of
 * today to the focal point and one to the policy officer, however many elements there are, which goes on as every alarm does. Door
 * `own`, of the region.
 */
export async function tellOfWithdrawal(
  tx: Tx<Tables>,
  regionId: string,
  elements: readonly string[],
  time: DomainTime,
): Promise<void> {
  for (const id of (await membersOfRegion(tx, regionId, time.today)).toSorted())
    await inHouseOf(tx, id, async () => {
      const facts = await currentFacts(tx, id);
      const lost = elements.filter((element) => {
        const arranged = facts.filter((fact) => fact.element === element && isArranged(fact.state));
        const relied = arranged.some((fact) => fact.regionId === regionId && fact.regionWithdrewOn === time.today);
        return relied && !isHeld(arranged, element, time.today);
      });
      if (lost.length > 0) await warnPeople(tx, id, lost, time);
    });
}

/** Silences those alarms where the region arranges it again. Door `own`, of the region. */
export async function tellOfOffers(tx: Tx<Tables>, regionId: string, time: DomainTime): Promise<void> {
  for (const id of (await membersOfRegion(tx, regionId, time.today)).toSorted())
    await inHouseOf(tx, id, () => closeWithdrawals(tx, id, time));
}

async function warnPeople(
  tx: Tx<RenewTables>,
  tenantId: string,
  elements: readonly string[],
  time: DomainTime,
): Promise<void> {
  const onderdeel = elements.join(' ');
  const colleagues = await colleaguesOf(tx, tenantId, time.today, [...TOLD, 'teamleider']);
  const named = await carriersOf(tx, tenantId);
  for (const role of TOLD) {
    const inRole = colleagues.filter((each) => each.role === role);
    const somebody = inRole.find(({ membershipId }) => named.includes(membershipId)) ?? inRole[0];
    // nobody in this role: the other hears it, and who leads the team when there is neither
    const isLast = role === TOLD.at(-1) && !colleagues.some((each) => TOLD.includes(each.role as Role));
    const assignee = somebody ?? (isLast ? colleagues[0] : undefined);
    if (!assignee) continue;
    await keepDeadline(
      tx,
      {
        tenantId,
        kind: REGION_WITHDREW,
        subject: withdrawalSubject(`${onderdeel} ${role}`),
        path: PATH,
        parameters: { onderdeel },
        dueOn: time.today,
        assigneeId: assignee.membershipId,
        substituteId: undefined,
        alarmDaysAhead: [0],
      },
      time,
    );
  }
}
