import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  setDeadline,
  withdrawDeadlines,
} from '../../../../platform/deadlines/set-deadline.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, type Result } from '../../../../shared-kernel/result.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import {
  aftercareDays,
  type CaseTask,
  type OWN_TASK_KINDS,
  RINGS_AHEAD,
  type SettledWay,
} from '../../domain/cases/task.ts';
import { insertTasks, openTasks, settleTask } from '../../persistence/task-store.ts';
import { casePath, TASK_SUBJECT } from './case-names.ts';
import { type FollowTables, followCase } from './follow-case.ts';
import { heldFull, type NotFull } from './full-file.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

/** A task or an appointment of a case, and a call in the year after it closed. */
export const TASK_DUE = 'care.task-due';
export const AFTERCARE_CALL = 'care.aftercare-call';

export type TaskTables = HeldCaseTables | FollowTables | DeadlineTables | 'care.task' | 'vault.dossier_key';

export interface TaskInput {
  readonly code: string;
  readonly kind: (typeof OWN_TASK_KINDS)[number];
  readonly dueOn: PlainDate;
  readonly dueTime: string | undefined;
  readonly text: string;
}

/** Writes down what must be done, or an appointment; it rings for who coordinates and who stands in. */
export async function addTask(
  tx: Tx<TaskTables>,
  asking: Asking,
  input: TaskInput,
  time: DomainTime,
): Promise<Result<Done, NotThere | NotFull | { readonly code: 'due-in-past' }>> {
  const held = await heldFull(tx, asking, input.code, time);
  if (!held.ok) return held;
  if (input.dueOn < time.today) return err({ code: 'due-in-past' });
  const file = held.value;
  const { organisationId: tenantId, personName: name } = asking.actor;
  const { kind, dueOn, text } = input;
  const dueTime = kind === 'appointment' ? input.dueTime : undefined;
  const task = { id: newRandomId(), caseId: file.id, dossierId: file.dossierId, kind, dueOn, dueTime, text };
  await insertTasks(tx, tenantId, [task], { name, on: time.today });
  await ring(tx, tenantId, file, task, time);
  return followCase(tx, tenantId, file, time);
}

/** Settles a task: it was done, nobody was reached, or it is not needed. A call of the aftercare too, in every depth. */
export async function settleCaseTask(
  tx: Tx<TaskTables>,
  asking: Asking,
  input: { readonly code: string; readonly taskId: string; readonly how: SettledWay },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'task-settled' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  const { organisationId: tenantId, personName: byName } = asking.actor;
  const settled = { on: time.today, how: input.how, byName };
  if (!(await settleTask(tx, tenantId, { caseId: file.id, id: input.taskId }, settled)))
    return err({ code: 'task-settled' });
  await completeDeadlines(tx, tenantId, { kind: TASK_SUBJECT, id: input.taskId }, time.now);
  return followCase(tx, tenantId, file, time);
}

/** Lays the calls of the year after closing; each rings until somebody says how it went. */
export async function layAftercare(
  tx: Tx<TaskTables>,
  asking: Asking,
  file: CaseFile,
  closedOn: PlainDate,
  time: DomainTime,
): Promise<void> {
  const { organisationId: tenantId, personName: name } = asking.actor;
  const calls = aftercareDays(closedOn).map((dueOn) => ({
    id: newRandomId(),
    caseId: file.id,
    dossierId: file.dossierId,
    kind: 'aftercare' as const,
    dueOn,
    dueTime: undefined,
    text: undefined,
  }));
  await insertTasks(tx, tenantId, calls, { name, on: time.today });
  for (const call of calls) await ring(tx, tenantId, file, call, time);
}

/** Nobody is called for the aftercare of a case that runs again. */
export async function dropAftercare(
  tx: Tx<TaskTables>,
  { actor }: Asking,
  file: CaseFile,
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  const settled = { on: time.today, how: 'not-needed', byName: actor.personName } as const;
  for (const { id, kind } of await openTasks(tx, tenantId, file.id)) {
    if (kind !== 'aftercare') continue;
    await settleTask(tx, tenantId, { caseId: file.id, id }, settled);
    await withdrawDeadlines(tx, tenantId, { kind: TASK_SUBJECT, id }, time.now);
  }
}

/** Rings for whoever works on the case now. */
export async function ringAnew(
  tx: Tx<DeadlineTables | 'care.task'>,
  tenantId: string,
  file: CaseFile,
  time: DomainTime,
): Promise<void> {
  for (const task of await openTasks(tx, tenantId, file.id)) await ring(tx, tenantId, file, task, time);
}

async function ring(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  file: CaseFile,
  { id, kind, dueOn }: Pick<CaseTask, 'id' | 'kind' | 'dueOn'>,
  time: DomainTime,
): Promise<void> {
  await setDeadline(
    tx,
    {
      tenantId,
      kind: kind === 'aftercare' ? AFTERCARE_CALL : TASK_DUE,
      subject: { kind: TASK_SUBJECT, id },
      path: `${casePath(file.code)}/taken`,
      parameters: { dossier: file.code },
      dueOn,
      assigneeId: file.coordinatorId,
      substituteId: file.substituteId,
      alsoId: file.substituteId,
      alarmDaysAhead: RINGS_AHEAD[kind],
    },
    time,
  );
}
