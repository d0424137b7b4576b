import { notify } from '../../../../platform/deadlines/notify.ts';
import type { Unscanned } from '../../../../platform/files/scan-later.ts';
import { colleaguesOf } from '../../../../platform/members/members.ts';
import { dutchDay } from '../../../../shared-kernel/plain-date.ts';
import { caseById } from '../../persistence/case-store.ts';
import { caseOfPaper } from '../../persistence/paper-store.ts';
import { casePath } from './case-names.ts';

/** Something harmful was in a document, which is gone. */
export const PAPER_HARMFUL = 'care.paper-harmful';

/** A document of a case that came while there was no scanner; who works on the case hears when it had to go. */
export const UNSCANNED_PAPERS: Unscanned = {
  kind: 'care.scan-paper',
  table: 'care.paper',
  async onHarmful(tx, { tenantId, id }, now) {
    const caseId = await caseOfPaper(tx, tenantId, id);
    const file = caseId && (await caseById(tx, tenantId, caseId));
    if (!file) return;
    const colleagues = await colleaguesOf(tx, tenantId, dutchDay(now), ['zorgcoordinator']);
    const path = `${casePath(file.code)}/documenten`;
    for (const { membershipId, personId } of colleagues)
      if ([file.coordinatorId, file.substituteId].includes(membershipId))
        await notify(tx, { tenantId, membershipId, personId, kind: PAPER_HARMFUL, path, level: 1 }, now);
  },
};
