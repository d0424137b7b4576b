import { describe, expect, it } from 'vitest';
import { judgePassing, type PassedOn } from './pass-on.ts';

const location: PassedOn = {
  kind: 'location',
  reporterFunction: 'supervision',
  form: 'labour-exploitation',
  sector: 'agriculture',
  isDangerNow: false,
  called112At: undefined,
  isMinor: 'unknown',
  content: { observation: 'Er slapen mensen in de schuur.', place: 'Voorbeeldweg 1, Verzonnen Dorp' },
  isChecked: false,
};
const code = (change: Partial<PassedOn>) => {
  const judged = judgePassing({ ...location, ...change });
  return judged.ok ? 'ok' : judged.error.code;
};

describe('passing a signal on', () => {
  it('takes a signal about a place that says what was seen', () => {
    expect(code({})).toBe('ok');
  });

  it('takes nothing in danger before 112 was called, and then does', () => {
    expect(code({ isDangerNow: true })).toBe('emergency-call-first');
    expect(code({ isDangerNow: true, called112At: '14:30' })).toBe('ok');
  });

  it('asks for the place of a signal about a place, and not of one about a person', () => {
    const content = { observation: 'Zij mag niet alleen naar de dokter.' };
    expect(code({ content })).toBe('no-place');
    expect(code({ kind: 'person', content })).toBe('ok');
  });

  it('keeps nothing about a person in a signal about a place', () => {
    expect(code({ content: { ...location.content, saidByPerson: 'Ik krijg geen loon.' } })).toBe('says-too-much');
    expect(code({ isMinor: 'yes' })).toBe('says-too-much');
  });

  it('refuses a number of a person in any part, whatever was checked, and says where', () => {
    const content = { ...location.content, interpretation: 'Bel 0612345678.' };
    expect(judgePassing({ ...location, content, isChecked: true })).toEqual({
      ok: false,
      error: { code: 'holds-number', part: 'interpretation', found: 'phone' },
    });
  });

  it('asks for a second look at what may be a name, once, and never at a place', () => {
    const content = { observation: 'ik zag Jan Voorbeeld staan', place: 'op de Anna Paulowna straat 1' };
    expect(code({ content })).toBe('may-name-somebody');
    expect(code({ content, isChecked: true })).toBe('ok');
    expect(code({ content: { ...content, observation: 'niets bijzonders' } })).toBe('ok');
  });
});
