import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key service in a process of its own (key-service.ts), that can be stopped, started again, and made slow. */
export interface KeyService {
  readonly url: string;
  readonly tokenFile: string;
  readonly token: () => Promise<string>;
  /** A new version of the key `in-beeld`, as who operates the service makes it. */
  rotate(): Promise<void>;
  mood(mood: { readonly slow?: number; readonly refuse?: number }): Promise<void>;
  /** kill -9: from now on nobody answers. */
  kill(): Promise<void>;
  /** On the same address, with the same keys. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const TOKEN = 'proef-token';

export async function startKeyService(): Promise<KeyService> {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-sleuteldienst-'));
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
  const running: { child?: ChildProcess } = {};
  const start = async (port: number) => {
    const script = join(import.meta.dirname, 'key-service.ts');
    const child = spawn(process.execPath, [script, join(folder, 'sleutels.json'), String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.child = child;
    const [text] = (await once(child.stdout!, 'data')) as [Buffer];
    return Number(/klaar (\d+)/.exec(text.toString())![1]);
  };
  const port = await start(0);
  const base = `http://127.0.0.1:${port}`;
  const post = async (path: string, body: object = {}) => {
    await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'X-Vault-Token': TOKEN },
      body: JSON.stringify(body),
    });
  };
  const kill = async () => {
    const { child } = running;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    url: `${base}/v1/transit`,
    tokenFile,
    token: async () => TOKEN,
    rotate: () => post('/v1/transit/keys/in-beeld/rotate'),
    mood: (mood) => post('/double', { slow: 0, refuse: 0, ...mood }),
    kill,
    async restart() {
      await start(port);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
