import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { type DeadlineTables, setDeadline, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { peopleExcludedFrom } from '../../../platform/dossiers/people-excluded.ts';
import { colleaguesOf, LAST_RESORT } from '../../../platform/members/members.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { REPORT_SUBJECT, waitingPath } from './signal-names.ts';
import { ARRIVED, WAITS } from './signal-texts.ts';

export type WaitTables = DeadlineTables | 'privacy.dossier_access';

/**
 * Sets the clock of a signal: who does the next thing and by when, with an alarm on that day. Whoever is excluded from it hears
 * nothing. Without a focal point it falls to the team leader, then to who manages the organisation: they see that one waits, and
 * never what it says. @returns false when nobody is left to hear it.
 */
export async function waitFor(
  tx: Tx<WaitTables>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId' | 'actBy' | 'takenUpBy'>,
  why: 'arrived' | 'next-step',
  time: DomainTime,
): Promise<boolean> {
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  if (!report.actBy) {
    await withdrawDeadlines(tx, tenantId, subject, time.now);
    return true;
  }
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['aandachtsfunctionaris', ...LAST_RESORT]);
  const excluded = await peopleExcludedFrom(tx, tenantId, report.dossierId, time.now);
  const able = colleagues.filter(({ personId }) => !excluded.has(personId));
  const officers = able.filter(({ role }) => role === 'aandachtsfunctionaris');
  const others = LAST_RESORT.flatMap((role) => able.filter((each) => each.role === role));
  const own = officers.filter(({ personId }) => personId === report.takenUpBy);
  const [first, second] = [...own, ...officers.filter((each) => !own.includes(each)), ...others];
  if (!first) return false;
  const path = waitingPath(report.id);
  await setDeadline(
    tx,
    {
      tenantId,
      kind: WAITS,
      subject,
      path,
      parameters: {},
      dueOn: report.actBy,
      assigneeId: first.membershipId,
      substituteId: second?.membershipId,
      alarmDaysAhead: [0],
    },
    time,
  );
  if (why === 'arrived')
    for (const { membershipId, personId } of officers.length > 0 ? officers : [first])
      await notify(tx, { tenantId, membershipId, personId, kind: ARRIVED, path, level: 1 }, time.now);
  return true;
}
