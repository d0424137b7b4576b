import { type AgeGroup, type PartialDate, REGIONS } from '../../features/registration/index.ts';
import { NAME_PARTS, type NameParts, type Origin } from './made-up-names.ts';
import { respell } from './respell.ts';
import { seededRandom } from './seed-id.ts';

/**
 * What went wrong between two registrations of one person. `look-alike` is no mistake: another person with the same name who also has
 * 1 January of that year as her birthday.
 */
export const MISTAKES = [
  'none',
  'transliteration',
  'marks-dropped',
  'order-swapped',
  'day-and-month-swapped',
  'first-of-january',
  'one-name-only',
  'one-name-and-first-of-january',
  'spelling-mistake',
  'part-missing',
  'year-only',
  'date-unknown',
  'year-mistaken',
  'day-mistyped',
  'nationality-differs',
  'transliteration-and-order',
  'transliteration-and-first-of-january',
] as const;
export type Mistake = (typeof MISTAKES)[number];

/** Two things missing at once is made five times less often than one. */
const RARE: Mistake = 'one-name-and-first-of-january';

/** A registration of somebody who does not exist, and who it truly is. */
export interface MadeUpRecord {
  readonly personId: number;
  /** How it came about: the first registration of a person, a later one with a mistake, or a look-alike. */
  readonly how: 'first' | 'look-alike' | Mistake;
  readonly origin: Origin;
  readonly name: string;
  readonly birthDate: PartialDate | undefined;
  readonly gender: 'woman' | 'man' | 'unknown';
  readonly nationalities: readonly string[];
  readonly region: (typeof REGIONS)[number];
  readonly ageGroup: AgeGroup;
  /** The year in which she had that age. */
  readonly seenIn: number;
}

const SHARES: readonly (readonly [Origin, number])[] = [
  ['arabic', 0.28],
  ['vietnamese', 0.2],
  ['romanian', 0.24],
  ['nigerian', 0.22],
  ['dutch', 0.06],
];
/** Of how many a second registration follows, and how many persons have a look-alike. Our own choice, so that each mistake is measured. */
const DUPLICATES = 0.32;
const LOOK_ALIKES = 0.01;
/** In which years people are seen. */
const FIRST_SEEN = 2020;
const YEARS_SEEN = 7;

interface Person {
  readonly personId: number;
  readonly origin: Origin;
  readonly given: string;
  readonly middle: string | undefined;
  readonly family: string;
  readonly gender: 'woman' | 'man';
  readonly birthDate: string;
  readonly nationality: string;
}

/**
 * As many registrations as asked, the same for the same seed: about two thirds first ones, a third later ones of the same people with
 * each one mistake in turn, and a few look-alikes. In an order that says nothing.
 */
export function madeUpRecords(count: number, seed: number, duplicates = DUPLICATES): readonly MadeUpRecord[] {
  const random = seededRandom(seed);
  const records: MadeUpRecord[] = [];
  const made = new Map<Mistake, number>(MISTAKES.map((mistake) => [mistake, 0]));
  for (let personId = 0; records.length < count; personId++) {
    const person = drawPerson(personId, random);
    records.push(recordOf(person, 'first', random));
    if (random() < duplicates / (1 - duplicates)) {
      // the mistake that was made least so far, of those that can be made with this name and day
      for (const [mistake, times] of [...made].sort((one, other) => one[1] - other[1])) {
        const record = withMistake(person, mistake, random);
        if (!record) continue;
        records.push(record);
        made.set(mistake, times + (mistake === RARE ? 5 : 1));
        break;
      }
    }
    if (person.birthDate.endsWith('-01-01') && random() < LOOK_ALIKES * 10)
      records.push(recordOf(lookAlike(person, random), 'look-alike', random));
  }
  return shuffled(records.slice(0, count), random);
}

