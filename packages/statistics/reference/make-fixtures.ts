/**
 * Makes fixtures/stepwise-more.json and fixtures/profile.json with R, from the tables in fixtures/tables.json.
 *
 * Needs Rscript with SparseMSE 2.0.1 and Rcapture 1.4-4; run `node packages/statistics/reference/make-fixtures.ts`. The
 * other fixtures were made elsewhere with the commands they carry; see README.md here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaptureTable, canonicalText } from '../src/index.ts';
import { publishedTable } from '../src/testing/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
const here = import.meta.dirname;

function rscript(script: string, table: CaptureTable, args: readonly string[]): string[][] {
  const csv = join(folder, 'table.csv');
  writeFileSync(csv, canonicalText(table));
  const text = execFileSync('Rscript', ['--vanilla', join(here, script), csv, ...args], { encoding: 'utf8' });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').map((field) => field.trim()));
}

function save(name: string, value: object): void {
  writeFileSync(join(here, '../fixtures', `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
}

const R = execFileSync('Rscript', ['-e', 'cat(R.version.string)'], { encoding: 'utf8' });

const THRESHOLDS = ['0', '0.001', '0.02', '0.05', '0.1', '1'];
const TABLES = [
  'UKdat',
  'UKdat_4',
  'Ned',
  'Ned_5',
  'Australia',
  'NewOrl_185',
  'NewOrl_5_186',
  'MY_spina5',
  'lesbian',
  'bunting',
];
save('stepwise-more', {
  command: 'SparseMSE::estimatepopulation.0(d, quantiles = c(0.025, 0.975), pthresh = p): reference/stepwise.R',
  seed: null,
  versions: { R, SparseMSE: '2.0.1' },
  tolerance: 'terms identical; estimate and quantiles 1e-6 relative',
  cases: TABLES.flatMap((data) =>
    rscript('stepwise.R', publishedTable(data), THRESHOLDS).map(([threshold, low, estimate, high, terms]) => ({
      data,
      threshold: Number(threshold),
      estimate: Number(estimate),
      low: Number(low),
      high: Number(high),
      terms: terms!.split(' '),
    })),
  ),
});

const MODELS: readonly (readonly [data: string, ...pairs: string[]])[] = [
  ['Korea', 'c1:c2', 'c2:c3'],
  ['HIV'],
  ['HIV', 'c1:c2'],
  ['Kosovo'],
  ['Kosovo', 'c1:c2'],
  ['UKdat_5', 'c1:c2'],
  ['Western'],
  ['Western', 'c1:c2'],
];
save('profile', {
  command: 'Rcapture::closedpCI.t(d, dfreq = TRUE, mX = ~ . + pairs): reference/profile.R',
  seed: null,
  versions: { R, Rcapture: '1.4-4' },
  tolerance: 'limits 1e-3 relative demanded, 1e-6 held; abundance 1e-5 (R stops its search earlier)',
  cases: MODELS.map(([data, ...pairs]) => {
    const [estimate, low, high] = rscript('profile.R', publishedTable(data), pairs)[0]!.map(Number);
    return { data, pairs, estimate, low, high };
  }),
});
rmSync(folder, { recursive: true });
