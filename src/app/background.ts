import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { layTrends } from '../features/insight/index.ts';
import { noticeUse } from '../features/privacy/index.ts';
import { realNow } from '../platform/clock/real-time.ts';
import { forgetForms } from '../platform/db/forget-forms.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { enter } from '../platform/db/transact.ts';
import { type Repeating, repeat } from '../platform/runner/repeat.ts';
import type { DueItem } from '../platform/runner/run-due.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { deliveryOf, type MailOptions, runEverythingDue, type Scanning } from './due-work.ts';
import { type LogKeeping, MONTHS_EVERY_MS, RETIRE_EVERY_MS, SEAL_EVERY_MS } from './log-keeping.ts';
import { TREND_SERIES } from './trend-series.ts';

const EVERY_MS = 5_000;
const SWEEP_MS = 30_000;
/** Nearly always it only asks whether a quarter closed. */
const TRENDS_EVERY_MS = 60_000;

/** Mostly it only looks when the last one was, and whether somebody was erased since. */
const BACKUPS_EVERY_MS = 60_000;

/** Use that stands out is told within a quarter of an hour; an hour is looked at again until it is well over. */
const NOTICE_EVERY_MS = 600_000;
const NOTICED_OVER_MS = 3 * 3_600_000;

/** What a process does besides answering. */
export interface Background {
  /** Everything that is due, now, also when another process is at it: for the clock of a demo. */
  runDue(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** The rounds of a process: what is due, and in a real database the mail that is ready. */
export function background(options: {
  readonly db: Kysely<DB>;
  readonly kind: 'demo' | 'real';
  /** Absent without a mail server; then letters wait until there is one. */
  readonly mail: MailOptions | undefined;
  /** Clears from the disk what was left of destroyed keys. */
  readonly sweepKeys: () => Promise<unknown>;
  readonly logs: LogKeeping;
  /** Makes the backup that is due; absent when somebody else sees to that. */
  readonly backUp?: (() => Promise<void>) | undefined;
  /** Absent without a virus scanner. */
  readonly scanning?: Scanning | undefined;
  /** The keys of organisations, for work that opens or seals. */
  readonly vault: Vault;
  readonly logger: Logger;
  /** Counts how its rounds go. */
  readonly count?: <T>(name: string, round: () => Promise<T>) => Promise<T>;
}): Background {
  const { db, kind, mail, sweepKeys, logs, backUp, vault, scanning, logger } = options;
  const counted = options.count ?? (<T>(_name: string, round: () => Promise<T>) => round());
  const rounds: Repeating[] = [];
  const state = { isStopping: false };
  const onItem = (error: unknown, { kind: what, id }: DueItem) =>
    logger.error({ err: error, what, id }, 'achtergrondwerk');
  const onError = (error: unknown) => logger.error({ err: error }, 'achtergrondwerk');
  return {
    async runDue() {
      await runEverythingDue(db, kind, { wait: true, onError: onItem, vault, scanning });
    },
    start() {
      const due = async () =>
        (await runEverythingDue(db, kind, { wait: false, onError: onItem, vault, scanning })).failed === 0;
      const every = (everyMs: number, name: string, round: () => Promise<unknown>) =>
        rounds.push(
          repeat(async () => (await counted(name, round)) !== false, {
            everyMs,
            onError,
          }),
        );
      every(EVERY_MS, 'due', due);
      every(SWEEP_MS, 'keys', async () => void (await sweepKeys()));
      every(MONTHS_EVERY_MS, 'months', logs.prepareMonths);
      every(RETIRE_EVERY_MS, 'forms', async () => void (await forgetForms(db)));
      every(RETIRE_EVERY_MS, 'retire', logs.retireMonths);
      if (backUp) every(BACKUPS_EVERY_MS, 'backup', backUp);
      every(SEAL_EVERY_MS, 'seal', logs.seal);
      every(NOTICE_EVERY_MS, 'notice', async () => {
        const until = realNow();
        await noticeUse(
          (tenantId, run) => enter(db, tenantId ? { door: 'own', tenantId } : { door: 'sealer', readOnly: true }, run),
          { from: new Date(until.getTime() - NOTICED_OVER_MS), until },
        );
      });
      every(TRENDS_EVERY_MS, 'trends', async () => {
        await layTrends(TREND_SERIES, (run) => enter(db, { door: 'insight' }, run), {
          isOver: () => state.isStopping,
        });
      });
      if (kind === 'demo') return;
      if (!mail) return logger.warn('SMTP_URL is niet ingesteld: e-mail blijft wachten');
      const deliver = deliveryOf(db, mail, (reason) => logger.warn({ reason }, 'e-mail ging niet weg'));
      every(EVERY_MS, 'mail', async () => void (await deliver()));
    },
    async stop() {
      state.isStopping = true;
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}
