import type { ConsentLanguage, ConsentPurpose } from './consent.ts';

/** The languages in which a declaration is written: those of the pages with help. */
export const DECLARATION_LANGUAGES = ['nl', 'en', 'ar', 'bg', 'es', 'fr', 'pl', 'ro', 'vi'] as const;
export type DeclarationLanguage = (typeof DECLARATION_LANGUAGES)[number];

/** What somebody reads and signs, for one purpose in one language. */
export interface Declaration {
  readonly purpose: ConsentPurpose;
  readonly language: DeclarationLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The sentence under which the signature stands. */
  readonly agrees: string;
  readonly date: string;
  readonly signature: string;
  /** Function and name of the human who looked through it in her own language; null while nobody did. */
  readonly reviewedBy: string | null;
  readonly reviewedOn: string | null;
}

/** Whether a named human looked it through. Without a name and a day it is a draft that nobody may use. */
export const isReviewed = ({ reviewedBy, reviewedOn }: Pick<Declaration, 'reviewedBy' | 'reviewedOn'>): boolean =>
  (reviewedBy?.trim() ?? '') !== '' && reviewedOn !== null;

/** The declaration that may be attached to a consent in this language; undefined where nobody looked one through. */
export function attachable(
  declarations: readonly Declaration[],
  purpose: ConsentPurpose,
  language: ConsentLanguage,
): Declaration | undefined {
  return declarations.find((each) => each.purpose === purpose && each.language === language && isReviewed(each));
}

/** The very words that somebody signs, as their hash is kept. */
export const wordsOf = ({ title, paragraphs, agrees }: Declaration): string =>
  [title, ...paragraphs, agrees].join('\n');
