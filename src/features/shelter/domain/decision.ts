import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Condition, Offer, Wish } from './match.ts';
import type { Needs } from './needs.ts';
import type { PlaceFeatures } from './place.ts';

/** A place as it was when it was chosen or passed over. */
export interface FrozenOffer {
  readonly organisationName: string;
  readonly placeIds: readonly string[];
  readonly numbers: readonly number[];
  readonly features: readonly PlaceFeatures[];
  readonly checkedAt: string | undefined;
  readonly met: readonly Wish[];
  readonly unmet: readonly Wish[];
}

/** A place that blocked first and was for nobody yet: mostly found on the telephone. */
export interface HeldBefore {
  readonly via: 'option' | 'phone';
  readonly reservedAt: string;
  /** On which day the shelter said yes on the telephone. */
  readonly promisedOn: PlainDate | undefined;
}

/** Everything that was known when a place was chosen: enough to explain it a year later, whatever changed since. */
export interface DecisionFacts {
  readonly needs: Needs;
  readonly from: string;
  readonly until: string;
  readonly right: string;
  readonly chosen: FrozenOffer;
  /** How it stood in the list that was shown, from 1; undefined when it was there before the request was. */
  readonly rank: number | undefined;
  /** Of a place that was there before the request was: how it was come by. */
  readonly heldBefore?: HeldBefore | undefined;
  /** What the person must have and the place did not give, as whoever placed saw it and went on. */
  readonly accepted?: readonly Condition[] | undefined;
  /** What else there was, in the order in which it was shown. */
  readonly others: readonly FrozenOffer[];
  readonly offered: number;
  readonly keptOut: readonly { readonly condition: Condition; readonly places: number }[];
  /** Other open requests that this place would suit too, without an order; and why it was given here, in words of a human. */
  readonly competing: readonly string[];
  readonly reason: string;
}

/** So many of the places that were passed over are kept. */
export const KEPT_OFFERS = 10;

const featuresOf = (place: PlaceFeatures): PlaceFeatures => ({
  type: place.type,
  region: place.region,
  genders: place.genders,
  minAge: place.minAge,
  maxAge: place.maxAge,
  children: place.children,
  childMaxAge: place.childMaxAge,
  boyMaxAge: place.boyMaxAge,
  isWheelchair: place.isWheelchair,
  takesPets: place.takesPets,
  languages: place.languages,
  expertise: place.expertise,
  staffing: place.staffing,
});

export const freeze = (offer: Offer): FrozenOffer => ({
  organisationName: offer.organisationName,
  placeIds: offer.places.map(({ id }) => id),
  numbers: offer.places.map(({ number }) => number),
  features: offer.places.map(featuresOf),
  checkedAt: offer.checkedAt?.toISOString(),
  met: offer.met,
  unmet: offer.unmet,
});
