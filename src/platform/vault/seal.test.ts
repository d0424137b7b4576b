import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

describe('sealing', () => {
  const key = randomBytes(32);

  it('opens what it closed, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const plain = Buffer.from(bytes);
        expect(unseal(key, seal(key, plain, 'a'), 'a')).toEqual(plain);
      }),
      { seed: 20261125 },
    );
  });

  it('does not open with another key, in another place, or with one bit changed', () => {
    const sealed = seal(key, Buffer.from('geheim'), 'formulier:1');
    expect(unseal(randomBytes(32), sealed, 'formulier:1')).toBeUndefined();
    expect(unseal(key, sealed, 'formulier:2')).toBeUndefined();
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(unseal(key, changed, 'formulier:1'), `byte ${index}`).toBeUndefined();
    }
    expect(unseal(key, Buffer.alloc(5), 'formulier:1')).toBeUndefined();
  });

  it('never seals the same text to the same bytes', () => {
    expect(seal(key, Buffer.from('geheim'), 'a').equals(seal(key, Buffer.from('geheim'), 'a'))).toBe(false);
  });
});
