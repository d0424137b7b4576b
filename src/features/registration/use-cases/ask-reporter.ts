import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import { type DeliveryRefusal, deliverMessage, moveMessage, readMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { ANSWER_DAYS, type AskablePart, checkNote, type NoteRefusal, withAnswer } from '../domain/question.ts';
import { deliveryToAsk, openDelivery, rewriteDelivery } from '../persistence/asked-delivery-store.ts';
import { askLinkage } from '../persistence/linkage-store.ts';
import { holdWaiting, insertQuestion, markAnswered } from '../persistence/question-store.ts';
import { recordByCode } from '../persistence/record-store.ts';
import { waitingMessages } from '../persistence/worklist-query.ts';
import type { Asking, NotThere } from './held-registration.ts';
import { type QuestionMessage, readAnswer } from './question-messages.ts';
import { askRecord, type RecordTables } from './read-record.ts';
import {
  ANSWER_TO_REGISTER,
  ASK_REPORTER,
  QUESTION_SUBJECT,
  RECORD_SUBJECT,
  recordPath,
} from './registration-names.ts';
import { keepMessage, type SendTables } from './send-registration.ts';

/** What the deadline of a question that waits for an answer is called, at the register. */
export const ANSWER_DUE = 'registration.answer-due';

/** What taking in an answer touches. */
export type AnswerTables =
  | RecordTables
  | SendTables
  | DeadlineTables
  | 'registration.question'
  | 'registration.delivery'
  | 'registration.linkage_record'
  | 'vault.message_key';

export type AskRefusal =
  | NotThere
  | NoteRefusal
  | DeliveryRefusal
  | { readonly code: 'delivery-gone' | 'asked-by-telephone' | 'asked-before' };

/**
 * Asks who reported somebody after what is not known, by the exchange. Nobody is asked about what was withdrawn. Who reported by
 * telephone is called.
 */
export async function askReporter(
  tx: Tx<AnswerTables>,
  asking: Asking,
  input: {
    readonly code: string;
    /** The code of the record that came of what is asked after. */
    readonly deliveryCode: string;
    readonly parts: readonly AskablePart[];
    readonly note: string;
  },
  time: DomainTime,
): Promise<Result<Done, AskRefusal>> {
  const { organisationId: tenantId, personName, membershipId } = asking.actor;
  const record = await recordByCode(tx, tenantId, input.code);
  const may = await askRecord(tx, asking, record, 'W', time);
  if (!record || !may.ok) return err({ code: 'not-found' });
  const noted = checkNote(input.note);
  if (!noted.ok) return noted;
  const delivery = await deliveryToAsk(tx, tenantId, record.rootId, input.deliveryCode);
  if (!delivery || delivery.isGone) return err({ code: 'delivery-gone' });
  const { reporterOrganisationId: receiverId } = delivery;
  if (receiverId === tenantId) return err({ code: 'asked-by-telephone' });
  const partners = await partnersFor(tx, tenantId, ASK_REPORTER.kind, time.today);
  const partner = partners.find(({ counterpartId }) => counterpartId === receiverId);
  if (!partner) return err({ code: 'no-agreement' });
  const id = newRandomId();
  const answerBy = addDays(time.today, ANSWER_DAYS);
  const question = {
    id,
    dossierId: delivery.dossierId,
    deliveryId: delivery.id,
    registrationId: null,
    counterpartId: receiverId,
    parts: input.parts,
    askedAt: time.now,
    askedByName: personName,
    answerBy,
  };
  if (!(await insertQuestion(tx, tenantId, question, input.note))) return err({ code: 'asked-before' });
  const says: QuestionMessage = { code: delivery.reporterCode, parts: input.parts, note: input.note, answerBy };
  const sent = await deliverMessage(
    tx,
    { id, receiverId, kind: ASK_REPORTER.kind, basis: partner.basis, content: Buffer.from(JSON.stringify(says)) },
    time,
  );
  if (!sent.ok) return sent;
  await keepMessage(tx, tenantId, id, time.today);
  await setDeadline(
    tx,
    {
      tenantId,
      kind: ANSWER_DUE,
      subject: { kind: QUESTION_SUBJECT, id },
      path: recordPath(input.code),
      parameters: {},
      dueOn: answerBy,
      assigneeId: membershipId,
      substituteId: undefined,
      alarmDaysAhead: [0],
    },
    time,
  );
  return ok({ subject: { kind: RECORD_SUBJECT, id: record.id } });
}

/** Takes in the answers that came: what is known now stands in the registration, and the question waits no more. @returns how many. */
export async function takeInAnswers(
  tx: Tx<AnswerTables>,
  actor: Actor,
  most: number,
  time: DomainTime,
): Promise<number> {
  const { organisationId: tenantId } = actor;
  const waiting = await waitingMessages(tx, tenantId, [ANSWER_TO_REGISTER.kind], most);
  let taken = 0;
  for (const { id, senderId } of waiting) {
    const delivered = await moveMessage(tx, { id, action: 'deliver' }, time);
    if (!delivered.ok) continue;
    const isKept = await keepAnswer(tx, tenantId, { id, senderId }, time);
    await moveMessage(tx, isKept ? { id, action: 'accept' } : { id, action: 'refuse', reason: 'onduidelijk' }, time);
    if (isKept) taken += 1;
  }
  return taken;
}

async function keepAnswer(
  tx: Tx<AnswerTables>,
  tenantId: string,
  { id, senderId }: { readonly id: string; readonly senderId: string },
  time: DomainTime,
): Promise<boolean> {
  const bytes = await readMessage(tx, tenantId, 'in', id, { kind: 'registration.person', id });
  const says = bytes && readAnswer(bytes);
  const question = says && (await holdWaiting(tx, tenantId, { id: says.question, counterpartId: senderId }));
  if (!says || !question?.deliveryId) return false;
  const delivery = await openDelivery(tx, tenantId, question.deliveryId);
  if (!delivery) return false;
  await markAnswered(tx, tenantId, question, {
    answer: says.answer,
    at: time.now,
    byName: undefined,
    messageId: id,
  });
  await rewriteDelivery(tx, tenantId, delivery, withAnswer(delivery.content, question.parts, says.answer));
  const { recordId, dossierId } = delivery;
  await askLinkage(tx, tenantId, { deliveryId: question.deliveryId, recordId, dossierId }, time.now);
  await completeDeadlines(tx, tenantId, { kind: QUESTION_SUBJECT, id: question.id }, time.now);
  return true;
}
