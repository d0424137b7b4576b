/** The groups of age by which the law of consent speaks, each by its first year. */
const GROUPS = [
  [0, '0-11'],
  [12, '12-15'],
  [16, '16-17'],
  [18, '18-22'],
  [23, '23-30'],
  [31, '31-40'],
  [41, '41-50'],
  [51, '51+'],
] as const;

/** The group an age falls in. */
export const ageGroupOf = (age: number): string => GROUPS.findLast(([first]) => age >= first)?.[1] ?? 'unknown';

/** The youngest that somebody of a group can be: what is filled in beforehand, for a human to correct. Undefined when unknown. */
export const youngestOf = (group: string): number | undefined => GROUPS.find(([, name]) => name === group)?.[0];
