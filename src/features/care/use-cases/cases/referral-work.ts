import type { AnyTx, DomainTime } from '../../../../platform/db/transact.ts';
import { notify, notifyRole } from '../../../../platform/deadlines/notify.ts';
import { completeDeadlines, setDeadline, withdrawDeadlines } from '../../../../platform/deadlines/set-deadline.ts';
import { findMessage } from '../../../../platform/exchange/message.ts';
import type { Arrived } from '../../../../platform/exchange/message-work.ts';
import { forgetRemarks, settleRemarks } from '../../../../platform/exchange/remark.ts';
import { type Colleague, colleaguesOf, LAST_RESORT } from '../../../../platform/members/members.ts';
import { keepRecord } from '../../../../platform/retention/keep-record.ts';
import type { DueWork } from '../../../../platform/runner/run-due.ts';
import { dutchDay } from '../../../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../../../shared-kernel/working-days.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import { isWaiting, referralAnswerBy } from '../../domain/cases/referral.ts';
import { caseById, caseFrom } from '../../persistence/case-store.ts';
import { holdReferral, markReferral } from '../../persistence/referral-store.ts';
import { casePath, SHARED_SUBJECT } from './case-names.ts';
import { silenceReferral } from './receive-referral.ts';
import {
  REFERRAL_ARRIVED,
  REFERRAL_MESSAGE_KINDS,
  REFERRAL_OVERDUE,
  REFERRAL_SUBJECT,
  REFERRAL_WAITS,
  referralPath,
  WAITING_SUBJECT,
} from './referral-names.ts';
import { nextLook } from './send-referral.ts';

/** The receiver answered. */
export const REFERRAL_ANSWERED = 'care.referral-answered';
/** Nobody answered a referral: it lapsed. */
export const REFERRAL_LAPSED = 'care.referral-lapsed';
/** What another organisation shared, or handed over, was taken back. */
export const SHARED_WITHDRAWN = 'care.shared-withdrawn';

/** Asks the exchange whether the receiver answered; then whoever coordinates hears it, and nothing rings any more. */
export const referralWork: DueWork = {
  kind: 'care.look-for-answer',
  table: 'care.referral',
  dueColumn: 'look_at',
  waiting: 'look_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      const referral = await holdReferral(tx, tenantId, id);
      if (!referral?.lookAt || referral.lookAt > time.now) return;
      const message = await findMessage(tx, tenantId, referral.messageId, time.today);
      if (isWaiting(message?.state)) {
        await markReferral(tx, tenantId, id, { lookAt: nextLook(time.now) });
        return;
      }
      await markReferral(tx, tenantId, id, { lookAt: null });
      const hasLapsed = message?.state === 'expired';
      // what went without consent still asks for it, whatever the other side said; what lapsed rings until somebody does something
      if (referral.ground === 'consent' && !hasLapsed)
        await completeDeadlines(tx, tenantId, { kind: REFERRAL_SUBJECT, id }, time.now);
      const file = await caseById(tx, tenantId, referral.caseId);
      if (!file) return;
      const kind = hasLapsed ? REFERRAL_LAPSED : REFERRAL_ANSWERED;
      await tellWorkers(tx, { tenantId, file, kind, path: `${casePath(file.code)}/verwijzen` }, time);
    }),
};

/** Tells who coordinates a case and who stands in. */
export async function tellWorkers(
  tx: AnyTx,
  told: { readonly tenantId: string; readonly file: CaseFile; readonly kind: string; readonly path: string },
  time: Pick<DomainTime, 'now' | 'today'>,
): Promise<void> {
  const { tenantId, file, kind, path } = told;
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
  for (const id of [file.coordinatorId, file.substituteId]) {
    const colleague = colleagues.find((each) => each.membershipId === id);
    if (!colleague) continue;
    const { membershipId, personId } = colleague;
    await notify(tx, { tenantId, membershipId, personId, kind, path, level: 1 }, time.now);
  }
}

async function referralArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  const today = dutchDay(now);
  const staff = await colleaguesOf(tx, tenantId, today, ['zorgcoordinator', ...LAST_RESORT]);
  for (const id of ids) {
    const subject = { kind: 'exchange.message', id };
    await keepRecord(tx, { tenantId, rule: 'care-dossier', subject, startsOn: today });
    if (!isWaiting((await findMessage(tx, tenantId, id, today))?.state)) {
      await goneHere(tx, tenantId, id, now);
      continue;
    }
    // each is somebody who waits, so each is told
    await notifyRole(tx, { tenantId, role: 'zorgcoordinator', kind: REFERRAL_ARRIVED, path: referralPath(id) }, now);
    await awaitOwnAnswer(tx, tenantId, id, staff, { now, today });
  }
}

/**
 * Rings here too while it waits: on the last day of the norm for who coordinates, a working day later for who leads them. Until then who
 * sent it rings alone, and cannot make anybody answer.
 */
async function awaitOwnAnswer(
  tx: AnyTx,
  tenantId: string,
  id: string,
  staff: readonly Colleague[],
  time: Pick<DomainTime, 'now' | 'today'>,
): Promise<void> {
  const of = (role: string) => staff.filter((each) => each.role === role).map(({ membershipId }) => membershipId);
  const [first, second] = of('zorgcoordinator');
  const [leader] = [...of('teamleider'), ...of('beheerder')];
  const answerBy = referralAnswerBy(time.today);
  const subject = { kind: WAITING_SUBJECT, id };
  const deadline = { tenantId, subject, parameters: {}, substituteId: undefined, alarmDaysAhead: [0] };
  if (first)
    await setDeadline(
      tx,
      {
        ...deadline,
        kind: REFERRAL_WAITS,
        path: referralPath(id),
        dueOn: answerBy,
        assigneeId: first,
        substituteId: second,
        alsoId: second,
      },
      time,
    );
  if (leader)
    await setDeadline(
      tx,
      {
        ...deadline,
        kind: REFERRAL_OVERDUE,
        path: '/overzicht',
        dueOn: addWorkingDays(answerBy, 1),
        assigneeId: leader,
      },
      time,
    );
}

/** Taken back, or nobody here answered in time: nobody waits for us any more. Who took it up is told at once. */
async function goneHere(tx: AnyTx, tenantId: string, id: string, now: Date): Promise<void> {
  const today = dutchDay(now);
  await silenceReferral(tx, tenantId, id, now);
  await forgetRemarks(tx, tenantId, id, now);
  await settleRemarks(tx, tenantId, { aboutId: id, action: 'refuse' }, { now, today });
  if ((await findMessage(tx, tenantId, id, today))?.state !== 'withdrawn') return;
  await withdrawDeadlines(tx, tenantId, { kind: SHARED_SUBJECT, id }, now);
  const file = await caseFrom(tx, tenantId, id);
  if (file)
    await tellWorkers(tx, { tenantId, file, kind: SHARED_WITHDRAWN, path: casePath(file.code) }, { now, today });
}

async function referralGone(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  for (const id of ids) await goneHere(tx, tenantId, id, now);
}

/** Messages of this feature are told to who coordinates care. */
export const CARE_ARRIVALS = new Map(REFERRAL_MESSAGE_KINDS.map((kind) => [kind, referralArrived] as const));
/** And when they are gone again. */
export const CARE_DEPARTURES = new Map(REFERRAL_MESSAGE_KINDS.map((kind) => [kind, referralGone] as const));
