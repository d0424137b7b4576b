import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CELL_RULES } from '../../../shared-kernel/publishable.ts';
import { TRAINED_WORK_NAMES, type TrainedWork } from './training.ts';

/** Somebody of a team, as far as the share of her work needs it. */
export interface Member {
  /** When she began in this work, when that is known. */
  readonly startedOn: PlainDate | undefined;
  /** The first training for this work, and the last day until which one counts. */
  readonly firstOn: PlainDate | undefined;
  readonly lastOn: PlainDate | undefined;
  readonly validUntil: PlainDate | undefined;
}

/** Everybody in one kind of work: how many people do it, and those of them that the register knows. */
export interface WorkGroup {
  readonly work: TrainedWork;
  readonly headcount: number;
  readonly members: readonly Member[];
}

/** From this part of the people in each kind of work on, the work counts as trained. [design: In Beeld, no source gives a norm] */
export const TRAINED_PART = 0.8;
/** Somebody new is trained within so many months. [design: In Beeld] */
export const NEW_WITHIN_MONTHS = 3;
const NEW_COUNTS_MONTHS = 12;

const isValid = ({ validUntil }: Member, today: PlainDate): boolean => validUntil !== undefined && validUntil > today;

/** How many people of a group are trained on a day, out of how many. More people may be known than were counted. */
export function shareOf(group: WorkGroup, today: PlainDate): { readonly trained: number; readonly people: number } {
  return {
    trained: group.members.filter((member) => isValid(member, today)).length,
    people: Math.max(group.headcount, group.members.length),
  };
}

/** The share as who steers sees it: of so few people it would say who was trained, so it is left out. */
export interface ShownShare {
  readonly work: TrainedWork;
  readonly people: number;
  readonly trained: number | undefined;
}

export const SMALLEST_GROUP = CELL_RULES.monitor.smallest;

export function shownShares(groups: readonly WorkGroup[], today: PlainDate): readonly ShownShare[] {
  return groups.map((group) => {
    const { trained, people } = shareOf(group, today);
    return { work: group.work, people, trained: people < SMALLEST_GROUP ? undefined : trained };
  });
}

/** What the register says of an element; none when it says nothing. */
export interface RegisterFact {
  readonly element: 'K3.1' | 'K3.3' | 'K3.7';
  readonly state: 'started' | 'present' | 'working';
  readonly asOf: PlainDate;
  readonly lapsesOn: PlainDate;
  readonly statement: string;
}

const last = (days: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
const percent = `${TRAINED_PART * 100}%`;

/**
 * K3.1: in every kind of work that the municipality has in its register, enough people are trained. It lapses on the day that the
 * first kind of work falls below: by the dates alone, so nobody has to run anything.
 */
export function trainedFact(groups: readonly WorkGroup[], today: PlainDate): RegisterFact | undefined {
  const counting = groups.flatMap(({ members }) => members.filter((member) => isValid(member, today)));
  const asOf = last(counting.map(({ lastOn }) => lastOn));
  const longest = last(counting.map(({ validUntil }) => validUntil));
  if (asOf === undefined || longest === undefined) return undefined;
  const ends = groups.map((group) => holdsUntil(group, today));
  const first = ends.toSorted()[0];
  if (ends.includes(undefined) || first === undefined)
    return {
      element: 'K3.1',
      state: 'started',
      asOf,
      lapsesOn: longest,
      statement: `Er zijn mensen getraind, maar nog niet in elke functie ${percent}. Het trainingsregister houdt het bij.`,
    };
  const names = groups.map(({ work }) => TRAINED_WORK_NAMES[work]).join(', ');
  return {
    element: 'K3.1',
    state: 'working',
    asOf,
    lapsesOn: first,
    statement: `In elke functie in het trainingsregister is ten minste ${percent} van de mensen getraind: ${names}.`,
  };
}

/** The day on which too few of a group are still trained; undefined when that is so today. */
function holdsUntil(group: WorkGroup, today: PlainDate): PlainDate | undefined {
  const { people } = shareOf(group, today);
  const needed = Math.ceil(people * TRAINED_PART);
  const ends = group.members
    .filter((member) => isValid(member, today))
    .map(({ validUntil }) => validUntil)
    .toSorted()
    .reverse();
  return ends[needed - 1];
}

/** K3.3: a focal point who works here is trained for it; it holds as long as one of them is. */
export function focalPointFact(
  trainings: readonly { readonly followedOn: PlainDate; readonly validUntil: PlainDate }[],
  today: PlainDate,
): RegisterFact | undefined {
  const longest = trainings
    .filter(({ validUntil }) => validUntil > today)
    .toSorted((a, b) => b.validUntil.localeCompare(a.validUntil))[0];
  if (!longest) return undefined;
  return {
    element: 'K3.3',
    state: 'present',
    asOf: longest.followedOn,
    lapsesOn: longest.validUntil,
    statement: 'De aandachtsfunctionaris is getraind. Het staat in het trainingsregister.',
  };
}

/**
 * K3.7: whoever began in the last year was trained soon after. Somebody who began less than three months ago may still be on the way
 * and does not count against it. It holds for a year from the last newcomer who was trained.
 */
export function newStaffFact(groups: readonly WorkGroup[], today: PlainDate): RegisterFact | undefined {
  const newcomers = groups
    .flatMap(({ members }) => members)
    .flatMap(({ startedOn, firstOn }) =>
      startedOn !== undefined && startedOn <= today && addMonths(startedOn, NEW_COUNTS_MONTHS) > today
        ? [{ startedOn, firstOn, by: addMonths(startedOn, NEW_WITHIN_MONTHS) }]
        : [],
    );
  const trained = newcomers.filter(({ firstOn, by }) => firstOn !== undefined && firstOn <= by);
  const late = newcomers.filter(({ firstOn, by }) => !(firstOn !== undefined && firstOn <= by) && by <= today);
  const asOf = last(trained.map(({ firstOn }) => firstOn));
  const begun = last(trained.map(({ startedOn }) => startedOn));
  if (asOf === undefined || begun === undefined) return undefined;
  if (trained.length < (trained.length + late.length) * TRAINED_PART) return undefined;
  return {
    element: 'K3.7',
    state: 'present',
    asOf,
    lapsesOn: addMonths(begun, NEW_COUNTS_MONTHS),
    statement: `Wie het laatste jaar begon, is binnen ${NEW_WITHIN_MONTHS} maanden getraind. Dat blijkt uit het trainingsregister.`,
  };
}

/** Everything the register says, one fact an element at most. */
export function registerFacts(
  groups: readonly WorkGroup[],
  focalPoints: readonly { readonly followedOn: PlainDate; readonly validUntil: PlainDate }[],
  today: PlainDate,
): readonly RegisterFact[] {
  return [trainedFact(groups, today), focalPointFact(focalPoints, today), newStaffFact(groups, today)].filter(
    (fact) => fact !== undefined,
  );
}
