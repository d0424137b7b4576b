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
export function offerHolds(
  { validUntil, withdrawnOn }: Pick<RegionOffer, 'validUntil' | 'withdrawnOn'>,
  today: PlainDate,
): boolean {
  return validUntil > today && (withdrawnOn === undefined || withdrawnOn > today);
}

/** One document, with all that it arranges: offers with the same decision. */
export interface OfferedDocument extends Omit<RegionOffer, 'element' | 'version'> {
  readonly elements: readonly string[];
}

/** The offers of a region by document: what holds or lapsed first, what was withdrawn last. */
export function documentsOf(offers: readonly RegionOffer[]): readonly OfferedDocument[] {
  const sameDecision = ({ title, link, adoptingBody, decidedOn, validUntil, withdrawnOn }: RegionOffer) =>
    JSON.stringify([title, link, adoptingBody, decidedOn, validUntil, withdrawnOn]);
  return [...Map.groupBy(offers, sameDecision).values()]
    .map((group): OfferedDocument => {
      const { element: _element, version: _version, ...decision } = group[0]!;
      return { ...decision, elements: group.map(({ element }) => element) };
    })
    .sort((one, other) => Number(one.withdrawnOn !== undefined) - Number(other.withdrawnOn !== undefined));
}

/** The documents that these elements stand in and that are not withdrawn; all of them when nothing was asked for. */
export function withdrawable(
  offers: readonly RegionOffer[],
  asked: readonly string[],
): { readonly documents: readonly OfferedDocument[]; readonly chosen: readonly string[] } {
  const running = documentsOf(offers).filter(({ withdrawnOn }) => withdrawnOn === undefined);
  const named = running.filter(({ elements }) => elements.some((element) => asked.includes(element)));
  const documents = named.length > 0 ? named : running;
  return {
    documents,
    chosen: documents.flatMap(({ elements }) => elements).filter((element) => asked.includes(element)),
  };
}
