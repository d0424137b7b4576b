import type { DomainTime, Tx } from '../../platform/db/transact.ts';
import { caseStatus } from './domain/cases/case-file.ts';
import { type Asking, type HeldCaseTables, heldCase } from './use-cases/cases/held-case.ts';

/**
 * What a case gives to who looks for a place: that it is there, that this person works on it, and for which purpose it may be asked.
 * Nothing else leaves by this way; what a shelter needs to know is asked there, with a consent of its own.
 */
export interface CaseForShelter {
  readonly caseId: string;
  /** Looking for a place and assigning it. */
  readonly purpose: 'VA-04';
}

/** The case behind a code, held until the deed is done; undefined when she does not work on it, or it is closed. */
export async function caseForShelter(
  tx: Tx<HeldCaseTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<CaseForShelter | undefined> {
  const held = await heldCase(tx, asking, code, time);
  if (!held.ok || caseStatus(held.value, time.today) === 'closed') return undefined;
  return { caseId: held.value.id, purpose: 'VA-04' };
}
