import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import { Browserless } from '../support/browserless.ts';
import { type RawProcess, runRaw } from '../support/raw-process.ts';

const READY = /^Klaar: (\S+)$/m;
const folders: string[] = [];
const processes: RawProcess[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-process-'));
  folders.push(folder);
  return folder;
}

function start(environment: Readonly<Record<string, string>>, args: readonly string[] = []): RawProcess {
  const started = runRaw('main', environment, args);
  processes.push(started);
  return started;
}

async function ready(started: RawProcess): Promise<string> {
  return (await started.untilSaid(READY))[1]!;
}

const filled: { folder?: string } = {};

/** A folder as `npm start` leaves it with the examples in it, at this place: filled once, and copied for each story. */
async function exampleFolder(at = newFolder()): Promise<string> {
  if (!filled.folder) {
    const folder = newFolder();
    const first = start({ DATA_DIR: folder });
    await ready(first);
    await first.kill('SIGTERM');
    filled.folder = folder;
  }
  // with owners and rights: a database server starts on no folder that others may read
  execFileSync('cp', ['-a', `${filled.folder}/.`, at]);
  return at;
}

afterEach(async () => {
  for (const each of processes.splice(0))
    if (each.child.exitCode === null && each.child.signalCode === null) await each.kill('SIGTERM');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the process', () => {
  it.each([
    ['--help', 0, /In Beeld start zonder opties/],
    ['--poort=80', 2, /Onbekende optie: --poort=80/],
  ])('given %s says how it is set, and starts nothing', async (option, code, words) => {
    const asked = start({ DATA_DIR: newFolder() }, [option]);
    expect(await asked.ended()).toBe(code);
    expect(asked.said()).toMatch(words);
    expect(asked.said()).not.toMatch(/start op/);
  });

  it('opens its port at once and says what it waits for, then that it is ready', async () => {
    const product = start({ DATA_DIR: newFolder(), SEED: 'leeg' });
    const url = (await product.untilSaid(/start op (\S+)/))[1]!;
    const waiting = await fetch(`${url}/gezond`);
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await waiting.json()).toEqual({ status: 'start', stap: expect.any(String) });
    const [page, inEnglish] = [await fetch(`${url}/`), await fetch(`${url}/en/about`)];
    expect([page.status, inEnglish.status]).toEqual([503, 503]);
    expect([await page.text(), await inEnglish.text()]).toEqual([
      expect.stringMatching(/lang="nl".*In Beeld start.*ververst zichzelf/),
      expect.stringMatching(/lang="en".*In Beeld is starting.*refreshes itself/),
    ]);
    expect(await ready(product)).toBe(url);
    expect(await (await fetch(`${url}/gezond`)).json()).toMatchObject({
      status: 'ok',
      modus: 'voorbeeld',
      database: { soort: 'ingebouwd', versie: expect.stringMatching(/^18\./) },
    });
    product.child.kill('SIGINT');
    product.child.kill('SIGINT');
    expect(await product.ended()).toBe(0);
  });

  it.each([
    ['a port that is no number', { PORT: 'tachtig' }, /PORT moet een poortnummer zijn/],
    ['a mail server that is none', { SMTP_URL: 'foo' }, /SMTP_URL moet een adres zijn dat met smtp:/],
    ['a public address that is none', { PUBLIC_URL: 'ftp://x' }, /PUBLIC_URL moet een adres zijn dat met https:/],
    ['an unknown seed', { SEED: 'enorm' }, /SEED moet een van klein, land, groot, register, leeg zijn/],
    [
      'an address that is no database',
      { DATABASE_URL: 'mysql://x' },
      /DATABASE_URL moet een adres zijn dat met postgres/,
    ],
  ])('refuses %s with exit code 2 and says what it accepts', async (_what, environment, words) => {
    const product = start({ DATA_DIR: newFolder(), ...environment });
    expect(await product.ended()).toBe(2);
    expect(product.said()).toMatch(words);
  });

  it('ends with 3 when the database cannot be reached', async () => {
    const product = start({ DATA_DIR: newFolder(), DATABASE_URL: 'postgres://niemand@127.0.0.1:1/niets' });
    expect(await product.ended()).toBe(3);
    expect(product.said()).toContain('De database is niet bereikbaar');
  });

  it('keeps a demo on this computer', async () => {
    const product = start({ DATA_DIR: newFolder(), SEED: 'leeg', HOST: '0.0.0.0' });
    expect([await product.ended(), product.said()]).toEqual([2, expect.stringContaining('alleen op deze computer')]);
    expect(product.said()).not.toContain('migreren'); // nothing was made yet
  });

  it('stays what it was made: a demo refuses to be real and a real one to be a demo', async () => {
    const folder = newFolder();
    const demo = start({ DATA_DIR: folder, SEED: 'leeg' });
    await ready(demo);
    await demo.kill('SIGTERM');
    const asReal = start({ DATA_DIR: folder, SEED: 'leeg', DEMO: '0' });
    expect([await asReal.ended(), asReal.said()]).toEqual([
      2,
      expect.stringContaining('voorbeeldomgeving en blijft dat'),
    ]);

    const real = newFolder();
    const made = start({ DATA_DIR: real, DEMO: '0', RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const url = await ready(made);
    const https = { 'x-forwarded-proto': 'https' };
    expect((await fetch(`${url}/gemeenten`)).status).toBe(400);
    expect((await fetch(`${url}/gemeenten`, { headers: https })).status).toBe(200);
    for (const path of ['/demo', '/demo/personen.json', '/demo/klok', '/demo/post'])
      expect([path, (await fetch(url + path, { headers: https })).status]).toEqual([path, 404]);
    expect(
      (
        await fetch(`${url}/demo/aanmelden`, {
          method: 'POST',
          headers: https,
          body: new URLSearchParams({ rol: 'beheerder' }),
        })
      ).status,
    ).toBe(404);
    expect(await (await fetch(`${url}/`, { headers: https })).text()).not.toContain('Voorbeeldgegevens');
    await made.kill('SIGTERM');
    const asDemo = start({ DATA_DIR: real, DEMO: '1' });
    expect([await asDemo.ended(), asDemo.said()]).toEqual([2, expect.stringContaining('nooit een voorbeeldomgeving')]);
    const unlimited = start({ DATA_DIR: real, RATE_LIMITS: 'off' });
    expect(await unlimited.ended()).toBe(2);
    const reset = runRaw('cli', { DATA_DIR: real, RATE_LIMITS: 'on' }, ['reset', '--yes']);
    expect([await reset.ended(), reset.said()]).toEqual([
      2,
      expect.stringContaining('alleen in een voorbeeldomgeving'),
    ]);
  });

  it('loses no acknowledged write and keeps no half one when it is killed while writing', async () => {
    const folder = await exampleFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const product = start({ DATA_DIR: folder });
      const url = await ready(product);
      if (acknowledged.length > 0) {
        const visitor = await Browserless.signIn(url, 'aandachtsfunctionaris', 'GM0014');
        // what stands is the last acknowledged write, or the next one, whose answer was cut off
        const [, killedRound, lastTurn] = /^Naam (\d+)-(\d+)$/.exec(acknowledged.at(-1)!)!;
        expect([acknowledged.at(-1), `Naam ${killedRound}-${Number(lastTurn) + 1}`]).toContain(
          (await visitor.form('/aanpak/K2.1')).fields.aandachtsfunctionaris,
        );
      }
      const writing = (async () => {
        const visitor = await Browserless.signIn(url, 'aandachtsfunctionaris', 'GM0014');
        for (let turn = 0; ; turn++) {
          const form = await visitor.form('/aanpak/K2.1');
          const name = `Naam ${round}-${turn}`;
          const answer = await visitor.send({
            ...form,
            fields: {
              ...form.fields,
              aandachtsfunctionaris: name,
              vervanger: 'Ander',
              urenPerWeek: '8',
              besluit: 'Besluit',
              besluitdatum: '1-11-2026',
              geldigTot: '1-11-2028',
            },
          });
          if (answer.status === 303) acknowledged.push(name);
        }
      })().catch(() => 'cut off');
      // however slow the machine is, there is something to lose
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before + 2);
      await new Promise((resolve) => setTimeout(resolve, 50 + round * 40));
      await product.kill('SIGKILL');
      expect(await writing).toBe('cut off');
    }
    expect(acknowledged.length).toBeGreaterThan(5);
    const last = start({ DATA_DIR: folder });
    const visitor = await Browserless.signIn(await ready(last), 'aandachtsfunctionaris', 'GM0014');
    const shown = await visitor.form('/aanpak/K2.1');
    // the version counts every write once, acknowledged or cut off
    const written = Number(shown.fields.versie);
    expect(written).toBeGreaterThanOrEqual(acknowledged.length);
    expect(written).toBeLessThanOrEqual(acknowledged.length + 3);
  }, 240_000);
});

