/**
 * `npm test`: every tier in order, counted by the runners themselves. The last line is `N passed, N failed`; the exit
 * code is 1 when anything failed or nothing ran.
 *
 * In CI at most three failing files of a tier are tried once more, one by one, when the rest of the tier is done: what
 * passes then counts as passed and is named as unsteady. A file that fails twice is a failure, as on a developer's machine.
 *
 * Options: `--only check,unit` runs just these tiers, `--filter TEXT` just the files with this in their path; `--outside-in` adds the tier that otherwise runs only in CI.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { afterSecondTry, type Counts, inWords, isGreen, oneFailed, onePassed, type Tally, total } from './tally.ts';

interface Tier {
  readonly name: string;
  /** Why this tier is not run now; absent when it is. */
  readonly left?: string | undefined;
  readonly run: () => Promise<Tally>;
}

const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const { FLOOR_DATABASE_URL, ...environment } = process.env;
const { values: asked } = parseArgs({
  options: { only: { type: 'string' }, filter: { type: 'string' }, 'outside-in': { type: 'boolean' } },
});
const only = asked.only?.split(',');
const inCi = environment.CI === 'true';
const FILES_TRIED_AGAIN = 3;

const tiers: Tier[] = [
  { name: 'check', run: check },
  vitest('unit', { files: '{src,packages,seed,scripts}/**/*.test.{ts,tsx}' }),
  // what a date means may not depend on where the machine stands
  vitest('time zone', {
    project: 'unit',
    files: '{src/shared-kernel,src/**/domain}/**/*.test.ts',
    filters: ['src/shared-kernel/', '/domain/'],
    env: { TZ: 'Pacific/Auckland' },
  }),
  vitest('http', { files: '{src/**/http,src/app,test/http}/**/*.test.{ts,tsx}' }),
  vitest('fitness', { files: 'test/fitness/**/*.test.{ts,tsx}' }),
  vitest('floor', {
    files: '{src,test}/**/*.{floor,db}.test.{ts,tsx}',
    left: FLOOR_DATABASE_URL ? undefined : 'draait in CI, of met FLOOR_DATABASE_URL',
    env: { FLOOR_DATABASE_URL: FLOOR_DATABASE_URL ?? '' },
  }),
  vitest('e2e', { files: 'test/e2e/**/*.e2e.ts' }),
  vitest('proof', {
    files: 'test/proof/**/*.proof.ts',
    left: only?.includes('proof') ? undefined : 'draait met npm run proof',
  }),
  {
    name: 'outside-in',
    left: whyNotOutsideIn(),
    run: async () => settled(await counted(process.execPath, ['test/outside-in/outside-in.ts'])),
  },
];

const results: Tally[] = [];
const failures: string[] = [];
const unsteady: string[] = [];
const lines: string[] = [];
for (const tier of tiers) {
  if (only && !only.includes(tier.name)) continue;
  if (tier.left) {
    lines.push(`${tier.name.padEnd(12)} niet gedraaid: ${tier.left}`);
    continue;
  }
  console.log(`\n── ${tier.name}`);
  const begin = performance.now();
  const tally = await tier.run();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  results.push(tally);
  lines.push(`${tier.name.padEnd(12)} ${`${seconds} s`.padStart(8)}   ${inWords(tally)}`);
}
const all = total(results);
if (failures.length > 0) console.log(`\n── wat mislukte\n${failures.join('\n')}`);
if (unsteady.length > 0) console.log(`\n── wankel: eerst mislukt, daarna geslaagd\n${unsteady.join('\n')}`);
console.log(`\n${lines.join('\n')}\n`);
if (results.length === 0) console.log('Er is niets gedraaid: geen van de gevraagde lagen bestaat.');
console.log(inWords(all));
process.exit(isGreen(all) ? 0 : 1);

