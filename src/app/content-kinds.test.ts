import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEditionFiles } from '../platform/content/copy-editions.ts';
import { CONTENT_KINDS } from './content-kinds.ts';

describe('the content of this version', () => {
  it('passes the check of its kind, every folder has one, and every kind has an edition', () => {
    const files = readEditionFiles('content', CONTENT_KINDS);
    const kinds = new Set(CONTENT_KINDS.map(({ kind }) => kind));
    expect(new Set(files.map(({ kind }) => kind))).toEqual(kinds);
    const folders = readdirSync('content', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(new Set(folders.map(({ name }) => name))).toEqual(kinds);
  });
});
