import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** What may bear on exploitation in a municipality. No file says where they are: the municipality does, with a source. */
export const LOCAL_FEATURES = {
  kassen: 'Kassen en tuinbouw',
  distributie: 'Distributiecentra',
  vakantieparken: 'Vakantieparken waar mensen wonen of werken',
  seksbedrijven: 'Vergunde seksbedrijven',
  opvanglocaties: 'Opvanglocaties',
  grens: 'Een landsgrens',
  haven: 'Een haven',
} as const;
export type FeatureId = keyof typeof LOCAL_FEATURES;

/** One feature as the municipality confirmed it. A feature without a row is unknown, not absent. */
export interface LocalFeature {
  readonly feature: FeatureId;
  readonly isPresent: boolean;
  /** Where one can read it: a register, a report, a visit. */
  readonly source: string;
  /** The day it was so. */
  readonly asOf: PlainDate;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
}

/** A feature is confirmed with a day that has come. */
export function confirmFeature(
  input: Omit<LocalFeature, 'confirmedBy' | 'confirmedAt'>,
  by: string,
  now: Date,
  today: PlainDate,
): Result<LocalFeature, { readonly code: 'seen-in-future' }> {
  return input.asOf > today ? err({ code: 'seen-in-future' }) : ok({ ...input, confirmedBy: by, confirmedAt: now });
}
