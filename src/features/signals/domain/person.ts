import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { normalisedPlace } from './signal-report.ts';

/** Who a person in a signal is, as far as it is needed. Kept apart from what the signal says. */
export interface PersonIdentity {
  readonly name: string;
  readonly birthDate: PlainDate | undefined;
  /** How she can be reached safely. Never a letter to her home. */
  readonly safeReach: string | undefined;
}

/**
 * By what the same person is recognised: name and day of birth, both exactly, apart from capitals, accents and spaces. Without a day
 * of birth nobody is recognised: too many people share a name.
 */
export function personKey(person: Pick<PersonIdentity, 'name' | 'birthDate'>): string | undefined {
  const name = normalisedPlace(person.name);
  return person.birthDate && name !== '' ? `${name}|${person.birthDate}` : undefined;
}

/** Shorter than this is not a reason to open who somebody is. [standards 6.1, SEC-15] */
export const OPENING_REASON_LENGTH = 20;
