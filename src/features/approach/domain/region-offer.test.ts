import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { documentsOf, type RegionOffer, withdrawable } from './region-offer.ts';

const offer = (element: string, change: Partial<RegionOffer> = {}): RegionOffer => ({
  regionId: 'region',
  element,
  title: 'Convenant',
  link: undefined,
  adoptingBody: 'Algemeen bestuur',
  decidedOn: day('2026-01-01'),
  validUntil: day('2029-01-01'),
  withdrawnOn: undefined,
  version: 1,
  ...change,
});
const offers = [
  offer('K1.1', { withdrawnOn: day('2026-06-01') }),
  offer('K4.1'),
  offer('K4.2', { title: 'Afspraak' }),
  offer('K5.1', { version: 4 }),
];

describe('what a region arranges, by document', () => {
  it('puts together what one decision arranges, and what was withdrawn last', () =>
    expect(documentsOf(offers).map(({ title, elements }) => [title, ...elements])).toEqual([
      ['Convenant', 'K4.1', 'K5.1'],
      ['Afspraak', 'K4.2'],
      ['Convenant', 'K1.1'],
    ]));

  it.each([
    [['K4.1'], ['Convenant'], ['K4.1']],
    [
      ['K4.1', 'K4.2', 'K9.9'],
      ['Convenant', 'Afspraak'],
      ['K4.1', 'K4.2'],
    ],
    [['K1.1'], ['Convenant', 'Afspraak'], []],
    [[], ['Convenant', 'Afspraak'], []],
  ])('asks of %j what to withdraw of their documents, never of what is withdrawn already', (asked, titles, chosen) => {
    const found = withdrawable(offers, asked);
    expect([found.documents.map(({ title }) => title), found.chosen]).toEqual([titles, chosen]);
  });
});
