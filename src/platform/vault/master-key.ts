import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key of the installation. Keys for a purpose are derived from it (HKDF, RFC 5869); it encrypts nothing itself. */
export interface MasterKey {
  /** A key of 32 bytes for one purpose, always the same for the same purpose. */
  derive(purpose: string): Buffer;
}

/** The key file cannot be read or is not a key; the message says which file. */
export class KeyFileError extends Error {}

/** The key of these 32 bytes. @throws KeyFileError when they are not; `where` says which key. */
export function masterKeyOf(text: string, where: string): MasterKey {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) {
    throw new KeyFileError(
      `${where} is beschadigd: er horen 32 bytes in base64 in te staan. Zet een reservekopie terug.`,
    );
  }
  return {
    derive: (purpose) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `in-beeld:${purpose}`, 32)),
  };
}

/** A new key, as text for a key file. */
export function newMasterKey(): string {
  return randomBytes(32).toString('base64');
}

/**
 * Makes a key file, readable for this user alone: written aside and linked into place, so that nobody ever reads half a key and
 * the first process wins. @returns what stands in it
 */
export function makeKeyFile(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.nieuw`;
  writeFileSync(aside, `${newMasterKey()}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(aside);
  }
  return readFileSync(file, 'utf8');
}
