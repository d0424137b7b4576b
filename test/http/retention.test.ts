import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { keepRecord } from '../../src/platform/retention/keep-record.ts';
import { addDays, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PAGE = '/privacyloket/bewaartermijnen';
const NOON = new Date(Date.UTC(2026, 0, 1, 12));
const RULE = `${PAGE}/handover-reference`;

describe('how long things are kept', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let officer: Actor;
  let fg: Visitor;
  let ciso: Visitor;
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    officer = await anActor(database, 'fg', here);
    fg = await app.visitor(officer);
    ciso = await app.visitor(await anActor(database, 'ciso', here));
    today = await enter(database.kysely, { door: 'own', tenantId: here.id }, async (_tx, time) => time.today);
  });

  /** A message that is counted, as the product counts one. @returns the id it is counted by */
  async function keep(startsOn: PlainDate): Promise<string> {
    const id = newId();
    await enter(database.kysely, { door: 'own', tenantId: here.id }, (tx) =>
      keepRecord(tx, {
        tenantId: here.id,
        rule: 'handover-reference',
        subject: { kind: 'exchange.message', id },
        startsOn,
      }),
    );
    const row = await database.admin
      .selectFrom('retention.record')
      .select('id')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    return row.id;
  }
  const ask = async (fields: Record<string, string> = {}) => {
    const form = await fg.form(RULE, RULE);
    return fg.send({
      ...form,
      fields: { ...form.fields, categorie: '11.3 (proef)', reden: 'Zo hoort het in deze proef.', ...fields },
    });
  };
  async function settle(fields: Record<string, string> = {}) {
    const asked = await ask(fields);
    const at = asked.headers.location as string;
    const form = await ciso.form(at, `${at}/besluit`);
    return ciso.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
  }
  const textOf = async (who: Visitor, url: string) => (await who.page(url)).querySelector('main')!.textContent!;

  it('says so when a dossier exists for which no term is counted', async () => {
    expect(await textOf(fg, PAGE)).not.toContain('Dossiers zonder bewaartermijn');
    const dossierId = newId();
    await database.admin
      .insertInto('privacy.dossier')
      .values({ tenant_id: here.id, id: dossierId, kind: 'proef', activity: 'VA-02', path: '/proef', opened_at: NOON })
      .execute();
    expect(await textOf(fg, PAGE)).toContain('Dossiers zonder bewaartermijn: 1');
    await enter(database.kysely, { door: 'own', tenantId: here.id }, (tx) =>
      keepRecord(tx, {
        tenantId: here.id,
        rule: 'signal-weighed',
        subject: { kind: 'proef', id: newId() },
        startsOn: today,
        dossierId,
      }),
    );
    expect(await textOf(fg, PAGE)).not.toContain('Dossiers zonder bewaartermijn');
  });

  it('proposes the shorter term with the other beside it, and says that nothing is settled', async () => {
    const text = await textOf(fg, `${PAGE}/signal-not-taken-up`);
    expect(text).toContain('30 dagen');
    expect(text).toContain('90 dagen');
    expect(text).toContain('nog niet: er wordt niets gewist');
    expect(text).toContain('nog vast te stellen door archivaris en FG');
    expect((await fg.get(`${PAGE}/bestaat-niet`)).statusCode).toBe(404);
  });

  it('refuses a term without number, unit, category or reason, beside the field, with the rest kept', async () => {
    const answer = await ask({ aantal: 'veel', categorie: '', reden: '' });
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    for (const field of ['aantal', 'categorie', 'reden'])
      expect(page.querySelector(`[name="${field}"]`)?.getAttribute('aria-invalid'), field).toBe('true');
    expect(page.querySelector('[name="aantal"]')?.getAttribute('value')).toBe('veel');
  });

  it('takes two people: the second reads what would be erased at once, and from then on it is', async () => {
    await keep(addDays(today, -400));
    await keep(addDays(today, -10));
    const asked = await ask();
    expect(asked.statusCode).toBe(303);
    expect(await textOf(ciso, asked.headers.location as string)).toMatch(/meteen gewist, geteld[^\d]*1/);
    // once is enough for a rule
    expect((await ask({ reden: 'Nog een keer.' })).statusCode).toBe(409);
  });

  it('erases what has passed a settled term, and declares it without saying what it was', async () => {
    await keep(addDays(today, -400));
    await keep(addDays(today, -10));
    expect((await settle()).statusCode).toBe(303);
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    const declared = await textOf(fg, '/privacyloket/vernietiging');
    expect(declared).toContain('11.3 (proef)');
    expect(declared).toContain('1 jaar');
    const csv = await fg.get('/privacyloket/vernietiging/verklaring.csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body.trim().split('\r\n')).toHaveLength(2);
    expect(csv.body).toContain('Voorbeeldgegevens, niet echt');
    expect((await fg.page(RULE)).querySelectorAll('main table tbody tr')).toHaveLength(1);
  });

  it('puts erasure off for a reason until a day, and takes that back', async () => {
    const id = await keep(addDays(today, -10));
    const at = `/privacyloket/uitstel/${id}`;
    const hold = async (fields: Record<string, string>) => {
      const form = await fg.form(at, at);
      return fg.send({ ...form, fields: { ...form.fields, ...fields } });
    };
    expect((await hold({ tot: '' })).statusCode).toBe(400);
    expect((await hold({ grond: 'complaint', tot: writeDutchDate(today) })).statusCode).toBe(409);
    expect((await hold({ grond: 'complaint', tot: writeDutchDate(addDays(today, 90)) })).statusCode).toBe(303);
    expect(await textOf(fg, at)).toContain('Er loopt een klacht');
    const release = await fg.form(at, `${at}/opheffen`);
    expect((await fg.send(release)).statusCode).toBe(303);
    expect((await fg.page(at)).querySelector(`form[action="${at}/opheffen"]`)).toBeNull();
  });

  it('shows others in the organisation how it stands, and lets only the officer change it', async () => {
    const id = await keep(addDays(today, -10));
    const administrator = await app.visitor(await anActor(database, 'beheerder', here));
    const seen = await administrator.page(RULE);
    expect(seen.querySelector('main form[method="post"]')).toBeNull();
    // how many, and not one by one
    expect(seen.querySelector('main table')).toBeNull();
    expect(seen.querySelector('main')?.textContent).toContain('Aantal gegevens: 1');
    expect((await administrator.get('/privacyloket/vernietiging')).statusCode).toBe(403);
    expect((await administrator.get('/privacyloket/vernietiging/verklaring.csv')).statusCode).toBe(403);
    expect((await administrator.get(`/privacyloket/uitstel/${id}`)).statusCode).toBe(403);
    const elsewhere = await app.visitor(await anActor(database, 'fg', await anOrganisation(database)));
    expect((await elsewhere.get(`/privacyloket/uitstel/${id}`)).statusCode).toBe(404);
    expect((await elsewhere.page(RULE)).querySelectorAll('main table tbody tr')).toHaveLength(0);
  });
});
