import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/tables.generated.ts';
import { type Done, lookAtPersons } from '../platform/db/transact.ts';
import { readMessage } from '../platform/exchange/message.ts';
import { newId } from '../platform/ids/uuid.ts';
import { beginExport, type ExportKey, type ExportLock, openExport } from '../platform/tenant-export/export-file.ts';
import { readTenant, type TenantRead } from '../platform/tenant-export/read-tenant.ts';
import type { KeySource } from '../platform/vault/key-source.ts';
import { lendKeys } from '../platform/vault/lending.ts';
import { openKeys } from '../platform/vault/vault.ts';
import { ok } from '../shared-kernel/result.ts';
import { processingActivity } from './processing-activities.ts';
import { TABLES } from './tables.ts';

/** Who operates the installation has no account: in the logs of the organisation she stands by what she is. */
const OPERATOR = {
  personId: '00000000-0000-7000-8000-00000000beee',
  membershipId: '00000000-0000-7000-8000-00000000beee',
  personName: 'wie In Beeld beheert (opdrachtregel)',
  role: 'beheerder',
  scope: 'own-organisation',
} as const;
const ACTIVITY = 'VA-15';

/** What an organisation is called in its export. */
export interface ExportedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/**
 * Writes everything of one organisation in one file that only the holder of the key opens: as it stood at one moment, through the door of
 * that organisation, and in its own log. The file is there when all of it is, and the log too.
 */
export async function exportTenant(
  { db, keySource }: { readonly db: Kysely<DB>; readonly keySource: KeySource },
  organisation: ExportedOrganisation,
  to: { readonly file: string; readonly lock: ExportLock; readonly at: Date; readonly version: string },
): Promise<TenantRead> {
  const tenantId = organisation.id;
  const aside = `${to.file}.wacht`;
  const about = {
    organisatie: organisation.code,
    naam: organisation.name,
    gemaakt: to.at.toISOString(),
    versie: to.version,
  };
  const writer = await beginExport(aside, about, to.lock);
  // asked before the transaction, since a key service stands outside; of its own, since those of the vault are lent for seconds
  const keys = await openKeys(db, keySource, tenantId);
  try {
    const deed = {
      actor: {
        ...OPERATOR,
        organisationId: tenantId,
        organisationCode: organisation.code,
        organisationName: organisation.name,
      },
      activity: ACTIVITY,
      activityVersion: processingActivity(ACTIVITY)!.version,
      action: 'platform.export-organisation',
      traceId: newId(),
      ground: 'operator',
      entry: { isOfOneMoment: true },
    };
    const answer = await lookAtPersons<TenantRead & Done, never>(db, deed, async (tx) => {
      lendKeys(tx, keys);
      const lines: string[] = [];
      const flush = async () => {
        if (lines.length > 0) await writer.bytes(Buffer.from(lines.splice(0).join('')));
      };
      const read = await readTenant(
        tx,
        TABLES,
        tenantId,
        {
          async table(name) {
            await flush();
            await writer.word({ tabel: name });
          },
          async row(line) {
            lines.push(`${JSON.stringify(line)}\n`);
            if (lines.length >= 200) await flush();
          },
          async document(facts, bytes) {
            await flush();
            await writer.word({ document: facts });
            await writer.bytes(bytes);
            await writer.word({ tabel: 'files.file' });
          },
        },
        ({ id, box }) =>
          readMessage(tx, tenantId, box as Parameters<typeof readMessage>[2], String(id), {
            kind: 'message',
            id: String(id),
          }).catch(() => undefined),
      );
      await flush();
      await writer.end({ alles: read });
      return ok({ ...read, subject: { kind: 'organisations.organisation', id: tenantId } });
    });
    if (!answer.ok) throw new Error('an export is never refused');
    await rename(aside, to.file);
    return answer.value;
  } catch (error) {
    await writer.abandon();
    await rm(aside, { force: true });
    throw error;
  } finally {
    keys.wipe();
  }
}

const READ_ME = (name: string, made: string) => `Alles van ${name} in In Beeld, zoals het was op ${made}.

tabellen/     een bestand per tabel, met een regel JSON per rij (JSON Lines, UTF-8)
documenten/   de bestanden, met in tabellen/files.file.jsonl bij welke rij zij horen

Wat verzegeld was, staat er leesbaar in: bewaar dit als een dossier. {"gewist": true} betekent dat de sleutel is vernietigd; dat
komt niet terug. Toegangscodes en sleutels staan er niet in, en ook niet wat van een medewerker alleen is (haar voortgang bij leren). Wat elke tabel betekent, staat in docs/woordenlijst.md van In Beeld.
`;

/** Lays an export in a folder, as files that anybody reads. No installation and no database are needed. @returns how many files */
export async function unpackExport(file: string, key: ExportKey, folder: string): Promise<number> {
  const { header, parts } = await openExport(file, key);
  for (const each of ['tabellen', 'documenten']) await mkdir(join(folder, each), { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'LEESMIJ.txt'), READ_ME(header.naam, header.gemaakt), { mode: 0o600 });
  const files = new Set<string>();
  let path: string | undefined;
  for await (const part of parts()) {
    if ('word' in part) {
      path = pathOf(part.word as Word);
      if (path !== undefined && !files.has(path)) {
        files.add(path);
        await writeFile(join(folder, path), '', { mode: 0o600 });
      }
      continue;
    }
    if (path !== undefined) await append(join(folder, path), part.bytes);
  }
  return files.size;
}

type Word = {
  readonly tabel?: string;
  readonly document?: { readonly id: string; readonly name: string };
};

/** Where a part goes. What somebody called her document becomes a part of a name, and never a way out of the folder. */
function pathOf({ tabel, document }: Word): string | undefined {
  if (tabel !== undefined) return /^[a-z_]+\.[a-z_]+$/.test(tabel) ? join('tabellen', `${tabel}.jsonl`) : undefined;
  if (document === undefined) return undefined;
  const name = basename(document.name)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .slice(-80);
  return /^[0-9a-f-]{36}$/.test(document.id) ? join('documenten', `${document.id}-${name}`) : undefined;
}

const append = (path: string, bytes: Buffer) =>
  new Promise<void>((resolve, reject) => {
    const stream = createWriteStream(path, { flags: 'a' });
    stream.once('error', reject);
    stream.end(bytes, () => resolve());
  });
