import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import { documentOf, formOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/signalencheck';
const lines = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((each) => each.textContent!.replace(/\s+/g, ' ').trim());

describe('the catalogue and the check of signals', () => {
  let database: TestDatabase;
  let app: TestApp;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    visitor = await app.visitor();
  });

  describe('the catalogue', () => {
    const found = async (query: string) => {
      const page = await visitor.page(`/signalen?${query}`);
      return { page, main: page.querySelector('main')!.textContent!, ids: lines(page, '.ib-task').map(idIn) };
    };
    const idIn = (text: string) => /[A-Z]{3,6}-\d\d/.exec(text)?.[0];

    it('is searched with a letter wrong, and says that it guessed', async () => {
      expect((await found('q=paspoord')).main).toContain('Niets past precies. Bedoelde u dit?');
      expect((await found('q=paspoord')).ids).toContain('ARB-01');
      expect((await found('q=paspoort')).main).not.toContain('Bedoelde u');
      expect((await found('q=zwembad')).main).toContain('Geen signaal gevonden');
    });

    it('is searched in everyday words, and says that other words for the same are there', async () => {
      const { main, ids } = await found('q=papieren');
      expect([ids.includes('ALG-02'), main.includes('een ander woord voor hetzelfde')]).toEqual([true, true]);
      expect((await found('q=anoniem')).main).not.toContain('een ander woord voor hetzelfde');
    });

    it('says of where somebody is from or what somebody wears that it is never a signal, and guesses at nothing', async () => {
      for (const query of ['q=roemeen', 'q=Kleding', 'q=condooms']) {
        const { main, ids } = await found(query);
        expect([query, main.includes('Dat is nooit een signaal'), ids]).toEqual([query, true, []]);
      }
      const { main, ids } = await found('q=Poolse+zonder+paspoort');
      expect([main.includes('Dat is nooit een signaal'), ids.includes('ARB-01')]).toEqual([true, true]);
      expect((await found('q=paspoort')).main).not.toContain('Dat is nooit een signaal');
    });

    it('gives who found nothing a next step', async () => {
      const { page, main } = await found('q=zwembad');
      expect(main).toContain('Wij vonden niets');
      expect([...page.querySelectorAll('.ib-empty a')].map((link) => link.getAttribute('href'))).toEqual([
        '/signalen',
        '/signalencheck',
      ]);
    });

    it('is narrowed by work, form, kind and strength, and keeps them from page to page', async () => {
      const { page, ids, main } = await found('rol=TH&sterkte=strong');
      expect(main).toMatch(/\d+ van 101 signalen/);
      expect(ids.length).toBeLessThanOrEqual(20);
      expect(lines(page, '.ib-task__state').every((state) => state.startsWith('Sterk'))).toBe(true);
      expect((await found('vorm=organ-removal')).ids.every((id) => id?.startsWith('ORG'))).toBe(true);
      const next = (await visitor.page('/signalen?rol=TH')).querySelector('a[rel=next]')!.getAttribute('href')!;
      expect(next).toBe('/signalen?rol=TH&pagina=2');
      expect((await found(next.split('?')[1]!)).ids[0]).not.toBe((await found('rol=TH')).ids[0]);
    });

    it('shows each signal with what else it can be and that nobody validated it', async () => {
      for (const text of lines((await found('rol=BZ')).page, '.ib-task')) {
        expect(text).toMatch(/Wat kan het ook zijn\? .+ \(Eigen redactie, niet nagekeken\)/);
        expect(text).toContain('Nog niet getoetst door het veld');
      }
    });

    it('answers a page that is not there with one that is', async () => {
      for (const query of ['pagina=99', 'pagina=-1', 'pagina=x', 'rol=X&vorm=y', 'q[]=a'])
        expect((await visitor.get(`/signalen?${query}`)).statusCode, query).toBe(200);
    });
  });

  describe('the cards', () => {
    it('are one page for each kind of work, on A4 and to fold, with a mark and who to call', async () => {
      const links = [...(await visitor.page('/signalen/kaarten')).querySelectorAll('main a[href*=".pdf"]')];
      expect(links).toHaveLength(28);
      for (const fold of ['a4', 'a6']) {
        const answer = await visitor.get(`/signalen/kaarten.pdf?rol=WIJK&vouw=${fold}`);
        expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
        const read = readPdf(new Uint8Array(answer.rawPayload));
        expect(read).toMatchObject({ title: 'Signalen: Wijkteam', isUa1: true, faults: [], pages: 1 });
      }
    });

    it('are not made of what is not there', async () => {
      for (const query of ['rol=XX', 'rol=BZ&vouw=a5', 'rol=BZ&rol=KCC'])
        expect((await visitor.get(`/signalen/kaarten.pdf?${query}`)).statusCode, query).toBe(404);
    });
  });

  describe('the check', () => {
    /** Answers one step with what a browser would send, and gives the next page. */
    async function step(page: Document, fields: Readonly<Record<string, string>>, who = visitor) {
      const form = formOf(page, PATH);
      const answer = await who.send({ ...form, fields: { ...form.fields, ...fields } });
      return { answer, page: documentOf(answer), main: documentOf(answer).querySelector('main')?.textContent ?? '' };
    }
    const begin = (wie: string, who = visitor) => who.page(PATH).then((page) => step(page, { wie }, who));
    async function asEmployee(situation: Readonly<Record<string, string>> = {}) {
      const { page } = await begin('employee');
      return step(page, { gevaar: 'no', over: 'person', rol: 'BZ', gemeente: 'GM0014', ...situation });
    }

    it('asks first who asks, and sends whoever it happens to straight to help, asking nothing', async () => {
      const { answer } = await begin('self');
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/info']);
      const wrong = await begin('');
      expect([wrong.answer.statusCode, wrong.page.title]).toEqual([400, '(1 invoerfout) Signalencheck – In Beeld']);
    });

    it('gives a resident lines to call, who is open first, and never a report to a municipality', async () => {
      const { answer, page, main } = await begin('resident');
      expect(answer.statusCode).toBe(200);
      expect(lines(page, '.ib-task strong')).toEqual(expect.arrayContaining(['Politie', 'CoMensha, helpdesk']));
      expect(lines(page, '.ib-task__state')[0]).toMatch(/^Nu open/);
      expect(main).not.toMatch(/aandachtsfunctionaris|signaal door/i);
      expect(page.querySelector('main form')).toBeNull();
    });

    it('sends another professional to nobody who may be closed without saying when they are open', async () => {
      const { page } = await begin('professional');
      const situation = { gevaar: 'no', over: 'person', rol: 'BZ', gemeente: 'GM0014' };
      const signals = await step(page, situation);
      const how = await step(signals.page, { 'signalen-documents': 'ALG-02' });
      const { main } = await step(how.page, { 'hoe-ALG-02': 'seen', minderjarig: 'no' });
      expect(main).toContain('Vraag het CoMensha. Wanneer dat kan, staat hieronder.');
    });

    it('puts danger above everything: 112 and nothing else', async () => {
      const { main, page } = await asEmployee({ gevaar: 'yes' });
      expect(lines(page, 'h1')).toEqual(['Bel nu 112']);
      expect(page.querySelector('main a[href="tel:112"]')).not.toBeNull();
      expect(main).not.toContain('Twee wegen');
      expect(page.querySelector('main a[href="/meldroute"]')).toBeNull();
    });

    it('weighs what was noticed, gives its reasons and both routes of that municipality, and no number', async () => {
      const signals = await asEmployee();
      expect(lines(signals.page, 'fieldset legend').length).toBeGreaterThan(3);
      const how = await step(signals.page, { 'signalen-documents': 'ALG-02', 'signalen-behaviour': 'ALG-06' });
      const unanswered = await step(how.page, { 'hoe-ALG-02': 'seen' });
      expect(unanswered.answer.statusCode).toBe(400);
      expect(unanswered.main).toContain('Kies hoe u dit weet.');
      expect(formOf(unanswered.page, PATH).fields['hoe-ALG-02']).toBe('seen');
      const { page, main } = await step(unanswered.page, {
        'hoe-ALG-06': 'supposed',
        minderjarig: 'yes',
        'lijkt-op': 'smuggling',
      });
      expect(lines(page, 'h1')).toEqual(['Overleg vandaag']);
      expect(main).toMatch(/Waarom.*U koos een sterk signaal/s);
      expect(main).toMatch(/Wat u zelf zag.*identiteitsbewijs.*Wat u vermoedt.*Angstig/s);
      expect(main).toMatch(/Twee wegen in Groningen.*Zorg.*Veilig Thuis.*Veiligheid.*Politie/s);
      const first = [...page.querySelectorAll('main ul.ib-tasks')].map(
        (list) => lines(list as unknown as Document, '.ib-task__state')[0],
      );
      expect(first).toEqual([expect.stringMatching(/^Nu open/), expect.stringMatching(/^Nu open/)]);
      expect(main).toContain('Valt uw beroep onder de Meldcode?');
      expect(lines(page, 'main li strong').find((text) => text.startsWith('Mensensmokkel'))).toBeDefined();
      expect(main).not.toMatch(/score|punten|\d+ ?%/i);
    });

    it('says that nothing need be reported where that is so, and writes down nothing for one weak signal', async () => {
      const signals = await asEmployee();
      const how = await step(signals.page, { 'signalen-housing': 'ALG-05' });
      const { page, main } = await step(how.page, { 'hoe-ALG-05': 'seen', 'lijkt-op': 'sex-work' });
      expect(lines(page, 'h1')).toEqual(['Onthoud het, en kijk nog eens']);
      expect(main).toContain('Schrijf niets op over de persoon.');
      expect(main).toContain('Zelfstandig sekswerk is legaal. U hoeft niets te melden.');
    });

    it('keeps what was answered when something is missing, and forgets everything at the end', async () => {
      const { page, answer } = await asEmployee({ over: '' });
      expect(answer.statusCode).toBe(400);
      expect(formOf(page, PATH).fields).toMatchObject({ wie: 'employee', gevaar: 'no', rol: 'BZ', gemeente: 'GM0014' });
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(formOf(await visitor.page(PATH), PATH).fields).toEqual({ stap: 'wie' });
    });

    it('leaves no row anywhere', async () => {
      const count = () =>
        database.admin
          .selectFrom('audit.event')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow();
      const here = await anOrganisation(database);
      const employee = await app.visitor(await anActor(database, 'medewerker', here));
      const before = await count();
      const { page } = await begin('employee', employee);
      const { page: signals } = await step(page, { gevaar: 'no', over: 'place' }, employee);
      const { page: how } = await step(signals, {}, employee);
      expect((await step(how, {}, employee)).main).toContain('U koos geen signaal.');
      expect(await count()).toEqual(before);
    });

    it('goes on to passing the signal on without choosing anything again, for who is signed in', async () => {
      const employee = await app.visitor(await anActor(database, 'medewerker', await anOrganisation(database)));
      const { page } = await begin('employee', employee);
      const { page: signals } = await step(page, { gevaar: 'no', over: 'place', rol: 'HUIS' }, employee);
      const { page: how } = await step(signals, { 'signalen-housing': 'ARB-02' }, employee);
      const { page: advice } = await step(how, { 'hoe-ARB-02': 'seen' }, employee);
      const form = formOf(advice, '/meldingen/nieuw/plek');
      expect(form.fields).toMatchObject({
        gezien: 'Slaapplaatsen in bedrijfsruimte, schuur, kelder of vrachtwagen.',
        vorm: 'labour-exploitation',
        functie: 'supervision',
      });
      const shown = documentOf(await employee.send(form));
      expect(shown.title).not.toContain('fout');
      expect(formOf(shown, '/meldingen/nieuw/plek').fields).toMatchObject({
        gezien: 'Slaapplaatsen in bedrijfsruimte, schuur, kelder of vrachtwagen.',
        vorm: 'labour-exploitation',
      });
    });

    it('only counts one weak signal, and offers nobody else a form', async () => {
      const employee = await app.visitor(await anActor(database, 'medewerker', await anOrganisation(database)));
      const mayor = await app.visitor(await anActor(database, 'fg', await anOrganisation(database)));
      for (const [who, count] of [
        [employee, 1],
        [mayor, 0],
        [visitor, 0],
      ] as const) {
        const { page } = await begin('employee', who);
        const { page: signals } = await step(page, { gevaar: 'no', over: 'person', rol: 'BZ' }, who);
        const { page: how } = await step(signals, { 'signalen-housing': 'ALG-05' }, who);
        const { page: advice, main } = await step(how, { 'hoe-ALG-05': 'seen' }, who);
        expect(advice.querySelectorAll('a[href="/meldingen/nieuw/telling?functie=civil-affairs"]')).toHaveLength(count);
        expect(advice.querySelector('form[action^="/meldingen"]')).toBeNull();
        expect(main.includes('Log in om dit signaal door te geven')).toBe(who === visitor);
        expect(advice.querySelectorAll('main a[href="/meldroute"]')).toHaveLength(count);
      }
    });

    it('takes no form of another site from who is signed in', async () => {
      const employee = await app.visitor(await anActor(database, 'medewerker', await anOrganisation(database)));
      expect((await employee.post(PATH, { wie: 'resident' })).statusCode).toBe(403);
    });

    it('takes no other words than those it offered', async () => {
      const answer = await visitor.post(PATH, {
        stap: 'hoe',
        wie: 'employee',
        over: 'x',
        gemeente: '<b>',
        signalen: 'XXX-99 <script>',
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toMatch(/XXX-99|<b>|<script>/);
    });
  });
});
