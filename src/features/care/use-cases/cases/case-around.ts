import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { AroundContent, AroundPart, Standing } from '../../domain/cases/around.ts';
import { insertAround, markAround } from '../../persistence/around-store.ts';
import { keepCase } from './begin-case.ts';
import { CASE_SUBJECT } from './case-names.ts';
import { heldFull, type NotFull } from './full-file.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

export type AroundTables = HeldCaseTables | KeepTables | 'care.around' | 'vault.dossier_key';

/** Writes down who is around the person, and whether contact is safe. */
export async function addAround(
  tx: Tx<AroundTables>,
  asking: Asking,
  input: {
    readonly code: string;
    readonly part: AroundPart;
    readonly standing: Standing;
    readonly content: AroundContent;
  },
  time: DomainTime,
): Promise<Result<Done, NotThere | NotFull>> {
  const held = await heldFull(tx, asking, input.code, time);
  if (!held.ok) return held;
  const { id: caseId, dossierId } = held.value;
  const { organisationId: tenantId, personName: recordedByName } = asking.actor;
  const { part, standing, content } = input;
  const id = newRandomId();
  await insertAround(tx, tenantId, {
    id,
    caseId,
    dossierId,
    part,
    standing,
    content,
    recordedByName,
    recordedOn: time.today,
  });
  await keepCase(tx, tenantId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: caseId } });
}

/** Changes whether contact with somebody is safe, or writes that somebody is no longer around. Also after a lighter file was chosen. */
export async function changeAround(
  tx: Tx<AroundTables>,
  asking: Asking,
  input: { readonly code: string; readonly aroundId: string; readonly standing: Standing | 'gone' },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'no-longer-around' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const { organisationId: tenantId } = asking.actor;
  const { standing } = input;
  const of = { caseId: held.value.id, id: input.aroundId };
  const marks = standing === 'gone' ? { endedOn: time.today } : { standing };
  if (!(await markAround(tx, tenantId, of, marks))) return err({ code: 'no-longer-around' });
  await keepCase(tx, tenantId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: held.value.id } });
}
