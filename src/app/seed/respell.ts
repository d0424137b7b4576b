import type { Origin } from './made-up-names.ts';

/**
 * Writes a name as another clerk would: the same person at the police, in a shelter and in youth care. Arabic follows the English way
 * of writing in our lists, which is that of BGN/PCGN 1956 without its marks, to those of French (Maghreb papers), Dutch and German
 * clerks, and that of passports (ICAO Doc 9303, part 3, section 6). Vietnamese loses its marks or its silent letters; Romanian ș and ț
 * become s, sh, ş, t, tz; Yoruba loses its dots and tones (ṣ as sh), as on forms without those letters. Kept apart from the
 * rules by which names are compared, so that the one does not prove the other.
 */
export function respell(word: string, origin: Origin, random: () => number): string {
  for (let turn = 0; turn < 8; turn++) {
    const clerks = CLERKS[origin];
    const clerk = clerks[Math.floor(random() * clerks.length)]!;
    const written = clerk(word, random);
    if (written.toLowerCase() !== word.toLowerCase()) return written;
  }
  return word;
}

type Clerk = (word: string, random: () => number) => string;
type Rule = readonly [from: RegExp, to: string, chance: number];

/** Applies rules letter group by letter group, each with its chance, and keeps the capital. */
const clerk =
  (...rules: readonly Rule[]): Clerk =>
  (word, random) => {
    const written = rules.reduce(
      (text, [from, to, chance]) => (random() < chance ? text.replace(from, to) : text),
      word.toLowerCase(),
    );
    return written.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  };

const plain: Clerk = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** Spellings of one name that no rule gives; any may stand for any. */
const ALIKE: readonly (readonly string[])[] = [
  ['Mohammed', 'Muhammad', 'Mohamed', 'Mohamad', 'Mouhamed', 'Muhammed', 'Mohammad'],
  ['Ahmed', 'Ahmad', 'Achmed', 'Ahmet'],
  ['Youssef', 'Yusuf', 'Yousef', 'Joessoef', 'Jusuf', 'Youssouf', 'Yousif'],
  ['Hussein', 'Hussain', 'Hoessein', 'Houcine', 'Husayn', 'Husein'],
  ['Aisha', 'Aicha', 'Ayesha', 'Aysha', 'Aïcha'],
  ['Fatima', 'Fatma', 'Fatimah', 'Fatema'],
  ['Khadija', 'Khadidja', 'Chadija', 'Hadija', 'Khadijah'],
  ['Zaynab', 'Zineb', 'Zeynab', 'Zainab', 'Zeinab'],
  ['Maryam', 'Mariam', 'Meryem', 'Miriam', 'Meriem'],
  ['Abdelkader', 'Abdulkadir', 'Abd el Kader', 'Abdelqader', 'Abdulqader'],
  ['Abdulrahman', 'Abderrahmane', 'Abdurrahman', 'Abdul Rahman', 'Abdelrahman', 'Abdirahman'],
  ['Abdelaziz', 'Abdulaziz', 'Abdul Aziz', 'Abd al-Aziz'],
  ['Abdullah', 'Abdallah', 'Abdoullah', 'Abdulla', 'Abdellah'],
  ['Omar', 'Umar', 'Oumar', 'Omer'],
  ['Suleiman', 'Sulayman', 'Souleymane', 'Soeleiman', 'Sulaiman'],
  ['Khoury', 'Khouri', 'Khuri', 'Choury', 'Khoeri'],
  ['Yasmin', 'Jasmin', 'Yasmine', 'Yassmin', 'Jasmijn'],
  ['Gheorghe', 'George', 'Georghe'],
  ['Ștefan', 'Stefan', 'Shtefan', 'Stephan'],
  ['Mihaela', 'Michaela', 'Mihaella'],
  ['Alexandru', 'Aleksandru', 'Alexandro'],
  ['Nguyễn', 'Nguyen', 'Ngyuen', 'Nguyên', 'Ngyen'],
  ['Chukwuemeka', 'Chukwuemeka', 'Chukuemeka', 'Chukwemeka'],
  ['Oluwaṣeun', 'Oluwaseun', 'Oluwasheun', 'Oluseun'],
  ['Fẹ́mi', 'Femi', 'Femmi'],
  ['Abubakar', 'Aboubacar', 'Abu Bakar', 'Abubakr'],
  ['Yakubu', 'Yakoubou', 'Jakubu', 'Yaqubu'],
];

const listed: Clerk = (word, random) => {
  const found = ALIKE.find((spellings) => spellings.includes(word));
  return found ? found[Math.floor(random() * found.length)]! : word;
};

