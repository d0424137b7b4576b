import { describe, expect, it } from 'vitest';
import { isContentFile, readWritten, Unreadable } from './written-content.ts';

const YAML = `id: een
version: 2
validFrom: 2026-11-25
taught: no
parts:
  - kind: text
    paragraphs:
      - "Eerst: een zin."
      - Dan nog een.
  - kind: scene
`;

function refusal(name: string, text: string): Unreadable | undefined {
  try {
    readWritten(name, text);
    return undefined;
  } catch (error) {
    return error as Unreadable;
  }
}

describe('content as it is written', () => {
  it('says the same in YAML and in JSON, and keeps a day and the word no as words', () => {
    const { value } = readWritten('een.yaml', YAML);
    expect(value).toEqual({
      ...{ id: 'een', version: 2, validFrom: '2026-11-25', taught: 'no' },
      parts: [{ kind: 'text', paragraphs: ['Eerst: een zin.', 'Dan nog een.'] }, { kind: 'scene' }],
    });
    expect(readWritten('een.json', JSON.stringify(value)).value).toEqual(value);
  });

  it.each([
    [['version'], 2],
    [['parts', 0, 'paragraphs', 1], 9],
    [['parts', 1, 'kind'], 10],
    [['parts', 1, 'not-there'], 10],
    [[], 1],
  ] as const)('knows the line of %j', (path, line) => {
    expect(readWritten('een.yaml', YAML).lineOf(path)).toBe(line);
  });

  it.each([
    ['a key that stands twice', 'id: een\nversion: 1\nid: twee\n', 3],
    ['an indentation that is wrong', 'parts:\n  - a: 1\n b: 2\n', 3],
    ['an alias', 'one: &a [x]\ntwo: *a\n', 1],
  ])('refuses %s with its line', (_what, text, line) => {
    const refused = refusal('een.yaml', text);
    expect(refused).toBeInstanceOf(Unreadable);
    expect([refused!.format, refused!.line]).toEqual(['YAML', line]);
  });

  it('takes no other file for content', () => {
    expect(['a.json', 'a.yaml', 'a.md', 'a.yml', 'LEESMIJ'].filter(isContentFile)).toEqual(['a.json', 'a.yaml']);
  });
});
