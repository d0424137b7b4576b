import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type Capability,
  capabilityFor,
  checkMandate,
  type Mandate,
  type MandateFacts,
  type MandateRefusal,
  mandateOn,
  SUCCESSION,
} from '../domain/mandate.ts';
import {
  candidatesFor,
  endMandate,
  holdMandates,
  insertMandate,
  type MandateRow,
  mandatesGiven,
  mandatesHeld,
  mandatesOfRegion,
  mayAct,
} from '../persistence/mandate-store.ts';

export type { Candidate, MandateRow } from '../persistence/mandate-store.ts';

type Tables =
  | 'organisations.mandate'
  | 'organisations.organisation'
  | 'organisations.neighbour'
  | 'organisations.region_membership';

interface Done {
  readonly subject: { readonly kind: 'organisations.mandate'; readonly id: string };
}

/** Lets another organisation act in the place of the actor's own, for one thing and until a day. */
export async function giveMandate(
  tx: Tx<Tables>,
  actor: Actor,
  input: Omit<MandateFacts, 'holderId'> & { readonly holderCode: string },
  { now, today }: DomainTime,
): Promise<Result<Done, MandateRefusal>> {
  const giverId = actor.organisationId;
  await holdMandates(tx, giverId, { shared: false });
  const candidates = await candidatesFor(tx, giverId, today);
  const holder = candidates.find(({ code }) => code === input.holderCode);
  if (!holder || capabilityFor(holder.kind) !== input.capability) return err({ code: 'unknown-holder' });
  const { holderCode: _code, ...rest } = input;
  const facts = { ...rest, holderId: holder.id };
  const given = await mandatesGiven(tx, giverId);
  const checked = checkMandate(facts, given, new Set(candidates.map(({ id }) => id)), today);
  if (!checked.ok) return checked;
  const id = newId();
  await insertMandate(tx, { ...checked.value, id, giverId, givenAt: now });
  return ok({ subject: { kind: 'organisations.mandate', id } });
}

/** Takes a mandate back, at once: who is writing on it now is waited for, and nobody begins after. */
export async function withdrawMandate(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string },
  { today }: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' }>> {
  await holdMandates(tx, actor.organisationId, { shared: false });
  const mandate = (await mandatesGiven(tx, actor.organisationId)).find(({ id }) => id === input.id);
  if (!mandate || mandate.capability === SUCCESSION || !['coming', 'running'].includes(mandateOn(mandate, today)))
    return err({ code: 'not-found' });
  await endMandate(tx, actor.organisationId, mandate.id, today);
  return ok({ subject: { kind: 'organisations.mandate', id: mandate.id } });
}

/** What the actor's organisation gave, and to whom it may give: through the door `own`. */
export async function mandatesOf(tx: Tx<Tables>, actor: Actor, today: PlainDate) {
  return {
    given: await mandatesGiven(tx, actor.organisationId),
    candidates: await candidatesFor(tx, actor.organisationId, today),
  };
}

/** What this organisation gave, also what ended: through the door `own`. */
export async function mandatesGivenBy(
  tx: Tx<'organisations.mandate' | 'organisations.organisation'>,
  organisationId: string,
): Promise<readonly MandateRow[]> {
  return mandatesGiven(tx, organisationId);
}

/** What this organisation was given and may use or will be able to: through the door `mandate`, as the holder. */
export async function mandatesHeldBy(
  tx: Tx<'organisations.mandate' | 'organisations.organisation'>,
  organisationId: string,
): Promise<readonly MandateRow[]> {
  return mandatesHeld(tx, organisationId);
}

/** How many mandates each organisation of a region has running: through the door `region`. */
export async function runningMandatesByGiver(
  tx: Tx<'organisations.mandate'>,
  today: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const running = (await mandatesOfRegion(tx)).filter(
    (mandate) => mandate.capability !== SUCCESSION && mandateOn(mandate, today) === 'running',
  );
  const counts = new Map<string, number>();
  for (const { giverId } of running) counts.set(giverId, (counts.get(giverId) ?? 0) + 1);
  return counts;
}

/** May the organisation that acts do this as the tenant of the transaction, today? Through the door `mandate`. */
export async function mayActFor(tx: Tx<'organisations.mandate'>, capability: Capability): Promise<boolean> {
  return mayAct(tx, capability);
}

/**
 * Asks, in a transaction of the door `mandate`, whether the organisation that acts may do this as the tenant; the answer holds
 * until the transaction ends, since withdrawing waits for it.
 */
export async function holdMandate(
  tx: Tx<'organisations.mandate'>,
  giverId: string,
  capability: Capability,
): Promise<boolean> {
  await holdMandates(tx, giverId, { shared: true });
  return mayAct(tx, capability);
}

export type { Mandate };
