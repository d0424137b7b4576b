import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type Offer, standingOf } from './offer.ts';

/** What one organisation agreed, over all that it offers in one of these municipalities. */
export interface AgreedHours {
  readonly organisationId: string;
  readonly organisationName: string;
  /** In how many of these municipalities. */
  readonly municipalities: number;
  /** Hours a week, of the offers that say so. */
  readonly hoursAWeek: number;
  /** Of so many offers nobody said how many hours there are. */
  readonly unknown: number;
}

/** Who works in the same municipalities, oneself first, and all hours together. */
export interface HoursTogether {
  /** The municipalities of one's own confirmed offers. */
  readonly municipalities: number;
  readonly organisations: readonly AgreedHours[];
  readonly hoursAWeek: number;
  readonly unknown: number;
}

/**
 * Adds up the hours of every organisation that works in the municipalities for which this one confirmed that it does. Hours hold for a
 * whole offer: one that also serves other municipalities counts in full. People are never added up: who has a case in two houses would
 * count twice.
 */
export function hoursTogether(offers: readonly Offer[], organisationId: string, today: PlainDate): HoursTogether {
  const holding = offers.filter((offer) => !offer.isFormer && standingOf(offer, false, today) === 'holds');
  const ours = new Set(
    holding
      .filter((offer) => offer.organisationId === organisationId)
      .flatMap(({ municipalityIds }) => municipalityIds),
  );
  const here = holding.filter(({ municipalityIds }) => municipalityIds.some((id) => ours.has(id)));
  const organisations = [...Map.groupBy(here, (offer) => offer.organisationId)]
    .map(([id, all]): AgreedHours => {
      const served = new Set(all.flatMap(({ municipalityIds }) => municipalityIds.filter((each) => ours.has(each))));
      return {
        organisationId: id,
        organisationName: all[0]!.organisationName,
        municipalities: served.size,
        hoursAWeek: all.reduce((sum, each) => sum + (each.hoursAWeek ?? 0), 0),
        unknown: all.filter((each) => each.hoursAWeek === undefined).length,
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.organisationId === organisationId) - Number(a.organisationId === organisationId) ||
        a.organisationName.localeCompare(b.organisationName, 'nl'),
    );
  return {
    municipalities: ours.size,
    organisations,
    hoursAWeek: organisations.reduce((sum, each) => sum + each.hoursAWeek, 0),
    unknown: organisations.reduce((sum, each) => sum + each.unknown, 0),
  };
}
