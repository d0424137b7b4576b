import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Cells, cellsWhere, NO_CELLS } from './cells.ts';
import type { CareAge, CareForm, CareGender } from './need.ts';

/** After so many months what somebody confirmed counts as unknown again. [issue: alarm after six months] */
export const CONFIRMED_MONTHS = 6;

/** By whom a care coordinator is reached, on working days: 'HH:MM' by the Dutch clock; or at every hour. */
export type OfferHours = 'always' | { readonly from: string; readonly until: string };

/** What an organisation offers as care coordination: for whom, where, when, and until when. No person is in it. */
export interface OfferTerms {
  /** How people know it: 'Zorgcoördinatie mannen'. */
  readonly name: string;
  /** The municipalities it works for, by their organisation. */
  readonly municipalityIds: readonly string[];
  readonly forms: readonly CareForm[];
  readonly ages: readonly CareAge[];
  readonly genders: readonly CareGender[];
  /** As they are called in Dutch; empty is not known. */
  readonly languages: readonly string[];
  readonly phone: string;
  readonly hours: OfferHours;
  /** Residents see the number too, on the page of their municipality. */
  readonly isForPublic: boolean;
  /** Who answers outside those hours, at every other hour; undefined when nobody does. */
  readonly nightPhone: string | undefined;
  /** Somebody stands in when the coordinator is away; undefined when that is not known. */
  readonly hasSubstitute: boolean | undefined;
  /** Hours a week for coordination, together; undefined when that is not known. */
  readonly hoursAWeek: number | undefined;
  /** Who pays: a municipality, a region. */
  readonly funder: string | undefined;
  /** The last day of the contract; undefined when it has no end. */
  readonly contractUntil: PlainDate | undefined;
}

/** An offer as it holds on a day. */
export interface Offer extends OfferTerms {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly version: number;
  readonly validFrom: PlainDate;
  /** The first day on which it is no longer there; undefined while it goes on. */
  readonly endedOn: PlainDate | undefined;
  /** An earlier version, which another took the place of: what it served and the later one does not has stopped. */
  readonly isFormer: boolean;
  /** When the organisation last said that all of this is so; undefined when it never did. */
  readonly confirmedOn: PlainDate | undefined;
}

export type OfferRefusal = {
  readonly code: 'closes-before-opening' | 'contract-is-over' | 'no-municipality' | 'night-without-need';
};

/** What an organisation may say of its offer, or why not. */
export function checkOffer(terms: OfferTerms, today: PlainDate): Result<OfferTerms, OfferRefusal> {
  if (terms.municipalityIds.length === 0) return err({ code: 'no-municipality' });
  if (terms.hours !== 'always' && terms.hours.from >= terms.hours.until) return err({ code: 'closes-before-opening' });
  if (terms.hours === 'always' && terms.nightPhone) return err({ code: 'night-without-need' });
  if (terms.contractUntil && terms.contractUntil < today) return err({ code: 'contract-is-over' });
  return ok(terms);
}

const covers = ({ hours }: Pick<OfferTerms, 'hours'>, from: string, until: string) =>
  hours === 'always' || (hours.from <= from && until <= hours.until);

/** Worked out once for each offer: one counts in every municipality it names. */
const KNOWN = new WeakMap<OfferTerms, Cells>();

/** The combinations an offer serves. A moment counts only when somebody answers during all of it. */
export function cellsOfOffer(offer: OfferTerms): Cells {
  const known = KNOWN.get(offer) ?? workOut(offer);
  KNOWN.set(offer, known);
  return known;
}

function workOut(offer: OfferTerms): Cells {
  const isReached = {
    day: covers(offer, '09:00', '17:00'),
    evening: covers(offer, '17:00', '22:00') || offer.nightPhone !== undefined,
    night: offer.hours === 'always' || offer.nightPhone !== undefined,
  };
  return cellsWhere(
    ({ form, age, gender, moment }) =>
      isReached[moment] && offer.forms.includes(form) && offer.ages.includes(age) && offer.genders.includes(gender),
  );
}

/** Whether a municipality has less of an offer after a change: it is left out, fewer are served, nobody stands in any more, or it ends sooner. */
export function losesIn(municipalityId: string, before: OfferTerms, after: OfferTerms): boolean {
  if (!after.municipalityIds.includes(municipalityId)) return true;
  if (before.hasSubstitute && !after.hasSubstitute) return true;
  const { contractUntil: ends } = after;
  if (ends !== undefined && (before.contractUntil === undefined || ends < before.contractUntil)) return true;
  return (cellsOfOffer(before) & ~cellsOfOffer(after)) !== NO_CELLS;
}

/** How an offer stands: it holds, it is over, nobody confirmed it lately, or the municipality says it is otherwise. */
export type OfferStanding = 'holds' | 'ended' | 'unconfirmed' | 'disputed';

/** How an offer stands on a day, for a municipality that may have said that it is otherwise. */
export function standingOf(
  offer: Pick<Offer, 'endedOn' | 'contractUntil' | 'confirmedOn'>,
  isDisputed: boolean,
  today: PlainDate,
): OfferStanding {
  if (lastDayOf(offer) !== undefined && lastDayOf(offer)! < today) return 'ended';
  if (isDisputed) return 'disputed';
  return isConfirmed(offer.confirmedOn, today) ? 'holds' : 'unconfirmed';
}

/** The last day on which an offer is there, when one is known: that of its contract, or the day before it was ended. */
export function lastDayOf({ endedOn, contractUntil }: Pick<Offer, 'endedOn' | 'contractUntil'>): PlainDate | undefined {
  const beforeEnd = endedOn && addDays(endedOn, -1);
  if (!beforeEnd || !contractUntil) return beforeEnd ?? contractUntil;
  return beforeEnd < contractUntil ? beforeEnd : contractUntil;
}

/** True from the day somebody confirmed it until six months later, that day included. */
export function isConfirmed(confirmedOn: PlainDate | undefined, today: PlainDate): boolean {
  return confirmedOn !== undefined && confirmedOn <= today && today <= addMonths(confirmedOn, CONFIRMED_MONTHS);
}
