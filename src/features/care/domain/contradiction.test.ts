import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { contradictionsAmong } from './contradiction.ts';
import type { Offer } from './offer.ts';

const today = day('2026-12-01');
const offer = (changes: Partial<Offer> = {}): Offer => ({
  ...{
    id: 'a',
    organisationId: 'noord',
    organisationCode: 'ZC01',
    organisationName: 'Noord (fictief)',
    name: 'Mannen',
  },
  ...{ version: 1, validFrom: day('2026-01-01'), endedOn: undefined, isFormer: false, confirmedOn: today },
  ...{ municipalityIds: ['coevorden', 'emmen'], forms: ['labour-exploitation'], ages: ['adult'], genders: ['man'] },
  ...{ languages: [], phone: '050-123 45 67', hours: 'always', isForPublic: false, nightPhone: undefined },
  ...{ hasSubstitute: true, hoursAWeek: 8, funder: undefined, contractUntil: undefined },
  ...changes,
});
const otherwise = (changes: Partial<Offer>) =>
  contradictionsAmong([offer(), offer({ id: 'b', ...changes })]).map(({ saidOtherwise }) => saidOtherwise);

it('tells what one organisation says otherwise of the same people', () => {
  expect(otherwise({ phone: '0800-1234' })).toEqual([['phone']]);
  expect(otherwise({ hasSubstitute: false, municipalityIds: ['emmen'] })).toEqual([['substitute']]);
  expect(otherwise({ phone: '0800-1234', hasSubstitute: false })).toEqual([['phone', 'substitute']]);
});

it('tells what is there twice, and takes an answer that is not known for no other answer', () => {
  expect(otherwise({})).toEqual([[]]);
  expect(otherwise({ hasSubstitute: undefined })).toEqual([[]]);
});

it('is silent about other people, places, moments and organisations', () => {
  const phone = '0800-1234';
  for (const changes of [{ genders: ['woman'] as const }, { municipalityIds: ['assen'] }, { organisationId: 'zuid' }])
    expect(otherwise({ phone, ...changes })).toEqual([]);
  const [day_, night] = [{ hours: { from: '09:00', until: '17:00' } }, { hours: { from: '17:00', until: '22:00' } }];
  expect(contradictionsAmong([offer(day_), offer({ id: 'b', phone, ...night })])).toEqual([]);
});
