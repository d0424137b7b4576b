import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { guardTexts, type NumberFound } from '../../../shared-kernel/text-guard.ts';

/** What in a text leads to one person: a number, an address, or the day somebody was born. */
export type CaseData = NumberFound | 'birth-date';

/** What the writer answered to the question whether somebody in the municipality can guess whom it is about. */
export type CanBeGuessed = 'yes' | 'no';

export type CaseDataRefusal<Field extends string> =
  | { readonly code: 'holds-case-data'; readonly field: Field; readonly found: CaseData }
  | { readonly code: 'looks-like-name'; readonly field: Field }
  | { readonly code: 'can-be-guessed' };

const FULL_DATE = /\b\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})\.?[-/. ](?:19|20)\d{2}\b/gi;
const BORN = /\b(?:geboren|geboortedatum|geb\.)\W{0,12}(?:op\s+)?\d/i;
/** A whole date this long ago is that of a birth rather than of a decision. [design: In Beeld] */
const LONG_AGO_YEARS = 8;

const holdsBirthDate = (text: string, year: number): boolean =>
  BORN.test(text) ||
  [...text.matchAll(FULL_DATE)].some(([found]) => {
    const date = readDutchDate(found.replaceAll('.', '-'));
    return date !== undefined && Number(date.slice(0, 4)) <= year - LONG_AGO_YEARS;
  });

/**
 * Holds texts that many will read against case data. A number, an address and a day of birth are always refused. What looks like a
 * name is refused once: it may be a street or an organisation, and only the writer knows. She says so (`isNoName`), and whoever
 * moderates sees that she did. Who says that somebody could be guessed is refused too: no detector finds «de jongen van de kapper».
 */
export function refuseCaseData<Field extends string>(
  texts: Readonly<Partial<Record<Field, string | undefined>>>,
  said: { readonly canBeGuessed: CanBeGuessed; readonly isNoName: boolean },
  year: number,
): { readonly refusal: CaseDataRefusal<Field> | undefined; readonly isFlagged: boolean } {
  const { refused, suspect } = guardTexts(texts);
  const isFlagged = suspect.length > 0;
  const number = refused[0];
  if (number) return { refusal: { code: 'holds-case-data', ...number }, isFlagged };
  const born = (Object.entries(texts) as [Field, string | undefined][]).find(([, text]) =>
    holdsBirthDate(text ?? '', year),
  );
  if (born) return { refusal: { code: 'holds-case-data', field: born[0], found: 'birth-date' }, isFlagged };
  if (said.canBeGuessed === 'yes') return { refusal: { code: 'can-be-guessed' }, isFlagged };
  const [field] = suspect;
  if (field && !said.isNoName) return { refusal: { code: 'looks-like-name', field }, isFlagged };
  return { refusal: undefined, isFlagged };
}
