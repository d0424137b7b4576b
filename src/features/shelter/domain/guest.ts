import type { Needs } from './needs.ts';

/**
 * What a shelter must know of how somebody is, to receive her well. Which regions she avoids and with whom she may not live is not in
 * it: those are clues to who is after her, and told to no shelter. Nor is her legal position: it decided the kind of place before.
 */
export type GuestProfile = Pick<
  Needs,
  'gender' | 'age' | 'others' | 'children' | 'boys' | 'girls' | 'wheelchair' | 'pet' | 'nightStaff' | 'language'
> & {
  /** What the people who receive her do well to know more of. */
  readonly knowledge: Needs['mustKnow'];
};

/** Who comes, as who placed tells it after the shelter said yes. */
export interface Guest {
  /** How she wants to be called; no surname needed, and nothing at all may be. */
  readonly callName: string;
  /** What must be ready when she arrives. */
  readonly note: string;
  /** Of a request that was written down; undefined when the place was asked without one. */
  readonly profile: GuestProfile | undefined;
}

export const profileOf = (needs: Needs): GuestProfile => ({
  gender: needs.gender,
  age: needs.age,
  others: needs.others,
  children: needs.children,
  ...(needs.boys && { boys: needs.boys }),
  ...(needs.girls && { girls: needs.girls }),
  wheelchair: needs.wheelchair,
  pet: needs.pet,
  nightStaff: needs.nightStaff,
  language: needs.language,
  knowledge: [...needs.mustKnow, ...needs.mayKnow],
});
