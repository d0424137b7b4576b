import { type DomainTime, inHouseOf, type Tx } from '../../../platform/db/transact.ts';
import { keepDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { membersOfRegion } from '../../organisations/index.ts';
import { isArranged } from '../domain/fact.ts';
import type { RenewTables } from './anchoring.ts';
import { closeWithdrawals, isHeld, REGION_WITHDREW, withdrawalSubject } from './close-withdrawals.ts';
import { currentFacts } from './facts.ts';
import { tellByRole } from './tell-by-role.ts';

type Tables =
  | RenewTables
  | 'organisations.region_membership'
  | 'organisations.organisation'
  | 'organisations.municipality'
  | 'organisations.code_period'
  | 'organisations.succession';

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
  const alarm = {
    kind: REGION_WITHDREW,
    path: PATH,
    parameters: { onderdeel },
    dueOn: time.today,
    alarmDaysAhead: [0],
  };
  await tellByRole(
    tx,
    tenantId,
    (role) => ({ ...alarm, subject: withdrawalSubject(`${onderdeel} ${role}`) }),
    keepDeadline,
    time,
  );
}
