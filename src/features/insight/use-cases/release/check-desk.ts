import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import { runInThread, type ThreadOutcome, type ThreadRun } from '../../../../platform/threads/run-in-thread.ts';
import { workerFile } from '../../../../platform/threads/worker-file.ts';
import { CHECK_LIMIT_MS, type CheckEnding, type CheckResult } from '../../domain/release/proposal.ts';
import { releasedFigures } from '../../domain/release/released-figures.ts';
import { finishCheck } from '../../persistence/proposal-store.ts';
import type { CheckAnswer } from '../disclosure/check-publication.ts';
import { type Checkable, digestOf } from './proposals.ts';

/** Opens a transaction as an organisation, long after the request that asked for it was answered. */
export type InTenant = (
  tenantId: string,
  run: (tx: Tx<'insight.proposal' | 'insight.run'>, time: DomainTime) => Promise<void>,
) => Promise<void>;

/** How a check ended; for a safe one the very text that is agreed with and comes out. */
export interface CheckEnd {
  readonly ending: CheckEnding;
  readonly text: string | null;
  readonly sha256: string | null;
}

/** Writes down how a check ended. */
export type WriteCheck = (tenantId: string, checkable: Checkable, end: CheckEnd) => Promise<void>;

/** Checks proposals in a thread of their own, and has written down how that ended. */
export interface CheckDesk {
  start(tenantId: string, checkable: Checkable): void;
  /** How far a check is, from 0 to 1; undefined when another process has it, or nobody. */
  shareOf(id: string): number | undefined;
  /** Ends every thread, and waits until that is written down. */
  close(): Promise<void>;
}

/** Writes into the proposal of the organisation that made it. */
export function writeChecks(inTenant: InTenant): WriteCheck {
  return (tenantId, { subject, startedAt, against }, end) =>
    inTenant(tenantId, (tx, { now }) => finishCheck(tx, tenantId, subject.id, startedAt, { ...end, at: now, against }));
}

export function openCheckDesk(
  write: WriteCheck,
  complain: (problem: unknown) => void,
  { limitMs = CHECK_LIMIT_MS, file }: { readonly limitMs?: number; readonly file?: URL } = {},
): CheckDesk {
  const busy = new Map<
    string,
    { readonly run: ThreadRun<CheckAnswer>; share: number; readonly written: Promise<void> }
  >();
  return {
    start(tenantId, checkable) {
      const { id } = checkable.subject;
      const run = runInThread<CheckAnswer>(
        file ?? workerFile('features/insight/disclosure-worker'),
        checkable.task,
        limitMs,
        (share) => {
          const entry = busy.get(id);
          if (entry) entry.share = share;
        },
      );
      const written = run.outcome
        .then((outcome) => write(tenantId, checkable, endOf(outcome, checkable.proposal)))
        .catch(complain)
        .finally(() => busy.delete(id));
      busy.set(id, { run, share: 0, written });
    },
    shareOf: (id) => busy.get(id)?.share,
    async close() {
      const all = [...busy.values()];
      for (const { run } of all) run.stop();
      await Promise.all(all.map(({ written }) => written));
    },
  };
}

/** A thread that died, was stopped or took too long proves nothing, and neither does a contradiction: only `safe` has a text. */
function endOf(outcome: ThreadOutcome<CheckAnswer>, { title, years, properties }: Checkable['proposal']): CheckEnd {
  const nothing = { text: null, sha256: null };
  if (outcome.kind !== 'done') return { ...nothing, ending: outcome.kind === 'too-long' ? 'too-long' : 'died' };
  const { answer } = outcome;
  if (answer.ending !== 'safe') return { ...nothing, ending: answer.ending };
  const result: CheckResult = {
    figures: releasedFigures(title, years, properties, answer.publication),
    report: answer.report,
  };
  const text = JSON.stringify(result);
  return { ending: 'safe', text, sha256: digestOf(text) };
}
