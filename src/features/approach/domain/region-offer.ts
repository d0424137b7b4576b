import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** What a region arranges for its municipalities: one element, with the decision and its end. */
export interface RegionOffer {
  readonly regionId: string;
  readonly element: string;
  readonly title: string;
  readonly link: string | undefined;
  readonly adoptingBody: string;
  readonly decidedOn: PlainDate;
  readonly validUntil: PlainDate;
  /** From this day on it counts for nobody any more. */
  readonly withdrawnOn: PlainDate | undefined;
  readonly version: number;
}

export type OfferRefusal =
  | { readonly code: 'decided-in-future' }
  | { readonly code: 'ends-before-decision' }
  | { readonly code: 'already-lapsed' }
  | { readonly code: 'unknown-element' }
  | { readonly code: 'edit-conflict' };

/** An offer is decided, and lasts for a while yet. */
export function checkOffer(offer: RegionOffer, today: PlainDate): Result<RegionOffer, OfferRefusal> {
  if (offer.decidedOn > today) return err({ code: 'decided-in-future' });
  if (offer.validUntil <= offer.decidedOn) return err({ code: 'ends-before-decision' });
  if (offer.validUntil <= today) return err({ code: 'already-lapsed' });
  return ok(offer);
}

/** It can be relied on today. */
export function offerHolds({ validUntil, withdrawnOn }: RegionOffer, today: PlainDate): boolean {
  return validUntil > today && (withdrawnOn === undefined || withdrawnOn > today);
}
