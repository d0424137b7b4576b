import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealMany } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { CaseTask, SettledWay, TaskKind } from '../domain/cases/task.ts';
import { aboutPerson } from './case-store.ts';

type Table = 'care.task';
type Vault = 'vault.dossier_key';
const CONTENT = 'care.task.content';

const COLUMNS = [
  'id',
  'case_id',
  'dossier_id',
  'kind',
  'due_on',
  'due_time',
  'settled_on',
  'settled_how',
  'settled_by_name',
] as const;

export const taskOf = (row: {
  readonly id: string;
  readonly case_id: string;
  readonly dossier_id: string;
  readonly kind: string;
  readonly due_on: PlainDate;
  readonly due_time: string | null;
  readonly settled_on: PlainDate | null;
  readonly settled_how: string | null;
  readonly settled_by_name: string | null;
}): CaseTask => ({
  id: row.id,
  caseId: row.case_id,
  dossierId: row.dossier_id,
  kind: row.kind as TaskKind,
  dueOn: row.due_on,
  dueTime: row.due_time ?? undefined,
  settled:
    row.settled_on && row.settled_by_name
      ? { on: row.settled_on, how: row.settled_how as SettledWay, byName: row.settled_by_name }
      : undefined,
});

/** Lays tasks of one case, each with what it is; what the aftercare asks has no words of its own. */
export async function insertTasks(
  tx: Tx<Table | Vault>,
  tenantId: string,
  tasks: readonly (Omit<CaseTask, 'settled'> & { readonly text: string | undefined })[],
  by: { readonly name: string; readonly on: PlainDate },
): Promise<void> {
  const told = tasks.flatMap(({ id, dossierId, text }) =>
    text === undefined ? [] : [{ dossierId, column: CONTENT, rowId: id, content: text } as const],
  );
  const sealed = await sealMany(tx, told);
  const sealedOf = new Map(told.map(({ rowId }, index) => [rowId, sealed[index]!]));
  await tx
    .insertInto('care.task')
    .values(
      tasks.map((task) => ({
        tenant_id: tenantId,
        id: task.id,
        case_id: task.caseId,
        dossier_id: task.dossierId,
        kind: task.kind,
        due_on: task.dueOn,
        due_time: task.dueTime ?? null,
        content: sealedOf.get(task.id) ?? null,
        recorded_by_name: by.name,
        recorded_on: by.on,
      })),
    )
    .execute();
}

/** A task with what it is. */
export type ToldTask = CaseTask & { readonly text: string | undefined };

/** The tasks of a case by their day, opened. */
export async function tasksOf(tx: Tx<Table | Vault>, tenantId: string, caseId: string): Promise<readonly ToldTask[]> {
  const rows = await tx
    .selectFrom('care.task')
    .select(COLUMNS)
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .orderBy('due_on')
    .orderBy('due_time')
    .orderBy('id')
    .execute();
  const told = rows.filter(({ content }) => content !== null);
  const texts = await openMany(
    tx,
    told.map(({ id, dossier_id, content }) => ({
      about: aboutPerson(caseId),
      dossierId: dossier_id,
      rowId: id,
      column: CONTENT,
      sealed: content!,
    })),
  );
  const textOf = new Map(told.map(({ id }, index) => [id, texts[index]]));
  return rows.map((row) => ({ ...taskOf(row), text: textOf.get(row.id) }));
}

/** What is not settled yet, by its day; nothing is opened. */
export async function openTasks(tx: Tx<Table>, tenantId: string, caseId: string): Promise<readonly CaseTask[]> {
  const rows = await tx
    .selectFrom('care.task')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .where('settled_on', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(taskOf);
}

/** Settles a task of this case that is still open. @returns false when it is not there, or was settled before. */
export async function settleTask(
  tx: Tx<Table>,
  tenantId: string,
  of: { readonly caseId: string; readonly id: string },
  settled: NonNullable<CaseTask['settled']>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('care.task')
    .set({ settled_on: settled.on, settled_how: settled.how, settled_by_name: settled.byName })
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', of.caseId)
    .where('id', '=', of.id)
    .where('settled_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
