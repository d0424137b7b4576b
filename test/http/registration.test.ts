import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { registrationCode } from '../../src/features/registration/domain/registration.ts';
import { look } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, TABLES, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

const OWN = '/registraties';
const LIST = '/registraties/werkvoorraad';
const LISTS = '/registraties/werkvoorraad/lijsten';

/** The same woman, as three people wrote her down. */
const FATIMA = { naam: 'Fatima  Fictief', geboortedatum: '12-3-2001', leeftijd: '23-30' };
/** Many pages after each other, on a machine that may be busy. */
const STORY = { timeout: 60_000 };
const CONSENT = { gegevenDoor: 'person', hoe: 'written', gegevenOp: '1-11-2026', taal: 'nl' };

describe('registering a possible victim', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let registrar: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    register = await aRegister(database);
    registrar = await visitorAs('comensha-registratie', register);
  });

  async function visitorAs(role: Role, organisation: TestOrganisation) {
    return app.visitor(await anActor(database, role, organisation));
  }
  const reporter = async (role: Role = 'aanmelder', kind = 'aanmelder', of = register) =>
    visitorAs(role, await aReporter(database, of, kind));

  const textOf = async (visitor: Visitor, path: string) =>
    (await visitor.page(path)).querySelector('main')?.textContent ?? '';
  /** Fills in the form at a page, with what it shows as the start, and sends it. */
  async function fill(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, action?: string) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  /** Drafts a registration. @returns its address */
  async function draft(visitor: Visitor, route: string, fields: Readonly<Record<string, string>>) {
    const answer = await fill(visitor, `${OWN}/nieuw/${route}`, fields);
    expect([
      answer.statusCode,
      documentOf(answer).querySelector('.utrecht-form-field-error-message')?.textContent,
    ]).toEqual([303, undefined]);
    return String(answer.headers.location);
  }
  const send = async (visitor: Visitor, path: string) => {
    const answer = await fill(visitor, path, {}, `${path}/versturen`);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, path]);
  };
  const takeIn = async (by = registrar) => {
    const answer = await fill(by, LIST, {}, `${LIST}/ontvangen`);
    expect(answer.statusCode).toBe(303);
  };
  /** What the register counts, by list. */
  async function lists(by = registrar): Promise<Record<string, number>> {
    const page = await by.page(LISTS);
    return Object.fromEntries(
      [...page.querySelectorAll('tbody tr')].map((row) => {
        const [name, persons] = [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '');
        return [name, Number(persons)];
      }),
    );
  }
  it('says of the counts by list where they come from and of which day', async () => {
    const source = (await registrar.page(LISTS)).querySelector('.ib-source');
    expect(source?.textContent).toContain('Het register in In Beeld');
    expect(source?.querySelector('time')).not.toBeNull();
  });

  /** Every table in which this stands in any column, as the owner sees it. */
  async function placesOf(text: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const table of Object.keys(TABLES)) {
      const { rows } = await sql<{ hit: boolean }>`
        select exists (select from ${sql.table(table)} t where t::text ilike ${`%${text}%`}) as hit`.execute(
        database.admin,
      );
      if (rows[0]!.hit) found.push(table);
    }
    return found;
  }
  /** What may name a dossier that went: that its key was destroyed, that it went, and the logs of who did what. */
  const STAYS = new Set([
    'vault.dossier_key',
    'retention.record',
    'retention.tombstone',
    'audit.event',
    'audit.processing',
    'audit.decision',
  ]);

  const codesOn = async (path: string, by = registrar) =>
    [...(await by.page(path)).querySelectorAll('tbody a')].map((link) => link.textContent ?? '');

  it(
    'goes on without a name in one action where a name cannot go, and the name is nowhere after it',
    STORY,
    async () => {
      const counsellor = await reporter();
      const canary = `Kanarie${newId().slice(-8)}`;
      const path = await draft(counsellor, 'by-name', {
        naam: `${canary} Fictief`,
        geboortedatum: '17-11-1987',
        leeftijd: '31-40',
        aanmelder: 'JEUGD',
        regio: 'amsterdam',
        geworven: 'family',
      });
      const before = await database.admin
        .selectFrom('registration.registration')
        .select(['id', 'dossier_id', 'tenant_id'])
        .where('code', '=', path.split('/').at(-1)!)
        .executeTakeFirstOrThrow();
      // refused for want of consent, and of one that does not hold
      const refused = await fill(counsellor, `${path}/toestemming`, { ...CONSENT, gegevenDoor: 'parent' });
      expect(refused.statusCode).toBe(409);
      expect(documentOf(refused).querySelector(`form[action="${path}/zonder-naam"]`)).not.toBeNull();

      expect((await fill(counsellor, path, {}, `${path}/zonder-naam`)).headers.location).toBe(path);
      const shown = await textOf(counsellor, path);
      for (const kept of ['Zonder naam', '31 tot en met 40 jaar', 'Amsterdam', 'Door familie', 'Jeugdhulp'])
        expect(shown).toContain(kept);
      for (const gone of [canary, '1987']) expect(shown).not.toContain(gone);
      // the row and its key went as at the end of a term, with a tombstone for a backup that is restored
      const after = await database.admin
        .selectFrom('registration.registration')
        .select(['id', 'identity'])
        .where('code', '=', path.split('/').at(-1)!)
        .executeTakeFirstOrThrow();
      expect([after.id === before.id, after.identity]).toEqual([false, null]);
      const key = await database.admin
        .selectFrom('vault.dossier_key')
        .select(['wrapped', 'destroyed_at'])
        .where('dossier_id', '=', before.dossier_id)
        .executeTakeFirstOrThrow();
      expect([key.wrapped, key.destroyed_at]).toEqual([null, expect.any(Date)]);
      const tombstone = await database.admin
        .selectFrom('retention.tombstone')
        .select('subject_id')
        .where('tenant_id', '=', before.tenant_id)
        .execute();
      expect(tombstone).toEqual([{ subject_id: before.id }]);
      for (const text of [canary, before.dossier_id]) {
        const found = await placesOf(text);
        expect([text, found.filter((table) => !STAYS.has(table))]).toEqual([text, []]);
      }
      // sending is all that is left to do, and it counts
      await send(counsellor, path);
      await takeIn();
      expect(await textOf(counsellor, path)).toContain('De persoon telt mee');
      expect((await fill(counsellor, `${path}/naam`, { ...FATIMA, ...CONSENT })).statusCode).toBe(303);
    },
  );

  it('does away with no name that was sent, and with none that has to stay', STORY, async () => {
    const organisation = await aReporter(database, register);
    const counsellor = await visitorAs('aanmelder', organisation);
    const colleague = await visitorAs('aanmelder', organisation);
    const path = await draft(counsellor, 'by-name', { ...FATIMA, aanmelder: 'JEUGD' });
    const form = await counsellor.form(path, `${path}/zonder-naam`);
    // another's is not there
    const other = await draft(colleague, 'nameless', { aanmelder: 'JEUGD' });
    const theirs = await colleague.form(other, `${other}/versturen`);
    expect((await colleague.send({ action: form.action, fields: theirs.fields })).statusCode).toBe(404);
    await database.admin
      .updateTable('retention.record')
      .set({ held_until: '2099-01-01' as never })
      .where('tenant_id', '=', organisation.id)
      .execute();
    const held = await counsellor.send(form);
    expect(held.statusCode).toBe(409);
    expect(documentOf(held).querySelector('main')?.textContent).toContain('Er is niets gewist');
    expect(await textOf(counsellor, path)).toContain('Fatima');
    await fill(counsellor, `${path}/toestemming`, CONSENT);
    await send(counsellor, path);
    const late = await counsellor.send({ ...form, fields: { ...form.fields, _sleutel: newId() } });
    expect(late.statusCode).toBe(409);
    expect(await textOf(counsellor, path)).toContain('Fatima');
  });

  it('records for which data consent is, shares nothing beyond it, and sends it along', STORY, async () => {
    const own = await aRegister(database);
    const keeper = await visitorAs('comensha-registratie', own);
    const counsellor = await reporter('aanmelder', 'aanmelder', own);
    const path = await draft(counsellor, 'by-name', { ...FATIMA, aanmelder: 'JEUGD', aangifte: 'no' });
    const without = async (...fields: string[]) => {
      const form = await counsellor.form(`${path}/toestemming`);
      const left = Object.fromEntries(Object.entries(form.fields).filter(([name]) => !fields.includes(name)));
      return counsellor.send({ ...form, fields: { ...left, ...CONSENT } });
    };
    // the form begins with all that the text names; without the name there is nothing to consent to
    expect(Object.keys((await counsellor.form(`${path}/toestemming`)).fields)).toEqual(
      expect.arrayContaining(['deelNaam', 'deelGeboortedatum', 'deelPersoon', 'deelUitbuiting', 'deelAangifte']),
    );
    const nameless = await without('deelNaam');
    expect([nameless.statusCode, documentOf(nameless).getElementById('veld-deelNaam-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('zonder naam'),
    ]);
    expect((await without('deelGeboortedatum', 'deelAangifte')).statusCode).toBe(303);
    const shown = await textOf(counsellor, path);
    expect(shown).toContain('Naam; Leeftijd, geslacht, nationaliteit en kinderen; Wat er is gebeurd');
    expect(shown).not.toContain('Of er aangifte is gedaan');
    // the day of birth and the complaint are in the draft, and she did not agree to those
    const refused = await fill(counsellor, path, {}, `${path}/versturen`);
    expect([refused.statusCode, documentOf(refused).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('waarvoor de persoon geen toestemming gaf'),
    ]);
    expect((await fill(counsellor, `${path}/wijzigen`, { geboortedatum: '', aangifte: 'unknown' })).statusCode).toBe(
      303,
    );
    await send(counsellor, path);
    await takeIn(keeper);
    const [code] = await codesOn(LIST, keeper);
    const received = await textOf(keeper, `/registraties/register/${code}`);
    expect(received).toContain(
      'Toestemming voorNaam; Leeftijd, geslacht, nationaliteit en kinderen; Wat er is gebeurd',
    );
    expect(received).toContain('Toestemming gegeven op1 november 2026');
    // taken back, the register does not read to what she agreed either
    expect((await fill(counsellor, path, {}, `${path}/intrekken`)).statusCode).toBe(303);
    expect(await textOf(keeper, `/registraties/register/${code}`)).not.toContain('Toestemming voor');
  });

  it('shows how a parent was judged, and that one who is contested is told nothing', STORY, async () => {
    const counsellor = await reporter();
    const judged = async (leeftijd: string, consent: Readonly<Record<string, string>>) => {
      const path = await draft(counsellor, 'by-name', { naam: 'Noor Fictief', leeftijd, aanmelder: 'JEUGD' });
      const answer = await fill(counsellor, `${path}/toestemming`, { ...CONSENT, ...consent });
      expect(answer.statusCode).toBe(303);
      return textOf(counsellor, path);
    };
    expect(await judged('12-15', { gegevenDoor: 'parent', betrokken: 'trusted', wens: 'agrees' })).toContain(
      'Ouder of voogdNiet betwist',
    );
    // a young person who agrees herself, while a parent may be involved
    expect(await judged('16-17', { betrokken: 'contested' })).toContain(
      'Betwist. Vraag en vertel deze ouder of voogd niets.',
    );
    expect(await judged('18-22', {})).not.toContain('Ouder of voogd');
  });

  it(
    'lets three reporters report one person: merged with reasons, on three lists, and nothing is shared once consent is withdrawn',
    STORY,
    async () => {
      const own = await aRegister(database);
      const keeper = await visitorAs('comensha-registratie', own);
      const youth = await reporter('aanmelder', 'aanmelder', own);
      const care = await reporter('zorgcoordinator', 'zorgorganisatie', own);
      const police = await reporter('aanmelder', 'aanmelder', own);

      const byYouth = await draft(youth, 'by-name', { ...FATIMA, aanmelder: 'JEUGD', regio: 'amsterdam' });
      // without consent it does not go
      expect(await textOf(youth, byYouth)).toContain('Versturen kan zodra de toestemming is vastgelegd');
      expect((await fill(youth, `${byYouth}/toestemming`, CONSENT)).headers.location).toBe(byYouth);
      await send(youth, byYouth);
      const byCare = await draft(care, 'by-name', { ...FATIMA, naam: 'Fictief, Fatima', regio: 'amsterdam' });
      await fill(care, `${byCare}/toestemming`, { ...CONSENT, hoe: 'spoken' });
      await send(care, byCare);
      const byPolice = await draft(police, 'must', { ...FATIMA, naam: 'FATIMA FICTIEF', aanmelder: 'POL' });
      await send(police, byPolice);
      expect(await textOf(youth, byYouth)).toContain('verstuurd');

      await takeIn(keeper);
      expect(await textOf(youth, byYouth)).toContain('De persoon telt mee');
      const lone = { 'Jeugdhulp of jeugdbescherming': 1, Zorgcoördinator: 1, Politie: 1 };
      expect(await lists(keeper)).toEqual(lone);

      // the same name and birthday, found without anybody reading it
      expect(await codesOn(`${LIST}?toon=maybe-same`, keeper)).toHaveLength(3);
      const [first, second, third] = await codesOn(LIST, keeper);
      const page = `/registraties/register/${first}`;
      const seen = await textOf(keeper, page);
      expect(seen).toContain('Misschien dezelfde persoon');
      expect(seen).not.toContain('Fatima');
      const merge = (met: string, reden = 'Zelfde naam, leeftijd en regio') =>
        fill(keeper, page, { met, reden }, `${page}/samenvoegen`);
      expect((await merge(second!, 'kort')).statusCode).toBe(400);
      expect((await merge(second!)).statusCode).toBe(303);
      expect((await merge(third!)).statusCode).toBe(303);
      expect((await merge(third!)).statusCode).toBe(409);
      expect(await lists(keeper)).toEqual({ 'Jeugdhulp of jeugdbescherming en Politie en Zorgcoördinator': 1 });
      expect(await codesOn(`${LIST}?toon=maybe-same`, keeper)).toEqual([]);
      expect(await textOf(keeper, page)).toContain('Zelfde naam, leeftijd en regio');

      // consent is withdrawn: at once nothing of it is read, and its place in the counts stays
      const withdrawn = await fill(youth, byYouth, {}, `${byYouth}/intrekken`);
      expect(withdrawn.statusCode).toBe(303);
      expect(await textOf(youth, byYouth)).toContain('CoMensha kan de gegevens niet meer lezen');
      expect(await textOf(youth, byYouth)).toMatch(/ingetrokken op .*20\d\d, vastgelegd door \S/);
      expect(await textOf(keeper, page)).toContain('toestemming ingetrokken');
      expect(await lists(keeper)).toEqual({ 'Jeugdhulp of jeugdbescherming en Politie en Zorgcoördinator': 1 });
      // it is time to look
      const { now } = await look(database.kysely, { door: 'published' }, async (_tx, time) => time);
      await database.admin
        .updateTable('registration.delivery')
        .set({ look_at: now })
        .where('tenant_id', '=', own.id)
        .where('look_at', 'is not', null)
        .execute();
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      const kept = await database.admin
        .selectFrom('registration.delivery')
        .select(['reporter_type', 'identity', 'identity_index', 'content'])
        .where('tenant_id', '=', own.id)
        .where('reporter_type', '=', 'JEUGD')
        .executeTakeFirstOrThrow();
      expect(kept).toEqual({ reporter_type: 'JEUGD', identity: null, identity_index: null, content: null });

      // taken apart again: nothing that was erased comes back
      const apart = `/registraties/register/${second}`;
      expect((await fill(keeper, apart, { reden: 'Blijkt haar zus te zijn' }, `${apart}/splitsen`)).statusCode).toBe(
        303,
      );
      expect(Object.values(await lists(keeper)).reduce((sum, persons) => sum + persons, 0)).toBe(2);
      expect(await textOf(keeper, page)).toContain('Blijkt haar zus te zijn');
    },
  );

  it(
    'lets a counsellor without consent register without a name, and add it later: the count does not change',
    STORY,
    async () => {
      const own = await aRegister(database);
      const keeper = await visitorAs('comensha-registratie', own);
      const counsellor = await reporter('aanmelder', 'aanmelder', own);
      // two minutes: one form in which everything may stay unknown
      const path = await draft(counsellor, 'nameless', { aanmelder: 'AMBUL' });
      expect(await textOf(counsellor, path)).not.toContain('Naam');
      await send(counsellor, path);
      await takeIn(keeper);
      expect(await lists(keeper)).toEqual({ 'Ambulante hulp of hulporganisatie': 1 });
      expect(await textOf(counsellor, path)).toContain('Geeft de persoon nu toestemming?');

      const named = { ...FATIMA, ...CONSENT };
      const noAge = { ...named, geboortedatum: '', leeftijd: 'unknown' };
      expect((await fill(counsellor, `${path}/naam`, noAge)).statusCode).toBe(409);
      expect((await fill(counsellor, `${path}/naam`, named)).headers.location).toBe(path);
      await takeIn(keeper);
      expect(await lists(keeper)).toEqual({ 'Ambulante hulp of hulporganisatie': 1 });
      expect(await codesOn(LIST, keeper)).toHaveLength(1);
      const [code] = await codesOn(LIST, keeper);
      expect(await textOf(keeper, `/registraties/register/${code}`)).toContain('naam later toegevoegd');

      // taken back: what was sent without a name stays
      await fill(counsellor, path, {}, `${path}/intrekken`);
      expect(await textOf(counsellor, path)).toContain('De persoon telt mee');
      expect(await textOf(keeper, `/registraties/register/${code}`)).not.toContain('naam later toegevoegd');
      expect(await lists(keeper)).toEqual({ 'Ambulante hulp of hulporganisatie': 1 });
    },
  );

  it('asks consent of who may give it, and always what a child of twelve to fifteen wants', async () => {
    const youth = await reporter();
    const child = { ...FATIMA, geboortedatum: '', leeftijd: '12-15', aanmelder: 'JEUGD' };
    const path = await draft(youth, 'by-name', child);
    const record = async (change: Readonly<Record<string, string>>) =>
      documentOf(await fill(youth, `${path}/toestemming`, { ...CONSENT, ...change })).querySelector('main');
    expect((await record({}))?.textContent).toContain('geeft een ouder of voogd toestemming');
    const trusted = { gegevenDoor: 'guardian', betrokken: 'trusted' };
    expect((await record(trusted))?.textContent).toContain('Vraag het kind wat het zelf wil');
    expect((await record({ ...trusted, wens: 'objects' }))?.textContent).toContain('Meld aan zonder naam');
    const agreed = { ...trusted, wens: 'agrees' };
    expect((await record({ ...agreed, gegevenOp: '1-1-2099' }))?.textContent).toContain('ligt in de toekomst');
    // who exploits a child may be its guardian: then she is asked nothing
    expect((await record({ ...agreed, betrokken: '' }))?.textContent).toContain('er zelf bij betrokken zijn? Kies');
    expect((await record({ ...agreed, betrokken: 'contested' }))?.textContent).toContain('Vraag en vertel deze ouder');
    expect((await record({ ...agreed, taal: 'vi' }))?.textContent).toContain('Laat een tolk de Nederlandse tekst');
    const done = await fill(youth, `${path}/toestemming`, { ...CONSENT, ...agreed });
    expect(done.statusCode).toBe(303);
    expect(await textOf(youth, path)).toContain('Het kind wil het ook');
  });

  it('fills in as whom an organisation registered last, which can be chosen anew', async () => {
    const organisation = await aReporter(database, register);
    const one = await visitorAs('aanmelder', organisation);
    const asWhom = async (visitor: Visitor) => (await visitor.form(`${OWN}/nieuw/nameless`)).fields.aanmelder ?? '';
    expect(await asWhom(one)).toBe('');
    await draft(one, 'nameless', { aanmelder: 'FAIRWORK' });
    expect(await asWhom(await visitorAs('aanmelder', organisation))).toBe('FAIRWORK');
    // of another organisation nothing is known here
    expect(await asWhom(await reporter())).toBe('');
  });

  it('keeps answers and says what is wrong with a day that does not exist', async () => {
    const visitor = await reporter();
    const answer = await fill(visitor, `${OWN}/nieuw/nameless`, {
      aanmelder: 'ADV',
      van: '31-2-2025',
      vormen: 'begging',
    });
    const page = documentOf(answer);
    expect([answer.statusCode, page.getElementById('veld-van')?.getAttribute('value')]).toEqual([400, '31-2-2025']);
    expect(page.querySelector('input[name="vormen"][value="begging"]')?.hasAttribute('checked')).toBe(true);
    for (const field of ['van', 'tot', 'herkend']) {
      const late = documentOf(await fill(visitor, `${OWN}/nieuw/nameless`, { aanmelder: 'ADV', [field]: '1-1-2100' }));
      expect(late.getElementById(`veld-${field}-fout`)?.textContent).toContain('ligt in de toekomst');
    }
    expect((await fill(visitor, `${OWN}/nieuw/must`, { ...FATIMA, aanmelder: 'ADV' })).statusCode).toBe(409);
  });

  it('changes a draft once, and tells who was too late', async () => {
    const visitor = await reporter();
    const path = await draft(visitor, 'nameless', { aanmelder: 'ADV' });
    const form = await visitor.form(`${path}/wijzigen`);
    const first = await visitor.send({ ...form, fields: { ...form.fields, geslacht: 'woman' } });
    expect(first.statusCode).toBe(303);
    const late = await visitor.send({ ...form, fields: { ...form.fields, geslacht: 'man' } });
    expect([late.statusCode, documentOf(late).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('intussen gewijzigd'),
    ]);
  });

  it('shows a registration to nobody but who made it', async () => {
    const organisation = await aReporter(database, register);
    const maker = await visitorAs('aanmelder', organisation);
    const path = await draft(maker, 'by-name', { ...FATIMA, aanmelder: 'AMBUL' });
    for (const other of [await visitorAs('aanmelder', organisation), await reporter()])
      for (const at of [path, `${path}/wijzigen`, `${path}/toestemming`])
        expect((await other.get(at)).statusCode).toBe(404);
    expect(await textOf(maker, OWN)).toContain(path.split('/').at(-1));
  });

  it('sends nothing without an agreement of both sides, and starts nothing behind a closed gate', async () => {
    const alone = await anOrganisation(database, 'aanmelder');
    const closed = await visitorAs('aanmelder', alone);
    expect((await closed.get(`${OWN}/nieuw`)).statusCode).toBe(409);
    expect(await textOf(closed, OWN)).toContain('staat in uw organisatie nog niet aan');
    expect(await textOf(closed, OWN)).not.toContain('Zonder naam kan dat altijd');
    expect(await textOf(await reporter(), OWN)).toContain('Zonder naam kan dat altijd');
    const halfway = await aReporter(database, register);
    await database.admin.deleteFrom('exchange.agreement').where('tenant_id', '=', halfway.id).execute();
    const visitor = await visitorAs('aanmelder', halfway);
    const path = await draft(visitor, 'nameless', { aanmelder: 'ADV' });
    const answer = await fill(visitor, path, {}, `${path}/versturen`);
    expect([answer.statusCode, documentOf(answer).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('nog geen afspraak'),
    ]);
  });

  it('tells a region its number from ten on, and rounded down', async () => {
    const own = await aRegister(database);
    const keeper = await visitorAs('comensha-registratie', own);
    const visitor = await reporter('aanmelder', 'aanmelder', own);
    await eightInLimburg(own.id);
    const reported = async () => {
      const path = await draft(visitor, 'nameless', { aanmelder: 'FAIRWORK', regio: 'limburg' });
      await send(visitor, path);
      await takeIn(keeper);
      return textOf(visitor, path);
    };
    expect(await reported()).not.toContain('In uw regio');
    expect(await reported()).toContain('In uw regio werden dit jaar minstens 10 mensen aangemeld');
    expect(await reported()).toContain('minstens 10 mensen');
  });

  /** Eight persons whom others reported this year. */
  async function eightInLimburg(tenantId: string) {
    const { today } = await look(database.kysely, { door: 'published' }, async (_tx, time) => time);
    for (let index = 0; index < 8; index += 1) {
      const id = newId();
      const at = { tenant_id: tenantId, dossier_id: id, received_on: today } as const;
      await database.admin
        .insertInto('privacy.dossier')
        .values({
          tenant_id: tenantId,
          id,
          kind: 'registration.record',
          activity: 'VA-07',
          path: '/',
          opened_at: new Date(),
        })
        .execute();
      const record = { ...at, id, root_id: id, code: registrationCode(randomBytes(8)), dossier_type: 'registration' };
      await database.admin.insertInto('registration.record').values(record).execute();
      await database.admin
        .insertInto('registration.delivery')
        .values({
          ...at,
          id: newId(),
          record_id: id,
          reporter_organisation_id: newId(),
          reporter_code: record.code,
          reporter_type: 'POL',
          route: 'must',
          region: 'limburg',
          is_minor: 'unknown',
          forms: [],
          is_abroad: false,
          is_kmar_sub3: false,
          unknown_parts: [],
        })
        .execute();
    }
  }

  it('takes a registration of another system once, by its key, under the rules of the form', async () => {
    const own = await aRegister(database);
    const keeper = await visitorAs('comensha-registratie', own);
    const organisation = await aReporter(database, own);
    const token = await bearerFor(database, await anActor(database, 'aanmelder', organisation));
    const post = (payload: object, key = 'sleutel-0001') =>
      app.server.inject({
        method: 'POST',
        url: '/api/v1/registraties',
        headers: { 'x-forwarded-proto': 'https', authorization: `Bearer ${token}`, 'idempotency-key': key },
        payload,
      });
    const nameless = { weg: 'nameless', aanmelder: 'FAIRWORK', vormen: ['labour-exploitation'], van: '2025-03' };
    const first = await post(nameless);
    const again = await post(nameless);
    expect([first.statusCode, again.statusCode, again.json().kenmerk]).toEqual([201, 201, first.json().kenmerk]);
    expect((await post({ ...nameless, van: '2024' })).statusCode).toBe(409);
    const pointers = async (payload: object) => {
      const answer = await post(payload, `sleutel-${newId()}`);
      return [
        answer.statusCode,
        ...answer.json().errors.map((each: { location: { pointer: string } }) => each.location.pointer),
      ];
    };
    expect(await pointers({ ...nameless, adres: 'Voorbeeldstraat 1' })).toEqual([400, '/']);
    expect(await pointers({ ...nameless, van: '2025-02-31' })).toEqual([400, '/van']);
    expect(await pointers({ ...nameless, weg: 'by-name', naam: 'Fatima Fictief' })).toEqual([400, '/']);
    const toestemming = { gegevenDoor: 'parent', hoe: 'written', gegevenOpDatum: '2026-11-01', taal: 'nl' };
    const named = { ...nameless, weg: 'by-name', naam: 'Fatima Fictief', leeftijd: '18-22', toestemming };
    expect(await pointers(named)).toEqual([400, '/toestemming/gegevenDoor']);
    // for less than what is sent along
    const given = { ...named, toestemming: { ...toestemming, gegevenDoor: 'person' } };
    const less = { ...given, geboorte: '2007', toestemming: { ...given.toestemming, gegevens: ['name', 'person'] } };
    expect(await pointers(less)).toEqual([400, '/toestemming/gegevens']);
    expect((await post(given, 'sleutel-0002')).statusCode).toBe(201);
    await takeIn(keeper);
    expect(await lists(keeper)).toEqual({ FairWork: 2 });
  });

  it('keeps what a dossier was when its kind changes', async () => {
    const visitor = await reporter();
    await send(visitor, await draft(visitor, 'nameless', { aanmelder: 'ADV' }));
    await takeIn();
    const [code] = await codesOn(LIST);
    const path = `/registraties/register/${code}`;
    const change = () => fill(registrar, path, { soort: 'registration-and-shelter' }, `${path}/soort`);
    expect((await change()).statusCode).toBe(303);
    expect((await change()).statusCode).toBe(409);
    expect(await textOf(registrar, path)).toContain('van «Registratie» naar «Registratie en Opvang»');
  });

  it(
    'shows the approach of a municipality that it reports (K5.6): once, of no day, and of nobody else',
    STORY,
    async () => {
      const municipality = await aReporter(database, register, 'gemeente');
      const focalPoint = await visitorAs('aandachtsfunctionaris', municipality);
      const facts = (tenant: string) =>
        database.admin
          .selectFrom('approach.fact')
          .select(['element', 'source', 'state', 'as_of', 'statement'])
          .where('tenant_id', '=', tenant)
          .execute();
      const path = await draft(focalPoint, 'nameless', { aanmelder: 'GEM' });
      expect(await facts(municipality.id)).toEqual([]);
      await send(focalPoint, path);
      await send(focalPoint, await draft(focalPoint, 'nameless', { aanmelder: 'GEM' }));
      expect(await facts(municipality.id)).toEqual([
        {
          ...{ element: 'K5.6', source: 'registration', state: 'working', as_of: expect.stringMatching(/-01$/) },
          statement: 'De gemeente meldt mogelijke slachtoffers aan bij CoMensha.',
        },
      ]);
      const other = await aReporter(database, register);
      const youth = await visitorAs('aanmelder', other);
      await send(youth, await draft(youth, 'nameless', { aanmelder: 'JEUGD' }));
      expect(await facts(other.id)).toEqual([]);
    },
  );
});
