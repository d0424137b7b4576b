import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { acquireEmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import { Browserless } from '../support/browserless.ts';
import { runRaw } from '../support/raw-process.ts';

const LONG = 3_600_000;
/** How much the example data are; `klein` in the short form. */
const SIZE = process.env.PROOF_N ? 'klein' : 'register';
/** Megabytes of rows a second that a restore must reach, indexes and verification included. */
const AT_LEAST = Number(process.env.PROOF_SPEED ?? 20);

/** The other server: one of the machine (`FLOOR_DATABASE_URL`, PostgreSQL 15), or a second embedded one. */
describe(`a backup of the example data (${SIZE})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-kopie-'));
  const place = { DATA_DIR: join(folder, 'van'), SEED: SIZE };
  const closers: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function cli(environment: Readonly<Record<string, string>>, ...args: string[]) {
    const started = performance.now();
    const run = runRaw('cli', environment, args);
    const code = await run.ended();
    console.log(`cli ${args[0]}: ${((performance.now() - started) / 1000).toFixed(1)} s\n${run.said().trim()}`);
    return { code, said: run.said(), told: JSON.parse(run.said().match(/^\{.*\}$/m)?.[0] ?? '{}') };
  }

  async function otherServer(): Promise<{ url: string; adminUrl: string }> {
    const own = process.env.FLOOR_DATABASE_URL;
    const server = own ? undefined : await acquireEmbeddedServer({ dataDir: join(folder, 'naar') });
    if (server) closers.push(() => server.release());
    const superuser = new Client({ connectionString: own ?? server!.adminUrl('postgres') });
    await superuser.connect();
    const name = `verhuisd_${process.pid}`;
    const role = (what: string) => `${what}_${process.pid}`;
    await superuser.query(`create role ${role('eigenaar')} login password 'proef' createrole bypassrls`);
    await superuser.query(`create role ${role('app')} login noinherit password 'proef'`);
    await superuser.query(`create database ${name} owner ${role('eigenaar')} encoding 'UTF8' template template0`);
    closers.push(async () => {
      await superuser.query(`drop database ${name} with (force)`);
      await superuser.end();
    });
    const as = (user: string) => {
      const url = new URL(own ?? server!.adminUrl('postgres'));
      [url.username, url.password, url.pathname] = [user, 'proef', `/${name}`];
      return url.href;
    };
    return { url: as(role('app')), adminUrl: as(role('eigenaar')) };
  }

  it('is made, checked and restored at speed, and the seal over the logs still holds', { timeout: LONG }, async () => {
    expect((await cli(place, 'jobs', 'run', '--until-idle')).code).toBe(0);
    await cli(place, 'audit', 'seal');
    const made = await cli(place, 'backup', '--naar', join(folder, 'g'), '--sleutels', join(folder, 's'));
    expect(made.code).toBe(0);
    const { gegevens, sleutels } = made.told;
    expect((await cli({}, 'backup', 'check', gegevens, sleutels)).code).toBe(0);
    const to = { DATA_DIR: join(folder, 'terug'), KEY_FILE: join(place.DATA_DIR, 'sleutel') };
    const restored = await cli(to, 'restore', '--gegevens', gegevens, '--sleutels', sleutels);
    expect(restored.code).toBe(0);
    expect(restored.told.rijen).toBe(made.told.rijen);
    if (SIZE === 'register') expect(restored.told.megabytePerSeconde).toBeGreaterThanOrEqual(AT_LEAST);
    const verified = await cli(to, 'audit', 'verify');
    expect([verified.code, verified.told.bevindingen]).toEqual([0, []]);
  });

  it('goes from the embedded server into another and answers there', { timeout: LONG }, async () => {
    const to = await otherServer();
    const moved = await cli(place, 'move', '--naar', to.url, '--beheer', to.adminUrl);
    expect(moved.code).toBe(0);
    const there = {
      DATA_DIR: join(folder, 'elders'),
      DATABASE_URL: to.url,
      DATABASE_ADMIN_URL: to.adminUrl,
      KEY_FILE: join(place.DATA_DIR, 'sleutel'),
    };
    const product = runRaw('main', there);
    const url = (await product.untilSaid(/^Klaar: (\S+)$/m))[1]!;
    const visitor = await Browserless.signIn(url, 'aandachtsfunctionaris', 'GM0363');
    expect((await visitor.form('/aanpak/K2.1')).fields).toHaveProperty('versie');
    await product.kill('SIGTERM');
    expect((await cli(there, 'audit', 'verify')).code).toBe(0);
  });
});
