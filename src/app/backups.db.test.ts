import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { RowLayer } from '../../test/support/any-row.ts';
import { TEST_KEYS } from '../../test/support/app.ts';
import { anActor, anOrganisation } from '../../test/support/builders.ts';
import { createDatabase, TABLES, type TestDatabase } from '../../test/support/database.ts';
import { ExchangeWorld } from '../../test/support/exchange-world.ts';
import { checkSums } from '../platform/backup/backup-file.ts';
import { LEFT_OUT } from '../platform/backup/backup-parts.ts';
import { readTable, tablesOf } from '../platform/backup/table-copy.ts';
import { schemasOf } from '../platform/backup/take-backup.ts';
import { MigrationRefused, migrate } from '../platform/db/migrate.ts';
import { storeFile } from '../platform/files/file-store.ts';
import { newId } from '../platform/ids/uuid.ts';
import { eraseWork } from '../platform/retention/erase-work.ts';
import { keepRecord } from '../platform/retention/keep-record.ts';
import { SETTLE_TERM } from '../platform/retention/settle-term.ts';
import { runDue } from '../platform/runner/run-due.ts';
import { ringSource } from '../platform/vault/key-ring.ts';
import { addDays } from '../shared-kernel/plain-date.ts';
import type { Actor } from '../shared-kernel/role.ts';
import { type BackupFiles, type BackupHealth, backUp, backupRound, restore } from './backups.ts';
import { ERASERS } from './erasers.ts';
import { type DatabasePlace, migrationOf } from './open-database.ts';

const CANARY = 'fictief persoon Q. Kanarie';
const SCHEMAS = schemasOf(TABLES);

/** An empty database on the server of the run, to restore in. */
class Target {
  private constructor(
    readonly place: DatabasePlace,
    private readonly server: Client,
    private readonly name: string,
  ) {}

  static async make(): Promise<Target> {
    const server = new Client({ connectionString: inject('serverUrl') });
    await server.connect();
    const name = `terug_${newId().replaceAll('-', '')}`;
    await server.query(`create database ${name}`);
    const address = (user?: readonly [string, string]) => {
      const url = new URL(inject('serverUrl'));
      url.pathname = `/${name}`;
      if (user) [url.username, url.password] = user;
      return url.href;
    };
    return new Target(
      {
        url: address(['inbeeld_test', 'test']),
        adminUrl: address(),
        loginRole: 'inbeeld_test',
        loginPassword: 'test',
        source: 'eigen server',
        release: async () => {},
      },
      server,
      name,
    );
  }

  /** What every table of a database holds. */
  static async contents(adminUrl: string): Promise<Record<string, string>> {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    const held: Record<string, string> = {};
    for (const table of await tablesOf(client, SCHEMAS)) {
      const lines: Buffer[] = [];
      await readTable(client, table, (bytes) => void lines.push(bytes));
      held[table.name] = Buffer.concat(lines).toString().split('\n').sort().join('\n');
    }
    await client.end();
    return held;
  }

  async drop(): Promise<void> {
    await this.server.query(`drop database ${this.name} with (force)`);
    await this.server.end();
  }
}

