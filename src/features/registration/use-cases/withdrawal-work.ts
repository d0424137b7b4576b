import { withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { dropMessages } from '../../../platform/exchange/erase-message.ts';
import { type DueWork, eachInside } from '../../../platform/runner/run-due.ts';
import { eraseConsented, holdDelivery, lookAgainAt } from '../persistence/delivery-store.ts';
import { forgetLinkage } from '../persistence/linkage-store.ts';
import { deleteQuestions } from '../persistence/question-store.ts';
import { QUESTION_SUBJECT } from './registration-names.ts';

/** The register looks once a day whether a consent was withdrawn. Nothing of it is used from the very moment it was. */
export const LOOK_EVERY_HOURS = 24;
const HOUR = 3_600_000;

export const nextLook = (now: Date): Date => new Date(now.getTime() + LOOK_EVERY_HOURS * HOUR);

/** Erases at the register what came on a consent that was withdrawn; its place in the counts stays, without a key. */
export const withdrawalWork: DueWork = {
  kind: 'registration.look-for-withdrawal',
  table: 'registration.delivery',
  dueColumn: 'look_at',
  waiting: 'look_at is not null',
  ...eachInside(async (tx, { tenantId, id }, { now, today }) => {
    const delivery = await holdDelivery(tx, tenantId, id);
    if (!delivery?.lookAt || delivery.lookAt > now) return;
    if (delivery.isTakenBack) {
      await eraseConsented(tx, tenantId, id, delivery.route, today);
      await forgetLinkage(tx, tenantId, [delivery.recordId]);
      const { questionIds, messageIds } = await deleteQuestions(tx, tenantId, { column: 'delivery_id', id });
      await dropMessages(tx, tenantId, messageIds, now);
      for (const question of questionIds)
        await withdrawDeadlines(tx, tenantId, { kind: QUESTION_SUBJECT, id: question }, now);
    } else await lookAgainAt(tx, tenantId, id, nextLook(now));
  }),
};
