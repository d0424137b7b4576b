import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { keepLedger } from '../../src/platform/audit/reveal.ts';
import { stopwatch } from '../../src/platform/clock/real-time.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { seal } from '../../src/platform/vault/seal.ts';
import { openMany, sealMany } from '../../src/platform/vault/sealing.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { TEST_KEYS } from '../support/app.ts';
import { Browserless } from '../support/browserless.ts';
import { anOrganisation } from '../support/builders.ts';
import { createDatabase } from '../support/database.ts';
import { focalPointFields } from '../support/focal-point-fields.ts';
import { type RawProcess, runRaw } from '../support/raw-process.ts';
import { startKeyService } from '../support/start-key-service.ts';

vi.setConfig({ testTimeout: 1_800_000 });

const KILLS = Number(process.env.PROOF_N ?? 20);
const OFFICER = 'aandachtsfunctionaris';
const PATH = '/aanpak/K2.1';
const COLUMN = 'files.file.sealed';

const folders: string[] = [];
/** Whatever a test started and, when it failed, did not stop. */
const stops: (() => Promise<unknown>)[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'in-beeld-kluis-'));
  folders.push(made);
  return made;
}
afterAll(async () => {
  for (const stop of stops) await stop();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

async function started(environment: Readonly<Record<string, string>>): Promise<{ product: RawProcess; url: string }> {
  const product = runRaw('main', environment);
  stops.push(() => product.kill('SIGTERM'));
  return { product, url: (await product.untilSaid(/^Klaar: (\S+)$/m))[1]! };
}

/** A document as evidence, kept by the product. @returns where it can be read */
async function keep(visitor: Browserless, text: string): Promise<string> {
  const form = await visitor.form(PATH);
  const fields = { ...form.fields, ...focalPointFields('Noor Fictief') };
  const answer = await visitor.upload(PATH, fields, 'bewijsstuk', 'Besluit.pdf', Buffer.from(`%PDF-1.7 ${text}`));
  if (answer.status !== 303) throw new Error(`not kept: ${answer.status}`);
  const address = /\/bestanden\/[0-9a-f-]{36}/.exec(await (await visitor.get(PATH)).text())?.[0];
  if (!address) throw new Error('no document on the page');
  return address;
}

describe('the speed of opening', () => {
  it('is 20,000 cells a second in batches, log included', async () => {
    const database = await createDatabase({ reference: false });
    const vault = createVault(database.kysely, TEST_KEYS);
    const tenant = (await anOrganisation(database)).id;
    const dossiers = Array.from({ length: 400 }, newId);
    const places = Array.from(
      { length: 20_000 },
      (_, index) =>
        ({
          dossierId: dossiers[index % dossiers.length]!,
          rowId: newId(),
          column: COLUMN,
          about: { kind: 'slachtoffer', id: dossiers[index % dossiers.length]! },
        }) as const,
    );
    const text = 'Voorbeeld van een notitie over iemand die niet bestaat. '.repeat(4);
    const inTenant = async <T>(run: (tx: never) => Promise<T>) => {
      const keys = await vault.keysFor(tenant);
      return enter(database.kysely, { door: 'own', tenantId: tenant }, (tx) => {
        lendKeys(tx, keys);
        keepLedger(tx);
        return run(tx as never);
      });
    };
    const sealed = await inTenant((tx) =>
      sealMany(
        tx,
        places.map((place) => ({ ...place, content: text })),
      ),
    );
    const cells = places.map((place, index) => ({ ...place, sealed: sealed[index]! }));
    // per second of the processor, so that what else the machine does counts for nothing; on the clock beside it
    const [rates, onTheClock]: [number[], number[]] = [[], []];
    for (let round = 0; round < 5; round++) {
      const [time, used] = [stopwatch(), process.cpuUsage()];
      expect((await inTenant((tx) => openMany(tx, cells))).at(-1)).toBe(text);
      const { user, system } = process.cpuUsage(used);
      rates.push(Math.round(cells.length / ((user + system) / 1e6)));
      onTheClock.push(Math.round(cells.length / (time() / 1000)));
    }
    const median = rates.toSorted((a, b) => a - b)[2]!;
    console.log(
      `openen: ${rates.join(', ')} per seconde rekentijd, mediaan ${median} (op de klok ${onTheClock.join(', ')}); 20.000 cellen van ${text.length} tekens, 400 dossiers`,
    );
    expect(median).toBeGreaterThan(20_000);
    vault.close();
    await database.close();
  });

  it('repeats no nonce in a million seals', () => {
    const key = randomBytes(32);
    const plain = Buffer.from('a');
    const seen = new Set<string>();
    for (let count = 0; count < 1_000_000; count++) seen.add(seal(key, plain, 'a').toString('latin1', 0, 12));
    expect(seen.size).toBe(1_000_000);
  });
});

describe('the database and its folder', () => {
  it('hold none of a thousand sealed values, in no file, the write-ahead log included', async () => {
    const dataDir = folder();
    const { product, url } = await started({ DATA_DIR: dataDir });
    const mark = `KANARIE${randomBytes(6).toString('hex')}`;
    const canaries = Array.from({ length: 1000 }, (_, index) => `${mark}-${String(index).padStart(4, '0')}`);
    const municipality = await Browserless.signIn(url, OFFICER, 'GM0014');
    for (let file = 0; file < 8; file++)
      await keep(municipality, canaries.slice(file * 100, file * 100 + 100).join(' '));
    for (let message = 0; message < 20; message++) {
      const form = await municipality.form('/samenwerken/berichten/nieuw');
      const vraag = canaries.slice(800 + message * 10, 810 + message * 10).join(' ');
      const fields = { ...form.fields, ontvanger: 'GM0363', vraag, bereikbaar: 'fictief' };
      const answer = await municipality.send({ ...form, fields });
      expect(answer.status).toBe(303);
      // read again, so that it passed through every part of the product in the open
      expect(await (await municipality.get(answer.headers.get('location')!)).text()).toContain(vraag);
    }
    // and one that stands readable, to know that the search finds what is there
    const plain = `LEESBAAR${randomBytes(6).toString('hex')}`;
    const form = await municipality.form(PATH);
    const fields = { ...form.fields, ...focalPointFields('Noor Fictief'), besluit: plain };
    expect((await municipality.send({ ...form, fields })).status).toBe(303);
    await product.kill('SIGTERM');
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dataDir, name))
      .filter((path) => statSync(path).isFile());
    const holding = (text: string) => files.filter((path) => readFileSync(path).includes(text));
    console.log(
      `${files.length} bestanden doorzocht, waarvan ${files.filter((path) => path.includes('pg_wal')).length} in pg_wal`,
    );
    expect(holding(plain).length).toBeGreaterThan(1);
    expect(holding(plain).some((path) => path.includes('pg_wal'))).toBe(true);
    expect(holding(mark)).toEqual([]);
    expect(product.said()).not.toContain(mark);
  });
});

