import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { preparingClient } from './preparing-client.ts';
import type { DB } from './tables.generated.ts';

export interface Database {
  readonly kysely: Kysely<DB>;
  /** How its connections stand now. */
  pool(): PoolState;
  close(): Promise<void>;
}

/** Connections that are open, those of them that nobody uses, and how many wait for one. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

const INT8 = 20;
const DATE = 1082;
const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === INT8) return toSafeInteger;
      if (oid === DATE) return (text: string) => text;
    }
    return types.getTypeParser(oid, format as 'text');
  },
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint from the database does not fit in a number');
  return value;
}

/**
 * What connections are for. Serving: nobody waits longer than fifteen seconds for a statement. Filling: examples are laid, and nobody
 * waits for the disk at each commit; the next commit that does wait makes all of them last. Administering: a second process may have
 * to wait until the first has filled the database, however slow the machine.
 */
export type ConnectionWork = 'serving' | 'filling' | 'administering';

/** Opens the pool of the application: bigint as number, date as 'YYYY-MM-DD', numeric as text, timestamptz as Date. */
export function connect(
  url: string,
  onError: (error: Error) => void,
  connections = 12,
  work: ConnectionWork = 'serving',
): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    Client: preparingClient(),
    application_name: 'in-beeld',
    ...(work === 'serving' && {
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      // all connections busy: better a word than a page that never comes
      connectionTimeoutMillis: 20_000,
    }),
    types: parsers as never,
    ...(work === 'filling' && { options: '-c synchronous_commit=off' }),
  });
  pool.on('error', onError);
  // a connection that breaks while somebody works on it says so itself; with nobody listening, the process would end
  pool.on('connect', (client) => client.on('error', onError));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => kysely.destroy(),
  };
}

/** Counts the statements of a request, to know what a page costs. */
export interface StatementMeter {
  statements: number;
}

/** A plugin that adds every statement to the meter. */
export function metering(meter: StatementMeter): KyselyPlugin {
  return {
    transformQuery({ node }) {
      meter.statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
