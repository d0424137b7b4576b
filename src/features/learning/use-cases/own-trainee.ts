import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { FactTables } from '../../approach/index.ts';
import { insertTrainees, type RegisterTables, type Trainee, traineeByPerson } from '../persistence/trainee-store.ts';
import { tellOfRegister } from './learning-facts.ts';
import { TRAINEE_SUBJECT } from './learning-names.ts';
import { type RemindTables, remindTrainee } from './remind.ts';

/** The tables behind whatever changes the register: the register itself, what is kept how long, who is warned, and the approach. */
export type RegisterDeedTables = RegisterTables | KeepTables | RemindTables | FactTables | 'learning.trained_share';

/** The rule of content/retention under which somebody stands in the register. */
const REGISTER_TERM = 'learning-records';

/** The actor in the register; she is put in it when she is not. The register must be awaited first. */
export async function ownTrainee(tx: Tx<RegisterTables>, actor: Actor): Promise<Trainee> {
  const { organisationId, personId, personName } = actor;
  const known = await traineeByPerson(tx, organisationId, personId);
  if (known) return known;
  const trainee = { id: newId(), teamId: undefined, personId, name: personName, email: undefined };
  await insertTrainees(tx, organisationId, [{ ...trainee, startedOn: undefined }]);
  return trainee;
}

/** What follows from a change about one person: how long she is kept, when she is warned, and what the approach knows. */
export async function followTrainee(
  tx: Tx<RegisterDeedTables>,
  tenantId: string,
  trainee: Trainee,
  time: DomainTime,
): Promise<void> {
  await keepTrainee(tx, tenantId, trainee.id, time);
  await remindTrainee(tx, tenantId, trainee, time);
  await tellOfRegister(tx, tenantId, time);
}

/** Counts the time of somebody in the register anew, from today. */
export async function keepTrainee(
  tx: Tx<KeepTables>,
  tenantId: string,
  id: string,
  { today }: Pick<DomainTime, 'today'>,
): Promise<void> {
  await keepRecord(tx, { tenantId, rule: REGISTER_TERM, subject: { kind: TRAINEE_SUBJECT, id }, startsOn: today });
}
