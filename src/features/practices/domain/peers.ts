/** How alike another municipality is by what the reference data hold, with the reasons in words. */
export interface Likeness {
  readonly likeness: number;
  readonly reasons: readonly string[];
}

/** What confirmed features weigh beside size, urbanity and place, which weigh ten together. [design: In Beeld] */
const FEATURE_WEIGHT = 4;
const REFERENCE_WEIGHT = 10;

/**
 * Adds what both municipalities confirmed of themselves and let others compare with. Who shared nothing is compared on the reference
 * data alone: what is not known makes nobody less alike.
 */
export function withFeatures(
  base: Likeness,
  own: readonly string[] | undefined,
  other: readonly string[] | undefined,
  wordOf: (feature: string) => string,
): Likeness {
  const union = new Set([...(own ?? []), ...(other ?? [])]);
  if (!own || !other || union.size === 0) return base;
  const shared = own.filter((feature) => other.includes(feature));
  const alike = shared.length / union.size;
  const words = shared.map(wordOf).map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  return {
    likeness: (base.likeness * REFERENCE_WEIGHT + alike * FEATURE_WEIGHT) / (REFERENCE_WEIGHT + FEATURE_WEIGHT),
    reasons: shared.length > 0 ? [...base.reasons, `ook: ${words.join(', ')}`] : base.reasons,
  };
}
