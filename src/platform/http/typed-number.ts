import { z } from 'zod';
import { looksLikePhoneNumber } from '../../shared-kernel/phone-number.ts';

const typed = z.string().trim().max(40, 'Gebruik hoogstens 40 tekens.');

/** A telephone number as somebody writes it, of any country. */
export const typedNumber = typed.refine(looksLikePhoneNumber, 'Vul een telefoonnummer in, bijvoorbeeld 06 12345678.');
/** The same, or nothing. */
export const typedNumberOrNothing = typed.refine(
  (number) => number === '' || looksLikePhoneNumber(number),
  'Vul een telefoonnummer in, bijvoorbeeld 06 12345678. Of laat het leeg.',
);