describe('a key service', () => {
  it('that is gone is a clear refusal, also at a start; public pages go on, and all opens when it is back', async () => {
    const service = await startKeyService();
    stops.push(() => service.stop());
    const dataDir = folder();
    const environment = { DATA_DIR: dataDir, KEY_SERVICE: service.url, KEY_SERVICE_TOKEN_FILE: service.tokenFile };
    const { product, url } = await started(environment);
    const visitor = await Browserless.signIn(url, OFFICER, 'GM0014');
    const address = await keep(visitor, 'bewijs');
    expect((await visitor.get(address)).status).toBe(200);
    expect(readdirSync(dataDir)).not.toContain('sleutel');
    await service.kill();
    await setTimeout(31_000);
    const refused = await visitor.get(address);
    expect([refused.status, (await refused.text()).includes('De sleutels zijn nu niet bereikbaar')]).toEqual([
      503,
      true,
    ]);
    expect((await visitor.get('/gemeenten')).status).toBe(200);
    await product.kill('SIGTERM');
    const again = await started(environment);
    expect((await visitor.at(again.url).get('/gemeenten')).status).toBe(200);
    expect((await visitor.at(again.url).get(address)).status).toBe(503);
    await service.restart();
    expect((await visitor.at(again.url).get(address)).status).toBe(200);
    await service.mood({ slow: 10_000 });
    await setTimeout(31_000);
    const time = stopwatch();
    expect((await visitor.at(again.url).get(address)).status).toBe(503);
    expect(time()).toBeLessThan(4_000);
    await again.product.kill('SIGTERM');
    await service.stop();
  });

  it('takes over from the key file while the product goes on', async () => {
    const service = await startKeyService();
    stops.push(() => service.stop());
    const dataDir = folder();
    const first = await started({ DATA_DIR: dataDir });
    const visitor = await Browserless.signIn(first.url, OFFICER, 'GM0014');
    const address = await keep(visitor, 'bewijs');
    await first.product.kill('SIGTERM');
    const environment = { DATA_DIR: dataDir, KEY_SERVICE: service.url, KEY_SERVICE_TOKEN_FILE: service.tokenFile };
    const { product, url } = await started(environment);
    expect((await visitor.at(url).get(address)).status).toBe(200);
    const turned = runRaw('cli', environment, ['keys', 'rotate', 'hoofdsleutel']);
    expect(await turned.ended(), turned.said()).toBe(0);
    expect(turned.said()).toMatch(/"waar":"sleuteldienst".*"sleutelsOnderOudere":0/);
    await product.kill('SIGTERM');
    rmSync(join(dataDir, 'sleutel'));
    const without = await started(environment);
    expect((await visitor.at(without.url).get(address)).status).toBe(200);
    await without.product.kill('SIGTERM');
    await service.stop();
  });
});