/** Compiler, linter, borders and build side by side; each is one check, and only a failing one is shown in full. */
async function check(): Promise<Tally> {
  const tools: Record<string, () => Promise<{ code: number; output: string }>> = {
    // seven compiles in a third of the time; six is there for dependency-cruiser (decision 4)
    types: () => quietly('../typescript-7/bin/tsc', ['-p', '.', '--noEmit']),
    style: () => quietly('biome', ['check', '--max-diagnostics=200']),
    // err-long: with the name of a rule comes what to do about it
    borders: () =>
      quietly('depcruise', '--config .dependency-cruiser.cjs -T err-long src packages test scripts'.split(' ')),
    build: () =>
      build().then(
        () => ({ code: 0, output: '' }),
        (problem: unknown) => ({ code: 1, output: String(problem) }),
      ),
  };
  const verdicts = Object.entries(tools).map(async ([name, run]) => {
    const { code, output } = await run();
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
    return code === 0 ? onePassed : oneFailed;
  });
  return total(await Promise.all(verdicts));
}

/** A project of vitest.config.ts, or a part of it. */
function vitest(
  name: string,
  {
    project = name,
    files,
    filters = [],
    env = {},
    left,
  }: {
    readonly project?: string;
    /** Where its tests stand; while there are none the tier says so. */
    readonly files: string;
    readonly filters?: readonly string[];
    readonly env?: Record<string, string>;
    readonly left?: string | undefined;
  },
): Tier {
  const present = globSync(files, { cwd: root, exclude: (path) => path.includes('node_modules') }).length > 0;
  const reporters = ['--reporter=default', '--reporter=./scripts/count-reporter.ts'];
  return {
    name,
    left: present ? left : 'er zijn nog geen tests',
    run: async () => {
      if ((name === 'e2e' || name === 'proof') && !(await built())) return oneFailed;
      const run = (chosen: readonly string[], extra: readonly string[] = []) =>
        counted(
          bin('vitest'),
          ['run', '--project', project, '--allowOnly=false', ...reporters, ...extra, ...chosen],
          env,
        );
      const first = await run([...filters, ...(asked.filter ? [asked.filter] : [])]);
      const files = first.counts.again ?? [];
      if (!inCi || files.length === 0 || files.length > FILES_TRIED_AGAIN) return settled(first);
      console.log(`\n── ${name}, nog eens: ${files.map(({ file }) => file).join(', ')}`);
      const second = await run(
        files.map(({ file }) => file),
        ['--maxWorkers=1'],
      );
      if (second.counts.failed === 0) unsteady.push(first.why);
      settled(second);
      return afterSecondTry(first.counts, files, second.counts);
    },
  };
}

function whyNotOutsideIn(): string | undefined {
  if (!existsSync(join(root, 'src/main.ts'))) return 'er is nog geen server om te starten';
  if (process.platform !== 'linux') return 'leest /proc, dus alleen op Linux';
  const isAsked = inCi || asked['outside-in'] || only?.includes('outside-in');
  return isAsked ? undefined : 'draait in CI, of met --outside-in';
}

async function built(): Promise<boolean> {
  return build().then(
    () => true,
    () => false, // esbuild has shown why
  );
}

/** What a runner left: its counts, and why what failed did. */
interface Outcome {
  readonly counts: Counts;
  readonly why: string;
}

/** Takes an outcome as the last word: why it failed is told at the end of the run. */
function settled({ counts, why }: Outcome): Tally {
  if (why) failures.push(why);
  return counts;
}

/** Runs a program that writes its own counts to `COUNTS_FILE`. One that dies before it can counts as one failure. */
async function counted(
  command: string,
  options: readonly string[],
  extra: Record<string, string> = {},
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-counts-'));
  const file = join(folder, 'counts.json');
  const failed = join(folder, 'failures.txt');
  const child = spawn(command, options, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...extra, COUNTS_FILE: file, FAILURES_FILE: failed },
  });
  const code = await ended(child);
  const why = existsSync(failed) ? readFileSync(failed, 'utf8').slice(0, 8000) : '';
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    return { counts: code !== 0 && counts.failed === 0 ? total([counts, oneFailed]) : counts, why };
  } catch {
    return { counts: oneFailed, why };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function quietly(tool: string, options: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(bin(tool), options, { cwd: root, env: environment });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return { code: await ended(child), output };
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', (problem) => {
      console.error(problem.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