function drawPerson(personId: number, random: () => number): Person {
  const origin = draw(SHARES, random);
  const parts: NameParts = NAME_PARTS[origin];
  const gender = random() < 0.7 ? 'woman' : 'man';
  const year = 1965 + Math.floor((random() + random()) * 22);
  const isFirst = random() < parts.firstOfJanuary;
  const date = isFirst ? '01-01' : pickDay(random);
  const middle = parts.middle.length > 0 && (parts.familyFirst || random() < 0.35);
  return {
    personId,
    origin,
    gender,
    given: pick(gender === 'woman' ? parts.women : parts.men, random),
    middle: middle ? pick(parts.middle, random) : undefined,
    family: random() < parts.firstFamilyShare ? parts.family[0]! : drawFamily(parts, random),
    birthDate: `${year}-${date}`,
    nationality: pick(parts.nationality, random),
  };
}

function drawFamily({ family, composed }: NameParts, random: () => number): string {
  if (composed.length === 0 || random() < 0.45) return pick(family, random);
  const [begins, ends] = pick(composed, random);
  return pick(begins, random) + pick(ends, random);
}

/** Somebody else: of another sex, or of another country, or with nothing at all that differs. A negative number, for she is another. */
function lookAlike(person: Person, random: () => number): Person {
  const turn = random();
  const gender = person.gender === 'woman' ? 'man' : 'woman';
  const parts: NameParts = NAME_PARTS[person.origin];
  if (turn < 0.34) return { ...person, personId: -person.personId - 1, gender };
  const nationality =
    turn < 0.67 ? (parts.nationality.find((code) => code !== person.nationality) ?? 'TR') : person.nationality;
  return { ...person, personId: -person.personId - 1, nationality };
}

interface Written {
  readonly name?: readonly string[];
  readonly birthDate?: string | undefined;
  readonly nationalities?: readonly string[];
}

function recordOf(person: Person, how: MadeUpRecord['how'], random: () => number, written: Written = {}): MadeUpRecord {
  const isBirthDateGiven = 'birthDate' in written;
  const words = written.name ?? nameOf(person);
  const seenIn = FIRST_SEEN + Math.floor(random() * YEARS_SEEN);
  return {
    personId: person.personId,
    how,
    origin: person.origin,
    name: words.map((word) => word.replace(/^(De|Van|Van-den)-/, (prefix) => prefix.replaceAll('-', ' '))).join(' '),
    birthDate: (isBirthDateGiven ? written.birthDate : person.birthDate) as PartialDate | undefined,
    gender: random() < 0.04 ? 'unknown' : person.gender,
    nationalities: written.nationalities ?? (random() < 0.08 ? [] : [person.nationality]),
    region: random() < 0.06 ? 'unknown' : regionOf(person, random),
    ageGroup: random() < 0.1 ? 'unknown' : ageGroupOf(person, seenIn, random),
    seenIn,
  };
}

/** As somebody guessed it in that year: a birthday may be to come, and of each four guesses one is a year or two beside it. */
function ageGroupOf({ birthDate }: Person, seenIn: number, random: () => number): AgeGroup {
  const beside = random() < 0.25 ? Math.floor(random() * 5) - 2 : 0;
  const age = Math.max(0, seenIn - Number(birthDate.slice(0, 4)) + beside);
  const groups = [
    [11, '0-11'],
    [15, '12-15'],
    [17, '16-17'],
    [22, '18-22'],
    [30, '23-30'],
    [40, '31-40'],
    [50, '41-50'],
  ] as const;
  return groups.find(([until]) => age <= until)?.[1] ?? '51+';
}

/** Mostly the same place; a person who was moved is met elsewhere. */
const regionOf = ({ personId }: Person, random: () => number) =>
  REGIONS[(random() < 0.6 ? Math.abs(personId) : Math.floor(random() * 11)) % 11]!;

const nameOf = ({ origin, given, middle, family }: Person): readonly string[] => {
  const rest = middle === undefined ? [given] : NAME_PARTS[origin].familyFirst ? [middle, given] : [given, middle];
  return NAME_PARTS[origin].familyFirst ? [family, ...rest] : [...rest, family];
};

