/** The languages of the pages for everybody; the pages of who is signed in are Dutch. */
export const LANGUAGES = ['nl', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The same in every language: leave one out and it does not compile. */
export type Translated<T> = Readonly<Record<Language, T>>;
