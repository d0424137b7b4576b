import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { hoursTogether } from './hours-together.ts';
import type { Offer } from './offer.ts';

const today = day('2026-12-01');
const offer = (organisationId: string, municipalityIds: readonly string[], changes: Partial<Offer> = {}): Offer => ({
  ...{ id: 'a', organisationId, organisationCode: 'ZC01', organisationName: `${organisationId} (fictief)`, name: 'x' },
  ...{ version: 1, validFrom: day('2026-01-01'), endedOn: undefined, isFormer: false, confirmedOn: today },
  ...{ municipalityIds, forms: ['labour-exploitation'], ages: ['adult'], genders: ['man'], languages: [] },
  ...{ phone: '050-123 45 67', hours: 'always', isForPublic: false, nightPhone: undefined, hasSubstitute: true },
  ...{ hoursAWeek: 8, funder: undefined, contractUntil: undefined },
  ...changes,
});

it('adds up the hours of who works in the same municipalities, oneself first', () => {
  const offers = [
    offer('anders', ['emmen', 'assen'], { hoursAWeek: 20 }),
    offer('noord', ['emmen', 'coevorden']),
    offer('noord', ['coevorden'], { hoursAWeek: 4 }),
    offer('anders', ['coevorden'], { hoursAWeek: undefined }),
    offer('ver', ['assen'], { hoursAWeek: 100 }),
  ];
  expect(hoursTogether(offers, 'noord', today)).toEqual({
    municipalities: 2,
    organisations: [
      { organisationId: 'noord', organisationName: 'noord (fictief)', municipalities: 2, hoursAWeek: 12, unknown: 0 },
      { organisationId: 'anders', organisationName: 'anders (fictief)', municipalities: 2, hoursAWeek: 20, unknown: 1 },
    ],
    hoursAWeek: 32,
    unknown: 1,
  });
});

it('counts nothing that is over, that another version replaced, or that nobody confirmed lately', () => {
  const offers = [
    offer('noord', ['emmen']),
    offer('over', ['emmen'], { endedOn: today }),
    offer('vroeger', ['emmen'], { isFormer: true }),
    offer('oud', ['emmen'], { confirmedOn: day('2026-05-30') }),
  ];
  expect(hoursTogether(offers, 'noord', today).hoursAWeek).toBe(8);
  expect(hoursTogether(offers, 'elders', today)).toEqual({
    municipalities: 0,
    organisations: [],
    hoursAWeek: 0,
    unknown: 0,
  });
});
