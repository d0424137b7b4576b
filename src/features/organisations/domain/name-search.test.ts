import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../shared-kernel/edit-distance.ts';
import { searchByName } from './name-search.ts';

const ALL = [
  { code: 'GM0014', name: 'Groningen' },
  { code: 'GM0518', name: 'Den Haag' },
  { code: 'GM0796', name: "'s-Hertogenbosch" },
  { code: 'GM1900', name: 'Súdwest-Fryslân' },
  { code: 'GM0356', name: 'Nieuwegein' },
  { code: 'GM0632', name: 'Woerden' },
  { code: 'GM0050', name: 'Zeewolde' },
  { code: 'GM0589', name: 'Oudewater' },
  { code: 'GM0537', name: 'Katwijk' },
];
const names = (typed: string) => searchByName(ALL, typed).found.map(({ name }) => name);

describe('searching a municipality', () => {
  it.each([
    ['gron', 'Groningen'],
    ['SUDWEST FRYSLAN', 'Súdwest-Fryslân'],
    ['s hertogenbosch', "'s-Hertogenbosch"],
    ['den bosch', "'s-Hertogenbosch"],
    ['s gravenhage', 'Den Haag'],
    ['katwyk', 'Katwijk'],
    ['Gronignen', 'Groningen'],
    ['niewegein', 'Nieuwegein'],
    ['woeden', 'Woerden'],
  ])('finds by %s: %s', (typed, name) => {
    expect(names(typed)).toEqual([name]);
  });

  it('says when it guessed, and does not guess from a few letters or from something quite different', () => {
    expect(searchByName(ALL, 'woerden').isGuess).toBe(false);
    expect(searchByName(ALL, 'woeden').isGuess).toBe(true);
    expect(names('xyz')).toEqual([]);
    expect(names('Parijs')).toEqual([]);
  });

  it('gives everything when nothing was typed', () => {
    expect(names('  ')).toHaveLength(ALL.length);
  });
});

describe('the distance between two words', () => {
  it.each([
    ['woerden', 'woerden', 0],
    ['woerden', 'woeden', 1],
    ['woerden', 'wowrden', 1],
    ['woerden', 'wored', 3],
    ['ab', 'ba', 1],
    ['', 'ab', 2],
  ])('%s and %s: %i', (one, other, distance) => {
    expect(editDistance(one, other, 5)).toBe(distance);
    expect(editDistance(other, one, 5)).toBe(distance);
  });

  it('is not looked for beyond the most', () => {
    expect(editDistance('woerden', 'amsterdam', 1)).toBe(2);
  });
});
