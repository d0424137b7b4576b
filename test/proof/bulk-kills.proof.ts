import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { acquireEmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import { Browserless } from '../support/browserless.ts';
import { runRaw } from '../support/raw-process.ts';

const KILLS = Number(process.env.PROOF_N ?? 8);
const PATH = '/registraties/inlezen';
const ROWS = 4000;

const fileOf = (round: number) =>
  Buffer.from(
    [
      'Eigen nummer;Manier;Aanmelder',
      ...Array.from({ length: ROWS }, (_, index) => `ronde ${round} rij ${index};zonder naam;JEUGD`),
    ].join('\r\n'),
  );

describe(`${KILLS} times kill -9 while a file of ${ROWS} registrations is sent`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-bulk-kills-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('sends every row once, of all or nothing none before all, and goes on by itself', async () => {
    const halfway: number[] = [];
    for (let round = 0; round < KILLS; round++) {
      const mode = round % 2 === 0 ? 'good' : 'all';
      const before = round === 0 ? undefined : await countIn(folder);
      const first = runRaw('main', { DATA_DIR: folder });
      const url = (await first.untilSaid(/^Klaar: (\S+)$/m))[1]!;
      const reporter = await Browserless.signIn(url, 'aanmelder', 'AM01');
      const { fields } = await reporter.form(PATH, PATH);
      const read = await reporter.upload(PATH, fields, 'bestand', 'lijst.csv', fileOf(round));
      const path = read.headers.get('location')!;
      const form = await reporter.form(path, `${path}/versturen`);
      const started = await reporter.send({ ...form, fields: { ...form.fields, hoe: mode } });
      expect([read.status, started.status]).toEqual([303, 303]);
      // the work begins within five seconds
      await until(async () => mode === 'all' || (await sentOf(reporter, path)) > 0);
      await new Promise((resolve) => setTimeout(resolve, mode === 'all' ? 5500 + round * 120 : round * 60));
      await first.kill('SIGKILL');
      const cut = await countIn(folder);
      if (before) {
        const laid = cut.registrations - before.registrations;
        if (mode === 'all') expect([0, ROWS]).toContain(laid);
        else expect(laid % 250).toBe(0);
        halfway.push(laid);
      }
      // a number is never claimed without its registration, and nothing is sent that is not there
      expect(cut.messages).toBe(cut.registrations);

      const second = runRaw('main', { DATA_DIR: folder });
      const again = await Browserless.signIn((await second.untilSaid(/^Klaar: (\S+)$/m))[1]!, 'aanmelder', 'AM01');
      await until(async () => (await sentOf(again, path)) === ROWS);
      await second.kill('SIGTERM');
      const after = await countIn(folder);
      expect(after.messages).toBe(after.registrations);
      expect(after.numbers).toBe((round + 1) * ROWS);
      if (before) expect(after.registrations - before.registrations).toBe(ROWS);
    }
    console.log(
      `${KILLS} keer gestopt met kill -9 onder het versturen; er stonden toen ${halfway.join(', ')} van ${ROWS}`,
    );
  }, 3_600_000);
});

/** How many rows of the file were sent, by what its page says. */
async function sentOf(reporter: Browserless, path: string): Promise<number> {
  const text = await (await reporter.get(path)).text();
  return Number(/([\d.]+) (?:van [\d.]+ )?rijen verstuurd/.exec(text)?.[1]?.replace('.', '') ?? 0);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not become so within two minutes');
}

/** What stands in the database, counted with the product down. */
async function countIn(folder: string) {
  const server = await acquireEmbeddedServer({ dataDir: folder });
  const client = new Client({ connectionString: server.adminUrl('inbeeld') });
  await client.connect();
  try {
    const { rows } = await client.query<{ registrations: number; messages: number; numbers: number }>(`
      select (select count(*)::int from registration.registration where sent_on is not null and message_id is not null) as registrations,
        (select count(*)::int from registration.registration r join exchange.message m
          on m.tenant_id = r.tenant_id and m.id = r.message_id and m.box = 'out' where r.sent_on is not null) as messages,
        (select count(*)::int from registration.bulk_row) as numbers`);
    return rows[0]!;
  } finally {
    await client.end();
    await server.release();
  }
}
