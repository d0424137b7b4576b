import type { PrimaryReason } from '../disclosure/primary.ts';
import type { Property } from './property.ts';
import type { ReleasedFigures } from './released-figures.ts';

/** Why a cell was hidden, as the report counts them. */
export type ReportedReason = PrimaryReason | 'beside' | 'before';

/** What the protection did and what the attacker found: nothing in it tells a count. */
export interface CheckReport {
  readonly cells: number;
  readonly shown: number;
  readonly hidden: Readonly<Record<ReportedReason, number>>;
  /** Hidden cells the attacker found while nothing was hidden beside them. */
  readonly recoveredBefore: number;
  /** Hidden cells a fresh attacker found in the end: a safe publication has none. */
  readonly recoveredAfter: number;
  /** Counts that had to stay hidden, also in the table nobody publishes and in changes since earlier editions. */
  readonly attacked: number;
  /** The narrowest range of whole people that was proven to remain of one of them. */
  readonly narrowest: number | null;
  /** How often a linear program was solved. */
  readonly solves: number;
  /** Earlier editions about the same years that were taken along. */
  readonly editions: number;
  /** Name and version of the solver. */
  readonly solver: string;
}

/**
 * How a check ended. `safe`: the attacker found nothing. `cannot-protect`: because of what was published before, or because it
 * stands alone. `found`: a fresh attacker still found a cell. `contradiction`: the program has no answer, so it proves nothing.
 */
export type CheckEnding = 'safe' | 'cannot-protect' | 'found' | 'contradiction' | 'too-long' | 'died';

export interface CheckResult {
  readonly figures: ReleasedFigures;
  readonly report: CheckReport;
}

/** A proposal to release figures, of the organisation that made it. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly years: readonly string[];
  readonly properties: readonly Property[];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly checkStartedAt: Date;
  readonly check: FinishedCheck | undefined;
}

export interface FinishedCheck {
  readonly ending: CheckEnding;
  readonly at: Date;
  /** Digest of the editions there were when the check began: another one makes it stale. */
  readonly against: string;
  readonly result: CheckResult | undefined;
  readonly sha256: string | undefined;
}

/** One check takes at most this long. */
export const CHECK_LIMIT_MS = 120_000;
/** Checks wait in line with estimates; without an ending after this long, nobody is at it any more. */
const LOST_AFTER_MS = 20 * 60_000;

/** Where a check stands now; `lost` when the server stopped during it. */
export function checkState(
  { check, checkStartedAt }: Pick<Proposal, 'check' | 'checkStartedAt'>,
  now: Date,
): CheckEnding | 'busy' | 'lost' {
  if (check) return check.ending;
  return now.getTime() - checkStartedAt.getTime() > LOST_AFTER_MS ? 'lost' : 'busy';
}
