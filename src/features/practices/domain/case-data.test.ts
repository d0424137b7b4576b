import { describe, expect, it } from 'vitest';
import { refuseCaseData } from './case-data.ts';

const NO = { canBeGuessed: 'no', isNoName: false } as const;
const refusalOf = (text: string, said: Parameters<typeof refuseCaseData>[1] = NO) =>
  refuseCaseData({ text }, said, 2026).refusal;

describe('case data in a text that many read', () => {
  it.each([
    ['Bel hem op 06-12345678', 'phone'],
    ['Zijn nummer is 111222333', 'bsn'],
    ['Mail naar iemand@voorbeeld.nl', 'email'],
    ['De cliënt is van 12-03-2001', 'birth-date'],
    ['De cliënt is van 12 maart 2001', 'birth-date'],
    ['geboren op 1-1-2020', 'birth-date'],
  ])('refuses %s', (text, found) => {
    expect(refusalOf(text)).toEqual({ code: 'holds-case-data', field: 'text', found });
  });

  it('leaves the day of a decision alone', () => {
    expect(refusalOf('Het college besloot dit op 18 oktober 2024, met begroting 12.500 voor 2025.')).toBeUndefined();
  });

  it('refuses what looks like a name until the writer says that it is none, and remembers that it did', () => {
    const text = 'Wij spraken met Jan Jansen over de aanpak';
    expect(refusalOf(text)).toEqual({ code: 'looks-like-name', field: 'text' });
    expect(refuseCaseData({ text }, { ...NO, isNoName: true }, 2026)).toEqual({ refusal: undefined, isFlagged: true });
  });

  it('refuses what the writer says can be guessed, which no detector sees', () => {
    const text = 'Hoe helpt u de jongen van de kapper in ons dorp?';
    expect(refusalOf(text)).toBeUndefined();
    expect(refusalOf(text, { canBeGuessed: 'yes', isNoName: true })).toEqual({ code: 'can-be-guessed' });
  });
});
