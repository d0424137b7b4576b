import {
  constants,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { z } from 'zod';
import { BackupBroken, BackupWriter, openSealedFile, type Part } from '../backup/backup-file.ts';

/** For whom an export is sealed: whoever holds the other half of this key (RSA), or knows these words. */
export type ExportLock = { readonly publicKey: string } | { readonly passphrase: string };
export type ExportKey = { readonly privateKey: string } | { readonly passphrase: string };

const Header = z.strictObject({
  soort: z.literal('in-beeld-organisatie'),
  vorm: z.literal(1),
  organisatie: z.string(),
  naam: z.string(),
  gemaakt: z.iso.datetime(),
  versie: z.string(),
  sleutel: z.discriminatedUnion('slot', [
    z.strictObject({ slot: z.literal('rsa-oaep-sha256'), verzegeld: z.base64() }),
    z.strictObject({ slot: z.literal('scrypt'), zout: z.base64() }),
  ]),
});
/** What anybody may read of an export: whose it is, when it was made, and with what it opens. */
export type ExportHeader = z.infer<typeof Header>;

/** The lock or the key cannot be used; the message says in Dutch why. */
export class ExportLocked extends Error {}

const KEY_BYTES = 32;
const SHORTEST_RSA = 3072;
const SHORTEST_PASSPHRASE = 16;
/** 128 MB and half a second a guess (RFC 7914; OWASP, Password Storage: N = 2^17, r = 8, p = 1). */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 } as const;
const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;

function lockFor(lock: ExportLock): { readonly key: Buffer; readonly sleutel: ExportHeader['sleutel'] } {
  if ('passphrase' in lock) {
    if (lock.passphrase.length < SHORTEST_PASSPHRASE)
      throw new ExportLocked(`Een wachtzin heeft ten minste ${SHORTEST_PASSPHRASE} tekens.`);
    const salt = randomBytes(16);
    return {
      key: scryptSync(lock.passphrase, salt, KEY_BYTES, SCRYPT),
      sleutel: { slot: 'scrypt', zout: salt.toString('base64') },
    };
  }
  const publicKey = readKey(() => createPublicKey(lock.publicKey));
  if (publicKey.asymmetricKeyType !== 'rsa' || (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_RSA)
    throw new ExportLocked(`De openbare sleutel is geen RSA-sleutel van ten minste ${SHORTEST_RSA} bits.`);
  const key = randomBytes(KEY_BYTES);
  const sealed = publicEncrypt({ key: publicKey, ...OAEP }, key);
  return { key, sleutel: { slot: 'rsa-oaep-sha256', verzegeld: sealed.toString('base64') } };
}

function readKey<Key>(read: () => Key): Key {
  try {
    return read();
  } catch {
    throw new ExportLocked('Dit bestand is geen sleutel in PEM-vorm.');
  }
}

/** Begins an export: a file that only the holder of the key opens. @throws ExportLocked */
export async function beginExport(
  file: string,
  about: Pick<ExportHeader, 'organisatie' | 'naam' | 'gemaakt' | 'versie'>,
  lock: ExportLock,
): Promise<BackupWriter> {
  const { key, sleutel } = lockFor(lock);
  const header: ExportHeader = { soort: 'in-beeld-organisatie', vorm: 1, ...about, sleutel };
  return BackupWriter.begin(file, header, key);
}

/** Opens an export. @throws ExportLocked with the wrong key; BackupBroken when it is damaged or is no export */
export async function openExport(
  file: string,
  key: ExportKey,
): Promise<{ readonly header: ExportHeader; parts(): AsyncGenerator<Part> }> {
  const { header, parts } = await openSealedFile(file, (read) => Header.safeParse(read).data);
  if (!header) throw new BackupBroken(`${file} is geen uitvoer van een organisatie, of het begin is beschadigd.`);
  const opened = unlock(header.sleutel, key);
  return { header, parts: () => parts(opened) };
}

function unlock(sleutel: ExportHeader['sleutel'], key: ExportKey): Buffer {
  if (sleutel.slot === 'scrypt') {
    if (!('passphrase' in key)) throw new ExportLocked('Dit bestand opent met een wachtzin.');
    return scryptSync(key.passphrase, Buffer.from(sleutel.zout, 'base64'), KEY_BYTES, SCRYPT);
  }
  if (!('privateKey' in key)) throw new ExportLocked('Dit bestand opent met de geheime helft van een sleutel.');
  const own = readKey(() => createPrivateKey(key.privateKey));
  try {
    return privateDecrypt({ key: own, ...OAEP }, Buffer.from(sleutel.verzegeld, 'base64'));
  } catch {
    throw new ExportLocked('Deze sleutel opent dit bestand niet.');
  }
}
