// Puts node_modules/.bin/node back. npm offers the run-time of this house (Node 24) as one optional package per
// platform, and some versions of npm remove the link to the one that was installed together with those that were not.
// Runs on whatever Node the machine has, and never fails an installation.
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

try {
  const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const runtime = `node-${platform}-${process.arch}`;
  const link = join(modules, '.bin', 'node');
  const works = existsSync(link); // follows the link: false when it dangles
  if (process.platform !== 'win32' && !works && existsSync(join(modules, runtime, 'bin', 'node'))) {
    mkdirSync(dirname(link), { recursive: true });
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
    symlinkSync(join('..', runtime, 'bin', 'node'), link);
  }
} catch (problem) {
  console.warn(`node_modules/.bin/node kon niet worden teruggezet: ${problem.message}`);
}
