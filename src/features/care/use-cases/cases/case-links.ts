import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import type { LinkKind } from '../../domain/cases/case-link.ts';
import { deleteLink, insertLink, linksOf } from '../../persistence/link-store.ts';
import { keepCase } from './begin-case.ts';
import { CASE_SUBJECT } from './case-names.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

export type LinkTables = HeldCaseTables | KeepTables | 'care.case_link';

/** A case that belongs with another; its code only for who works on both. */
export interface ShownLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly code: string | undefined;
}

export async function readLinks(
  tx: Tx<'care.case_link' | 'care.case_file'>,
  { organisationId, membershipId }: Pick<Actor, 'organisationId' | 'membershipId'>,
  caseId: string,
): Promise<readonly ShownLink[]> {
  return (await linksOf(tx, organisationId, caseId)).map(({ id, kind, code, coordinatorId, substituteId }) => ({
    id,
    kind,
    code: [coordinatorId, substituteId].includes(membershipId) ? code : undefined,
  }));
}

/** Says that two cases belong together. She works on both; each keeps its own consents, and nothing is shared by it. */
export async function linkCases(
  tx: Tx<LinkTables>,
  asking: Asking,
  input: { readonly code: string; readonly otherCode: string; readonly kind: LinkKind },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'unknown-case' | 'linked-before' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  if (input.otherCode === input.code) return err({ code: 'unknown-case' });
  const other = await heldCase(tx, asking, input.otherCode, time);
  // another's case and one that does not exist: one answer
  if (!other.ok) return err({ code: 'unknown-case' });
  const { organisationId: tenantId, personName: name } = asking.actor;
  const { id: caseId, dossierId } = held.value;
  const link = { id: newRandomId(), caseId, dossierId, otherId: other.value.id, kind: input.kind };
  if (!(await insertLink(tx, tenantId, link, { name, on: time.today }))) return err({ code: 'linked-before' });
  for (const file of [held.value, other.value]) await keepCase(tx, tenantId, file, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: caseId } });
}

/** Ends what was said: the cases do not belong together. */
export async function unlinkCases(
  tx: Tx<LinkTables>,
  asking: Asking,
  input: { readonly code: string; readonly linkId: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'unlinked-before' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const of = { caseId: held.value.id, id: input.linkId };
  if (!(await deleteLink(tx, asking.actor.organisationId, of))) return err({ code: 'unlinked-before' });
  await keepCase(tx, asking.actor.organisationId, held.value, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: held.value.id } });
}
