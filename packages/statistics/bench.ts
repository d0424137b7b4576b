/**
 * Measures the speed the library promises and prints what it found; nothing here can fail for being slow.
 *
 * node packages/statistics/bench.ts          cpu of a 1,000-replicate BCa (six UK lists, 2,744 cases), warm, median of five;
 *                                            cold, first call in a fresh process; exhaustive BIC over 32,768 models
 * node packages/statistics/bench.ts --r      also runs reference/bench.R when Rscript is there, and prints the ratio
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { bootstrapBca, type CaptureTable, selectBic } from './src/index.ts';
import { publishedTable } from './src/testing/fixture.ts';

/** Milliseconds of processor time, user and system, of one call. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const bca = (table: CaptureTable) => bootstrapBca(table, { replicates: 1000, seed: 1 });
const six = publishedTable('UKdat');

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads`);
const cold = cpuOf(() => bca(six));
for (let round = 0; round < 3; round++) bca(six);
const warm = Array.from({ length: 5 }, () => cpuOf(() => bca(six)));
console.log(
  `BCa, 1,000 replicates, six lists, 2,744 cases: ${median(warm).toFixed(0)} ms cpu warm (median of five: ${warm.map((ms) => ms.toFixed(0)).join(', ')}), ${cold.toFixed(0)} ms cold; promised 150`,
);
const exhaustive = Array.from({ length: 3 }, () => cpuOf(() => selectBic(six, { maxOrder: 2 })));
console.log(
  `Exhaustive BIC, 32,768 models of six lists: ${median(exhaustive).toFixed(0)} ms cpu (median of three: ${exhaustive.map((ms) => ms.toFixed(0)).join(', ')}); promised 1000`,
);

/** Processor time of R for the same 1,000 replicates as published with the fixtures, seconds. */
for (const [name, seconds] of [
  ['Korea', 17.153],
  ['Kosovo', 71.242],
  ['UKdat_5', 155.844],
] as const) {
  const table = publishedTable(name);
  const here = median(Array.from({ length: 5 }, () => cpuOf(() => bca(table))));
  console.log(
    `${name}: ${here.toFixed(0)} ms here, ${(seconds * 1000).toFixed(0)} ms recorded for SparseMSE in R 4.2.2 on another machine: ${Math.round((seconds * 1000) / here)} times`,
  );
}

if (process.argv.includes('--r')) {
  const script = new URL('reference/bench.R', import.meta.url).pathname;
  const r = spawnSync('Rscript', ['--vanilla', script], { encoding: 'utf8' });
  if (r.error) console.log('Rscript is not installed (Debian: r-base); the ratio on this machine is skipped.');
  else console.log(r.stdout.trim() || r.stderr.trim());
}
