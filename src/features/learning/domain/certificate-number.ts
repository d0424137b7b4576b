/** No letter or digit that looks like another, read aloud or on paper. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP = 4;

/** How many random bytes a number is made of. */
export const NUMBER_BYTES = GROUPS * GROUP;

/** The number of a certificate, such as K7QP-2MXA-9RTB, from random bytes. Sixty random bits: nobody guesses one. */
export function certificateNumber(bytes: Uint8Array): string {
  const signs = Array.from({ length: NUMBER_BYTES }, (_, index) => SIGNS[(bytes[index] ?? 0) % SIGNS.length]);
  return Array.from({ length: GROUPS }, (_, index) => signs.slice(index * GROUP, (index + 1) * GROUP).join('')).join(
    '-',
  );
}

/** The number as somebody typed it from paper: whatever capitals, spaces and dashes. Undefined when it cannot be one. */
export function readCertificateNumber(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (signs.length !== NUMBER_BYTES || [...signs].some((sign) => !SIGNS.includes(sign))) return undefined;
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-');
}
