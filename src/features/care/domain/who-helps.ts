import type { StandingOffer } from './coverage.ts';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS, type CareNeed } from './need.ts';

/** The hour somebody asks about, by the Dutch clock. */
export interface Hour {
  readonly isWorkingDay: boolean;
  /** 'HH:MM' */
  readonly time: string;
}

/** A care coordination that may serve this person, and by which number it answers at this hour; without one nobody does now. */
export interface Helper {
  readonly offer: StandingOffer['offer'];
  readonly standing: 'holds' | 'unconfirmed' | 'disputed';
  /** False: it serves some of what is left out of the question, and not all. */
  readonly servesAll: boolean;
  readonly number: string | undefined;
  /** The number is the one for outside the hours. */
  readonly isNightNumber: boolean;
}

/**
 * Who serves this person at this hour, from the offers of a municipality. Who answers now comes before who is closed, then who
 * confirmed it lately, then who serves whatever was left out. What ended is not among them.
 */
export function whoHelps(offers: readonly StandingOffer[], need: CareNeed, at: Hour): readonly Helper[] {
  return offers
    .flatMap(({ offer, standing }): Helper[] => {
      const served = servedBy(offer, need);
      if (standing === 'ended' || served === 'none') return [];
      const isOpen =
        offer.hours === 'always' || (at.isWorkingDay && offer.hours.from <= at.time && at.time < offer.hours.until);
      return [
        {
          offer,
          standing,
          servesAll: served === 'all',
          number: isOpen ? offer.phone : offer.nightPhone,
          isNightNumber: !isOpen && offer.nightPhone !== undefined,
        },
      ];
    })
    .sort((a, b) => rank(a) - rank(b) || a.offer.name.localeCompare(b.offer.name, 'nl'));
}

const rank = ({ number, standing, servesAll }: Helper) =>
  (number === undefined ? 4 : 0) + (standing === 'holds' ? 0 : 2) + (servesAll ? 0 : 1);

function servedBy({ forms, ages, genders }: StandingOffer['offer'], need: CareNeed): 'all' | 'some' | 'none' {
  const parts = [
    servedOf(forms, CARE_FORMS, need.form),
    servedOf(ages, CARE_AGES, need.age),
    servedOf(genders, CARE_GENDERS, need.gender),
  ];
  if (parts.includes('none')) return 'none';
  return parts.includes('some') ? 'some' : 'all';
}

function servedOf<T>(served: readonly T[], all: readonly T[], asked: T | undefined): 'all' | 'some' | 'none' {
  if (asked !== undefined) return served.includes(asked) ? 'all' : 'none';
  if (served.length === 0) return 'none';
  return served.length === all.length ? 'all' : 'some';
}
