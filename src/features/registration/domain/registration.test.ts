import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  agesDiffer,
  checkContent,
  consentAgeOf,
  consentAgeOn,
  identityKey,
  isMinor,
  isRegistrationCode,
  NOTHING_KNOWN,
  type PartialDate,
  type RegistrationContent,
  readPartialDate,
  registrationCode,
  unknownParts,
  writePartialDate,
} from './registration.ts';
import { mayBeJoined, mayBeSent, registrationStatus } from './registration-status.ts';

const TODAY = day('2026-11-30');
const date = (text: string) => text as PartialDate;

describe('a day, a month or a year', () => {
  it.each([
    ['12-3-2025', '2025-03-12'],
    ['3/2025', '2025-03'],
    ['2025', '2025'],
    ['2025-03-12', '2025-03-12'],
    ['12.03.2025', '2025-03-12'],
    ['29-2-2024', '2024-02-29'],
  ])('reads %s', (typed, read) => {
    expect(readPartialDate(typed)).toBe(read);
  });

  it.each([
    '31-2-2025',
    '29-2-2025',
    '13-2025',
    '0-2025',
    '1899',
    '2101',
    'maart',
    '1-2-3-2025',
    '12-3-25',
    '',
  ])('refuses «%s»', (typed) => {
    expect(readPartialDate(typed)).toBeUndefined();
  });

  it('is written as people write it', () => {
    expect([date('2025-03-12'), date('2025-03'), date('2025')].map(writePartialDate)).toEqual([
      '12-3-2025',
      '3-2025',
      '2025',
    ]);
  });
});

describe('what a registration says', () => {
  it('may be unknown in every part, and says which parts are', () => {
    expect(checkContent(NOTHING_KNOWN, 'AMBUL', TODAY)).toBeUndefined();
    expect(unknownParts(NOTHING_KNOWN)).toEqual([
      'ageGroup',
      'gender',
      'nationalities',
      'forms',
      'exploitedIn',
      'identifiedOn',
    ]);
    expect(unknownParts({ ...NOTHING_KNOWN, gender: 'woman', forms: ['begging'] })).not.toContain('gender');
  });

  it('is refused when a day lies in the future, or it ends before it began', () => {
    const wrong = (change: Partial<RegistrationContent>) =>
      checkContent({ ...NOTHING_KNOWN, ...change }, 'KMAR', TODAY)?.code;
    expect(wrong({ identifiedOn: date('2026-12') })).toBe('identified-in-future');
    expect(wrong({ from: date('2027') })).toBe('from-in-future');
    expect(wrong({ from: date('2025'), until: date('2027-01') })).toBe('until-in-future');
    expect(wrong({ identifiedOn: date('2026') })).toBeUndefined();
    expect(wrong({ from: date('2025-03-12'), until: date('2025-03-11') })).toBe('ends-before-start');
    expect(wrong({ from: date('2025-03-12'), until: date('2025') })).toBeUndefined();
    expect(wrong({ nationalities: ['ZZ'] })).toBe('unknown-nationality');
    expect(wrong({ isKmarSub3: true })).toBeUndefined();
    expect(checkContent({ ...NOTHING_KNOWN, isKmarSub3: true }, 'POL', TODAY)?.code).toBe('kmar-only');
  });

  it('tells who is a minor, and how old somebody is for consent', () => {
    expect(['0-11', '16-17', '18-22', 'unknown'].map((group) => isMinor(group as never))).toEqual([
      'yes',
      'yes',
      'no',
      'unknown',
    ]);
    expect(['0-11', '12-15', '16-17', '51+', 'unknown'].map((group) => consentAgeOf(group as never))).toEqual([
      'under-12',
      '12-15',
      '16-17',
      '18-or-older',
      'unknown',
    ]);
  });
});

describe('who is the same person exactly', () => {
  const key = (name: string, birthDate?: string) => identityKey({ name, birthDate: birthDate as PartialDate });

  it('follows name and whole day of birth, apart from capitals, accents and order', () => {
    expect(key('Fatima Fictief', '2001-03-12')).toBe(key('FICTIEF, Fátima', '2001-03-12'));
    expect(key('Fatima Fictief', '2001-03-12')).not.toBe(key('Fatima Fictief', '2001-03-13'));
  });

  it('knows nobody by a name alone, by a year, or by 1 January', () => {
    const untold = [key('Fatima'), key('Fatima', '2001'), key('Fatima', '2001-01-01'), key('!!', '2001-03-12')];
    expect(untold).toEqual(untold.map(() => undefined));
  });
});

describe('the code of a registration', () => {
  it('has eight signs that nobody takes for another', () => {
    const code = registrationCode(Uint8Array.from({ length: 8 }, (_, index) => index * 31));
    expect([isRegistrationCode(code), code.length]).toEqual([true, 9]);
    expect(['ABCD2345', 'ABCD-234I', 'abcd-2345'].some(isRegistrationCode)).toBe(false);
  });
});

