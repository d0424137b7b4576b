import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { realNow } from '../../src/platform/clock/real-time.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister } from '../support/a-registration.ts';
import { documentOf, formOf, type TestApp, testApp, Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const CALLS = '/gesprekken';
const HELP_CALLS = '/hulpvragen/gesprekken';
const STORY = { timeout: 60_000 };
type Fields = Readonly<Record<string, string>>;

describe('a telephone call at CoMensha', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let registrar: Visitor;
  let placer: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    register = await aRegister(database);
    registrar = await visitorAs('comensha-registratie', register);
    placer = await visitorAs('comensha-plaatsing', register);
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const main = (page: Document) => page.querySelector('main')?.textContent ?? '';
  const textOf = async (visitor: Visitor, path: string) => main(await visitor.page(path));
  async function begin(visitor: Visitor, base = CALLS, gaatOver = 'iemand werkt zonder loon'): Promise<string> {
    const form = await visitor.form(base, `${base}/nieuw`);
    const begun = await visitor.send({ ...form, fields: { ...form.fields, gaatOver } });
    expect(begun.statusCode).toBe(303);
    return String(begun.headers.location);
  }
  async function press(visitor: Visitor, at: string, verb: string, fields: Fields = {}) {
    const form = await visitor.form(at, `${at}/bewaren`);
    return visitor.send({ action: `${at}/${verb}`, fields: { ...form.fields, ...fields } });
  }
  const soon = (days: number) => writeDutchDate(addDays(dutchDay(realNow()), days));

  it('comes first on the page that opens after signing in, for each task', STORY, async () => {
    for (const [visitor, base] of [
      [registrar, CALLS],
      [placer, HELP_CALLS],
    ] as const) {
      const page = await visitor.page('/overzicht');
      expect([...page.querySelectorAll('main h2')].map((each) => each.textContent)[0]).toBe('Er belt iemand');
      const form = await visitor.form('/overzicht', `${base}/nieuw`);
      const begun = await visitor.send({ ...form, fields: { ...form.fields, gaatOver: 'een vraag vooraf' } });
      expect([begun.statusCode, begun.headers.location]).toEqual([303, expect.stringContaining(`${base}/`)]);
    }
    expect(await textOf(await visitorAs('fg', register), '/overzicht')).not.toContain('Er belt iemand');
  });

  it(
    'begins with one field and keeps half the answers, with what is still to be asked as due work',
    STORY,
    async () => {
      const page = await registrar.page(CALLS);
      expect(page.querySelectorAll('main form[method="post"] textarea, main form[method="post"] select').length).toBe(
        1,
      );
      const at = await begin(registrar);
      const kept = await press(registrar, at, 'bewaren', {
        tak: 'registration',
        leeftijd: '23-30',
        nogVragen: 'hoe lang al?',
        vraagAan: 'caller',
        vraagOp: soon(1),
      });
      expect([kept.statusCode, kept.headers.location]).toEqual([303, `${at}?bewaard`]);
      expect(await textOf(registrar, `${at}?bewaard`)).toContain('Bewaard. U kunt verder vragen.');
      const { fields } = await registrar.form(at, `${at}/bewaren`);
      expect([fields.gaatOver, fields.leeftijd, fields.tak, fields.nogVragen, fields.geslacht]).toEqual([
        'iemand werkt zonder loon',
        '23-30',
        'registration',
        'hoe lang al?',
        'unknown',
      ]);
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      expect(await textOf(registrar, '/overzicht')).toContain('Vraag nog iets na over een gesprek');
      // what was told stands nowhere but sealed
      const row = await database.admin
        .selectFrom('registration.call')
        .selectAll()
        .where('code', '=', at.split('/').at(-1)!)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(row.content!).includes('zonder loon')).toBe(false);
      expect(row.help_content).toBeNull();
    },
  );

  it('becomes a registration without typing anything again, counted once however often it is sent', STORY, async () => {
    const at = await begin(registrar);
    const refused = await press(registrar, at, 'registreren', { vormen: 'labour-exploitation', regio: 'limburg' });
    expect(refused.statusCode).toBe(409);
    expect(documentOf(refused).getElementById('veld-aanmelder-fout')?.textContent).toContain('Vraag wie er belt');
    // nothing typed was lost by the refusal
    const again = formOf(documentOf(refused), `${at}/bewaren`);
    expect([again.fields.vormen, again.fields.regio]).toEqual(['labour-exploitation', 'limburg']);
    const sent = { action: `${at}/registreren`, fields: { ...again.fields, aanmelder: 'GEM' } };
    expect((await registrar.send(sent)).headers.location).toBe(at);
    expect((await registrar.send(sent)).headers.location).toBe(at);
    const over = await registrar.page(at);
    expect(main(over)).toContain('geregistreerd');
    const record = over.querySelector('main a[href^="/registraties/register/"]')?.getAttribute('href') ?? '';
    const shown = await textOf(registrar, record);
    for (const word of ['Arbeidsuitbuiting', 'Limburg', 'Gemeente of wijkteam', 'Zonder naam'])
      expect(shown).toContain(word);
    const deliveries = await database.admin
      .selectFrom('registration.delivery')
      .select('id')
      .where('tenant_id', '=', register.id)
      .where('reporter_code', '=', at.split('/').at(-1)!)
      .execute();
    expect(deliveries.length).toBe(1);
    // a new key does not count it twice either
    const late = await registrar.send({ ...sent, fields: { ...sent.fields, _sleutel: crypto.randomUUID() } });
    expect(late.statusCode).toBe(409);
    expect(main(documentOf(late))).toContain('al afgerond');
  });

  it(
    'shows who kept the same call meanwhile, keeps what both typed, and goes on after the line broke',
    STORY,
    async () => {
      const at = await begin(registrar);
      const mine = await registrar.form(at, `${at}/bewaren`);
      const colleague = await visitorAs('comensha-registratie', register);
      await press(colleague, at, 'bewaren', { leeftijd: '16-17' });
      const late = await registrar.send({ ...mine, fields: { ...mine.fields, geslacht: 'man' } });
      expect(late.statusCode).toBe(409);
      expect(main(documentOf(late))).toContain('16 of 17 jaar');
      const now = formOf(documentOf(late), `${at}/bewaren`);
      expect(now.fields.geslacht).toBe('man');
      expect((await registrar.send({ ...now, action: `${at}/weggevallen` })).statusCode).toBe(303);
      expect(await textOf(registrar, CALLS)).toContain('lijn viel weg');
      expect((await press(registrar, at, 'bewaren', { leeftijd: '18-22' })).statusCode).toBe(303);
      expect((await registrar.form(at, `${at}/bewaren`)).fields).toMatchObject({ geslacht: 'man', leeftijd: '18-22' });
    },
  );

  it('refuses a number, asks about a name, and asks who and when of what is still to be asked', STORY, async () => {
    const form = await registrar.form(CALLS, `${CALLS}/nieuw`);
    const start = async (fields: Fields) => registrar.send({ ...form, fields: { ...form.fields, ...fields } });
    const empty = await start({ gaatOver: ' ' });
    expect([empty.statusCode, documentOf(empty).querySelector('[name=nagekeken]')]).toEqual([400, null]);
    expect(main(documentOf(await start({ gaatOver: 'bel 06 12345678' })))).toContain('Haal dat weg');
    const named = await start({ gaatOver: 'zij heet Fatima' });
    expect([named.statusCode, main(documentOf(named)).includes('Is het geen naam?')]).toEqual([409, true]);
    expect((await start({ gaatOver: 'zij heet Fatima', nagekeken: 'ja' })).statusCode).toBe(303);
    const at = await begin(registrar);
    const half = documentOf(await press(registrar, at, 'bewaren', { nogVragen: 'hoe oud?' }));
    expect(half.getElementById('veld-vraagAan-fout')?.textContent).toContain('Kies aan wie');
    expect(half.getElementById('veld-vraagOp-fout')?.textContent).toContain('Vul in wanneer');
    const past = await press(registrar, at, 'bewaren', { nogVragen: 'x', vraagAan: 'police', vraagOp: '1-1-2020' });
    expect(main(documentOf(past))).toContain('Deze dag is voorbij');
  });

  it('passes on only who called: neither task sees what the other was told', STORY, async () => {
    const at = await begin(registrar, CALLS, 'over de telling');
    const passed = await press(registrar, at, 'doorgeven', {
      aanmelder: 'POL',
      bellen: '000.000/00.00',
      leeftijd: '31-40',
    });
    expect(passed.headers.location).toBe(`${at}?doorgegeven`);
    expect(await textOf(registrar, `${at}?doorgegeven`)).toContain('doorgegeven aan plaatsing');
    const there = at.replace(CALLS, HELP_CALLS);
    const { fields } = await placer.form(there, `${there}/bewaren`);
    expect([fields.aanmelder, fields.bellen, fields.leeftijd, fields.gaatOver]).toEqual([
      'POL',
      '000.000/00.00',
      'unknown',
      '',
    ]);
    const helped = { gaatOver: 'slaapt op straat', nodig: 'shelter', toestemming: 'signed' };
    expect((await press(placer, there, 'hulpvraag', helped)).statusCode).toBe(303);
    expect(await textOf(placer, there)).toContain('slaapt op straat');
    expect(await textOf(registrar, at)).not.toContain('slaapt op straat');
    expect(await textOf(placer, there)).not.toContain('over de telling');
    for (const [visitor, path] of [
      [registrar, HELP_CALLS],
      [registrar, there],
      [placer, CALLS],
      [placer, at],
    ] as const)
      expect((await visitor.get(path)).statusCode, path).toBe(403);
    // passed on once
    expect(main(documentOf(await press(registrar, at, 'doorgeven')))).toContain('al doorgegeven');
    expect(await textOf(placer, '/overzicht')).toContain('telefoongesprek aan u doorgegeven');
    const logged = await database.admin
      .selectFrom('audit.event')
      .select(['action', 'activity'])
      .where('tenant_id', '=', register.id)
      .where('action', 'in', ['registration.pass-call-on', 'registration.help-from-call'])
      .execute();
    expect(new Set(logged.map(({ action, activity }) => `${action} ${activity}`))).toEqual(
      new Set(['registration.pass-call-on VA-07', 'registration.help-from-call VA-08']),
    );
  });

  it('leaves the purpose of each task in the log of who does both, one at a time', STORY, async () => {
    const both = await anActor(database, 'comensha-registratie', register);
    await anActor(database, 'comensha-plaatsing', register, both.personId);
    const first = await app.visitor(both);
    const at = await begin(first, CALLS, 'over de telling');
    await first.get(at);
    const switched = await first.send(await first.form(at, '/inloggen/rol'));
    const mark = String(switched.headers['set-cookie']).split(';')[0];
    const then = new Visitor(app.server, mark);
    // the switch opens nothing of the other task
    for (const path of [CALLS, at]) expect((await then.get(path)).statusCode, path).toBe(403);
    const there = await begin(then, HELP_CALLS, 'zoekt een veilige plek');
    await then.get(there);
    const logged = await database.admin
      .selectFrom('audit.event')
      .select(['action', 'activity'])
      .where('person_id', '=', both.personId)
      .where('action', 'in', ['registration.start-call', 'registration.read-call', 'accounts.switch-role'])
      .execute();
    expect(logged.map(({ action, activity }) => `${action} ${activity}`).toSorted()).toEqual([
      'accounts.switch-role VA-14',
      'registration.read-call VA-07',
      'registration.read-call VA-07',
      'registration.read-call VA-08',
      'registration.start-call VA-07',
      'registration.start-call VA-08',
    ]);
  });

  it('looks for help only with what is needed, a number, and on what it rests', STORY, async () => {
    const at = await begin(placer, HELP_CALLS, 'zoekt een veilige plek');
    const refused = async (fields: Fields) => main(documentOf(await press(placer, at, 'hulpvraag', fields)));
    expect(await refused({})).toContain('Vink aan wat er nodig is');
    expect(await refused({ nodig: 'shelter' })).toContain('Vraag of de persoon heeft getekend');
    expect(await refused({ nodig: 'shelter', toestemming: 'signed' })).toContain('Vraag op welk nummer');
  });

  it(
    'lets what was still to be asked be settled after the call, and the call be told apart elsewhere',
    STORY,
    async () => {
      const at = await begin(registrar);
      await press(registrar, at, 'afronden', {
        nogVragen: 'was er een tolk?',
        vraagAan: 'police',
        vraagOp: soon(3),
      });
      expect(await textOf(registrar, at)).toContain('was er een tolk?');
      const settled = await registrar.form(at, `${at}/gevraagd`);
      expect((await registrar.send(settled)).headers.location).toBe(at);
      expect(await textOf(registrar, at)).not.toContain('was er een tolk?');
      const elsewhere = await visitorAs('comensha-registratie', await aRegister(database));
      expect((await elsewhere.get(at)).statusCode).toBe(404);
      expect(await textOf(elsewhere, CALLS)).toContain('Er zijn nog geen gesprekken');
    },
  );
});
