import type { Study, StudyOptions } from './study.ts';

/** How a run ended; `lost` when the server stopped while it computed, `cancelled` by who asked for it. */
export type RunEnding = 'done' | 'too-long' | 'died' | 'lost' | 'cancelled';

/** A stored computation. Same table, options and version: same study. */
export interface EstimateRun {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly repeatsId: string | null;
  /** Canonical text of the table. */
  readonly captureTable: string;
  readonly tableHash: string;
  readonly observed: number;
  readonly options: StudyOptions;
  readonly version: string;
  readonly requestedAt: Date;
  readonly ending: RunEnding | null;
  readonly endedAt: Date | null;
  readonly study: Study | null;
}

/** A run as a list shows it. */
export type RunSummary = Omit<EstimateRun, 'study' | 'captureTable' | 'options'>;

/** One run computes at most this long. */
export const RUN_LIMIT_MS = 60_000;
/** Runs wait in line, one computing at a time; without an ending after this long, nobody is computing it any more. */
const LOST_AFTER_MS = 20 * 60_000;

/** Where a run stands now: an open run that is too old was lost with its server. */
export function runState(
  { ending, requestedAt }: Pick<EstimateRun, 'ending' | 'requestedAt'>,
  now: Date,
): RunEnding | 'busy' {
  return ending ?? (now.getTime() - requestedAt.getTime() > LOST_AFTER_MS ? 'lost' : 'busy');
}
