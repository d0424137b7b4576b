import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Progress } from '../domain/progress.ts';

type Tables = 'learning.progress';

interface Row {
  readonly path: string;
  readonly edition: string;
  readonly at_step: string;
  readonly answers: unknown;
  readonly started_on: PlainDate;
  readonly last_on: PlainDate;
  readonly passed_on: PlainDate | null;
}

const COLUMNS = ['path', 'edition', 'at_step', 'answers', 'started_on', 'last_on', 'passed_on'] as const;

const progressOf = (row: Row): Progress => ({
  path: row.path,
  edition: row.edition,
  atStep: row.at_step,
  answers: row.answers as Progress['answers'],
  startedOn: row.started_on,
  lastOn: row.last_on,
  passedOn: row.passed_on ?? undefined,
});

/** Everything this person did of any path, the last first. */
export async function loadAllProgress(
  tx: Tx<Tables>,
  tenantId: string,
  personId: string,
): Promise<readonly Progress[]> {
  const rows = await tx
    .selectFrom('learning.progress')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .orderBy('last_on', 'desc')
    .orderBy('path')
    .execute();
  return rows.map(progressOf);
}

/** What this person did of one path. */
export async function loadProgress(
  tx: Tx<Tables>,
  tenantId: string,
  personId: string,
  path: string,
): Promise<Progress | undefined> {
  const row = await tx
    .selectFrom('learning.progress')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('path', '=', path)
    .executeTakeFirst();
  return row && progressOf(row);
}

export interface Step {
  readonly id: string;
  readonly path: string;
  readonly edition: string;
  readonly atStep: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly on: PlainDate;
  readonly passedOn?: PlainDate | undefined;
}

/**
 * Adds what was done to what was there, whichever device it came from: of two answers to one step the last counts, and no step is
 * lost. In one statement, so two devices at once both count.
 * @returns the id of the row.
 */
export async function saveStep(tx: Tx<Tables>, tenantId: string, personId: string, step: Step): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.progress as p (tenant_id, id, person_id, path, edition, at_step, answers, started_on, last_on, passed_on)
    values (${tenantId}::uuid, ${step.id}::uuid, ${personId}::uuid, ${step.path}, ${step.edition}, ${step.atStep},
      ${JSON.stringify(step.answers)}::jsonb, ${step.on}::date, ${step.on}::date, ${step.passedOn ?? null}::date)
    on conflict (tenant_id, person_id, path) do update set edition = excluded.edition, at_step = excluded.at_step,
      answers = p.answers || excluded.answers, last_on = excluded.last_on, passed_on = coalesce(excluded.passed_on, p.passed_on)
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Takes a row away once its term is over. @returns how many rows. */
export async function deleteProgress(tx: Tx<Tables>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('learning.progress')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
