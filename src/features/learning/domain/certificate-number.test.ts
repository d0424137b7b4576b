import { expect, it } from 'vitest';
import { certificateNumber, NUMBER_BYTES, readCertificateNumber } from './certificate-number.ts';

it('makes a number of signs that do not look alike, and reads it back however it is typed', () => {
  const number = certificateNumber(Uint8Array.from({ length: NUMBER_BYTES }, (_, index) => index * 21));
  expect(number).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(readCertificateNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number);
});

it.each([
  '',
  'K7QP-2MXA-9RT',
  'K7QP-2MXA-9RTBX',
  'K7QP-2MXA-9RT0',
  'K7QP-2MXA-9RTÉ',
])('reads no number in "%s"', (typed) => {
  expect(readCertificateNumber(typed)).toBeUndefined();
});
