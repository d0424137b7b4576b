import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { sealerOf } from '../../src/app/log-keeping.ts';
import { verifySeal } from '../../src/platform/audit/verify.ts';
import { forgetForms } from '../../src/platform/db/forget-forms.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { openFile, storeFile } from '../../src/platform/files/file-store.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { countMonths } from '../../src/platform/retention/erase-months.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, TABLES, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const LOGS = ['decision', 'event', 'processing'] as const;
/** What stays of a record that was erased: that there was one, from when to when, and by which term it went. No content. */
const DECLARATION = ['retention.record', 'retention.tombstone'];
const LOG_TABLES = ['audit.decision', 'audit.event', 'audit.processing'];

describe('a person who was erased', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  const people: Partial<Record<Role, Actor>> = {};
  const visitors: Partial<Record<Role, Visitor>> = {};

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    await openGate(database, here.id, 'signals');
    for (const role of ['medewerker', 'aandachtsfunctionaris', 'teamleider', 'fg'] as const) {
      people[role] = await anActor(database, role, here);
      visitors[role] = await app.visitor(people[role]);
    }
    const terms = {
      'audit-line': 'P5Y',
      'processing-line': 'P5Y',
      'signal-not-taken-up': 'P30D',
      'signal-weighed': 'P42D',
    };
    for (const [rule, period] of Object.entries(terms))
      await database.admin
        .insertInto('retention.term')
        .values({
          tenant_id: here.id,
          id: newId(),
          rule,
          period,
          category: '9.9 (voorbeeld)',
          asked_by_name: 'Noor Fictief',
          agreed_by_name: 'Tom Fictief',
          settled_at: new Date(Date.UTC(2026, 0, 1)),
        })
        .execute();
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  /** Every table in which one of these stands in any column, as the owner sees it. */
  async function placesOf(...texts: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const table of Object.keys(TABLES)) {
      const { rows } = await sql<{ hit: boolean }>`
        select exists (select from ${sql.table(table)} t
          where t::text ilike any(${texts.map((text) => `%${text}%`)})) as hit`.execute(database.admin);
      if (rows[0]!.hit) found.push(table);
    }
    return found.sort();
  }
  async function send(role: Role, page: string, action: string, fields: Record<string, string>) {
    const form = await visitors[role]!.form(page, action);
    const answer = await visitors[role]!.send({ ...form, fields: { ...form.fields, ...fields } });
    expect([action, answer.statusCode]).toEqual([action, 303]);
    return answer.headers.location!;
  }
  /** With the keys of the organisation, as a use case has them. */
  async function withKeys<T>(run: Parameters<typeof enter<T>>[2]): Promise<T> {
    const keys = await createVault(database.kysely, TEST_KEYS).keysFor(here.id);
    return enter(database.kysely, { door: 'own', tenantId: here.id }, (tx, time) => {
      lendKeys(tx, keys);
      return run(tx, time);
    });
  }
  const asOwner = async (...statements: readonly string[]) =>
    database.admin.connection().execute(async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    });

  /** A signal about a person that went the whole way. */
  async function seeded() {
    const at = await send('medewerker', '/meldingen/nieuw/persoon?functie=social-support', '/meldingen/nieuw/persoon', {
      gezien: 'KANARIE-GEZIEN zij mag niet alleen naar buiten',
      plek: 'KANARIE-PLEK 2',
      minderjarig: 'unknown',
    });
    const code = /kenmerk=([^&]+)/.exec(at)![1]!;
    const address = `/meldingen/${code}`;
    const officer = 'aandachtsfunctionaris';
    await send(officer, address, `${address}/oppakken`, {});
    await send(officer, `${address}/personen`, `${address}/personen`, {
      naam: 'Zoë KANARIE-NAAM',
      geboortedatum: '1-5-2009',
      bereiken: 'KANARIE-BEREIK via school',
    });
    await send(officer, address, `${address}/vragen`, { vraag: 'Hoe laat was het? KANARIE-VRAAG' });
    await send(officer, `${address}/overleg`, `${address}/overleg`, {
      wie: 'safe-at-home',
      vraag: 'Iemand komt steeds later thuis. KANARIE-OVERLEG',
    }).catch(() => undefined);
    await send(officer, `${address}/wegen`, `${address}/wegen`, {
      acuut: 'nee',
      dwang: 'weet-niet',
      beperking: 'unknown',
      uitkomst: 'nothing',
    });
    await send(officer, `${address}/sluiten`, `${address}/sluiten`, {
      waarom: 'other-explanation',
      reden: 'KANARIE-REDEN er was een gewone verklaring voor.',
    });
    const asked = (await visitors.teamleider!.page('/goedkeuringen')).querySelector('main a[href^="/goedkeuringen/"]')!;
    const path = asked.getAttribute('href')!;
    await send('teamleider', path, `${path}/besluit`, { besluit: 'goedkeuren', reden: 'KANARIE-BESLUIT' });
    const report = await database.admin.selectFrom('signals.signal_report').selectAll().executeTakeFirstOrThrow();
    const file = await withKeys((tx, time) =>
      storeFile(tx, {
        tenantId: here.id,
        dossierId: report.dossier_id,
        bytes: Buffer.from('KANARIE-BESTAND'),
        name: 'KANARIE.txt',
        mediaType: 'text/plain',
        uploadedBy: people.medewerker!.personId,
        at: time.now,
      } as Parameters<typeof storeFile>[1]),
    );
    return { code, report, file, request: path.split('/').at(-1)! };
  }

  it('is nowhere: no row, index, file, queue, mail or export, and after their term no line of a log', async () => {
    const { code, report, file, request } = await seeded();
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    const identity = await database.admin.selectFrom('signals.identity').selectAll().executeTakeFirstOrThrow();
    const sealed = [report.observation, report.place, identity.content].map((bytes) =>
      Buffer.from(bytes as unknown as Buffer).toString('hex'),
    );
    const marks = ['KANARIE', code, ...sealed];
    const ids = [report.id, report.dossier_id!, identity.id, file.id, request];
    // there was something to erase, everywhere
    expect(await placesOf(...marks, ...ids)).toEqual(
      expect.arrayContaining([
        'approvals.decision',
        'approvals.request',
        'deadlines.deadline',
        'deadlines.notification',
        'files.file',
        'privacy.dossier',
        'signals.identity',
        'signals.question',
        'signals.signal_report',
        'vault.dossier_key',
        ...LOG_TABLES,
      ]),
    );
    const letters = async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from mail.outbox m
        where m.tenant_id = ${here.id} and m.reference is not null and not exists (select from deadlines.notification n where n.id::text = m.reference::text)`.execute(
        database.admin,
      );
      return rows[0]!.n;
    };

    const today = dutchDay(new Date());
    await database.admin
      .updateTable('retention.record')
      .set({ starts_on: addDays(today, -90), ends_on: addDays(today, -1), erase_at: new Date(Date.now() - 86_400_000) })
      .where('subject_id', '=', report.id)
      .execute();
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    // the shortest term there is for a person is longer than forms are known
    expect(await forgetForms(database.kysely)).toBe(0);
    await asOwner(`update platform.idempotency set created_at = created_at - interval '8 days'`);
    expect(await forgetForms(database.kysely)).toBeGreaterThan(0);

    expect(await placesOf(...marks)).toEqual([]);
    expect((await placesOf(...ids)).filter((table) => !LOG_TABLES.includes(table))).toEqual([
      ...DECLARATION,
      'vault.dossier_key',
    ]);
    // no letter is left that leads to something that is gone
    expect(await letters()).toBe(0);
    const key = await database.admin
      .selectFrom('vault.dossier_key')
      .select('wrapped')
      .where('dossier_id', '=', report.dossier_id)
      .executeTakeFirstOrThrow();
    expect(key.wrapped).toBeNull();
    expect(await withKeys((tx) => openFile(tx, here.id, file.id))).toBeUndefined();
    for (const [role, address] of [
      ['fg', '/privacyloket/vernietiging/verklaring.csv'],
      ['fg', '/privacyloket/handelingen'],
      ['fg', '/goedkeuringen'],
      ['medewerker', '/meldingen/mijn'],
      ['aandachtsfunctionaris', '/meldingen'],
      ['aandachtsfunctionaris', '/overzicht'],
      ['teamleider', '/goedkeuringen'],
    ] as const) {
      const { statusCode, body } = await visitors[role]!.get(address);
      expect([address, statusCode]).toEqual([address, 200]);
      for (const mark of ['KANARIE', code]) expect([address, body.includes(mark)]).toEqual([address, false]);
    }

    // six years on, as the clock of the database sees it
    await asOwner(
      'set role inbeeld_keeper',
      ...LOGS.map((log) => `select audit.lay_months('${log}', '2016-05-01', 1)`),
      'reset role',
      'set session_replication_role = replica',
      ...LOGS.map(
        (log) => `update audit.${log} set recorded_at = '2016-05-10T12:00:00Z' where tenant_id = '${here.id}'`,
      ),
      'set session_replication_role = default',
    );
    const vault = createVault(database.kysely, TEST_KEYS);
    await sealerOf(database.kysely, vault, 'demo').seal();
    expect(await placesOf(...ids)).toEqual(expect.arrayContaining(LOG_TABLES));
    expect(await countMonths(database.kysely)).toBe(2);
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect((await placesOf(...ids)).filter((table) => !DECLARATION.includes(table))).toEqual(['vault.dossier_key']);
    expect(await placesOf(report.dossier_id!)).toEqual(expect.not.arrayContaining(LOG_TABLES));
    await sealerOf(database.kysely, vault, 'demo').seal();
    const verified = await verifySeal(database.kysely);
    expect(verified.findings).toEqual([]);
    // both came to the end of their term at one moment: which goes first is chance
    expect(verified.erased.map(({ erasure }) => [erasure.logs, erasure.month]).toSorted()).toEqual([
      ['deeds', '2016-05-01'],
      ['processing', '2016-05-01'],
    ]);
  });
});
