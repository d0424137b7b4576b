import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import { actBefore, NORMS } from '../domain/norms.ts';
import { type MovedOn, statusOf, stepFrom } from '../domain/signal-status.ts';
import { markReport } from '../persistence/report-store.ts';
import { countTerm } from './count-term.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { showUse } from './show-use.ts';
import { REPORT_SUBJECT } from './signal-names.ts';
import { type WaitTables, waitFor } from './wait-for-focal-point.ts';

type Tables = HeldTables | KeepTables | WaitTables;

/** The focal point takes a signal up: it is hers, and the time to weigh it runs. */
export async function takeUp(
  tx: AnyTx,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | MovedOn>> {
  const { organisationId: tenantId, personId } = asking.actor;
  const held = await heldReport(tx, asking, code, time);
  if (!held.ok) return held;
  const report = held.value;
  const step = stepFrom(statusOf(report), 'take-up');
  if (!step.ok) return step;
  const actBy = actBefore(report.isDangerNow ? time.today : addWorkingDays(time.today, NORMS.weigh), report);
  await markReport(tx, tenantId, report.id, { takenUp: { on: time.today, by: personId }, actBy });
  const takenUp = { ...report, takenUpOn: time.today, takenUpBy: personId, actBy };
  await countTerm(tx, tenantId, takenUp);
  await waitFor(tx, tenantId, takenUp, 'next-step', time);
  // what is kept about a person is kept behind an open start gate
  if (report.kind === 'person') await showUse(tx, tenantId, 'K2.3', time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

export type TakeOverRefusal = NotThere | { readonly code: 'not-taken-up' | 'already-yours' };

/** Takes a signal over from a colleague who is away: its clock goes on, and the messages come to who took it over. */
export async function takeOver(
  tx: Tx<Tables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<Done, TakeOverRefusal>> {
  const { organisationId: tenantId, personId } = asking.actor;
  const held = await heldReport(tx, asking, code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (!report.takenUpOn || report.closedOn) return err({ code: 'not-taken-up' });
  if (report.takenUpBy === personId) return err({ code: 'already-yours' });
  await markReport(tx, tenantId, report.id, { takenUp: { on: report.takenUpOn, by: personId } });
  await waitFor(tx, tenantId, { ...report, takenUpBy: personId }, 'next-step', time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}
