import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LINKABLE } from '../../src/features/learning/index.ts';
import { routeTable } from '../support/route-table.ts';
import { forbiddenWords, readingFaults } from './readability.ts';

/** What is read by a learner: no id, no address, no name of a source. */
const UNREAD = new Set([
  'id',
  'kind',
  'chapter',
  'href',
  'right',
  'en',
  'reference',
  'references',
  'note',
  'validFrom',
]);
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (UNREAD.has(key) ? [] : textsOf(each)));
}

describe('the lessons', () => {
  const files = ['content/learning', 'content/learning-shared'].flatMap((folder) =>
    readdirSync(folder).map((file) => `${folder}/${file}`),
  );

  it('are read: a file gives its texts', () => {
    expect(textsOf(parse(readFileSync('content/learning/basis.yaml', 'utf8'))).length).toBeGreaterThan(50);
  });

  it.for(files)('speak plain Dutch in %s', (file) => {
    expect(readingFaults(textsOf(parse(readFileSync(file, 'utf8'))), forbiddenWords())).toEqual([]);
  });

  it('send a learner to pages that exist', async () => {
    const paths = new Set((await routeTable()).filter(({ method }) => method === 'GET').map(({ path }) => path));
    expect(LINKABLE.filter((href) => !paths.has(href))).toEqual([]);
  });
});
