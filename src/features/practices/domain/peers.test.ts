import { describe, expect, it } from 'vitest';
import { type Contact, mayAnswer, mayReceive } from './contact.ts';
import { withFeatures } from './peers.ts';

const BASE = { likeness: 0.7, reasons: ['ongeveer even groot'] };
const wordOf = (feature: string) => ({ kassen: 'Kassen en tuinbouw', grens: 'Een landsgrens' })[feature] ?? feature;

describe('municipalities like you', () => {
  it('are more alike with a feature both confirmed, and the reason says which', () => {
    const alike = withFeatures(BASE, ['kassen', 'grens'], ['kassen', 'grens'], wordOf);
    expect(alike.likeness).toBeCloseTo((7 + 4) / 14);
    expect(alike.reasons).toEqual(['ongeveer even groot', 'ook: kassen en tuinbouw, een landsgrens']);
  });

  it('are less alike when one has what the other confirmed otherwise', () => {
    const apart = withFeatures(BASE, ['kassen'], ['grens'], wordOf);
    expect(apart.likeness).toBeCloseTo(0.5);
    expect(apart.reasons).toEqual(BASE.reasons);
  });

  it.each([
    [undefined, ['kassen']],
    [['kassen'], undefined],
    [[], []],
  ])('are compared on the reference data alone when features are not known: %j and %j', (own, other) => {
    expect(withFeatures(BASE, own, other, wordOf)).toBe(BASE);
  });
});

describe('a request for contact', () => {
  const asked = { received: undefined, answer: undefined } as unknown as Contact;
  const taken = { ...asked, received: { at: new Date(0), byName: 'Test' } };
  const codeOf = (result: ReturnType<typeof mayReceive>) => (result.ok ? undefined : result.error.code);

  it('is taken in once and answered once', () => {
    expect([codeOf(mayReceive(asked)), codeOf(mayReceive(taken)), codeOf(mayReceive(undefined))]).toEqual([
      undefined,
      'received-already',
      'not-found',
    ]);
    const answered = { ...taken, answer: { text: 'Ja', byName: 'Test', at: new Date(0) } };
    expect([codeOf(mayAnswer(asked)), codeOf(mayAnswer(taken)), codeOf(mayAnswer(answered))]).toEqual([
      undefined,
      undefined,
      'answered-already',
    ]);
  });
});
