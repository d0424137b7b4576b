import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import { completeDeadlines, type DeadlineTables, keepDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import {
  BRANCHES_OF,
  type Call,
  type CallAnswers,
  type CallBranch,
  type CallOutcome,
  type CallTask,
  type CallTextRefusal,
  checkCallTexts,
  type FinishRefusal,
  mayBecomeHelp,
  mayBeRegistered,
} from '../domain/call.ts';
import { type ContentRefusal, checkContent, registrationCode } from '../domain/registration.ts';
import {
  callsOf,
  closeCall,
  findCall,
  forgetQuestion,
  holdCall,
  insertCall,
  openAnswers,
  rewriteCall,
} from '../persistence/call-store.ts';
import { recordCode } from '../persistence/record-store.ts';
import { publishRegionCount } from '../persistence/worklist-query.ts';
import type { Asking, NotThere } from './held-registration.ts';
import { CALL_SUBJECT, callPath, callsPath } from './registration-names.ts';
import { keepDelivery, type TakeInTables } from './take-in.ts';

export const CALL_PAGE_SIZE = 50;
/** What the deadline to ask something after all is called. */
export const ASK_CALLER = 'registration.ask-caller';
/** What the other task hears when a call was passed on. */
export const CALL_PASSED_ON = 'registration.call-passed-on';

export type CallTables =
  | 'registration.call'
  | 'registration.record'
  | 'vault.dossier_key'
  | 'privacy.dossier'
  | DossierTables
  | DeadlineTables
  | KeepTables;

/** Each task: under which purpose, with which class of data, by which term, and who does it. */
const TASKS: Readonly<
  Record<
    CallTask,
    {
      readonly purpose: 'VA-07' | 'VA-08';
      readonly dataClass: 'D9' | 'D5';
      readonly rule: 'registration-draft' | 'help-request';
      readonly role: Role;
    }
  >
> = {
  registration: { purpose: 'VA-07', dataClass: 'D9', rule: 'registration-draft', role: 'comensha-registratie' },
  placement: { purpose: 'VA-08', dataClass: 'D5', rule: 'help-request', role: 'comensha-plaatsing' },
};
export const otherTask = (task: CallTask): CallTask => (task === 'registration' ? 'placement' : 'registration');

/** One page of the calls of a task, those that go on first. Nothing is opened. */
export async function readCalls(
  tx: Tx<CallTables>,
  actor: Actor,
  task: CallTask,
  page: number,
): Promise<{ readonly rows: readonly Call[]; readonly total: number; readonly pages: number }> {
  const { rows, total } = await callsOf(tx, actor.organisationId, task, {
    offset: (page - 1) * CALL_PAGE_SIZE,
    size: CALL_PAGE_SIZE,
  });
  return { rows, total, pages: Math.max(1, Math.ceil(total / CALL_PAGE_SIZE)) };
}

export type Started = Done & { readonly code: string };

/** Begins a call with the one thing that is known: what it is about. From here on nothing is lost when the line breaks. */
export async function startCall(
  tx: Tx<CallTables>,
  actor: Actor,
  task: CallTask,
  input: { readonly about: string; readonly isLookedThrough: boolean },
  time: DomainTime,
): Promise<Result<Started, CallTextRefusal>> {
  const may = checkCallTexts({ about: input.about, question: '' }, input.isLookedThrough);
  if (!may.ok) return may;
  const code = registrationCode(newRandomBytes(8));
  const call = newCall(actor, task, code, time);
  await layCall(tx, actor, call, { ...NOTHING_TOLD, about: input.about }, time);
  return ok({ subject: { kind: CALL_SUBJECT, id: call.id }, code });
}

const NOTHING_TOLD: CallAnswers = {
  about: '',
  reporterType: undefined,
  callBack: '',
  question: undefined,
  registration: undefined,
  help: undefined,
};

function newCall(actor: Actor, task: CallTask, code: string, { now }: DomainTime): Call {
  const id = newRandomId();
  return {
    id,
    dossierId: id,
    code,
    task,
    branch: 'open',
    openedAt: now,
    openedByName: actor.personName,
    savedByName: actor.personName,
    closedAt: undefined,
    outcome: undefined,
    recordId: undefined,
    askOn: undefined,
    version: 1,
  };
}

/** @returns false when this task has a call with this code: nothing was laid that stays. */
async function layCall(
  tx: Tx<CallTables>,
  actor: Actor,
  call: Call,
  answers: CallAnswers,
  time: DomainTime,
): Promise<boolean> {
  const { id, task } = call;
  const { purpose: activity } = TASKS[task];
  await openDossier(tx, actor, { id, kind: CALL_SUBJECT, activity, path: callPath(task, call.code) }, time);
  const isLaid = await insertCall(tx, actor.organisationId, call, answers);
  if (isLaid) await keepCall(tx, actor, call, time);
  return isLaid;
}

const keepCall = (tx: Tx<KeepTables>, actor: Actor, { id, dossierId, task }: Call, { today }: DomainTime) =>
  keepRecord(tx, {
    tenantId: actor.organisationId,
    rule: TASKS[task].rule,
    subject: { kind: CALL_SUBJECT, id },
    dossierId,
    startsOn: today,
  });

/** Whether this person may do this with a call that was found: it is of her task, or it is not there. */
async function askCall(
  tx: Tx<CallTables>,
  { actor, policy }: Asking,
  call: Call | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<Call, NotThere>> {
  if (!call) return err({ code: 'not-found' });
  const { purpose, dataClass } = TASKS[call.task];
  const asked = { dossierId: call.dossierId, letter, dataClass, purpose, facts: { isReceived: true } } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(call) : err({ code: 'not-found' });
}

export interface CallView extends Done {
  readonly call: Call;
  /** Undefined when the key of its dossier was destroyed. */
  readonly answers: CallAnswers | undefined;
  readonly recordCode: string | undefined;
}

/** Opens a call of one's own task; a row in the log of data processing under the purpose of that task. */
export async function readCall(
  tx: Tx<CallTables>,
  asking: Asking,
  task: CallTask,
  code: string,
  time: DomainTime,
): Promise<Result<CallView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const may = await askCall(tx, asking, await findCall(tx, tenantId, task, code), 'R', time);
  if (!may.ok) return may;
  const call = may.value;
  return ok({
    subject: { kind: CALL_SUBJECT, id: call.id },
    call,
    answers: await openAnswers(tx, tenantId, call),
    recordCode: call.recordId === undefined ? undefined : await recordCode(tx, tenantId, call.recordId),
  });
}

/** What was typed by now. */
export interface Typed {
  readonly code: string;
  readonly seenVersion: number;
  readonly branch: CallBranch;
  readonly answers: CallAnswers;
  readonly isLookedThrough: boolean;
}

export type SaveRefusal =
  | NotThere
  | CallTextRefusal
  | ContentRefusal
  | { readonly code: 'call-changed' | 'call-closed' | 'ask-in-past' };

/** Keeps what was told by now. Refused when a colleague kept something meanwhile, or when the call is over. */
export async function saveCall(
  tx: Tx<CallTables>,
  asking: Asking,
  task: CallTask,
  typed: Typed,
  time: DomainTime,
): Promise<Result<Done & { readonly call: Call }, SaveRefusal>> {
  const { actor } = asking;
  const { organisationId: tenantId, membershipId } = actor;
  const may = await askCall(tx, asking, await holdCall(tx, tenantId, task, typed.code), 'W', time);
  if (!may.ok) return may;
  const call = may.value;
  // whoever was cut off calls again with the code, and the call goes on
  if (call.closedAt && call.outcome !== 'hung-up') return err({ code: 'call-closed' });
  if (call.version !== typed.seenVersion) return err({ code: 'call-changed' });
  const judged = judge(task, typed, time);
  if (!judged.ok) return judged;
  const { branch, answers } = typed;
  await rewriteCall(tx, tenantId, call, { branch, answers, byName: actor.personName });
  await keepCall(tx, actor, call, time);
  const subject = { kind: CALL_SUBJECT, id: call.id };
  if (!answers.question) await completeDeadlines(tx, tenantId, subject, time.now);
  else
    await keepDeadline(
      tx,
      {
        tenantId,
        kind: ASK_CALLER,
        subject,
        path: callPath(task, call.code),
        parameters: {},
        dueOn: answers.question.on,
        assigneeId: membershipId,
        substituteId: undefined,
        alarmDaysAhead: [1, 0],
      },
      time,
    );
  return ok({ subject, call });
}

function judge(task: CallTask, { branch, answers, isLookedThrough }: Typed, { today }: DomainTime) {
  if (!BRANCHES_OF[task].includes(branch)) return err({ code: 'not-found' as const });
  const { question, registration, reporterType } = answers;
  const texts = checkCallTexts({ about: answers.about, question: question?.what ?? '' }, isLookedThrough);
  if (!texts.ok) return texts;
  if (question && question.on < today) return err({ code: 'ask-in-past' as const });
  const wrong = registration && checkContent(registration.content, reporterType ?? 'GEM', today);
  return wrong ? err(wrong) : ok(undefined);
}

/** Ends a call that was held and saved in this deed. */
async function end(
  tx: Tx<CallTables>,
  { actor }: Asking,
  call: Call,
  outcome: CallOutcome,
  time: DomainTime,
  recordId?: string,
): Promise<Result<Done, never>> {
  const { organisationId: tenantId } = actor;
  const subject = { kind: CALL_SUBJECT, id: call.id };
  await closeCall(tx, tenantId, call.id, { outcome, at: time.now, recordId });
  return ok({ subject });
}

/**
 * Makes a registration of what was told, in the same deed that keeps it: nothing is typed again. By telephone always without a name;
 * whoever has the consent sends the name from her own organisation.
 */
export async function registerCall(
  tx: Tx<CallTables | TakeInTables>,
  asking: Asking,
  typed: Typed,
  time: DomainTime,
): Promise<Result<Done, SaveRefusal | FinishRefusal>> {
  const { actor } = asking;
  const saved = await saveCall(tx, asking, 'registration', typed, time);
  if (!saved.ok) return saved;
  const { call } = saved.value;
  const may = mayBeRegistered(typed.answers);
  if (!may.ok) return may;
  const { organisationId: tenantId } = actor;
  const { reporterType, region, content } = may.value;
  const says = {
    code: call.code,
    route: 'nameless',
    reporterType,
    region,
    content,
    person: undefined,
    joins: undefined,
  } as const;
  const recordId = await keepDelivery(tx, actor, { id: call.id, senderId: tenantId, says }, time);
  if (recordId === undefined) return err({ code: 'call-closed' });
  await publishRegionCount(tx, tenantId, region, Number(time.today.slice(0, 4)));
  return end(tx, asking, call, 'registered', time, recordId);
}

/** Keeps what was told and ends with a request for help that was made by telephone. */
export async function helpFromCall(
  tx: Tx<CallTables>,
  asking: Asking,
  typed: Typed,
  time: DomainTime,
): Promise<Result<Done, SaveRefusal | FinishRefusal>> {
  const saved = await saveCall(tx, asking, 'placement', typed, time);
  if (!saved.ok) return saved;
  const may = mayBecomeHelp(typed.answers);
  return may.ok ? end(tx, asking, saved.value.call, 'help-request', time) : may;
}

/** Keeps what was told and ends: advice was given, or the line broke. What is still to be asked stays due. */
export async function finishCall(
  tx: Tx<CallTables>,
  asking: Asking,
  task: CallTask,
  typed: Typed & { readonly outcome: 'advised' | 'hung-up' },
  time: DomainTime,
): Promise<Result<Done, SaveRefusal>> {
  const saved = await saveCall(tx, asking, task, typed, time);
  return saved.ok ? end(tx, asking, saved.value.call, typed.outcome, time) : saved;
}

/** What was still to be asked was asked, also when the call is long over: it asks for nothing any more. */
export async function settleQuestion(
  tx: Tx<CallTables>,
  asking: Asking,
  task: CallTask,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const may = await askCall(tx, asking, await holdCall(tx, tenantId, task, input.code), 'W', time);
  if (!may.ok) return may;
  const call = may.value;
  const subject = { kind: CALL_SUBJECT, id: call.id };
  const answers = await openAnswers(tx, tenantId, call);
  if (answers) await forgetQuestion(tx, tenantId, call, answers);
  await completeDeadlines(tx, tenantId, subject, time.now);
  return ok({ subject });
}

/**
 * Passes a call on to the other task, under the same code. Only who called and on which number go along: what was told for one purpose
 * is not used for the other. The call here goes on.
 */
export async function passCallOn(
  tx: Tx<CallTables>,
  asking: Asking,
  task: CallTask,
  typed: Typed,
  time: DomainTime,
): Promise<Result<Done, SaveRefusal | { readonly code: 'passed-before' }>> {
  const { actor } = asking;
  const saved = await saveCall(tx, asking, task, typed, time);
  if (!saved.ok) return saved;
  const to = otherTask(task);
  const { reporterType, callBack } = typed.answers;
  const call = newCall(actor, to, typed.code, time);
  if (!(await layCall(tx, actor, call, { ...NOTHING_TOLD, reporterType, callBack }, time)))
    return err({ code: 'passed-before' });
  const { organisationId: tenantId } = actor;
  await notifyRole(tx, { tenantId, role: TASKS[to].role, kind: CALL_PASSED_ON, path: callsPath(to) }, time.now);
  return ok(saved.value);
}
