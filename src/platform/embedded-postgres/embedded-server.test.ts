import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  acquireEmbeddedServer,
  type EmbeddedServer,
  EmbeddedServerError,
  type EmbeddedStep,
} from './embedded-server.ts';
import { explained } from './embedded-server-error.ts';

const MODULE = new URL('./embedded-server.ts', import.meta.url).href;
const isRoot = process.getuid?.() === 0;
/** An account that every Debian has: `initdb` wants its user to have a name. */
const NOBODY = 65_534;
const servers: EmbeddedServer[] = [];
const children: ChildProcess[] = [];
const folders: string[] = [];

/** A database that was made once: making one takes half a second, copying it a tenth. */
const template = realpathSync(mkdtempSync(join(tmpdir(), 'in-beeld-template-')));

beforeAll(async () => {
  chmodSync(template, 0o755);
  await (await acquireEmbeddedServer({ dataDir: join(template, 'data'), durable: false })).release();
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  for (const server of servers.splice(0)) await server.release();
  for (const folder of folders.splice(0)) {
    for (const elsewhere of homesElsewhere(folder)) rmSync(elsewhere, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A folder of this test alone; `open` to everyone, or closed like a checkout under `/root`. */
function folder(mode = 0o755): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'in-beeld-test-')));
  chmodSync(path, mode);
  folders.push(path);
  return path;
}

/** A data directory in which a server ran before. */
function used(): string {
  const dataDir = join(folder(), 'data');
  execFileSync('cp', ['-a', join(template, 'data'), dataDir]);
  return dataDir;
}

async function acquire(dataDir: string, steps: EmbeddedStep[] = []): Promise<EmbeddedServer> {
  const server = await acquireEmbeddedServer({ dataDir, durable: false, onStep: (step) => steps.push(step) });
  servers.push(server);
  return server;
}

