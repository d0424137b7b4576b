import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesOf, securityRequirements } from '../support/security-requirements.ts';

const root = resolve(import.meta.dirname, '../..');
const NOT_COPIED = new Set(['node_modules', '.git', 'dist', '.data', '.cache']);
const broken = securityRequirements(root).filter(({ breek }) => breek !== undefined);
/** Tests of the built product: it is built anew before each. */
const OF_PROCESS = /\.(e2e|proof)\.ts$/;
const MINUTES = 60_000;

/** A test that cannot fail proves nothing: each of these is seen green on the product as it is, and red with one line changed. */
describe('a test of security', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'in-beeld-rood-'));
    cpSync(root, copy, {
      recursive: true,
      filter: (from) => !NOT_COPIED.has(relative(root, from).split(sep)[0] ?? ''),
    });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    // some tests ask which files belong to the project
    for (const args of [
      ['init', '-q'],
      ['add', '-A', '.'],
    ])
      spawnSync('git', args, { cwd: copy });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs tests of the copy. @returns what each was, by file and name, and what was said */
  function run(tests: readonly { readonly bestand: string; readonly naam: string }[], address?: string) {
    const pattern = [...new Set(tests.map(({ naam }) => naam.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))].join('|');
    const { VITEST: _vitest, VITEST_POOL_ID: _pool, VITEST_WORKER_ID: _worker, ...env } = process.env;
    const report = join(copy, 'uitslag.json');
    rmSync(report, { force: true });
    if (tests.some(({ bestand }) => OF_PROCESS.test(bestand)))
      spawnSync(process.execPath, ['scripts/build.ts', '--force'], { cwd: copy, timeout: 5 * MINUTES });
    const ran = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...new Set(tests.map(({ bestand }) => bestand)),
        ...['-t', pattern, '--reporter', 'json', '--outputFile', report],
      ],
      {
        cwd: copy,
        encoding: 'utf8',
        env: { ...env, ...(address && { PROOF_ADDRESS: address }) },
        timeout: 30 * MINUTES,
        maxBuffer: 1 << 28,
      },
    );
    const { testResults } = existsSync(report)
      ? (JSON.parse(readFileSync(report, 'utf8')) as Report)
      : { testResults: [] };
    const said = `${ran.stdout}\n${ran.stderr}`.slice(-2_000);
    return {
      said,
      /** How a test ended; several of one name, as in a table of cases, count together. */
      of({ bestand, naam }: { readonly bestand: string; readonly naam: string }) {
        const found = testResults
          .filter(({ name }) => name === join(copy, bestand))
          .flatMap(({ assertionResults }) => assertionResults)
          .filter(({ fullName, status }) => fullName.includes(naam) && status !== 'skipped' && status !== 'pending');
        if (found.length === 0) return 'not run';
        return found.every(({ status }) => status === 'passed') ? 'green' : 'red';
      },
    };
  }

  it('is green on the product as it is', { timeout: 30 * MINUTES }, () => {
    const tests = broken.map(({ proeven }) => proeven[0]!);
    const whole = run(tests);
    expect(
      tests.map((test) => [test.naam, whole.of(test)]),
      whole.said,
    ).toEqual(tests.map(({ naam }) => [naam, 'green']));
  });

  it.each(broken.map((row) => [row.id, row] as const))(
    'of %s is red when what it guards is broken',
    (_id, row) => {
      const test = row.proeven[0]!;
      const adres = row.breek?.adres;
      // asked at one address only it has to be green too, or red would prove nothing
      if (adres) {
        const green = run([test], adres);
        expect(green.of(test), green.said).toBe('green');
      }
      const whole = new Map<string, string>();
      for (const { bestand, van, naar } of changesOf(row)) {
        const file = join(copy, bestand);
        const before = readFileSync(file, 'utf8');
        if (!whole.has(file)) whole.set(file, before);
        writeFileSync(
          file,
          before.replace(van, () => naar),
        );
      }
      try {
        const red = run([test], adres);
        expect(red.of(test), red.said).toBe('red');
      } finally {
        for (const [file, before] of whole) writeFileSync(file, before);
      }
    },
    10 * MINUTES,
  );
});

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}