describe('where a registration stands', () => {
  const sent = { route: 'by-name', sentOn: TODAY, withdrawnOn: undefined } as const;

  it('is a draft until it is sent, and counts with the receipt of the register only', () => {
    expect(registrationStatus({ ...sent, sentOn: undefined }, undefined)).toBe('draft');
    expect(registrationStatus(sent, 'sent')).toBe('sent');
    expect(registrationStatus(sent, 'delivered')).toBe('sent');
    expect(registrationStatus(sent, 'accepted')).toBe('counted');
    expect(registrationStatus(sent, undefined)).toBe('counted');
    expect(registrationStatus(sent, 'refused')).toBe('refused');
  });

  it('is withdrawn with its consent, but stays counted when it came without a name', () => {
    expect(registrationStatus({ ...sent, withdrawnOn: TODAY }, 'withdrawn')).toBe('withdrawn');
    expect(registrationStatus({ ...sent, withdrawnOn: TODAY }, undefined)).toBe('withdrawn');
    expect(registrationStatus({ ...sent, route: 'nameless', withdrawnOn: TODAY }, 'accepted')).toBe('counted');
  });

  const person = { name: 'Fatima Fictief', birthDate: undefined };
  it('is sent by name with a name and a consent, by duty without, and without a name only without', () => {
    const may = (route: 'must' | 'by-name' | 'nameless', who: typeof person | undefined, consent: boolean) => {
      const judged = mayBeSent({ route, sentOn: undefined }, who, consent);
      return judged.ok ? 'ok' : judged.error.code;
    };
    expect(may('by-name', person, true)).toBe('ok');
    expect(may('by-name', person, false)).toBe('consent-missing');
    expect(may('by-name', undefined, true)).toBe('name-missing');
    expect(may('must', undefined, false)).toBe('ok');
    expect(may('nameless', undefined, false)).toBe('ok');
    expect(may('nameless', person, false)).toBe('name-present');
    expect(mayBeSent({ route: 'must', sentOn: TODAY }, person, true)).toEqual({
      ok: false,
      error: { code: 'sent-before' },
    });
  });

  it('gets a name later once, when it was sent without', () => {
    const join = (change: object) => {
      const judged = mayBeJoined({ route: 'nameless', sentOn: TODAY, joinedOn: undefined, ...change });
      return judged.ok ? 'ok' : judged.error.code;
    };
    expect([join({}), join({ sentOn: undefined }), join({ route: 'must' }), join({ joinedOn: TODAY })]).toEqual([
      'ok',
      'not-sent',
      'not-nameless',
      'joined-before',
    ]);
  });
});

describe('how old somebody is on the day of the deed', () => {
  const born = (text: string) => readPartialDate(text)!;
  it('follows the whole day of birth, whatever group was chosen', () => {
    // sixteen tomorrow is fifteen today
    expect(consentAgeOn('16-17', born('2010-12-01'), day('2026-11-30'))).toBe('12-15');
    expect(consentAgeOn('12-15', born('2010-12-01'), day('2026-12-01'))).toBe('16-17');
    expect(consentAgeOn('unknown', born('2014-11-30'), day('2026-11-30'))).toBe('12-15');
    expect(consentAgeOn('unknown', born('2014-12-01'), day('2026-11-30'))).toBe('under-12');
    expect(consentAgeOn('unknown', born('2008-02-29'), day('2026-02-27'))).toBe('16-17');
    expect(consentAgeOn('unknown', born('2008-02-29'), day('2026-02-28'))).toBe('18-or-older');
  });
  it('follows the group when only a month, a year or nothing is known', () => {
    expect(consentAgeOn('12-15', born('2010'), day('2026-11-30'))).toBe('12-15');
    expect(consentAgeOn('unknown', undefined, day('2026-11-30'))).toBe('unknown');
  });
  it('differs from the group where that says something else about being a child, and only then', () => {
    expect(agesDiffer('23-30', born('2011-01-01'), day('2026-11-30'))).toBe(true);
    expect(agesDiffer('16-17', born('2010-12-01'), day('2026-11-30'))).toBe(true);
    expect(agesDiffer('16-17', born('2010-12-01'), day('2026-12-01'))).toBe(false);
    expect(agesDiffer('31-40', born('2001-03-12'), day('2026-11-30'))).toBe(false);
    for (const [group, date] of [
      ['unknown', '2011-01-01'],
      ['23-30', '2011'],
    ] as const)
      expect(agesDiffer(group, born(date), day('2026-11-30'))).toBe(false);
    expect(agesDiffer('23-30', undefined, day('2026-11-30'))).toBe(false);
  });
});
