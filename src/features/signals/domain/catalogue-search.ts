import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { editDistance } from '../../../shared-kernel/edit-distance.ts';
import type { Language } from '../../../shared-kernel/language.ts';
import type { Signal } from './catalogue.ts';

/** Words that say nothing about a signal. */
const EMPTY = new Set(
  'de het een en of van in op te met voor aan die dat is wordt bij uit om niet als over onder naar door zonder geen the a an and or of in on to with for at is not without no'.split(
    ' ',
  ),
);

/** How a word sounds, not how it is written: ij and y, c and k, ph and f, and double letters are alike. */
function sound(word: string): string {
  return word
    .replaceAll('ij', 'y')
    .replaceAll('ph', 'f')
    .replaceAll(/c(?!h)/g, 'k')
    .replaceAll(/([a-z])\1/g, '$1');
}

const wordsOf = (text: string): readonly string[] => dutchFold(text).split(' ').filter(Boolean);

/** The words a signal can be found by, as they sound; an empty one is no word to guess at. */
const soundsIn = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !EMPTY.has(word))
    .map(sound);

/** How many letters may be wrong in a word of this length. */
const mayDiffer = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);
/** What may stand behind a word without making it another one, in Dutch and English, as it sounds. */
const ENDINGS = new Set('s n en es e er ers eren je jes tje tjes ing ed'.split(' '));
/** From this length on a word may stand inside a longer one: «document» in «verblijfsdocument». */
const INSIDE = 5;

const begunBy = (begin: string, each: string): boolean =>
  each === begin || (begin.length >= 4 && each.startsWith(begin));

/** Whether a word is there, or the beginning of one, or one with another ending. */
const isAt = (wanted: string, each: string): boolean =>
  begunBy(wanted, each) || (each.length >= 3 && wanted.startsWith(each) && ENDINGS.has(wanted.slice(each.length)));

/** 0 when the word is there; else how many letters differ; undefined when it is another word. */
function distanceTo(wanted: string, there: readonly string[]): number | undefined {
  const most = mayDiffer(wanted.length);
  let least: number | undefined;
  for (const each of there) {
    if (isAt(wanted, each)) return 0;
    // an ending that was not typed is no fault: «schult» for «schulden»
    const begins = wanted.length >= 5 && each.length <= wanted.length + 3 ? each.slice(0, wanted.length) : each;
    const distance = Math.min(editDistance(wanted, each, most), editDistance(wanted, begins, most));
    if (distance <= most && (least === undefined || distance < least)) least = distance;
  }
  return least;
}

/** Words that people use in one language, and the beginnings of words that stand in signals about the same. */
export interface SearchWords {
  readonly language: Language;
  readonly say: readonly string[];
  readonly means: readonly string[];
}

/** What a word that was typed can be found by. */
interface Wanted {
  readonly sound: string;
  /** What it means in the words of the catalogue, and how many letters of it were wrong. */
  readonly meanings: readonly { readonly distance: number; readonly begins: readonly string[] }[];
}

function wantedBy(typed: string, words: readonly SearchWords[], language: Language): Wanted {
  const heard = sound(typed);
  const known = words.flatMap(({ language: spoken, say, means }) => {
    const distance = spoken === language ? distanceTo(heard, say.map(sound)) : undefined;
    return distance === undefined ? [] : [{ distance, begins: means.map(sound) }];
  });
  const least = Math.min(...known.map(({ distance }) => distance));
  return { sound: heard, meanings: known.filter(({ distance }) => distance === least) };
}

/** How a word was found in a signal, the best first. */
const HOW = { said: 0, named: 1, meant: 2, meantByName: 3 } as const;
interface Hit {
  readonly distance: number;
  readonly how: (typeof HOW)[keyof typeof HOW];
}

function hitOf({ sound: wanted, meanings }: Wanted, own: readonly string[], named: readonly string[]): Hit | undefined {
  const said = distanceTo(wanted, own);
  const isInside = wanted.length >= INSIDE && own.some((each) => each.includes(wanted));
  if (said === 0 || isInside) return { distance: 0, how: HOW.said };
  const name = distanceTo(wanted, named);
  if (name === 0) return { distance: 0, how: HOW.named };
  for (const [there, how] of [[own, HOW.meant] as const, [named, HOW.meantByName] as const]) {
    const meant = meanings.find(({ begins }) => begins.some((begin) => there.some((each) => begunBy(begin, each))));
    if (meant) return { distance: meant.distance, how };
  }
  if (said !== undefined) return { distance: said, how: HOW.said };
  return name === undefined ? undefined : { distance: name, how: HOW.named };
}

/** What a search in the catalogue found. */
export interface SignalMatches {
  readonly found: readonly Signal[];
  /** It had to guess what was meant. */
  readonly isGuess: boolean;
  /** Some were found by another word for the same. */
  readonly isWider: boolean;
}

/** What a search may use besides the signals themselves. */
export interface SearchHelp {
  /** What else the list says of a signal, such as its form: found after what stands in the signal itself. */
  readonly namesOf?: (signal: Signal) => string;
  /** Everyday words: found after both. */
  readonly words?: readonly SearchWords[];
}

/**
 * Searches the way people type: every word of it, in any order, without accents, a letter or two wrong, in their own words. When no
 * signal has every word, those that have one of them as it was typed are a guess.
 */
export function searchSignals(
  signals: readonly Signal[],
  typed: string,
  language: Language,
  { namesOf = () => '', words = [] }: SearchHelp = {},
): SignalMatches {
  const all = wordsOf(typed.slice(0, 200)).slice(0, 10);
  const telling = all.filter((word) => !EMPTY.has(word));
  const wanted = (telling.length > 0 ? telling : all).map((word) => wantedBy(word, words, language));
  if (wanted.length === 0) return { found: signals, isGuess: false, isWider: false };
  const scored = signals.map((signal) => {
    const own = soundsIn(`${signal.id} ${signal[language]}`);
    const named = soundsIn(namesOf(signal));
    return { signal, hits: wanted.map((word) => hitOf(word, own, named)) };
  });
  const whole = scored.flatMap(({ signal, hits }) => {
    const there = hits.filter((hit) => hit !== undefined);
    if (there.length < hits.length) return [];
    const total = there.reduce((sum, { distance }) => sum + distance, 0);
    return [{ signal, total, how: Math.max(...there.map(({ how }) => how)) }];
  });
  const answer = (found: readonly { signal: Signal; how?: number }[], isGuess: boolean): SignalMatches => ({
    found: found.map(({ signal }) => signal),
    isGuess: isGuess && found.length > 0,
    isWider: found.some(({ how }) => how !== undefined && how >= HOW.meant),
  });
  const exact = whole.filter(({ total }) => total === 0).sort((a, b) => a.how - b.how);
  if (exact.length > 0) return answer(exact, false);
  if (whole.length > 0)
    return answer(
      whole.sort((a, b) => a.total - b.total || a.how - b.how),
      true,
    );
  return answer(
    scored.filter(({ hits }) => hits.some((hit) => hit?.distance === 0)),
    true,
  );
}
