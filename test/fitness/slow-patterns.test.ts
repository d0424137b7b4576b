import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../support/hostile-texts.ts';

const root = resolve(import.meta.dirname, '../..');
/** In a text of fifty thousand characters (SEC-25). */
const LIMIT_MS = 50;

/** Every pattern that is written as one, with where it stands. */
function patternsIn(path: string, text: string): readonly { readonly at: string; readonly pattern: RegExp }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { at: string; pattern: RegExp }[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)!;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      // what is asked once asks the same as what is asked everywhere, from the first character on
      found.push({
        at: `${path}:${line + 1} ${node.text}`,
        pattern: new RegExp(source, flags.replaceAll(/[gy]/g, '')),
      });
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

/** Both ends of the texts, for patterns that would take a quarter of a minute on the whole. */
const PARTS = SLOW.map((text) => text.slice(0, 6_000) + text.slice(-6_000));

/** How long it takes on the worst of the texts, the shortest of two tries: what else the machine does is not counted. */
function slowest(pattern: RegExp, texts = SLOW): number {
  let worst = 0;
  for (const text of texts) {
    const once = () => {
      const begin = performance.now();
      pattern.test(text);
      return performance.now() - begin;
    };
    const first = once();
    worst = Math.max(worst, first < LIMIT_MS ? first : Math.min(first, once()));
    if (worst >= LIMIT_MS) break;
  }
  return worst;
}

describe('no pattern hangs on a long text (SEC-25)', () => {
  const patterns = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !/\.test\.tsx?$|\/testing\//.test(path))
    .flatMap((path) => patternsIn(path, readFileSync(join(root, path), 'utf8')));

  it('takes less than 50 ms on fifty thousand characters of any of the texts', { timeout: 300_000 }, () => {
    expect(patterns.length).toBeGreaterThan(150);
    const slow = patterns.flatMap(({ at, pattern }) => (slowest(pattern) >= LIMIT_MS ? [at] : []));
    expect(slow).toEqual([]);
  });

  // a part of the texts is enough for these, which go as the square of it
  it.each([/\s+$/, /[\p{L}.]+@/u, /\d*,;/, /(?=[A-Z0-9]*x)\d/])('finds %s', (pattern) => {
    expect(slowest(pattern, PARTS)).toBeGreaterThanOrEqual(LIMIT_MS);
  });
});
