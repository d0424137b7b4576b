import type { LegalPosition } from '../../../shared-kernel/legal-position.ts';
import { POLICE_REGIONS, type PoliceRegion } from '../../../shared-kernel/police-region.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Expertise, PlaceGender } from './place.ts';

/** How soon a place is needed. It decides when somebody is called, never who is helped first. */
export const URGENCIES = ['tonight', 'this-week', 'can-wait'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A wish makes a place better; a condition that is not met makes it no place for this person. */
export const WEIGHTS = ['no', 'wish', 'must'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** What somebody needs of a place. Sealed: it says how she is. No name, no address, no story. */
export interface Needs {
  readonly position: LegalPosition;
  readonly gender: PlaceGender;
  /** In whole years. */
  readonly age: number;
  /** Other adults who come along, by gender; a family may well be more than one place. */
  readonly others: readonly PlaceGender[];
  /** How many children come along. */
  readonly children: number;
  /** Of those of whom it was said: how old the boys and the girls are. Of the others nobody knows yet. */
  readonly boys?: readonly number[];
  readonly girls?: readonly number[];
  readonly wheelchair: Weight;
  readonly pet: Weight;
  /** Somebody is there day and night. */
  readonly nightStaff: Weight;
  /** A language as people write it; undefined when none was said. */
  readonly language: string | undefined;
  readonly speaks: Weight;
  readonly mustKnow: readonly Expertise[];
  readonly mayKnow: readonly Expertise[];
  /** In which region she would like to be; undefined when it does not matter. */
  readonly region: PoliceRegion | undefined;
  /** A clue to who is after her: used here, and told to no shelter. */
  readonly avoidRegions: readonly PoliceRegion[];
  /** Codes of placements or requests of people with whom she may not live. A clue as well. */
  readonly apartFrom: readonly string[];
}

export type NeedsRefusal = {
  readonly code:
    | 'position-for-minors'
    | 'position-for-adults'
    | 'region-avoided'
    | 'every-region-avoided'
    | 'must-and-may'
    | 'language-missing';
};

const MINORS: readonly LegalPosition[] = ['minor', 'unaccompanied-minor'];
const OF_AGE = 18;

/** Whether what is asked can be at all. Two needs that exclude each other are said at once, before nobody is found. */
export function checkNeeds(needs: Needs): Result<Needs, NeedsRefusal> {
  const isMinor = needs.age < OF_AGE;
  if (MINORS.includes(needs.position) && !isMinor) return err({ code: 'position-for-minors' });
  if (isMinor && !MINORS.includes(needs.position) && needs.position !== 'unknown')
    return err({ code: 'position-for-adults' });
  if (needs.region !== undefined && needs.avoidRegions.includes(needs.region)) return err({ code: 'region-avoided' });
  if (POLICE_REGIONS.every((region) => needs.avoidRegions.includes(region)))
    return err({ code: 'every-region-avoided' });
  if (needs.mustKnow.some((each) => needs.mayKnow.includes(each))) return err({ code: 'must-and-may' });
  if (needs.speaks !== 'no' && needs.language === undefined) return err({ code: 'language-missing' });
  return ok(needs);
}

/** How many adults come, with the person herself, also when she is a child who comes alone. */
export const headsOf = ({ others }: Pick<Needs, 'others'>): number => 1 + others.length;
