import { describe, expect, it } from 'vitest';
import type { PartialDate, RegistrationContent } from '../registration.ts';
import { blockingValues, TOKENS } from './blocking.ts';
import { compareNameless } from './compare-nameless.ts';
import { compareNames, prepareName } from './compare-names.ts';
import { comparable, comparePersons } from './compare-persons.ts';
import { nameWords, skeletonOf, soundOf } from './name-sounds.ts';

const NOTHING = { nationalities: [], gender: 'unknown', ageGroup: 'unknown' } as const;
type Known = Partial<Pick<RegistrationContent, 'nationalities' | 'gender' | 'ageGroup'>>;
const person = (name: string, birthDate?: string, known: Known = {}, place = 'unknown') =>
  comparable(
    { name, birthDate: birthDate as PartialDate | undefined },
    { ...NOTHING, identifiedOn: undefined, ...known },
    { place, receivedOn: '2026-05-04' },
  );
const likeness = (...[one, other]: readonly [ReturnType<typeof person>, ReturnType<typeof person>]) => {
  const found = comparePersons(one, other);
  return found && { kind: found.kind, reasons: found.reasons.map(({ reason }) => reason) };
};

describe('how a name sounds', () => {
  it.each([
    ['Youssef', 'Joessoef'],
    ['Hussein', 'Hoessein'],
    ['Rachid', 'Rasjid'],
    ['Ahmed', 'Achmed'],
    ['Khadija', 'Khadidja'],
    ['Abdelaziz', 'Abdulaziz'],
    ['Marouane', 'Marwan'],
    ['Ștefan', 'Shtefan'],
    ['Đức', 'Duc'],
    ['Phương', 'Fuong'],
    ['Ọlábísí', 'Olabisi'],
    ['Oluwaṣeun', 'Oluwasheun'],
  ])('is the same for %s and %s, as far as it is heard', (one, other) => {
    const [[a], [b]] = [nameWords(one), nameWords(other)];
    expect(skeletonOf(a!)).toBe(skeletonOf(b!));
  });

  it('keeps apart what is heard: a man’s name and a woman’s, a short name and another', () => {
    expect(soundOf('amin')).not.toBe(soundOf('amina'));
    expect(soundOf('lan')).not.toBe(soundOf('linh'));
  });

  it('takes an article and a name in two words as one way of writing', () => {
    expect(nameWords('Abd el Kader El Amrani')).toEqual(nameWords('Abdkader Al-Amrani'));
  });
});

describe('comparing two names', () => {
  it('says in which way they are alike', () => {
    const reasons = (one: string, other: string) => compareNames(prepareName(one), prepareName(other))?.reasons;
    expect(reasons('Nguyễn Thị Lan', 'Nguyen Thi Lan')).toEqual(['name-same']);
    expect(reasons('Fatima Fictief', 'Fictief Fatima')).toEqual(['name-same', 'name-order']);
    expect(reasons('Youssef Fictief', 'Yusuf Fictief')).toEqual(['name-sounds']);
    expect(reasons('Gabriela Fictief', 'Gabrieta Fictief')).toEqual(['name-near']);
    expect(reasons('Fatima Maria Fictief', 'Fatima Fictief')).toEqual(['name-same', 'name-part']);
    expect(reasons('Fatima Fictief', 'Fatima')).toEqual(['name-same', 'name-one']);
    expect(reasons('Benali Karim', 'Ben Ali Karim')).toEqual(['name-same']);
    expect(reasons('Fatima Fictief', 'Grace Voorbeeld')).toBeUndefined();
  });

  it('counts a word that a great many people carry for half', () => {
    const points = (name: string) => compareNames(prepareName(name), prepareName(name))!.points;
    expect(points('Nguyen')).toBeLessThan(points('Onyekachi'));
  });
});

