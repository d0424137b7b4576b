import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { type RootToKeep, readRoots, writeRoots } from './root-file.ts';

const root = (no: number): RootToKeep => ({
  no,
  hash: randomBytes(32),
  upToSeq: no * 10,
  lines: 10,
  sealedAt: new Date('2026-11-29T10:00:00Z'),
  keyId: '00000000-0000-7000-8000-000000000001',
  publicKey: randomBytes(32),
  signature: randomBytes(64),
});

it('reads what it wrote, also two files one after another', () => {
  const [one, two] = [[root(1), root(2)], [root(3)]];
  expect(readRoots(writeRoots(one) + writeRoots(two))).toEqual({
    roots: [...one, ...two].map(({ no, hash }) => ({ no, hash })),
  });
  expect(readRoots(writeRoots([]))).toEqual({ roots: [] });
});

it.each([
  '',
  'hallo',
  '{"zegel":1}',
  `${writeRoots([root(1)])}{"zegel":2,"wortel":"xx"}\n`,
  '{"zegel":1,"wortel":"00"}',
])('says that this is no file of roots: %s', (text) => {
  expect(readRoots(text)).toBe('unreadable');
});
