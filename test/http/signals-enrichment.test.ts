import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signalEraser } from '../../src/features/signals/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { ABOUT_A_PERSON, AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const NOTE = 'Veel meer mensen dan slaapplaatsen. KANARIE-NAGAAN';

describe('what is looked up about a signal', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let reporter: Actor;
  let officer: Actor;
  let visitor: Visitor;
  let today: PlainDate;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    today = dutchDay(await readClock(database.kysely));
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    reporter = await anActor(database, 'medewerker', here);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    visitor = await app.visitor(officer);
  });

  const signal = (passed = ABOUT_A_PERSON) => aSignal(database, reporter, passed, officer);
  async function send(page: string, fields: Readonly<Record<string, string>>, from = page) {
    const form = await visitor.form(from, page);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const look = (code: string, fields: Readonly<Record<string, string>> = {}) =>
    send(`/meldingen/${code}/nagaan`, {
      register: 'brp-address',
      conclusie: 'supports',
      toelichting: NOTE,
      ...fields,
    });
  const step = (code: string, stap: number, fields: Readonly<Record<string, string>>) =>
    send(
      `/meldingen/${code}/meldcode`,
      { aanleiding: 'minor', gezetOp: writeDutchDate(today), ...fields },
      `/meldingen/${code}/meldcode?stap=${stap}`,
    );
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const statements = (answer: { readonly headers: Record<string, unknown> }) =>
    Number(/db;desc="(\d+)"/.exec(String(answer.headers['server-timing']))![1]);

  it('keeps that somebody looked and the conclusion, its sentence sealed, in at most ten statements', async () => {
    const { code, id } = await signal();
    expect((await look(code)).statusCode).toBe(303);
    expect((await look(code, { register: 'permits', conclusie: 'not-allowed', toelichting: '' })).statusCode).toBe(303);
    const rows = await database.admin
      .selectFrom('signals.enrichment')
      .selectAll()
      .where('report_id', '=', id)
      .execute();
    expect(rows.map((row) => [row.register, row.conclusion, row.note === null]).sort()).toEqual([
      ['brp-address', 'supports', false],
      ['permits', 'not-allowed', true],
    ]);
    expect(rows.some(({ note }) => note && Buffer.from(note).includes('KANARIE'))).toBe(false);
    const page = await visitor.get(`/meldingen/${code}/nagaan`);
    for (const part of ['KANARIE-NAGAAN', 'Nagaan mocht of kon niet', officer.personName])
      expect(page.body).toContain(part);
    expect(statements(page)).toBeLessThanOrEqual(10);
  });

  it('copies nothing out of a register, and repeats none of it in the error', async () => {
    const { code, id } = await signal();
    for (const text of ['bsn 111222333', 'ingeschreven op de Kerkstraat 3', 'daar woont Fatima Fictief']) {
      const answer = await look(code, { toelichting: text });
      expect([text, answer.statusCode, errorAt(answer, 'toelichting') !== '']).toEqual([text, 409, true]);
      expect(errorAt(answer, 'toelichting')).not.toContain(text);
    }
    expect(
      await database.admin.selectFrom('signals.enrichment').select('id').where('report_id', '=', id).execute(),
    ).toEqual([]);
  });

  it('records a step of the Meldcode with a date and a conclusion, and nothing else', async () => {
    const { code, id } = await signal();
    expect((await step(code, 1, { conclusie: 'signs' })).statusCode).toBe(303);
    expect((await step(code, 3, { conclusie: 'not-talked-parent' })).statusCode).toBe(303);
    const early = await step(code, 5, { conclusie: 'reported' });
    expect([early.statusCode, errorAt(early, 'conclusie').includes('Stap 4')]).toEqual([409, true]);
    const late = await step(code, 2, { conclusie: 'worries', gezetOp: writeDutchDate(addDays(today, 1)) });
    expect([late.statusCode, errorAt(late, 'gezetOp') !== '']).toEqual([409, true]);
    expect(documentOf(late).querySelector('input[value="worries"]')?.hasAttribute('checked')).toBe(true);
    const other = await step(code, 2, { conclusie: 'reported' });
    expect([other.statusCode, errorAt(other, 'conclusie') !== '']).toEqual([409, true]);
    const page = await visitor.get(`/meldingen/${code}/meldcode`);
    expect(page.body).toContain('een ouder is misschien de uitbuiter');
    expect(statements(page)).toBeLessThanOrEqual(10);
    const rows = await database.admin
      .selectFrom('signals.reporting_code_step')
      .select(['step', 'conclusion'])
      .where('report_id', '=', id)
      .orderBy('step')
      .execute();
    expect(rows).toEqual([
      { step: 1, conclusion: 'signs' },
      { step: 3, conclusion: 'not-talked-parent' },
    ]);
  });

  it('has no Meldcode about a place, and nothing for who does not weigh or works elsewhere', async () => {
    const { code } = await signal(AT_A_PLACE);
    expect((await visitor.get(`/meldingen/${code}/meldcode`)).statusCode).toBe(404);
    expect(
      (await visitor.page(`/meldingen/${code}`)).querySelector(`a[href="/meldingen/${code}/meldcode"]`),
    ).toBeNull();
    const elsewhere = await app.visitor(
      await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)),
    );
    const colleague = await app.visitor(reporter);
    const person = await signal();
    for (const page of ['nagaan', 'meldcode']) {
      expect((await elsewhere.get(`/meldingen/${person.code}/${page}`)).statusCode).toBe(404);
      expect((await colleague.get(`/meldingen/${person.code}/${page}`)).statusCode).toBe(403);
    }
  });

  it('asks to take a new signal up first', async () => {
    const { code } = await aSignal(database, reporter, ABOUT_A_PERSON);
    for (const page of ['nagaan', 'meldcode'])
      expect((await visitor.page(`/meldingen/${code}/${page}`)).querySelector('main form')).toBeNull();
  });

  it('goes with the signal when that is erased', async () => {
    const { code, id, dossierId } = await signal();
    await look(code);
    await step(code, 1, { conclusie: 'signs' });
    const erased = await enter(database.kysely, { door: 'own', tenantId: here.id }, (tx, time) =>
      signalEraser.erase(tx, { tenantId: here.id, id, dossierId, rule: 'signal-weighed', period: 'P42D' }, time),
    );
    expect(erased).toMatchObject({ 'signals.enrichment': 1, 'signals.reporting_code_step': 1 });
  });
});
