import { dropMessages } from '../../../platform/exchange/erase-message.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import type { Form, ReporterFunction } from '../domain/signal-report.ts';
import { deleteReport, messagesAbout } from '../persistence/erase-report.ts';
import { keepSteps } from '../persistence/figures-query.ts';
import { addToTally } from '../persistence/tally-store.ts';
import { dropWithSignal } from './offenders.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

/**
 * Erases a signal with everything that belongs to it. What stays is one more in the tally of the month in which it came: which kind
 * of work saw it and what it looked like, and how far it came, never who, where or when.
 */
export const signalEraser: Eraser = {
  subjectKind: REPORT_SUBJECT,
  async erase(tx, { tenantId, id }, time) {
    await keepSteps(tx, tenantId, id);
    // what was sent about it holds parts of it
    await dropMessages(tx, tenantId, await messagesAbout(tx, tenantId, id), time.now);
    const offenders = await dropWithSignal(tx, tenantId, id, time);
    const { counted, erased } = await deleteReport(tx, tenantId, id);
    if (counted)
      await addToTally(tx, tenantId, {
        on: counted.receivedOn,
        reporterFunction: counted.reporterFunction as ReporterFunction,
        form: counted.form as Form,
      });
    return { ...erased, 'signals.offender_note': offenders };
  },
};
