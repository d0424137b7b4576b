/**
 * Builds the product into `dist/`: server and command line for Node, scripts and style sheet for the browser, and
 * `dist/assets.json` with the addresses under which the browser finds the latter. Does nothing when no source is newer.
 *
 * Everything it says goes to standard error: `npm run cli` promises JSON alone on standard output.
 * Options: `--force` builds anyway.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';

/** What `dist/assets.json` holds: the address of each browser file, or `null` while its source does not exist. */
export interface Assets {
  readonly css: string | null;
  readonly publicScript: string | null;
  readonly workScript: string | null;
  /** Asks passkeys, on the few pages that do. */
  readonly passkeyScript: string | null;
  /** Plays a learning path that was exported; it goes into the package. */
  readonly coursePlayer: string | null;
  readonly font: string | null;
  readonly icon: string | null;
  readonly neutralIcon: string | null;
}

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, 'assets.json');

/** Whatever can change the product. A folder counts too: its time changes when a file in it is removed or renamed. */
const SOURCES = [
  'src',
  'packages',
  'content',
  'seed',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build.ts',
];
const SERVER = [
  'src/main.ts',
  'src/cli.ts',
  'src/platform/documents/document-process.ts',
  'src/features/insight/replicate-worker.ts',
  'src/features/insight/study-worker.ts',
  'src/features/insight/disclosure-worker.ts',
  'src/features/shelter/what-if-worker.ts',
];
const BROWSER = {
  publicScript: 'src/ui/client/public.ts',
  workScript: 'src/ui/client/work.ts',
  passkeyScript: 'src/ui/client/passkey.ts',
  coursePlayer: 'src/features/learning/client/course.ts',
  css: 'src/ui/styles/app.css',
  icon: 'src/ui/icon.svg',
  neutralIcon: 'src/ui/neutral.svg',
};
/** The one font file a page may ask for in advance; the others are fetched only when a text needs them. */
const PRELOADED_FONT = /noto-sans-latin-(wght|standard|full)-normal/;
/** A server that still runs on the previous build keeps finding its files this long. */
const KEEP_OLD_FILES_MS = 24 * 60 * 60 * 1000;

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  write: false,
  metafile: true,
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias: { '@in-beeld/statistics': join(root, 'packages/statistics/src/index.ts') },
};

/** Builds when needed. @returns whether anything was built. @throws when a source does not compile. */
export async function build({ force = false } = {}): Promise<boolean> {
  if (!force && isFresh()) return false;
  const started = new Date();
  const begin = performance.now();
  const { build: bundle } = await import('esbuild');
  const server = bundle({
    ...shared,
    entryPoints: present(SERVER),
    outdir: dist,
    platform: 'node',
    target: 'node24',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
  });
  const browser = bundle({
    ...shared,
    entryPoints: present(Object.values(BROWSER)),
    outdir: join(dist, 'assets'),
    platform: 'browser',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    minify: true,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
  });
  const results = await Promise.all([server, browser]);
  const files = results.flatMap((result) => result.outputFiles ?? []);
  for (const file of files) writeWhole(file.path, file.contents);
  writeWhole(stamp, `${JSON.stringify(assetsIn(results[1].metafile!), null, 2)}\n`);
  utimesSync(stamp, started, started); // a source saved during the build is newer than the build
  removeOld(new Set([stamp, ...files.map((file) => file.path)]));
  console.error(`Gebouwd in ${Math.round(performance.now() - begin)} ms`);
  return true;
}

function isFresh(): boolean {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return SOURCES.every((source) => !hasNewer(join(root, source), builtAt));
}

function hasNewer(path: string, than: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return false;
  if (stat.mtimeMs >= than) return true;
  if (!stat.isDirectory()) return false;
  return readdirSync(path).some((name) => name !== 'node_modules' && hasNewer(join(path, name), than));
}

function present(entries: readonly string[]): string[] {
  const missing = entries.filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) console.error(`Nog niet aanwezig, overgeslagen: ${missing.join(', ')}`);
  return entries.filter((entry) => !missing.includes(entry));
}

function assetsIn(metafile: Metafile): Assets {
  const outputs = Object.entries(metafile.outputs);
  const address = (path: string | undefined) => (path ? `/assets/${basename(path)}` : null);
  const builtFrom = (entry: string) => address(outputs.find(([, output]) => output.entryPoint === entry)?.[0]);
  const fonts = outputs.map(([path]) => path).filter((path) => path.endsWith('.woff2'));
  return {
    css: builtFrom(BROWSER.css),
    publicScript: builtFrom(BROWSER.publicScript),
    workScript: builtFrom(BROWSER.workScript),
    passkeyScript: builtFrom(BROWSER.passkeyScript),
    coursePlayer: builtFrom(BROWSER.coursePlayer),
    icon: address(outputs.map(([path]) => path).find((path) => /icon-\w+\.svg$/.test(path))),
    neutralIcon: address(outputs.map(([path]) => path).find((path) => /neutral-\w+\.svg$/.test(path))),
    font: address(fonts.find((path) => PRELOADED_FONT.test(path)) ?? fonts[0]),
  };
}

/** Two processes may build at once: nobody may ever see half a file. */
function writeWhole(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(contents))) return;
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

function removeOld(current: ReadonlySet<string>): void {
  const tooOld = Date.now() - KEEP_OLD_FILES_MS;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !current.has(path) && statSync(path).mtimeMs < tooOld) rmSync(path, { force: true });
  }
}

if (import.meta.main) {
  try {
    await build({ force: process.argv.includes('--force') });
  } catch (problem) {
    // esbuild has already shown what does not compile, and where
    console.error(
      `Bouwen mislukt: ${problem instanceof Error ? problem.message.split('\n')[0] : problem} (${relative(process.cwd(), root) || '.'})`,
    );
    process.exit(1);
  }
}