// a restore migrates a database from nothing, and the machine may be busy
describe('a backup', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-kopie-'));
  const folders = { folder: join(folder, 'gegevens'), keysFolder: join(folder, 'sleutels') };
  const targets: Target[] = [];
  let database: TestDatabase;
  let world: ExchangeWorld;
  let first: BackupFiles;

  const source = () => ({ adminUrl: database.adminUrl, keys: TEST_KEYS });
  const take = async () => (await backUp(source(), folders, moment())).files as BackupFiles;
  let minute = 0;
  /** Every backup a minute after the one before it. */
  const moment = () => new Date(Date.now() + 60_000 * minute++);
  const target = async () => {
    const made = await Target.make();
    targets.push(made);
    return made;
  };
  const bring = async (files: BackupFiles, to: Target) => restore(to.place, TEST_KEYS, files, () => {});

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    world = await ExchangeWorld.make(database);
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    const actor = await anActor(database, 'beheerder', await anOrganisation(database));
    const layer = new RowLayer(admin, {
      ...actor,
      tenantId: actor.organisationId,
      marker: 'vreemde tekens: \\ \t \n "é” \\N',
    });
    for (const [table, { class: kind }] of Object.entries(TABLES)) if (kind !== 'platform') await layer.row(table);
    await admin.end();
    first = await take();
  });
  afterAll(async () => {
    for (const each of targets) await each.drop();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives back every row of every table, but what would do harm', async () => {
    const to = await target();
    const restored = await bring(first, to);
    const [was, is] = [await Target.contents(database.adminUrl), await Target.contents(to.place.adminUrl)];
    const empty = Object.keys(was).filter((table) => was[table] === '' && table in TABLES);
    // a table without a row would prove nothing
    expect(empty.filter((table) => TABLES[table]!.class !== 'platform')).toEqual([]);
    const same = (held: Record<string, string>) =>
      Object.entries(held).filter(([table]) => !(table in LEFT_OUT) && held[table] !== '');
    expect(Object.fromEntries(same(is))).toEqual(Object.fromEntries(same(was)));
    for (const table of Object.keys(LEFT_OUT).filter((name) => !name.startsWith('platform.')))
      expect([table, is[table]]).toEqual([table, '']);
    expect(restored.loaded.rows).toBeGreaterThan(Object.keys(TABLES).length / 2);
    expect(await rulesOf(to.place.adminUrl)).toEqual(await rulesOf(database.adminUrl));
  });

  it('leaves out only tables that exist, each with its reason', () => {
    expect(Object.keys(LEFT_OUT).filter((table) => !(table in TABLES))).toEqual([]);
    expect(Object.values(LEFT_OUT).filter((reason) => reason.length < 10)).toEqual([]);
  });

  it('holds nothing that can be read without its key, and keys and data apart', async () => {
    for (const file of Object.values(first)) {
      const bytes = readFileSync(file);
      for (const word of ['vreemde tekens', 'vault.tenant_key', 'signals.', 'retention'])
        expect(bytes.includes(word), word).toBe(false);
      expect(await checkSums(file)).toBeGreaterThan(1);
    }
    const other = ringSource(async () => Buffer.alloc(32, 9).toString('base64'), 'Een andere sleutel');
    await expect(restore((await target()).place, other, first, () => {})).rejects.toThrow('hoofdsleutel');
  });

  it('is not answered from when the restore was cut off, and is begun again by the same command', async () => {
    const to = await target();
    const broken = join(folder, 'afgebroken.ibk');
    const whole = readFileSync(first.gegevens);
    writeFileSync(broken, whole.subarray(0, whole.length / 2));
    await expect(bring({ ...first, gegevens: broken }, to)).rejects.toThrow('niet compleet');
    const start = () => migrate({ ...migrationOf(to.place), kind: 'demo' });
    await expect(start()).rejects.toThrow(MigrationRefused);
    await bring(first, to);
    expect((await start()).created).toBe(false);
    await expect(bring(first, to)).rejects.toThrow('al in gebruik');
    const { gegevens } = await take();
    await expect(bring({ ...first, gegevens }, to)).rejects.toThrow('ouder dan de gegevens');
  });

  it('brings nobody back who was erased after it was made', async () => {
    const { id: messageId, dossierId } = await aPersonPastHerTerm();
    const before = await take();
    await runDue(database.kysely, [eraseWork(ERASERS)], {
      wait: true,
      onError: (error) => {
        throw error;
      },
    });
    const { files } = await backUp(source(), folders, moment(), 'sleutels');
    const to = await target();
    const restored = await bring({ gegevens: before.gegevens, sleutels: files.sleutels! }, to);
    expect(restored.replayed).toBe(1);
    const held = await Target.contents(to.place.adminUrl);
    const stays = /^(retention\.(record|tombstone)|audit\.(decision|event)_\d{4}_\d{2}|vault\.dossier_key)$/;
    const where = (text: string) =>
      Object.keys(held).filter((table) => !stays.test(table) && held[table]!.includes(text));
    expect(where(dossierId)).toEqual([]);
    // the receiver keeps that there was a message, without what it said
    expect(where(messageId)).toEqual(['exchange.message']);
    expect(held['vault.dossier_key']!.split('\n').find((line) => line.includes(dossierId))).toMatch(/\\N\t\\N\t/);
    const stones = (contents: Record<string, string>) => contents['retention.tombstone'];
    expect(stones(held)).toBe(stones(await Target.contents(database.adminUrl)));
  });

  it('is made by itself, with the keys alone when somebody was erased since, and goes when it was kept long enough', async () => {
    const [data, keys] = [join(folder, 'vanzelf'), join(folder, 'vanzelf-sleutels')];
    const health: BackupHealth = { status: 'in orde' };
    let now = Date.now();
    const settings = { folder: data, keysFolder: keys, everyHours: 24, keepDays: 2 };
    await sql`delete from retention.tombstone`.execute(database.admin);
    const round = backupRound(source(), settings, health, () => new Date(now));
    const count = () => [readdirSync(data).length, readdirSync(keys).length];
    await round();
    await round();
    expect([...count(), health.laatste]).toEqual([1, 1, new Date(now).toISOString()]);
    await layTombstone(new Date(now + 1000));
    now += 60_000;
    await round();
    await round();
    expect(count()).toEqual([1, 2]);
    for (let days = 0; days < 4; days++) {
      now += 86_400_000;
      await round();
    }
    expect(count()).toEqual([3, 3]);
  });

  async function layTombstone(at: Date): Promise<void> {
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await new RowLayer(admin, {
      tenantId: world.sender,
      personId: newId(),
      membershipId: newId(),
      marker: 'gewist',
    }).row('retention.tombstone');
    await admin.end();
    await sql`update retention.tombstone set erased_at = ${at}`.execute(database.admin);
  }

  /** A message of a dossier, with a file in it, that has to go today. */
  async function aPersonPastHerTerm(): Promise<{ id: string; dossierId: string }> {
    const tenantId = world.sender;
    const fg = { personId: newId(), personName: 'Voorbeeld (fictief)', role: 'fg', organisationId: tenantId } as Actor;
    const dossierId = newId();
    await world.agreeBoth();
    const { id } = await world.sent({ content: Buffer.from(CANARY) });
    await world.as(tenantId, async (tx, time) => {
      await SETTLE_TERM.execute(
        tx,
        {
          tenantId,
          id: newId(),
          subject: { kind: 'retention.term', id: newId() },
          payload: { rule: 'handover-reference', what: 'proef', period: 'P30D', category: '9.9', erasedAtOnce: 0 },
          reason: 'proef',
          requestedBy: { personId: newId(), name: 'Voorbeeld, eerste (fictief)', role: 'fg' },
        },
        fg,
        time,
      );
      await storeFile(tx, {
        tenantId,
        dossierId,
        bytes: Buffer.from(CANARY),
        name: 'proef.txt',
        mediaType: 'text/plain',
        uploadedBy: fg.personId,
        at: time.now,
      } as Parameters<typeof storeFile>[1]);
      await keepRecord(tx, {
        tenantId,
        rule: 'handover-reference',
        subject: { kind: 'exchange.message', id },
        dossierId,
        startsOn: addDays(time.today, -31),
      });
    });
    return { id, dossierId };
  }
});

/** Every index, rule between tables and trigger, and whether it is in force. */
async function rulesOf(adminUrl: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query(
    `select indexdef as what from pg_indexes where schemaname = any($1)
      union all select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) || convalidated::text from pg_constraint
        where connamespace::regnamespace::text = any($1)
      union all select tgrelid::regclass::text || ' ' || tgname || tgenabled::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not tgisinternal and c.relnamespace::regnamespace::text = any($1) order by 1`,
    [SCHEMAS],
  );
  await client.end();
  return rows;
}
