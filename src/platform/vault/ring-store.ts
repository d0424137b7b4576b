import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { KeyFileError, makeKeyFile } from './master-key.ts';

/** Where the text of a key ring stands: one key a line, that of today first. */
export interface KeyRing {
  /** How a message names it. */
  readonly where: string;
  /** @throws KeyFileError when it cannot be read */
  read(): Promise<string>;
  readIfThere(): Promise<string | undefined>;
  /** Replaces the text at once: whoever reads sees the old or the new, and a process that dies leaves one of both. */
  replace(text: string): Promise<void>;
}

/** The key file. `mayMake`: made, for this user alone, when it is not there; two processes at once get the same. */
export function fileRing(file: string, { mayMake }: { readonly mayMake: boolean }): KeyRing {
  const where = `Het sleutelbestand ${file}`;
  const readIfThere = async () => {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        throw new KeyFileError(`${where} is niet te lezen: ${(error as Error).message}`);
      return mayMake ? makeKeyFile(file) : undefined;
    }
  };
  return {
    where,
    readIfThere,
    // once the product runs, a file that is gone is a file that is gone: nothing opens with a new one
    async read() {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        throw new KeyFileError(`${where} is niet te lezen: ${(error as Error).message}`);
      }
    },
    async replace(text) {
      const aside = `${file}.${process.pid}.nieuw`;
      try {
        writeFileSync(aside, text, { mode: 0o600, flush: true });
        renameSync(aside, file);
        syncFolder(dirname(file));
      } catch (error) {
        unlinkIfThere(aside);
        throw new KeyFileError(`${where} is niet te schrijven: ${(error as Error).message}`);
      }
    },
  };
}

/** The key of a demo that several processes share stands in its database; nothing in a demo is about a real person. */
export function databaseRing(adminUrl: string): KeyRing {
  const where = 'De sleutel van deze voorbeeldomgeving';
  const ask = async (text: string, values: unknown[] = []) => {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    try {
      return (await admin.query<{ demo_key: string | null }>(text, values)).rows[0]?.demo_key ?? undefined;
    } finally {
      await admin.end();
    }
  };
  const readIfThere = () => ask('select demo_key from platform.key');
  return {
    where,
    readIfThere,
    async read() {
      const text = await readIfThere();
      if (text === undefined) throw new KeyFileError(`${where} is er niet`);
      return text;
    },
    async replace(text) {
      await ask('update platform.key set demo_key = $1', [text]);
    },
  };
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
