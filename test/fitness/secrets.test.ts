import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What a secret looks like: the shapes that those who issue them give them, so that they can be found. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{60,}/,
  'an AWS key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{60,}\b/,
  'a GitLab token': /\bglpat-[A-Za-z0-9_-]{20,}\b/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a Google key': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'a Slack token': /\bxox[abprs]-[0-9A-Za-z-]{10,}/,
  'a signed token': /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}\b/,
  'a password in an address':
    /\b[a-z][a-z+]{2,}:\/\/[^\s/:@'"`$<>{}*…]+:[^\s/:@'"`$<>{}*…]{8,}@(?![\w.-]*\b(?:example|voorbeeld)\b)/,
};

/** Keys that everybody may know: they open nothing outside a test. */
const KNOWN_TO_ALL = new Set(['test/support/certificates.ts']);

const BINARY = /\.(?:png|jpe?g|woff2?|ttf|otf|pdf|docx|xlsx|zip|gz|ico)$/;

const secretsIn = (text: string): readonly string[] =>
  Object.entries(SHAPES).flatMap(([what, shape]) => (shape.test(text) ? [what] : []));

describe('the source', () => {
  it('holds no secret', () => {
    const files = globSync(['*.*', '.ci/*', '{src,test,scripts,docs,content,migrations,seed,security,packages}/**/*.*'])
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.includes('node_modules') && statSync(path).isFile());
    const found = files
      .filter((path) => !BINARY.test(path) && !KNOWN_TO_ALL.has(path))
      .flatMap((path) => secretsIn(readFileSync(path, 'utf8')).map((what) => `${path}: ${what}`));
    expect(files.length).toBeGreaterThan(1000);
    expect(found).toEqual([]);
  });

  it.each([
    ['a private key', `-----BEGIN ${'PRIVATE KEY'}-----\n${'QUJD'.repeat(20)}\n`],
    ['an AWS key', `AKIA${'ABCDEFGHIJKLMNOP'}`],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
    ['a GitLab token', `glpat-${'a1'.repeat(10)}`],
    ['an npm token', `npm_${'a1'.repeat(18)}`],
    ['a Google key', `AIza${'a'.repeat(35)}`],
    ['a Slack token', `xoxb-${'1234567890-abc'}`],
    ['a signed token', `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(30)}`],
    ['a password in an address', `postgres://in_beeld:${'geheim-en-lang'}@db.gemeente.nl/x`],
  ])('%s would be found', (what, text) => {
    expect(secretsIn(`const x = '${text}';`)).toEqual([what]);
  });
});
