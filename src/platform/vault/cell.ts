import { hash } from 'node:crypto';
import { seal, unseal } from './seal.ts';

/** The layout of a sealed cell: this byte, the id of its key (16), nonce (12), tag (16), ciphertext. */
const LAYOUT = 1;
const HEADER = 17;

/** Where a cell stands; what was sealed for one place opens in no other. */
export interface CellPlace {
  readonly tenantId: string;
  /** 'schema.table.column' */
  readonly column: string;
  readonly rowId: string;
}

const context = ({ tenantId, column, rowId }: CellPlace) => Buffer.from(`${tenantId}|${column}|${rowId}`);
const COUNTER = Buffer.from([0, 0, 0, 1]);

/**
 * Every place has a key of its own, made from the dossier's (one-step key derivation with SHA-256, NIST SP 800-56C): a key then seals
 * the successive contents of one cell and no more, far below the 2^32 uses that a random nonce of 96 bits bears (NIST SP 800-38D).
 */
function cellKey(dossierKey: Buffer, where: Buffer): Buffer {
  return hash('sha256', Buffer.concat([COUNTER, dossierKey, where]), 'buffer');
}

export function sealCell(dossierKey: Buffer, keyId: string, place: CellPlace, plain: Buffer): Buffer {
  const where = context(place);
  const header = Buffer.alloc(HEADER, LAYOUT);
  header.write(compactId(keyId), 1, 'hex');
  return Buffer.concat([header, seal(cellKey(dossierKey, where), plain, where)]);
}

/** The content; undefined when it was changed, was sealed for another place, or under another key. */
export function openCell(dossierKey: Buffer, place: CellPlace, sealed: Uint8Array): Buffer | undefined {
  const where = context(place);
  return unseal(cellKey(dossierKey, where), sealed.subarray(HEADER), where);
}

/** Which dossier key opens this cell, as `compactId` writes it; undefined when these bytes are no sealed cell. */
export function keyIdOf(sealed: Uint8Array): string | undefined {
  if (sealed.length < HEADER || sealed[0] !== LAYOUT) return undefined;
  return Buffer.from(sealed.buffer, sealed.byteOffset + 1, 16).toString('hex');
}

/** An id without its hyphens. */
export function compactId(id: string): string {
  return id.replaceAll('-', '');
}
