import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Registration } from '../domain/registration.ts';
import { holdRegistration } from '../persistence/registration-store.ts';

export type HeldTables = 'registration.registration' | DossierTables;
export type NotThere = { readonly code: 'not-found' };

/** Who asks, and by what policy it is decided. */
export interface Asking {
  readonly actor: Actor;
  readonly policy: Policy;
}

/** Whether this person may do this with a registration that was found: it is hers, or it is not there. */
export async function allowed(
  tx: Tx<HeldTables>,
  { actor, policy }: Asking,
  registration: Registration | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<Registration, NotThere>> {
  if (!registration) return err({ code: 'not-found' });
  const facts = { isOwn: registration.recordedBy === actor.personId };
  const asked = { dossierId: registration.dossierId, letter, dataClass: 'D9', purpose: 'VA-07', facts } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(registration) : err({ code: 'not-found' });
}

/** A registration of her own, held until the deed is done. Another's, or hidden because she is excluded: one answer. */
export async function heldRegistration(
  tx: Tx<HeldTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<Registration, NotThere>> {
  return allowed(tx, asking, await holdRegistration(tx, asking.actor.organisationId, code), 'W', time);
}
