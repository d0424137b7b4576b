import { createHash } from 'node:crypto';
import { BackupBroken, type OpenBackup } from './backup-file.ts';
import type { Word } from './backup-parts.ts';

/** Reads a file back from disk and compares every table with what was read from the database. @throws BackupBroken */
export async function checkBackup(backup: OpenBackup, key: Buffer): Promise<number> {
  let [hash, name, tables] = [createHash('sha256'), '', 0];
  for await (const part of backup.parts(key)) {
    if ('bytes' in part) {
      hash.update(part.bytes);
      continue;
    }
    const word = part.word as Word;
    if ('begint' in word) [hash, name] = [createHash('sha256'), word.begint.name];
    if ('eindigt' in word) {
      if (hash.digest('hex') !== word.eindigt.sha256) throw new BackupBroken(`${name} is niet goed weggeschreven.`);
      tables++;
    }
    if ('alles' in word && Object.keys(word.alles).length !== tables)
      throw new BackupBroken('Er ontbreekt een tabel in de reservekopie.');
  }
  return tables;
}
