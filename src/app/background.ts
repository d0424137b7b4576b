import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { DB } from '../platform/db/tables.generated.ts';
import { type Repeating, repeat } from '../platform/runner/repeat.ts';
import type { DueItem } from '../platform/runner/run-due.ts';
import { deliveryOf, type MailOptions, runEverythingDue } from './due-work.ts';

const EVERY_MS = 5_000;

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
  readonly logger: Logger;
}): Background {
  const { db, kind, mail, logger } = options;
  const rounds: Repeating[] = [];
  const onItem = (error: unknown, { kind: what, id }: DueItem) =>
    logger.error({ err: error, what, id }, 'achtergrondwerk');
  const onError = (error: unknown) => logger.error({ err: error }, 'achtergrondwerk');
  return {
    async runDue() {
      await runEverythingDue(db, kind, { wait: true, onError: onItem });
    },
    start() {
      const due = async () => (await runEverythingDue(db, kind, { wait: false, onError: onItem })).failed === 0;
      rounds.push(repeat(due, { everyMs: EVERY_MS, onError }));
      if (kind === 'demo') return;
      if (!mail) return logger.warn('SMTP_URL is niet ingesteld: e-mail blijft wachten');
      const deliver = deliveryOf(db, mail, (reason) => logger.warn({ reason }, 'e-mail ging niet weg'));
      const post = async () => {
        await deliver();
        return true;
      };
      rounds.push(repeat(post, { everyMs: EVERY_MS, onError }));
    },
    async stop() {
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}
