import { describe, expect, it } from 'vitest';
import { guardText, guardTexts } from './text-guard.ts';

describe('the guard of free text', () => {
  it.each([
    ['een burgerservicenummer, ook met punten', 'zij liet 1112.22.333 zien', 'bsn'],
    ['een mobiel nummer', 'bel 06 12345678', 'phone'],
    ['een vast nummer met een streep', '020-1234567', 'phone'],
    ['een buitenlands nummer', '+40 712 345 678', 'phone'],
    ['een e-mailadres', 'stuur het naar iemand.fictief@voorbeeld.invalid', 'email'],
  ])('finds %s', (_what, text, found) => {
    expect(guardText(text).numbers).toContain(found);
  });

  it.each([
    ['nine digits that fail the check of a BSN', 'factuur 123456780'],
    ['an emergency number', 'ik belde 112 om 14.30 uur'],
    ['a year and a house number', 'in 2026 op nummer 1234'],
    ['a postcode', '1234 AB'],
    ['an amount', 'hij vroeg 1.250,50 euro'],
  ])('leaves %s alone', (_what, text) => {
    expect(guardText(text).numbers).toEqual([]);
  });

  it.each([
    'ik sprak met Fatima Fictief op straat',
    'bij Jan van der Voorbeeld thuis',
    'zij heet Sanne',
    'mevrouw Voorbeeld zei niets',
    'de bus met kenteken XX-99-XX',
  ])('warns that this may name somebody: %s', (text) => {
    expect(guardText(text).looksLikeName).toBe(true);
  });

  it.each([
    'De vrouw zei niets. De man praatte.',
    'ik belde met Veilig Thuis',
    'In de Dorpsstraat stond een busje.',
    'Zij woont bij de zaak en krijgt haar paspoort niet.',
  ])('does not warn without a reason: %s', (text) => {
    expect(guardText(text).looksLikeName).toBe(false);
  });

  it('says in which field it is, one finding a field, and answers 50,000 characters at once', () => {
    const long = `${'een lange zin zonder iets erin. '.repeat(1560)}0612345678`;
    expect(guardTexts({ gezien: long, gehoord: 'niets', plek: undefined })).toEqual({
      refused: [{ field: 'gezien', found: 'phone' }],
      suspect: [],
    });
  });
});
