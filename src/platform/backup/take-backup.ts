import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TableRegister } from '../db/table-register.ts';
import { newId } from '../ids/uuid.ts';
import type { KeySource } from '../vault/key-source.ts';
import { type BackupHeader, BackupWriter, openBackup } from './backup-file.ts';
import { type Counter, isIn, keyContext } from './backup-parts.ts';
import { checkBackup } from './check-backup.ts';
import { type CopiedTable, readTable, type TableSum, tablesOf } from './table-copy.ts';

export interface BackupAsked {
  /** As the owner of the tables, who sees every row. */
  readonly adminUrl: string;
  readonly register: TableRegister;
  /** Seals the key of each file. */
  readonly keys: KeySource;
  /** Where each part goes; without `gegevens` only the keys and the tombstones are taken. */
  readonly files: { readonly gegevens?: string; readonly sleutels: string };
  readonly at: Date;
}

export interface BackupTaken {
  readonly kenmerk: string;
  readonly tables: number;
  readonly rows: number;
  /** The rows as text, before they are compressed. */
  readonly bytes: number;
  readonly fileBytes: number;
}

/** The schemas whose tables are in a backup. */
export const schemasOf = (register: TableRegister) => [
  ...new Set(Object.keys(register).map((table) => table.split('.')[0]!)),
];

/** Takes a backup of one moment, while everybody goes on working. Each file is whole or it is not there, and was read back. */
export async function takeBackup(asked: BackupAsked): Promise<BackupTaken> {
  const client = new Client({ connectionString: asked.adminUrl, application_name: 'in-beeld reservekopie' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ versie: string; modus: 'demo' | 'real' }>(
      `select i.kind as modus, (select name from platform.migration order by name desc limit 1) as versie from platform.installation i`,
    );
    const tables = await tablesOf(client, schemasOf(asked.register));
    const kenmerk = newId();
    const taken = { kenmerk, tables: 0, rows: 0, bytes: 0, fileBytes: 0 };
    for (const deel of ['sleutels', 'gegevens'] as const) {
      const file = asked.files[deel];
      if (file === undefined) continue;
      const key = randomBytes(32);
      const [sealed] = await asked.keys.wrap([{ context: keyContext({ kenmerk, deel }), key }]);
      const header: BackupHeader = {
        soort: 'in-beeld-reservekopie',
        vorm: 1,
        deel,
        kenmerk,
        gemaakt: asked.at.toISOString(),
        ...rows[0]!,
        sleutel: { verzegeld: sealed!.wrapped.toString('base64'), onder: sealed!.masterKeyId },
      };
      const some = tables.filter(({ name, monthOf }) => isIn(deel, monthOf ?? name));
      const sums = await writePart(client, { file, header, key }, some);
      await checkBackup(await openBackup(file), key);
      key.fill(0);
      for (const { rows, bytes } of Object.values(sums.tables)) {
        taken.tables++;
        taken.rows += rows;
        taken.bytes += bytes;
      }
      taken.fileBytes += sums.fileBytes;
    }
    return taken;
  } finally {
    await client.end();
  }
}

async function writePart(
  client: Client,
  to: { readonly file: string; readonly header: BackupHeader; readonly key: Buffer },
  tables: readonly CopiedTable[],
): Promise<{ tables: Readonly<Record<string, TableSum>>; fileBytes: number }> {
  const writer = await BackupWriter.begin(to.file, to.header, to.key);
  try {
    const alles: Record<string, TableSum> = {};
    for (const table of tables) {
      await writer.word({ begint: table });
      const sum = await readTable(client, table, (bytes) => writer.bytes(bytes));
      await writer.word({ eindigt: sum });
      alles[table.name] = sum;
    }
    const tellers = await countersOf(client, new Set(tables.map(({ name }) => name.split('.')[0]!)));
    return { tables: alles, fileBytes: await writer.end({ alles, tellers }) };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

async function countersOf(client: Client, schemas: ReadonlySet<string>): Promise<readonly Counter[]> {
  const { rows } = await client.query<Counter>(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences
      where schemaname = any($1) order by 1`,
    [[...schemas]],
  );
  return rows;
}
