import type { Translated } from '../../../shared-kernel/language.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { latestPopulation, type Municipality } from './municipality.ts';

/** A municipality that resembles another, with the reasons in words, strongest first. */
export interface SimilarMunicipality {
  readonly municipality: Municipality;
  /** 0 nothing in common, 1 alike in everything that is compared. */
  readonly likeness: number;
  readonly reasons: readonly Translated<string>[];
}

/** A group of fewer than five is not shown: figures of the group would be figures of its members. */
export const SMALLEST_GROUP = 5;

/** From here on two municipalities are alike enough to learn from each other. A choice of ours, not a statistic. */
const ALIKE = 0.5;

const URBANITY: readonly Translated<string>[] = [
  { nl: 'zeer sterk stedelijk', en: 'extremely urbanised' },
  { nl: 'sterk stedelijk', en: 'strongly urbanised' },
  { nl: 'matig stedelijk', en: 'moderately urbanised' },
  { nl: 'weinig stedelijk', en: 'hardly urbanised' },
  { nl: 'niet stedelijk', en: 'not urbanised' },
];

const urbanityOf = ({ urbanity }: Municipality) => URBANITY[urbanity - 1]!;

/** 1 for equal, 0 when one is four times the other or more. */
const closeness = (a: number, b: number) => Math.max(0, 1 - Math.abs(Math.log(a / b)) / Math.log(4));

interface Feature {
  readonly weight: number;
  readonly likeness: (a: Municipality, b: Municipality) => number;
  /** From which likeness on the reason is worth saying. */
  readonly telling: number;
  readonly reason: (other: Municipality, own: Municipality) => Translated<string>;
}

/** What is compared, in the order in which reasons are given. Only what the reference data hold; no fact is guessed. */
const FEATURES: readonly Feature[] = [
  {
    weight: 4,
    likeness: (a, b) => closeness(latestPopulation(a).value, latestPopulation(b).value),
    telling: 0.75,
    reason: (other) => ({
      nl: `ongeveer even groot (${latestPopulation(other).value.toLocaleString('nl-NL')} inwoners)`,
      en: `about as large (${latestPopulation(other).value.toLocaleString('en-GB')} inhabitants)`,
    }),
  },
  {
    weight: 3,
    likeness: (a, b) => 1 - Math.abs(a.urbanity - b.urbanity) / 4,
    telling: 1,
    reason: (other) => ({ nl: `ook ${urbanityOf(other).nl}`, en: `also ${urbanityOf(other).en}` }),
  },
  {
    weight: 2,
    likeness: (a, b) => closeness(a.addressDensity, b.addressDensity),
    telling: 0.8,
    reason: () => ({ nl: 'adressen even dicht bij elkaar', en: 'addresses as close together' }),
  },
  {
    weight: 0.5,
    likeness: (a, b) => (a.neighbours.includes(b.code) ? 1 : 0),
    telling: 1,
    reason: () => ({ nl: 'buurgemeente', en: 'a neighbour' }),
  },
  {
    weight: 0.5,
    likeness: (a, b) =>
      [
        a.provinceCode === b.provinceCode,
        a.safetyRegionCode === b.safetyRegionCode,
        a.policeUnitCode === b.policeUnitCode,
      ].filter(Boolean).length / 3,
    telling: 1 / 3,
    reason: (other, own) => {
      if (other.safetyRegionCode === own.safetyRegionCode)
        return { nl: 'zelfde veiligheidsregio', en: 'the same safety region' };
      return other.provinceCode === own.provinceCode
        ? { nl: `zelfde provincie (${other.province})`, en: `the same province (${other.province})` }
        : { nl: `zelfde politie-eenheid (${other.policeUnit})`, en: `the same police unit (${other.policeUnit})` };
    },
  },
];

const TOTAL_WEIGHT = FEATURES.reduce((sum, feature) => sum + feature.weight, 0);

/** How alike two municipalities are, and why: the weighted mean of the features, the same both ways. */
export function compareMunicipalities(own: Municipality, other: Municipality): SimilarMunicipality {
  const weighed = FEATURES.map((feature) => ({ feature, likeness: feature.likeness(own, other) }));
  return {
    municipality: other,
    likeness: weighed.reduce((sum, { feature, likeness }) => sum + feature.weight * likeness, 0) / TOTAL_WEIGHT,
    reasons: weighed
      .filter(({ feature, likeness }) => likeness >= feature.telling - 1e-9)
      .map(({ feature }) => feature.reason(other, own)),
  };
}

/**
 * The `count` municipalities most like this one, best first, each with its reasons; equals in order of code.
 * Refuses an unknown code, and a group that would have fewer than five members.
 */
export function similarMunicipalities(
  code: string,
  all: readonly Municipality[],
  count: number,
): Result<readonly SimilarMunicipality[], { readonly code: 'unknown-municipality' | 'group-too-small' }> {
  const own = all.find((each) => each.code === code);
  if (!own) return err({ code: 'unknown-municipality' });
  const alike = all
    .filter((each) => each.code !== code)
    .map((each) => compareMunicipalities(own, each))
    .filter(({ likeness, reasons }) => likeness >= ALIKE && reasons.length > 0)
    .sort((a, b) => b.likeness - a.likeness || a.municipality.code.localeCompare(b.municipality.code))
    .slice(0, count);
  return alike.length < SMALLEST_GROUP ? err({ code: 'group-too-small' }) : ok(alike);
}
