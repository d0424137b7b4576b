import { execFile } from 'node:child_process';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { stopwatch } from '../clock/real-time.ts';
import { newSecret } from '../ids/uuid.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';

const PATIENCE_MS = 180_000;
const LOOK_MS = 40;
/** Between creating and writing the file it is empty for a moment; after a second nobody is going to write it. */
const BLANK_LOOKS = 25;

/**
 * Takes the lock file at `path`, waiting while a living process holds it, and gives back the function that frees it.
 * The file names its holder by process id and start time, so that a lock left behind by `kill -9` is recognised, also
 * when its number now belongs to another program.
 * @throws EmbeddedServerError when a living process keeps it longer than three minutes.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${await startOf(process.pid)} ${newSecret(9)}`;
  const elapsed = stopwatch();
  for (let blank = 0; elapsed() < PATIENCE_MS; ) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await readFile(path, 'utf8').catch(() => undefined);
    blank = held === '' ? blank + 1 : 0;
    const isStale = held === '' ? blank > BLANK_LOOKS : held !== undefined && !(await isHeld(held));
    if (isStale) await removeStale(path, held!);
    else await sleep(LOOK_MS);
  }
  throw new EmbeddedServerError(
    `Een ander proces houdt de database al drie minuten bezet (zie het procesnummer in ${path}). Stop dat proces en start opnieuw.`,
  );
}

/** Whether this process is the PostgreSQL server of this data directory. A zombie has no command line and does not count. */
export async function isServer(pid: number, directory: string): Promise<boolean> {
  if (process.platform === 'win32') return (await startOf(pid)) !== undefined;
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).then(
          (out) => out.stdout,
          () => '',
        );
  return command.replaceAll('\0', ' ').includes(`postgres -D ${directory} `);
}

async function isHeld(content: string): Promise<boolean> {
  const [pid, start] = content.split(' ');
  return start !== undefined && (await startOf(Number(pid))) === start;
}

/** When a living process began, in clock ticks since boot (`/proc/<pid>/stat`, field 22); `-` where nothing tells. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  }
  try {
    process.kill(pid, 0);
    return '-';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '-' : undefined;
  }
}

/** Two processes may find the same stale lock: who moved away a fresh one by mistake puts it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${newSecret(9)}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => stale);
  if (moved !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
