/**
 * Measures the speed the library promises and prints what it found; nothing here can fail for being slow.
 *
 * node packages/statistics/bench.ts          cpu of a 1,000-replicate BCa (six UK lists, 2,744 cases), warm, median of five;
 *                                            cold, first call in a fresh process; exhaustive BIC over 32,768 models;
 *                                            and the ratio against R, when Rscript is there (reference/bench.R)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrapBca, type CaptureTable, canonicalText, selectBic } from './src/index.ts';
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

// R on this machine, when there is one (Debian: r-base-core): the same table, the same rule, fewer replicates.
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const csv = join(folder, 'table.csv');
writeFileSync(csv, canonicalText(six));
const script = fileURLToPath(new URL('reference/bench.R', import.meta.url));
const r = spawnSync('Rscript', ['--vanilla', script, csv, '20'], { encoding: 'utf8' });
rmSync(folder, { recursive: true });
const perReplicate = Number(/^ms ([\d.]+)/m.exec(r.stdout ?? '')?.[1]);
if (r.error || !(perReplicate > 0)) {
  console.log('Rscript is not installed (Debian: r-base-core): the ratio against R is skipped.');
} else {
  const ratio = (1000 * perReplicate) / median(warm);
  console.log(
    `R on this machine, glm.fit and ppois on the same six lists, without existence checks: ${perReplicate.toFixed(1)} ms cpu per replicate, ${Math.round(ratio)} times ours`,
  );
}
