import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Safety } from '../../domain/cases/safety.ts';
import { writeSafety } from '../../persistence/safety-store.ts';
import { keepCase } from './begin-case.ts';
import { CASE_SUBJECT } from './case-names.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

export type SafetyTables = HeldCaseTables | KeepTables | 'care.safety' | 'vault.dossier_key';

/** Writes the safety list of a case: asked once, shown wherever something is done for it. */
export async function answerSafety(
  tx: Tx<SafetyTables>,
  asking: Asking,
  input: { readonly code: string; readonly seenVersion: number; readonly safety: Safety },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'changed-meanwhile' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const { actor } = asking;
  const by = { name: actor.personName, on: time.today, seenVersion: input.seenVersion };
  if (!(await writeSafety(tx, actor.organisationId, held.value, input.safety, by)))
    return err({ code: 'changed-meanwhile' });
  await keepCase(tx, actor.organisationId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: held.value.id } });
}
