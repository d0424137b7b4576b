/**
 * What coverage of care coordination is counted in: form, age, gender and moment. A coordinator who serves women by day leaves
 * men and the night open, so none of the four may be left out. [dossier 6.3]
 */
export const CARE_FORMS = [
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'forced-services',
  'organ-removal',
] as const;
export type CareForm = (typeof CARE_FORMS)[number];

/** Under 18, 18 to 22, and 23 or older: organisations divide their work at 18 and at 23. [dossier 6.4] */
export const CARE_AGES = ['minor', 'young-adult', 'adult'] as const;
export type CareAge = (typeof CARE_AGES)[number];

export const CARE_GENDERS = ['woman', 'man', 'other'] as const;
export type CareGender = (typeof CARE_GENDERS)[number];

/** By day: working days 9 to 17. Evening: working days 17 to 22. Night: everything else, weekends and holidays included. */
export const CARE_MOMENTS = ['day', 'evening', 'night'] as const;
export type CareMoment = (typeof CARE_MOMENTS)[number];

/** Somebody who needs a care coordinator; what is left out may be anything. */
export interface CareNeed {
  readonly form?: CareForm | undefined;
  readonly age?: CareAge | undefined;
  readonly gender?: CareGender | undefined;
}

/** The group of an age in whole years. */
export function careAgeOf(years: number): CareAge {
  if (years < 18) return 'minor';
  return years < 23 ? 'young-adult' : 'adult';
}
