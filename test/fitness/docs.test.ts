import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TABLES } from '../../src/app/tables.ts';
import { ROLES } from '../../src/shared-kernel/role.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const documents = [...readdirSync(root).filter((file) => file.endsWith('.md')), ...markdownIn('docs')];
const decisions = markdownIn('docs/decisions');

/** What a reader would find under a heading's anchor, as GitHub and GitLab make it. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Every link in these documents that leads to nothing, as "document: link". Links to the outside and to a running server are not followed. */
function brokenLinks(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, markdown]) =>
    [...markdown.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? join(root, file) : resolve(root, dirname(file), path);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
      })
      .map((link) => `${file}: ${link}`),
  );
}

describe('links in the documents', () => {
  test('lead somewhere', () => {
    expect(brokenLinks(Object.fromEntries(documents.map((file) => [file, read(file)])))).toEqual([]);
  });

  test('canary: a link to a missing file or heading is found', () => {
    const canary =
      '[a](docs/nergens.md) [b](README.md#nergens) [c](README.md#de-kamers) [d](https://voorbeeld.invalid)';
    expect(brokenLinks({ 'CANARY.md': canary })).toEqual([
      'CANARY.md: docs/nergens.md',
      'CANARY.md: README.md#nergens',
    ]);
  });
});

test('the map of the house names every feature and every ability', () => {
  const named = [...read('docs/architecture.md').matchAll(/^\| ((?:`[a-z-]+`(?:, )?)+) \|/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name),
  );
  const folders = (of: string) =>
    readdirSync(join(root, of), { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? each.name : []));
  const missing = [...folders('src/features'), ...folders('src/platform')].filter((name) => !named.includes(name));
  expect(missing).toEqual([]);
});

describe('the dependencies page', () => {
  const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'optionalDependencies', object>;
  const used = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)];
  const named = [...read('docs/dependencies.md').matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

  test('gives every run-time dependency its line, and names none that left', () => {
    expect([...named].sort()).toEqual([...used].sort());
  });
});

describe('the decisions', () => {
  test('are numbered without a gap and named after what was decided', () => {
    const names = decisions.map((file) => file.replace('docs/decisions/', '')).sort();
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z\d]+(-[a-z\d]+)+\.md$/);
  });

  test.each(decisions)('%s has its five headings in order and fits on a page', (file) => {
    const headings = [...read(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Status', 'Context', 'Options', 'Decision', 'Consequences']);
    expect(read(file).split(/\s+/).length).toBeLessThan(550);
  });
});

describe('the README', () => {
  test('opens with the two commands', () => {
    const [, firstBlock = ''] = /```sh\n([\s\S]*?)```/.exec(read('README.md')) ?? [];
    expect(firstBlock.match(/npm ci && npm (start|test)/g)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  test('has a line for every room of the house', () => {
    const notOurs = new Set(['node_modules', 'dist', 'coverage']);
    const rooms = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !notOurs.has(entry.name))
      .map((entry) => entry.name);
    const missing = rooms.filter((room) => !new RegExp(`^\\| \`${room}/\` \\|`, 'm').test(read('README.md')));
    expect(missing).toEqual([]);
  });
});

describe('the glossary', () => {
  const glossary = read('docs/woordenlijst.md');

  test('names every table, and no table that left', () => {
    const named = [...glossary.matchAll(/^\| `([a-z_]+\.[a-z_]+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(TABLES).sort());
  });

  test('names every role', () => {
    expect(ROLES.filter((role) => !glossary.includes(`| \`${role}\` |`))).toEqual([]);
  });
});

/** Names that example code imports from the house and that the house does not export, as "name from file". */
function missingImports(markdown: string): string[] {
  const imports = markdown.matchAll(
    /^import (?:type )?\{([^}]+)\} from '(?:\.\.\/\.\.\/\.\.|\.\.)\/((?:\w|[-/])+\.tsx?)';$/gm,
  );
  return [...imports].flatMap(([, names = '', path = '']) => {
    const file = [`src/${path}`, `test/${path}`].find((candidate) => existsSync(join(root, candidate)));
    if (file === undefined) return /^(domain|persistence|use-cases|ui|features)\//.test(path) ? [] : [`a file ${path}`];
    const exported = read(file);
    return names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '' && !new RegExp(`^export [^;]*\\b${name}\\b`, 'm').test(exported))
      .map((name) => `${name} from ${file}`);
  });
}

describe('the ten steps', () => {
  test('import only what the house has', () => {
    expect(missingImports(read('docs/architecture.md'))).toEqual([]);
  });

  test('canary: a name or file that is gone is found', () => {
    const canary = `import { Gone, type Role } from '../../../shared-kernel/role.ts';\nimport { x } from '../support/gone.ts';`;
    expect(missingImports(canary)).toEqual(['Gone from src/shared-kernel/role.ts', 'a file support/gone.ts']);
  });

  test('are ten', () => {
    const numbers = [...read('docs/architecture.md').matchAll(/^### (\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
