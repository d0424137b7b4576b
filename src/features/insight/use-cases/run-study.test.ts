import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { captureTable } from '@in-beeld/statistics';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STUDY, studyTable } from '../domain/study.ts';
import { keptStudy, runStudy, tableHash } from './run-study.ts';

const table = captureTable(
  ['A', 'B'],
  [
    [1, 30],
    [2, 40],
    [3, 10],
  ],
);
const task = { table, options: { ...DEFAULT_STUDY, bootstrap: 20 } };

function workerOf(code: string): URL {
  const path = join(tmpdir(), `study-worker-${process.pid}-${code.length}.mjs`);
  writeFileSync(path, code);
  return pathToFileURL(path);
}

describe('a study in a thread of its own', () => {
  it('is the study, and says how far it is', async () => {
    const shares: number[] = [];
    const outcome = await runStudy(task, 60_000, (share) => shares.push(share)).outcome;
    expect(outcome).toEqual({ kind: 'done', answer: studyTable(table, task.options) });
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    ['throws', 'throw new Error("kapot")'],
    ['exits', 'process.exit(7)'],
    ['is silent', 'export {}'],
  ])('that %s is an outcome, not a crash, and the next one runs', async (_, code) => {
    expect(await runStudy(task, 60_000, undefined, workerOf(code)).outcome).toEqual({ kind: 'died' });
    expect((await runStudy(task, 60_000).outcome).kind).toBe('done');
  });

  it('ends at its limit', async () => {
    expect(await runStudy(task, 300, undefined, workerOf('for (;;);')).outcome).toEqual({ kind: 'too-long' });
  });

  it('can be stopped, also while it waits', async () => {
    const busy = runStudy(task, 60_000, undefined, workerOf('for (;;) ;'));
    const waiting = runStudy(task, 60_000);
    waiting.stop();
    setTimeout(busy.stop, 200);
    expect(await Promise.all([busy.outcome, waiting.outcome])).toEqual([{ kind: 'stopped' }, { kind: 'stopped' }]);
  });

  it('is kept by the hash of its table, whatever the order of the rows', async () => {
    const turned = captureTable(
      ['A', 'B'],
      [
        [3, 10],
        [2, 40],
        [1, 30],
      ],
    );
    expect(tableHash(turned)).toBe(tableHash(table));
    expect(keptStudy({ ...task, table: turned }, 60_000)).toBe(keptStudy(task, 60_000));
    expect((await keptStudy(task, 60_000)).kind).toBe('done');
  });
});
