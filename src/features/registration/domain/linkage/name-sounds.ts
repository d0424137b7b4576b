import { dutchFold } from '../../../../shared-kernel/dutch-fold.ts';

/**
 * How a name sounds, whatever the country whose clerk wrote it down. Our own rules, after the ways that Dutch, English, French and
 * German write the same sound: «Youssef», «Joessoef» and «Yusuf». They are for finding and comparing only; nobody is shown the result.
 * Names in another script than the Latin are compared letter by letter: they are not transliterated.
 */

/** Small words between names, with which people and clerks are free: «El Amrani», «Amrani», «Al-Amrani». */
const LITTLE_WORDS: ReadonlySet<string> = new Set(
  'el al ul ol ibn bin bint de der den het ten ter te da do dos la'.split(' '),
);

/** Letters that no accent was added to, so that taking accents away does not change them. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
};

/** The words of a name, in the order written, without accents, capitals and little words. */
export function nameWords(name: string): readonly string[] {
  const folded = dutchFold(name).replace(/[đðøłıßæœə]/g, (letter) => LETTERS[letter]!);
  const words = folded.split(' ').filter((word) => word !== '');
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    // «Abd el Kader», «Abdul Rahman»: one name in two or three words
    if (/^ab[du][dl]?(?:[aeiou]l)?$/.test(word) && word.startsWith('abd') && at + 1 < words.length) {
      const next = LITTLE_WORDS.has(words[at + 1]!) && at + 2 < words.length ? at + 2 : at + 1;
      joined.push(`abd${words[next]}`);
      at = next;
    } else joined.push(word);
  }
  const kept = joined.filter((word) => !LITTLE_WORDS.has(word));
  return kept.length > 0 ? kept : joined;
}

/** What is written in more ways than one, and how it is taken; in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // «Abdelaziz», «Abdulaziz», «Abdirahman», «Abderrahmane»
  [/^abd[aeiou]{1,2}(?:l|([rsn])(?=\1))?/, 'abd'],
  // «Elhassan», «Alhassan»
  [/^[ae]l(?=[bcdfghjkmnpqrstvwxz].{3})/, ''],
  [/tsch|sch|tsj|tch|sj|sh/g, 's'],
  // «Achmed», «Mochtar»: a breath before a consonant
  [/ch(?=[lmnrtd])|(?<=o)ch(?=a)/g, 'h'],
  [/ch/g, 's'],
  [/ph/g, 'f'],
  [/([tkgdb])h/g, '$1'],
  [/ck|qu?/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/tz|ts|z/g, 's'],
  [/ij(?![aeiou])/g, 'i'],
  [/dzj|dj|^y(?=[aeiou])/g, 'j'],
  [/y/g, 'i'],
  [/ou|oe|oo|w/g, 'u'],
  [/ee/g, 'i'],
  [/[ae](?=i)/g, ''],
  [/a(?=[uo])/g, 'u'],
  [/e/g, 'i'],
  [/o/g, 'u'],
  [/(?<=[^aiu])h|h$/g, ''],
  [/(.)\1+/g, '$1'],
];

/** A word as it sounds: «mohammed» and «muhammed» give the same; «amin» and «amina» do not. */
export function soundOf(word: string): string {
  const sound = SOUNDS.reduce((text, [written, taken]) => text.replace(written, taken), word);
  // «Marouane», «Yassine»: not heard at the end
  return word.endsWith('e') && sound.length > 3 && sound.endsWith('i') ? sound.slice(0, -1) : sound;
}

/** The consonants of a word, for finding: vowels are what differs most. Short words keep their vowels. */
export function skeletonOf(word: string): string {
  const sound = soundOf(word);
  const consonants = sound.replace(/[aiu]/g, '');
  if (consonants.length < 2) return sound;
  const begin = /^[aiu]/.test(sound) ? 'a' : '';
  return begin + consonants + (sound.endsWith('a') ? 'a' : '');
}
