import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** That one organisation exchanges one kind of message with another, as it wrote it down itself. */
export interface AgreementTerms {
  readonly counterpartId: string;
  readonly kind: string;
  /** What it rests on: a covenant, a law, a decision. */
  readonly basis: string;
  readonly validFrom: PlainDate;
  /** The first day on which it no longer holds. */
  readonly validUntil: PlainDate;
}

/** The days on which an agreement holds. */
export type Term = Pick<AgreementTerms, 'validFrom' | 'validUntil'>;

export type AgreementRefusal = {
  readonly code: 'ends-before-start' | 'already-over' | 'runs-too-long' | 'recorded-before' | 'unknown-counterpart';
};

/** An agreement is looked at again at least every four years. [design: In Beeld] */
const LONGEST_TERM_MONTHS = 48;

const overlaps = (one: Term, other: Term) => one.validFrom < other.validUntil && other.validFrom < one.validUntil;

/** May this be written down today, beside what stands there? It may have begun earlier: a covenant is often signed first. */
export function checkAgreement(
  terms: AgreementTerms,
  recorded: readonly AgreementTerms[],
  today: PlainDate,
): Result<AgreementTerms, AgreementRefusal> {
  if (terms.validUntil <= terms.validFrom) return err({ code: 'ends-before-start' });
  if (terms.validUntil <= today) return err({ code: 'already-over' });
  if (terms.validUntil > addMonths(terms.validFrom, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  const same = recorded.filter((each) => each.counterpartId === terms.counterpartId && each.kind === terms.kind);
  if (same.some((each) => overlaps(each, terms))) return err({ code: 'recorded-before' });
  return ok(terms);
}

/** How an agreement stands: both sides hold it, only one does, it begins later, or it is over. */
export type AgreementState = 'holds' | 'waits-for-other' | 'coming' | 'over';

const holdsOn = (term: Term, day: PlainDate) => term.validFrom <= day && day < term.validUntil;

/** How one's own agreement stands today, beside what the other side wrote down for the same kind of message. */
export function agreementOn(own: Term, theirs: readonly Term[], today: PlainDate): AgreementState {
  if (own.validUntil <= today) return 'over';
  if (own.validFrom > today) return 'coming';
  return theirs.some((each) => holdsOn(each, today)) ? 'holds' : 'waits-for-other';
}
