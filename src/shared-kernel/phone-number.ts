/** The areas with a code of three digits; every other area has four. [Telefoonnummerplan voor telefoon- en ISDN-diensten] */
const SHORT_AREAS = new Set(
  '010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 070 071 072 073 074 075 076 077 078 079 085 088 000'.split(
    ' ',
  ),
);

/**
 * A Dutch telephone number, in whatever way people write it, as it is written on paper: '020-123 45 67', '06-12345678',
 * '0900-8844'. Undefined when it is not one. A number that begins with 000 belongs to nobody: examples use it.
 */
export function readPhoneNumber(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/\(0\)/g, '')
    .replace(/^(\+|00)31/, '0')
    .replace(/[\s().\-/–]/g, '');
  if (/^(112|116\d{3}|14\d{3,4})$/.test(digits)) return digits;
  if (/^0[89]0[0-9]\d{4}(\d{3})?$/.test(digits) && digits.length < 10)
    return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  if (!/^0\d{9}$/.test(digits)) return undefined;
  if (digits.startsWith('06')) return `06-${digits.slice(2)}`;
  if (SHORT_AREAS.has(digits.slice(0, 3)))
    return `${digits.slice(0, 3)}-${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`;
}

/**
 * Whether somebody could be called on this, in whatever way people write it: with dots, dashes, strokes or brackets, and of any country.
 * It stays as it was typed.
 */
export const looksLikePhoneNumber = (text: string): boolean =>
  readPhoneNumber(text) !== undefined || /^[+(0-9][0-9 ()./–-]{5,38}$/.test(text.trim());
