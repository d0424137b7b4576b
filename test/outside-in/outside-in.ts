/**
 * Does what a stranger does: a fresh clone in a closed folder, the two README commands, one form filled in over HTTP,
 * stopped, started again, killed, started again; as root and as an ordinary user. Every step is one check.
 *
 * `npm test` runs this in CI; `node test/outside-in/outside-in.ts` runs it at will. Linux only.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inWords, isGreen, oneFailed, onePassed, oneSkipped, type Tally, total } from '../../scripts/tally.ts';
import { familyOf, type Running, running } from './processes.ts';
import { formsOf, Visitor } from './visitor.ts';

const repository = resolve(import.meta.dirname, '../..');
const NOBODY = 65534;
const READY_WITHIN_MS = 120_000;
const GONE_WITHIN_MS = 15_000;

interface Stranger {
  readonly name: string;
  readonly uid?: number;
}

/** A server started with `npm start`: npm itself, and the address it said it was ready at. */
interface Started {
  readonly npm: ChildProcess;
  readonly address: string;
}

const strangers: Stranger[] =
  process.getuid?.() === 0
    ? [{ name: 'root' }, { name: 'gewone gebruiker', uid: NOBODY }]
    : [{ name: 'gewone gebruiker' }];
const tallies: Tally[] = [];
for (const stranger of strangers) tallies.push(await visit(stranger));
const all = total(tallies);
console.log(inWords(all));
if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(all));
process.exit(isGreen(all) ? 0 : 1);

async function visit(stranger: Stranger): Promise<Tally> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'in-beeld-outside-')));
  const home = join(top, 'home');
  const clone = join(top, 'in-beeld');
  const seen = new Map<number, Running>();
  const { check, tally } = checks(stranger.name);
  let started: Started | undefined;
  let stored = '';

  const inClone = (command: string, ...options: string[]) =>
    spawn(command, options, {
      cwd: clone,
      env: bareEnvironment(home),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...asUser(stranger),
    });
  const start = async () => {
    const port = await freePort();
    started = await startServer(inClone('env', `PORT=${port}`, 'npm', 'start'), port);
    for (const each of familyOf(started.npm.pid!)) seen.set(each.pid, each);
  };
  const stop = async () => {
    const { npm } = started!;
    for (const each of familyOf(npm.pid!)) seen.set(each.pid, each);
    process.kill(npm.pid!, 'SIGTERM');
    await within(GONE_WITHIN_MS, 'npm stopt niet', async () => npm.exitCode !== null || npm.signalCode !== null);
    expect(npm.exitCode === 0, `npm eindigde met ${npm.exitCode ?? npm.signalCode}`);
    const left = () =>
      `er draait nog: ${ours(seen, top)
        .map(({ command }) => command)
        .join(', ')}`;
    await within(GONE_WITHIN_MS, left, async () => ours(seen, top).length === 0);
  };
  const isStored = async () => {
    const answer = await (await signedIn(started!.address)).get('/aanpak/K2.1');
    expect(answer.text.includes(stored), `"${stored}" staat niet op /aanpak/K2.1 (${answer.status})`);
  };

  try {
    mkdirSync(home);
    await check('kloont in een gesloten map', async () => {
      execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repository, clone]);
      for (const folder of [top, clone]) chmodSync(folder, 0o700);
      if (existsSync(join(homedir(), '.npmrc'))) cpSync(join(homedir(), '.npmrc'), join(home, '.npmrc'));
      if (stranger.uid !== undefined) giveTo(stranger.uid, top);
    });
    await check('npm ci', async () => {
      const install = inClone('npm', 'ci');
      const output = collect(install);
      const [code] = await once(install, 'exit');
      expect(code === 0, output());
    });
    await check('npm start zegt waar het klaar is', start);
    await check('/gezond zegt ok', async () => {
      const { status, text } = await new Visitor(started!.address).get('/gezond');
      expect(status === 200 && JSON.parse(text).status === 'ok', `${status} ${text}`);
    });
    await check('een aandachtsfunctionaris van Groningen meldt zich aan', () => signedIn(started!.address));
    await check('legt K2.1 vast met het formulier, zonder browser', async () => {
      const visitor = await signedIn(started!.address);
      stored = `Fictief, buitenom ${process.pid}`;
      await record(visitor, stored);
    });
    await check('leest terug wat is vastgelegd', isStored);
    await check('SIGTERM aan npm laat niets draaien', stop);
    await check('start een tweede keer', start);
    await check('de gegevens zijn er nog', isStored);
    await check('kill -9 van de server', async () => {
      const { npm } = started!;
      const server = familyOf(npm.pid!).find(
        ({ command }) => command.includes('dist/main.js') && command.includes('node'),
      );
      expect(server !== undefined && server.pid !== npm.pid, 'geen proces dat dist/main.js draait');
      process.kill(server!.pid, 'SIGKILL');
      await within(GONE_WITHIN_MS, 'npm stopt niet', async () => npm.exitCode !== null || npm.signalCode !== null);
    });
    await check('start daarna gewoon weer', start);
    await check('de gegevens zijn er ook dan nog', isStored);
    await check('SIGTERM laat opnieuw niets draaien', stop);
  } finally {
    for (const { pid } of ours(seen, top)) kill(pid);
    await sleep(200);
    const data = join(clone, '.data/postgres');
    if (existsSync(data) && !realpathSync(data).startsWith(top))
      rmSync(resolve(realpathSync(data), '..'), { recursive: true, force: true });
    rmSync(top, { recursive: true, force: true });
  }
  return tally();
}

