import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { Call, CallAnswers, CallBranch, CallOutcome, CallTask } from '../domain/call.ts';

type Table = 'registration.call';
type Vault = 'vault.dossier_key';

/** What each task keeps stands in a column of its own: what was sealed for one does not open as the other. */
const CONTENT_OF = {
  registration: 'registration.call.content',
  placement: 'registration.call.help_content',
} as const;

const COLUMNS = [
  'id',
  'dossier_id as dossierId',
  'code',
  'task',
  'branch',
  'opened_at as openedAt',
  'opened_by_name as openedByName',
  'saved_by_name as savedByName',
  'closed_at as closedAt',
  'outcome',
  'record_id as recordId',
  'ask_on as askOn',
  'version',
] as const;

type Nullable<T> = {
  readonly [Key in keyof T]: T[Key] extends infer V ? (undefined extends V ? Exclude<V, undefined> | null : V) : never;
};
type Row = Omit<Nullable<Call>, 'task' | 'branch' | 'outcome'> & {
  readonly task: string;
  readonly branch: string;
  readonly outcome: string | null;
};

/** A row as the domain knows it. The database checks the closed lists. */
const callOf = (row: Row): Call => ({
  ...row,
  task: row.task as CallTask,
  branch: row.branch as CallBranch,
  closedAt: row.closedAt ?? undefined,
  outcome: (row.outcome ?? undefined) as CallOutcome | undefined,
  recordId: row.recordId ?? undefined,
  askOn: row.askOn ?? undefined,
});

/** The two columns of what was told: one is filled, by the task. */
async function sealedAnswers(tx: Tx<Vault>, call: Pick<Call, 'id' | 'dossierId' | 'task'>, answers: CallAnswers) {
  const told = JSON.stringify(answers);
  return call.task === 'registration'
    ? { content: await sealFor(tx, call.dossierId, CONTENT_OF.registration, call.id, told) }
    : { help_content: await sealFor(tx, call.dossierId, CONTENT_OF.placement, call.id, told) };
}

/** Lays a call, sealed under the key of its dossier. False when this task has one with this code. */
export async function insertCall(
  tx: Tx<Table | Vault>,
  tenantId: string,
  call: Call,
  answers: CallAnswers,
): Promise<boolean> {
  const laid = await tx
    .insertInto('registration.call')
    .values({
      tenant_id: tenantId,
      id: call.id,
      dossier_id: call.dossierId,
      code: call.code,
      task: call.task,
      branch: call.branch,
      opened_at: call.openedAt,
      opened_by_name: call.openedByName,
      saved_by_name: call.savedByName,
      version: call.version,
      ...(await sealedAnswers(tx, call, answers)),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code', 'task']).doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** A call of this task by its code, held until the deed is done; undefined when it is not there or is the other task's. */
export async function holdCall(
  tx: Tx<Table>,
  tenantId: string,
  task: CallTask,
  code: string,
): Promise<Call | undefined> {
  const row = await tx
    .selectFrom('registration.call')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('task', '=', task)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row && callOf(row);
}

export async function findCall(
  tx: Tx<Table>,
  tenantId: string,
  task: CallTask,
  code: string,
): Promise<Call | undefined> {
  const row = await tx
    .selectFrom('registration.call')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('task', '=', task)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && callOf(row);
}

/** Opens what was told; undefined when the key of its dossier was destroyed. A row in the log of data processing. */
export async function openAnswers(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId, task }: Call,
): Promise<CallAnswers | undefined> {
  const row = await tx
    .selectFrom('registration.call')
    .select(['content', 'help_content'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  const cell = { about: { kind: 'registration.person', id } as const, dossierId, rowId: id };
  const opened =
    task === 'registration'
      ? row?.content && (await openMany(tx, [{ ...cell, column: CONTENT_OF.registration, sealed: row.content }]))
      : row?.help_content &&
        (await openMany(tx, [{ ...cell, column: CONTENT_OF.placement, sealed: row.help_content }]));
  const told = opened?.[0];
  return told === undefined ? undefined : (JSON.parse(told) as CallAnswers);
}

/** Writes down what was told by now, by whom, and what is still to be asked. A call that broke off goes on by it. */
export async function rewriteCall(
  tx: Tx<Table | Vault>,
  tenantId: string,
  call: Call,
  saved: { readonly branch: CallBranch; readonly answers: CallAnswers; readonly byName: string },
): Promise<void> {
  await tx
    .updateTable('registration.call')
    .set({
      branch: saved.branch,
      saved_by_name: saved.byName,
      ask_on: saved.answers.question?.on ?? null,
      closed_at: null,
      outcome: null,
      version: call.version + 1,
      ...(await sealedAnswers(tx, call, saved.answers)),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', call.id)
    .execute();
}

/** Nothing is to be asked any more; the rest stays as it is. */
export async function forgetQuestion(
  tx: Tx<Table | Vault>,
  tenantId: string,
  call: Call,
  answers: CallAnswers,
): Promise<void> {
  await tx
    .updateTable('registration.call')
    .set({
      ask_on: null,
      version: call.version + 1,
      ...(await sealedAnswers(tx, call, { ...answers, question: undefined })),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', call.id)
    .execute();
}

export async function closeCall(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  end: { readonly outcome: CallOutcome; readonly at: Date; readonly recordId?: string | undefined },
): Promise<void> {
  await tx
    .updateTable('registration.call')
    .set({ outcome: end.outcome, closed_at: end.at, record_id: end.recordId ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** One page of the calls of a task: those that go on first, then the newest; and how many there are. Nothing is opened. */
export async function callsOf(
  tx: Tx<Table>,
  tenantId: string,
  task: CallTask,
  page: { readonly offset: number; readonly size: number },
): Promise<{ readonly rows: readonly Call[]; readonly total: number }> {
  const calls = tx.selectFrom('registration.call').where('tenant_id', '=', tenantId).where('task', '=', task);
  const { total } = await calls.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await calls
    .select(COLUMNS)
    .orderBy(sql`(closed_at is null)`, 'desc')
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .offset(page.offset)
    .limit(page.size)
    .execute();
  return { rows: rows.map(callOf), total: Number(total) };
}

/** Erases a call. What was told goes with the key of its dossier. */
export async function deleteCall(tx: Tx<Table>, tenantId: string, id: string): Promise<number> {
  const rows = await tx
    .deleteFrom('registration.call')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(rows.numDeletedRows);
}
