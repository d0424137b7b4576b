import { describe, expect, it } from 'vitest';
import { PRIVACY_TEXTS } from './privacy-texts.ts';
import { TICK_LAPSES } from './start-gate.ts';

describe('what the start gate says on the home page', () => {
  it.each([
    ['dpia', true, 'DPIA geldt niet meer'],
    ['fg-advice', false, 'advies van de FG verloopt'],
  ])('writes abbreviations as they are: %s', (tick, isOverdue, words) =>
    expect(PRIVACY_TEXTS[TICK_LAPSES]!({ feature: '', tick }, isOverdue).title).toBe(`Een onderdeel: ${words}`));
});
