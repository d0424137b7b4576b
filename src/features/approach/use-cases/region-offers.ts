import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { elementById } from '../domain/framework.ts';
import { checkOffer, type OfferRefusal, type RegionOffer } from '../domain/region-offer.ts';
import { loadOffers, saveOffer } from '../persistence/region-offer-store.ts';
import { currentFramework } from './framework-editions.ts';

type Offers = Tx<'approach.region_offer'>;

interface Done {
  readonly subject: { readonly kind: 'approach.region-offer'; readonly id: string };
}

/** What the actor's region arranges for its municipalities, also what it withdrew. */
export async function readOffers(tx: Offers, actor: Actor): Promise<readonly RegionOffer[]> {
  return loadOffers(tx, [actor.organisationId]);
}

/** Publishes that the region arranges an element; its municipalities can take it over in their scan. */
export async function publishOffer(
  tx: Offers,
  actor: Actor,
  input: Omit<RegionOffer, 'regionId' | 'withdrawnOn' | 'version'>,
  { now, today }: DomainTime,
): Promise<Result<Done, OfferRefusal>> {
  if (!elementById(currentFramework(), input.element)) return err({ code: 'unknown-element' });
  const before = (await readOffers(tx, actor)).find(({ element }) => element === input.element);
  const offer = {
    ...input,
    regionId: actor.organisationId,
    withdrawnOn: undefined,
    version: (before?.version ?? 0) + 1,
  };
  const checked = checkOffer(offer, today);
  if (!checked.ok) return checked;
  if (!(await saveOffer(tx, offer, now))) return err({ code: 'edit-conflict' });
  return ok({ subject: { kind: 'approach.region-offer', id: input.element } });
}

/** The region no longer arranges it: from today it counts for none of its municipalities. */
export async function withdrawOffer(
  tx: Offers,
  actor: Actor,
  input: { readonly element: string },
  { now, today }: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'edit-conflict' }>> {
  const offer = (await readOffers(tx, actor)).find(({ element }) => element === input.element);
  if (!offer || offer.withdrawnOn !== undefined) return err({ code: 'not-found' });
  if (!(await saveOffer(tx, { ...offer, withdrawnOn: today, version: offer.version + 1 }, now)))
    return err({ code: 'edit-conflict' });
  return ok({ subject: { kind: 'approach.region-offer', id: input.element } });
}
