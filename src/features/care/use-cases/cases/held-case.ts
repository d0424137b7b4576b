import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import { askDossier, type DossierTables } from '../../../../platform/dossiers/reach.ts';
import type { Policy } from '../../../../platform/policy/policy.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { type CaseFile, type CaseStep, mayStep, type StepRefusal } from '../../domain/cases/case-file.ts';
import { holdCase } from '../../persistence/case-store.ts';

export type HeldCaseTables = 'care.case_file' | 'care.setting' | 'care.around' | DossierTables;
export type NotThere = { readonly code: 'not-found' };

/** Who asks, and by what policy it is decided. */
export interface Asking {
  readonly actor: Actor;
  readonly policy: Policy;
}

/** Whether this person may do this with a case that was found: she works on it, or it is not there. */
export async function allowed(
  tx: Tx<HeldCaseTables>,
  { actor, policy }: Asking,
  file: CaseFile | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<CaseFile, NotThere>> {
  if (!file) return err({ code: 'not-found' });
  const asked = { dossierId: file.dossierId, letter, dataClass: 'D5', purpose: 'VA-03' } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(file) : err({ code: 'not-found' });
}

/** A case that she works on, held until the deed is done. Another's, or hidden because she is excluded: one answer. */
export async function heldCase(
  tx: Tx<HeldCaseTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<CaseFile, NotThere>> {
  return allowed(tx, asking, await holdCase(tx, asking.actor.organisationId, code), 'W', time);
}

/** What a form about a case sends along: which, and as it was seen. */
export interface Seen {
  readonly code: string;
  readonly seenVersion: number;
}

/** The same, when this step may be taken with the case as it was seen. */
export async function heldForStep(
  tx: Tx<HeldCaseTables>,
  asking: Asking,
  { code, seenVersion }: Seen,
  step: CaseStep,
  time: DomainTime,
): Promise<Result<CaseFile, NotThere | StepRefusal>> {
  const held = await heldCase(tx, asking, code, time);
  if (!held.ok) return held;
  const may = mayStep(held.value, step, seenVersion, time.today);
  return may.ok ? held : may;
}
