import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SignalClock } from '../domain/inbox.ts';
import type { SignalContent, SignalReport } from '../domain/signal-report.ts';
import type { SignalDeed, SignalStatus } from '../domain/signal-status.ts';
import type { TriageLevel, TriageReason } from '../domain/triage.ts';

/** One signal as its page shows it. */
export interface ReportFacts {
  readonly report: SignalReport;
  readonly status: SignalStatus;
  readonly clock: SignalClock;
  readonly deeds: readonly SignalDeed[];
  readonly content: SignalContent | undefined;
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly askedOn: PlainDate;
    readonly askedByName: string;
    readonly answeredOn: PlainDate | undefined;
    readonly answer: string | undefined;
  }[];
  readonly weighings: readonly {
    readonly id: string;
    readonly weighedOn: PlainDate;
    readonly weighedByName: string;
    readonly advice: TriageLevel;
    readonly adviceReasons: readonly TriageReason[];
    readonly outcome: TriageLevel;
    readonly because: string | undefined;
    readonly agreedByName: string | undefined;
    readonly agreedReason: string | undefined;
  }[];
  readonly samePlace: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly reporterName: string | undefined;
  readonly takenUpByName: string | undefined;
  /** Whether whoever looks took it up. */
  readonly isMine: boolean;
  readonly countdown: { readonly endsOn: PlainDate | undefined; readonly heldUntil: PlainDate | undefined } | undefined;
  /** Whole days until it is erased. */
  readonly daysLeft: number | undefined;
}
