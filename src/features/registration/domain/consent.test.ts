import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkConsent, type GivenConsent } from './consent.ts';
import type { ConsentAge, ConsentLaw, WhoConsents } from './reporting-guide.ts';

const TODAY = day('2026-11-30');
const LAW: ConsentLaw = { id: 'uavg', purpose: 'registration', reporters: [], consentAge: 16 };
const GIVEN: GivenConsent = {
  purpose: 'registration',
  givenBy: 'person',
  manner: 'written',
  language: 'nl',
  hasInterpreter: false,
  wish: undefined,
  givenOn: TODAY,
};
const check = (change: Partial<GivenConsent>, by: WhoConsents<ConsentLaw>['by'], age: ConsentAge) => {
  const who = { law: LAW, by, asksWish: age === '12-15' };
  const judged = checkConsent({ ...GIVEN, ...change }, age, who, TODAY);
  return judged.ok ? 'ok' : judged.error.code;
};

describe('a consent', () => {
  it('is given by who may give it', () => {
    expect(check({}, 'person', '18-or-older')).toBe('ok');
    expect(check({ givenBy: 'parent' }, 'person', '16-17')).toBe('person-old-enough');
    expect(check({}, 'representative', 'under-12')).toBe('person-too-young');
    expect(check({ givenBy: 'guardian', representative: 'trusted' }, 'representative', 'under-12')).toBe('ok');
  });

  it('needs an age, and a day that has been', () => {
    expect(check({}, 'ask-age', 'unknown')).toBe('age-unknown');
    expect(check({ givenOn: day('2026-12-01') }, 'person', '18-or-older')).toBe('consent-in-future');
  });

  it('of a child of twelve to fifteen comes with its own wish, and never against it', () => {
    const byParent = { givenBy: 'parent', representative: 'trusted' } as const;
    expect(check(byParent, 'representative', '12-15')).toBe('wish-missing');
    expect(check({ ...byParent, wish: 'objects' }, 'representative', '12-15')).toBe('child-objects');
    expect(check({ ...byParent, wish: 'does-not-know' }, 'representative', '12-15')).toBe('ok');
  });
});

describe('a parent or guardian', () => {
  it('is asked nothing when she may be involved, and that is always asked of whoever records it', () => {
    const byParent = { givenBy: 'parent', wish: 'agrees' } as const;
    expect(check(byParent, 'representative', '12-15')).toBe('representative-not-judged');
    expect(check({ ...byParent, representative: 'contested' }, 'representative', '12-15')).toBe(
      'representative-contested',
    );
    expect(check({ ...byParent, representative: 'unknown' }, 'representative', '12-15')).toBe(
      'representative-contested',
    );
    expect(check({ ...byParent, representative: 'trusted' }, 'representative', '12-15')).toBe('ok');
  });
});

describe('a text in another language', () => {
  it('was looked through by nobody, so an interpreter reads the Dutch one', () => {
    expect(check({ language: 'vi' }, 'person', '18-or-older')).toBe('interpreter-missing');
    expect(check({ language: 'vi', hasInterpreter: true }, 'person', '18-or-older')).toBe('ok');
    expect(check({ language: 'vi', manner: 'signed-with-interpreter' }, 'person', '18-or-older')).toBe('ok');
  });
});