describe('an own PostgreSQL server', () => {
  let server: EmbeddedServer;
  let folder: string;

  beforeAll(async () => {
    folder = newFolder();
    server = await acquireEmbeddedServer({ dataDir: folder, durable: false });
  });
  afterAll(() => server.release());

  async function newDatabase(name: string): Promise<Client> {
    const maker = new Client({ connectionString: server.adminUrl('postgres') });
    await maker.connect();
    await maker.query(`create database ${name}`);
    await maker.end();
    const client = new Client({ connectionString: server.adminUrl(name) });
    await client.connect();
    return client;
  }

  it('is real by default and a demo only when asked at its creation', async () => {
    const client = await newDatabase('echt');
    const product = start({ DATA_DIR: newFolder(), DATABASE_URL: server.adminUrl('echt'), RATE_LIMITS: 'on' });
    const url = await ready(product);
    expect(await (await fetch(`${url}/gezond`)).json()).toMatchObject({
      modus: 'echt',
      database: { soort: 'eigen server' },
    });
    expect((await client.query('select count(*)::int as n from accounts.person')).rows).toEqual([{ n: 0 }]);
    await client.end();
  });

  it('refuses another key than the one that sealed what stands there', async () => {
    await (await newDatabase('sleutel')).end();
    const environment = { DATABASE_URL: server.adminUrl('sleutel'), SEED: 'leeg', RATE_LIMITS: 'on' };
    const first = start({ ...environment, DATA_DIR: newFolder() });
    await ready(first);
    await first.kill('SIGTERM');
    const second = start({ ...environment, DATA_DIR: newFolder() });
    expect([await second.ended(), second.said()]).toEqual([2, expect.stringContaining('hoort niet bij deze database')]);
  });

  it('is shared by two processes: a session, a write and the clock of one hold in the other', async () => {
    await (await newDatabase('samen')).end();
    const environment = { DATABASE_URL: server.adminUrl('samen'), DEMO: '1' };
    const [one, two] = [
      start({ ...environment, DATA_DIR: newFolder() }),
      start({ ...environment, DATA_DIR: newFolder() }),
    ];
    const [first, second] = await Promise.all([ready(one), ready(two)]);
    const visitor = await Browserless.signIn(first, 'beleidsmedewerker', 'GM0014');
    const elsewhere = visitor.at(second);
    const form = await elsewhere.form('/aanpak/K2.1');
    expect(form.action).toBe('/aanpak/K2.1');
    const before = (await (await fetch(`${second}/demo/klok`)).json()) as { nu: string };
    await fetch(`${first}/demo/klok`, { method: 'POST', body: new URLSearchParams({ vooruit: 'P10D' }) });
    const after = (await (await fetch(`${second}/demo/klok`)).json()) as { nu: string };
    expect(Date.parse(after.nu) - Date.parse(before.nu)).toBeGreaterThanOrEqual(10 * 86_400_000 - 3_600_000);
  });

  it('is refused with 4 when it holds something else, or is newer than the program', async () => {
    const foreign = await newDatabase('vreemd');
    await foreign.query('create table iets (id int)');
    await foreign.end();
    const product = start({ DATA_DIR: newFolder(), DATABASE_URL: server.adminUrl('vreemd') });
    expect([await product.ended(), product.said()]).toEqual([4, expect.stringContaining('niet van In Beeld')]);

    const newer = await newDatabase('nieuwer');
    const data = newFolder();
    const first = start({
      DATA_DIR: data,
      DATABASE_URL: server.adminUrl('nieuwer'),
      SEED: 'leeg',
      RATE_LIMITS: 'on',
    });
    await ready(first);
    await first.kill('SIGTERM');
    await newer.query(`insert into platform.migration (name, sha256) values ('29990101T0000_future', 'x')`);
    const second = start({ DATA_DIR: newFolder(), DATABASE_URL: server.adminUrl('nieuwer'), RATE_LIMITS: 'on' });
    expect([await second.ended(), second.said()]).toEqual([4, expect.stringContaining('nieuwer dan dit programma')]);
    await newer.query(`delete from platform.migration where name = '29990101T0000_future'`);
    await newer.query(`update platform.migration set sha256 = 'veranderd' where name like '%create_clock'`);
    const third = start({ DATA_DIR: newFolder(), DATABASE_URL: server.adminUrl('nieuwer'), RATE_LIMITS: 'on' });
    expect([await third.ended(), third.said()]).toEqual([4, expect.stringContaining('na het uitvoeren veranderd')]);
    await newer.end();
  });
});