async function sql(server: EmbeddedServer, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(server.adminUrl('postgres'));
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that acquires the server, reports each step and then `klaar`, and stays until it is killed. */
function application(dataDir: string, options: { uid?: number; gid?: number } = {}): ChildProcess {
  const code = `
    import { acquireEmbeddedServer } from '${MODULE}';
    setInterval(() => {}, 1000);
    const server = await acquireEmbeddedServer({ dataDir: process.argv[1], durable: false, onStep: (step) => console.log(step) });
    process.on('SIGTERM', async () => { await server.release(); process.exit(0); });
    console.log('klaar');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, dataDir], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function says(child: ChildProcess, word: string): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout!) {
    said += chunk;
    if (said.includes(word)) return said;
  }
  throw new Error(`ended after: ${said}`);
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isRunning(pid: number): boolean {
  return execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .some((line) => new RegExp(`^\\s*${pid}\\s+[^Z]`).test(line));
}

/** It took its file away a moment before it left. */
const gone = (pid: number) => expect.poll(() => isRunning(pid), { timeout: 2_000 }).toBe(false);

function homesElsewhere(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(name))
    .map((name) => dirname(realpathSync(name)))
    .filter((home) => home.includes('in-beeld') && !home.startsWith(path));
}

async function refusal(acquiring: Promise<unknown>): Promise<string> {
  const error = await acquiring.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddedServerError);
  return (error as EmbeddedServerError).message;
}

describe('starting and stopping', () => {
  test('makes the database at the first start and keeps its data at the second, with everything private', async () => {
    const dataDir = join(folder(), 'nieuw', '.data');
    const steps: EmbeddedStep[] = [];
    const first = await acquire(dataDir, steps);
    expect(steps).toEqual(['initdb', 'starten']);
    expect(first.version).toMatch(/^18\.\d+$/);
    await sql(first, 'create table kept (word text); insert into kept values (lower($$GEÏNTERESSEERD$$))');
    const pid = postmasterPid(dataDir);
    await first.release();
    await gone(pid);

    expect(statSync(dataDir).mode & 0o007).toBe(0);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    for (const name of ['postgres.json', 'postgres.log'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log']);

    const again: EmbeddedStep[] = [];
    const second = await acquire(dataDir, again);
    expect(again).toEqual(['starten']);
    expect(second.port).toBe(first.port);
    expect(await sql(second, 'select word from kept')).toEqual([{ word: 'geïnteresseerd' }]);
  });

  test('refuses a connection without the password', async () => {
    const server = await acquire(used());
    const url = new URL(server.adminUrl('postgres'));
    url.password = 'geraden';
    await expect(new Client(url.href).connect()).rejects.toMatchObject({ code: '28P01' });
  });

  test('never writes statements or values of rows to the log', async () => {
    const dataDir = used();
    const server = await acquire(dataDir);
    await sql(server, 'create table person (name text primary key)');
    await sql(server, `insert into person values ('Geheim')`);
    await expect(sql(server, `insert into person values ('Geheim')`)).rejects.toMatchObject({ code: '23505' });
    await expect(sql(server, `select 'Geheim'::int`)).rejects.toMatchObject({ code: '22P02' });
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('Geheim');
    expect(log).not.toContain('FATAL');
  });

  test('runs in a session of its own, so that Ctrl-C does not reach it', async () => {
    const dataDir = used();
    await acquire(dataDir);
    const pid = postmasterPid(dataDir);
    const group = execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' });
    expect(Number(group)).toBe(pid);
  });

  test('takes another port when somebody else listens on the remembered one', async () => {
    const dataDir = used();
    const first = await acquire(dataDir);
    await first.release();
    const stranger = createServer().listen(first.port, '127.0.0.1');
    await once(stranger, 'listening');
    try {
      const second = await acquire(dataDir);
      expect(second.port).not.toBe(first.port);
      expect(await sql(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      stranger.close();
    }
  });
});

describe('sharing', () => {
  test('two processes that start at once share one server; the last one out stops it', async () => {
    const dataDir = folder();
    const [one, other] = [application(dataDir), application(dataDir)];
    const said = (await Promise.all([says(one, 'klaar'), says(other, 'klaar')])).sort();
    expect(said).toEqual(['initdb\nstarten\nklaar\n', 'overnemen\nklaar\n']);
    const pid = postmasterPid(dataDir);
    await kill(one, 'SIGTERM');
    expect(isRunning(pid)).toBe(true);
    await kill(other, 'SIGTERM');
    await gone(pid);
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false);
  });

  test('adopts the live server of an application that was killed, and stops it afterwards', async () => {
    const dataDir = used();
    const killed = application(dataDir);
    await says(killed, 'klaar');
    const pid = postmasterPid(dataDir);
    await kill(killed);
    const steps: EmbeddedStep[] = [];
    const server = await acquire(dataDir, steps);
    expect(steps).toEqual(['overnemen']);
    expect(postmasterPid(dataDir)).toBe(pid);
    await server.release();
    await gone(pid);
  });

  test('keeps its hold when its connection is cut', async () => {
    const dataDir = used();
    const one = await acquire(dataDir);
    const other = await acquire(dataDir);
    const holders = `select pid from pg_locks where locktype = 'advisory' and granted`;
    const before = await sql(one, holders);
    await sql(one, `select pg_terminate_backend(pid) from (${holders}) held`);
    await expect.poll(() => sql(one, holders), { timeout: 5_000 }).toHaveLength(before.length);
    await other.release();
    expect(await sql(one, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('does not let real data be served without fsync', async () => {
    const dataDir = used();
    await acquire(dataDir);
    expect(await refusal(acquireEmbeddedServer({ dataDir }))).toContain('server voor tests');
  });
});

describe('bad luck', () => {
  test('recovers after application and server were both killed', async () => {
    const dataDir = used();
    const killed = application(dataDir);
    await says(killed, 'klaar');
    const pid = postmasterPid(dataDir);
    await kill(killed);
    process.kill(pid, 'SIGKILL');
    writeFileSync(join(dataDir, 'postgres.lock'), `${killed.pid} 1 x`);
    const server = await acquire(dataDir);
    expect(postmasterPid(dataDir)).not.toBe(pid);
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is not fooled by process numbers that now belong to another program', async () => {
    const dataDir = used();
    const stranger = spawn('sleep', ['60']);
    children.push(stranger);
    const cluster = realpathSync(join(dataDir, 'postgres'));
    const stale = `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`;
    writeFileSync(join(cluster, 'postmaster.pid'), stale, { mode: 0o600 });
    const { uid, gid } = statSync(cluster);
    chownSync(join(cluster, 'postmaster.pid'), uid, gid);
    writeFileSync(join(dataDir, 'postgres.lock'), `${stranger.pid} 1 x`);
    const server = await acquire(dataDir);
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('does not wait for ever on a lock file that was left empty', async () => {
    const dataDir = used();
    writeFileSync(join(dataDir, 'postgres.lock'), '');
    await acquire(dataDir);
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false);
  });

  test('refuses the data of a server that was started from another folder', async () => {
    const dataDir = used();
    await acquire(dataDir);
    const copy = used();
    const live = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    writeFileSync(join(copy, 'postgres', 'postmaster.pid'), live, { mode: 0o600 });
    expect(await refusal(acquire(copy))).toContain(realpathSync(join(dataDir, 'postgres')));
    expect(isRunning(postmasterPid(dataDir))).toBe(true);
  });

  test('a start that was killed while making the database leaves nothing that hinders the next', async () => {
    const dataDir = folder();
    const killed = application(dataDir);
    await says(killed, 'initdb');
    await expect.poll(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.nieuw-'))).toBe(true);
    await kill(killed);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    const steps: EmbeddedStep[] = [];
    const server = await acquire(dataDir, steps);
    expect(steps).toEqual(['initdb', 'starten']);
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says which account is missing when the user has no name', async () => {
    const nameless = new Error('initdb: could not look up effective user ID 1234: user does not exist');
    expect(explained(nameless, '/data').message).toMatch(/1234.*\/etc\/passwd.*DATABASE_URL/s);
  });

  test('leaves the data of another major version untouched and says what to do', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ id: '0'.repeat(32), password: 'x' }));
    mkdirSync(join(dataDir, 'postgres'), { mode: 0o700 });
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    const before = statSync(join(dataDir, 'postgres'));
    const message = await refusal(acquire(dataDir));
    expect(message).toMatch(/PostgreSQL 15.*PostgreSQL 18.*reservekopie/s);
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
    expect(statSync(join(dataDir, 'postgres'))).toMatchObject({
      uid: before.uid,
      mode: before.mode,
      ctimeMs: before.ctimeMs,
    });
  });

  test('says that the password file is missing instead of making a new database', async () => {
    const dataDir = used();
    rmSync(join(dataDir, 'postgres.json'));
    expect(await refusal(acquire(dataDir))).toContain('postgres.json ontbreekt');
  });

  test('says that the folder with data is gone instead of making a new database', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ id: '0'.repeat(32), password: 'x' }));
    symlinkSync('/bestaat-niet/postgres', join(dataDir, 'postgres'));
    expect(await refusal(acquire(dataDir))).toContain('verdwenen');
  });

  test('explains a data folder in which it cannot write', async () => {
    const file = join(folder(), 'bestand');
    writeFileSync(file, '');
    expect(await refusal(acquire(join(file, '.data')))).toMatch(/niet schrijven.*DATA_DIR/s);
  });
});

describe.runIf(isRoot)('as root', () => {
  test('in a closed folder: the data moves elsewhere, and a fresh checkout at the same path starts empty', async () => {
    const checkout = folder(0o700);
    const dataDir = join(checkout, '.data');
    const first = await acquire(dataDir);
    await sql(first, 'create table mine ()');
    await first.release();
    const home = dirname(realpathSync(join(dataDir, 'postgres')));
    folders.push(home);
    expect(home.startsWith(checkout)).toBe(false);
    expect(statSync(home).mode & 0o777).toBe(0o710);
    expect(statSync(checkout).mode & 0o777).toBe(0o700);

    rmSync(join(dataDir, 'postgres')); // as if the first start was interrupted just before making the link
    const same = await acquire(dataDir);
    expect(await sql(same, `select to_regclass('mine') is not null as there`)).toEqual([{ there: true }]);
    await same.release();

    rmSync(dataDir, { recursive: true });
    const fresh = await acquire(dataDir);
    expect(await sql(fresh, `select to_regclass('mine') is not null as there`)).toEqual([{ there: false }]);
  });

  test('the server runs under a number of its own, without account and without rights', async () => {
    const dataDir = used();
    await acquire(dataDir);
    const uid = Number(execFileSync('ps', ['-o', 'uid=', '-p', String(postmasterPid(dataDir))], { encoding: 'utf8' }));
    expect(uid).toBeGreaterThanOrEqual(60_706);
    expect(uid).toBe(statSync(join(dataDir, 'postgres')).uid);
    expect(readFileSync('/etc/passwd', 'utf8')).not.toContain(`:${uid}:`);
  });

  test('data that was put back by root is given to the user of the server', async () => {
    const dataDir = used();
    execFileSync('chown', ['-R', '0:0', dataDir]);
    const server = await acquire(dataDir);
    expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a full disk is explained, and the next start works once there is room', async (context) => {
    const disk = folder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('this machine lets nobody mount');
    }
    try {
      const dataDir = join(disk, '.data');
      expect(await refusal(acquire(dataDir))).toMatch(/schijf.*vol.*Maak ruimte vrij/s);
      expect(readdirSync(dataDir)).toEqual(['postgres.json']);
      execFileSync('mount', ['-o', 'remount,size=200m', disk]);
      const server = await acquire(dataDir);
      expect(await sql(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.release();
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  // The child must be able to read this checkout and its Node.
  const readable = [fileURLToPath(MODULE), process.execPath].every((path) => {
    for (let at = dirname(path); at !== '/'; at = dirname(at)) if ((statSync(at).mode & 1) === 0) return false;
    return true;
  });
  test.runIf(readable)('data made by an ordinary user stays of that user', async () => {
    const parent = folder(0o777);
    const dataDir = join(parent, '.data');
    const user = application(dataDir, { uid: NOBODY, gid: NOBODY });
    expect(await says(user, 'klaar')).toBe('initdb\nstarten\nklaar\n');
    await kill(user, 'SIGTERM');
    const { port } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { port: number };
    const stranger = createServer().listen(port, '127.0.0.1'); // so that root writes the file with the port anew
    await once(stranger, 'listening');
    const server = await acquire(dataDir);
    stranger.close();
    const pid = String(postmasterPid(dataDir));
    expect(Number(execFileSync('ps', ['-o', 'uid=', '-p', pid], { encoding: 'utf8' }))).toBe(NOBODY);
    await server.release();
    const again = application(dataDir, { uid: NOBODY, gid: NOBODY });
    expect(await says(again, 'klaar')).toBe('starten\nklaar\n');
    await kill(again, 'SIGTERM');
  });
});
