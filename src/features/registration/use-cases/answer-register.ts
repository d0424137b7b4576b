import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { type DeliveryRefusal, moveMessage, readMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { membershipOf } from '../../../platform/members/members.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { answerOf } from '../domain/question.ts';
import { type ContentRefusal, checkContent, type RegistrationContent } from '../domain/registration.ts';
import {
  holdWaiting,
  insertQuestion,
  markAnswered,
  type OpenedQuestion,
  openQuestions,
  waitingFor,
} from '../persistence/question-store.ts';
import { holdRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { waitingMessages } from '../persistence/worklist-query.ts';
import { type Asking, allowed, type HeldTables, heldRegistration, type NotThere } from './held-registration.ts';
import { type AnswerMessage, readQuestion } from './question-messages.ts';
import {
  ANSWER_TO_REGISTER,
  ASK_REPORTER,
  answerPath,
  QUESTION_SUBJECT,
  REGISTRATION_SUBJECT,
} from './registration-names.ts';
import { carry, type NoRegister, type SendTables } from './send-registration.ts';

/** What the deadline to answer the register is called, at who reported. */
export const ANSWER_REGISTER = 'registration.answer-register';
const AT_A_TIME = 25;

export type AnswerTables =
  | HeldTables
  | SendTables
  | DeadlineTables
  | 'registration.question'
  | 'vault.message_key'
  | 'vault.dossier_key';

/** The questions about what this person registered, and how many messages with a question wait to be taken in. */
export async function readOwnQuestions(tx: Tx<AnswerTables>, actor: Actor) {
  const { organisationId: tenantId, personId } = actor;
  const waiting = await waitingMessages(tx, tenantId, [ASK_REPORTER.kind], AT_A_TIME);
  return { rows: await waitingFor(tx, tenantId, personId), waiting: waiting.length };
}

/**
 * Takes in what the register asked. Anybody who registers here may do so: each question goes to who registered the person, as due
 * work of hers, and nobody else reads it.
 */
export async function takeInQuestions(
  tx: Tx<AnswerTables>,
  actor: Actor,
  _input: object,
  time: DomainTime,
): Promise<Result<Done>> {
  const { organisationId: tenantId } = actor;
  for (const message of await waitingMessages(tx, tenantId, [ASK_REPORTER.kind], AT_A_TIME)) {
    const delivered = await moveMessage(tx, { id: message.id, action: 'deliver' }, time);
    if (!delivered.ok) continue;
    const isKept = await keepQuestion(tx, actor, message, time);
    await moveMessage(
      tx,
      isKept ? { id: message.id, action: 'accept' } : { id: message.id, action: 'refuse', reason: 'onduidelijk' },
      time,
    );
  }
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: tenantId } });
}

async function keepQuestion(
  tx: Tx<AnswerTables>,
  actor: Actor,
  { id, senderId }: { readonly id: string; readonly senderId: string },
  time: DomainTime,
): Promise<boolean> {
  const { organisationId: tenantId } = actor;
  const bytes = await readMessage(tx, tenantId, 'in', id, { kind: 'registration.person', id });
  const says = bytes && readQuestion(bytes);
  const registration = says && (await holdRegistration(tx, tenantId, says.code));
  if (!registration || registration.sentOn === undefined || registration.withdrawnOn !== undefined) return false;
  const question = {
    id,
    dossierId: registration.dossierId,
    deliveryId: null,
    registrationId: registration.id,
    counterpartId: senderId,
    parts: says.parts,
    askedAt: time.now,
    askedByName: null,
    answerBy: says.answerBy,
  };
  if (!(await insertQuestion(tx, tenantId, question, says.note))) return false;
  // whoever registered her may have left: then who took it in hears it
  const assigneeId = (await membershipOf(tx, tenantId, registration.recordedBy)) ?? actor.membershipId;
  await setDeadline(
    tx,
    {
      tenantId,
      kind: ANSWER_REGISTER,
      subject: { kind: QUESTION_SUBJECT, id },
      path: answerPath(says.code),
      parameters: {},
      dueOn: says.answerBy,
      assigneeId,
      substituteId: undefined,
      alarmDaysAhead: [14, 3, 0],
    },
    time,
  );
  return true;
}

export interface QuestionView extends Done {
  readonly content: RegistrationContent | undefined;
  /** Newest first; at most one waits. */
  readonly questions: readonly OpenedQuestion[];
  /** Nothing about her goes any more. */
  readonly isWithdrawn: boolean;
}

/** Opens what was asked about a registration of her own, with what she said then; a row in the log of data processing. */
export async function readQuestions(
  tx: Tx<AnswerTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<QuestionView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await sealedRegistration(tx, tenantId, code);
  const may = await allowed(tx, asking, found?.registration, 'R', time);
  if (!found || !may.ok) return err({ code: 'not-found' });
  const { id: registrationId } = found.registration;
  const opened = await openRegistration(tx, found);
  return ok({
    subject: { kind: REGISTRATION_SUBJECT, id: registrationId },
    content: opened?.content,
    isWithdrawn: found.registration.withdrawnOn !== undefined,
    questions: await openQuestions(tx, tenantId, { registrationId }),
  });
}

/** Answers the register: only what was asked goes, and it may still be unknown. Nothing goes about what was withdrawn. */
export async function answerRegister(
  tx: Tx<AnswerTables>,
  asking: Asking,
  input: { readonly code: string; readonly filled: RegistrationContent },
  time: DomainTime,
): Promise<
  Result<Done, NotThere | NoRegister | DeliveryRefusal | ContentRefusal | { readonly code: 'nothing-asked' }>
> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const registration = held.value;
  const question = await holdWaiting(tx, tenantId, { registrationId: registration.id });
  // who withdraws holds the same registration: whichever comes first, nothing goes afterwards
  if (!question || registration.withdrawnOn !== undefined) return err({ code: 'nothing-asked' });
  const wrong = checkContent(input.filled, registration.reporterType, time.today);
  if (wrong) return err(wrong);
  const answer = answerOf(question.parts, input.filled);
  const says: AnswerMessage = { question: question.id, answer };
  const message = { id: newRandomId(), kind: ANSWER_TO_REGISTER, consentId: undefined };
  const sent = await carry(tx, tenantId, message, says, time);
  if (!sent.ok) return sent;
  await markAnswered(tx, tenantId, question, {
    answer,
    at: time.now,
    byName: personName,
    messageId: message.id,
  });
  await completeDeadlines(tx, tenantId, { kind: QUESTION_SUBJECT, id: question.id }, time.now);
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } });
}
