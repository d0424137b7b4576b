import { beforeAll, describe, expect, it } from 'vitest';
import { keepSteps } from '../../src/features/signals/persistence/figures-query.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, addMonths, day, dutchDay, type PlainDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('the figures of signals', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let reporter: Actor;
  let thisMonth: PlainDate;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    reporter = await anActor(database, 'medewerker', here);
    thisMonth = day(`${dutchDay(await readClock(database.kysely)).slice(0, 7)}-01`);
    const tally = (monthsAgo: number, reporterFunction: string, form: string, count: number) => ({
      tenant_id: here.id,
      month: addMonths(thisMonth, -monthsAgo),
      reporter_function: reporterFunction,
      form,
      count,
    });
    await database.admin
      .insertInto('signals.tally')
      .values([
        tally(1, 'supervision', 'labour-exploitation', 20),
        tally(2, 'permits', 'labour-exploitation', 7),
        tally(3, 'permits', 'criminal-exploitation', 2),
        // the running month does not count yet
        tally(0, 'permits', 'labour-exploitation', 40),
      ])
      .execute();
  });

  const as = async (role: Role) => app.visitor(await anActor(database, role, here));
  async function figures(role: Role = 'bestuurder') {
    const page = await (await as(role)).page('/meldingen/cijfers');
    const rows = [...page.querySelectorAll('main tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''),
    );
    return {
      text: page.querySelector('main')!.textContent!,
      of: (what: string) => rows.find(([word]) => word === what)?.[1],
    };
  }

  it('are whole months, to the nearest five, with what is few hidden and a second beside it', async () => {
    const { text, of } = await figures();
    expect(text).toContain('Er kwamen ongeveer 30 signalen binnen.');
    // two and seven: the two is hidden, and the seven beside it
    expect([of('Arbeidsuitbuiting'), of('Criminele uitbuiting')]).toEqual(['te weinig', 'te weinig']);
    // by function from ten: nine of one team hide, and so does the other
    expect(of('Vergunningen of Bibob')).toBe('te weinig');
  });

  it('keep how far a signal came when it is erased', async () => {
    const received = addDays(addMonths(thisMonth, -1), 3);
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      const { id } = await aSignal(database, reporter, AT_A_PLACE);
      ids.push(id);
    }
    await database.admin
      .updateTable('signals.signal_report')
      .set({ received_on: received, taken_up_on: received, taken_up_by: reporter.personId, answered_on: received })
      .where('id', 'in', ids)
      .execute();
    const before = await figures();
    expect([before.of('Opgepakt'), before.of('Op tijd teruggekoppeld, binnen tien werkdagen')]).toEqual(['5', '5']);
    for (const id of ids)
      await enter(database.kysely, { door: 'own', tenantId: here.id, personId: reporter.personId }, async (tx) => {
        await keepSteps(tx, here.id, id);
        await tx
          .deleteFrom('signals.reporter_update')
          .where('tenant_id', '=', here.id)
          .where('report_id', '=', id)
          .execute();
        await tx.deleteFrom('signals.signal_report').where('tenant_id', '=', here.id).where('id', '=', id).execute();
      });
    expect((await figures()).of('Opgepakt')).toBe('5');
  });

  it('are for who steers, and for no other municipality', async () => {
    expect((await (await as('medewerker')).get('/meldingen/cijfers')).statusCode).toBe(403);
    const elsewhere = await app.visitor(await anActor(database, 'bestuurder', await anOrganisation(database)));
    expect((await elsewhere.get('/meldingen/cijfers')).body).toContain('kwam er geen signaal binnen');
  });

  it('count at the first weighing which kinds of sign led to something, and show a kind from ten on', async () => {
    const there = await anOrganisation(database);
    const [officer, colleague] = [
      await anActor(database, 'aandachtsfunctionaris', there),
      await anActor(database, 'medewerker', there),
    ];
    const visitor = await app.visitor(officer);
    const { code } = await aSignal(database, colleague, AT_A_PLACE);
    await visitor.send(await visitor.form(`/meldingen/${code}`, `/meldingen/${code}/oppakken`));
    const page = `/meldingen/${code}/wegen`;
    const weigh = async (uitkomst: string) => {
      const form = await visitor.form(page, page);
      const seen = {
        acuut: 'nee',
        dwang: 'nee',
        minderjarig: 'no',
        beperking: 'no',
        reden: 'Voorbeeld van een reden.',
      };
      const signs = { 'teken-housing': 'weak', 'teken-documents': 'strong' };
      return visitor.send({ ...form, fields: { ...form.fields, ...seen, ...signs, uitkomst } });
    };
    expect((await weigh('today')).statusCode).toBe(303);
    expect((await weigh('nothing')).statusCode).toBe(303);
    const kept = () =>
      database.admin
        .selectFrom('signals.sign_tally')
        .select(['category', 'led_on', 'count'])
        .where('tenant_id', '=', there.id)
        .orderBy('category')
        .execute();
    expect(await kept()).toEqual([
      { category: 'documents', led_on: true, count: 1 },
      { category: 'housing', led_on: true, count: 1 },
    ]);
    const rows = async () => {
      const table = (await visitor.page('/meldingen/cijfers')).querySelector('[aria-labelledby="soorten"]')!;
      return [...table.querySelectorAll('tbody tr')].map((row) => row.textContent);
    };
    expect(await rows()).toEqual([]);
    const year = Number(dutchDay(await readClock(database.kysely)).slice(0, 4));
    const more = { tenant_id: there.id, year };
    await database.admin
      .insertInto('signals.sign_tally')
      .values([
        { ...more, category: 'housing', led_on: false, count: 10 },
        { ...more, category: 'work', led_on: true, count: 12 },
        { ...more, category: 'work', led_on: false, count: 11 },
        { ...more, category: 'money', led_on: true, count: 9 },
      ])
      .execute();
    // of housing one led to something: too few to say
    expect(await rows()).toEqual(['Werk2510', 'Wonen10te weinig']);
  });
});
