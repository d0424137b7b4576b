import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ERASERS } from '../../src/app/erasers.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { ABOUT_A_PERSON, AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const ITEMS = ['interpreter', 'care', 'rights', 'bed', 'children', 'transport', 'belongings', 'aftercare'];
const NOBODY = {
  werkKwijt: '0',
  huisKwijt: '0',
  naarOpvang: '0',
  naarWoonplek: '0',
  naarFamilie: '0',
  naarBuitenland: '0',
  waarheenOnbekend: '0',
};

describe('enforcement', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
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
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    visitor = await app.visitor(officer);
  });

  async function send(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const statements = (answer: { readonly headers: Record<string, unknown> }) =>
    Number(/db;desc="(\d+)"/.exec(String(answer.headers['server-timing']))![1]);
  const addressOf = (answer: { readonly headers: Record<string, unknown> }) =>
    String(answer.headers.location).replace('?vastgelegd', '');
  const erase = (subjectKind: string, id: string) =>
    enter(database.kysely, { door: 'own', tenantId: here.id }, (tx, time) =>
      ERASERS.find((each) => each.subjectKind === subjectKind)!.erase(
        tx,
        { tenantId: here.id, id, dossierId: id, rule: 'inspection', period: 'P2Y' },
        time,
      ),
    );

  /** What these measures show of the approach: that it is used, from the first of the month on, and nothing else. */
  const shownUse = async () => {
    const facts = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'state', 'as_of as asOf'])
      .where('tenant_id', '=', here.id)
      .execute();
    return facts.map(({ element, source, state, asOf }) => [element, source, state, asOf.slice(8)]);
  };

  it.each(['/meldingen/controles', '/meldingen/sluitingen'])('has no page beyond the end: %s', async (list) => {
    const beyond = await visitor.get(`${list}?pagina=99`);
    expect([beyond.statusCode, beyond.headers.location]).toEqual([303, `${list}?pagina=1`]);
  });

  describe('an inspection', () => {
    const PLANNED = { thema: 'Huisvesting in de tuinbouw', sector: 'agriculture' };
    const plan = async (fields: Readonly<Record<string, string>> = {}) =>
      send('/meldingen/controles/nieuw', '/meldingen/controles/nieuw', {
        ...PLANNED,
        dag: writeDutchDate(addDays(today, 7)),
        ...fields,
      });
    const prepare = (page: string, wat: string, antwoord = 'arranged', hoe = 'opvang in de regio, op afroep') =>
      send(page, `${page}/voorbereiding`, { wat, antwoord, hoe });
    const bring = (page: string, fields: Readonly<Record<string, string>> = {}) =>
      send(page, `${page}/partners`, {
        partner: 'labour-authority',
        bevoegdheid: 'Awb artikel 5:15',
        doel: 'naleving van arbeidswetten',
        woning: 'none',
        alleenDaarvoor: 'ja',
        ...fields,
      });

    it('is not ready, and not held, before everything for people is arranged and a partner says its power', async () => {
      const page = addressOf(await plan());
      const csrf = async () => (await visitor.form(page, `${page}/afgelast`)).fields;
      const refused = await visitor.post(`${page}/gereed`, await csrf());
      expect([refused.statusCode, refused.body.includes('Nog niet alles is geregeld')]).toEqual([409, true]);
      const held = await visitor.post(`${page}/gehouden`, {
        ...(await csrf()),
        ...NOBODY,
        gehoudenOp: writeDutchDate(today),
        gesproken: '0',
        jongerDan18: '0',
        mogelijkSlachtoffer: '0',
      });
      expect([held.statusCode, held.body.includes('nog niet op gereed')]).toEqual([409, true]);
      for (const item of ITEMS.filter((each) => each !== 'bed'))
        expect((await prepare(page, item)).statusCode).toBe(303);
      const without = await prepare(page, 'bed', 'not-needed', 'er woont niemand');
      expect([without.statusCode, errorAt(without, 'antwoord').includes('geen controle zonder bed')]).toEqual([
        409,
        true,
      ]);
      expect((await bring(page)).statusCode).toBe(303);
      expect((await visitor.page(page)).querySelector(`form[action="${page}/gereed"]`)).toBeNull();
      expect((await prepare(page, 'bed')).statusCode).toBe(303);
      expect((await send(page, `${page}/gereed`, {})).statusCode).toBe(303);
      const shown = await visitor.get(page);
      for (const part of ['Awb artikel 5:15', 'naleving van arbeidswetten', 'op afroep'])
        expect(shown.body).toContain(part);
      expect(statements(shown)).toBeLessThanOrEqual(10);
    });

    it('ends in numbers that add up, and never in persons', async () => {
      const page = addressOf(await plan());
      for (const item of ITEMS) await prepare(page, item);
      await bring(page);
      await send(page, `${page}/gereed`, {});
      const held = (fields: Readonly<Record<string, string>>) =>
        send(page, `${page}/gehouden`, {
          ...NOBODY,
          gehoudenOp: writeDutchDate(today),
          gesproken: '5',
          jongerDan18: '1',
          mogelijkSlachtoffer: '2',
          ...fields,
        });
      const lost = await held({ huisKwijt: '3', naarOpvang: '1' });
      expect([lost.statusCode, errorAt(lost, 'huisKwijt') !== '']).toEqual([409, true]);
      expect(documentOf(lost).querySelector('input[name="naarOpvang"]')?.getAttribute('value')).toBe('1');
      const words = await held({ gesproken: 'vijf' });
      expect([words.statusCode, errorAt(words, 'gesproken') !== '']).toEqual([400, true]);
      expect(await shownUse()).toEqual([]);
      expect((await held({ huisKwijt: '3', naarOpvang: '1', waarheenOnbekend: '2' })).statusCode).toBe(303);
      expect(await shownUse()).toEqual([['K2.7', 'signals', 'working', '01']]);
      const shown = (await visitor.page(page)).querySelector('main')!.textContent!;
      for (const part of ['Gehouden', 'Woonplek verloren', 'Onbekend waarheen']) expect(shown).toContain(part);
      expect((await visitor.page(page)).querySelector('main form')).toBeNull();
    });

    it('keeps its address sealed, and shows the signals about it without what they say', async () => {
      const reporter = await anActor(database, 'medewerker', here);
      const { code } = await aSignal(database, reporter, AT_A_PLACE);
      const page = addressOf(await plan({ adres: 'nagelstudio voorbeeld, DORPSSTRAAT 1' }));
      const { place, id } = await database.admin
        .selectFrom('signals.inspection')
        .select(['place', 'id'])
        .where('tenant_id', '=', here.id)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(place!).includes('DORPSSTRAAT')).toBe(false);
      const shown = await visitor.get(page);
      for (const part of [code, 'DORPSSTRAAT 1']) expect(shown.body).toContain(part);
      expect(shown.body).not.toContain('Acht matrassen');
      expect(statements(shown)).toBeLessThanOrEqual(10);
      expect((await visitor.get('/meldingen/controles')).body).not.toContain('DORPSSTRAAT');
      await prepare(page, 'bed');
      expect(await erase('signals.inspection', id)).toMatchObject({
        'signals.inspection': 1,
        'signals.inspection_check': 1,
      });
    });

    it('keeps signals about its address longer only when that term was settled, and no longer once it is cancelled', async () => {
      const reporter = await anActor(database, 'medewerker', here);
      const { id } = await aSignal(database, reporter, AT_A_PLACE);
      const person = await aSignal(database, reporter, { ...ABOUT_A_PERSON, content: AT_A_PLACE.content });
      const ruleOf = async (subject: string) =>
        (
          await database.admin
            .selectFrom('retention.record')
            .select('rule')
            .where('subject_id', '=', subject)
            .executeTakeFirstOrThrow()
        ).rule;
      const adres = AT_A_PLACE.content.place!;
      await plan({ adres });
      expect(await ruleOf(id)).toBe('signal-location');
      await database.admin
        .insertInto('retention.term')
        .values({
          tenant_id: here.id,
          id: newId(),
          rule: 'signal-location-inspected',
          period: 'P2Y',
          category: 'Voorbeeldcategorie',
          asked_by_name: 'Noor Fictief',
          agreed_by_name: 'Tom Fictief',
          settled_at: new Date(Date.UTC(2020, 0, 1)),
        })
        .execute();
      const [one, other] = [addressOf(await plan({ adres })), addressOf(await plan({ adres }))];
      expect([await ruleOf(id), await ruleOf(person.id)]).toEqual(['signal-location-inspected', 'signal-not-taken-up']);
      const first = (
        await database.admin.selectFrom('signals.inspection').select('id').where('tenant_id', '=', here.id).execute()
      )
        .map((row) => `/meldingen/controles/${row.id}`)
        .filter((page) => page !== one && page !== other);
      for (const page of [...first, one]) await send(page, `${page}/afgelast`, {});
      expect(await ruleOf(id)).toBe('signal-location-inspected');
      await send(other, `${other}/afgelast`, {});
      expect(await ruleOf(id)).toBe('signal-location');
    });

    it('names nobody in what is not sealed, and lies on a day to come', async () => {
      const named = await plan({ thema: 'controle bij meneer Fictief' });
      expect([named.statusCode, errorAt(named, 'thema') !== '']).toEqual([409, true]);
      const past = await plan({ dag: writeDutchDate(addDays(today, -1)) });
      expect([past.statusCode, errorAt(past, 'dag') !== '']).toEqual([409, true]);
      const page = addressOf(await plan());
      const called = await prepare(page, 'care', 'arranged', 'bel 06 12345678');
      expect([called.statusCode, errorAt(called, 'hoe') !== '']).toEqual([409, true]);
      const pretext = await bring(page, { alleenDaarvoor: '' });
      expect([pretext.statusCode, errorAt(pretext, 'alleenDaarvoor') !== '']).toEqual([400, true]);
    });
  });

  describe('a closure', () => {
    const intend = (fields: Readonly<Record<string, string>> = {}) =>
      send('/meldingen/sluitingen/nieuw', '/meldingen/sluitingen/nieuw', {
        instrument: 'opiumwet-13b',
        adres: 'Voorbeeldweg 7',
        dag: writeDutchDate(addDays(today, 14)),
        ...fields,
      });
    const answer = (page: string, slachtoffer: string, hulpGeregeld = '') =>
      send(page, `${page}/slachtoffer`, { slachtoffer, wieKeek: 'zorgcoördinator', hulpGeregeld });
    const csrf = async (page: string) => (await visitor.form(page, `${page}/gaat-niet-door`)).fields;

    it('does not exist while the start gate is closed', async () => {
      const page = await visitor.get('/meldingen/sluitingen/nieuw');
      expect(documentOf(page).querySelector('form[action="/meldingen/sluitingen/nieuw"]')).toBeNull();
      const { _csrf } = (await visitor.form('/meldingen/controles/nieuw', '/meldingen/controles/nieuw')).fields;
      await visitor.post('/meldingen/sluitingen/nieuw', {
        _csrf: _csrf!,
        instrument: 'opiumwet-13b',
        adres: 'Voorbeeldweg 7',
        dag: writeDutchDate(addDays(today, 14)),
      });
      const kept = await database.admin
        .selectFrom('signals.closure')
        .select('id')
        .where('tenant_id', '=', here.id)
        .execute();
      expect(kept).toEqual([]);
    });

    it('first answers whether somebody is possibly a victim, arranges help, and only then is ready', async () => {
      await openGate(database, here.id, 'signals');
      const page = addressOf(await intend());
      const ready = async () => visitor.post(`${page}/gereed`, await csrf(page));
      const early = await ready();
      expect([early.statusCode, early.body.includes('overleg dan eerst zonder persoonsgegevens')]).toEqual([409, true]);
      await answer(page, 'unknown');
      expect((await ready()).statusCode).toBe(409);
      await answer(page, 'yes');
      const helpless = await ready();
      expect([helpless.statusCode, helpless.body.includes('Regel eerst hulp')]).toEqual([409, true]);
      await answer(page, 'yes', 'ja');
      expect((await ready()).statusCode).toBe(303);
      const shown = await visitor.get(page);
      expect(statements(shown)).toBeLessThanOrEqual(10);
      expect(shown.body).toContain('Voorbeeldweg 7');
      // the list says nothing about people or places
      const list = (await visitor.page('/meldingen/sluitingen')).querySelector('main')!.textContent!;
      expect([list.includes('Voorbeeldweg'), list.includes('iemand mogelijk')]).toEqual([false, false]);
    });

    it('says who lost what and where people went, and is erased with it', async () => {
      await openGate(database, here.id, 'signals');
      const page = addressOf(await intend());
      await answer(page, 'no');
      await send(page, `${page}/gereed`, {});
      const done = (fields: Readonly<Record<string, string>>) =>
        send(page, `${page}/uitgevoerd`, { ...NOBODY, uitgevoerdOp: writeDutchDate(today), ...fields });
      const lost = await done({ huisKwijt: '2', naarOpvang: '1' });
      expect([lost.statusCode, errorAt(lost, 'huisKwijt') !== '']).toEqual([409, true]);
      expect(await shownUse()).toEqual([]);
      expect((await done({ huisKwijt: '2', naarOpvang: '1', waarheenOnbekend: '1' })).statusCode).toBe(303);
      expect(await shownUse()).toEqual([['K6.1', 'signals', 'working', '01']]);
      expect((await visitor.page(page)).querySelector('main form')).toBeNull();
      const { id, place } = await database.admin
        .selectFrom('signals.closure')
        .select(['id', 'place'])
        .where('tenant_id', '=', here.id)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(place).includes('Voorbeeldweg')).toBe(false);
      expect(await erase('signals.closure', id)).toEqual({ 'signals.closure': 1 });
    });

    it('is not there for another municipality, nor for who does not weigh', async () => {
      await openGate(database, here.id, 'signals');
      const page = addressOf(await intend());
      const elsewhere = await app.visitor(
        await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)),
      );
      expect((await elsewhere.get(page)).statusCode).toBe(404);
      expect((await (await app.visitor(await anActor(database, 'bestuurder', here))).get(page)).statusCode).toBe(403);
    });
  });
});
