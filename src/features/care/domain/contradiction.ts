import { NO_CELLS } from './cells.ts';
import { cellsOfOffer, type Offer } from './offer.ts';

/** What two offers say otherwise of the same people: nothing when the one only repeats the other. */
export type SaidOtherwise = 'phone' | 'substitute';

/** Two offers of one organisation about the same people, in the same municipality, at the same moment. */
export interface Contradiction {
  readonly first: Offer;
  readonly second: Offer;
  readonly saidOtherwise: readonly SaidOtherwise[];
}

/**
 * Where, among offers that did not end, an organisation says twice, and perhaps otherwise, how somebody is helped. Nobody is refused: both numbers may be answered. Two
 * organisations that help the same people contradict nothing.
 */
export function contradictionsAmong(offers: readonly Offer[]): readonly Contradiction[] {
  return offers.flatMap((first, index) =>
    offers.slice(index + 1).flatMap((second) => (areAboutTheSame(first, second) ? [compared(first, second)] : [])),
  );
}

function areAboutTheSame(one: Offer, other: Offer): boolean {
  if (one.organisationId !== other.organisationId) return false;
  if ((cellsOfOffer(one) & cellsOfOffer(other)) === NO_CELLS) return false;
  const here = new Set(one.municipalityIds);
  return other.municipalityIds.some((id) => here.has(id));
}

function compared(first: Offer, second: Offer): Contradiction {
  const saidOtherwise: SaidOtherwise[] = [];
  if (first.phone !== second.phone) saidOtherwise.push('phone');
  // that it is not known is no other answer
  const [one, other] = [first.hasSubstitute, second.hasSubstitute];
  if (one !== undefined && other !== undefined && one !== other) saidOtherwise.push('substitute');
  return { first, second, saidOtherwise };
}
