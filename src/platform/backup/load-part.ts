import type { Client } from 'pg';
import { quoteIdent } from '../db/roles.ts';
import { BackupBroken, type OpenBackup, type Part } from './backup-file.ts';
import { type Counter, isIn, TOMBSTONES, type Word } from './backup-parts.ts';
import { type CopiedTable, fillTable, quoted, readTable, type TableSum, tablesOf } from './table-copy.ts';

/** Where the tombstones of the newest backup wait until they have been replayed. */
export const LATER_TOMBSTONES = 'platform.later_tombstone';

export interface Loaded {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Lays a part of a backup in the tables of a database that stands at the version of the backup: all of it, or nothing. Rules between
 * tables, indexes and triggers stand aside meanwhile and are put back in the same transaction, so that the database itself checks what
 * was laid; and every table is read back and compared with what went into the backup.
 */
export async function loadPart(
  client: Client,
  backup: OpenBackup,
  key: Buffer,
  schemas: readonly string[],
): Promise<Loaded> {
  await client.query('begin');
  await client.query(
    `set local synchronize_seqscans = off; set local synchronous_commit = on; set local maintenance_work_mem = '256MB'`,
  );
  try {
    const aside = await standAside(client, schemas, backup.header.deel);
    const words = new Reader(backup.parts(key));
    const loaded = { tables: 0, rows: 0, bytes: 0 };
    const state = { emptied: new Set<string>(), here: await tablesOf(client, schemas) };
    for (;;) {
      const word = await words.word();
      if ('alles' in word) {
        await setCounters(client, word.tellers);
        break;
      }
      if (!('begint' in word))
        throw new BackupBroken('De reservekopie is niet te lezen: er eindigt iets dat niet begon.');
      const table = await place(client, word.begint, backup.header.deel, state);
      const laid = await fillTable(client, table, words.bytes());
      const end = await words.word();
      const was = 'eindigt' in end ? end.eindigt : undefined;
      same(table, was, laid);
      same(table, was, await readTable(client, table, () => {}));
      loaded.tables++;
      loaded.rows += laid.rows;
      loaded.bytes += laid.bytes;
    }
    await aside.putBack();
    await client.query('commit');
    return loaded;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

function same({ name }: CopiedTable, was: TableSum | undefined, is: TableSum): void {
  if (was?.sha256 !== is.sha256 || was.rows !== is.rows)
    throw new BackupBroken(`${name} is niet gelijk aan wat erin ging: ${is.rows} rijen in plaats van ${was?.rows}.`);
}

/** The table to fill, empty; a month of a log is made when it is not there. */
async function place(
  client: Client,
  table: CopiedTable,
  part: 'gegevens' | 'sleutels',
  state: { readonly emptied: Set<string>; readonly here: readonly CopiedTable[] },
): Promise<CopiedTable> {
  if (part === 'sleutels' && table.name === TOMBSTONES) {
    await client.query(
      `drop table if exists ${LATER_TOMBSTONES}; create table ${LATER_TOMBSTONES} (like ${TOMBSTONES})`,
    );
    return { ...table, name: LATER_TOMBSTONES };
  }
  const whole = table.monthOf ?? table.name;
  if (!state.emptied.has(whole)) {
    await client.query(`truncate ${quoted(whole)}`);
    state.emptied.add(whole);
  }
  if (table.monthOf) await layMonth(client, table.name);
  // a month has the columns of its log, and one that is there already has them too
  const here =
    state.here.find(({ name }) => name === table.name) ?? state.here.find(({ monthOf }) => monthOf === table.monthOf);
  const missing = here ? table.columns.filter((column) => !here.columns.includes(column)) : ['alles'];
  if (missing.length > 0)
    throw new BackupBroken(`${table.name} is hier niet zoals in de reservekopie: ${missing.join(', ')} ontbreekt.`);
  return table;
}

async function layMonth(client: Client, name: string): Promise<void> {
  const [, log, year, month] = /^audit\.(\w+)_(\d{4})_(\d{2})$/.exec(name) ?? [];
  if (!log) throw new BackupBroken(`${name} is geen maand van een logboek.`);
  await client.query('select audit.lay_months($1, $2::timestamp, 1)', [log, `${year}-${month}-01`]);
  await client.query(`alter table ${quoted(name)} disable trigger user`);
}

/**
 * Takes away what would slow down or refuse filling the tables of this part: triggers, rules between tables, keys and indexes. What is of the other part stays as it is: laying it anew took as long as all the filling.
 */
async function standAside(
  client: Client,
  schemas: readonly string[],
  part: 'gegevens' | 'sleutels',
): Promise<{ putBack(): Promise<void> }> {
  const inPart = async () =>
    (await tablesOf(client, schemas)).filter(({ name, monthOf }) => isIn(part, monthOf ?? name));
  const namesOf = (tables: readonly CopiedTable[]) => tables.map(({ name }) => quoted(name));
  const before = await inPart();
  const list = async (text: string) =>
    (await client.query<{ drop: string; add: string }>(text, [namesOf(before)])).rows;
  // a log itself holds no rows: its months do
  const logs = [...new Set(before.flatMap(({ monthOf }) => monthOf ?? []))].map(quoted);
  const rules = await list(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as add
      from pg_constraint c
      where contype = 'f' and conparentid = 0 and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))`,
  );
  const indexes = await list(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as add
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.oid = any($1::regclass[]) and c.relkind = 'i' and not c.relispartition and t.relkind = 'r' and not t.relispartition
        and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))`,
  );
  // sorted once is sooner than put in its place row by row
  const keys = await list(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as add
      from pg_constraint c join pg_class t on t.oid = c.conrelid
      where contype in ('p', 'u') and t.oid = any($1::regclass[]) and t.relkind = 'r' and not t.relispartition`,
  );
  const all = async (statements: readonly string[]) => {
    if (statements.length > 0) await client.query(statements.join(';\n'));
  };
  await all([...logs, ...namesOf(before)].map((table) => `alter table ${table} disable trigger user`));
  await all([...rules, ...indexes, ...keys].map(({ drop }) => drop));
  return {
    async putBack() {
      const now = namesOf(await inPart());
      // before rules: a rule is checked along an index, and refers to a key
      await all([...keys, ...indexes, ...rules].map(({ add }) => add));
      await all([...logs, ...now].map((table) => `alter table ${table} enable trigger user`));
      await client.query(`analyze ${now.join(', ')}`);
    },
  };
}

async function setCounters(client: Client, counters: readonly Counter[]): Promise<void> {
  for (const { name, last } of counters)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      name.split('.').map(quoteIdent).join('.'),
      last ?? '1',
      last !== null,
    ]);
}

/** Reads words and, between two of them, the bytes of one table. */
class Reader {
  private kept: Part | undefined;
  constructor(private readonly parts: AsyncGenerator<Part>) {}

  private async next(): Promise<Part | undefined> {
    const kept = this.kept;
    this.kept = undefined;
    return kept ?? ((await this.parts.next()).value as Part | undefined);
  }

  async word(): Promise<Word> {
    const part = await this.next();
    if (!part || !('word' in part)) throw new BackupBroken('De reservekopie is niet te lezen: er ontbreekt een tabel.');
    return part.word as Word;
  }

  async *bytes(): AsyncGenerator<Buffer> {
    for (;;) {
      const part = await this.next();
      if (!part) return;
      if ('word' in part) {
        this.kept = part;
        return;
      }
      yield part.bytes;
    }
  }
}
