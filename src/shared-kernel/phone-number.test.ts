import { expect, it } from 'vitest';
import { looksLikePhoneNumber, readPhoneNumber } from './phone-number.ts';

it('reads a number in any notation and writes it in one', () => {
  const asTyped = [
    '020-1234567',
    '020 123 45 67',
    '(020) 123.45.67',
    '+31 20 1234567',
    '0031201234567',
    '+31(0)20-1234567',
  ];
  expect(new Set(asTyped.map(readPhoneNumber))).toEqual(new Set(['020-123 45 67']));
  expect(['0592123456', '06 1234 5678', '+31612345678', '0900 8844', '112', '14 050'].map(readPhoneNumber)).toEqual([
    '0592-12 34 56',
    '06-12345678',
    '06-12345678',
    '0900-8844',
    '112',
    '14050',
  ]);
});

it('reads the number of nobody, for examples', () => {
  expect(readPhoneNumber('000-000 00 01')).toBe('000-000 00 01');
});

it('refuses what is no Dutch number', () => {
  expect(['', 'bel mij', '020-12345', '020 123 45 678', '+32 2 123 45 67', '5551234'].map(readPhoneNumber)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});

it('knows a number that somebody could be called on in any notation and of any country', () => {
  const numbers = ['06.12.34.56.78', '(050) 123 45 67', '050/1234567', '+32 2 123 45 67', '112', '000 0000001'];
  expect(numbers.filter(looksLikePhoneNumber)).toEqual(numbers);
  expect(['', 'bel mij', '12', '06-12345678 na zes uur'].filter(looksLikePhoneNumber)).toEqual([]);
});
