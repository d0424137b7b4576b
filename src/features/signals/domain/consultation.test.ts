import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type Consultation, checkAdvice, checkQuestion } from './consultation.ts';

const today = day('2026-11-29');
const ask = (question: string, place?: string, isLookedThrough = false) =>
  checkQuestion(question, { place, isLookedThrough });
const refused = (code: string) => ({ ok: false, error: { code } });

describe('a question without personal data', () => {
  it('may describe what is going on, and how old somebody is', () => {
    for (const text of [
      'Een meisje van zeventien slaapt elke week ergens anders en heeft twee telefoons.',
      'Wij twijfelen. Wat adviseert Veilig Thuis?',
      'Drie mannen werken zes dagen voor 250 euro, in 2026.',
    ])
      expect(ask(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['a telephone number', 'zij belt met 06 12345678', 'holds-number'],
    ['a bank account', 'het loon gaat naar NL02 ABNA 0123 4567 89', 'holds-number'],
    ['a date of birth in figures', 'geboren 3-4-2009', 'holds-birth-date'],
    ['a date of birth in words', 'zij is van 3 april 2009', 'holds-birth-date'],
    ['a postcode', 'het is bij 1234 AB', 'holds-address'],
    ['a street and a number', 'in de Dorpsstraat 12 boven', 'holds-address'],
  ])('never holds %s, also when the writer looked', (_what, text, code) => {
    expect(ask(text, undefined, true)).toEqual(refused(code));
  });

  it('never holds the place of the signal itself, however it is written', () => {
    const place = 'Nagelstudio Voorbeeld, achter het station';
    expect(ask('in nagelstudio  VOORBEELD zagen wij', place)).toEqual(refused('holds-address'));
    expect(ask('in een nagelstudio zagen wij', place).ok).toBe(true);
  });

  it('holds what looks like a name only when the writer says that it is none', () => {
    expect(ask('wij spraken met Fatima Fictief gisteren')).toEqual(refused('may-name-somebody'));
    expect(ask('wij spraken met Jan Linders gisteren', undefined, true).ok).toBe(true);
  });
});

describe('the advice', () => {
  const asked: Consultation = {
    id: 'een',
    partner: 'comensha',
    messageId: undefined,
    askedOn: day('2026-11-27'),
    askedByName: 'Noor Fictief',
    answeredOn: undefined,
    advisedStep: undefined,
  };

  it('was given after the question, not in the future, and once', () => {
    expect(checkAdvice(asked, day('2026-11-28'), today).ok).toBe(true);
    expect(checkAdvice(asked, day('2026-11-26'), today)).toEqual(refused('advice-before-question'));
    expect(checkAdvice(asked, day('2026-11-30'), today)).toEqual(refused('advice-in-future'));
    expect(checkAdvice({ ...asked, answeredOn: today }, today, today)).toEqual(refused('advised-before'));
  });
});
