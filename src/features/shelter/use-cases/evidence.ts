import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { POLICE_REGIONS } from '../../../shared-kernel/police-region.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type AskedRow, type Evidence, evidenceOf } from '../domain/evidence.ts';
import { arrivalsBetween, askedBetween, staysBetween } from '../persistence/evidence-query.ts';

/** Where a place was sought, as the figures name it. */
export const EVIDENCE_REGIONS: readonly string[] = [...POLICE_REGIONS, 'unknown'];

/** A calendar year; the running month never counts, for who looks twice would see one person come. */
export interface Period {
  readonly year: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** What was asked at the end of it may have ended later: as far as before the running month. */
  readonly seenUntil: PlainDate;
}

/** How many years back may be looked at: as long as a request that was used is sure to be kept. */
export const YEARS_BACK = 10;

/** The year that is meant, or the running one. */
export function periodOf(asked: number | undefined, today: PlainDate): Period {
  const thisYear = Number(today.slice(0, 4));
  const year = asked !== undefined && asked <= thisYear && asked > thisYear - YEARS_BACK ? asked : thisYear;
  const month = day(`${today.slice(0, 7)}-01`);
  const end = day(`${year + 1}-01-01`);
  return { year, from: day(`${year}-01-01`), until: end < month ? end : month, seenUntil: month };
}

/** What was asked in a period; in the own house. */
export const readAsked = (tx: Tx<'shelter.request'>, actor: Actor, { from, until }: Period) =>
  askedBetween(tx, actor.organisationId, dutchMoment(from), dutchMoment(until));

/** What came of it; through the door `mandate`, as who holds. */
export async function readCameOf(tx: Tx<'shelter.placement'>, actor: Actor, { from, until, seenUntil }: Period) {
  const { organisationId } = actor;
  return {
    stays: await staysBetween(tx, organisationId, dutchMoment(from), dutchMoment(until)),
    arrivals: await arrivalsBetween(tx, organisationId, dutchMoment(from), dutchMoment(seenUntil)),
  };
}

/** The evidence of a period, as it may be shown. */
export const evidenceIn = (
  asked: readonly AskedRow[],
  { stays, arrivals }: Awaited<ReturnType<typeof readCameOf>>,
  { until }: Period,
): Evidence => evidenceOf(asked, arrivals, stays, EVIDENCE_REGIONS, until);
