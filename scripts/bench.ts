/**
 * Measures the built product as a visitor meets it: how long it takes to start, what each page costs (statements, milliseconds,
 * bytes), and how it holds under a mix of pages. `npm run bench -- --size klein|land|groot|register --seconds 15 --out docs/metingen/FILE.md`.
 * `--only bulk` measures a file with ten thousand registrations and nothing else, `--only coverage` the coverage of the country, `--only shelter` placing, `--only cases` the files of care, `--only practices` finding one, `--only consultation` a table of care parties. Prints ratios to the budgets; asserts nothing,
 * because time differs per machine.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { BULK_REPORTER, measureBulk } from './bench-bulk.ts';
import { CARE_PAGES, measureCoverage } from './bench-care.ts';
import { REGISTER_PAGES } from './bench-registrations.ts';
import { PASSES_ON, passOnOnce, SIGNAL_PAGES } from './bench-signals.ts';
import { build } from './build.ts';
import { NODE_FLAGS } from './node-flags.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'land' },
    seconds: { type: 'string', default: '15' },
    out: { type: 'string' },
    only: { type: 'string' },
  },
});
const SECONDS = Number(options.seconds);

/** Statements besides begin, context and commit, and bytes of a first view. */
const BUDGET = {
  statements: 10,
  firstViewKb: 60,
  publicFirstViewKb: 45,
  checkMs: 30,
  p95At10: 50,
  p95At50: 150,
  monitorP95At20: 100,
  learningP95At100: 150,
  /** Nobody asked a time here: five hundred a second is what is asked. This is what such a page costs a visitor at most. */
  publicP95At500: 150,
  letterMs: 500,
  passOnMs: 100,
  linkMs: 50,
  registerP95At10: 60,
  memoryMb: 350,
  portMs: 2000,
  firstStartS: 30,
  secondStartS: 5,
} as const;

