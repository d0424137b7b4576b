import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId, newRandomBytes } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { certificateNumber, NUMBER_BYTES } from '../domain/certificate-number.ts';
import { type TrainedWork, VALID_MONTHS } from '../domain/training.ts';
import { certificatesOf, insertCertificate } from '../persistence/certificate-store.ts';
import { awaitRegister, insertTrainings } from '../persistence/trainee-store.ts';
import { CERTIFICATE_SUBJECT } from './learning-names.ts';
import { followTrainee, ownTrainee, type RegisterDeedTables } from './own-trainee.ts';
import { type DoneSteps, keepSteps, type ProgressTables, type StepRefusal } from './progress.ts';

export type PassTables =
  | ProgressTables
  | RegisterDeedTables
  | KeepTables
  | 'learning.certificate'
  | 'learning.certificate_check';

/** The rule of content/retention under which a certificate is kept. */
const CERTIFICATE_TERM = 'certificate';

/** A path whose check of knowledge was passed. */
export interface PassedPath extends DoneSteps {
  readonly title: string;
  /** For which work it trains; none for the common base, which is no training by itself. */
  readonly works: readonly TrainedWork[];
}

export interface Passed extends Done {
  /** Of the certificate; undefined for a path that trains for no work. */
  readonly number: string | undefined;
}

/**
 * The actor passed a path: she is trained for its work for 24 months, has a certificate, is warned before it ends, and the share of her
 * municipality follows. Passed twice on one day it is one certificate.
 */
export async function passPath(
  tx: Tx<PassTables>,
  actor: Actor,
  passed: PassedPath,
  time: DomainTime,
): Promise<Result<Passed, StepRefusal>> {
  const { organisationId: tenantId, personId, personName } = actor;
  const { path, edition, title, works } = passed;
  const { today } = time;
  const kept = await keepSteps(tx, actor, passed, time, true);
  if (!kept.ok || works.length === 0) return kept.ok ? ok({ ...kept.value, number: undefined }) : kept;
  await awaitRegister(tx, tenantId);
  const before = (await certificatesOf(tx, tenantId, personId)).find(
    (certificate) => certificate.path === path && certificate.issuedOn === today,
  );
  if (before) return ok({ ...kept.value, number: before.number });
  const trainee = await ownTrainee(tx, actor);
  const validUntil = addMonths(today, VALID_MONTHS);
  const training = {
    traineeId: trainee.id,
    course: title,
    provider: 'in-beeld',
    followedOn: today,
    validUntil,
  } as const;
  const trainings = works.map((work) => ({ ...training, id: newId(), work, origin: 'path' as const }));
  await insertTrainings(tx, tenantId, trainings, { name: personName, on: today });
  const certificate = {
    id: newId(),
    number: certificateNumber(newRandomBytes(NUMBER_BYTES)),
    name: personName,
    path,
    pathTitle: title,
    edition,
    issuedOn: today,
    validUntil,
  };
  await insertCertificate(tx, tenantId, personId, { ...certificate, trainingId: trainings[0]!.id });
  const subject = { kind: CERTIFICATE_SUBJECT, id: certificate.id };
  await keepRecord(tx, { tenantId, rule: CERTIFICATE_TERM, subject, startsOn: validUntil });
  await followTrainee(tx, tenantId, trainee, time);
  return ok({ subject, number: certificate.number });
}