describe('replacing keys', () => {
  const PLACES = ['GM0014', 'GM0363', 'GM0518', 'GM0599'] as const;

  it(`loses nothing when it is killed ${KILLS} times, and finishes when it is not; the product reads all the while`, async () => {
    const environment = { DATA_DIR: folder() };
    const { product, url } = await started(environment);
    const documents = await Promise.all(
      PLACES.map(async (place) => {
        const visitor = await Browserless.signIn(url, OFFICER, place);
        return { visitor, address: await keep(visitor, `bewijs van ${place}`), place };
      }),
    );
    const readAll = async (at: string) => {
      for (const { visitor, address, place } of documents) {
        const answer = await visitor.at(at).get(address);
        expect([answer.status, await answer.text()]).toEqual([200, `%PDF-1.7 bewijs van ${place}`]);
      }
    };
    const reading = { goesOn: true, times: 0 };
    const reader = (async () => {
      while (reading.goesOn) {
        await readAll(url);
        reading.times++;
      }
    })();
    // the master key, killed at every moment of its rotation
    for (let round = 0; round < KILLS; round++) {
      const turning = runRaw('cli', environment, ['keys', 'rotate', 'hoofdsleutel']);
      await turning.untilSaid(/hoofdsleutel|opnieuwVerzegeld/);
      await setTimeout((round * 37) % 400);
      await turning.kill('SIGKILL');
    }
    const last = runRaw('cli', environment, ['keys', 'rotate', 'hoofdsleutel']);
    expect(await last.ended(), last.said()).toBe(0);
    expect(last.said()).toMatch(/"sleutelsOnderOudere":0/);
    const forget = runRaw('cli', environment, ['keys', 'forget']);
    expect(await forget.ended(), forget.said()).toBe(0);
    expect(readFileSync(join(environment.DATA_DIR, 'sleutel'), 'utf8').trim().split('\n')).toHaveLength(1);
    // the keys of organisations, with every process given the time to know
    const turned = runRaw('cli', environment, ['keys', 'rotate', 'organisaties']);
    expect(await turned.ended(), turned.said()).toBe(0);
    reading.goesOn = false;
    await reader;
    console.log(
      `${KILLS} keer kill -9 in de wisseling van de hoofdsleutel; intussen ${reading.times} keer alle ${PLACES.length} documenten gelezen, 0 mislukt`,
    );
    await product.kill('SIGTERM');
    // and the same killed at any moment, with nobody reading: no waits
    for (let round = 0; round < KILLS; round++) {
      const turning = runRaw('cli', environment, ['keys', 'rotate', 'organisaties', '--wacht', '0']);
      await turning.untilSaid(/nieuwe sleutels|dossiersleutels|oude sleutels/);
      await setTimeout((round * 53) % 500);
      await turning.kill('SIGKILL');
    }
    const done = runRaw('cli', environment, ['keys', 'rotate', 'organisaties', '--wacht', '0']);
    expect(await done.ended(), done.said()).toBe(0);
    expect(done.said()).toMatch(/"wisselAangekondigd":0,"oudeSleutelNogNodig":0/);
    const after = await started(environment);
    await readAll(after.url);
    await after.product.kill('SIGTERM');
  });
});
