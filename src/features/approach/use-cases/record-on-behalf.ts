import { type DomainTime, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { holdMandate, mayActFor } from '../../organisations/index.ts';
import type { FocalPoint, FocalPointInput, FocalPointRefusal } from '../domain/focal-point.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import type { RenewTables } from './anchoring.ts';
import { keepFocalPoint, type Recorded, SUBJECT, warnOfEnd } from './record-focal-point.ts';

type Tables = RenewTables | 'organisations.mandate';

/**
 * Records the focal point of another municipality, which gave the actor's organisation a mandate for it. In a transaction of the
 * door `mandate`; the mandate holds until the transaction ends. What lapses warns the people of that municipality.
 */
export async function recordOnBehalf(
  tx: Tx<Tables>,
  actor: Actor,
  giverId: string,
  input: FocalPointInput,
  time: DomainTime,
): Promise<Result<Recorded, FocalPointRefusal | { readonly code: 'not-found' }>> {
  if (!(await holdMandate(tx, giverId, 'aanpak'))) return err({ code: 'not-found' });
  const by = `${actor.personName} (${actor.organisationName})`;
  const facts = { ...input.facts, evidenceFileId: await keptDocument(tx, giverId, input) };
  const kept = await keepFocalPoint(tx, giverId, by, { ...input, facts }, time);
  if (!kept.ok) return kept;
  await goOnAsTenant(tx);
  await warnOfEnd(tx, giverId, kept.value, actor.membershipId, time);
  return ok({ subject: SUBJECT, record: kept.value });
}

/** The document of the municipality stays with the decision it proves; with a new decision it goes. */
async function keptDocument(tx: Tx<Tables>, giverId: string, { facts }: FocalPointInput): Promise<string | undefined> {
  const current = await loadFocalPoint(tx, giverId);
  const isSameDecision = current?.evidenceTitle === facts.evidenceTitle && current.decidedOn === facts.decidedOn;
  return isSameDecision ? current?.evidenceFileId : undefined;
}

/** What a municipality recorded that gave a mandate; undefined when none holds today. Through the door `mandate`. */
export async function readOnBehalf(
  tx: Tx<'approach.element' | 'organisations.mandate'>,
  giverId: string,
): Promise<{ readonly record: FocalPoint | undefined } | undefined> {
  return (await mayActFor(tx, 'aanpak')) ? { record: await loadFocalPoint(tx, giverId) } : undefined;
}