/** Counts steps in order. After one that fails the rest of the story means nothing, and counts as skipped. */
function checks(who: string) {
  const results: Tally[] = [];
  let broken = false;
  return {
    tally: () => total(results),
    check: async (name: string, step: () => Promise<unknown>) => {
      if (broken) {
        results.push(oneSkipped);
        console.log(`- ${who}: ${name} (overgeslagen)`);
        return;
      }
      const begin = performance.now();
      const seconds = () => ((performance.now() - begin) / 1000).toFixed(1);
      try {
        await step();
        results.push(onePassed);
        console.log(`✓ ${who}: ${name} (${seconds()} s)`);
      } catch (problem) {
        broken = true;
        results.push(oneFailed);
        console.log(`✗ ${who}: ${name} (${seconds()} s)\n${problem instanceof Error ? problem.message : problem}`);
      }
    },
  };
}

/** What somebody has who just opened a terminal: no tools of this checkout on the path, no settings of npm or of CI. */
function bareEnvironment(home: string): NodeJS.ProcessEnv {
  const path = process.env.PATH!.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { PATH: path.join(delimiter), HOME: home, LANG: 'C.UTF-8' };
}

function asUser({ uid }: Stranger): { uid?: number; gid?: number } {
  return uid === undefined ? {} : { uid, gid: uid };
}

function giveTo(uid: number, folder: string): void {
  lchownSync(folder, uid, uid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lchownSync(join(entry.parentPath, entry.name), uid, uid);
}

async function startServer(npm: ChildProcess, port: number): Promise<Started> {
  const output = collect(npm);
  const ready = new RegExp(`^Klaar: (http://127\\.0\\.0\\.1:${port})$`, 'm');
  await within(
    READY_WITHIN_MS,
    () => `geen regel "Klaar: http://127.0.0.1:${port}"\n${output()}\n${alive(npm)}`,
    async () => {
      expect(npm.exitCode === null, `npm start eindigde met ${npm.exitCode}\n${output()}`);
      return ready.test(output());
    },
  );
  return { npm, address: ready.exec(output())![1]! };
}

/** Where a start hangs: in npm, in the build or in the server. */
function alive(npm: ChildProcess): string {
  return familyOf(npm.pid!)
    .map(({ pid, command }) => `${pid} ${command}`)
    .join('\n');
}

async function signedIn(address: string): Promise<Visitor> {
  const visitor = new Visitor(address);
  const { status, text } = await visitor.post('/demo/aanmelden', [
    ['rol', 'aandachtsfunctionaris'],
    ['organisatie', 'GM0014'],
  ]);
  expect(status === 303, `aanmelden gaf ${status}\n${text.slice(0, 500)}`);
  return visitor;
}

/** Reads the form of K2.1, fills its fields, keeps what is hidden, and sends it. */
async function record(visitor: Visitor, name: string): Promise<void> {
  const page = await visitor.get('/aanpak/K2.1');
  expect(page.status === 200, `/aanpak/K2.1 gaf ${page.status}`);
  const answers = new Map([
    ['aandachtsfunctionaris', name],
    ['vervanger', 'Vera Fictief'],
    ['urenPerWeek', '8'],
    ['besluit', 'Voorbeeldbesluit'],
    ['besluitdatum', dutchDate(-30)],
    ['geldigTot', dutchDate(365)],
  ]);
  const form = formsOf(page).find(({ fields }) => fields.some((field) => field.name === 'aandachtsfunctionaris'));
  for (const needed of ['_csrf', '_sleutel', ...answers.keys()]) {
    expect(form?.fields.some((field) => field.name === needed) ?? false, `geen veld ${needed} op /aanpak/K2.1`);
  }
  const answer = await visitor.send(form!, answers);
  expect(answer.status === 303, `verzenden gaf ${answer.status}: ${wordsOf(answer.text)}`);
  const next = await visitor.get(answer.location!);
  expect(next.status === 200, `${answer.location} gaf ${next.status}`);
}

function dutchDate(daysFromToday: number): string {
  return new Date(Date.now() + daysFromToday * 86_400_000).toLocaleDateString('nl-NL', {
    timeZone: 'Europe/Amsterdam',
  });
}

function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 1500);
}

/** What we started and still runs: by number, or because it names our folder. Numbers are reused, so the command must agree. */
function ours(seen: ReadonlyMap<number, Running>, top: string): Running[] {
  return running().filter(
    ({ pid, command }) => pid !== process.pid && (seen.get(pid)?.command === command || command.includes(top)),
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

function collect(child: ChildProcess): () => string {
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (output += text));
  return () => output.slice(-4000);
}

async function within(
  milliseconds: number,
  complaint: string | (() => string),
  done: () => Promise<boolean>,
): Promise<void> {
  const begin = performance.now();
  while (!(await done())) {
    expect(performance.now() - begin < milliseconds, typeof complaint === 'string' ? complaint : complaint());
    await sleep(50);
  }
}

function expect(condition: boolean, complaint: string): void {
  if (!condition) throw new Error(complaint);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
