import { editDistance } from '../../../../shared-kernel/edit-distance.ts';
import { nameWords, skeletonOf, soundOf } from './name-sounds.ts';

/** How alike two words of a name are, the most alike first. */
const LIKENESS = ['same', 'sounds', 'near', 'initial'] as const;
type Likeness = (typeof LIKENESS)[number];

const POINTS: Readonly<Record<Likeness, number>> = { same: 7, sounds: 6, near: 4, initial: 1 };
/** Of words of up to four letters there are few, and one letter makes another name of them: «Dũng» and «Hùng». */
const SHORT_POINTS: Readonly<Record<Likeness, number>> = { same: 5, sounds: 4, near: -2, initial: 1 };
const isShort = (word: Word): boolean => word.text.length < 5;

/** A word that a great many people carry says less: it counts for half. Our own choice, of words that whole families or sexes share. */
const SHARED_BY_MANY: ReadonlySet<string> = new Set(
  ['mohammed', 'muhammad', 'mohamed', 'ahmed', 'ali', 'nguyen', 'tran', 'thi', 'van', 'maria'].map(soundOf),
);

/** What every whole name together may give at most: two names that agree say what there is to say. */
const MOST = 14;
const LEFT_ON_BOTH_SIDES = -7;
const LEFT_ON_ONE_SIDE = -1;

export type NameReason = 'name-same' | 'name-order' | 'name-sounds' | 'name-near' | 'name-part' | 'name-one';

/** A word ready to be compared; made once for each name, since a record is compared with up to two thousand. */
interface Word {
  readonly text: string;
  readonly sound: string;
  readonly skeleton: string;
}
export type PreparedName = readonly Word[];

const wordOf = (text: string): Word => ({ text, sound: soundOf(text), skeleton: skeletonOf(text) });

/** A name made ready for comparing. */
export function prepareName(name: string): PreparedName {
  return nameWords(name).slice(0, 8).map(wordOf);
}

/** How alike two names are: points, and the words for it. Undefined when no word of one is like a word of the other. */
export interface NameLikeness {
  readonly points: number;
  readonly reasons: readonly NameReason[];
  /** How many words of the one are like one of the other. */
  readonly words: number;
  readonly isWhole: boolean;
  /** Both have a word that the other has not: as two sisters do, or two people who share a family name. */
  readonly hasOtherWord: boolean;
}

export function compareNames(ones: PreparedName, others: PreparedName): NameLikeness | undefined {
  const [one, other] = [joinLike(ones, others), joinLike(others, ones)];
  const pairs = align(one, other);
  if (!pairs.some(({ likeness }) => likeness !== 'initial')) return undefined;
  const [shortest, longest] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  const leftOnBoth = shortest - pairs.length;
  const leftOnOne = longest - shortest;
  const gained = pairs.reduce((sum, { at, likeness }) => sum + pointsOf(one[at]!, likeness), 0);
  const points = Math.min(MOST, gained) + leftOnBoth * LEFT_ON_BOTH_SIDES + leftOnOne * LEFT_ON_ONE_SIDE;
  const isWhole = leftOnBoth === 0 && leftOnOne === 0;
  const hasOtherShortWord = pairs.some(({ at, likeness }) => likeness === 'near' && isShort(one[at]!));
  return {
    points,
    words: pairs.length,
    isWhole,
    hasOtherWord: leftOnBoth > 0 || hasOtherShortWord,
    reasons: reasonsOf(pairs, shortest, longest),
  };
}

interface Pair {
  readonly at: number;
  readonly with: number;
  readonly likeness: Likeness;
}

function reasonsOf(pairs: readonly Pair[], shortest: number, longest: number): readonly NameReason[] {
  const has = (likeness: Likeness) => pairs.some((pair) => pair.likeness === likeness);
  const inOrder = [...pairs]
    .sort((a, b) => a.at - b.at)
    .every((pair, index, all) => index === 0 || pair.with > all[index - 1]!.with);
  const isWhole = pairs.length === shortest && shortest === longest;
  const how: NameReason = has('near') ? 'name-near' : has('sounds') ? 'name-sounds' : 'name-same';
  const extent: readonly NameReason[] = isWhole ? [] : pairs.length > 1 ? ['name-part'] : ['name-one'];
  return [how, ...(inOrder ? [] : ['name-order' as const]), ...extent];
}

function pointsOf(word: Word, likeness: Likeness): number {
  const points = (isShort(word) ? SHORT_POINTS : POINTS)[likeness];
  return SHARED_BY_MANY.has(word.sound) ? Math.ceil(points / 2) : points;
}

/** Each word with the one it is most like, the most alike first; none twice. */
function align(one: PreparedName, other: PreparedName): readonly Pair[] {
  const possible = one.flatMap((word, at) =>
    other.flatMap((against, index) => {
      const likeness = likenessOf(word, against);
      return likeness === undefined ? [] : [{ at, with: index, likeness }];
    }),
  );
  const ranked = possible.sort((a, b) => LIKENESS.indexOf(a.likeness) - LIKENESS.indexOf(b.likeness));
  const taken: Pair[] = [];
  for (const pair of ranked)
    if (!taken.some((each) => each.at === pair.at || each.with === pair.with)) taken.push(pair);
  return taken;
}

function likenessOf(one: Word, other: Word): Likeness | undefined {
  if (one.text === other.text) return 'same';
  if (one.sound === other.sound) return 'sounds';
  // short words have little besides their vowels: «Hùng» and «Hoàng» are two names
  if (one.skeleton === other.skeleton && Math.min(one.text.length, other.text.length) > 4) return 'sounds';
  if (one.text.length === 1 || other.text.length === 1) return one.text[0] === other.text[0] ? 'initial' : undefined;
  if (isNear(one.text, other.text) || (one.sound.length > 4 && isNear(one.sound, other.sound))) return 'near';
  return undefined;
}

/** One letter added, dropped, changed or swapped; two in a word of eight. */
function isNear(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  if (length < 3) return false;
  const most = length >= 8 ? 2 : 1;
  return editDistance(one, other, most) <= most;
}

/** «Ben Ali» as «Benali» where the other name writes it so. */
function joinLike(name: PreparedName, other: PreparedName): PreparedName {
  for (let at = 0; at + 1 < name.length; at++) {
    const text = name[at]!.text + name[at + 1]!.text;
    if (!other.some((word) => word.text.length === text.length && word.text === text)) continue;
    return [...name.slice(0, at), wordOf(text), ...name.slice(at + 2)];
  }
  return name;
}
