import { describe, expect, it } from 'vitest';
import { existence } from './existence.ts';

describe('existence', () => {
  it('is fine when the cells with cases determine every parameter', () => {
    expect(existence(Float64Array.of(0, 30, 40, 10), [0, 1, 2], [])).toEqual({
      code: 0,
      escaping: [],
      confounded: [],
    });
  });

  it('names what runs off when no case is on two lists', () => {
    const found = existence(Float64Array.of(0, 10, 20, 0, 30, 0, 0, 0), [0, 1, 2, 4], []);
    expect(found.code).toBe(1);
    expect(found.escaping).toEqual([0, 1, 2, 4]);
  });

  it('names what cannot be told apart with more parameters than cells', () => {
    const found = existence(Float64Array.of(0, 30, 40, 10), [0, 1, 2, 3], []);
    expect(found.code).toBe(2);
    expect(found.confounded).toEqual([0, 1, 2, 3]);
  });

  it('may find both at once', () => {
    // No overlap of A with the others, all pairs asked for but at minus infinity only where empty.
    const counts = Float64Array.of(0, 10, 20, 0, 30, 0, 5, 0);
    expect(existence(counts, [0, 1, 2, 4, 6], [3, 5]).code).toBe(2);
    expect(existence(counts, [0, 1, 2, 4, 6], []).code).toBe(1);
    expect(existence(Float64Array.of(0, 10, 20, 0), [0, 1, 2, 3], []).code).toBe(3);
  });
});
