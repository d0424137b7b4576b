import type { Tx } from '../../../platform/db/transact.ts';
import { countdownOf, type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

type Dated = Pick<SignalReport, 'kind' | 'receivedOn' | 'takenUpOn' | 'passedOn'>;

/** How long a signal about a place is kept, and how long while an inspection of that place stands. */
export const PLACE_RULE = 'signal-location';
export const INSPECTED_RULE = 'signal-location-inspected';

/** Under which rule of content/retention a signal is kept, and from which day that counts. */
export function termOf(report: Dated): { readonly rule: string; readonly startsOn: PlainDate } {
  if (report.kind === 'location') return { rule: PLACE_RULE, startsOn: report.receivedOn };
  if (report.passedOn) return { rule: 'signal-passed-on', startsOn: report.passedOn };
  if (report.takenUpOn) return { rule: 'signal-weighed', startsOn: report.takenUpOn };
  return { rule: 'signal-not-taken-up', startsOn: report.receivedOn };
}

/** Counts the time of a signal by where it stands now. Asked again when it is taken up, and when a receiver confirmed it. */
export async function countTerm(
  tx: Tx<KeepTables>,
  tenantId: string,
  report: Dated & Pick<SignalReport, 'id' | 'dossierId'>,
): Promise<void> {
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  // what is done with a signal does not shorten what a planned inspection made longer
  const isNew = !report.takenUpOn && !report.passedOn;
  if (report.kind === 'location' && !isNew && (await countdownOf(tx, tenantId, subject))?.rule === INSPECTED_RULE)
    return;
  await keepRecord(tx, { tenantId, ...termOf(report), subject, dossierId: report.dossierId });
}
