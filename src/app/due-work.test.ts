import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEADLINE_TEXTS } from './due-work.ts';

/** A kind is a constant: 'approach.action-due'. What a deadline is about (`…_SUBJECT`) is written alike and is no kind. */
const CONSTANT = /export const ([A-Z][A-Z_]*)(?<!SUBJECT) = '([a-z]+\.[a-z-]+)'/g;
/** A file that sets a deadline or sends word uses one of these. */
const SETS = /deadlines\/(?:set-deadline|notify)\.ts'/;

const sources = globSync('src/**/*.ts', { exclude: (path) => path.endsWith('.test.ts') }).map((file) =>
  readFileSync(file, 'utf8'),
);

/** Every kind of deadline and of word that the code can set, by the names under which files that set one know it. */
function kindsOf(texts: readonly string[]): readonly string[] {
  const constants = texts.flatMap((text) => [...text.matchAll(CONSTANT)]);
  return constants
    .filter(([, name]) => texts.some((text) => SETS.test(text) && new RegExp(`\\b${name}\\b`).test(text)))
    .map(([, , kind = '']) => kind);
}

describe('what stands on the home page', () => {
  it('is said in words of its own for every kind of deadline that the code can set', () => {
    const kinds = kindsOf(sources);
    expect(kinds).toEqual(expect.arrayContaining(['approach.action-due', 'messages.bounced-address']));
    expect(kinds.filter((kind) => !(kind in DEADLINE_TEXTS))).toEqual([]);
  });

  it('can be said without knowing anything, in time and too late', () => {
    for (const [kind, say] of Object.entries(DEADLINE_TEXTS))
      for (const isOverdue of [false, true]) {
        const { title, description } = say({}, isOverdue);
        expect(title.length, kind).toBeGreaterThan(5);
        expect(`${title} ${description}`, kind).not.toMatch(/undefined|NaN/);
      }
  });

  it('canary: a kind without words is found', () => {
    const canary = `import { setDeadline } from '../deadlines/set-deadline.ts';
      export const THING_DUE = 'canary.thing-due'; setDeadline(tx, { kind: THING_DUE });`;
    expect(kindsOf([canary])).toEqual(['canary.thing-due']);
    expect('canary.thing-due' in DEADLINE_TEXTS).toBe(false);
  });
});
