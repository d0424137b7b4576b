import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import { type Handover, isWithCare, takesInAs } from '../domain/handover.ts';
import { type LeavingRefusal, mayLeave } from '../domain/leaving.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { statusOf, stepFrom } from '../domain/signal-status.ts';
import { handoversOf } from '../persistence/handover-store.ts';
import { type HeldAnswers, lastAnswers, openNotToldBecause } from '../persistence/leaving-store.ts';
import { aboutSignal } from '../persistence/report-store.ts';
import { type ChannelTerms, channelsToday } from './channel-content.ts';
import { type ExchangeReceiver, exchangeReceivers, SIGNAL_HANDOVER } from './exchange-receivers.ts';
import type { HandOverTables } from './handover-tables.ts';
import { type Asking, type NotThere, readableReport } from './held-report.ts';
import { coordinatorsToday } from './involve-coordinator.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

/** What the page to hand over shows. */
export interface HandoverView extends Done {
  readonly report: SignalReport;
  readonly answers: (HeldAnswers & { readonly notToldBecause: string | undefined }) | undefined;
  /** Why it may not leave yet; undefined when it may. */
  readonly blocked: LeavingRefusal['code'] | 'not-weighed' | undefined;
  readonly handovers: readonly Handover[];
  readonly channels: readonly ChannelTerms[];
  readonly receivers: readonly ExchangeReceiver[];
  /** Care coordinators of this organisation who may be let in now: it stands with care, and is about a person. */
  readonly coordinators: readonly { readonly personId: string; readonly name: string }[];
}

/** How a signal can be handed over and was. Leaves a row in the log of data processing when it opens why somebody was not told. */
export async function viewHandovers(
  tx: Tx<HandOverTables | 'accounts.membership'>,
  asking: Asking,
  { code, opens }: { readonly code: string; readonly opens: boolean },
  time: DomainTime,
): Promise<Result<HandoverView, NotThere>> {
  const { organisationId } = asking.actor;
  const found = await readableReport(tx, asking, code, time);
  if (!found.ok) return found;
  const report = found.value;
  const answers = report.kind === 'person' ? await lastAnswers(tx, organisationId, report.id) : undefined;
  const leaves = mayLeave(report, answers, answers?.advisedOn);
  const isWeighed = stepFrom(statusOf(report), 'receive-receipt').ok;
  const because =
    opens && answers?.personKnows === 'no'
      ? await openNotToldBecause(tx, report, answers, aboutSignal(report))
      : undefined;
  const handovers = await handoversOf(tx, organisationId, report.id);
  const receivers = await exchangeReceivers(tx, organisationId, SIGNAL_HANDOVER, time.today);
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    answers: answers && { ...answers, notToldBecause: because },
    blocked: isWeighed ? (leaves.ok ? undefined : leaves.error.code) : 'not-weighed',
    handovers,
    coordinators:
      report.kind === 'person' && isWithCare(handovers) ? await coordinatorsToday(tx, organisationId, time.today) : [],
    channels: (await channelsToday(tx, time.today)).body.channels,
    receivers: receivers.filter(({ kind }) => takesInAs(kind).length > 0),
  });
}
