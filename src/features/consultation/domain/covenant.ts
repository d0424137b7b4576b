import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { PartyType } from './party.ts';

export type CovenantKind = 'covenant' | 'processing';

/** Who is a party besides the organisation itself. */
export interface Party {
  readonly organisationId: string | undefined;
  readonly name: string;
  readonly type: PartyType;
}

/** A covenant or a processing agreement, as the organisation wrote it down. */
export interface Covenant {
  readonly id: string;
  readonly kind: CovenantKind;
  readonly title: string;
  readonly purpose: string;
  readonly basis: string;
  readonly validFrom: PlainDate;
  /** The first day on which it no longer holds. */
  readonly validUntil: PlainDate;
  readonly reviewOn: PlainDate;
  readonly endedOn: PlainDate | undefined;
  readonly recordedByName: string;
  readonly parties: readonly Party[];
}

export type CovenantRefusal = {
  readonly code: 'ends-before-start' | 'already-over' | 'runs-too-long' | 'review-outside' | 'no-parties';
};

/** Looked at again at least every four years, as an agreement to exchange is. [design: In Beeld] */
const LONGEST_TERM_MONTHS = 48;

/** May this be written down today? It may have begun earlier; the review lies within the period. */
export function checkCovenant(
  covenant: Pick<Covenant, 'validFrom' | 'validUntil' | 'reviewOn' | 'parties'>,
  today: PlainDate,
): Result<true, CovenantRefusal> {
  const { validFrom, validUntil, reviewOn } = covenant;
  if (validUntil <= validFrom) return err({ code: 'ends-before-start' });
  if (validUntil <= today) return err({ code: 'already-over' });
  if (validUntil > addMonths(validFrom, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  if (reviewOn < today || reviewOn > validUntil) return err({ code: 'review-outside' });
  if (covenant.parties.length === 0) return err({ code: 'no-parties' });
  return ok(true);
}

export type CovenantState = 'holds' | 'review' | 'coming' | 'over';

/** How it stands on a day: one whose review has come still holds. */
export function covenantOn(
  covenant: Pick<Covenant, 'validFrom' | 'validUntil' | 'reviewOn' | 'endedOn'>,
  today: PlainDate,
): CovenantState {
  if (covenant.validUntil <= today || (covenant.endedOn !== undefined && covenant.endedOn <= today)) return 'over';
  if (covenant.validFrom > today) return 'coming';
  return covenant.reviewOn <= today ? 'review' : 'holds';
}

/** Whether it is in force on this day. */
export const inForce = (covenant: Parameters<typeof covenantOn>[0], today: PlainDate): boolean =>
  ['holds', 'review'].includes(covenantOn(covenant, today));

/** Which elements of the approach an agreement with these kinds of organisation speaks for. [content/approach, theme 4] */
const ELEMENTS: readonly (readonly [string, readonly PartyType[]])[] = [
  ['K4.1', ['police']],
  ['K4.2', ['care-coordination', 'comensha']],
  ['K4.3', ['riec', 'care-and-safety-house']],
  [
    'K4.7',
    [
      'labour-inspectorate',
      'immigration-service',
      'border-police',
      'reception-authority',
      'housing-corporation',
      'public-health',
    ],
  ],
  ['K4.8', ['municipality']],
];

/** The elements a covenant speaks for, each with the names of the parties that make it so. */
export function elementsOf(parties: readonly Party[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    ELEMENTS.flatMap(([element, types]) => {
      const names = parties.filter(({ type }) => types.includes(type)).map(({ name }) => name);
      return names.length > 0 ? [[element, names] as const] : [];
    }),
  );
}
