import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { choose, type Publication } from '../domain/publication.ts';
import { loadPublication, savePublication } from '../persistence/publication-store.ts';

/** Who chooses for a municipality whether everybody sees how its approach stands. */
export const PUBLISHERS: readonly Role[] = ['bestuurder', 'beleidsmedewerker'];

interface Done {
  readonly subject: { readonly kind: 'approach.publication'; readonly id: string };
}

/** What the actor's municipality chose. */
export async function readPublication(
  tx: Tx<'approach.publication'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<Publication> {
  return loadPublication(tx, organisationId);
}

/** Publishes how the approach stands, or takes that back: at once, since nothing of it is copied anywhere. No reason is asked. */
export async function choosePublication(
  tx: Tx<'approach.publication'>,
  actor: Actor,
  input: { readonly isPublic: boolean; readonly seenVersion: number },
  { now }: DomainTime,
): Promise<Result<Done, { readonly code: 'edit-conflict' }>> {
  const current = await loadPublication(tx, actor.organisationId);
  const chosen = choose(current, input);
  if (!chosen.ok) return chosen;
  const isNew = chosen.value.version !== current.version;
  if (isNew && !(await savePublication(tx, actor.organisationId, chosen.value, now)))
    return err({ code: 'edit-conflict' });
  return ok({ subject: { kind: 'approach.publication', id: actor.organisationId } });
}
