import { describe, expect, it } from 'vitest';
import { withinSentence } from './within-sentence.ts';

describe('a label inside a sentence', () => {
  it.each([
    ['Het plan in In Beeld, of een eigen plan', 'het plan in In Beeld, of een eigen plan'],
    ['Verwerkingsregister en DPIA', 'verwerkingsregister en DPIA'],
    ['DPIA', 'DPIA'],
    ['IBP-afspraak', 'IBP-afspraak'],
    ['FG’s advies', 'FG’s advies'],
    ['In Beeld', 'In Beeld'],
    ['Een verslag. Geen meldingen kan ook kloppen', 'een verslag. Geen meldingen kan ook kloppen'],
    ['Één vraag', 'één vraag'],
    ['A4 aan de muur', 'A4 aan de muur'],
    ['', ''],
  ])('“%s” reads “%s”', (label, inside) => expect(withinSentence(label)).toBe(inside));
});
