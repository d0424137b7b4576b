import { type CaptureTable, captureTable } from '@in-beeld/statistics';
import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { Language } from '../../../shared-kernel/language.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

const filled = z.string().min(1, 'vul iets in');

interface PublishedTable {
  readonly title: string;
  readonly years: readonly number[];
  readonly source: string;
  readonly lists: readonly { readonly code: string; readonly name: string; readonly english?: string }[];
  /** The same words in English; absent in tables from before there were English pages. */
  readonly english?: { readonly title: string; readonly source: string };
  readonly rows: readonly { readonly on: readonly string[]; readonly count: number }[];
}

/** Published tables of who stands on which lists: `content/capture-tables/`, one file a table. */
export const CAPTURE_TABLES: ContentKind<PublishedTable> = {
  kind: 'capture-tables',
  schema: z
    .looseObject({
      title: filled,
      years: z.array(z.int()).min(1),
      source: filled,
      mark: z.enum(['found', 'own', 'derived']),
      lists: z.array(z.strictObject({ code: filled, name: filled, english: filled.optional() })).min(2),
      english: z.strictObject({ title: filled, source: filled }).optional(),
      rows: z.array(z.strictObject({ on: z.array(filled).min(1), count: z.int().min(0) })).min(1),
    })
    .refine(
      ({ lists, rows }) => rows.every(({ on }) => on.every((code) => lists.some((list) => list.code === code))),
      'een regel noemt een lijst die er niet is',
    ) as unknown as z.ZodType<PublishedTable>,
};

/** A published table with what must stand beside it. */
export interface PublishedCaptureTable
  extends Pick<PublishedTable, 'title' | 'years' | 'source' | 'lists' | 'english'> {
  readonly on: PlainDate;
  readonly table: CaptureTable;
}

/** The Dutch table that everybody may reckon with; nothing when this version has none. */
export async function publishedCaptureTable(
  tx: Tx<'content.edition'>,
  today: PlainDate,
): Promise<PublishedCaptureTable | undefined> {
  const edition = await currentEdition(tx, CAPTURE_TABLES, today);
  if (!edition) return undefined;
  const { rows, ...said } = edition.body;
  const { lists } = said;
  const codes = lists.map(({ code }) => code);
  const history = (on: readonly string[]) => on.reduce((mask, code) => mask | (1 << codes.indexOf(code)), 0);
  const table = captureTable(
    codes,
    rows.map(({ on, count }) => [history(on), count]),
  );
  return { ...said, on: edition.validFrom, table };
}

/** The words of a table in a language; in Dutch when not all of them were written in that one. */
export function tableWords({ title, source, lists, english }: PublishedCaptureTable, language: Language) {
  const isWritten = language === 'en' && english !== undefined && lists.every((list) => list.english);
  return {
    language: isWritten ? language : 'nl',
    ...(isWritten ? english : { title, source }),
    names: Object.fromEntries(lists.map(({ code, name, english }) => [code, (isWritten && english) || name])),
  } as const;
}