/** A later registration of the same person. Undefined where the mistake cannot be made: no marks to drop, the 5th of May to swap. */
function withMistake(person: Person, mistake: Mistake, random: () => number): MadeUpRecord | undefined {
  const [year, month, day] = person.birthDate.split('-');
  const name = nameOf(person);
  const respelled = () => {
    const all = name.map((word) => (random() < 0.8 ? respell(word, person.origin, random) : word));
    return all.join(' ') === name.join(' ') ? name.map((word) => respell(word, person.origin, random)) : all;
  };
  const written = ((): Written | undefined => {
    switch (mistake) {
      case 'none':
        return {};
      case 'transliteration':
        return { name: respelled() };
      case 'marks-dropped': {
        const bare = name.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd'));
        return bare.join() === name.join() ? undefined : { name: bare };
      }
      case 'order-swapped':
        return { name: swapped(name) };
      case 'day-and-month-swapped':
        return Number(day) > 12 || day === month ? undefined : { birthDate: `${year}-${day}-${month}` };
      case 'first-of-january':
        return { birthDate: `${year}-01-01` };
      case 'one-name-and-first-of-january':
        return { name: [person.given], birthDate: `${year}-01-01` };
      case 'one-name-only':
        if (month === '01' && day === '01') return undefined;
        return { name: [random() < 0.6 ? person.given : person.family] };
      case 'spelling-mistake':
        return { name: mistyped(name, random) };
      case 'part-missing':
        return name.length > 2
          ? { name: person.origin === 'vietnamese' ? [person.family, person.given] : [name[0]!, name.at(-1)!] }
          : undefined;
      case 'year-only':
        return { birthDate: year };
      case 'date-unknown':
        return { birthDate: undefined };
      case 'year-mistaken':
        return month === '01' && day === '01'
          ? undefined
          : { birthDate: `${Number(year) + (random() < 0.5 ? 1 : -1)}-${month}-${day}` };
      case 'day-mistyped':
        return month === '01' && day === '01'
          ? undefined
          : { birthDate: `${year}-${month}-${otherDigit(day!, random)}` };
      case 'nationality-differs':
        return { nationalities: [random() < 0.5 ? 'TR' : 'ES'] };
      case 'transliteration-and-order':
        return { name: swapped(respelled()) };
      case 'transliteration-and-first-of-january':
        return { name: respelled(), birthDate: `${year}-01-01` };
    }
  })();
  return written && recordOf(person, mistake, random, written);
}

const swapped = (name: readonly string[]): readonly string[] => [name.at(-1)!, ...name.slice(0, -1)];

/** One letter dropped, doubled, changed or swapped in one word, as fingers do. */
function mistyped(name: readonly string[], random: () => number): readonly string[] {
  const long = name.filter((word) => word.length > 3);
  const chosen = long.length > 0 ? pick(long, random) : name[0]!;
  const letters = [...chosen];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const how = Math.floor(random() * 4);
  if (how === 0) letters.splice(at, 1);
  else if (how === 1) letters.splice(at, 0, letters[at]!);
  else if (how === 2) letters[at] = pick([...'aeiornstlm'], random);
  else letters.splice(at, 2, letters[at + 1]!, letters[at]!);
  const wrong = letters.join('');
  return name.map((word) => (word === chosen ? wrong : word));
}

function otherDigit(day: string, random: () => number): string {
  const choices = [day[0]! + String(Math.floor(random() * 9) + 1), `0${day[1] === '0' ? '1' : day[1]}`, `1${day[1]}`];
  return choices.find((choice) => choice !== day && Number(choice) <= 28) ?? (day === '15' ? '16' : '15');
}

function pickDay(random: () => number): string {
  const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  const written = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return written === '01-01' ? '02-01' : written;
}

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!;

function draw<T>(shares: readonly (readonly [T, number])[], random: () => number): T {
  let left = random();
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return shares.at(-1)![0];
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
