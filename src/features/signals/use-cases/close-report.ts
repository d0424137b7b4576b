import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { closeDossier } from '../../../platform/dossiers/give-access.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { CLOSE_REASONS, type CloseReason } from '../domain/signal-report.ts';
import { type MovedOn, statusOf, stepFrom } from '../domain/signal-status.ts';
import { judgeReason, type WeighRefusal } from '../domain/weighing.ts';
import { holdReport, markReport } from '../persistence/report-store.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';
import { waitFor } from './wait-for-focal-point.ts';

interface CloseReport {
  readonly reportId: string;
  readonly code: string;
  readonly reason: CloseReason;
}

const REASONS: Readonly<Record<CloseReason, string>> = {
  'not-enough': 'te weinig om verder te gaan',
  'other-explanation': 'er was een andere verklaring',
  'passed-on': 'doorgezet, en wij hoeven niets meer te doen',
  'help-arranged': 'de persoon heeft hulp',
  'known-already': 'hoort bij een signaal dat al loopt',
};

/** Closing a signal: asked by who weighs, agreed by somebody else, who reads the code and why. */
export const CLOSE_REPORT: ApprovalKind<CloseReport> = {
  kind: 'signals.close-report',
  label: 'Een signaal sluiten',
  effect: 'Het signaal is gesloten. Niemand krijgt er nog een bericht over, en het wordt na de bewaartermijn gewist.',
  payload: z.object({ reportId: z.uuid(), code: z.string(), reason: z.enum(CLOSE_REASONS) }),
  show: ({ code, reason }) => [
    { label: 'Signaal', value: code },
    { label: 'Waarom', value: REASONS[reason] },
  ],
  requesters: ['aandachtsfunctionaris'],
  deciders: ['aandachtsfunctionaris', 'teamleider'],
  hours: APPROVAL_HOURS,
  async execute(tx, request, _decider, time) {
    const { tenantId } = request;
    const report = await holdReport(tx, tenantId, request.payload.code);
    if (!report) return err({ code: 'not-found' });
    const step = stepFrom(statusOf(report), 'close');
    if (!step.ok) return step;
    await markReport(tx, tenantId, report.id, {
      closed: { on: time.today, reason: request.payload.reason },
      actBy: null,
    });
    await closeDossier(tx, { organisationId: tenantId }, report.dossierId, time.now);
    await waitFor(tx, tenantId, { ...report, actBy: undefined }, 'next-step', time);
    return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
  },
};

export type ClosingRefusal = NotThere | MovedOn | WeighRefusal | RequestRefusal;

/** Asks a second person to agree that a signal is closed. */
export async function askToClose(
  tx: Tx<HeldTables | ApprovalTables>,
  asking: Asking,
  input: { readonly code: string; readonly reason: CloseReason; readonly because: string },
  time: DomainTime,
): Promise<Result<Done, ClosingRefusal>> {
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const step = stepFrom(statusOf(report), 'close');
  if (!step.ok) return step;
  const judged = judgeReason(input.because, true);
  if (!judged.ok) return judged;
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  const payload = { reportId: report.id, code: report.code, reason: input.reason };
  const asked = await requestApproval(
    tx,
    CLOSE_REPORT,
    asking.actor,
    { subject, payload, reason: input.because },
    time,
  );
  return asked.ok ? ok({ subject }) : asked;
}
