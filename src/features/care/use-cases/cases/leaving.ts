import { dutchMoment } from '../../../../platform/clock/dutch-moment.ts';
import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  keepDeadline,
  withdrawDeadlines,
} from '../../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf, endsOf } from '../../../../platform/members/members.ts';
import type { DueWork } from '../../../../platform/runner/run-due.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { LEAVES_AHEAD, nextLook } from '../../domain/cases/caseload.ts';
import { deskOf } from '../../persistence/caseload-query.ts';
import { holdDeskToLook, lookAgain, lookAtLatest, watchedDesks } from '../../persistence/desk-store.ts';
import { deleteMobile, mobileOf } from '../../persistence/mobile-store.ts';
import { CASELOAD_PATH } from './case-names.ts';

/** A coordinator leaves, or left, and her cases are still hers: for who stands in and who coordinates beside her. */
export const COORDINATOR_LEAVES = 'care.coordinator-leaves';
/** The same, for who gives the roles in the organisation: nobody may be left who can take them over. */
export const CASES_LEFT = 'care.cases-left';

const SUBJECT = 'care.departure';
const AHEAD = [LEAVES_AHEAD, 14, 3, 0];

type LeavingTables = DeadlineTables | 'care.desk';

/** Looks anew at every desk here: after a role was ended, in the transaction of that deed. */
export async function followCaseDepartures(tx: Tx<LeavingTables>, tenantId: string, time: DomainTime): Promise<void> {
  for (const membershipId of await watchedDesks(tx, tenantId)) await followLeaver(tx, tenantId, membershipId, time);
}

/**
 * Rings for who stays while this coordinator has an end and cases that are hers; silent as soon as they were passed on, or she stays.
 * Only their number is said. Looked at again by itself: an end that is given with a role is not a deed here.
 */
export async function followLeaver(
  tx: Tx<LeavingTables>,
  tenantId: string,
  membershipId: string,
  time: DomainTime,
): Promise<void> {
  const { leavesOn } = await ringForWhoStays(tx, tenantId, membershipId, time);
  const hasLeft = leavesOn !== undefined && leavesOn <= time.today;
  const at = hasLeft ? time.now : dutchMoment(nextLook(leavesOn, time.today));
  await lookAtLatest(tx, tenantId, membershipId, at);
}

/**
 * A desk is looked at by itself: whether its coordinator leaves, who of those who stay hears it, and whether she left. With her role goes
 * the number on which she could be called.
 */
export const deskWork: DueWork = {
  kind: 'care.desk',
  table: 'care.desk',
  dueColumn: 'look_at',
  waiting: 'look_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      if (!(await holdDeskToLook(tx, tenantId, id, time.now))) return;
      const { leavesOn, count } = await ringForWhoStays(tx, tenantId, id, time);
      const hasLeft = leavesOn !== undefined && leavesOn <= time.today;
      if (hasLeft) await deleteMobile(tx, tenantId, id);
      const isEmpty = count === 0 && (hasLeft || (await mobileOf(tx, tenantId, id)) === undefined);
      await lookAgain(tx, tenantId, id, isEmpty ? undefined : dutchMoment(nextLook(leavesOn, time.today)));
    }),
};

async function ringForWhoStays(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  membershipId: string,
  time: DomainTime,
): Promise<{ readonly leavesOn: PlainDate | undefined; readonly count: number }> {
  const subject = { kind: SUBJECT, id: membershipId };
  const leavesOn = (await endsOf(tx, tenantId, [membershipId])).get(membershipId);
  const { count, standIns } = await deskOf(tx, membershipId);
  if (leavesOn === undefined || count === 0) {
    await completeDeadlines(tx, tenantId, subject, time.now);
    return { leavesOn, count };
  }
  const deadline = {
    tenantId,
    subject,
    parameters: { aantal: String(count) },
    dueOn: leavesOn,
    substituteId: undefined,
    alarmDaysAhead: AHEAD,
  };
  const from = leavesOn > time.today ? leavesOn : time.today;
  const [first, second] = await staying(tx, tenantId, membershipId, standIns, from);
  const [administrator, other] = await administrators(tx, tenantId, membershipId, from);
  const ring = async (kind: string, path: string, assigneeId: string | undefined, alsoId: string | undefined) => {
    if (assigneeId) await keepDeadline(tx, { ...deadline, kind, path, assigneeId, alsoId }, time);
    // nobody is left who may hear it
    else await withdrawDeadlines(tx, tenantId, subject, time.now, kind);
  };
  await ring(COORDINATOR_LEAVES, CASELOAD_PATH, first, second);
  await ring(CASES_LEFT, '/beheer/mensen', administrator, other);
  return { leavesOn, count };
}

/** Who coordinates here after that day: who stands in for her most often first. */
async function staying(
  tx: Tx<DeadlineTables>,
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
  tx: Tx<DeadlineTables>,
  tenantId: string,
  leaver: string,
  on: PlainDate,
): Promise<readonly string[]> {
  const all = await colleaguesOf(tx, tenantId, on, ['beheerder']);
  return all.map(({ membershipId }) => membershipId).filter((each) => each !== leaver);
}
