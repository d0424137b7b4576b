import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { bodyInWords } from './adoption.ts';
import { checkPublicFact, cvdrLink, neededToConfirm, type PublicFactContent, readCvdr } from './public-fact.ts';
import { standingBeside } from './standing.ts';

const today = day('2026-11-25');
const ELEMENTS = new Set(['K1.1', 'K2.1', 'K5.1']);
const policy = (change: Partial<PublicFactContent> = {}): PublicFactContent => ({
  municipalityId: '0190a000-0000-7000-8000-000000000001',
  element: 'K1.1',
  source: 'lokaleregelgeving',
  cvdr: 'CVDR123456',
  title: 'Beleidsregel aanpak mensenhandel',
  link: cvdrLink('CVDR123456'),
  adoptingBody: 'b-en-w',
  decidedOn: day('2025-03-01'),
  validUntil: day('2028-03-01'),
  readOn: day('2026-11-20'),
  ...change,
});

describe('a public source about a municipality', () => {
  it.each([
    ['an element that the country does not see', { element: 'K3.4' }, 'unknown-element'],
    ['anchoring, which follows from facts', { element: 'K7.1' }, 'unknown-element'],
    ['a local regulation without its number', { cvdr: undefined }, 'cvdr-missing'],
    ['a decision of tomorrow', { decidedOn: day('2026-11-26') }, 'decided-in-future'],
    ['an end on the day of the decision', { validUntil: day('2025-03-01') }, 'ends-before-decision'],
    ['a look of tomorrow', { readOn: day('2026-11-26') }, 'read-in-future'],
    ['a look before there was anything to see', { readOn: day('2025-02-28') }, 'read-before-decision'],
  ] as const)('is refused: %s', (_, change, code) => {
    expect(checkPublicFact(policy(change), ELEMENTS, today)).toEqual({ ok: false, error: { code } });
  });
  it('is kept as it was entered, also without an end or a body', () => {
    const fact = policy({ validUntil: undefined, adoptingBody: undefined, decidedOn: today, readOn: today });
    expect(checkPublicFact(fact, ELEMENTS, today)).toEqual({ ok: true, value: fact });
  });
  it.each([
    ['CVDR123456', 'CVDR123456'],
    ['cvdr123456/2', 'CVDR123456'],
    ['123456', 'CVDR123456'],
    [' https://lokaleregelgeving.overheid.nl/CVDR123456/1 ', 'CVDR123456'],
    ['CVDR', undefined],
    ['https://voorbeeld.nl/CVDR123456', undefined],
  ])('knows the number in %s', (typed, number) => expect(readCvdr(typed)).toBe(number));
  it('never makes an element arranged: the municipality comes first, and without it the source is only a source', () => {
    const own = { decidedOn: day('2020-01-01'), lapsesOn: day('2024-01-01') };
    expect(standingBeside(undefined, policy(), today)).toBe('public-source');
    expect(standingBeside(own, policy(), today)).toBe('lapsed');
    expect(standingBeside({ ...own, lapsesOn: day('2028-01-01') }, policy(), today)).toBe('arranged');
    expect(standingBeside(undefined, undefined, today)).toBe('unknown');
  });
});

describe('confirming a public source', () => {
  it('asks nothing when the source says it all', () => {
    expect(neededToConfirm(policy(), today)).toEqual({ end: false, body: false });
  });
  it.each([
    ['says no end', undefined],
    ['says an end that is past', day('2026-11-25')],
    ['says an end of more than four years', day('2029-03-02')],
  ])('asks for an end when the source %s', (_, validUntil) => {
    expect(neededToConfirm(policy({ validUntil }), today)).toEqual({ end: true, body: false });
  });
  it('asks for the body only for policy', () => {
    expect(neededToConfirm(policy({ adoptingBody: undefined }), today)).toMatchObject({ body: true });
    expect(neededToConfirm(policy({ adoptingBody: undefined, element: 'K5.1' }), today)).toMatchObject({ body: false });
  });
  it('is not possible for the focal point, who is recorded by name', () => {
    expect(neededToConfirm(policy({ element: 'K2.1' }), today)).toBeUndefined();
  });
  it('is possible until the decision is four years old, and not on that day', () => {
    expect(neededToConfirm(policy({ decidedOn: day('2022-11-26') }), today)).toBeDefined();
    expect(neededToConfirm(policy({ decidedOn: day('2022-11-25') }), today)).toBeUndefined();
  });
});

describe('who decided, in words', () => {
  it.each([
    ['College van B&W', 'b-en-w'],
    ['burgemeester en wethouders', 'b-en-w'],
    ['B en W', 'b-en-w'],
    ['Burgemeester J. Fictief', 'burgemeester'],
    ['de gemeenteraad', 'raad'],
    ['team veiligheid', undefined],
    [undefined, undefined],
  ])('%s', (words, body) => expect(bodyInWords(words)).toBe(body));
});
