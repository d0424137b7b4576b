import { z } from 'zod';

/** Number and unit of a bound, in words. */
const atMost = (bound: unknown) => (typeof bound === 'number' || typeof bound === 'bigint' ? String(bound) : '');

/**
 * What a schema says when it has no words of its own for a value: in Dutch, and never the value itself, which may be about a person.
 */
function inDutch(issue: z.core.$ZodRawIssue): string {
  const isText = issue.origin === 'string';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Dit ontbreekt.' : 'Dit is van een andere soort dan hier past.';
    case 'too_big':
      return isText
        ? `Gebruik hoogstens ${atMost(issue.maximum)} tekens.`
        : `Dit is te veel: hoogstens ${atMost(issue.maximum)}.`;
    case 'too_small':
      if (isText && Number(issue.minimum) <= 1) return 'Vul dit in.';
      return isText
        ? `Gebruik ten minste ${atMost(issue.minimum)} tekens.`
        : `Dit is te weinig: ten minste ${atMost(issue.minimum)}.`;
    case 'invalid_value':
      return 'Kies een van de mogelijkheden.';
    case 'unrecognized_keys':
      return 'Dit hoort hier niet.';
    case 'invalid_format':
      return 'Dit is anders geschreven dan hier past.';
    default:
      return 'Dit klopt niet. Kijk het na.';
  }
}

/** Every schema speaks Dutch from here on, also where it names no words. */
export function speakDutch(): void {
  z.config({ customError: inDutch });
}
