/** Builds, runs the server, and does both again after every save. Arguments go to nobody; settings come from the environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.ts';
import { NODE_FLAGS } from './node-flags.ts';

const root = resolve(import.meta.dirname, '..');
const watched = ['src', 'packages', 'content', 'seed', 'migrations']
  .map((name) => join(root, name))
  .filter((path) => existsSync(path));
let server: ChildProcess | undefined;
let changed: NodeJS.Timeout | undefined;
let restarting = false;
let again = false;

for (const folder of watched) watch(folder, { recursive: true }, soon);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    await stop();
    process.exit(0);
  });
}
await restart();

/** An editor saves in several steps; wait until it is quiet. */
function soon(): void {
  clearTimeout(changed);
  changed = setTimeout(restart, 80);
}

async function restart(): Promise<void> {
  if (restarting) {
    again = true;
    return;
  }
  restarting = true;
  try {
    await build();
    await stop();
    server = spawn(process.execPath, ['--enable-source-maps', ...NODE_FLAGS, join(root, 'dist/main.js')], {
      stdio: 'inherit',
    });
  } catch {
    console.error('De vorige versie draait door tot dit is hersteld.'); // esbuild has shown where it goes wrong
  }
  restarting = false;
  if (again) {
    again = false;
    soon();
  }
}

async function stop(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}