describe('comparing two persons', () => {
  const woman = { gender: 'woman', nationalities: ['RO'] } as const;

  it('finds day and month that were swapped', () => {
    expect(
      likeness(person('Ana Fictief', '1996-09-04', woman), person('Ana Fictief', '1996-04-09', woman)),
    ).toMatchObject({ kind: 'probable', reasons: expect.arrayContaining(['date-swapped']) });
  });

  it('takes 1 January as a year, and two of them never as probably the same', () => {
    const both = likeness(
      person('Ana Maria Fictief', '1990-01-01', woman, 'limburg'),
      person('Ana Maria Fictief', '1990-01-01', woman, 'limburg'),
    );
    expect(both).toMatchObject({ kind: 'possible', reasons: expect.arrayContaining(['date-first-of-january']) });
    expect(likeness(person('Ana Fictief', '1990-01-01'), person('Ana Fictief', '1991-01-01'))).toBeUndefined();
  });

  it('offers one name alone only beside the very same day', () => {
    expect(likeness(person('Ana Fictief', '1996-09-04', woman), person('Fictief', '1996-09-04', woman))).toMatchObject({
      kind: 'possible',
    });
    expect(
      likeness(person('Ana Fictief', '1996-09-04', woman), person('Fictief', '1996-02-13', woman)),
    ).toBeUndefined();
    expect(likeness(person('Ana Fictief', '1996-09-04', woman), person('Fictief', undefined, woman))).toBeUndefined();
  });

  it('does not take sisters as one: a name that differs, and another day', () => {
    expect(
      likeness(person('Andreea Fictief', '1996-09-04', woman), person('Raluca Fictief', '1996-11-20', woman)),
    ).toBeUndefined();
  });

  it('takes points off for another sex and another country', () => {
    const [one, other] = [
      { gender: 'woman', nationalities: ['RO'] },
      { gender: 'man', nationalities: ['MD'] },
    ] as const;
    expect(likeness(person('Ana Fictief', '1996', one), person('Ana Fictief', '1996', other))).toBeUndefined();
    expect(likeness(person('Ana Fictief', '1996', one), person('Ana Fictief', '1996', one))).toBeDefined();
  });

  it('gives the same whoever is put first', () => {
    const [a, b] = [person('El Amrani Youssef', '1990-01-01', woman), person('Joessoef Amrani', '1990-05-04', woman)];
    expect(comparePersons(a, b)?.points).toBe(comparePersons(b, a)?.points);
  });
});

describe('finding what is worth comparing', () => {
  const shared = (one: readonly [string, string?], other: readonly [string, string?]) => {
    const values = ([name, birthDate]: readonly [string, string?]) =>
      blockingValues({ name, birthDate: birthDate as PartialDate | undefined });
    return values(one).filter((value) => values(other).includes(value)).length;
  };

  it('gives five marks at most', () => {
    const values = blockingValues({ name: 'Een Lange Fictieve Naam Erbij', birthDate: '1996-09-04' as PartialDate });
    expect(values).toHaveLength(TOKENS);
  });

  it('leaves one as it is, whatever one mistake was made', () => {
    const right = ['Youssef El Amrani', '1996-09-04'] as const;
    expect(shared(right, ['Amrani Joessoef', '1996-09-04'])).toBeGreaterThan(0);
    expect(shared(right, ['Youssef El Amrani', '1996-04-09'])).toBeGreaterThan(0);
    expect(shared(right, ['Youssef El Amrani', '1996-01-01'])).toBeGreaterThan(0);
    expect(shared(right, ['Youssef El Amrani', '1997-09-04'])).toBeGreaterThan(0);
    expect(shared(right, ['Youssef El Amrani'])).toBeGreaterThan(0);
    expect(shared(right, ['Youssef', '1996-09-04'])).toBeGreaterThan(0);
    expect(shared(right, ['Yousef El Imrani', '1996-09-04'])).toBeGreaterThan(0);
    expect(shared(right, ['Grace Voorbeeld', '1990-02-03'])).toBe(0);
  });
});

describe('comparing without a name', () => {
  const content = (changed: Partial<RegistrationContent> = {}) =>
    ({
      ageGroup: '18-22',
      gender: 'woman',
      nationalities: ['NG'],
      forms: ['sexual-exploitation'],
      identifiedOn: '2026-03' as PartialDate,
      ...changed,
    }) as RegistrationContent;

  it('offers it as without a name, whatever agrees', () => {
    const both = { content: content(), place: 'den-haag' };
    expect(compareNameless(both, both)?.kind).toBe('nameless');
  });

  it('offers nothing where something is unknown or differs', () => {
    const one = { content: content(), place: 'den-haag' };
    for (const changed of [
      { gender: 'unknown' },
      { ageGroup: '23-30' },
      { nationalities: [] },
      { forms: ['begging'] },
    ] as Partial<RegistrationContent>[])
      expect(compareNameless(one, { content: content(changed), place: 'den-haag' })).toBeUndefined();
  });
});
