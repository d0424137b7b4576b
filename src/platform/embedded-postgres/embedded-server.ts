import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { stopwatch } from '../clock/real-time.ts';
import { newSecret } from '../ids/uuid.ts';
import { EmbeddedServerError, explained } from './embedded-server-error.ts';
import { isServer, takeLock } from './lock-file.ts';
import { findNativePackage, type NativePackage, runnableBinaries } from './server-binaries.ts';
import {
  absent,
  type Cluster,
  createCluster,
  freePort,
  leaveToOwner,
  locateCluster,
  markStale,
  readPostmaster,
  spawnServer,
  stopServer,
  unlessItExists,
} from './server-cluster.ts';

export { EmbeddedServerError };

/** A PostgreSQL server that we run ourselves, shared by all processes with the same data directory. */
export interface EmbeddedServer {
  /** Connection string of the superuser, only for migrations. */
  readonly adminUrl: (database: string) => string;
  readonly host: string;
  readonly port: number;
  /** PostgreSQL's own version, for instance `18.4`. */
  readonly version: string;
  /**
   * Lets go of the server; the last process that shares it stops it (fast shutdown) and waits until it is gone.
   * Close pools first: a fast shutdown ends their sessions.
   */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder for data, password, port and log. Made when it is missing. */
  readonly dataDir: string;
  /** `false` trades safety after a power cut for speed, for tests. Default `true`. */
  readonly durable?: boolean;
  /** What takes time, when it begins: copying binaries, making the cluster, starting, or taking over a live server. */
  readonly onStep?: (step: EmbeddedStep) => void;
}

export type EmbeddedStep = 'kopieren' | 'initdb' | 'starten' | 'overnemen';

/** What we remember beside the data, readable for us alone. */
interface Memory {
  /** Random: a fresh checkout at an old path never meets the old data. */
  readonly id: string;
  readonly password: string;
  readonly port: number | undefined;
}

/** A connection that holds the shared lock, and what the server said about itself. */
interface Held {
  readonly client: Client;
  readonly port: number;
  readonly version: string;
  readonly durable: boolean;
}

const HOST = '127.0.0.1';
/** Any number does: nothing else takes advisory locks in the database `postgres` of this server. */
const SHARED_USE = 7_260_342;
const STARTS = 5;
/** Recovery after a power cut replays everything since the last checkpoint; that may take minutes on a slow disk. */
const START_PATIENCE_MS = 300_000;

/**
 * Starts the server of `dataDir`, or joins the one that already runs there, also when the process that started it was
 * killed. Every process holds a shared advisory lock as long as it uses the server.
 * @throws EmbeddedServerError when that cannot be; nothing half-made stays behind.
 */
export async function acquireEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const wanted = path.resolve(options.dataDir);
  try {
    await mkdir(path.dirname(wanted), { recursive: true });
    await mkdir(wanted, { mode: 0o700 }).catch(unlessItExists);
    const dataDir = await realpath(wanted);
    const unlock = await takeLock(path.join(dataDir, 'postgres.lock'));
    try {
      return await acquire(dataDir, options);
    } finally {
      await unlock();
    }
  } catch (error) {
    throw explained(error, wanted);
  }
}

async function acquire(dataDir: string, { durable = true, onStep }: EmbeddedOptions): Promise<EmbeddedServer> {
  const native = await findNativePackage();
  const memory = await remember(dataDir);
  const cluster = await locateCluster(dataDir, durable, memory.id, native.version.split('.')[0]!);
  const found = await join(cluster, memory);
  if (found) onStep?.('overnemen');
  const held = found ?? (await start(cluster, native, memory, onStep));

  const letGo = keepHolding(held.client, () => hold(cluster, memory.password, held.port));
  let released: Promise<void> | undefined;
  return {
    adminUrl: (database) =>
      `postgres://postgres:${memory.password}@${HOST}:${held.port}/${encodeURIComponent(database)}`,
    host: HOST,
    port: held.port,
    version: held.version,
    release: () => {
      released ??= letGo().then(() => stopWhenLast(cluster, native, memory.password, held.port));
      return released;
    },
  };
}

type OnStep = EmbeddedOptions['onStep'];

async function start(cluster: Cluster, native: NativePackage, memory: Memory, onStep: OnStep): Promise<Held> {
  const bin = await runnableBinaries(native, cluster.home, cluster.user, () => onStep?.('kopieren'));
  if (!cluster.isMade) {
    onStep?.('initdb');
    await createCluster(cluster, bin, memory.password);
  }
  onStep?.('starten');
  // Somebody may take the port between our look and the server's, and children of a killed server need a moment to leave.
  for (let attempt = 0; attempt < STARTS; attempt++) {
    await sleep(attempt * 200);
    const port = await freePort(attempt === 0 ? memory.port : undefined);
    if (port !== memory.port) await keep(cluster.dataDir, { ...memory, port });
    const child = await spawnServer(cluster, bin, port);
    const held = await join(cluster, memory, child);
    if (held) return held;
  }
  const log = await readFile(path.join(cluster.dataDir, 'postgres.log'), 'utf8');
  throw new Error(log.trim().split('\n').slice(-3).join(' '));
}

