import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const OWN = '/registraties';
const INBOX = '/hulpvragen';
const STORY = { timeout: 60_000 };
const FATIMA = {
  naam: 'Fatima Fictief',
  geboortedatum: '12-3-2001',
  leeftijd: '23-30',
  geslacht: 'woman',
  kinderen: '2',
};
const HELP = {
  nodig: 'shelter',
  wanneer: 'tonight',
  gevaar: 'yes',
  spreekt: 'ar',
  tolkNodig: 'ja',
  bellen: '000 0000000',
  gegevenDoor: 'person',
  hoe: 'written',
  gegevenOp: '1-11-2026',
  taal: 'ar',
  tolk: 'ja',
};

describe('asking for shelter or help beside a registration', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let placer: Visitor;
  let registrar: Visitor;
  let counsellor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    register = await aRegister(database);
    placer = await visitorAs('comensha-plaatsing', register);
    registrar = await visitorAs('comensha-registratie', register);
    counsellor = await visitorAs('aanmelder', await aReporter(database, register));
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const textOf = async (visitor: Visitor, path: string) =>
    (await visitor.page(path)).querySelector('main')?.textContent ?? '';
  async function fill(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, action?: string) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  /** A draft from which help is asked. @returns the address of the request */
  async function intake(route = 'by-name', fields: Readonly<Record<string, string>> = FATIMA): Promise<string> {
    const drafted = await fill(counsellor, `${OWN}/nieuw/${route}`, { ...fields, aanmelder: 'AMBUL', hulp: 'ja' });
    const path = String(drafted.headers.location);
    expect([drafted.statusCode, path.endsWith('/hulpvraag')]).toEqual([303, true]);
    return path;
  }
  const ask = async (path: string, change: Readonly<Record<string, string>> = {}) =>
    fill(counsellor, path, { ...HELP, ...change }, path);
  const asked = async () => {
    const path = await intake();
    expect((await ask(path)).headers.location).toBe(path);
    return path;
  };
  /** What waits at the other side: the last one that came in. */
  const received = async (): Promise<string> => {
    const row = await database.admin
      .selectFrom('exchange.message')
      .select('id')
      .where('tenant_id', '=', register.id)
      .where('box', '=', 'in')
      .where('kind', 'in', ['hulpvraag', 'hulpvraag-noodgeval'])
      .where('state', '=', 'sent')
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return `${INBOX}/${row.id}`;
  };
  const takeIn = (at: string) => fill(placer, at, {}, `${at}/aannemen`);

  it(
    'sends the legal position only when the person agreed to that too, and never that there is no right to stay',
    STORY,
    async () => {
      const path = await intake();
      const form = await counsellor.form(path, path);
      expect(form.fields.deelPositie ?? '').toBe('');
      const select = (await counsellor.page(path)).querySelector('[name=positie]')!;
      expect([...select.querySelectorAll('option')].map((option) => option.getAttribute('value'))).toEqual([
        '',
        'reflection-period',
        'permit',
        'dutch',
        'eu-citizen',
        'minor',
        'unaccompanied-minor',
      ]);
      const refused = await ask(path, { positie: 'permit' });
      expect([refused.statusCode, documentOf(refused).getElementById('veld-deelNodig-fout')?.textContent]).toEqual([
        409,
        expect.stringContaining('waarvoor de persoon geen toestemming gaf'),
      ]);
      expect((await ask(path, { positie: 'permit', deelPositie: 'ja' })).headers.location).toBe(path);
      const at = await received();
      await takeIn(at);
      expect(await textOf(placer, at)).toContain('Vergunning als slachtoffer');
      // the request for a place begins with it, and it can be changed there
      const place = await placer.form(`/plaatsen/aanvragen${at.replace(INBOX, '/hulpvraag')}`);
      expect(place.fields.positie).toBe('vergunning');
    },
  );

  it('asks for which data consent is, shares nothing beyond it, and shows it to who helps', STORY, async () => {
    const path = await intake();
    const form = await counsellor.form(path, path);
    const { deelNaam: _name, deelGeboortedatum: _birth, ...agreed } = form.fields;
    const refused = await counsellor.send({ ...form, fields: { ...agreed, ...HELP } });
    expect([refused.statusCode, documentOf(refused).getElementById('veld-deelNodig-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('waarvoor de persoon geen toestemming gaf'),
    ]);
    const again = await counsellor.form(path, path);
    const { deelNaam: _noName, deelGeboortedatum: _noBirth, ...rest } = again.fields;
    const sent = await counsellor.send({ ...again, fields: { ...rest, ...HELP, naam: '', geboortedatum: '' } });
    expect(sent.headers.location).toBe(path);
    const words = 'Wat er nodig is, hoe snel en in welke taal; Of er gevaar is; Leeftijd, geslacht, kinderen en regio';
    expect(await textOf(counsellor, path)).toContain(words);
    const at = await received();
    expect((await takeIn(at)).statusCode).toBe(303);
    const seen = await textOf(placer, at);
    expect(seen).toContain(`Toestemming voor${words}`);
    expect(seen).not.toContain('Geboortedatum');
  });

  it(
    'sends one intake on as a second message, without typing it twice, to who looks for help and nobody else',
    STORY,
    async () => {
      const path = await intake();
      const form = (await counsellor.form(path)).fields;
      expect([form.naam, form.geboortedatum, form.leeftijd, form.geslacht, form.kinderen]).toEqual([
        'Fatima Fictief',
        '12-3-2001',
        '23-30',
        'woman',
        '2',
      ]);
      expect((await ask(path)).headers.location).toBe(path);
      expect(await textOf(counsellor, path)).toContain('verstuurd, nog niet gezien');
      expect(await textOf(counsellor, path)).toContain('Wacht niet op een antwoord');

      const at = await received();
      expect(await textOf(placer, at)).not.toContain('Fatima');
      // the register counts people: it does not see who asks for help
      for (const address of [INBOX, at]) expect((await registrar.get(address)).statusCode).toBe(403);
      const elsewhere = await visitorAs('comensha-plaatsing', await aRegister(database));
      expect((await elsewhere.get(at)).statusCode).toBe(404);
      expect((await takeIn(at)).headers.location).toBe(at);
      const seen = await textOf(placer, at);
      for (const word of ['Fatima Fictief', 'Een veilige plek om te slapen', 'Arabisch, met een tolk', '000 0000000'])
        expect(seen.toLowerCase()).toContain(word.toLowerCase());
      // what it was made from is another task, with another code
      expect(seen).not.toContain(path.split('/')[2]);
      expect(await textOf(counsellor, path)).toContain('in ontvangst genomen');
      // taken in twice is taken in once
      const again = await textOf(placer, at);
      expect(again).toContain('Fatima Fictief');
    },
  );

  it('leaves the registration as it was when help is withdrawn, and may be asked anew', STORY, async () => {
    const path = await asked();
    const at = await received();
    await takeIn(at);
    expect((await fill(counsellor, path, {}, `${path}/intrekken`)).headers.location).toBe(path);
    expect(await textOf(counsellor, path)).toContain('CoMensha kan haar niet meer lezen');
    const gone = await textOf(placer, at);
    expect(gone).toContain('De toestemming is ingetrokken');
    expect(gone).not.toContain('Fatima');
    expect(await textOf(counsellor, path.replace('/hulpvraag', ''))).toContain('concept');
    const form = await counsellor.form(`${path}?opnieuw`, path);
    expect(form.fields.naam).toBe('Fatima Fictief');
    const again = await counsellor.send({ ...form, fields: { ...form.fields, ...HELP } });
    expect(again.headers.location).toBe(path);
    expect(await textOf(counsellor, path)).toContain('verstuurd, nog niet gezien');
  });

  it(
    'never gives it to the other side after the withdrawal was committed, however close the two are',
    STORY,
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const path = await asked();
        const at = await received();
        const taking = await placer.form(at, `${at}/aannemen`);
        const stopping = await counsellor.form(path, `${path}/intrekken`);
        const [taken, stopped] = await Promise.all([placer.send(taking), counsellor.send(stopping)]);
        expect([303, 409]).toContain(taken.statusCode);
        expect(stopped.statusCode).toBe(303);
        // whoever was first: from now on there is no key at the other side
        expect(await textOf(placer, at)).not.toContain('Fatima');
        const keys = await database.admin
          .selectFrom('vault.message_key')
          .select('box')
          .where('tenant_id', '=', register.id)
          .where('message_id', '=', at.split('/').at(-1)!)
          .execute();
        expect(keys).toEqual([]);
      }
    },
  );

  it('asks a signature, and a consent by the law of helping: from twelve on oneself', STORY, async () => {
    const path = await intake('nameless', { leeftijd: '12-15' });
    const refused = async (change: Readonly<Record<string, string>>) =>
      documentOf(await ask(path, change)).querySelector('main')?.textContent ?? '';
    expect(await refused({ hoe: 'spoken', wens: 'agrees' })).toContain('vraagt CoMensha een handtekening');
    expect(await refused({ gegevenDoor: 'parent', wens: 'agrees' })).toContain('beslist de persoon zelf');
    expect(await refused({})).toContain('Vraag het kind wat het zelf wil');
    expect(await refused({ wens: 'objects' })).toContain('Vraag nu geen hulp aan');
    const kept = documentOf(await ask(path, { bellen: 'bel maar', wens: 'agrees' }));
    expect(kept.getElementById('veld-bellen')?.getAttribute('value')).toBe('bel maar');
    expect(kept.querySelector('input[name="nodig"][value="shelter"]')?.hasAttribute('checked')).toBe(true);
    expect((await ask(path, { bellen: '050/00.00.000', wens: 'agrees' })).statusCode).toBe(303);
    // one at a time: the page shows what runs
    expect((await counsellor.page(path)).querySelector('input[name="nodig"]')).toBeNull();
  });

  it(
    'asks who looks for help to take each in by a day, and no longer once it was taken in or withdrawn',
    STORY,
    async () => {
      const open = async (at: string) => {
        const rows = await database.admin
          .selectFrom('deadlines.deadline')
          .select(['state', 'due_on'])
          .where('tenant_id', '=', register.id)
          .where('subject_id', '=', at.split('/').at(-1)!)
          .execute();
        return rows.filter(({ state }) => state === 'open');
      };
      await asked();
      const at = await received();
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      expect((await open(at)).length).toBe(1);
      const list = await textOf(placer, INBOX);
      // no norm was found, and the page says so
      expect(list).toContain('Nog te verifiëren');
      expect(list).toContain('geen norm gevonden');
      await takeIn(at);
      expect(await open(at)).toEqual([]);

      const path = await asked();
      const gone = await received();
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      await fill(counsellor, path, {}, `${path}/intrekken`);
      expect((await open(gone)).length).toBe(1);
      expect((await takeIn(gone)).headers.location).toBe(gone);
      expect(await open(gone)).toEqual([]);
      expect(await textOf(placer, gone)).toContain('De toestemming is ingetrokken');
    },
  );

  it('tells who looks for help, under its own purpose in the logs', STORY, async () => {
    const path = await asked();
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect(await textOf(placer, '/overzicht')).toContain('hulpvra');
    expect(await textOf(registrar, '/overzicht')).not.toContain('hulpvra');
    const deeds = await database.admin
      .selectFrom('audit.event')
      .select(['action', 'activity'])
      .where('action', 'in', ['registration.ask-help', 'registration.draft'])
      .where('tenant_id', '=', (await counsellorTenant())!)
      .execute();
    expect(new Set(deeds.map(({ action, activity }) => `${action} ${activity}`))).toEqual(
      new Set(['registration.ask-help VA-08', 'registration.draft VA-07']),
    );
    const other = await visitorAs('aanmelder', await aReporter(database, register));
    expect((await other.get(path)).statusCode).toBe(404);
  });

  it(
    'shares at night without consent, marked in every copy, with a second person and a consent afterwards',
    STORY,
    async () => {
      const organisation = await aReporter(database, register);
      const reporter = await visitorAs('aanmelder', organisation);
      const colleague = await visitorAs('aanmelder', organisation);
      const drafted = await fill(reporter, `${OWN}/nieuw/nameless`, { aanmelder: 'AMBUL', leeftijd: '18-22' });
      const own = String(drafted.headers.location);
      const path = `${own}/hulpvraag`;
      const { hoe: _hoe, gegevenDoor: _door, gegevenOp: _op, taal: _taal, tolk: _tolk, ...help } = HELP;
      const emergency = { ...help, vitaal: 'no-safe-place', reden: 'Zij is in paniek en er is geen tolk te vinden' };
      const at = `${path}/noodgeval`;
      expect((await fill(reporter, at, { ...emergency, reden: 'kort' })).statusCode).toBe(400);
      for (const reden of [
        'Zij heet Fatima Verzonnen en er is geen tolk',
        'Bel haar broer op 0612345678 voordat het te laat is',
      ]) {
        const named = await fill(reporter, at, { ...emergency, reden });
        expect(named.statusCode).toBe(400);
        expect(documentOf(named).getElementById('veld-reden-fout')?.textContent).toContain(
          'zonder te zeggen wie of waar',
        );
      }
      expect((await fill(reporter, at, emergency)).headers.location).toBe(path);
      expect(await textOf(reporter, path)).toContain('Een tweede persoon kijkt binnen 24 uur mee');
      // the registration itself goes without a name, as it always could
      expect((await fill(reporter, own, {}, `${own}/versturen`)).statusCode).toBe(303);

      const arrived = await received();
      expect(await textOf(placer, INBOX)).toContain('noodgeval, zonder toestemming');
      expect(await textOf(placer, arrived)).toContain('Neem het nu in ontvangst');
      // a request that came later waits behind it
      const later = await intake();
      expect((await fill(counsellor, later, HELP)).statusCode).toBe(303);
      const first = (await placer.page(INBOX)).querySelector('main tbody tr')!;
      expect(first.querySelector('a')?.getAttribute('href')).toBe(arrived);
      expect(first.textContent).toContain('nu, uiterlijk');
      await takeIn(arrived);
      const seen = await textOf(placer, arrived);
      expect(seen).toContain('gedeeld zonder toestemming');
      expect(seen).toContain('geen tolk te vinden');

      // the second person is somebody else, and reads why
      const rooms = [...(await colleague.page('/goedkeuringen')).querySelectorAll('a')].map((link) =>
        String(link.getAttribute('href')),
      );
      const room = rooms.find((href) => /^\/goedkeuringen\/[0-9a-f-]{36}$/.test(href))!;
      expect(await textOf(colleague, room)).toContain('geen tolk te vinden');
      expect((await reporter.page(room)).querySelector('form[action$="/besluit"]')).toBeNull();
      const decided = await fill(colleague, room, { besluit: 'goedkeuren' });
      expect(decided.statusCode).toBe(303);
      expect(await textOf(reporter, path)).toContain('keek mee en was het ermee eens');

      // consent is asked after all: the mark stays
      expect(await textOf(reporter, '/overzicht')).toContain('Vraag alsnog toestemming voor een hulpvraag');
      const given = { gegevenDoor: 'person', hoe: 'written', gegevenOp: '1-11-2026', taal: 'ar', tolk: 'ja' };
      expect((await fill(reporter, `${path}/toestemming`, { ...given, tolk: '' })).statusCode).toBe(409);
      expect((await fill(reporter, `${path}/toestemming`, given)).headers.location).toBe(path);
      expect(await textOf(reporter, '/overzicht')).not.toContain('Vraag alsnog toestemming voor een hulpvraag');
      expect(await textOf(reporter, path)).toContain('gedeeld zonder toestemming');
      // and taken back it is gone at once
      await fill(reporter, path, {}, `${path}/intrekken`);
      expect(await textOf(placer, arrived)).not.toContain('geen tolk te vinden');
    },
  );

  const counsellorTenant = async () => {
    const row = await database.admin
      .selectFrom('exchange.message')
      .select('tenant_id')
      .where('counterpart_id', '=', register.id)
      .where('box', '=', 'out')
      .executeTakeFirst();
    return row?.tenant_id;
  };
});
