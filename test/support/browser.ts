import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

interface Executable {
  readonly path: string;
  readonly env?: Record<string, string>;
}

interface Source {
  readonly name: string;
  /** Where the browser stands, or nothing when this source has none to offer on this machine. */
  readonly find: () => Promise<Executable | undefined>;
}

const root = resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
const installed = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);
const packages = createRequire(import.meta.url);
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * First what npm brought: it has no windows, so a page costs it less than a third of what a browser with windows takes. Then what is
 * there, then what has to be fetched from elsewhere.
 */
const sources: readonly Source[] = [
  { name: 'CHROMIUM', find: async () => (process.env.CHROMIUM ? { path: process.env.CHROMIUM } : undefined) },
  { name: 'de browser uit npm', find: unpackFromNpm },
  { name: 'de browser van dit systeem', find: async () => at(installed) },
  { name: 'de browser die Playwright eerder heeft opgehaald', find: async () => at(downloaded()) },
  { name: 'een browser die Playwright nu ophaalt', find: downloadByPlaywright },
  { name: 'het pakket chromium van Debian', find: installFromDebian },
];

/**
 * Starts a browser for tests, and brings one when the machine has none. Close it yourself.
 * @throws when no source gives a browser that starts; the message says why each did not.
 */
export async function launchBrowser(): Promise<Browser> {
  const reasons: string[] = [];
  for (const { name, find } of sources) {
    try {
      const executable = await find();
      if (executable) return await start(executable);
    } catch (problem) {
      reasons.push(`- ${name}: ${problem instanceof Error ? problem.message.split('\n')[0] : problem}`);
      if (name === 'CHROMIUM') break; // asked for by name: another one would hide the mistake
    }
  }
  throw new Error(
    `Er is geen browser voor de browsertests. Zet CHROMIUM op het pad van een Chromium.\n${reasons.join('\n')}`,
  );
}

async function start({ path, env }: Executable): Promise<Browser> {
  const options = { executablePath: path, args: FLAGS, env: { ...process.env, ...env } as Record<string, string> };
  if (isRoot) return chromium.launch({ ...options, chromiumSandbox: false });
  try {
    return await chromium.launch({ ...options, chromiumSandbox: true });
  } catch (problem) {
    if (!String(problem).includes('sandbox')) throw problem;
    say('De zandbak van de browser werkt op deze machine niet; de tests bezoeken alleen onszelf en draaien zonder.');
    return chromium.launch({ ...options, chromiumSandbox: false });
  }
}

async function at(paths: readonly string[]): Promise<Executable | undefined> {
  const path = paths.find((each) => existsSync(each));
  return path === undefined ? undefined : { path };
}

/** `@sparticuz/chromium` carries a compressed Chromium for Linux on x64, and the libraries a bare machine lacks. */
async function unpackFromNpm(): Promise<Executable | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const bin = join(dirname(packages.resolve('@sparticuz/chromium')), '../bin');
  const { version } = JSON.parse(readFileSync(join(bin, '../package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(bin, folder);
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'own-fonts.conf') };
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, ...fonts } };
}

/** Test workers may unpack side by side: each fills a folder of its own, and the first to finish gives it its name. */
async function unpack(bin: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const busy = mkdtempSync(`${folder}-`);
  const opened = (name: string) => [createReadStream(join(bin, name)), createBrotliDecompress()] as const;
  await pipeline(...opened('chromium.br'), createWriteStream(join(busy, 'chromium'), { mode: 0o755 }));
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const tar = spawn('tar', ['-x', '--no-same-owner', '-C', busy], { stdio: ['pipe', 'inherit', 'inherit'] });
    const ended = once(tar, 'exit');
    await pipeline(...opened(`${name}.tar.br`), tar.stdin);
    await ended;
  }
  const cache = join(folder, 'fonts-cache');
  writeFileSync(
    join(busy, 'own-fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  try {
    renameSync(busy, folder);
  } catch (problem) {
    rmSync(busy, { recursive: true, force: true });
    if (!existsSync(folder)) throw problem;
  }
}

async function downloadByPlaywright(): Promise<Executable | undefined> {
  say('Er is geen Chromium gevonden; Playwright haalt er een op.');
  const cli = join(dirname(packages.resolve('playwright-core/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', '--only-shell', 'chromium']);
  return at(downloaded());
}

async function installFromDebian(): Promise<Executable | undefined> {
  if (!isRoot || spawnSync('apt-get', ['--version']).error) return undefined;
  say('Er is geen Chromium gevonden; het pakket van Debian wordt geïnstalleerd.');
  await run('apt-get', ['update']);
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']);
  return at(installed);
}

/** Playwright keeps each browser in a folder of its own, the full one and the one without a window apart. */
function downloaded(): string[] {
  const cache = resolve(chromium.executablePath(), '../../..');
  return globSync('chromium*/*/{chrome,chrome-headless-shell,headless_shell}', { cwd: cache }).map((path) =>
    join(cache, path),
  );
}

async function run(command: string, options: string[]): Promise<void> {
  const child = spawn(command, options, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${options[0]} gaf ${code}`);
}

function say(text: string): void {
  console.error(text);
}
