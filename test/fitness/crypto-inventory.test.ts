import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const FILE = 'security/crypto-inventaris.csv';
const COLUMNS = 9;

/** What of node:crypto means which word in the inventory. What only makes or reads a key of another primitive means nothing itself. */
const MEANS: Readonly<Record<string, RegExp | undefined>> = {
  createCipheriv: /AES-256-GCM/,
  createDecipheriv: /AES-256-GCM/,
  createHmac: /HMAC-SHA-256/,
  createHash: /SHA-256/,
  hash: /SHA-256/,
  hkdfSync: /HKDF-SHA-256/,
  publicEncrypt: /RSA-OAEP/,
  privateDecrypt: /RSA-OAEP/,
  scryptSync: /scrypt/,
  constants: undefined,
  diffieHellman: /X25519/,
  generateKeyPairSync: /X25519|P-256/,
  generateKeyPair: /RSA-PSS/,
  sign: /Ed25519/,
  verify: /Ed25519/,
  randomBytes: undefined,
  randomUUID: undefined,
  createPrivateKey: undefined,
  createPublicKey: undefined,
  createSecretKey: undefined,
  timingSafeEqual: undefined,
};

interface Row {
  readonly id: string;
  readonly algorithm: string;
  readonly cells: readonly string[];
  readonly files: readonly string[];
}

function rowsOf(csv: string): readonly Row[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const cells = line.split(';');
    return { id: cells[0]!, algorithm: cells[2]!, cells, files: (cells.at(-1) ?? '').split(' ') };
  });
}

/** The names that a source takes from node:crypto; types are nothing. */
function primitivesIn(source: string): readonly string[] {
  return [...source.matchAll(/import \{([^}]+)\} from 'node:crypto'/g)].flatMap(([, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
}

/** Every way in which the inventory and the code differ. */
function differences(rows: readonly Row[], sources: ReadonlyMap<string, string>): string[] {
  const using = new Map([...sources].map(([path, text]) => [path, primitivesIn(text)] as const));
  return [
    ...rows
      .filter(({ cells }) => cells.length !== COLUMNS || cells.some((cell) => cell.trim() === ''))
      .map(({ id }) => `${id} has an empty cell`),
    ...[...using]
      .filter(([, names]) => names.length > 0)
      .flatMap(([path, names]) => {
        const listed = rows.filter(({ files }) => files.includes(path));
        if (listed.length === 0) return [`${path} uses cryptography and stands in no row`];
        return names.flatMap((name) => {
          if (!(name in MEANS)) return [`${path} uses ${name}, which the inventory has no word for`];
          const word = MEANS[name];
          return !word || listed.some(({ algorithm }) => word.test(algorithm))
            ? []
            : [`${path} uses ${name}, and no row of it says so`];
        });
      }),
    ...rows.flatMap(({ id, files }) =>
      files
        .filter((path) => !(using.get(path) ?? []).length)
        .map((path) => `${id} names ${path}, which uses no cryptography`),
    ),
  ];
}

describe('the inventory of cryptography', () => {
  const sources = new Map(
    globSync('src/**/*.{ts,tsx}', { cwd: root })
      .filter((path) => !/\.test\.|\/testing\//.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
  );
  const rows = existsSync(join(root, FILE)) ? rowsOf(readFileSync(join(root, FILE), 'utf8')) : [];

  it('says what the code uses, and nothing else', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(sources.size).toBeGreaterThan(100);
    expect(differences(rows, sources)).toEqual([]);
  });

  it('canary: a file that is not in it, a primitive it does not name, and a row without code are found', () => {
    const row = (algorithm: string, file: string): Row => ({
      id: 'CR-99',
      algorithm,
      cells: Array.from({ length: COLUMNS }, () => 'x'),
      files: [file],
    });
    const code = new Map([
      ['a.ts', "import { createHmac, type KeyObject } from 'node:crypto';"],
      ['b.ts', "import { createCipheriv } from 'node:crypto';"],
      ['c.ts', "import { createECDH } from 'node:crypto';"],
    ]);
    expect(
      differences([row('HMAC-SHA-256', 'a.ts'), row('HMAC-SHA-256', 'b.ts'), row('x', 'c.ts'), row('x', 'd.ts')], code),
    ).toEqual([
      'b.ts uses createCipheriv, and no row of it says so',
      'c.ts uses createECDH, which the inventory has no word for',
      'CR-99 names d.ts, which uses no cryptography',
    ]);
    expect(differences([], code)[0]).toBe('a.ts uses cryptography and stands in no row');
  });

  it('is the only way to cryptography: no other library, and nothing of the browser', () => {
    const others = [...sources].filter(([, text]) =>
      /from '(crypto|crypto-js|node-forge|tweetnacl|libsodium[^']*|@noble\/[^']*)'|crypto\.subtle|webcrypto/.test(text),
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });
});
