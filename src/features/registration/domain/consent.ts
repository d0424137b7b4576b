import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { ConsentAge, ConsentLaw, WhoConsents } from './reporting-guide.ts';

/** Who gave it. */
export const GIVERS = ['person', 'parent', 'guardian'] as const;
export type Giver = (typeof GIVERS)[number];

/** How it was given. */
export const MANNERS = ['written', 'spoken', 'signed-with-interpreter'] as const;
export type Manner = (typeof MANNERS)[number];

/** What a child of twelve to fifteen wants itself: asked always. */
export const WISHES = ['agrees', 'objects', 'does-not-know'] as const;
export type Wish = (typeof WISHES)[number];

/** Whether the parent or guardian who gives it may be involved herself. Always asked; a contested one is never informed. */
export const REPRESENTATIVES = ['trusted', 'contested', 'unknown'] as const;
export type Representative = (typeof REPRESENTATIVES)[number];

/** In which language the text was read. */
export const LANGUAGES = ['nl', 'en', 'ar', 'bg', 'es', 'fr', 'pl', 'ro', 'vi', 'other'] as const;
export type ConsentLanguage = (typeof LANGUAGES)[number];

/** For what. Being counted and being helped are two consents. */
export type ConsentPurpose = 'registration' | 'help';

/** Which data a consent for being counted can be for. Without the name it is a registration without one. */
export const REGISTRATION_DATA = ['name', 'birth-date', 'person', 'exploitation', 'complaint'] as const;
/** And which for being helped. */
export const HELP_DATA = ['needs', 'danger', 'person', 'position', 'name', 'birth-date'] as const;
export type ConsentData = (typeof REGISTRATION_DATA)[number] | (typeof HELP_DATA)[number];

/** The fixed list of each purpose, and what no consent for it can do without. */
export const DATA_OF: Readonly<Record<ConsentPurpose, readonly ConsentData[]>> = {
  registration: REGISTRATION_DATA,
  help: HELP_DATA,
};
export const ALWAYS_NEEDED: Readonly<Record<ConsentPurpose, ConsentData>> = { registration: 'name', help: 'needs' };

/** What travels of a consent with what was shared on it. */
export interface SharedConsent {
  readonly givenOn: string;
  readonly data: readonly ConsentData[];
}

/** A consent as it was given. */
export interface GivenConsent {
  readonly purpose: ConsentPurpose;
  readonly givenBy: Giver;
  readonly manner: Manner;
  readonly language: ConsentLanguage;
  readonly hasInterpreter: boolean;
  readonly wish: Wish | undefined;
  /** Which data she agreed to. Left out: all that goes along. */
  readonly data?: readonly ConsentData[] | undefined;
  /** Of a parent or guardian, also when a child agrees itself: whether she may be involved. */
  readonly representative?: Representative | undefined;
  readonly givenOn: PlainDate;
}

export type ConsentRefusal = {
  readonly code:
    | 'age-unknown'
    | 'person-too-young'
    | 'person-old-enough'
    | 'wish-missing'
    | 'child-objects'
    | 'consent-in-future'
    | 'own-rules'
    | 'interpreter-missing'
    | 'representative-not-judged'
    | 'representative-contested'
    | 'data-missing'
    | 'data-not-covered';
};

/**
 * Whether this consent holds by the law of its purpose: given by who may give it, with the wish of a child asked, and read in a text
 * that a named person looked through or by an interpreter.
 */
export function checkConsent(
  consent: GivenConsent,
  age: ConsentAge,
  who: WhoConsents<ConsentLaw>,
  today: PlainDate,
  hasReviewedText = false,
): Result<undefined, ConsentRefusal> {
  if (consent.givenOn > today) return err({ code: 'consent-in-future' });
  if (who.by === 'ask-age' || age === 'unknown') return err({ code: 'age-unknown' });
  if (who.by === 'representative' && consent.givenBy === 'person') return err({ code: 'person-too-young' });
  if (who.by === 'person' && consent.givenBy !== 'person') return err({ code: 'person-old-enough' });
  if (consent.givenBy !== 'person' && consent.representative === undefined)
    return err({ code: 'representative-not-judged' });
  // not known is treated as contested: who exploits a child may well be its parent
  if (consent.givenBy !== 'person' && consent.representative !== 'trusted')
    return err({ code: 'representative-contested' });
  if (who.asksWish && consent.wish === undefined) return err({ code: 'wish-missing' });
  if (who.asksWish && consent.wish === 'objects') return err({ code: 'child-objects' });
  // where no named person looked a text through in this language, the Dutch one is read by an interpreter
  if (
    !hasReviewedText &&
    consent.language !== 'nl' &&
    !consent.hasInterpreter &&
    consent.manner !== 'signed-with-interpreter'
  )
    return err({ code: 'interpreter-missing' });
  return ok(undefined);
}

/** A consent is asked anew after a year. [design: In Beeld] */
export const CONSENT_MONTHS = 12;
