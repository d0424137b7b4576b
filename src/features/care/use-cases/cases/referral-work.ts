import type { AnyTx } from '../../../../platform/db/transact.ts';
import { notify, notifyRole } from '../../../../platform/deadlines/notify.ts';
import { completeDeadlines } from '../../../../platform/deadlines/set-deadline.ts';
import { findMessage } from '../../../../platform/exchange/message.ts';
import type { Arrived } from '../../../../platform/exchange/message-work.ts';
import { colleaguesOf } from '../../../../platform/members/members.ts';
import { keepRecord } from '../../../../platform/retention/keep-record.ts';
import type { DueWork } from '../../../../platform/runner/run-due.ts';
import { dutchDay } from '../../../../shared-kernel/plain-date.ts';
import { isWaiting } from '../../domain/cases/referral.ts';
import { caseById } from '../../persistence/case-store.ts';
import { holdReferral, markReferral } from '../../persistence/referral-store.ts';
import { casePath } from './case-names.ts';
import { REFERRAL_MESSAGE_KINDS, REFERRAL_SUBJECT, REFERRALS_PATH } from './referral-names.ts';
import { nextLook } from './send-referral.ts';

/** The receiver answered. */
export const REFERRAL_ANSWERED = 'care.referral-answered';
/** A referral came in. */
export const REFERRAL_ARRIVED = 'care.referral-arrived';

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
      // what went without consent still asks for it, whatever the other side said
      if (referral.ground === 'consent')
        await completeDeadlines(tx, tenantId, { kind: REFERRAL_SUBJECT, id }, time.now);
      const file = await caseById(tx, tenantId, referral.caseId);
      if (!file) return;
      const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
      const path = `${casePath(file.code)}/verwijzen`;
      for (const membershipId of [file.coordinatorId, file.substituteId]) {
        const colleague = colleagues.find((each) => each.membershipId === membershipId);
        if (!colleague) continue;
        const { personId } = colleague;
        const to = { tenantId, membershipId: colleague.membershipId, personId };
        await notify(tx, { ...to, kind: REFERRAL_ANSWERED, path, level: 1 }, time.now);
      }
    }),
};

async function referralArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  for (const id of ids) {
    const subject = { kind: 'exchange.message', id };
    await keepRecord(tx, { tenantId, rule: 'care-dossier', subject, startsOn: dutchDay(now) });
    // each is somebody who waits, so each is told
    await notifyRole(tx, { tenantId, role: 'zorgcoordinator', kind: REFERRAL_ARRIVED, path: REFERRALS_PATH }, now);
  }
}

/** Messages of this feature are told to who coordinates care. */
export const CARE_ARRIVALS = new Map(REFERRAL_MESSAGE_KINDS.map((kind) => [kind, referralArrived] as const));
