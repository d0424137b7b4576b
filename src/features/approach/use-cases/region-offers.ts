import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { elementById } from '../domain/framework.ts';
import { checkOffer, type OfferRefusal, type RegionOffer, withdrawable } from '../domain/region-offer.ts';
import { countRelying, loadOffers, saveOffer } from '../persistence/region-offer-store.ts';
import type { StandingTables } from '../persistence/standing-query.ts';
import { currentFramework } from './framework-editions.ts';
import { tellOfOffers, tellOfWithdrawal } from './region-withdrawal.ts';

type Offers = Tx<'approach.region_offer'>;
type OfferTables = Parameters<typeof tellOfWithdrawal>[0];

interface Done {
  readonly subject: { readonly kind: 'approach.region-offer'; readonly id: string };
}

/** What the actor's region arranges for its municipalities, also what it withdrew. */
export async function readOffers(tx: Offers, actor: Actor): Promise<readonly RegionOffer[]> {
  return loadOffers(tx, [actor.organisationId]);
}

/** What a region says of several elements at once: one document, one decision. */
export type OfferInput = Omit<RegionOffer, 'regionId' | 'element' | 'withdrawnOn' | 'version'> & {
  readonly elements: readonly string[];
};

/** Publishes that the region arranges these elements, all or none; its municipalities can take them over in their scan. */
export async function publishOffers(
  tx: OfferTables,
  actor: Actor,
  { elements, ...decision }: OfferInput,
  time: DomainTime,
): Promise<Result<Done, OfferRefusal>> {
  const { now, today } = time;
  const before = await readOffers(tx, actor);
  for (const element of elements) {
    if (!elementById(currentFramework(), element)) return err({ code: 'unknown-element' });
    const offer = {
      ...decision,
      element,
      regionId: actor.organisationId,
      withdrawnOn: undefined,
      version: (before.find((each) => each.element === element)?.version ?? 0) + 1,
    };
    const checked = checkOffer(offer, today);
    if (!checked.ok) return checked;
    if (!(await saveOffer(tx, offer, now))) return err({ code: 'edit-conflict' });
  }
  if (before.some(({ element, withdrawnOn }) => withdrawnOn !== undefined && elements.includes(element)))
    await tellOfOffers(tx, actor.organisationId, time);
  return ok({ subject: { kind: 'approach.region-offer', id: elements.join(' ') } });
}

/** What stands before who withdraws something: the documents, and what everybody can see already of who relies on them. */
export interface Withdrawal extends ReturnType<typeof withdrawable> {
  /** Municipalities that publish that this region arranges something of it for them. */
  readonly relying: number;
}

/** What is withdrawn with these elements. Through the door `published`: nothing is read here that the region cannot see. */
export async function readWithdrawal(
  tx: Tx<'approach.region_offer' | StandingTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  asked: readonly string[],
  { today }: Pick<DomainTime, 'today'>,
): Promise<Withdrawal> {
  const found = withdrawable(await loadOffers(tx, [organisationId]), asked);
  const relying = await countRelying(tx, organisationId, found.chosen, today);
  return { ...found, relying };
}

/** The region no longer arranges these, all or none: from today they count for none of its municipalities, and who relied on them is told. */
export async function withdrawOffers(
  tx: OfferTables,
  actor: Actor,
  { elements }: { readonly elements: readonly string[] },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'edit-conflict' }>> {
  const { now, today } = time;
  const before = await readOffers(tx, actor);
  for (const element of elements) {
    const offer = before.find((each) => each.element === element);
    if (!offer || offer.withdrawnOn !== undefined) return err({ code: 'not-found' });
    if (!(await saveOffer(tx, { ...offer, withdrawnOn: today, version: offer.version + 1 }, now)))
      return err({ code: 'edit-conflict' });
  }
  await tellOfWithdrawal(tx, actor.organisationId, elements, time);
  return ok({ subject: { kind: 'approach.region-offer', id: elements.join(' ') } });
}
