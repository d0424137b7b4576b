import { describe, expect, it } from 'vitest';
import { readEditionFiles } from '../platform/content/copy-editions.ts';
import { CONTENT_KINDS } from './content-kinds.ts';

describe('the content of this version', () => {
  it('passes the check of its kind, and every kind has an edition', () => {
    const files = readEditionFiles('content', CONTENT_KINDS);
    expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(CONTENT_KINDS.map(({ kind }) => kind)));
  });
});
