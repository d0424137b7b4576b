import { findMessage } from '../../../platform/exchange/message.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { DeclineReason } from '../domain/handover.ts';
import { holdHandover, lookAgain, settleHandover } from '../persistence/handover-store.ts';
import { reportById } from '../persistence/report-by-id.ts';
import { followUp } from './follow-up.ts';
import { nextLook, passedOn } from './hand-over.ts';

/** How the exchange says that a receiver does not take it up. */
const DECLINED: Readonly<Record<string, DeclineReason>> = {
  'niet-voor-ons': 'not-for-us',
  'loopt-al': 'known-already',
  onduidelijk: 'too-little',
};

/** Asks the exchange whether the receiver confirmed what was handed over; until it answered, or the message lapsed, again later. */
export const receiptWork: DueWork = {
  kind: 'signals.look-for-receipt',
  table: 'signals.handover',
  dueColumn: 'look_at',
  waiting: 'look_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      const handover = await holdHandover(tx, tenantId, id);
      if (!handover?.lookAt || handover.lookAt > time.now || !handover.messageId) return;
      const report = await reportById(tx, tenantId, handover.reportId);
      const message = await findMessage(tx, tenantId, handover.messageId, time.today);
      if (!report || message?.state === 'sent' || message?.state === 'delivered') {
        await lookAgain(tx, tenantId, id, nextLook(time.now));
        return;
      }
      if (message?.state === 'accepted') {
        const on = message.answeredAt ? dutchDay(message.answeredAt) : time.today;
        await settleHandover(tx, tenantId, id, { receivedOn: on, receivedBy: undefined });
        await passedOn(tx, tenantId, report, on, time);
        return;
      }
      // refused, lapsed, taken back, or erased before anybody answered
      const reason = (message?.state === 'refused' && DECLINED[message.reason ?? '']) || 'no-answer';
      await settleHandover(tx, tenantId, id, { declinedOn: time.today, reason });
      await followUp(tx, tenantId, report, time);
    }),
};
