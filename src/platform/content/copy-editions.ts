import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { day, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { MigrationRefused } from '../db/migrate.ts';
import type { Tx } from '../db/transact.ts';
import { type ContentKind, EditionHead } from './content-kind.ts';
import { isContentFile, readWritten, Unreadable, type WrittenContent } from './written-content.ts';

/** A file in `content/` is wrong, or was changed after its release. The message names file and line, and says what to do. */
export class ContentRefused extends MigrationRefused {}

export interface EditionFile {
  /** 'content/contact-lines/2026-11.json' */
  readonly name: string;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly validFrom: PlainDate;
  readonly verifiedOn: PlainDate | null;
  readonly sha256: string;
  readonly body: unknown;
}

/**
 * Copies every file of `content/` that is new into the database. Nothing there is ever changed: a released file that differs from
 * what was copied is refused until it carries a higher version.
 * @throws ContentRefused
 */
export async function copyEditions(
  tx: Tx<'content.edition'>,
  directory: string,
  kinds: readonly ContentKind<never>[],
): Promise<void> {
  const files = readEditionFiles(directory, kinds);
  const known = await tx.selectFrom('content.edition').select(['kind', 'id', 'version', 'sha256']).execute();
  for (const file of files) {
    const before = known.find((row) => row.kind === file.kind && row.id === file.id && row.version === file.version);
    if (before && before.sha256 !== file.sha256)
      throw new ContentRefused(
        `${file.name} is veranderd nadat versie ${file.version} is uitgegeven. Zet het bestand terug, of geef de verandering een nieuwe versie: ${file.name.endsWith('.yaml') ? 'version' : '"version"'}: ${file.version + 1}.`,
      );
    if (before) continue;
    await tx
      .insertInto('content.edition')
      .values({
        kind: file.kind,
        id: file.id,
        version: file.version,
        sha256: file.sha256,
        valid_from: file.validFrom,
        verified_on: file.verifiedOn,
        body: JSON.stringify(file.body),
      })
      .onConflict((conflict) => conflict.doNothing()) // another process was first
      .execute();
  }
}

/** Reads and checks every file of `content/`. The layout of a file does not count for its checksum, only what it says. */
export function readEditionFiles(directory: string, kinds: readonly ContentKind<never>[]): readonly EditionFile[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => {
      const kind = kinds.find((each) => each.kind === folder);
      if (!kind) return []; // no check of its own yet, so it is not released: a test of the composition root says so
      return readdirSync(join(directory, folder))
        .filter(isContentFile)
        .sort()
        .map((file) =>
          readEdition(`content/${folder}/${file}`, readFileSync(join(directory, folder, file), 'utf8'), kind),
        );
    });
}

/** Reads one file. @throws ContentRefused with every fault and its line. */
export function readEdition<Body>(name: string, text: string, kind: ContentKind<Body>): EditionFile {
  const { value, lineOf } = parse(name, text);
  const head = EditionHead.safeParse(value);
  const body = kind.schema.safeParse(value);
  const issues = [...(head.error?.issues ?? []), ...(body.error?.issues ?? [])];
  if (!head.success || !body.success)
    throw new ContentRefused(
      [...new Set(issues.map((issue) => `${name}, regel ${lineOf(issue.path)}: ${say(issue)}`))].join('\n'),
    );
  const { id, version, validFrom } = head.data;
  if (!name.endsWith(`/${id}.json`) && !name.endsWith(`/${id}.yaml`))
    throw new ContentRefused(`${name}, regel ${lineOf(['id'])}: "id" is niet de naam van het bestand.`);
  return {
    name,
    kind: kind.kind,
    id,
    version,
    validFrom: day(validFrom),
    verifiedOn: kind.verifiedOn?.(body.data) ?? null,
    sha256: createHash('sha256').update(JSON.stringify(value)).digest('hex'),
    body: value,
  };
}

function parse(name: string, text: string): WrittenContent {
  try {
    return readWritten(name, text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new ContentRefused(`${name}, regel ${error.line}: dit is geen geldige ${error.format} (${error.message}).`);
  }
}

function say(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  return where ? `${where}: ${issue.message}` : issue.message;
}
