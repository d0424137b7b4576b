import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { normalisedPlace } from './signal-report.ts';

/** With whom somebody can consult about a signal without saying whom it is about. */
export const CONSULT_PARTNERS = ['care-coordinator', 'comensha', 'veilig-thuis'] as const;
export type ConsultPartner = (typeof CONSULT_PARTNERS)[number];

/** What the advice comes down to. */
export const ADVISED_STEPS = ['watch', 'talk-with-person', 'hand-over-care', 'hand-over-safety', 'call-112'] as const;
export type AdvisedStep = (typeof ADVISED_STEPS)[number];

/** A consultation without what was asked and advised. */
export interface Consultation {
  readonly id: string;
  readonly partner: ConsultPartner;
  /** The message between organisations; undefined when it was asked by telephone or in person. */
  readonly messageId: string | undefined;
  readonly askedOn: PlainDate;
  readonly askedByName: string;
  readonly answeredOn: PlainDate | undefined;
  readonly advisedStep: AdvisedStep | undefined;
}

export type TextRefusal = {
  readonly code: 'holds-number' | 'holds-address' | 'holds-birth-date' | 'may-name-somebody';
};

const POSTCODE = /\b[1-9]\d{3}\s?[A-Z]{2}\b/;
const STREET =
  /(?<!\p{L})\p{L}*(?:straat|weg|laan|plein|gracht|kade|dijk|singel|pad|hof|steeg|dreef|plantsoen|markt|ring)\s+\d+/iu;
const DATE_OF_BIRTH =
  /\b\d{1,2}(?:[-/. ]\d{1,2}[-/. ]|\s+(?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?\s+)(?:19|20)\d{2}\b/iu;
const IBAN = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b/;
/** Shorter than this is a word that stands in any text. */
const TELLING = 5;

/**
 * Whether a text may be asked of somebody outside: nothing in it says whom or where it is about. Numbers, addresses and dates of birth
 * are always refused, and so is the place of the signal itself; what looks like a name is let through only when the writer looked and
 * says that it is none. What a description gives away, only the writer can see.
 */
export function checkQuestion(
  question: string,
  { place, isLookedThrough }: { readonly place: string | undefined; readonly isLookedThrough: boolean },
): Result<string, TextRefusal> {
  const { numbers, looksLikeName } = guardText(question);
  if (numbers.length > 0 || IBAN.test(question)) return err({ code: 'holds-number' });
  if (DATE_OF_BIRTH.test(question)) return err({ code: 'holds-birth-date' });
  if (POSTCODE.test(question) || STREET.test(question) || names(question, place)) return err({ code: 'holds-address' });
  if (looksLikeName && !isLookedThrough) return err({ code: 'may-name-somebody' });
  return ok(question);
}

/** The place of the signal stands in the text: as a whole, or what comes before the first comma. */
function names(question: string, place: string | undefined): boolean {
  if (!place) return false;
  const text = ` ${normalisedPlace(question)} `;
  return [place, place.split(',')[0]!]
    .map(normalisedPlace)
    .some((each) => each.length >= TELLING && text.includes(` ${each} `));
}

export type AdviceRefusal = { readonly code: 'advice-in-future' | 'advice-before-question' | 'advised-before' };

/** Whether this may be recorded as the answer to what was asked. */
export function checkAdvice(
  consultation: Consultation,
  answeredOn: PlainDate,
  today: PlainDate,
): Result<undefined, AdviceRefusal> {
  if (consultation.answeredOn) return err({ code: 'advised-before' });
  if (answeredOn > today) return err({ code: 'advice-in-future' });
  if (answeredOn < consultation.askedOn) return err({ code: 'advice-before-question' });
  return ok(undefined);
}
