import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf, endsOf } from '../../../../platform/members/members.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { coordinatorsWithCases, deskOf } from '../../persistence/caseload-query.ts';
import { CASELOAD_PATH } from './case-names.ts';

/** A coordinator leaves, or left, and her cases are still hers: for who stands in and who coordinates beside her. */
export const COORDINATOR_LEAVES = 'care.coordinator-leaves';
/** The same, for who gives the roles in the organisation: nobody may be left who can take them over. */
export const CASES_LEFT = 'care.cases-left';

const SUBJECT = 'care.departure';
const AHEAD = [30, 14, 3, 0];

type LeavingTables = DeadlineTables | 'care.case_file';

/** Lays anew who hears that cases lose their coordinator: after a role was ended, in the transaction of that deed. */
export async function followCaseDepartures(tx: Tx<LeavingTables>, tenantId: string, time: DomainTime): Promise<void> {
  for (const membershipId of await coordinatorsWithCases(tx, tenantId, time.today))
    await followLeaver(tx, tenantId, membershipId, time);
}

/**
 * Rings for who stays while this coordinator has an end and cases that are hers; silent as soon as they were passed on, or she stays.
 * Only their number is said.
 */
export async function followLeaver(
  tx: Tx<LeavingTables>,
  tenantId: string,
  membershipId: string,
  time: DomainTime,
): Promise<void> {
  const subject = { kind: SUBJECT, id: membershipId };
  const leavesOn = (await endsOf(tx, tenantId, [membershipId])).get(membershipId);
  const { count, standIns } = await deskOf(tx, tenantId, membershipId, time.today);
  if (leavesOn === undefined || count === 0) return completeDeadlines(tx, tenantId, subject, time.now);
  const dueOn = leavesOn > time.today ? leavesOn : time.today;
  const deadline = {
    tenantId,
    subject,
    parameters: { aantal: String(count) },
    dueOn,
    substituteId: undefined,
    alarmDaysAhead: AHEAD,
  };
  const [first, second] = await staying(tx, tenantId, membershipId, standIns, dueOn);
  if (first)
    await setDeadline(
      tx,
      { ...deadline, kind: COORDINATOR_LEAVES, path: CASELOAD_PATH, assigneeId: first, alsoId: second },
      time,
    );
  const [administrator, other] = await administrators(tx, tenantId, membershipId, dueOn);
  if (administrator)
    await setDeadline(
      tx,
      { ...deadline, kind: CASES_LEFT, path: '/beheer/mensen', assigneeId: administrator, alsoId: other },
      time,
    );
}

/** Who coordinates here after that day: who stands in for her most often first. */
async function staying(
  tx: Tx<LeavingTables>,
  tenantId: string,
  leaver: string,
  standIns: readonly string[],
  on: PlainDate,
): Promise<readonly string[]> {
  const colleagues = (await colleaguesOf(tx, tenantId, on, ['zorgcoordinator'])).map((each) => each.membershipId);
  const others = colleagues.filter((each) => each !== leaver);
  return [...standIns.filter((each) => others.includes(each)), ...others.filter((each) => !standIns.includes(each))];
}

/** Who gives the roles here after that day: only she sees the page that this leads to. */
async function administrators(
  tx: Tx<LeavingTables>,
  tenantId: string,
  leaver: string,
  on: PlainDate,
): Promise<readonly string[]> {
  const all = await colleaguesOf(tx, tenantId, on, ['beheerder']);
  return all.map(({ membershipId }) => membershipId).filter((each) => each !== leaver);
}
