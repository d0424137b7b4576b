import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopwatch } from '../clock/real-time.ts';
import { newSecret } from '../ids/uuid.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { isServer } from './lock-file.ts';
import { type NativePackage, run, type ServerUser, surroundings } from './server-binaries.ts';

const STOP_PATIENCE_MS = 60_000;
/** Rotated at a start, so that the log of an installation that runs for years stays small. */
const LOG_LIMIT_BYTES = 5_000_000;
/** Numbers that no distribution and no `useradd` hands out (systemd, "Users, Groups, UIDs and GIDs": 60706–61183 unused). */
const FIRST_FREE_UID = 60_706;
const FREE_UIDS = 478;

/** Where the data lives and who runs the server on it. */
export interface Cluster {
  /** Our folder, with password, port, lock and log. */
  readonly dataDir: string;
  /** Whether a commit survives a power cut; `false` only for tests. */
  readonly durable: boolean;
  /** The data directory, without symbolic links, as PostgreSQL itself names it. */
  readonly path: string;
  /** Folder that also holds the copy of the binaries, when one is needed. */
  readonly home: string;
  readonly user: ServerUser | undefined;
  /** Whether there is data already. */
  readonly isMade: boolean;
}

/** The first lines of `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly directory: string;
  /** Only when the server says that it is ready for connections. */
  readonly port: number | undefined;
}

/**
 * Finds the data of `dataDir`, or the place where it will be made: `<dataDir>/postgres`. When we are root and PostgreSQL's
 * own user cannot reach that, the place is a folder named after `id` under `/var/lib`, to which `<dataDir>/postgres` links.
 * @throws EmbeddedServerError, before anything is changed, when another major version of PostgreSQL made the data.
 */
export async function locateCluster(dataDir: string, durable: boolean, id: string, major: string): Promise<Cluster> {
  const link = join(dataDir, 'postgres');
  const isThere = (await lstat(link).catch(absent)) !== undefined;
  const data = await stat(link).catch(absent);
  if (isThere && !data) {
    throw new EmbeddedServerError(
      `De gegevens van de database zijn verdwenen: ${link} verwijst naar een map die niet meer bestaat. Zet die map terug uit een reservekopie. Wilt u met een lege database beginnen? Verwijder dan ${dataDir}.`,
    );
  }
  const madeBy = (await readFile(join(link, 'PG_VERSION'), 'utf8').catch(absent))?.trim();
  if (madeBy !== undefined && madeBy !== major) {
    throw new EmbeddedServerError(
      `De gegevens in ${link} zijn gemaakt met PostgreSQL ${madeBy}; deze versie van het programma werkt met PostgreSQL ${major}. Er is niets gewijzigd. Maak met de vorige versie van het programma een reservekopie, kies met DATA_DIR een nieuwe map en zet de reservekopie daar terug.`,
    );
  }
  const user = serverUser(id, data);
  let home = data ? dirname(await realpath(link)) : dataDir;
  const closed = await closedFolderAbove(home, user);
  if (closed !== undefined) {
    if (data) {
      throw new EmbeddedServerError(
        `De databaseserver kan de map ${home} niet bereiken, omdat ${closed} gesloten is voor andere gebruikers en de server niet als root mag draaien. Zet die map open met chmod o+x, of verplaats DATA_DIR.`,
      );
    }
    home = await homeElsewhere(id);
  }
  if (user) await letIn(home, user);
  const path = join(home, 'postgres');
  const isMade = (await stat(path).catch(absent)) !== undefined;
  if (isMade && !data) await symlink(path, link); // an earlier start was interrupted just before this
  if (user && data?.uid === 0) await giveTo(user, path);
  return { dataDir, durable, path, home, user, isMade };
}

/** Makes an empty cluster under a temporary name and renames it when complete, so that half a cluster never counts. */
export async function createCluster(cluster: Cluster, bin: string, password: string): Promise<void> {
  const draft = `${cluster.path}.nieuw-${newSecret(6)}`;
  const passwordFile = `${draft}.wachtwoord`;
  try {
    await removeDrafts(cluster.home);
    // initdb insists on a user that has a name; the server does not.
    const maker = cluster.user && { uid: await uidOfNobody(), gid: cluster.user.gid };
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (maker) {
      await chown(draft, maker.uid, maker.gid);
      await chown(passwordFile, maker.uid, maker.gid);
    }
    const how = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8', '--username=postgres'];
    const auth = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...(cluster.durable ? [] : ['--no-sync'])];
    await run(join(bin, 'initdb'), ['-D', draft, ...how, ...auth], maker);
    if (cluster.user) await giveTo(cluster.user, draft);
    await rename(draft, cluster.path);
    if (cluster.home !== cluster.dataDir) await symlink(cluster.path, join(cluster.dataDir, 'postgres'));
  } finally {
    await rm(passwordFile, { force: true });
    await removeDrafts(cluster.home);
  }
}

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal reaches the application, not its database.
 * The log holds no statements and no values of rows: those are personal data.
 */
