import { describe, expect, it } from 'vitest';
import { type Mergeable, mayMerge, withDescendants } from './merging.ts';

const record = (id: string, mergedInto?: string, rootId = id): Mergeable => ({ id, mergedInto, rootId });

describe('merging', () => {
  it('puts two persons together once, and nobody with herself', () => {
    expect(mayMerge(record('a'), record('b')).ok).toBe(true);
    expect(mayMerge(record('a'), record('a'))).toEqual({ ok: false, error: { code: 'same-record' } });
    expect(mayMerge(record('b', 'a', 'a'), record('a'))).toEqual({ ok: false, error: { code: 'already-together' } });
  });

  it('takes along what hangs under a record when it is taken apart, also in turn, and leaves the rest', () => {
    const all = [
      record('a'),
      record('b', 'a', 'a'),
      record('c', 'b', 'a'),
      record('d', 'c', 'a'),
      record('e', 'a', 'a'),
    ];
    expect(withDescendants(all, 'b')).toEqual(['b', 'c', 'd']);
    expect(withDescendants(all, 'e')).toEqual(['e']);
  });
});
