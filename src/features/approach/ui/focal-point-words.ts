import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Left } from '../domain/focal-point.ts';

/** Somebody who has a name that others have too: by what tells them apart. */
export function sayNamesake(
  { roles, since, leavesOn }: { roles: readonly string[]; since: PlainDate; leavesOn: PlainDate | undefined },
  today: PlainDate,
): string {
  const work = roles.join(' en ');
  const from = `vanaf ${writeDutchDate(since)}`;
  if (leavesOn === undefined) return `Collega, ${work}, ${from}`;
  return leavesOn <= today
    ? `Vroegere collega, ${work}, tot ${writeDutchDate(leavesOn)}`
    : `Collega, ${work}, ${from} tot ${writeDutchDate(leavesOn)}`;
}

/** Who of the two works here no more, or leaves: by role, without a name. Empty while both stay. */
export function sayLeft({ ownerLeftOn, substituteLeftOn }: Left, today: PlainDate): readonly string[] {
  return [['De aandachtsfunctionaris', ownerLeftOn] as const, ['De vervanger', substituteLeftOn] as const].flatMap(
    ([who, on]) => {
      if (on === undefined) return [];
      const day = writeDutchDate(on);
      return on <= today ? [`${who} werkt hier niet meer sinds ${day}.`] : [`${who} werkt hier tot ${day}.`];
    },
  );
}
