import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type RawProcess, runRaw } from '../support/raw-process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-alarm-'));
const processes: RawProcess[] = [];

afterAll(async () => {
  for (const { child, kill } of processes)
    if (child.exitCode === null && child.signalCode === null) await kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<{ readonly process: RawProcess; readonly url: string }> {
  const process = runRaw('main', { DATA_DIR: dataDir });
  processes.push(process);
  return { process, url: (await process.untilSaid(/^Klaar: (\S+)$/m))[1]! };
}

interface Letter {
  readonly link: string;
  readonly verzondenOp: string;
}

const letters = async (url: string) => (await (await fetch(`${url}/demo/post.json`)).json()) as Letter[];
const forward = (url: string, by: string) =>
  fetch(`${url}/demo/klok`, { method: 'POST', body: new URLSearchParams({ vooruit: by }) });

it('what a killed process left is done by the next one, in order and once', async () => {
  const [first, second] = [await start(), await start()];
  const cutOff = forward(first.url, 'P250D').then(
    () => 'answered',
    () => 'cut off',
  );
  while ((await letters(second.url)).length === 0);
  await first.process.kill('SIGKILL');
  expect(await cutOff).toBe('cut off');
  const halfWay = (await letters(second.url)).length;

  expect((await forward(second.url, 'PT1M')).status).toBe(200);
  const all = await letters(second.url);
  expect(all.length).toBeGreaterThan(halfWay);
  expect(new Set(all.map(({ link }) => link)).size).toBe(all.length);
  const times = all.map(({ verzondenOp }) => verzondenOp);
  expect(times).toEqual([...times].sort().reverse());
});
