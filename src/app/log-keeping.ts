import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type MissingMonth, prepareMonths } from '../platform/audit/months.ts';
import { createSealer, type Sealer, SealTamperedWith } from '../platform/audit/seal.ts';
import { INSTALLATION, sealKeysOf } from '../platform/audit/seal-signer.ts';
import { realNow } from '../platform/clock/real-time.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { countMonths, dropEmptyMonths } from '../platform/retention/erase-months.ts';
import type { Vault } from '../platform/vault/vault.ts';

/** A line waits for its seal a minute at most. */
export const SEAL_EVERY_MS = 50_000;
/** Looked at often, so that the next month is there long before it begins. */
export const MONTHS_EVERY_MS = 600_000;
/** A month ends twelve times a year; who missed that moment has it an hour later. */
export const RETIRE_EVERY_MS = 3_600_000;

/** What /gezond says of the logs. */
export interface LogHealth {
  status: 'in orde' | 'verzegelen lukt niet' | 'zegel is aangetast' | 'maand ontbreekt';
  /** Until when everything is sealed, on the real clock; absent before the first round. */
  verzegeldTot?: string;
  ontbreekt?: readonly string[];
}

/** Keeps the logs: lays their months ahead, seals them, and says when one of the two does not succeed. */
export interface LogKeeping {
  readonly health: LogHealth;
  prepareMonths(): Promise<void>;
  /** Counts the time of the months that are over, and drops those that hold nothing any more. In a demo nothing is that old. */
  retireMonths(): Promise<void>;
  /** Says in `health` and in the log when it does not succeed; the next round comes as soon as ever. */
  seal(): Promise<void>;
}

/** The sealer of an installation, with its key from the vault. */
export function sealerOf(db: Kysely<DB>, vault: Vault, kind: 'demo' | 'real'): Sealer {
  const keysNow = async () => sealKeysOf(await vault.keysFor(INSTALLATION));
  // a demo may begin anew while it runs: then the seal begins anew too
  return createSealer(db, keysNow, { remembers: kind === 'real' });
}

export function keepLogs(options: {
  readonly db: Kysely<DB>;
  readonly vault: Vault;
  readonly kind: 'demo' | 'real';
  readonly logger: Logger;
}): LogKeeping {
  const { db, vault, kind, logger } = options;
  const sealer = sealerOf(db, vault, kind);
  const health: LogHealth = { status: 'in orde' };
  const state = { missing: [] as readonly MissingMonth[], sealing: 'in orde' as LogHealth['status'] };

  function tell(): void {
    health.status = state.missing.length > 0 ? 'maand ontbreekt' : state.sealing;
    if (state.missing.length > 0) health.ontbreekt = state.missing.map(({ log, month }) => `${log} ${month}`);
    else delete health.ontbreekt;
  }

  return {
    health,
    async prepareMonths() {
      state.missing = await prepareMonths(db);
      tell();
      if (state.missing.length > 0)
        logger.error(
          { ontbreekt: health.ontbreekt },
          'een maand van de logboeken ontbreekt: straks gaat niets meer door',
        );
    },
    async retireMonths() {
      if (kind === 'demo') return;
      const counted = await countMonths(db);
      const dropped = await dropEmptyMonths(db);
      if (counted + dropped > 0) logger.info({ geteld: counted, verwijderd: dropped }, 'maanden van de logboeken');
    },
    async seal() {
      const begun = realNow();
      try {
        // a root in the log of the process is a root that is kept outside the database
        for (const { no, hash, lines, flags } of await sealer.seal())
          logger.info(
            { zegel: no, wortel: hash.toString('hex'), regels: lines, ...(flags.length > 0 && { flags }) },
            'zegel',
          );
        state.sealing = 'in orde';
        health.verzegeldTot = begun.toISOString();
      } catch (error) {
        state.sealing = error instanceof SealTamperedWith ? 'zegel is aangetast' : 'verzegelen lukt niet';
        logger.error({ err: error }, state.sealing);
      } finally {
        tell();
      }
    },
  };
}
