import type { Tx } from '../../../platform/db/transact.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { EVERY_CELL } from '../domain/cells.ts';
import { countCoverage } from '../domain/coverage.ts';
import { lastDayOf } from '../domain/offer.ts';
import { type CoverageTables, readCoverage } from './coverage.ts';

/** What care coordination asks of a municipality today. */
export interface CareAttention {
  /** Combinations for which it is certain that nobody is there. */
  readonly gap: number;
  /** Offers that ended in the last three months, so that the gap is new. */
  readonly ended: readonly { readonly name: string; readonly organisationName: string }[];
  /** Offers that are there now and stop within three months, the first to stop first. */
  readonly ending: readonly { readonly name: string; readonly organisationName: string; readonly last: PlainDate }[];
}

const NEW_DAYS = 92;

/** What somebody who looks after care coordination must know when she comes in: a gap, and who stopped. Door `published`. */
export async function careAttention(
  tx: Tx<CoverageTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  today: PlainDate,
): Promise<CareAttention> {
  const coverage = await readCoverage(tx, organisationId, today);
  const since = addDays(today, -NEW_DAYS);
  const ended = coverage.offers.flatMap(({ offer, standing }) => {
    const last = lastDayOf(offer);
    if (standing !== 'ended' || offer.isFormer || last === undefined || last < since) return [];
    return [{ name: offer.name, organisationName: offer.organisationName }];
  });
  const until = addDays(today, NEW_DAYS);
  const ending = coverage.offers.flatMap(({ offer, standing }) => {
    const last = lastDayOf(offer);
    if (standing === 'ended' || offer.isFormer || last === undefined || last > until) return [];
    return [{ name: offer.name, organisationName: offer.organisationName, last }];
  });
  return {
    gap: countCoverage(coverage, EVERY_CELL).gap,
    ended,
    ending: ending.toSorted((one, other) => one.last.localeCompare(other.last)),
  };
}