/** Joins the server that lives on this cluster, waiting until it is ready; nothing when there is none, or `child` ended. */
async function join(cluster: Cluster, memory: Memory, child?: ChildProcess): Promise<Held | undefined> {
  const elapsed = stopwatch();
  while (elapsed() < START_PATIENCE_MS) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster && (await isServer(postmaster.pid, postmaster.directory))) {
      if (path.resolve(postmaster.directory) !== cluster.path) {
        throw new EmbeddedServerError(
          `Op de gegevens in ${cluster.path} draait al een databaseserver, gestart vanuit een andere map: ${postmaster.directory} (proces ${postmaster.pid}). Stop eerst het programma dat die map gebruikt, of verwijder ${cluster.path}/postmaster.pid als deze map een kopie is.`,
        );
      }
      const held =
        postmaster.port && (await hold(cluster, memory.password, postmaster.port).catch(unlessRefusedForGood));
      if (held && cluster.durable && !held.durable) {
        await held.client.end();
        throw new EmbeddedServerError(
          `Op ${cluster.path} draait een server voor tests, die gegevens kan verliezen. Stop eerst de tests die deze map gebruiken, of kies met DATA_DIR een andere map.`,
        );
      }
      if (held) return held;
    } else if (!child) {
      if (postmaster) await markStale(cluster);
      return undefined;
    } else if (child.exitCode !== null || child.signalCode !== null) {
      return undefined;
    }
    await sleep(20);
  }
  throw new EmbeddedServerError(
    `De database in ${cluster.path} is na vijf minuten nog niet klaar. Lees postgres.log in de map met gegevens en start daarna opnieuw.`,
  );
}

/** Connects as superuser and makes sure that it is the server of this cluster that answers. */
async function connect(cluster: Cluster, password: string, port: number): Promise<Held> {
  const client = new Client({
    host: HOST,
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string; version: string; fsync: string }>(
      `select current_setting('data_directory') as directory, current_setting('server_version') as version,
              current_setting('fsync') as fsync`,
    );
    const { directory, version, fsync } = rows[0]!;
    if (path.resolve(directory) !== cluster.path) throw new Error(`port ${port} serves ${directory}`);
    return { client, port, version, durable: fsync === 'on' };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function hold(cluster: Cluster, password: string, port: number): Promise<Held> {
  const held = await connect(cluster, password, port);
  await held.client.query('select pg_advisory_lock_shared($1)', [SHARED_USE]);
  return held;
}

/** Takes the lock again when its connection is lost, so that no other process stops the server under us. */
function keepHolding(first: Client, again: () => Promise<Held>): () => Promise<void> {
  let client = first;
  let done = false;
  const watch = (): void => {
    client.once('end', async () => {
      while (!done) {
        await sleep(500, undefined, { ref: false });
        const held = await again().catch(() => undefined);
        if (!held) continue;
        client = held.client;
        if (done) await client.end();
        else watch();
        return;
      }
    });
  };
  watch();
  return async () => {
    done = true;
    await client.query('select pg_advisory_unlock_shared($1)', [SHARED_USE]).catch(() => undefined);
    await client.end().catch(() => undefined);
  };
}

async function stopWhenLast(cluster: Cluster, native: NativePackage, password: string, port: number): Promise<void> {
  const unlock = await takeLock(path.join(cluster.dataDir, 'postgres.lock'));
  try {
    const held = await connect(cluster, password, port).catch(() => undefined);
    if (!held) return;
    const { rows } = await held.client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      SHARED_USE,
    ]);
    await held.client.end();
    if (rows[0]!.last) await stopServer(cluster, native);
  } finally {
    await unlock();
  }
}

async function remember(dataDir: string): Promise<Memory> {
  const file = path.join(dataDir, 'postgres.json');
  const text = await readFile(file, 'utf8').catch(absent);
  if (text === undefined && (await stat(path.join(dataDir, 'postgres')).catch(absent)) === undefined) {
    const memory = { id: randomBytes(16).toString('hex'), password: newSecret(), port: undefined };
    await keep(dataDir, memory);
    return memory;
  }
  try {
    const { id, password, port } = JSON.parse(text ?? '') as Partial<Memory>;
    if (typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) && typeof password === 'string')
      return { id, password, port };
  } catch {
    // Said below.
  }
  throw new EmbeddedServerError(
    `Het bestand ${file} ontbreekt of is beschadigd. Het hoort bij de gegevens in ${dataDir}/postgres en bevat het wachtwoord ervan. Zet het terug uit een reservekopie.`,
  );
}

async function keep(dataDir: string, memory: Memory): Promise<void> {
  const file = path.join(dataDir, 'postgres.json');
  await writeFile(`${file}.nieuw`, JSON.stringify(memory), { mode: 0o600, flush: true });
  await leaveToOwner(dataDir, `${file}.nieuw`);
  await rename(`${file}.nieuw`, file);
}

/** A server that starts or stops is worth waiting for; one that does not let us in (SQLSTATE class 28) never will. */
function unlessRefusedForGood(error: Error & { code?: string }): undefined {
  if (!error.code?.startsWith('28')) return undefined;
  throw new EmbeddedServerError(
    'De database kent het wachtwoord in postgres.json niet. Dat bestand en de map postgres horen bij elkaar: zet ze samen terug uit dezelfde reservekopie.',
  );
}