interface Visit {
  readonly name: string;
  readonly path: string;
  readonly as?: string;
  /** At this organisation; the first of the role when absent. */
  readonly at?: string;
  /** Sent as a form that nobody needs to be signed in for. */
  readonly form?: Readonly<Record<string, string>>;
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

/** A municipality with a plan, a decision and years of scans, and one whose scan is running. */
const APPROACH = { as: 'beleidsmedewerker', at: 'GM0363' } as const;
const SCANNING = { as: 'beleidsmedewerker', at: 'GM0664' } as const;
const APPROACH_PAGES: readonly Visit[] = [
  { name: 'Scan', path: '/aanpak/scan', ...SCANNING },
  { name: 'Scan, thema 1', path: '/aanpak/scan/thema/1', ...SCANNING },
  { name: 'Scan, één onderdeel', path: '/aanpak/scan/onderdeel/K1.1', ...SCANNING },
  { name: 'Resultaat', path: '/aanpak/resultaat', ...APPROACH },
  { name: 'Plan', path: '/aanpak/plan', ...APPROACH },
  { name: 'Plan, voorstellen', path: '/aanpak/plan/voorstellen', ...APPROACH },
  { name: 'Plan, tijdlijn', path: '/aanpak/plan/tijdlijn', ...APPROACH },
  { name: 'Vaststelling', path: '/aanpak/vaststelling', ...APPROACH },
  { name: 'Borging', path: '/aanpak/borging', ...APPROACH },
  { name: 'Instrumenten', path: '/aanpak/instrumenten', ...APPROACH },
  { name: 'Documenten', path: '/aanpak/documenten', ...APPROACH },
  { name: 'Raadsbrief lezen', path: '/aanpak/documenten/raadsbrief', ...APPROACH },
  { name: 'Uitvoeringsplan lezen', path: '/aanpak/documenten/uitvoeringsplan', ...APPROACH },
  { name: 'Overdrachtsdossier lezen', path: '/aanpak/documenten/overdrachtsdossier', ...APPROACH },
  ...CARE_PAGES,
];
/** For everybody: kept rendered and compressed (`src/platform/http/kept-pages.ts`). The check is not: each answer is its own. */
const RECOGNISE_PAGES: readonly Visit[] = [
  { name: 'Wat is mensenhandel', path: '/mensenhandel' },
  { name: 'Vormen', path: '/mensenhandel/vormen' },
  { name: 'Signalen', path: '/signalen?rol=TH' },
  { name: 'Hulp nu', path: '/info/ro/1' },
];
const CHECK_PAGES: readonly Visit[] = [
  { name: 'Signalencheck', path: '/signalencheck' },
  {
    name: 'Signalencheck, advies',
    path: '/signalencheck',
    form: {
      stap: 'hoe',
      wie: 'employee',
      over: 'person',
      rol: 'BZ',
      gemeente: 'GM0363',
      signalen: 'ALG-02 ALG-06',
      'hoe-ALG-02': 'seen',
      'hoe-ALG-06': 'supposed',
      minderjarig: 'unknown',
      beperking: 'unknown',
    },
  },
];
/** Somebody who learns: the paths, a path, and a scene in it. */
const LEARNER = { as: 'medewerker', at: 'GM0363' } as const;
const LEARNING_PAGES: readonly Visit[] = [
  { name: 'Leren', path: '/leren', ...LEARNER },
  { name: 'Leerpad', path: '/leren/burgerzaken', ...LEARNER },
  { name: 'Leerpad, een situatie', path: '/leren/les/burgerzaken.begeleider', ...LEARNER },
  { name: 'Leerpad, toets', path: '/leren/toets/burgerzaken', ...LEARNER },
];
const MONITOR: Visit = { name: 'Monitor', path: '/monitor', as: 'vng-adviseur' };
const LETTER: Visit = { name: 'Raadsbrief als PDF', path: '/aanpak/documenten/pdf/raadsbrief', ...APPROACH };

/** With a hundred thousand registrations only when that is asked. */
const REGISTER: readonly Visit[] = options.size === 'register' ? REGISTER_PAGES : [];

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

/** What is measured at its use cases, on a database of its own. */
const OF_USE_CASES = ['shelter', 'cases', 'practices', 'consultation'] as const;

/** Placing people: its use cases read pages too, which run only in a bundle. */
async function benchUseCases(of: (typeof OF_USE_CASES)[number]): Promise<void> {
  const { build: bundle } = await import('esbuild');
  const outfile = join(process.cwd(), 'dist', `bench-${of}.mjs`);
  await bundle({
    entryPoints: [`scripts/bench-${of}.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { '@in-beeld/statistics': join(process.cwd(), 'packages/statistics/src/index.ts') },
    outfile,
  });
  const measured = await import(pathToFileURL(outfile).href);
  if (of === 'shelter') await (measured as typeof import('./bench-shelter.ts')).measureShelter(say, comma);
  else if (of === 'cases') await (measured as typeof import('./bench-cases.ts')).measureCases(say, comma);
  else if (of === 'consultation')
    await (measured as typeof import('./bench-consultation.ts')).measureConsultation(say, comma);
  else await (measured as typeof import('./bench-practices.ts')).measurePractices(say, comma);
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
  const child = spawn(process.execPath, [...NODE_FLAGS, 'dist/main.js'], {
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

/** What a process has computed so far, in ms (Linux): says more than the clock on a machine that does other work too. */
function computedBy(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const whoOf = ({ as, at = '' }: Visit): string => `${as}@${at}`;

async function signIn(url: string, who: string): Promise<string> {
  const [role = '', at = ''] = who.split('@');
  const answer = await fetch(`${url}/demo/aanmelden`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ rol: role, organisatie: at }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

async function visit(url: string, page: Visit, cookies: ReadonlyMap<string, string>) {
  const begin = performance.now();
  const answer = await fetch(url + page.path, {
    headers: page.as ? { cookie: cookies.get(whoOf(page))! } : {},
    ...(page.form && { method: 'POST', body: new URLSearchParams(page.form) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${page.path}: ${answer.status}`);
  return {
    ms: performance.now() - begin,
    body,
    statements: Number(/desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1] ?? Number.NaN),
  };
}

/** Open loop: requests leave on time whether or not earlier ones came back, as visitors do. */
async function load(
  url: string,
  cookies: ReadonlyMap<string, string>,
  pages: readonly Visit[],
  perSecond: number,
): Promise<{ readonly name: string; readonly ms: number }[]> {
  const times: { name: string; ms: number }[] = [];
  const pending: Promise<void>[] = [];
  const begin = performance.now();
  for (let turn = 0; turn < SECONDS * perSecond; turn++) {
    const due = begin + (turn * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const page = pages[turn % pages.length]!;
    pending.push(visit(url, page, cookies).then(({ ms }) => void times.push({ name: page.name, ms })));
  }
  await Promise.all(pending);
  return times;
}

await build();
const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-bench-'));
const onlyOf = OF_USE_CASES.find((each) => each === options.only);
try {
  say(`# Meting van ${new Date().toISOString().slice(0, 10)}`);
  say();
  say(
    `Opdracht: \`npm run bench -- --size ${options.size} ${options.only ? `--only ${options.only}` : `--seconds ${options.seconds}`}\`. Machine: ${cpus().length} kernen, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ingebouwde database, belasting vanaf dezelfde machine. Tijden verschillen per machine; vergelijk verhoudingen.`,
  );
  say();
  if (options.only === 'bulk') {
    const running = await start(dataDir);
    try {
      await measureBulk(running, await signIn(running.url, BULK_REPORTER), { say, memoryOf, computedBy, comma });
    } finally {
      await running.stop();
    }
  } else if (options.only === 'coverage') measureCoverage(say, comma);
  else if (onlyOf) await benchUseCases(onlyOf);
  else await measureAll();
  if (options.out) writeFileSync(options.out, `${lines.join('\n')}\n`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
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
  for (const who of new Set(
    [...PAGES, ...APPROACH_PAGES, ...LEARNING_PAGES, ...SIGNAL_PAGES, ...REGISTER, PASSES_ON].flatMap((page) =>
      page.as ? whoOf(page) : [],
    ),
  ))
    cookies.set(who, await signIn(running.url, who));
  const assets = JSON.parse(readFileSync('dist/assets.json', 'utf8')) as Record<string, string | null>;
  const assetKb = (name: string) =>
    assets[name] ? gzipSync(readFileSync(join('dist', assets[name]))).length / 1000 : 0;
  say('| pagina | statements | rekentijd web ms | mediaan ms | p95 ms | html kB gz | eerste weergave kB gz |');
  say('|---|--:|--:|--:|--:|--:|--:|');
  for (const page of [
    ...PAGES,
    ...APPROACH_PAGES,
    ...RECOGNISE_PAGES,
    ...CHECK_PAGES,
    ...LEARNING_PAGES,
    ...SIGNAL_PAGES,
    ...REGISTER,
  ]) {
    const visits = [];
    const before = computedBy(running.pid);
    for (let turn = 0; turn < 40; turn++) visits.push(await visit(running.url, page, cookies));
    const computed = (computedBy(running.pid) - before) / visits.length;
    const warm = visits.slice(5);
    const times = warm.map(({ ms }) => ms);
    const html = gzipSync(warm[0]!.body).length / 1000;
    const isPage = !page.path.startsWith('/api/');
    const view = isPage ? html + assetKb('css') + assetKb(page.as ? 'workScript' : 'publicScript') : html;
    say(
      `| ${page.name} | ${warm[0]!.statements} | ${comma(computed)} | ${comma(median(times))} | ${comma(quantile(times, 0.95))} | ${comma(html)} | ${comma(view)} |`,
    );
  }
  say(`| *grens* | ${BUDGET.statements} | | | | | ${BUDGET.firstViewKb}, openbaar ${BUDGET.publicFirstViewKb} |`);
  say();
  say('| mix van tien pagina’s | aanvragen | mediaan ms | p95 ms | p99 ms | grens p95 |');
  say('|---|--:|--:|--:|--:|--:|');
  for (const [perSecond, budget] of [
    [10, BUDGET.p95At10],
    [50, BUDGET.p95At50],
  ] as const) {
    const times = (await load(running.url, cookies, PAGES, perSecond)).map(({ ms }) => ms);
    say(
      `| ${perSecond} per seconde | ${times.length} | ${comma(median(times))} | ${comma(quantile(times, 0.95))} | ${comma(quantile(times, 0.99))} | ${budget} |`,
    );
  }
  say();
  say('| pagina’s van de aanpak, samen 10 per seconde | aanvragen | mediaan ms | p95 ms | grens p95 |');
  say('|---|--:|--:|--:|--:|');
  const approach = await load(running.url, cookies, APPROACH_PAGES, 10);
  const row = (name: string, times: readonly number[], budget: number) =>
    say(`| ${name} | ${times.length} | ${comma(median(times))} | ${comma(quantile(times, 0.95))} | ${budget} |`);
  for (const { name } of APPROACH_PAGES)
    row(
      name,
      approach.filter((each) => each.name === name).map(({ ms }) => ms),
      BUDGET.p95At10,
    );
  row(
    'alle samen',
    approach.map(({ ms }) => ms),
    BUDGET.p95At10,
  );
  row(
    'Monitor, 20 per seconde',
    (await load(running.url, cookies, [MONITOR], 20)).map(({ ms }) => ms),
    BUDGET.monitorP95At20,
  );
  for (const page of CHECK_PAGES)
    row(
      `${page.name}, 20 per seconde`,
      (await load(running.url, cookies, [page], 20)).map(({ ms }) => ms),
      BUDGET.checkMs,
    );
  row(
    'Leren, samen 100 per seconde',
    (await load(running.url, cookies, LEARNING_PAGES, 100)).map(({ ms }) => ms),
    BUDGET.learningP95At100,
  );
  row(
    'Openbare pagina’s, samen 500 per seconde',
    (await load(running.url, cookies, RECOGNISE_PAGES, 500)).map(({ ms }) => ms),
    BUDGET.publicP95At500,
  );
  const register = REGISTER.length > 0 ? await load(running.url, cookies, REGISTER, 10) : [];
  for (const { name } of REGISTER)
    row(
      `${name}, samen 10 per seconde`,
      register.filter((each) => each.name === name).map(({ ms }) => ms),
      BUDGET.registerP95At10,
    );
  const signals = await load(running.url, cookies, SIGNAL_PAGES, 10);
  for (const { name } of SIGNAL_PAGES)
    row(
      `${name}, samen 10 per seconde`,
      signals.filter((each) => each.name === name).map(({ ms }) => ms),
      BUDGET.p95At10,
    );
  const passed: { ms: number; code: string }[] = [];
  for (let turn = 0; turn < 45; turn++)
    passed.push(await passOnOnce(running.url, cookies.get(whoOf(PASSES_ON))!, turn));
  row(
    'Signaal doorgeven, verzegeld bewaard',
    passed.slice(5).map(({ ms }) => ms),
    BUDGET.passOnMs,
  );
  const linked: number[] = [];
  for (const { code } of passed)
    linked.push((await visit(running.url, { ...SIGNAL_PAGES[0], path: `/meldingen/${code}` }, cookies)).ms);
  row('Signaal openen met wat bij dezelfde plek hoort', linked.slice(5), BUDGET.linkMs);
  say();
  await visit(running.url, LETTER, cookies);
  const letters: number[] = [];
  for (let turn = 0; turn < 20; turn++) letters.push((await visit(running.url, LETTER, cookies)).ms);
  say(
    `${LETTER.name}, in een eigen proces: mediaan ${Math.round(median(letters))} ms, p95 ${Math.round(quantile(letters, 0.95))} ms (grens ${BUDGET.letterMs} ms).`,
  );
  say(
    `Belasting van de machine na afloop (1, 5 en 15 minuten): ${loadavg()
      .map((each) => comma(each))
      .join(', ')}.`,
  );
  say();
  say(`Geheugen van het webproces na afloop: ${Math.round(memoryOf(running.pid))} MB (grens ${BUDGET.memoryMb} MB).`);
  await running.stop();
}
