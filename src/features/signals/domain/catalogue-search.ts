import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { editDistance } from '../../../shared-kernel/edit-distance.ts';
import type { Language } from '../../../shared-kernel/language.ts';
import type { Signal } from './catalogue.ts';

/** Words that say nothing about a signal. */
const EMPTY = new Set(
  'de het een en of van in op te met voor aan die dat is wordt bij uit om niet als the a an and or of in on to with for at is not'.split(
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

/** 0 when the word is there or begins one that is; else how many letters differ; undefined when it is another word. */
function distanceTo(typed: string, there: readonly string[]): number | undefined {
  const wanted = sound(typed);
  const most = mayDiffer(wanted.length);
  let least: number | undefined;
  for (const each of there) {
    if (each.startsWith(wanted) || (wanted.length >= 4 && each.includes(wanted))) return 0;
    if (each.length >= 4 && wanted.startsWith(each)) return 0;
    // an ending that was not typed is no fault: «schult» for «schulden»
    const begins = wanted.length >= 5 && each.length <= wanted.length + 3 ? each.slice(0, wanted.length) : each;
    const distance = Math.min(editDistance(wanted, each, most), editDistance(wanted, begins, most));
    if (distance <= most && (least === undefined || distance < least)) least = distance;
  }
  return least;
}

/** What a search in the catalogue found, and whether it had to guess what was meant. */
export interface SignalMatches {
  readonly found: readonly Signal[];
  readonly isGuess: boolean;
}

/**
 * Searches the way people type: every word of it, in any order, without accents, a letter or two wrong. When no signal has every word,
 * those that have one of them as it was typed are a guess.
 *
 * @param namesOf What else the list says of a signal, such as its form: found after what stands in the signal itself.
 */
export function searchSignals(
  signals: readonly Signal[],
  typed: string,
  language: Language,
  namesOf: (signal: Signal) => string = () => '',
): SignalMatches {
  const all = wordsOf(typed.slice(0, 200)).slice(0, 10);
  const telling = all.filter((word) => !EMPTY.has(word));
  const wanted = telling.length > 0 ? telling : all;
  if (wanted.length === 0) return { found: signals, isGuess: false };
  const scored = signals.map((signal) => {
    const own = soundsIn(`${signal.id} ${signal[language]}`);
    const named = soundsIn(namesOf(signal));
    const distances = wanted.map((word) => distanceTo(word, own) ?? distanceTo(word, named));
    const isOwn = wanted.every((word) => distanceTo(word, own) !== undefined);
    return { signal, distances, isOwn };
  });
  const whole = scored.flatMap(({ signal, distances, isOwn }) => {
    const total = distances.reduce<number | undefined>(
      (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
      0,
    );
    return total === undefined ? [] : [{ signal, total, isOwn }];
  });
  const exact = whole.filter(({ total }) => total === 0).sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  if (exact.length > 0) return { found: exact.map(({ signal }) => signal), isGuess: false };
  const alike = whole.sort((a, b) => a.total - b.total);
  if (alike.length > 0) return { found: alike.map(({ signal }) => signal), isGuess: true };
  const partly = scored.filter(({ distances }) => distances.includes(0));
  return { found: partly.map(({ signal }) => signal), isGuess: partly.length > 0 };
}
