import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { completeDeadlines, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import type { Colleague } from '../../../platform/members/members.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Scan } from '../domain/scan.ts';
import { loadContents } from '../persistence/scan-contents-store.ts';
import { finishRespondent, insertRespondent, loadOpenScan, openDeadlineOf } from '../persistence/scan-store.ts';
import {
  aboutScan,
  colleagueOf,
  type NotOpen,
  type NotYours,
  SCAN_ASKED,
  type ScanDone,
  type ScanTables,
} from './scan.ts';

/** Two weeks to answer, with a reminder. [design: In Beeld] */
const DAYS_TO_ANSWER = 14;

const REMIND_DAYS_AHEAD = [DAYS_TO_ANSWER, 3, 0];

/** Asks a colleague to answer: becomes a deadline for that person, who is told at once. */
export async function inviteRespondent(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly membershipId: string },
  time: DomainTime,
): Promise<Result<ScanDone, NotOpen | { readonly code: 'unknown-colleague' | 'already-asked' }>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const colleague = await colleagueOf(tx, actor, input.membershipId, time);
  if (!colleague) return err({ code: 'unknown-colleague' });
  const { membershipId, name } = colleague;
  if (membershipId === scan.ownerId) return err({ code: 'already-asked' });
  const isNew = await insertRespondent(tx, actor.organisationId, scan.id, { membershipId, name, at: time.now });
  if (!isNew) return err({ code: 'already-asked' });
  await askColleague(
    tx,
    actor,
    colleague,
    { kind: SCAN_ASKED, subject: askedSubject(scan, membershipId), path: '/aanpak/scan', parameters: {} },
    time,
  );
  return ok(aboutScan(scan));
}

/** Somebody is ready with what she was asked. */
export async function finishAnswering(
  tx: Tx<ScanTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<ScanDone, NotOpen | NotYours>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const { respondents } = await loadContents(tx, actor.organisationId, scan.id);
  if (!respondents.some(({ membershipId }) => membershipId === actor.membershipId)) return err({ code: 'not-asked' });
  await finishRespondent(tx, actor.organisationId, scan.id, actor.membershipId, time.now);
  await completeDeadlines(tx, actor.organisationId, askedSubject(scan, actor.membershipId), time.now);
  return ok(aboutScan(scan));
}

/** Sets the deadline of a colleague, and tells her now rather than at the first reminder. */
export async function askColleague(
  tx: Tx<ScanTables>,
  actor: Actor,
  colleague: Colleague,
  what: {
    readonly kind: string;
    readonly subject: { readonly kind: string; readonly id: string };
    readonly path: string;
    readonly parameters: Readonly<Record<string, string>>;
  },
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  const { membershipId, personId } = colleague;
  const dueOn = addDays(time.today, DAYS_TO_ANSWER);
  const deadline = { ...what, tenantId, dueOn, assigneeId: membershipId, substituteId: undefined };
  await setDeadline(tx, { ...deadline, alarmDaysAhead: REMIND_DAYS_AHEAD }, time);
  const deadlineId = await openDeadlineOf(tx, tenantId, what.kind, what.subject);
  await notify(
    tx,
    { tenantId, membershipId, personId, deadlineId, kind: what.kind, path: what.path, level: 1 },
    time.now,
  );
}

/** What the deadline of a respondent is about. */
export const askedSubject = (scan: Scan, membershipId: string) => ({
  kind: 'approach.scan-respondent',
  id: `${scan.id} ${membershipId}`,
});

/** What the deadline of a colleague's question is about. */
export const questionSubject = (scan: Scan, element: string, askedById: string) => ({
  kind: 'approach.scan-question',
  id: `${scan.id} ${element} ${askedById}`,
});
