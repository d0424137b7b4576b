import { cleaned, DocumentFault } from './document-tree.ts';

/** A heading with short points, for one side of a card. */
export interface CardPanel {
  readonly heading: string;
  readonly items: readonly string[];
  /** Stands small under the points. */
  readonly note?: string | undefined;
}

/** A card to print and to carry: one sheet of A4, or the same sheet folded twice to A6. */
export interface CardTree {
  readonly title: string;
  /** The organisation it comes from; never a person. */
  readonly author: string;
  readonly subject: string;
  readonly language: 'nl-NL';
  /** The day it was made, YYYY-MM-DD. */
  readonly madeOn: string;
  /** Stands on the card, such as 'Voorbeeldgegevens, niet echt'. */
  readonly mark?: string | undefined;
  readonly lead: string;
  /** What stands on the front, under the title. */
  readonly front: CardPanel;
  /** Side by side when the card is opened. */
  readonly inside: readonly [CardPanel, CardPanel];
  readonly back: CardPanel;
}

/**
 * Lets a card through as it will be printed: control characters gone.
 * @throws DocumentFault when it has no title, or a panel has no heading or no points.
 */
export function checkedCard(card: CardTree): CardTree {
  const clean = cleaned(card);
  if (clean.title.trim() === '') throw new DocumentFault('the card has no title');
  for (const { heading, items } of [clean.front, ...clean.inside, clean.back]) {
    if (heading.trim() === '') throw new DocumentFault('a panel has no heading');
    if (items.length === 0) throw new DocumentFault(`panel "${heading}" has no points`);
  }
  return clean;
}
