import type { PersonName } from '../registration.ts';
import { nameWords, skeletonOf } from './name-sounds.ts';

/** As many as every record has, whatever is known: how many tell nothing. */
export const TOKENS = 5;

/**
 * By what records are found that are worth comparing, before it is keyed: the day of birth with day and month in either order; up to
 * three words of the name as they sound, each with the year; and the two longest words without a day. One mistake leaves one of them
 * as it is. Between three and five when a name and a day are known; fewer when less is.
 */
export function blockingValues({ name, birthDate }: PersonName): readonly string[] {
  const skeletons = [...new Set(nameWords(name).map(skeletonOf))].sort(
    (one, other) => other.length - one.length || (one < other ? -1 : 1),
  );
  const [year, month, day] = birthDate?.split('-') ?? [];
  const values: string[] = [];
  if (day !== undefined && month !== undefined) values.push(`dag|${year}|${[day, month].sort().join('|')}`);
  const isYearKnown = year !== undefined;
  if (isYearKnown) values.push(...skeletons.slice(0, 3).map((word) => `naam|${word}|${year}`));
  if (skeletons.length > 1) values.push(`namen|${skeletons.slice(0, 2).sort().join('|')}`);
  else if (!isYearKnown && skeletons[0]) values.push(`namen|${skeletons[0]}`);
  return values;
}
