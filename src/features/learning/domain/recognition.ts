import { addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CELL_RULES } from '../../../shared-kernel/publishable.ts';

/** The forms that the vignettes are about. Organ removal is too rare to practise with. */
export const VIGNETTE_FORMS = [
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'forced-services',
] as const;
export type VignetteForm = (typeof VIGNETTE_FORMS)[number];

export const SETS = ['a', 'b'] as const;
export type VignetteSet = (typeof SETS)[number];

export const ROUNDS = ['before', 'after'] as const;
export type Round = (typeof ROUNDS)[number];

/** A made-up situation: something to ask advice about, or something with another explanation. */
export interface Vignette {
  readonly id: string;
  readonly set: VignetteSet;
  readonly form: VignetteForm;
  readonly isSign: boolean;
  readonly text: string;
  /** Why, shown afterwards. */
  readonly why: string;
  readonly source: string;
  /** Who in the field validated it, by function and organisation; null when nobody did. */
  readonly validatedBy: string | null;
  readonly validatedOn: string | null;
}

export interface RecognitionEdition {
  readonly id: string;
  readonly vignettes: readonly Vignette[];
}

/** What somebody says of a vignette: would she ask advice? */
export type RecognitionAnswers = Readonly<Record<string, 'ja' | 'nee'>>;

/** Hits: advice asked where it should. Alarms: advice asked where there was another explanation. */
export interface Score {
  readonly hits: number;
  readonly hitsPossible: number;
  readonly alarms: number;
  readonly alarmsPossible: number;
}

/**
 * Which set somebody gets in a round: half of the people begin with the one, half with the other, so that a set that happens to be
 * easier says nothing about learning. It follows from her id alone, so it is the same on every device.
 */
export function setFor(personId: string, round: Round): VignetteSet {
  const isOdd = Number.parseInt(personId.at(-1) ?? '0', 16) % 2 === 1;
  return (round === 'before') === isOdd ? 'b' : 'a';
}

export const vignettesOf = (edition: RecognitionEdition, set: VignetteSet): readonly Vignette[] =>
  edition.vignettes.filter((vignette) => vignette.set === set);

/** How these vignettes were answered; one that was not answered counts as no. */
export function scoreOf(vignettes: readonly Vignette[], answers: RecognitionAnswers): Score {
  const asked = (isSign: boolean) => vignettes.filter((vignette) => vignette.isSign === isSign);
  const yes = (some: readonly Vignette[]) => some.filter(({ id }) => answers[id] === 'ja').length;
  return {
    hits: yes(asked(true)),
    hitsPossible: asked(true).length,
    alarms: yes(asked(false)),
    alarmsPossible: asked(false).length,
  };
}

/** The same for each form that is in it, for the learner alone. */
export function scoresByForm(
  vignettes: readonly Vignette[],
  answers: RecognitionAnswers,
): readonly (Score & { readonly form: VignetteForm })[] {
  return VIGNETTE_FORMS.flatMap((form) => {
    const some = vignettes.filter((vignette) => vignette.form === form);
    return some.length === 0 ? [] : [{ form, ...scoreOf(some, answers) }];
  });
}

/** Before and after of one person who wanted it counted; nothing in it says who. */
export interface Pair {
  readonly month: PlainDate;
  readonly hitsBefore: number;
  readonly hitsAfter: number;
  readonly hitsPossible: number;
  readonly alarmsBefore: number;
  readonly alarmsAfter: number;
  readonly alarmsPossible: number;
}

/** A mean difference with the interval in which it lies with 95% confidence, in whole percentage points. */
export interface Effect {
  readonly mean: number;
  readonly from: number;
  readonly to: number;
}

export interface MunicipalEffect {
  readonly people: number;
  readonly hits: Effect;
  readonly alarms: Effect;
}

/** So many people at least, and so many more before anything changes: else two looks would tell of one person. */
export const SMALLEST_EFFECT = CELL_RULES.public.smallest;

/**
 * What learning did in a municipality: of whole months that are over, in tens. `pairs` come in a fixed order (month, id), so the
 * next figure holds at least ten people more. Undefined below ten.
 */
export function municipalEffect(pairs: readonly Pair[], today: PlainDate): MunicipalEffect | undefined {
  const thisMonth = day(`${today.slice(0, 7)}-01`);
  const over = pairs.filter(({ month }) => addMonths(month, 1) <= thisMonth);
  const people = Math.floor(over.length / SMALLEST_EFFECT) * SMALLEST_EFFECT;
  if (people === 0) return undefined;
  const counted = over.slice(0, people);
  return {
    people,
    hits: pairedEffect(counted.map((pair) => (pair.hitsAfter - pair.hitsBefore) / pair.hitsPossible)),
    alarms: pairedEffect(counted.map((pair) => (pair.alarmsAfter - pair.alarmsBefore) / pair.alarmsPossible)),
  };
}

/**
 * The mean of paired differences d with its 95% interval: d̄ ± t(n − 1; 0.975) · s / √n, where s is the standard deviation of the
 * differences. Source: NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.1.1 (analysis of paired observations).
 * @param differences parts of the whole, −1 to 1; at least two.
 */
export function pairedEffect(differences: readonly number[]): Effect {
  const n = differences.length;
  const mean = differences.reduce((sum, each) => sum + each, 0) / n;
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1);
  const half = studentT975(n - 1) * Math.sqrt(variance / n);
  const points = (part: number) => Math.round(100 * Math.min(1, Math.max(-1, part)));
  return { mean: points(mean), from: points(mean - half), to: points(mean + half) };
}

/**
 * The 0.975 quantile of Student's t by its expansion in the normal quantile (Abramowitz and Stegun, 26.7.5); from nine degrees of
 * freedom on it is right to three decimals.
 */
export function studentT975(degrees: number): number {
  const z = 1.959963984540054;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), z);
}