export async function spawnServer(cluster: Cluster, bin: string, port: number): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    'max_connections=60',
    'shared_buffers=128MB',
    // nobody follows this server: what fills a new table then goes to the disk once, and not to the journal first
    'wal_level=minimal',
    'max_wal_senders=0',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'logging_collector=off',
    'log_checkpoints=off',
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(cluster.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const logFile = join(cluster.dataDir, 'postgres.log');
  if (((await stat(logFile).catch(absent))?.size ?? 0) > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
  const log = await open(logFile, 'a', 0o600);
  try {
    await leaveToOwner(cluster.dataDir, logFile);
    const args = ['-D', cluster.path, ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawn(join(bin, 'postgres'), args, {
      ...surroundings(),
      ...cluster.user,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** Fast shutdown: sessions end, everything is written, the process is gone when this returns. */
export async function stopServer(cluster: Cluster, native: NativePackage): Promise<void> {
  const postmaster = await readPostmaster(cluster);
  if (!postmaster || !(await isServer(postmaster.pid, cluster.path))) return;
  if (process.platform === 'win32')
    await run(join(native.directory, 'bin', 'pg_ctl'), ['kill', 'INT', String(postmaster.pid)], undefined);
  else process.kill(postmaster.pid, 'SIGINT');
  const elapsed = stopwatch();
  while (await isServer(postmaster.pid, cluster.path)) {
    if (elapsed() > STOP_PATIENCE_MS) {
      throw new EmbeddedServerError(
        `De database stopt niet binnen een minuut (proces ${postmaster.pid}). Er gaat niets verloren: de volgende start neemt deze server over.`,
      );
    }
    await sleep(15);
  }
}

export async function readPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster.path, 'postmaster.pid'), 'utf8').catch(absent);
  if (text === undefined) return undefined;
  const [pid, directory, , port, , , , status] = text.split('\n');
  return { pid: Number(pid), directory: directory ?? '', port: status?.trim() === 'ready' ? Number(port) : undefined };
}

/**
 * `postmaster.pid` of a server that died, while its number now belongs to another program: PostgreSQL would refuse to start.
 * We do not remove the file, because it also names the shared memory by which PostgreSQL notices surviving children of
 * that server. A file with the number of the new server's parent, us, is one that PostgreSQL checks and then replaces.
 */
export async function markStale(cluster: Cluster): Promise<void> {
  const file = join(cluster.path, 'postmaster.pid');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^\d*/, String(process.pid)));
}

/** `wanted` when nobody listens there, otherwise a free port of the system's choice. */
export async function freePort(wanted: number | undefined): Promise<number> {
  const server = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(wanted ?? 0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  if (port === undefined) return freePort(undefined);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** As root: the owner of the data, or else a number of our own without account, so that no other service can read it. */
function serverUser(id: string, data: { uid: number; gid: number } | undefined): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  const own = FIRST_FREE_UID + (Number.parseInt(id.slice(0, 8), 16) % FREE_UIDS);
  return { uid: own, gid: own };
}

async function closedFolderAbove(folder: string, user: ServerUser | undefined): Promise<string | undefined> {
  if (!user) return undefined;
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if (!(await passes(dirname(path), user))) return dirname(path);
  }
  return undefined;
}

async function passes(folder: string, { uid, gid }: ServerUser): Promise<boolean> {
  const { mode, ...owner } = await stat(folder);
  if (owner.uid === uid) return (mode & 0o100) !== 0;
  return (mode & (owner.gid === gid ? 0o010 : 0o001)) !== 0;
}

/** Lets the server's group, and nobody else, walk through a folder. */
async function letIn(folder: string, user: ServerUser): Promise<void> {
  if (await passes(folder, user)) return;
  const { uid, mode } = await stat(folder);
  await chown(folder, uid, user.gid);
  await chmod(folder, (mode & 0o777) | 0o010);
}

/** `/var/lib` outlives a restart of the machine; the temporary folder is for systems where even root cannot write there. */
async function homeElsewhere(id: string): Promise<string> {
  const lasting = '/var/lib/in-beeld';
  try {
    await mkdir(lasting, { mode: 0o711 }).catch(unlessItExists);
    await mkdir(join(lasting, id), { mode: 0o700 }).catch(unlessItExists);
    return join(lasting, id);
  } catch {
    const passing = join(await realpath(tmpdir()), `in-beeld-${id}`);
    await mkdir(passing, { mode: 0o700 }).catch(unlessItExists);
    return passing;
  }
}

/** An `initdb` whose parent was killed may still be writing; hence a new name each time, and a second try afterwards. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith('postgres.nieuw-')) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** With file types, because only then `readdir` does not walk through links to other folders. */
async function giveTo(user: ServerUser, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  await Promise.all(paths.map((path) => lchown(path, user.uid, user.gid)));
}

async function uidOfNobody(): Promise<number> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return Number(/^nobody:[^:]*:(\d+):/m.exec(accounts)?.[1] ?? 65_534);
}

/** A file that we make as root in the folder of an ordinary user must stay usable for that user. */
export async function leaveToOwner(folder: string, file: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(file, uid, gid);
}

/** For `catch`: an entry that is there already is fine. */
export function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** For `catch`: a missing entry is `undefined`, any other trouble stays trouble. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
