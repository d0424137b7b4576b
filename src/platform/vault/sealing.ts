import { createHmac, createSecretKey } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Sealed } from '../../shared-kernel/sealed.ts';
import { noteRevealed } from '../audit/reveal.ts';
import type { Tx } from '../db/transact.ts';
import { type CellPlace, keyIdOf, openCell, sealCell } from './cell.ts';
import { DossierErased, keysToOpen, keysToSeal } from './dossier-keys.ts';
import { SealBroken } from './key-source.ts';
import { lentTo } from './lending.ts';
import { pseudonymOf } from './pseudonym.ts';
import type { BlindIndexColumn, SealedColumn } from './sealed-columns.generated.ts';

type Table = 'vault.dossier_key';

/** One cell to seal: of which dossier, for which column and row, and what it says. */
export interface ToSeal<Column extends SealedColumn> {
  readonly dossierId: string;
  readonly column: Column;
  readonly rowId: string;
  readonly content: string | Buffer;
}

/**
 * Whom the content of a cell is about. A log row is written for each; `nobody` only where no person can be in it, and `unseen` only
 * where the program compares it in work of its own and no human sees it: what comes of that is written down where it is kept.
 */
export type About = AboutLogged | 'unseen';
/** Whom the content is about, where a row is always written for each. */
export type AboutLogged = { readonly kind: string; readonly id: string } | 'nobody';

export interface ToOpen<Column extends SealedColumn> {
  readonly sealed: Sealed<Column>;
  readonly about: About;
  readonly dossierId: string;
  readonly column: Column;
  readonly rowId: string;
}

/** So many cells are opened before others get their turn. */
const TURN = 500;

/** Seals one text for one cell. The same text is never sealed to the same bytes. @throws DossierErased */
export async function sealFor<Column extends SealedColumn>(
  tx: Tx<Table>,
  dossierId: string,
  column: Column,
  rowId: string,
  content: string | Buffer,
): Promise<Sealed<Column>> {
  const [sealed] = await sealMany(tx, [{ dossierId, column, rowId, content }]);
  return sealed!;
}

/** Seals many cells; two statements at most, however many. @throws DossierErased */
export async function sealMany<Column extends SealedColumn>(
  tx: Tx<Table>,
  cells: readonly ToSeal<Column>[],
): Promise<readonly Sealed<Column>[]> {
  if (cells.length === 0) return [];
  const { tenantId } = lentTo(tx).keys;
  const keys = await keysToSeal(
    tx,
    cells.map(({ dossierId }) => dossierId),
  );
  return cells.map(({ dossierId, column, rowId, content }) => {
    const { id, key } = keys.get(dossierId)!;
    if (!key) throw new DossierErased(`dossier ${dossierId} was erased`);
    const plain = typeof content === 'string' ? Buffer.from(content) : content;
    return sealCell(key, id, { tenantId, column, rowId }, plain) as Uint8Array as Sealed<Column>;
  });
}

/**
 * Opens cells, in the order given, in one statement; each person they are about gets a row in the log of data processing, in the
 * same transaction. `undefined` where the dossier's key was destroyed.
 * @throws SealBroken when a cell was changed or stands where it was not sealed for
 */
export async function openMany<Column extends SealedColumn>(
  tx: Tx<Table>,
  cells: readonly ToOpen<Column>[],
): Promise<readonly (string | undefined)[]> {
  return (await openBytes(tx, cells)).map((bytes) => bytes?.toString('utf8'));
}

/** The same, for what is no text. */
export async function openBytes<Column extends SealedColumn>(
  tx: Tx<Table>,
  cells: readonly ToOpen<Column>[],
): Promise<readonly (Buffer | undefined)[]> {
  const { tenantId } = lentTo(tx).keys;
  if (cells.length === 0) return [];
  noteHandled(tx, cells);
  const ids = cells.map(({ sealed, column, rowId }) => keyIdOf(sealed) ?? broken({ tenantId, column, rowId }));
  const keys = await keysToOpen(tx, ids);
  const opened: (Buffer | undefined)[] = [];
  for (const [index, { sealed, dossierId, column, rowId }] of cells.entries()) {
    if (index % TURN === TURN - 1) await setImmediate();
    const place = { tenantId, column, rowId };
    const known = keys.get(ids[index]!);
    if (known?.dossierId !== dossierId) broken(place);
    opened.push(known.key && (openCell(known.key, place, sealed) ?? broken(place)));
  }
  return opened;
}

/**
 * One note for each person in each dossier: who was looked at, under a pseudonym, and which columns. What opens a cell notes it by
 * itself; whoever seals and sends in one deed, and so opens nothing, notes it here.
 */
export function noteHandled(
  tx: Tx<Table>,
  cells: readonly { readonly about: About; readonly dossierId: string; readonly column: string }[],
): void {
  const seen = new Map<
    string,
    { about: Exclude<About, 'nobody' | 'unseen'>; dossierId: string; columns: Set<string> }
  >();
  for (const { about, dossierId, column } of cells) {
    if (about === 'nobody' || about === 'unseen') continue;
    const key = `${about.kind}\0${about.id}\0${dossierId}`;
    const known = seen.get(key);
    if (known) known.columns.add(column);
    else seen.set(key, { about, dossierId, columns: new Set([column]) });
  }
  if (seen.size === 0) return;
  noteRevealed(
    tx,
    ...[...seen.values()].map(({ about: { kind, id }, dossierId, columns }) => ({
      subject: { kind, pseudonym: pseudonymOf(tx, kind, id) },
      dossierId,
      columns: [...columns],
    })),
  );
}

function broken({ column, rowId }: CellPlace): never {
  throw new SealBroken(`${column} of row ${rowId} does not open where it stands`);
}

/**
 * By what a sealed value is found without being read: the same value gives the same bytes within an organisation, and others in
 * every other. Only for columns that the register lists; `normalised` is the value as it is compared.
 */
export function blindIndex(tx: object, column: BlindIndexColumn, normalised: string): Buffer {
  return blindIndexes(tx, column, normalised)[0]!;
}

/** To seek by: the index under the key of today first, then under earlier ones. */
export function blindIndexes(tx: object, column: BlindIndexColumn, normalised: string): readonly Buffer[] {
  return lentTo(tx)
    .keys.everyOne('index')
    .map(({ key }) => createHmac('sha256', createSecretKey(key)).update(`${column}\0${normalised}`).digest());
}
