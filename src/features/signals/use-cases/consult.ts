import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type DeliveryRefusal, deliverMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import {
  type AdviceRefusal,
  type AdvisedStep,
  type Consultation,
  type ConsultPartner,
  checkAdvice,
  checkQuestion,
  type TextRefusal,
} from '../domain/consultation.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type MovedOn, statusOf, stepFrom } from '../domain/signal-status.ts';
import {
  type ConsultationText,
  consultationsOf,
  insertConsultation,
  openConsultations,
  recordAdvice,
} from '../persistence/consultation-store.ts';
import { openPlace } from '../persistence/place-store.ts';
import { aboutSignal } from '../persistence/report-store.ts';
import {
  type ExchangeReceiver,
  exchangeReceivers,
  MESSAGE_WAITS_DAYS,
  SIGNAL_CONSULTATION,
} from './exchange-receivers.ts';
import { type FollowUpTables, followUp } from './follow-up.ts';
import { type Asking, type HeldTables, heldReport, type NotThere, readableReport } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

type Tables =
  | HeldTables
  | FollowUpTables
  | 'vault.dossier_key'
  | 'vault.exchange_key'
  | 'exchange.agreement'
  | 'exchange.message'
  | 'organisations.organisation'
  | 'retention.record'
  | 'retention.term';

export interface ConsultInput {
  readonly code: string;
  readonly partner: ConsultPartner;
  readonly question: string;
  /** The writer looked at what may be a name, and says that it is none. */
  readonly isLookedThrough: boolean;
  /** The organisation that gets the question by the exchange; undefined when it was asked by telephone or in person. */
  readonly receiverCode: string | undefined;
}

export type ConsultRefusal = NotThere | MovedOn | TextRefusal | DeliveryRefusal | { readonly code: 'unknown-receiver' };

/**
 * Asks for advice about a signal with a text that says nothing about whom or where. No consent is needed for it, and it changes
 * nothing: what is done with the advice is decided afterwards.
 */
export async function consult(
  tx: Tx<Tables>,
  asking: Asking,
  input: ConsultInput,
  time: DomainTime,
): Promise<Result<Done, ConsultRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const step = stepFrom(statusOf(report), 'consult');
  if (!step.ok) return step;
  const place = await openPlace(tx, actor.organisationId, report);
  const checked = checkQuestion(input.question, { place, isLookedThrough: input.isLookedThrough });
  if (!checked.ok) return checked;
  const messageId = input.receiverCode === undefined ? undefined : newRandomId();
  if (messageId !== undefined) {
    const sent = await send(tx, asking, report, { ...input, messageId }, time);
    if (!sent.ok) return sent;
  }
  const { partner, question } = input;
  const id = newRandomId();
  await insertConsultation(tx, actor, report, { id, partner, messageId, question, askedOn: time.today });
  await followUp(tx, actor.organisationId, report, time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

async function send(
  tx: Tx<Tables>,
  { actor }: Asking,
  report: SignalReport,
  input: ConsultInput & { readonly messageId: string },
  time: DomainTime,
): Promise<Result<undefined, ConsultRefusal>> {
  const receivers = await exchangeReceivers(tx, actor.organisationId, SIGNAL_CONSULTATION, time.today);
  const receiver = receivers.find(({ code }) => code === input.receiverCode);
  if (!receiver) return err({ code: 'unknown-receiver' });
  const says = {
    question: input.question,
    reachable: `Vraag naar de aandachtsfunctionaris mensenhandel van ${actor.organisationName}, kenmerk ${report.code}.`,
    askedBy: actor.personName,
  };
  const sent = await deliverMessage(
    tx,
    {
      id: input.messageId,
      receiverId: receiver.id,
      kind: SIGNAL_CONSULTATION.kind,
      basis: receiver.basis,
      content: Buffer.from(JSON.stringify(says)),
      expiresOn: addDays(time.today, MESSAGE_WAITS_DAYS),
    },
    time,
  );
  if (!sent.ok) return sent;
  await keepMessageOf(tx, actor.organisationId, input.messageId, time.today);
  return ok(undefined);
}

/** A message about a signal is kept as long as any reference to a hand-over. */
export async function keepMessageOf(
  tx: Tx<'retention.record' | 'retention.term'>,
  tenantId: string,
  id: string,
  on: PlainDate,
): Promise<void> {
  const subject = { kind: 'exchange.message', id };
  await keepRecord(tx, { tenantId, rule: 'handover-reference', subject, startsOn: on });
}

export interface AdviceInput {
  readonly code: string;
  readonly consultationId: string;
  readonly advice: string;
  readonly step: AdvisedStep;
  readonly answeredOn: PlainDate;
}

/** Records what was advised. It is advice: the municipality decides. */
export async function recordAdviceOf(
  tx: Tx<Tables>,
  asking: Asking,
  input: AdviceInput,
  time: DomainTime,
): Promise<Result<Done, NotThere | AdviceRefusal | { readonly code: 'holds-number' }>> {
  const { organisationId } = asking.actor;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const consultations = await consultationsOf(tx, organisationId, report.id);
  const consultation = consultations.find(({ id }) => id === input.consultationId);
  if (!consultation) return err({ code: 'not-found' });
  const checked = checkAdvice(consultation, input.answeredOn, time.today);
  if (!checked.ok) return checked;
  if (guardText(input.advice).numbers.length > 0) return err({ code: 'holds-number' });
  const advice = { text: input.advice, step: input.step, on: input.answeredOn };
  if (!(await recordAdvice(tx, organisationId, report, consultation.id, advice)))
    return err({ code: 'advised-before' });
  await followUp(tx, organisationId, report, time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

/** What the page to consult shows. */
export interface ConsultView extends Done {
  readonly report: SignalReport;
  readonly mayConsult: boolean;
  readonly consultations: readonly (Consultation & Partial<ConsultationText>)[];
  readonly receivers: readonly ExchangeReceiver[];
}

/**
 * The consultations about a signal, opened with what was asked and advised; that leaves a row in the log of data processing. Beside a
 * form that must be mended they stay shut.
 */
export async function viewConsultations(
  tx: Tx<Tables>,
  asking: Asking,
  { code, opens }: { readonly code: string; readonly opens: boolean },
  time: DomainTime,
): Promise<Result<ConsultView, NotThere>> {
  const { organisationId } = asking.actor;
  const found = await readableReport(tx, asking, code, time);
  if (!found.ok) return found;
  const report = found.value;
  const consultations = await consultationsOf(tx, organisationId, report.id);
  const about = report.kind === 'person' ? aboutSignal(report) : 'nobody';
  const texts =
    opens && consultations.length > 0 ? await openConsultations(tx, organisationId, report, about) : new Map();
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    mayConsult: stepFrom(statusOf(report), 'consult').ok,
    consultations: consultations.map((each) => ({ ...each, ...texts.get(each.id) })),
    receivers: await exchangeReceivers(tx, organisationId, SIGNAL_CONSULTATION, time.today),
  });
}
