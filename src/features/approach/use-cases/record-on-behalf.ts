import { type DomainTime, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { holdMandate, mayActFor } from '../../organisations/index.ts';
import {
  type FocalPoint,
  type FocalPointInput,
  type FocalPointRefusal,
  focalPointOf,
  sameName,
  substituteOf,
} from '../domain/focal-point.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import type { RenewTables } from './anchoring.ts';
import { keepFocalPoint, linkPeople, type People, type Recorded, SUBJECT, warnOfEnd } from './record-focal-point.ts';

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
  const by = { ...actor, personName: `${actor.personName} (${actor.organisationName})` };
  const stood = await loadFocalPoint(tx, giverId);
  const facts = { ...input.facts, ...peopleWhoStay(stood, input), evidenceFileId: keptDocument(stood, input) };
  const kept = await keepFocalPoint(tx, giverId, by, { ...input, facts }, time);
  if (!kept.ok) return kept;
  await goOnAsTenant(tx);
  const record = await linkPeople(tx, giverId, kept.value, time.today);
  await warnOfEnd(tx, giverId, record, actor.membershipId, time);
  return ok({ subject: SUBJECT, record });
}

/** Whoever is named under the same name as before is the same person; of others only the municipality knows who is meant. */
function peopleWhoStay(stood: FocalPoint | undefined, { facts }: FocalPointInput): People {
  const before = stood ? [focalPointOf(stood), substituteOf(stood)] : [];
  const idOf = (name: string) => before.find((carrier) => sameName(carrier.name, name))?.personId;
  return { focalPointPersonId: idOf(facts.focalPoint), substitutePersonId: idOf(facts.substitute) };
}

/** The document of the municipality stays with the decision it proves; with a new decision it goes. */
function keptDocument(current: FocalPoint | undefined, { facts }: FocalPointInput): string | undefined {
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
