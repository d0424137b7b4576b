import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { editDistance } from '../../../shared-kernel/edit-distance.ts';

/** Names that people use beside the official one. Source: the municipalities themselves use both. */
const ALSO_CALLED: Readonly<Record<string, string>> = { GM0518: "'s-Gravenhage", GM0796: 'Den Bosch' };

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Without capitals, accents and spaces, and with ij and y as one letter: how a name sounds, not how it is written. */
const sound = (text: string) => dutchFold(text).replaceAll('ij', 'y').replaceAll(' ', '');

/** What a search for a municipality found: by a part of the name, and when that gives nothing, by names that are written alike. */
export interface NameMatches<Item> {
  readonly found: readonly Item[];
  readonly isGuess: boolean;
}

/** Searches the way people type: a part of the name, without accents, with a letter wrong. */
export function searchByName<Item extends Named>(all: readonly Item[], typed: string): NameMatches<Item> {
  const wanted = sound(typed);
  if (wanted === '') return { found: all, isGuess: false };
  const names = all.map((item) => ({
    item,
    sounds: [item.name, ALSO_CALLED[item.code] ?? item.name].map(sound),
  }));
  const found = names.filter(({ sounds }) => sounds.some((each) => each.includes(wanted)));
  if (found.length > 0) return { found: found.map(({ item }) => item), isGuess: false };
  const most = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2;
  const alike = names
    .map(({ item, sounds }) => ({
      item,
      distance: Math.min(...sounds.map((each) => editDistance(each, wanted, most))),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || a.item.name.localeCompare(b.item.name, 'nl'));
  return { found: alike.map(({ item }) => item), isGuess: true };
}
