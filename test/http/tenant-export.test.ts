import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTenant, unpackExport } from '../../src/app/tenant-export.ts';
import { ownerColumn } from '../../src/platform/tenant-export/read-tenant.ts';
import { aCase } from '../support/a-case.ts';
import { AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { type AccessWorld, accessWorld } from '../support/access-world.ts';
import { TEST_KEYS } from '../support/app.ts';
import { createDatabase, TABLES, type TestDatabase } from '../support/database.ts';
import { SAMPLES } from '../support/samples.ts';

const PASSPHRASE = 'een wachtzin van voldoende lengte';
const SPOKEN = 'Zij durft niet naar huis';

describe('an organisation that leaves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-uitvoer-'));
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  let database: TestDatabase;
  let world: AccessWorld;
  let files = 0;

  beforeAll(async () => {
    database = await createDatabase();
    world = await accessWorld(database);
    for (const side of world.sides) {
      await world.fill(side);
      const other = world.sides.find((each) => each !== side)!;
      await SAMPLES['file-id']!({ database, actor: side.actors.medewerker, side, other });
      await aSignal(database, side.actors.medewerker, {
        ...AT_A_PLACE,
        content: { observation: `${side.marker} ${SPOKEN}`, place: `${side.marker} plek` },
      } as never);
      await aCase(database, side.actors.zorgcoordinator, `${side.marker} naam`);
    }
  });
  afterAll(async () => {
    await world?.close();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function exported(lock: Parameters<typeof exportTenant>[2]['lock'] = { publicKey: pair.publicKey }) {
    const { organisation } = world.sides[0];
    files += 1;
    const file = join(folder, `uitvoer-${files}`);
    const read = await exportTenant(
      { db: database.kysely, keySource: TEST_KEYS },
      { ...organisation, name: 'Voorbeeld' },
      {
        file,
        lock,
        at: new Date(),
        version: '0.1.0',
      },
    );
    return { file, read };
  }
  const textOf = (path: string): string =>
    readdirSync(path, { withFileTypes: true })
      .map((each) =>
        each.isDirectory() ? textOf(join(path, each.name)) : readFileSync(join(path, each.name), 'latin1'),
      )
      .join('\n');

  it('takes everything of its own along, readable, and not a row of another', async () => {
    const { file, read } = await exported();
    const to = join(folder, 'uitgepakt');
    await unpackExport(file, { privateKey: pair.privateKey }, to);
    const [own, other] = world.sides;
    const text = textOf(to);
    expect(text).toContain(own.marker);
    expect(text).not.toContain(other.marker);
    expect(text).not.toContain(other.organisation.id);

    // every table of an organisation, and in it as many rows as it has
    for (const [name, table] of Object.entries(TABLES)) {
      const owner = ownerColumn(name, table);
      if (owner === undefined) continue;
      const path = join(to, 'tabellen', `${name}.jsonl`);
      const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
      if (name.startsWith('audit.')) continue; // the export itself writes there
      const { n } = await database.admin
        .selectFrom(name as 'audit.event')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where(owner as 'tenant_id', '=', own.organisation.id)
        .executeTakeFirstOrThrow();
      expect([name, lines.length]).toEqual([name, n]);
      for (const line of lines) expect(JSON.parse(line)[owner]).toBe(own.organisation.id);
    }
    expect(read.rows).toBeGreaterThan(150);
  });

  it('can read what was sealed, and the documents, and finds no secret of the installation', async () => {
    const { file } = await exported({ passphrase: PASSPHRASE });
    const to = join(folder, 'leesbaar');
    await unpackExport(file, { passphrase: PASSPHRASE }, to);
    const table = (name: string) => readFileSync(join(to, 'tabellen', `${name}.jsonl`), 'utf8');
    const { marker } = world.sides[0];
    expect(table('signals.signal_report')).toContain(`${marker} ${SPOKEN}`);
    expect(table('care.case_file')).toContain(`${marker} naam`);
    const documents = readdirSync(join(to, 'documenten'));
    expect(documents.map((name) => readFileSync(join(to, 'documenten', name), 'latin1')).join()).toContain(
      `%PDF-1.7 ${marker}`,
    );
    expect(existsSync(join(to, 'tabellen', 'vault.tenant_key.jsonl'))).toBe(false);
    expect(textOf(to)).not.toMatch(/"(token_hash|code_hash|client_key|secret_hash)"/);
  });

  it('opens to nobody else, and holds nothing readable as it lies there', async () => {
    const { file } = await exported();
    expect(readFileSync(file, 'latin1')).not.toContain(world.sides[0].marker);
    const stranger = generateKeyPairSync('rsa', {
      modulusLength: 3072,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const to = join(folder, 'niets');
    await expect(unpackExport(file, { privateKey: stranger.privateKey }, to)).rejects.toThrow('opent dit bestand niet');
    const words = await exported({ passphrase: PASSPHRASE });
    await expect(unpackExport(words.file, { passphrase: 'een andere wachtzin' }, to)).rejects.toThrow(
      /gaat met deze sleutel/,
    );
    await expect(exported({ passphrase: 'kort' })).rejects.toThrow('ten minste 16 tekens');
  });

  it('finds in its own log that it was taken along, and which dossiers were opened', async () => {
    const before = await eventsOf('audit.event');
    await exported();
    expect(await eventsOf('audit.event')).toBe(before + 1);
    const { n } = await database.admin
      .selectFrom('audit.processing')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', world.sides[0].organisation.id)
      .where('name', '=', 'platform.export-organisation')
      .executeTakeFirstOrThrow();
    expect(n).toBeGreaterThan(1);
  });

  const eventsOf = async (table: 'audit.event') =>
    (
      await database.admin
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('tenant_id', '=', world.sides[0].organisation.id)
        .where('action', '=', 'platform.export-organisation')
        .executeTakeFirstOrThrow()
    ).n;

  it('leaves no file when the log cannot be written', async () => {
    const there = readdirSync(folder).length;
    const name = 'audit.event';
    await database.admin.schema.alterTable(name).renameTo('event_away').execute();
    const attempt = exportTenant(
      { db: database.kysely, keySource: TEST_KEYS },
      { ...world.sides[0].organisation, name: 'Voorbeeld' },
      { file: join(folder, 'nooit'), lock: { publicKey: pair.publicKey }, at: new Date(), version: '0.1.0' },
    );
    await expect(attempt).rejects.toThrow();
    await database.admin.schema.alterTable('audit.event_away').renameTo('event').execute();
    expect(readdirSync(folder)).toHaveLength(there);
  });
});
