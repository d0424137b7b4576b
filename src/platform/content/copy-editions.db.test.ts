import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { day } from '../../shared-kernel/plain-date.ts';
import { type AnyTx, enter } from '../db/transact.ts';
import type { ContentKind } from './content-kind.ts';
import { ContentRefused, copyEditions, readEdition } from './copy-editions.ts';
import { currentEdition, editionOf } from './current-edition.ts';

const KIND: ContentKind<{ readonly words: readonly string[] }> = {
  kind: 'words',
  schema: z.looseObject({ words: z.array(z.string()) }),
};
const file = (change: object = {}) => ({ id: 'first', validFrom: '2026-01-01', words: ['een'], ...change });

describe('editions of content', () => {
  let database: TestDatabase;
  let directory: string;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'in-beeld-content-'));
    mkdirSync(join(directory, 'words'));
    await sql`truncate content.edition`.execute(database.admin);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const write = (name: string, body: object) =>
    writeFileSync(join(directory, 'words', `${name}.json`), JSON.stringify(body, null, 2));
  const copy = () =>
    database.admin
      .transaction()
      .execute((tx) => copyEditions(tx as AnyTx, directory, [KIND] as unknown as ContentKind<never>[]));
  const current = (on: string) =>
    enter(database.kysely, { door: 'published' }, (tx) => currentEdition(tx, KIND, day(on)));

  it('are copied once, and readable through every door', async () => {
    write('first', file());
    await copy();
    await copy();
    for (const door of ['own', 'published', 'region', 'mandate', 'account', 'runner'] as const)
      expect(await enter(database.kysely, { door }, (tx) => currentEdition(tx, KIND, day('2026-11-25')))).toMatchObject(
        { id: 'first', version: 1, verifiedOn: null, body: { words: ['een'] } },
      );
    expect(await database.admin.selectFrom('content.edition').select('id').execute()).toHaveLength(1);
  });

  it('hold from their first day until the next one starts, in their highest version', async () => {
    write('first', file());
    write('second', file({ id: 'second', validFrom: '2027-01-01' }));
    await copy();
    write('first', file({ version: 2, words: ['een', 'twee'] }));
    await copy();
    expect(await current('2025-12-31')).toBeUndefined();
    expect(await current('2026-12-31')).toMatchObject({ id: 'first', version: 2, body: { words: ['een', 'twee'] } });
    expect(await current('2027-01-01')).toMatchObject({ id: 'second' });
    const first = await enter(database.kysely, { door: 'published' }, (tx) =>
      editionOf(tx, KIND, { id: 'first', version: 1 }),
    );
    expect(first?.body.words).toEqual(['een']);
  });

  it('that were released and changed are refused until they carry a new version; layout does not count', async () => {
    write('first', file());
    await copy();
    writeFileSync(join(directory, 'words', 'first.json'), JSON.stringify(file()));
    await copy();
    write('first', file({ words: ['anders'] }));
    await expect(copy()).rejects.toThrow(
      'content/words/first.json is veranderd nadat versie 1 is uitgegeven. Zet het bestand terug, of geef de verandering een nieuwe versie: "version": 2.',
    );
    expect(await current('2026-11-25')).toMatchObject({ version: 1, body: { words: ['een'] } });
  });

  it('cannot be changed or removed in the database, not even by its owner', async () => {
    write('first', file());
    await copy();
    await expect(database.admin.updateTable('content.edition').set({ sha256: 'x' }).execute()).rejects.toMatchObject({
      code: '42501',
    });
    await expect(database.admin.deleteFrom('content.edition').execute()).rejects.toMatchObject({ code: '42501' });
  });

  it('of a kind nobody checks are not copied', async () => {
    mkdirSync(join(directory, 'riddles'));
    writeFileSync(join(directory, 'riddles', 'first.json'), JSON.stringify(file()));
    await copy();
    expect(await database.admin.selectFrom('content.edition').select('id').execute()).toEqual([]);
  });
});

describe('a file of content that is wrong', () => {
  const refusal = (text: string, name = 'content/words/first.json') => {
    try {
      readEdition(name, text, KIND);
    } catch (error) {
      if (error instanceof ContentRefused) return error.message.split('\n');
      throw error;
    }
    return [];
  };

  it('is refused with every fault and its line', () => {
    const lines = refusal('{\n  "id": "first",\n  "validFrom": "morgen",\n  "words": [\n    "een",\n    2\n  ]\n}');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('content/words/first.json, regel 3: validFrom: schrijf de dag als 2026-11-25');
    expect(lines[1]).toMatch(/^content\/words\/first\.json, regel 6: words\.1: /);
  });

  it('is refused when it is no JSON, or not named after its id', () => {
    expect(refusal('{\n  "id": "first",\n  oeps\n}')[0]).toMatch(/first\.json, regel 3: dit is geen geldige JSON/);
    expect(refusal(JSON.stringify(file({ id: 'other' })))).toEqual([
      'content/words/first.json, regel 1: "id" is niet de naam van het bestand.',
    ]);
    expect(refusal(JSON.stringify(file()))).toEqual([]);
  });
});
