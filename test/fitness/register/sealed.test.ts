import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/app/tables.ts';
import type { TableDeclaration } from '../../../src/platform/db/table-register.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { sealedFaults } from './sealed-faults.ts';

describe('what identifies a person', () => {
  let database: TestDatabase;
  let admin: Client;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(`create schema proef; create table proef.person (tenant_id uuid, id uuid, name bytea, name_index bytea,
      note text, state text check (state in ('a', 'b')), told_on date, gender bytea)`);
  });
  afterAll(async () => {
    await admin?.end();
    await database?.close();
  });

  it('is sealed in every table', async () => {
    expect(Object.values(TABLES).filter(({ sealed }) => sealed).length).toBeGreaterThan(1);
    expect(await sealedFaults(admin, TABLES)).toEqual([]);
  });

  const declared = (change: Partial<TableDeclaration>) =>
    sealedFaults(admin, {
      'proef.person': { class: 'tenant', activity: 'VA-03', columns: {}, ...change } as TableDeclaration,
    });

  it.each([
    ['identity', { columns: { name: 'D4' } }, 'proef.person.name is D4 and not sealed'],
    ['whereabouts, also as a date', { columns: { told_on: 'D6' } }, 'proef.person.told_on is D6 and not sealed'],
    ['words', { columns: { note: 'D3' } }, 'proef.person.note is text of D3, not sealed, and nothing says why'],
    [
      'consent in words',
      { columns: { note: 'D8' } },
      'proef.person.note is text of D8, not sealed, and nothing says why',
    ],
    [
      'an empty excuse',
      { columns: { note: 'D3' }, notFreeText: { note: 'code' } },
      'proef.person.note does not say why it holds no free text',
    ],
    ['a sealed text', { columns: { note: 'D3' }, sealed: ['note'] }, 'proef.person.note is sealed and not bytea'],
    [
      'an index of nothing',
      { columns: { name_index: 'D4' }, blindIndex: { name_index: 'name' } },
      'proef.person.name_index is no blind index of a sealed column: name',
    ],
    [
      'an index of few values',
      { columns: { gender: 'D4', name_index: 'D4' }, sealed: ['gender'], blindIndex: { name_index: 'gender' } },
      'proef.person.name_index: gender has so few values that an index tells which',
    ],
    ['a column that is not there', { sealed: ['gone'] }, 'proef.person.gone is not among the columns'],
  ] as const)('is refused when it is readable: %s', async (_, change, fault) => {
    expect(await declared(change as Partial<TableDeclaration>)).toContain(fault);
  });

  it('may be a choice from a list, a date or a reference where it says nothing about identity', async () => {
    expect(await declared({ columns: { id: 'D3', state: 'D3', told_on: 'D8' } })).toEqual([]);
    expect(
      await declared({
        columns: { name: 'D4', name_index: 'D4', note: 'D8' },
        sealed: ['name'],
        blindIndex: { name_index: 'name' },
        notFreeText: { note: 'versie van de tekst, uit content/' },
      }),
    ).toEqual([]);
  });
});
