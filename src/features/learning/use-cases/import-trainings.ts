import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { TrainingOrigin } from '../domain/training.ts';
import {
  type ImportedTraining,
  type ImportGround,
  type ImportProblem,
  type ImportRow,
  nameKey,
  readImport,
  recordKey,
} from '../domain/training-import.ts';
import { loadTeams } from '../persistence/team-store.ts';
import {
  allTrainees,
  awaitRegister,
  insertTrainees,
  insertTrainings,
  type NewTrainee,
  type NewTraining,
  type RegisterTables,
  recordedKeys,
  updateTrainee,
} from '../persistence/trainee-store.ts';
import { tellOfRegister } from './learning-facts.ts';
import { TEAM_SUBJECT } from './learning-names.ts';
import { keepTrainee, type RegisterDeedTables } from './own-trainee.ts';
import { remindLeaders, remindTrainee } from './remind.ts';

/** What the register holds, for whoever reads a table against it. */
export async function readImportGround(
  tx: Tx<RegisterTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  today: PlainDate,
): Promise<ImportGround> {
  const trainees = await allTrainees(tx, organisationId);
  const recorded = await recordedKeys(tx, organisationId);
  return {
    teams: await loadTeams(tx, organisationId),
    byEmail: new Map(trainees.flatMap(({ email, id, teamId }) => (email ? [[email, { id, teamId }]] : []))),
    byName: new Map(
      trainees.flatMap(({ email, id, teamId, name }) => (teamId && !email ? [[nameKey(teamId, name), id]] : [])),
    ),
    recorded: new Set(
      recorded.map(({ traineeId, work, course, followedOn }) =>
        recordKey(traineeId, { work: work as ImportedTraining['facts']['work'], course, followedOn }),
      ),
    ),
    today,
  };
}

export type EnterRefusal = {
  readonly code: 'table-changed' | 'nothing-new';
  /** As the table reads now. */
  readonly read: { readonly rows: readonly ImportRow[] } | ImportProblem;
};

/**
 * Records a table of trained people: every row or none, read anew in the transaction, so what a colleague recorded meanwhile is
 * recognised. Rows that stand in the register already are passed over.
 */
export async function enterTrainings(
  tx: Tx<RegisterDeedTables>,
  actor: Actor,
  {
    sheet,
    origin,
  }: { readonly sheet: readonly (readonly string[])[]; readonly origin: Exclude<TrainingOrigin, 'path'> },
  time: DomainTime,
): Promise<Result<Done, EnterRefusal>> {
  const { organisationId: tenantId, personName } = actor;
  await awaitRegister(tx, tenantId);
  const read = readImport(sheet, await readImportGround(tx, actor, time.today));
  if (!('rows' in read) || read.rows.some(({ training }) => !training)) return err({ code: 'table-changed', read });
  const rows = read.rows.flatMap(({ training, isRecorded }) => (training && !isRecorded ? [training] : []));
  if (rows.length === 0) return err({ code: 'nothing-new', read });
  const people = new Map<string, { id: string; isNew: boolean; row: ImportedTraining }>();
  for (const row of rows)
    if (!people.has(row.email))
      people.set(row.email, { id: row.traineeId ?? newId(), isNew: row.traineeId === undefined, row });
  const everybody = [...people.values()];
  await insertTrainees(
    tx,
    tenantId,
    everybody.flatMap(({ id, isNew, row }): NewTrainee[] => (isNew ? [{ ...row, id, personId: undefined }] : [])),
  );
  for (const { id, isNew, row } of everybody)
    if (!isNew)
      await updateTrainee(tx, tenantId, id, {
        email: row.email,
        teamId: row.teamId,
        ...(row.startedOn !== undefined && { startedOn: row.startedOn }),
      });
  const trainings = rows.map((row): NewTraining => {
    const { id } = people.get(row.email)!;
    return { ...row.facts, id: newId(), traineeId: id, origin };
  });
  await insertTrainings(tx, tenantId, trainings, { name: personName, on: time.today });
  const withAccount = new Map((await allTrainees(tx, tenantId)).map((each) => [each.id, each]));
  for (const { id, isNew } of everybody) {
    await keepTrainee(tx, tenantId, id, time);
    const known = withAccount.get(id);
    if (!isNew && known?.personId !== undefined) await remindTrainee(tx, tenantId, known, time);
  }
  await remindLeaders(tx, tenantId, time);
  await tellOfRegister(tx, tenantId, time);
  return ok({ subject: { kind: TEAM_SUBJECT, id: rows[0]!.teamId } });
}
