import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import type { Agreement, SheetContents, SheetKind } from '../../domain/cases/full-file.ts';
import { settingOf } from '../../persistence/setting-store.ts';
import { agreeSheet, writeSheet } from '../../persistence/sheet-store.ts';
import { keepCase } from './begin-case.ts';
import { CASE_SUBJECT } from './case-names.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

export type FullTables = HeldCaseTables | KeepTables | 'care.sheet' | 'vault.dossier_key';
export type NotFull = { readonly code: 'depth-not-full' };

/**
 * A case that is held, in an organisation that keeps full files. One that chose less keeps its file elsewhere: nothing is added to a
 * second one here, and what was written before can still be read.
 */
export async function heldFull(
  tx: Tx<HeldCaseTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<CaseFile, NotThere | NotFull>> {
  const held = await heldCase(tx, asking, code, time);
  if (!held.ok) return held;
  const { depth } = await settingOf(tx, asking.actor.organisationId);
  return depth === 'full' ? held : err({ code: 'depth-not-full' });
}

/** How it goes may be written in every depth; an intake and a plan where full files are kept. */
const heldForSheet = (kind: SheetKind) => (kind === 'outcome' ? heldCase : heldFull);

/** Writes what came out of the intake, the plan, or how the person says it goes, over the version that was seen. */
export async function writeFullSheet<Kind extends SheetKind>(
  tx: Tx<FullTables>,
  asking: Asking,
  input: {
    readonly code: string;
    readonly kind: Kind;
    readonly seenVersion: number;
    readonly content: SheetContents[Kind];
  },
  time: DomainTime,
): Promise<Result<Done, NotThere | NotFull | { readonly code: 'changed-meanwhile' }>> {
  const held = await heldForSheet(input.kind)(tx, asking, input.code, time);
  if (!held.ok) return held;
  const { organisationId: tenantId, personName: name } = asking.actor;
  if (!(await writeSheet(tx, tenantId, held.value, { ...input, id: newRandomId() }, { name, on: time.today })))
    return err({ code: 'changed-meanwhile' });
  await keepCase(tx, tenantId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: held.value.id } });
}

/** Writes that a sheet, as it was seen, was talked through with the person. A later change asks it anew. */
export async function talkThrough(
  tx: Tx<FullTables>,
  asking: Asking,
  input: {
    readonly code: string;
    readonly kind: 'plan' | 'outcome';
    readonly seenVersion: number;
    readonly agreed: Agreement;
  },
  time: DomainTime,
): Promise<Result<Done, NotThere | NotFull | { readonly code: 'changed-meanwhile' | 'agreed-in-future' }>> {
  const held = await heldForSheet(input.kind)(tx, asking, input.code, time);
  if (!held.ok) return held;
  if (input.agreed.on > time.today) return err({ code: 'agreed-in-future' });
  const { organisationId: tenantId, personName: byName } = asking.actor;
  if (!(await agreeSheet(tx, tenantId, held.value.id, input, { ...input.agreed, byName })))
    return err({ code: 'changed-meanwhile' });
  await keepCase(tx, tenantId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: held.value.id } });
}
