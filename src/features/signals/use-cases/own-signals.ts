import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import {
  checkedOwnSignal,
  MOST_OWN_SIGNALS,
  type OwnSignal,
  type OwnSignalFacts,
  type OwnSignalFault,
} from '../domain/own-signal.ts';
import {
  awaitOwnSignals,
  insertOwnSignal,
  loadOwnSignals,
  withdrawOwnSignal,
} from '../persistence/own-signal-store.ts';

/** Who adds signals for a municipality, and who reads them. */
export const OWN_SIGNAL_WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
export const OWN_SIGNAL_READERS: readonly Role[] = [...OWN_SIGNAL_WRITERS, 'medewerker', 'teamleider', 'bestuurder'];

type Tables = 'signals.own_signal';
const OWN_SIGNAL_SUBJECT = 'signals.own_signal';

/** The signals that the actor's municipality added itself. */
export async function readOwnSignals(
  tx: Tx<Tables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<readonly OwnSignal[]> {
  return loadOwnSignals(tx, organisationId);
}

/** Adds a signal for the colleagues of this municipality. It is held to the rules of the catalogue, and stands there once. */
export async function addOwnSignal(
  tx: Tx<Tables>,
  actor: Actor,
  facts: OwnSignalFacts,
  time: DomainTime,
): Promise<Result<Done, OwnSignalFault | { readonly code: 'too-many-signals' | 'signal-exists' }>> {
  const checked = checkedOwnSignal(facts);
  if (!checked.ok) return checked;
  await awaitOwnSignals(tx, actor.organisationId);
  const known = await loadOwnSignals(tx, actor.organisationId);
  if (known.length >= MOST_OWN_SIGNALS) return err({ code: 'too-many-signals' });
  if (known.some(({ what }) => dutchFold(what) === dutchFold(facts.what))) return err({ code: 'signal-exists' });
  const id = newId();
  await insertOwnSignal(tx, actor.organisationId, { ...facts, id, addedOn: time.today }, actor.personName);
  return ok({ subject: { kind: OWN_SIGNAL_SUBJECT, id } });
}

/** Takes a signal of the municipality itself away for all its people. */
export async function dropOwnSignal(
  tx: Tx<Tables>,
  actor: Actor,
  { id }: { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'signal-not-found' }>> {
  if (!(await withdrawOwnSignal(tx, actor.organisationId, id, time.today))) return err({ code: 'signal-not-found' });
  return ok({ subject: { kind: OWN_SIGNAL_SUBJECT, id } });
}
