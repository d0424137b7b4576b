import { sql } from 'kysely';
import type { TableRegister } from '../db/table-register.ts';
import type { AnyTx } from '../db/transact.ts';
import { keyIdOf, openCell } from '../vault/cell.ts';
import { keysToOpen } from '../vault/dossier-keys.ts';
import { lentTo } from '../vault/lending.ts';
import { noteHandled } from '../vault/sealing.ts';

/** Where what is read goes, in the order of the tables. */
export interface ExportTarget {
  table(name: string): Promise<void>;
  row(line: Readonly<Record<string, unknown>>): Promise<void>;
  document(
    facts: { readonly id: string; readonly name: string; readonly mediaType: string },
    bytes: Buffer,
  ): Promise<void>;
}

export interface TenantRead {
  readonly tables: number;
  readonly rows: number;
  readonly documents: number;
  /** Cells of a dossier whose key was destroyed: erased, and nowhere readable any more. */
  readonly erased: number;
  /** Cells that should open and do not. */
  readonly unreadable: number;
}

type Row = Readonly<Record<string, unknown>>;

/** Keys open nothing outside this installation, and what they open is in the export itself. */
const LEFT_OUT = /^vault\./;
/** What only proves something to this installation: no secret leaves with who leaves. */
const SECRET = /(^|_)(hash|secret|token_hash|code_hash|client_key)$/;
const FILE = 'files.file';
const MESSAGE = 'exchange.message';
const AT_ONCE = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How the rows of an organisation are found in a table; undefined when it has none there. */
export function ownerColumn(name: string, table: TableRegister[string]): string | undefined {
  if (LEFT_OUT.test(name)) return undefined;
  // what is of a person alone, such as how far she is with learning, her organisation does not read here either
  if (table.class === 'tenant' && table.privateTo !== undefined) return undefined;
  if (table.class === 'tenant' || table.class === 'published') return 'tenant_id';
  return table.class === 'account' ? table.ownReadBy : undefined;
}

/**
 * Reads everything of one organisation, opened, table by table. The transaction went in as that organisation: the row-level security of
 * the database keeps away what is of another, whatever is asked here. It was lent keys and keeps a ledger: each dossier that is opened
 * stands in the log of processing. `openMessage` opens what was exchanged.
 */
export async function readTenant(
  tx: AnyTx,
  register: TableRegister,
  tenantId: string,
  target: ExportTarget,
  openMessage: (row: Row) => Promise<Buffer | undefined>,
): Promise<TenantRead> {
  const read = { tables: 0, rows: 0, documents: 0, erased: 0, unreadable: 0 };
  for (const [name, table] of Object.entries(register)) {
    const owner = ownerColumn(name, table);
    if (owner === undefined) continue;
    await target.table(name);
    read.tables++;
    const columns = Object.keys(table.columns);
    for await (const rows of pagesOf(tx, name, columns, owner, tenantId)) {
      const opened = await openCells(tx, name, table.sealed ?? [], rows);
      for (const [at, row] of rows.entries()) {
        const cells = opened[at]!;
        if (name === MESSAGE) cells.set('content', await openMessage(row).then((bytes) => bytes ?? ERASED));
        for (const cell of cells.values()) {
          if (cell === ERASED) read.erased++;
          else if (cell === UNREADABLE) read.unreadable++;
        }
        await target.row(lineOf(row, cells, name === FILE));
        read.rows++;
        const bytes = cells.get('sealed');
        if (name === FILE && Buffer.isBuffer(bytes)) {
          await target.document(
            { id: String(row.id), name: String(row.name), mediaType: String(row.media_type) },
            bytes,
          );
          read.documents++;
        }
      }
    }
  }
  return read;
}

async function* pagesOf(
  tx: AnyTx,
  name: string,
  columns: readonly string[],
  owner: string,
  tenantId: string,
): AsyncGenerator<readonly Row[]> {
  const asked = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare uitvoer no scroll cursor for
    select ${asked} from ${sql.table(name)} where ${sql.ref(owner)} = ${sql.lit(tenantId)}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(AT_ONCE)} from uitvoer`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await sql`close uitvoer`.execute(tx);
}

const ERASED = Symbol('erased');
const UNREADABLE = Symbol('unreadable');
type Cell = Buffer | typeof ERASED | typeof UNREADABLE;

/** The sealed cells of these rows, opened. Under which name a row was sealed the cell itself does not say: one of its own ids. */
async function openCells(
  tx: AnyTx,
  name: string,
  sealed: readonly string[],
  rows: readonly Row[],
): Promise<readonly Map<string, Cell>[]> {
  const { tenantId } = lentTo(tx).keys;
  const cells = rows.flatMap((row, at) =>
    sealed.flatMap((column) => {
      const bytes = row[column];
      return name !== MESSAGE && Buffer.isBuffer(bytes) ? [{ at, row, column, bytes, keyId: keyIdOf(bytes) }] : [];
    }),
  );
  const opened = rows.map(() => new Map<string, Cell>());
  const keys = await keysToOpen(
    tx,
    cells.flatMap(({ keyId }) => keyId ?? []),
  );
  const handled: { about: { kind: string; id: string }; dossierId: string; column: string }[] = [];
  for (const { at, row, column, bytes, keyId } of cells) {
    const known = keyId === undefined ? undefined : keys.get(keyId);
    const whole = `${name}.${column}`;
    const ids = [row.id, ...Object.values(row)].filter((id): id is string => typeof id === 'string' && UUID.test(id));
    const { key, dossierId } = known ?? {};
    const plain = key && firstOf(ids, (rowId) => openCell(key, { tenantId, column: whole, rowId }, bytes));
    opened[at]!.set(column, plain ?? (known && !key ? ERASED : UNREADABLE));
    if (plain && dossierId) handled.push({ about: { kind: 'dossier', id: dossierId }, dossierId, column: whole });
  }
  noteHandled(tx, handled);
  return opened;
}

function firstOf<T>(ids: readonly string[], open: (id: string) => T | undefined): T | undefined {
  for (const id of new Set(ids)) {
    const opened = open(id);
    if (opened !== undefined) return opened;
  }
  return undefined;
}

/** A row as it is written: what was sealed as it reads, a file as the name of its document, and no secret of this installation. */
function lineOf(row: Row, cells: ReadonlyMap<string, Cell>, isFile: boolean): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !SECRET.test(column))
      .map(([column, value]) => {
        const cell = cells.get(column);
        if (cell === ERASED) return [column, { gewist: true }];
        if (cell === UNREADABLE) return [column, { onleesbaar: true }];
        if (cell !== undefined) return [column, isFile ? { document: String(row.id) } : readable(cell)];
        return [column, Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value];
      }),
  );
}

/** What was sealed is nearly always JSON; else a text, else bytes. */
function readable(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return { base64: bytes.toString('base64') };
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
