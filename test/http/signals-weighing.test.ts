import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, TABLES, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const SEEN = 'KANARIE-GEZIEN zij mag niet alleen naar de dokter';
const PLACE = 'Voorbeeldweg 2, KANARIE-PLEK';
const REASON = 'De wijkagent was er en er is niemand meer in gevaar.';

describe('the focal point', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let officer: Actor;
  let reporter: Visitor;
  let desk: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    await openGate(database, here.id, 'signals');
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    desk = await app.visitor(officer);
    reporter = await app.visitor(await anActor(database, 'medewerker', here));
  });

  const text = (page: Document) => page.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
  const tableOf = (table: 'signals.signal_report' | 'signals.weighing' | 'signals.identity' | 'signals.tally') =>
    database.admin.selectFrom(table).selectAll().where('tenant_id', '=', here.id).execute() as Promise<
      Record<string, unknown>[]
    >;

  /** A signal as a colleague passes it on. @returns its address for the focal point. */
  async function passed(change: Record<string, string> = {}, kind = 'persoon'): Promise<string> {
    const query = new URLSearchParams({
      functie: 'social-support',
      ...(change.gevaar && { gevaar: 'ja', gebeld: '9.15' }),
    });
    const form = await reporter.form(`/meldingen/nieuw/${kind}?${query.toString()}`);
    const said = { gezien: SEEN, plek: PLACE, ...(kind === 'persoon' && { minderjarig: 'unknown' }) };
    const answer = await reporter.send({ ...form, fields: { ...form.fields, ...said, ...change } });
    expect(answer.statusCode).toBe(303);
    return `/meldingen/${/kenmerk=([^&]+)/.exec(answer.headers.location!)![1]}`;
  }
  async function doing(address: string, verb: string, fields: Record<string, string> = {}, by = desk, page = address) {
    const form = await by.form(page, `${address}/${verb}`);
    return by.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const takeUp = (address: string) => doing(address, 'oppakken');
  const weigh = (address: string, fields: Record<string, string>) =>
    doing(
      address,
      'wegen',
      { acuut: 'nee', dwang: 'weet-niet', beperking: 'unknown', ...fields },
      desk,
      `${address}/wegen`,
    );
  async function decide(by: Actor) {
    const visitor = await app.visitor(by);
    const path = (await visitor.page('/goedkeuringen')).querySelector('main a[href^="/goedkeuringen/"]')!;
    const form = await visitor.form(path.getAttribute('href')!, `${path.getAttribute('href')}/besluit`);
    return visitor.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren', reden: '' } });
  }
  const second = () => anActor(database, 'teamleider', here);

  describe('the work list', () => {
    it('shows the most urgent first with its clock, and never what a signal says', async () => {
      const place = await passed({}, 'plek');
      const danger = await passed({ gevaar: 'ja', gebeld: '9.15' });
      const person = await passed();
      const page = await desk.page('/meldingen');
      const order = [...page.querySelectorAll('tbody th a')].map((link) => link.getAttribute('href'));
      expect([order[0], order[2]]).toEqual([danger, place]);
      expect(order).toContain(person);
      expect(text(page)).toMatch(/gevaar gemeld.*vandaag/);
      expect(text(page)).not.toContain('KANARIE');
      expect(text(page)).toContain('De inhoud van signalen is verzegeld');
    });

    it('finds by code, kind, status and date, and says what is wrong with a date', async () => {
      const place = await passed({}, 'plek');
      const person = await passed();
      await takeUp(person);
      const rows = async (query: string) =>
        [...(await desk.page(`/meldingen?${query}`)).querySelectorAll('tbody th a')].map((a) => a.getAttribute('href'));
      expect(await rows(`kenmerk=${place.slice(-9).toLowerCase().replace('-', ' ')}`)).toEqual([place]);
      expect(await rows('soort=person')).toEqual([person]);
      expect(await rows('stand=new')).toEqual([place]);
      expect(await rows('vanMij=ja')).toEqual([person]);
      expect(await rows('vanaf=1-1-2099')).toEqual([]);
      expect((await desk.get('/meldingen?vanaf=31-2-2026')).statusCode).toBe(400);
      // beyond the end stands the last page: an empty list would say that nothing waits
      expect(await rows('pagina=9999')).toHaveLength(2);
    });

    it('belongs to one municipality', async () => {
      const address = await passed();
      const elsewhere = await app.visitor(
        await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)),
      );
      expect(text(await elsewhere.page('/meldingen'))).not.toContain(address.slice(-9));
      expect((await elsewhere.get(address)).statusCode).toBe(404);
    });

    it('leaves a row in the log of data processing for who opens a signal about a person', async () => {
      await desk.get(await passed());
      const rows = await database.admin
        .selectFrom('audit.processing')
        .selectAll()
        .where('tenant_id', '=', here.id)
        .execute();
      expect(JSON.stringify(rows)).toContain('signals.signal_report.observation');
    });
  });

  describe('with one signal', () => {
    it('takes it up once, and a colleague can take it over', async () => {
      const address = await passed();
      expect((await takeUp(address)).headers.location).toBe(`${address}?opgepakt`);
      expect(text(await desk.page(address))).toMatch(/Opgepakt.*nog 3 werkdagen/);
      const colleague = await app.visitor(await anActor(database, 'aandachtsfunctionaris', here));
      expect((await doing(address, 'overnemen', {}, colleague)).statusCode).toBe(303);
      const [deadline] = await database.admin
        .selectFrom('deadlines.deadline')
        .innerJoin('accounts.membership as m', 'm.id', 'assignee_id')
        .select('m.person_id')
        .where('tenant_id', '=', here.id)
        .where('state', '=', 'open')
        .execute();
      expect(deadline!.person_id).not.toBe(officer.personId);
    });

    it('asks whoever passed it on, who answers without reading the signal', async () => {
      const address = await passed();
      await takeUp(address);
      const named = await doing(address, 'vragen', { vraag: 'was het bij Jan Voorbeeld thuis?' });
      expect([named.statusCode, documentOf(named).getElementById('veld-vraag-fout') !== null]).toEqual([409, true]);
      expect((await doing(address, 'vragen', { vraag: 'Hoe laat was het?' })).headers.location).toBe(
        `${address}?gevraagd`,
      );
      const own = await reporter.form('/meldingen/mijn');
      const said = { ...own, fields: { ...own.fields, antwoord: 'Rond half negen. KANARIE-ANTWOORD' } };
      expect((await reporter.send(said)).headers.location).toBe('/meldingen/mijn?beantwoord');
      expect(text(await desk.page(address))).toMatch(/Hoe laat was het\?.*KANARIE-ANTWOORD/);
      const again = await reporter.post('/meldingen/mijn', { ...said.fields, _sleutel: 'een-andere-sleutel' });
      expect(again.statusCode).toBe(404);
    });

    it('keeps a colleague away, for whom it does not exist any more; never the last one', async () => {
      const address = await passed();
      const alone = await doing(address, 'weghouden', { wie: officer.personId, reden: 'is mijn zus' });
      expect(text(documentOf(alone))).toContain('Dan is er niemand meer die het kan wegen');
      const other = await anActor(database, 'aandachtsfunctionaris', here);
      const away = await doing(address, 'weghouden', { wie: officer.personId, reden: 'is mijn zus' });
      expect(away.headers.location).toBe('/meldingen?weg');
      expect((await desk.get(address)).statusCode).toBe(404);
      expect(text(await desk.page('/meldingen'))).not.toContain(address.slice(-9));
      expect((await (await app.visitor(other)).get(address)).statusCode).toBe(200);
      const refused = await database.admin
        .selectFrom('audit.decision')
        .select('outcome')
        .where('tenant_id', '=', here.id)
        .where('person_id', '=', officer.personId)
        .where('action', '=', 'signals.read-report')
        .orderBy('seq', 'desc')
        .executeTakeFirst();
      expect(refused?.outcome).toBe('refused');
    });

    it('shows another signal about the same place, and not what it says', async () => {
      const first = await passed({ gezien: 'KANARIE-EERSTE' }, 'plek');
      const again = await passed({ plek: 'voorbeeldweg 2 kanarie plek' });
      const page = await desk.page(again);
      expect(page.querySelector(`section[aria-labelledby="zelfde-plek"] a[href="${first}"]`)).not.toBeNull();
      expect(text(page)).not.toContain('KANARIE-EERSTE');
      const form = await desk.form('/meldingen/zoeken');
      const found = await desk.send({ ...form, fields: { ...form.fields, plek: PLACE } });
      expect([...documentOf(found).querySelectorAll('tbody th a')]).toHaveLength(2);
    });

    it('rings when nobody acts, in the end at the team leader, who sees that it waits and not what it is', async () => {
      const leader = await second();
      await passed();
      const before = new Date(Date.UTC(2026, 0, 1));
      const due = () => runEverythingDue(database.kysely, 'demo', { wait: true, onError: () => {} });
      await database.admin
        .updateTable('deadlines.alarm')
        .set({ due_at: before })
        .where('tenant_id', '=', here.id)
        .execute();
      await due();
      await database.admin
        .updateTable('deadlines.notification')
        .set({ escalate_at: before })
        .where('tenant_id', '=', here.id)
        .where('alarm_id', 'is not', null)
        .execute();
      await due();
      const told = await database.admin
        .selectFrom('deadlines.notification')
        .select(['membership_id', 'path'])
        .where('tenant_id', '=', here.id)
        .where('kind', '=', 'signals.report-waits')
        .execute();
      expect(told.map((each) => each.membership_id)).toEqual([officer.membershipId, leader.membershipId]);
      const page = await (await app.visitor(leader)).page(told[0]!.path);
      expect(text(page)).toMatch(/Er wacht een signaal.*U ziet niet wat erin staat/);
      expect(text(page)).not.toContain('KANARIE');
    });
  });

  describe('weighing', () => {
    it('shows the advice with its reasons before anything is decided', async () => {
      const address = await passed({ minderjarig: 'yes' });
      expect((await weigh(address, { 'teken-control': 'strong' })).statusCode).toBe(200);
      expect(await tableOf('signals.weighing')).toEqual([]);
      await takeUp(address);
      const shown = documentOf(await weigh(address, { 'teken-control': 'weak' }));
      expect(text(shown)).toMatch(/Advies: binnen drie werkdagen.*één zwak teken.*onder de 18.*meldcode/);
      const done = await weigh(address, { 'teken-control': 'weak', uitkomst: 'three-days' });
      expect(done.headers.location).toBe(`${address}?gewogen`);
      expect(text(await desk.page(address))).toMatch(/Gewogen.*Advies van de regel: binnen drie werkdagen/);
    });

    it('overrules the advice only with a reason, which is sealed', async () => {
      const address = await passed();
      await takeUp(address);
      const strong = { 'teken-control': 'strong', uitkomst: 'three-days' };
      const refused = await weigh(address, strong);
      expect([refused.statusCode, documentOf(refused).getElementById('veld-reden-fout') !== null]).toEqual([409, true]);
      expect((await weigh(address, { ...strong, reden: 'KANARIE-REDEN' })).statusCode).toBe(303);
      const [weighing] = await tableOf('signals.weighing');
      expect(Buffer.from(weighing!.because as Buffer).toString('latin1')).not.toContain('KANARIE');
      expect(text(await desk.page(address))).toContain('KANARIE-REDEN');
    });

    it('never lowers what is acute by one person: it changes when a second agrees', async () => {
      const address = await passed({ gevaar: 'ja', gebeld: '9.15' });
      await takeUp(address);
      const lower = { uitkomst: 'nothing', reden: REASON };
      const alone = await weigh(address, lower);
      expect(text(documentOf(alone))).toContain('Er is nu niemand die kan meebesluiten');
      const leader = await second();
      expect((await weigh(address, lower)).headers.location).toBe(`${address}?gevraagdOmTweede`);
      expect(await tableOf('signals.weighing')).toEqual([]);
      expect((await decide(leader)).statusCode).toBe(303);
      expect(await tableOf('signals.weighing')).toMatchObject([
        { outcome: 'nothing', agreed_by_name: leader.personName, agreed_reason: REASON },
      ]);
    });

    it('closes with two pairs of eyes, and then asks nothing more', async () => {
      const leader = await second();
      const address = await passed();
      expect(text(await desk.page(`${address}/sluiten`))).toContain('kan nu niet worden gesloten');
      await takeUp(address);
      await weigh(address, { uitkomst: 'nothing' });
      const ask = { waarom: 'other-explanation', reden: 'Het was een mantelzorger die hielp met de taal.' };
      const asked = await doing(address, 'sluiten', ask, desk, `${address}/sluiten`);
      expect(asked.headers.location).toBe(`${address}?gevraagdOmTweede`);
      expect((await tableOf('signals.signal_report'))[0]!.closed_on).toBeNull();
      expect((await decide(leader)).statusCode).toBe(303);
      expect((await tableOf('signals.signal_report'))[0]).toMatchObject({
        close_reason: 'other-explanation',
        act_by: null,
      });
      expect(text(await desk.page(address))).toContain('Dit signaal is gesloten');
      expect(text(await reporter.page('/meldingen/mijn'))).toMatch(/Afgerond/);
    });
  });

  describe('who a person is', () => {
    const NAME = 'Zoë KANARIE-NAAM';
    const record = (address: string, fields: Record<string, string> = {}) =>
      doing(
        address,
        'personen',
        { naam: NAME, geboortedatum: '1-5-2009', bereiken: 'via school', ...fields },
        desk,
        `${address}/personen`,
      );

    it('stands apart and sealed, and opens only with a reason that the officer for data protection sees', async () => {
      const address = await passed();
      expect((await record(address)).headers.location).toBe(`${address}/personen?vastgelegd`);
      expect(text(await desk.page(`${address}/personen`))).not.toContain('KANARIE-NAAM');
      const open = (reden: string) => doing(`${address}/personen`, 'openen', { reden }, desk);
      expect((await open('te kort')).statusCode).toBe(409);
      const opened = await open('Ik bel vandaag met de zorgcoördinator.');
      expect([opened.statusCode, text(documentOf(opened)).includes(NAME)]).toEqual([200, true]);
      const fg = await app.visitor(await anActor(database, 'fg', here));
      expect((await fg.page('/privacyloket')).querySelector('a[href="/privacyloket/signalen"]')).not.toBeNull();
      const seen = text(await fg.page('/privacyloket/signalen'));
      expect(seen).toContain('Ik bel vandaag met de zorgcoördinator.');
      expect(seen).not.toContain('KANARIE');
    });

    it('never takes a citizen service number, nor a person in a signal about a place', async () => {
      const address = await passed();
      expect((await record(address, { bereiken: 'bsn 111222333' })).statusCode).toBe(409);
      const place = await passed({}, 'plek');
      expect((await desk.page(`${place}/personen`)).querySelector('[name="naam"]')).toBeNull();
    });

    it('links signals about the same person inside one municipality, by an index that no other shares', async () => {
      const [one, two] = [await passed(), await passed({ plek: 'elders' })];
      await record(one);
      await record(two, { naam: 'zoe kanarie naam' });
      expect(text(await desk.page(`${one}/personen`))).toContain(two.slice(-9));
      const [first, again] = (await tableOf('signals.identity')).map((row) => Buffer.from(row.person_index as Buffer));
      expect(first!.equals(again!)).toBe(true);
      const home = here;
      here = await anOrganisation(database);
      await openGate(database, here.id, 'signals');
      desk = await app.visitor(await anActor(database, 'aandachtsfunctionaris', here));
      reporter = await app.visitor(await anActor(database, 'medewerker', here));
      await record(await passed());
      const [other] = await tableOf('signals.identity');
      expect(Buffer.from(other!.person_index as Buffer).equals(first!)).toBe(false);
      expect(home.id).not.toBe(here.id);
    });
  });

  describe('after the term', () => {
    /** In which tables of the organisation any of these stands, however it is written. */
    async function whereStands(values: readonly string[]): Promise<readonly string[]> {
      const found: string[] = [];
      for (const [table, { columns }] of Object.entries(TABLES)) {
        if (!('tenant_id' in columns)) continue;
        const { rows } = await sql<{ there: boolean }>`select exists (select from ${sql.table(table)} t
          where t.tenant_id = ${here.id} and t::text like any (${values.map((value) => `%${value}%`)}::text[])) as there`.execute(
          database.admin,
        );
        if (rows[0]!.there) found.push(table);
      }
      return found.sort();
    }

    it('nothing is left of a signal but one more in the tally, and until then the page counts down', async () => {
      await database.admin
        .insertInto('retention.term')
        .values({
          tenant_id: here.id,
          id: '00000000-0000-4000-8000-000000000001',
          rule: 'signal-not-taken-up',
          period: 'P30D',
          category: 'Voorbeeldcategorie',
          asked_by_name: 'Noor Fictief',
          agreed_by_name: 'Tom Fictief',
          settled_at: new Date(Date.UTC(2026, 0, 1)),
        })
        .execute();
      const address = await passed();
      await doing(
        address,
        'personen',
        { naam: 'Zoë KANARIE-NAAM', geboortedatum: '1-5-2009' },
        desk,
        `${address}/personen`,
      );
      expect(text(await desk.page(address))).toMatch(/Wordt gewist.*over 30 dagen/);
      const [report] = await tableOf('signals.signal_report');
      const [identity] = await tableOf('signals.identity');
      const seeded = [report!.observation, report!.place, identity!.content].map((sealed) =>
        Buffer.from(sealed as Buffer).toString('hex'),
      );
      expect(await whereStands([...seeded, 'KANARIE'])).toEqual(['signals.identity', 'signals.signal_report']);
      const today = dutchDay(new Date());
      await database.admin
        .updateTable('retention.record')
        .set({
          starts_on: addDays(today, -31),
          ends_on: addDays(today, -1),
          erase_at: new Date(Date.now() - 86_400_000),
        })
        .where('tenant_id', '=', here.id)
        .execute();
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      expect(await whereStands([...seeded, 'KANARIE'])).toEqual([]);
      expect(await tableOf('signals.tally')).toMatchObject([{ reporter_function: 'social-support', count: 1 }]);
      expect((await desk.get(address)).statusCode).toBe(404);
      const key = await database.admin
        .selectFrom('vault.dossier_key')
        .select('wrapped')
        .where('tenant_id', '=', here.id)
        .execute();
      expect(key.every(({ wrapped }) => wrapped === null)).toBe(true);
    });
  });
});
