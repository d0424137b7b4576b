import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CardTree, checkedCard } from './card-tree.ts';
import { createDocumentPress } from './document-press.ts';
import { DocumentFault } from './document-tree.ts';
import { readPdf } from './testing/read-pdf.ts';

const card: CardTree = {
  title: 'Signalen bij burgerzaken',
  author: 'In Beeld',
  subject: 'Wat u kunt zien',
  language: 'nl-NL',
  madeOn: '2026-11-29',
  mark: 'Voorbeeldgegevens, niet echt',
  lead: 'Een signaal bewijst niets.',
  front: { heading: 'Eerst', items: ['Gevaar? Bel 112.'] },
  inside: [
    { heading: 'Sterk', items: ['Een begeleider laat de persoon niet alleen'], note: 'Vandaag overleggen.' },
    { heading: 'Zwak', items: ['Kent het eigen adres niet', '#panic("x") $x^2$ <b>'] },
  ],
  back: { heading: 'Bellen', items: ['112'] },
};
/** As much as any role has, and more. */
const full: CardTree = {
  ...card,
  inside: [
    {
      heading: 'Sterk',
      items: Array.from({ length: 25 }, (_, n) => `Signaal ${n}: ${'een woord of twee '.repeat(4)}`),
    },
    card.inside[1],
  ],
};

const press = createDocumentPress();
afterAll(() => press.stop());
const hasText = spawnSync('which', ['pdftotext']).status === 0;

/** Every word with where it stands on its page of A4, in points. */
function wordsOn(bytes: Uint8Array) {
  return [
    ...textOf(bytes, ['-bbox']).matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</g),
  ].map(([, left, top, right, bottom, word]) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
    word,
  }));
}

/** Two words stand on each other: more than half a letter in both directions. */
function isOver(one: ReturnType<typeof wordsOn>[number], other: ReturnType<typeof wordsOn>[number]): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 2 && down > (one.bottom - one.top) / 2;
}

function textOf(bytes: Uint8Array, options: readonly string[] = ['-raw']): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaart-'));
  try {
    writeFileSync(join(folder, 'kaart.pdf'), bytes);
    return spawnSync('pdftotext', [...options, join(folder, 'kaart.pdf'), '-'], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a card as PDF', () => {
  it.for([
    ['a4', card],
    ['a6', card],
    ['a4', full],
    ['a6', full],
  ] as const)('is one page in %s, read aloud as front, inside, back', async ([fold, each]) => {
    const read = readPdf(await press.printCard(each, fold));
    expect(read).toMatchObject({ title: each.title, language: 'nl-NL', isUa1: true, faults: [], pages: 1 });
    const headings = read.elements.filter(({ role }) => /^H\d$/.test(role));
    expect(headings.map(({ role, title }) => [role, title])).toEqual([
      ['H1', 'Signalen bij burgerzaken'],
      ['H2', 'Eerst'],
      ['H2', 'Sterk'],
      ['H2', 'Zwak'],
      ['H2', 'Bellen'],
    ]);
  });

  it.skipIf(!hasText).for(['a4', 'a6'] as const)('lets no word fall off its side of the card, in %s', async (fold) => {
    const words = wordsOn(await press.printCard(full, fold));
    const [width, height] = [595, 842];
    const outside = words.filter(
      ({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
    );
    expect(outside).toEqual([]);
    for (let n = 0; n < 25; n++) expect(words.filter(({ word }) => word === `${n}:`)).toHaveLength(1);
    const over = words.filter((one, at) => words.slice(at + 1).some((other) => isOver(one, other)));
    expect(over.map(({ word }) => word)).toEqual([]);
    const crossing = words.filter(
      ({ top, bottom }) => fold === 'a6' && top < height / 2 - 1 && bottom > height / 2 + 1,
    );
    expect(crossing).toEqual([]);
    const back = words.filter(({ word }) => word === 'Bellen')[0]!;
    const front = words.filter(({ word }) => word === 'burgerzaken')[0]!;
    if (fold === 'a6') expect([back.left < width / 2, front.left > width / 2]).toEqual([true, true]);
  });

  it.skipIf(!hasText)('shows what was written as it was written, and the mark', async () => {
    const text = textOf(await press.printCard(card, 'a4'));
    expect(text).toContain('#panic("x") $x^2$ <b>');
    expect(text).toContain('Voorbeeldgegevens, niet echt');
    expect(text).toContain('29-11-2026');
  });

  it('is refused without a title, or with an empty panel', () => {
    expect(() => checkedCard({ ...card, title: ' ' })).toThrow(DocumentFault);
    expect(() => checkedCard({ ...card, back: { heading: 'Bellen', items: [] } })).toThrow(/"Bellen" has no points/);
    expect(() => checkedCard({ ...card, front: { heading: '', items: ['x'] } })).toThrow(DocumentFault);
  });
});
