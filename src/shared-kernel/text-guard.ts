import { holdsBsn } from './bsn.ts';

/** What does not belong in a free text, and what is worth a second look. */
export type NumberFound = 'bsn' | 'phone' | 'email';

/** What a guard finds in a text: numbers and addresses that are refused, and words that may be a name. */
export interface Guarded {
  readonly numbers: readonly NumberFound[];
  /** A name, a licence plate: only a warning, since only the writer knows. */
  readonly looksLikeName: boolean;
}

const DUTCH_PHONE = /(?<![\d.])(?:\+31|0031|0)(?:[\s-]*\(0\))?(?:[\s-]?\d){9}(?!\d)/;
const FOREIGN_PHONE = /(?<!\d)(?:\+|00)(?!31)[1-9](?:[\s-]?\d){7,13}(?!\d)/;
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const TITLED = /\b(?:mevrouw|meneer|mevr\.?|dhr\.?|mw\.?|heet|heten|genaamd|achternaam|voornaam)\s+\p{Lu}\p{L}+/u;
/** Two words with a capital, not the first of a sentence: «met Jan Jansen», «bij Fatima el Amrani». */
const TWO_CAPITALS =
  /[\p{Ll},;:)]\s+(\p{Lu}\p{Ll}+(?:\s(?:van|de|der|den|het|el|al|ter|ten|von|da|di|bin|ben))*\s\p{Lu}\p{Ll}+)/gu;
const PLATE = /\b(?=[A-Z0-9-]{0,9}\d)(?=[A-Z0-9-]{0,9}[A-Z])[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2}\b/;
/** Organisations and services that are written like a name. */
const NO_PERSON = new Set(
  ['Veilig Thuis', 'Nederlandse Arbeidsinspectie', 'Koninklijke Marechaussee', 'Rode Kruis', 'Leger des Heils'].map(
    (name) => name.toLowerCase(),
  ),
);

/** Looks through a text that is about to be kept. Finds what is written as such; it cannot know what a word means. */
export function guardText(text: string): Guarded {
  const hasPhone = DUTCH_PHONE.test(text) || FOREIGN_PHONE.test(text);
  const numbers: NumberFound[] = [
    ...(holdsBsn(text) ? (['bsn'] as const) : []),
    ...(hasPhone ? (['phone'] as const) : []),
    ...(EMAIL.test(text) ? (['email'] as const) : []),
  ];
  const named = [...text.matchAll(TWO_CAPITALS)].some(([, name]) => !NO_PERSON.has(name!.toLowerCase()));
  return { numbers, looksLikeName: named || TITLED.test(text) || PLATE.test(text) };
}

/** The same over several texts: which of them hold a number, and whether any looks like it names somebody. */
export function guardTexts<Field extends string>(
  texts: Readonly<Partial<Record<Field, string | undefined>>>,
): {
  readonly refused: readonly { readonly field: Field; readonly found: NumberFound }[];
  readonly suspect: readonly Field[];
} {
  const guarded = (Object.entries(texts) as [Field, string | undefined][]).map(
    ([field, text]) => [field, guardText(text ?? '')] as const,
  );
  return {
    refused: guarded.flatMap(([field, { numbers }]) => numbers.slice(0, 1).map((found) => ({ field, found }))),
    suspect: guarded.filter(([, { looksLikeName }]) => looksLikeName).map(([field]) => field),
  };
}
