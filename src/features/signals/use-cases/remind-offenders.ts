import { notify } from '../../../platform/deadlines/notify.ts';
import { peopleExcludedFrom } from '../../../platform/dossiers/people-excluded.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import { closeReminder, holdReminder, offenderReaders } from '../persistence/offender-store.ts';
import { REVIEW_WAITS } from './signal-texts.ts';

/**
 * Tells everybody who reads about alleged offenders, once and in time, that an entry shuts unless somebody says that it is still needed.
 * Who no longer works here, or is kept away from the signal, is passed over.
 */
export const offenderReviewWork: DueWork = {
  kind: 'signals.remind-offender-review',
  table: 'signals.offender_note',
  dueColumn: 'remind_at',
  waiting: 'remind_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      const waiting = await holdReminder(tx, tenantId, id, time.now);
      if (!waiting) return;
      const readers = new Set((await offenderReaders(tx, tenantId)).map(({ personId }) => personId));
      const excluded = await peopleExcludedFrom(tx, tenantId, waiting.dossierId, time.now);
      const officers = await colleaguesOf(tx, tenantId, time.today, ['aandachtsfunctionaris']);
      for (const { membershipId, personId } of officers)
        if (readers.has(personId) && !excluded.has(personId)) {
          const path = `/meldingen/${waiting.code}/daders`;
          await notify(tx, { tenantId, membershipId, personId, kind: REVIEW_WAITS, path, level: 1 }, time.now);
        }
      await closeReminder(tx, tenantId, id);
    }),
};