const french = clerk(
  [/sh/g, 'ch', 1],
  [/w/g, 'ou', 0.9],
  [/u/g, 'ou', 0.8],
  [/oou/g, 'ou', 1],
  [/j/g, 'dj', 0.5],
  [/q/g, 'k', 0.6],
  [/([aeiou])s([aeiou])/g, '$1ss$2', 0.6],
  [/in$/, 'ine', 0.6],
  [/an$/, 'ane', 0.5],
  [/y/g, 'i', 0.3],
);
const dutch = clerk(
  [/sh/g, 'sj', 0.8],
  [/ou|u/g, 'oe', 0.8],
  [/kh/g, 'ch', 0.7],
  [/(^|-)y/g, '$1j', 0.6],
  [/([^a])a([bdfklmnrst])$/g, '$1aa$2', 0.3],
  [/q/g, 'k', 0.8],
  [/th/g, 't', 0.7],
);
const english = clerk(
  [/ou/g, 'u', 0.7],
  [/e(?=[bdlmnrs])/g, 'a', 0.35],
  [/i(?=[bdklmnrst]$)/g, 'ee', 0.4],
  [/a$/g, 'ah', 0.4],
  [/k/g, 'q', 0.15],
  [/([bdlmnrst])\1/g, '$1', 0.5],
  [/(?<=[aeiou])([lmnr])(?=[aeiou])/, '$1$1', 0.25],
);
const german = clerk([/sh/g, 'sch', 0.9], [/y/g, 'j', 0.5], [/z/g, 's', 0.5], [/ou/g, 'u', 0.6], [/w/g, 'v', 0.15]);
/** «Al-Masri», «El Masri», «Almasri», «Masri». */
const article: Clerk = (word, random) => {
  const [, name] = /^(?:al|el)-(.+)$/i.exec(word) ?? [];
  if (!name) return word;
  const ways = [
    `Al ${name}`,
    `El ${name}`,
    `Al${name.toLowerCase()}`,
    `El${name.toLowerCase()}`,
    name,
    `El-${name}`,
    `Al-${name}`,
  ];
  return ways[Math.floor(random() * ways.length)]!;
};
const arabic =
  (as: Clerk): Clerk =>
  (word, random) =>
    word
      .split('-')
      .map((part) => (/^(al|el)$/i.test(part) ? part : as(part, random)))
      .join(random() < 0.5 ? '-' : ' ');

const vietnamese: Clerk = (word, random) =>
  clerk(
    [/ph/g, 'f', 0.3],
    [/nh$/g, 'n', 0.3],
    [/^x/g, 's', 0.3],
    [/y$/g, 'i', 0.25],
    [/i$/g, 'y', 0.15],
    [/qu/g, 'kw', 0.15],
    [/th/g, 't', 0.15],
  )(plain(word, random), random);
const romanian: Clerk = (word, random) =>
  plain(
    clerk(
      [/ș/g, 'sh', 0.3],
      [/ț/g, 'tz', 0.3],
      [/escu$/, 'esco', 0.2],
      [/x/g, 'ks', 0.15],
      [/iu$/, 'yu', 0.1],
      [/c(?=[aou])/g, 'k', 0.15],
      [/([aeiou])l([aeiou])/, '$1ll$2', 0.15],
    )(word, random),
    random,
  );
const cedilla: Clerk = (word) => word.replace(/ș/g, 'ş').replace(/ț/g, 'ţ').replace(/Ș/g, 'Ş').replace(/Ț/g, 'Ţ');
const nigerian: Clerk = (word, random) =>
  plain(
    clerk(
      [/ṣ/gu, 'sh', 0.5],
      [/gh/g, 'g', 0.35],
      [/kw/g, 'qu', 0.15],
      [/nw/g, 'nu', 0.15],
      [/ie/g, 'y', 0.1],
      [/ss/g, 's', 0.4],
      [/([aeiou])([klmn])([aeiou])/, '$1$2$2$3', 0.2],
      [/h(?=[aeiou])/, '', 0.12],
      [/ph/g, 'f', 0.3],
      [/ou|oo/g, 'u', 0.3],
      [/c(?=[aou])/g, 'k', 0.15],
      [/dg/g, 'dj', 0.2],
    )(word.normalize('NFC'), random),
    random,
  );

const CLERKS: Readonly<Record<Origin, readonly Clerk[]>> = {
  arabic: [listed, listed, article, arabic(french), arabic(dutch), arabic(english), arabic(german)],
  vietnamese: [listed, plain, vietnamese, vietnamese],
  romanian: [listed, cedilla, plain, romanian, romanian],
  nigerian: [listed, plain, nigerian, nigerian],
  dutch: [
    clerk(
      [/ij/g, 'y', 0.5],
      [/c/g, 'k', 0.4],
      [/ph/g, 'f', 0.5],
      [/ou/g, 'au', 0.3],
      [/([lmnst])\1/, '$1', 0.3],
      [/kk/g, 'k', 0.4],
    ),
    clerk([/s$/, 'sz', 0.2], [/-/g, ' ', 1], [/th/g, 't', 0.5], [/k/g, 'ck', 0.2], [/z/g, 's', 0.2]),
  ],
};
