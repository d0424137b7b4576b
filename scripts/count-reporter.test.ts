import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { afterSecondTry, type Counts, inWords, isGreen, total } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'count-reporter-'));
afterAll(() => rmSync(folder, { recursive: true }));

const count = (fixture: string) => run(fixture).tally;

/** Runs vitest on one of the files in `fixtures/` and gives what the reporter counted, and what it says of failures. */
function run(fixture: string): { readonly tally: Counts; readonly failures: string } {
  const failures = join(folder, `${fixture}.txt`);
  const file = join(folder, `${fixture}.json`);
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
  const config = join(import.meta.dirname, 'fixtures/vitest.config.ts');
  const reporter = join(import.meta.dirname, 'count-reporter.ts');
  const { VITEST: _, ...env } = process.env;
  spawnSync(process.execPath, [vitest, 'run', '--config', config, `--reporter=${reporter}`, fixture], {
    env: { ...env, COUNTS_FILE: file, FAILURES_FILE: failures },
  });
  return { tally: JSON.parse(readFileSync(file, 'utf8')), failures: readFileSync(failures, 'utf8') };
}

describe('the count of a run', () => {
  it('tells passed, failed and skipped apart', () => {
    expect(count('plain')).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
  });

  it('holds a file that does not load for a failure', () => {
    expect(count('does-not-load')).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  });

  it('holds a failing preparation for a failure', () => {
    expect(count('bad-preparation')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('holds an error that nobody caught for a failure, although every test passed', () => {
    expect(count('late-error')).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('the files that may be tried once more', () => {
  it('are those in which something failed, with their own tally', () => {
    const { again } = count('plain');
    expect(again).toEqual([{ file: expect.stringContaining('plain'), passed: 1, failed: 1, skipped: 2 }]);
    expect(count('does-not-load').again).toHaveLength(1);
  });

  it('are none when an error belongs to no file', () => {
    expect(count('late-error').again).toEqual([]);
  });

  it('count with their second outcome', () => {
    const first = { passed: 10, failed: 2, skipped: 1 };
    const tried = { passed: 3, failed: 2, skipped: 0 };
    expect(afterSecondTry(first, [tried], { passed: 5, failed: 0, skipped: 0 })).toEqual({
      passed: 12,
      failed: 0,
      skipped: 1,
    });
    expect(afterSecondTry(first, [tried], { passed: 4, failed: 1, skipped: 0 })).toMatchObject({ failed: 1 });
  });
});

describe('what failed', () => {
  it.each([
    ['plain', 'plain'],
    ['does-not-load', 'does-not-load'],
    ['bad-preparation', 'bad-preparation'],
    ['late-error', 'nobody caught'],
  ])('is told once more with its reason: %s', (fixture, place) => {
    const { failures } = run(fixture);
    expect(failures).toMatch(new RegExp(`^✗ .*${place}`));
    expect(failures.split('\n').length, failures).toBeGreaterThan(1);
  });
});

describe('the closing line', () => {
  it('mentions skipped checks only when there are', () => {
    expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(inWords({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('is not green when nothing ran', () => {
    expect(isGreen(total([]))).toBe(false);
    expect(isGreen({ passed: 0, failed: 0, skipped: 4 })).toBe(false);
    expect(isGreen({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
    expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
  });
});