describe('a full disk', () => {
  const canMount = process.getuid?.() === 0 && process.platform === 'linux';

  it.skipIf(!canMount)(
    'answers with 503 in Dutch, stores nothing half, and goes on when there is room again',
    async () => {
      const disk = newFolder();
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=0755', 'tmpfs', disk], { stdio: 'ignore' });
      } catch {
        console.warn('overgeslagen: hier mag niemand een schijf aankoppelen');
        return;
      }
      try {
        const product = start({ DATA_DIR: await exampleFolder(join(disk, 'data')) });
        const url = await ready(product);
        const visitor = await Browserless.signIn(url, 'aandachtsfunctionaris', 'GM0014');
        const form = await visitor.form('/aanpak/K2.1');
        const fields = {
          ...form.fields,
          aandachtsfunctionaris: 'Noor',
          vervanger: 'Tom',
          urenPerWeek: '8',
          besluit: 'Besluit',
          besluitdatum: '1-11-2026',
          geldigTot: '1-11-2028',
        };
        fill(disk);
        // filling kept this process busy: let it notice first that the server closed what was idle meanwhile
        await new Promise((noticed) => setTimeout(noticed, 200));
        const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(15 * 1024 * 1024, 7)]);
        const full = await visitor.upload('/aanpak/K2.1', fields, 'bewijsstuk', 'besluit.pdf', pdf);
        expect([full.status, await full.text()]).toEqual([503, expect.stringContaining('niet opgeslagen')]);
        rmSync(join(disk, 'vol'));
        await expect
          .poll(async () => (await visitor.get('/aanpak/K2.1')).status, { timeout: 30_000, interval: 300 })
          .toBe(200);
        const again = await visitor.form('/aanpak/K2.1');
        expect(again.fields.versie).toBe('0');
        const stored = await visitor.upload(
          '/aanpak/K2.1',
          { ...fields, _csrf: again.fields._csrf!, _sleutel: again.fields._sleutel! },
          'bewijsstuk',
          'besluit.pdf',
          pdf,
        );
        expect(stored.status).toBe(303);
        await product.kill('SIGTERM');
      } finally {
        execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
      }
    },
  );

  /** Leaves less room than the upload needs. */
  function fill(disk: string): void {
    const chunk = join(newFolder(), 'chunk');
    writeFileSync(chunk, Buffer.alloc(1024 * 1024, 1));
    try {
      for (let megabyte = 0; megabyte < 400; megabyte++)
        execFileSync(
          'dd',
          [`if=${chunk}`, `of=${join(disk, 'vol')}`, 'bs=1M', 'count=1', 'oflag=append', 'conv=notrunc'],
          { stdio: 'ignore' },
        );
    } catch {
      // full, as it should be
    }
  }
});
