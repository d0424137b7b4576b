import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Entering } from './register-many.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** A row in which nothing is wrong, as it is kept until it is registered. */
export interface GoodRow {
  readonly line: number;
  readonly reference: string;
  readonly entry: Entering;
}

/** So many rows are packed together, and registered together: a process that dies loses no more than these. */
export const ROWS_AT_A_TIME = 250;
const LENGTH = 4;

/** Packs the rows of a file in pieces, so that each can be unpacked alone: how many there are, and then each piece after its length. */
export async function packRows(rows: readonly GoodRow[]): Promise<Buffer> {
  const parts = [lengthOf(rows.length)];
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    const piece = await pack(JSON.stringify(rows.slice(at, at + ROWS_AT_A_TIME)));
    parts.push(lengthOf(piece.length), piece);
  }
  return Buffer.concat(parts);
}

/** How many rows were packed. */
export const packedCount = (packed: Buffer): number => packed.readUInt32BE(0);

/** Unpacks piece after piece, from the one that begins with this row. */
export async function* piecesFrom(packed: Buffer, row: number): AsyncGenerator<readonly GoodRow[]> {
  let first = 0;
  for (let at = LENGTH; at < packed.length; first += ROWS_AT_A_TIME) {
    const end = at + LENGTH + packed.readUInt32BE(at);
    if (first >= row)
      yield JSON.parse((await unpack(packed.subarray(at + LENGTH, end))).toString('utf8')) as readonly GoodRow[];
    at = end;
  }
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt32BE(count);
  return bytes;
}
