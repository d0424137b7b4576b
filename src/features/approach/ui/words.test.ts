import { describe, expect, it } from 'vitest';
import { sayHolding } from './monitor-words.ts';
import { sayColleague } from './scan-words.ts';

describe('words around a number or a name', () => {
  it('count one municipality as one', () => {
    const element = { id: 'K1.1', title: 'Beleid' };
    expect(sayHolding(element, 1, 1, '')).toBe('1 van 1 gemeente gaf op dat dit is geregeld: beleid');
    expect(sayHolding(element, 1, 3, '')).toBe('1 van de 3 gemeenten gaven op dat dit is geregeld: beleid');
    expect(sayHolding({ id: 'K7.1', title: 'Borging' }, 0, 1, '')).toContain('Bij 0 van 1 gemeente is');
  });

  it('write the function of a colleague in words', () => {
    expect(['fg', 'ciso', 'teamleider'].map((role) => sayColleague({ name: 'Noor Fictief', role }))).toEqual([
      'Noor Fictief (functionaris gegevensbescherming)',
      'Noor Fictief (CISO)',
      'Noor Fictief (teamleider)',
    ]);
  });
});
