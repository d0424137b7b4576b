/**
 * Measures the built product as a visitor meets it: how long it takes to start, what each page costs (statements, milliseconds,
 * bytes), and how it holds under a mix of pages. `npm run bench -- --size klein|land|groot --seconds 15 --out docs/metingen/FILE.md`.
 * Prints ratios to the budgets; asserts nothing, because time differs per machine.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from './build.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'land' },
    seconds: { type: 'string', default: '15' },
    out: { type: 'string' },
  },
});
const SECONDS = Number(options.seconds);

/** Statements besides begin, context and commit, and bytes of a first view. */
const BUDGET = {
  statements: 10,
  firstViewKb: 60,
  p95At10: 50,
  p95At50: 150,
  memoryMb: 350,
  portMs: 2000,
  firstStartS: 30,
  secondStartS: 5,
} as const;

interface Visit {
  readonly name: string;
  readonly path: string;
  readonly as?: string;
}

const PAGES: readonly Visit[] = [
  { name: 'Start', path: '/' },
  { name: 'Gemeenten', path: '/gemeenten' },
  { name: 'Gemeente', path: '/gemeenten/GM0363' },
  { name: 'Overzicht', path: '/overzicht', as: 'aandachtsfunctionaris' },
  { name: 'Aanpak', path: '/aanpak', as: 'aandachtsfunctionaris' },
  { name: 'Onderdeel K2.1', path: '/aanpak/K2.1', as: 'aandachtsfunctionaris' },
  { name: 'Monitor', path: '/monitor', as: 'vng-adviseur' },
  { name: 'Sessies', path: '/sessies', as: 'beleidsmedewerker' },
  { name: 'API gemeenten', path: '/api/v1/gemeenten' },
  { name: 'OpenAPI', path: '/api/v1/openapi.json' },
];

const lines: string[] = [];
const say = (line = '') => {
  lines.push(line);
  console.log(line);
};
const comma = (value: number, digits = 1) => value.toFixed(digits).replace('.', ',');
const median = (numbers: readonly number[]) => quantile(numbers, 0.5);
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

interface Running {
  readonly url: string;
  readonly pid: number;
  readonly portMs: number;
  readonly readyS: number;
  stop(): Promise<void>;
}

async function start(dataDir: string): Promise<Running> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['dist/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SEED: options.size, RATE_LIMITS: 'off', LOG_LEVEL: 'error' },
  });
  let said = '';
  let portMs = 0;
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (portMs === 0 && said.includes('start op')) portMs = performance.now() - begin;
      const ready = /^Klaar: (\S+)$/m.exec(said);
      if (ready) resolve(ready[1]!);
    });
    child.once('exit', (code) => reject(new Error(`stopped with ${code}: ${said}`)));
  });
  return {
    url,
    pid: child.pid!,
    portMs,
    readyS: (performance.now() - begin) / 1000,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Resident memory of a process in MB (Linux). */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

async function signIn(url: string, role: string): Promise<string> {
  const answer = await fetch(`${url}/demo/aanmelden`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ rol: role }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

async function visit(url: string, page: Visit, cookies: ReadonlyMap<string, string>) {
  const begin = performance.now();
  const answer = await fetch(url + page.path, { headers: page.as ? { cookie: cookies.get(page.as)! } : {} });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${page.path}: ${answer.status}`);
  return {
    ms: performance.now() - begin,
    body,
    statements: Number(/desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1] ?? Number.NaN),
  };
}

/** Open loop: requests leave on time whether or not earlier ones came back, as visitors do. */
async function load(url: string, cookies: ReadonlyMap<string, string>, perSecond: number): Promise<number[]> {
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  const begin = performance.now();
  for (let turn = 0; turn < SECONDS * perSecond; turn++) {
    const due = begin + (turn * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const page = PAGES[turn % PAGES.length]!;
    pending.push(visit(url, page, cookies).then(({ ms }) => void times.push(ms)));
  }
  await Promise.all(pending);
  return times;
}

await build();
const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-bench-'));
try {
  say(`# Meting van ${new Date().toISOString().slice(0, 10)}`);
  say();
  say(
    `Opdracht: \`npm run bench -- --size ${options.size} --seconds ${options.seconds}\`. Machine: ${cpus().length} kernen, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ingebouwde database, belasting vanaf dezelfde machine. Tijden verschillen per machine; vergelijk verhoudingen.`,
  );
  say();
  const first = await start(dataDir);
  await first.stop();
  const running = await start(dataDir);
  say('| start | gemeten | grens |');
  say('|---|---|---|');
  say(`| poort antwoordt | ${Math.round(first.portMs)} ms | ${BUDGET.portMs} ms |`);
  say(`| eerste start (gegevens: ${options.size}) | ${comma(first.readyS)} s | ${BUDGET.firstStartS} s (bij klein) |`);
  say(`| tweede start | ${comma(running.readyS)} s | ${BUDGET.secondStartS} s |`);
  say();
  const cookies = new Map<string, string>();
  for (const role of new Set(PAGES.flatMap((page) => page.as ?? [])))
    cookies.set(role, await signIn(running.url, role));
  const assets = JSON.parse(readFileSync('dist/assets.json', 'utf8')) as Record<string, string | null>;
  const assetKb = (name: string) =>
    assets[name] ? gzipSync(readFileSync(join('dist', assets[name]))).length / 1000 : 0;
  say('| pagina | statements | mediaan ms | p95 ms | html kB gz | eerste weergave kB gz |');
  say('|---|--:|--:|--:|--:|--:|');
  for (const page of PAGES) {
    const visits = [];
    for (let turn = 0; turn < 40; turn++) visits.push(await visit(running.url, page, cookies));
    const warm = visits.slice(5);
    const times = warm.map(({ ms }) => ms);
    const html = gzipSync(warm[0]!.body).length / 1000;
    const isPage = !page.path.startsWith('/api/');
    const view = isPage ? html + assetKb('css') + assetKb(page.as ? 'workScript' : 'publicScript') : html;
    say(
      `| ${page.name} | ${warm[0]!.statements} | ${comma(median(times))} | ${comma(quantile(times, 0.95))} | ${comma(html)} | ${comma(view)} |`,
    );
  }
  say(`| *grens* | ${BUDGET.statements} | | | | ${BUDGET.firstViewKb} |`);
  say();
  say('| mix van tien pagina’s | aanvragen | mediaan ms | p95 ms | p99 ms | grens p95 |');
  say('|---|--:|--:|--:|--:|--:|');
  for (const [perSecond, budget] of [
    [10, BUDGET.p95At10],
    [50, BUDGET.p95At50],
  ] as const) {
    const times = await load(running.url, cookies, perSecond);
    say(
      `| ${perSecond} per seconde | ${times.length} | ${comma(median(times))} | ${comma(quantile(times, 0.95))} | ${comma(quantile(times, 0.99))} | ${budget} |`,
    );
  }
  say();
  say(`Geheugen van het webproces na afloop: ${Math.round(memoryOf(running.pid))} MB (grens ${BUDGET.memoryMb} MB).`);
  await running.stop();
  if (options.out) writeFileSync(options.out, `${lines.join('\n')}\n`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
