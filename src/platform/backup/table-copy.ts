import { createHash, type Hash } from 'node:crypto';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { quoteIdent } from '../db/roles.ts';

/** A table as it is copied: every column that is not computed from others, in order. A month of a log is a table of its own. */
export interface CopiedTable {
  /** 'schema.table' */
  readonly name: string;
  readonly columns: readonly string[];
  /** The log this is a month of. */
  readonly monthOf?: string;
}

/** How much a table held, and the SHA-256 of its rows as text, in order. */
export interface TableSum {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The name of a table or sequence in SQL. */
export const quoted = (name: string) => name.split('.').map(quoteIdent).join('.');
const columnsOf = ({ columns }: CopiedTable) => columns.map(quoteIdent).join(', ');

/** Every table of these schemas that holds rows itself. */
export async function tablesOf(client: Client, schemas: readonly string[]): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; monthOf: string | null }>(
    `select n.nspname || '.' || c.relname as name,
        array(select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
        (select pn.nspname || '.' || p.relname from pg_inherits i join pg_class p on p.oid = i.inhparent
          join pg_namespace pn on pn.oid = p.relnamespace where i.inhrelid = c.oid) as "monthOf"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1) order by 1`,
    [schemas],
  );
  return rows.map(({ name, columns, monthOf }) => ({ name, columns, ...(monthOf && { monthOf }) }));
}

class Summing {
  private rows = 0;
  private bytes = 0;
  private readonly hash: Hash = createHash('sha256');

  add(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    // a line break inside a value is written as \n, so every one here ends a row
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.rows++;
  }

  sum(): TableSum {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** Reads a whole table as text, which every version of the server writes and reads alike. */
export async function readTable(
  client: Client,
  table: CopiedTable,
  onBytes: (bytes: Buffer) => Promise<void> | void,
  where = '',
): Promise<TableSum> {
  const summing = new Summing();
  const query = `copy (select ${columnsOf(table)} from ${quoted(table.name)}${where}) to stdout`;
  for await (const chunk of client.query(copyTo(query))) {
    summing.add(chunk as Buffer);
    await onBytes(chunk as Buffer);
  }
  return summing.sum();
}

/** Fills a table with rows that `readTable` read. */
export async function fillTable(client: Client, table: CopiedTable, bytes: AsyncIterable<Buffer>): Promise<TableSum> {
  const summing = new Summing();
  const stream = client.query(copyFrom(`copy ${quoted(table.name)} (${columnsOf(table)}) from stdin`));
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  done.catch(() => undefined);
  try {
    for await (const chunk of bytes) {
      summing.add(chunk);
      if (!stream.write(chunk)) await Promise.race([drained(stream), done]);
    }
  } catch (error) {
    stream.destroy(error as Error);
    throw error;
  }
  stream.end();
  await done;
  return summing.sum();
}

const drained = (stream: NodeJS.WritableStream) => new Promise<void>((resolve) => stream.once('drain', resolve));
