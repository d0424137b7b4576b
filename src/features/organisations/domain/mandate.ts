import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** What an organisation may let another do in its place, with the words on screen. */
export const CAPABILITIES = {
  aanpak: 'De aanpak vastleggen (onderdeel K2.1)',
  plaatsing: 'Plekken geven aan mensen',
} as const;
export type Capability = keyof typeof CAPABILITIES;

/** Kinds of organisation that are given a mandate to place people in a shelter, and nothing else. */
export const PLACING_KINDS: readonly string[] = ['comensha', 'politie'];

/** What can be given to an organisation of this kind: placing to who places, the approach to a region or a neighbour. */
export const capabilityFor = (holderKind: string): Capability =>
  PLACING_KINDS.includes(holderKind) ? 'plaatsing' : 'aanpak';

/** Reading and exporting the records of an organisation that was taken over. Follows from a merger; nobody gives or takes it. */
export const SUCCESSION = 'opvolging';

/** A mandate as it is given: who may act, for what, on which ground, from a day until a day (not included). */
export interface MandateFacts {
  readonly holderId: string;
  readonly capability: Capability;
  readonly basis: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
}

export interface Mandate {
  readonly id: string;
  readonly giverId: string;
  readonly holderId: string;
  readonly capability: string;
  readonly basis: string;
  readonly validFrom: PlainDate;
  /** Null: without end, which only a merger gives. */
  readonly validUntil: PlainDate | null;
  readonly withdrawnOn: PlainDate | null;
}

export type MandateState = 'coming' | 'running' | 'lapsed' | 'withdrawn';

/** How a mandate stands on a day. Withdrawing works at once: on its day the mandate no longer holds. */
export function mandateOn(
  { validFrom, validUntil, withdrawnOn }: Pick<Mandate, 'validFrom' | 'validUntil' | 'withdrawnOn'>,
  today: PlainDate,
): MandateState {
  if (withdrawnOn !== null && withdrawnOn <= today) return 'withdrawn';
  if (validUntil !== null && validUntil <= today) return 'lapsed';
  return validFrom > today ? 'coming' : 'running';
}

export type MandateRefusal = {
  readonly code: 'unknown-holder' | 'starts-in-past' | 'ends-before-start' | 'runs-too-long' | 'already-given';
};

/** A mandate is looked at again at least every four years, the term of a council. [design: In Beeld] */
const LONGEST_TERM_MONTHS = 48;

/**
 * May this mandate be given today? `candidates` are the organisations it may be given to; a second one to the same holder for
 * the same days is refused, so that withdrawing one really ends it.
 */
export function checkMandate(
  facts: MandateFacts,
  given: readonly Mandate[],
  candidates: ReadonlySet<string>,
  today: PlainDate,
): Result<MandateFacts, MandateRefusal> {
  if (!candidates.has(facts.holderId)) return err({ code: 'unknown-holder' });
  if (facts.validFrom < today) return err({ code: 'starts-in-past' });
  if (facts.validUntil <= facts.validFrom) return err({ code: 'ends-before-start' });
  if (facts.validUntil > addMonths(facts.validFrom, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  const overlaps = given.some(
    (each) =>
      each.holderId === facts.holderId &&
      each.capability === facts.capability &&
      ['coming', 'running'].includes(mandateOn(each, today)) &&
      each.validFrom < facts.validUntil &&
      (each.validUntil === null || facts.validFrom < each.validUntil),
  );
  return overlaps ? err({ code: 'already-given' }) : ok(facts);
}
