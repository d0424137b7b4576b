import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type DeliveryRefusal, deliverMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import {
  answerBy,
  type Channel,
  checkReceipt,
  type DeclineReason,
  type HandOverRefusal,
  mayHandOver,
  type ReceiptRefusal,
  takesInAs,
} from '../domain/handover.ts';
import { type LeavingRefusal, mayLeave } from '../domain/leaving.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { statusOf } from '../domain/signal-status.ts';
import { handoversOf, holdHandover, insertHandover, settleHandover } from '../persistence/handover-store.ts';
import { type HeldAnswers, lastAnswers } from '../persistence/leaving-store.ts';
import { markReport } from '../persistence/report-store.ts';
import { channelsToday } from './channel-content.ts';
import { keepMessageOf } from './consult.ts';
import { countTerm } from './count-term.ts';
import { exchangeReceivers, MESSAGE_WAITS_DAYS, SIGNAL_HANDOVER } from './exchange-receivers.ts';
import { followUp } from './follow-up.ts';
import { type DocumentWords, writeHandover } from './handover-document.ts';
import type { HandOverTables } from './handover-tables.ts';
import { type Asking, heldReport, type NotThere } from './held-report.ts';
import { showUse } from './show-use.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

/** The exchange is asked every hour whether a receiver answered, until the message lapses. The page says so. */
const HOUR = 3_600_000;

export const nextLook = (now: Date): Date => new Date(now.getTime() + HOUR);

export interface HandOverInput {
  readonly code: string;
  readonly channel: Channel;
  /** The organisation that gets the document by the exchange; undefined when it goes by telephone, by post or in person. */
  readonly receiverCode: string | undefined;
  readonly words: DocumentWords;
}

export type HandingRefusal =
  | NotThere
  | HandOverRefusal
  | LeavingRefusal
  | DeliveryRefusal
  | { readonly code: 'unknown-receiver' | 'other-receiver' };

/**
 * Hands a signal over to a receiver, once. It is passed on only when the receiver confirmed it: until then it stays on the list, and
 * rings. By the exchange goes the document that this receiver may be sent, sealed for it. Record and message are one transaction: both
 * are there or neither.
 */
export async function handOver(
  tx: Tx<HandOverTables>,
  asking: Asking,
  input: HandOverInput,
  time: DomainTime,
): Promise<Result<Done, HandingRefusal>> {
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const may = mayHandOver(statusOf(report), await handoversOf(tx, tenantId, report.id), input.channel);
  if (!may.ok) return may;
  const answers = await lastAnswers(tx, tenantId, report.id);
  const leaves = mayLeave(report, answers, answers?.advisedOn);
  if (!leaves.ok) return leaves;
  const { id: editionId, version } = await channelsToday(tx, time.today);
  const messageId = input.receiverCode === undefined ? undefined : newRandomId();
  const made = await insertHandover(tx, actor, report, {
    id: newRandomId(),
    channel: input.channel,
    messageId,
    handedOn: time.today,
    answerBy: answerBy(time.today),
    edition: { id: editionId, version },
    lookAt: messageId === undefined ? undefined : nextLook(time.now),
  });
  if (!made) return err({ code: 'handed-before' });
  if (messageId !== undefined) {
    const sent = await tell(tx, asking, report, { ...input, messageId, answers }, time);
    if (!sent.ok) return sent;
  }
  await followUp(tx, tenantId, report, time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

async function tell(
  tx: Tx<HandOverTables>,
  asking: Asking,
  report: SignalReport,
  input: HandOverInput & { readonly messageId: string; readonly answers: HeldAnswers | undefined },
  time: DomainTime,
): Promise<Result<undefined, HandingRefusal>> {
  const { actor } = asking;
  const { messageId } = input;
  const receivers = await exchangeReceivers(tx, actor.organisationId, SIGNAL_HANDOVER, time.today);
  const receiver = receivers.find(({ code }) => code === input.receiverCode);
  if (!receiver) return err({ code: 'unknown-receiver' });
  if (!takesInAs(receiver.kind).includes(input.channel)) return err({ code: 'other-receiver' });
  const document = await writeHandover(tx, asking, report, { ...input, mark: undefined }, time);
  if (!document) return err({ code: 'not-found' });
  const says = {
    question: `Wij dragen u een signaal over, met kenmerk ${report.code}. Neem dit bericht aan als u het signaal oppakt.`,
    reachable: `Vraag naar de aandachtsfunctionaris mensenhandel van ${actor.organisationName}, kenmerk ${report.code}.`,
    askedBy: actor.personName,
    document: { title: document.title, blocks: document.blocks },
  };
  const sent = await deliverMessage(
    tx,
    {
      id: messageId,
      receiverId: receiver.id,
      kind: SIGNAL_HANDOVER.kind,
      basis: receiver.basis,
      content: Buffer.from(JSON.stringify(says)),
      expiresOn: addDays(time.today, MESSAGE_WAITS_DAYS),
    },
    time,
  );
  if (!sent.ok) return sent;
  await keepMessageOf(tx, actor.organisationId, messageId, time.today);
  return ok(undefined);
}

export interface ReceiptInput {
  readonly code: string;
  readonly handoverId: string;
  readonly answeredOn: PlainDate;
  readonly answer:
    | { readonly kind: 'received'; readonly by: string }
    | { readonly kind: 'declined'; readonly reason: DeclineReason };
}

/** Records by hand what a receiver without an account answered. */
export async function recordReceipt(
  tx: AnyTx,
  asking: Asking,
  input: ReceiptInput,
  time: DomainTime,
): Promise<Result<Done, NotThere | ReceiptRefusal | { readonly code: 'exchange-answers' }>> {
  const tenantId = asking.actor.organisationId;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const handover = await holdHandover(tx, tenantId, input.handoverId);
  if (handover?.reportId !== report.id) return err({ code: 'not-found' });
  // what went by the exchange is confirmed there, by the receiver itself
  if (handover.messageId) return err({ code: 'exchange-answers' });
  const checked = checkReceipt(handover, input.answeredOn, time.today);
  if (!checked.ok) return checked;
  const { answer } = input;
  if (answer.kind === 'declined') {
    await settleHandover(tx, tenantId, handover.id, { declinedOn: input.answeredOn, reason: answer.reason });
    await followUp(tx, tenantId, report, time);
  } else {
    await settleHandover(tx, tenantId, handover.id, { receivedOn: input.answeredOn, receivedBy: answer.by });
    await passedOn(tx, tenantId, report, input.answeredOn, time);
  }
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

/** A receiver confirmed: the signal is passed on from that day, is kept by another term, and the reporter hears of it next. */
export async function passedOn(
  tx: AnyTx,
  tenantId: string,
  report: SignalReport,
  on: PlainDate,
  time: DomainTime,
): Promise<void> {
  const passed = { ...report, passedOn: report.passedOn ?? on };
  if (!report.passedOn) {
    await markReport(tx, tenantId, report.id, { passedOn: on });
    await countTerm(tx, tenantId, passed);
    await showUse(tx, tenantId, 'K2.5', time);
  }
  await followUp(tx, tenantId, passed, time);
}
