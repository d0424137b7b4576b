import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NODE_FLAGS } from '../../scripts/node-flags.ts';

/** The built product, running as a process of its own. */
export interface Product {
  /** Without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  /** Everything it said so far. */
  said(): string;
  /** Asks it to stop, waits until it has, and removes its data. */
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 300_000;

/**
 * Starts `dist/main.js` on a free port with a new database in a folder of its own. Build first.
 * @throws when it stops, or is not ready after a minute and a half; the message holds what it said.
 */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-product-'));
  const { DATABASE_URL, DATABASE_ADMIN_URL, ...inherited } = process.env;
  const child = spawn(process.execPath, [...NODE_FLAGS, join(root, 'dist/main.js')], {
    cwd: dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMITS: 'off', ...environment },
  });
  const said: string[] = [];
  const ended = once(child, 'exit');
  async function stop(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
  const ready = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}:\n${said.join('')}`));
    const timer = setTimeout(() => fail('the product was not ready in time'), PATIENCE_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said.push(text);
        const url = /^Klaar: (\S+)$/m.exec(said.join(''))?.[1];
        if (!url) return;
        clearTimeout(timer);
        resolve(url);
      });
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`the product stopped with code ${code}`);
    });
  });
  try {
    return { url: await ready, dataDir, said: () => said.join(''), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}
