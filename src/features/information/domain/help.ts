import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** The languages of the help pages, in the order in which they are offered. */
export const HELP_LANGUAGES = ['nl', 'en', 'pl', 'ro', 'bg', 'es', 'ar', 'uk', 'hu'] as const;
export type HelpLanguage = (typeof HELP_LANGUAGES)[number];

/** Each language as those who speak it call it. */
export const HELP_LANGUAGE_NAMES: Readonly<Record<HelpLanguage, string>> = {
  nl: 'Nederlands',
  en: 'English',
  pl: 'Polski',
  ro: 'Română',
  bg: 'Български',
  es: 'Español',
  ar: 'العربية',
  uk: 'Українська',
  hu: 'Magyar',
};

/** What a help page says, in one language: few words, and each of them is used. */
export const HELP_WORDS = [
  'title',
  'emergency',
  'leave',
  'loading',
  'cancelled',
  'button',
  'history',
  'calls',
  'comeBack',
  'next',
  'language',
  'danger',
  'advice',
  'independent',
  'papers',
  'call',
  'openNow',
  'closed',
  'hoursUnknown',
  'opens',
  'cost',
  'free',
  'paid',
  'chat',
  'languages',
  'anonymous',
  'police',
  'yes',
  'no',
  'unknown',
  'unchecked',
  'checked',
] as const;
export type HelpWords = Readonly<Record<(typeof HELP_WORDS)[number], string>>;

/** The help page of one language. */
export interface HelpText {
  readonly code: HelpLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** Who read it as her own language, by function; null when nobody did. */
  readonly reviewedBy: string | null;
  readonly reviewedOn: PlainDate | null;
  readonly words: HelpWords;
  /** What a line is for, by situation, in a few words. */
  readonly situations: Readonly<Record<string, string>>;
  /** A sentence about the law: only in Dutch, or in a language that somebody reviewed. */
  readonly legal: { readonly text: string; readonly mark: 'law' | 'found' | 'own'; readonly source: string } | null;
}

/** The most words a help page has in one language, numbers not counted. */
export const MOST_HELP_WORDS = 120;

/** How many words a help page has, everything counted that it may ever say. */
export function helpWordCount({ words, situations, legal }: HelpText): number {
  return [...Object.values(words), ...Object.values(situations), legal?.text ?? '']
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => /\p{L}/u.test(word)).length;
}

/** A line as somebody in trouble sees it. Null is what is not known; it is shown as not known. */
export interface HelpLine {
  readonly id: string;
  /** The language of what is said of this line: its price, its languages, when one can chat. Its name is Dutch. */
  readonly wordsIn: 'nl' | 'en';
  readonly name: string;
  readonly number: string;
  readonly situation: string;
  readonly state: 'open' | 'closed' | 'unknown';
  readonly isAlwaysOpen: boolean;
  readonly opensAt: { readonly date: PlainDate; readonly time: string } | null;
  /** May be called with one touch: it stands in the law, or it was checked less than six months ago. */
  readonly isDialable: boolean;
  readonly checkedOn: PlainDate | null;
  readonly isFree: boolean | null;
  /** The price as it was written, when it is not free. */
  readonly cost: string | null;
  /** Names of languages. */
  readonly languages: readonly string[] | null;
  /** Where one can write instead of speak, and when; false when one can only phone. */
  readonly chat: { readonly at: string; readonly when: string | null } | false | null;
  readonly isAnonymous: boolean | null;
  readonly arePoliceTold: boolean | null;
}

/** Where the help pages stand: neutral addresses, since they stay in the history of a browser. */
export const HELP_START = '/info';
export const helpStartOf = (language: HelpLanguage): string => `/info/${language}`;
export const helpListOf = (language: HelpLanguage): string => `/info/${language}/1`;
/** Ends one's own session and leads to a page with nothing personal. */
export const LEAVE = '/weg';
