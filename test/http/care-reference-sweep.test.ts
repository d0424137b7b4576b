import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { TEST_KEYS, type TestApp, testApp } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { CASES, careOrganisation, fill, mainText } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const CALL = { naam: 'Fatima Fictief', leeftijd: '23-30', aanleiding: 'Zoekt hulp', regio: 'unknown' };

describe('numbers of the own system of before a list showed them', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });

  it('are shown and found without anybody changing the case, and only once', async () => {
    const care = await careOrganisation(database);
    const coordinator = await app.visitor(await anActor(database, 'zorgcoordinator', care));
    const begin = async (verwijzing: string) => {
      const answer = await fill(coordinator, `${CASES}/nieuw`, { ...CALL, verwijzing });
      return String(answer.headers.location);
    };
    const [old, without] = [await begin('OUD-17'), await begin('')];
    // as a case of before: what it says is there, and nothing beside it
    await database.admin
      .updateTable('care.case_file')
      .set({ reference: null, reference_index: null })
      .where('tenant_id', '=', care.id)
      .execute();
    await sql`insert into care.reference_sweep (tenant_id, id, dossier_id, sweep_at)
      select tenant_id, id, dossier_id, timestamptz '2026-12-01' from care.case_file where tenant_id = ${care.id}`.execute(
      database.admin,
    );
    const find = (eigenKenmerk: string) => fill(coordinator, CASES, { eigenKenmerk }, `${CASES}/zoeken`);
    expect((await find('OUD-17')).statusCode).toBe(409);
    expect(await mainText(coordinator, CASES)).not.toContain('OUD-17');
    const logged = async () =>
      database.admin
        .selectFrom('audit.processing')
        .select(['name', 'columns'])
        .where('tenant_id', '=', care.id)
        .where('name', '=', 'care.sweep-reference')
        .execute();

    // without keys it waits
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect((await find('OUD-17')).statusCode).toBe(409);
    const vault = createVault(database.kysely, TEST_KEYS);
    const form = await coordinator.form(`${old}/wijzigen`);
    await runEverythingDue(database.kysely, 'demo', { wait: true, vault });
    // each case that was opened for it is in the log, once
    const opened = { name: 'care.sweep-reference', columns: ['care.case_file.content'] };
    expect(await logged()).toEqual([opened, opened]);
    await runEverythingDue(database.kysely, 'demo', { wait: true, vault });
    expect(await logged()).toHaveLength(2);
    const found = await find(' oud - 17');
    expect([found.statusCode, found.headers.location]).toEqual([303, old]);
    expect(await mainText(coordinator, CASES)).toContain('OUD-17');
    expect(await mainText(coordinator, without)).toContain('Fatima');
    const left = await database.admin
      .selectFrom('care.reference_sweep')
      .select('id')
      .where('tenant_id', '=', care.id)
      .execute();
    expect(left).toEqual([]);
    // a page that stood open is not refused for it
    const changed = await coordinator.send({ ...form, fields: { ...form.fields, verwijzing: 'NIEUW-1' } });
    expect(changed.statusCode).toBe(303);
    expect((await find('NIEUW-1')).headers.location).toBe(old);
  });
});
