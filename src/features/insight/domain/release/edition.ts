import type { CheckReport } from './proposal.ts';
import type { ReleasedFigures } from './released-figures.ts';

/** An edition of released figures as the log tells it. */
export interface LoggedEdition {
  readonly reference: string;
  readonly title: string;
  readonly years: readonly string[];
  readonly releasedAt: Date;
  /** Names of the two organisations, as they were then. */
  readonly askedBy: string;
  readonly releasedBy: string;
  readonly report: CheckReport;
  /** Digest of figures and report together, as both organisations saw them. */
  readonly sha256: string;
}

export interface ReleasedEdition extends LoggedEdition {
  readonly figures: ReleasedFigures;
}
