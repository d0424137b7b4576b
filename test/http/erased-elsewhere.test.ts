import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { RECEIVED_PLACES } from '../../src/app/held-places.ts';
import { TABLES } from '../../src/app/tables.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { ERASED_ELSEWHERE } from '../../src/platform/exchange/erasure.ts';
import { deliverMessage } from '../../src/platform/exchange/message.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { CareRegions, careOrganisation, fill, mainText } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PAGE = '/privacyloket/verzoeken';
const STORY = { timeout: 240_000 };

interface Officers {
  readonly fg: Visitor;
  readonly second: Visitor;
}
const officersOf = async (database: TestDatabase, app: TestApp, of: TestOrganisation): Promise<Officers> => ({
  fg: await app.visitor(await anActor(database, 'fg', of)),
  second: await app.visitor(await anActor(database, 'fg', of)),
});

/** Erases a dossier on request, as two officers do. @returns where the request is */
async function eraseFor({ fg, second }: Officers, path: string): Promise<string> {
  const form = await fg.form(`${PAGE}/nieuw`, PAGE);
  const fields = { soort: 'erase', kenmerk: 'Z-1', ontvangen: '01-11-2026', wie: 'self', contact: 'in-person' };
  const made = await fg.send({ ...form, fields: { ...form.fields, ...fields } });
  const at = made.headers.location as string;
  const found = { gesprek: 'own-wish', identiteit: 'known', vondst: 'held', dossier: path.split('/').at(-1)! };
  await fill(fg, at, found, `${at}/onderzoek`);
  await fill(fg, at, { uitkomst: 'granted' }, `${at}/voorstel`);
  await fill(second, at, {}, `${at}/meekijken`);
  expect((await fill(fg, at, {}, `${at}/wissen`)).statusCode).toBe(303);
  return at;
}

/** The request that a notice became, as the officer there finds it from her home page. */
async function noticeAt(fg: Visitor): Promise<string> {
  expect(await mainText(fg, '/overzicht')).toContain('Elders is iets gewist dat met u was gedeeld');
  const links = [...(await fg.page(PAGE)).querySelectorAll<HTMLAnchorElement>(`main a[href^="${PAGE}/"]`)];
  return links.map((link) => link.getAttribute('href')!).find((href) => !href.endsWith('/nieuw'))!;
}

it('looks for what came by a message in columns that are there', () => {
  for (const { table, messageColumn, as } of RECEIVED_PLACES) {
    const columns = Object.keys(TABLES[table]!.columns);
    expect(columns).toContain(messageColumn);
    expect(columns).toContain('dossierColumn' in as ? as.dossierColumn : 'id');
  }
});

describe('a person who asked to be erased, after something about her was shared', () => {
  let database: TestDatabase;
  let app: TestApp;
  let north: TestOrganisation;
  let south: TestOrganisation;
  let regions: CareRegions;
  let here: Officers;
  let there: Officers;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    regions = await CareRegions.begin(database, app);
    ({ north, south } = regions);
    here = await officersOf(database, app, north);
    there = await officersOf(database, app, south);
  });

  /** A case that the other region accepted, or took in and left, or never opened. */
  async function shared(how: 'accepted' | 'taken in'): Promise<{ readonly path: string; readonly at: string }> {
    const path = await regions.started();
    await regions.refer(path);
    const at = await regions.arrived();
    await fill(regions.receiver, at, {}, `${at}/ontvangen`);
    if (how === 'accepted') await fill(regions.receiver, at, {}, `${at}/aannemen`);
    return { path, at };
  }
  const erase = (path: string) => eraseFor(here, path);
  /** The request that the notice became, as the officer there finds it from her home page. */
  async function noticed(): Promise<string> {
    await regions.due();
    return noticeAt(there.fg);
  }
  /** What stands of her in a house: cases, and messages and keys that can be read. */
  async function readable(of: TestOrganisation): Promise<number> {
    const { rows } = await sql<{ n: number }>`select
      (select count(*) from care.case_file where tenant_id = ${of.id})::int
      + (select count(*) from vault.dossier_key where tenant_id = ${of.id} and destroyed_at is null)::int
      + (select count(*) from vault.message_key k join exchange.message m using (tenant_id, box)
         where k.tenant_id = ${of.id} and m.id = k.message_id and m.kind = 'zorgverwijzing')::int as n`.execute(
      database.admin,
    );
    return rows[0]!.n;
  }
  const answer = async (at: string) => {
    const file = await here.fg.get(`${at}/antwoord`);
    return strFromU8(unzipSync(new Uint8Array(file.rawPayload))['word/document.xml']!);
  };

  it('is nowhere with who shared it, and goes with who received it when two people there grant it', STORY, async () => {
    const { path } = await shared('accepted');
    expect([await readable(north), await readable(south)].every((n) => n >= 3)).toBe(true);
    const at = await erase(path);
    expect(await readable(north)).toBe(0);
    const before = await mainText(here.fg, at);
    expect(before).toContain(south.name);
    expect(before).toContain('weet het, en antwoordde nog niet');

    const notice = await noticed();
    const read = await mainText(there.fg, notice);
    expect(read).toContain(`${north.name} wiste een dossier op verzoek van de persoon`);
    expect(read).toContain('een dossier gemaakt');
    // the officer there asks who keeps it: under its own code, which is not hers elsewhere
    const { code } = await database.admin
      .selectFrom('care.case_file')
      .select('code')
      .where('tenant_id', '=', south.id)
      .executeTakeFirstOrThrow();
    expect(read).toContain(code);
    // no name and no code of hers travelled
    expect(read).not.toContain('Fatima');
    expect(read).not.toContain(path.split('/').at(-1));
    // nobody changes what a notice is about, and nothing goes on the word of one
    const proposal = await there.fg.form(notice, `${notice}/voorstel`);
    const inquiry = await there.fg.send({
      ...proposal,
      action: `${notice}/onderzoek`,
      fields: { ...proposal.fields, vondst: 'nothing', dossier: '' },
    });
    expect(inquiry.statusCode).toBe(404);
    const early = await there.fg.send({ ...proposal, action: `${notice}/wissen` });
    expect(early.statusCode).toBe(409);
    await fill(there.fg, notice, { uitkomst: 'granted' }, `${notice}/voorstel`);
    const own = await there.fg.send({ ...proposal, action: `${notice}/meekijken` });
    expect([own.statusCode, own.body]).toEqual([409, expect.stringContaining('Een ander kijkt mee')]);
    await fill(there.second, notice, {}, `${notice}/meekijken`);
    expect(await readable(south)).toBeGreaterThanOrEqual(3);
    expect((await fill(there.fg, notice, {}, `${notice}/wissen`)).statusCode).toBe(303);
    expect(await readable(south)).toBe(0);
    expect(await mainText(here.fg, at)).toContain('weet het, en antwoordde nog niet');
    expect((await fill(there.fg, notice, {}, `${notice}/beantwoorden`)).statusCode).toBe(303);
    expect(await mainText(here.fg, at)).toContain('heeft het ook gewist');
    const letter = await answer(at);
    for (const words of [south.name, 'heeft het ook gewist', 'Wie iets van u had']) expect(letter).toContain(words);
  });

  it('is kept by who has a ground of its own, which the other side and she can read', STORY, async () => {
    const { path } = await shared('accepted');
    const at = await erase(path);
    const notice = await noticed();
    const bare = await fill(there.fg, notice, { uitkomst: 'refused' }, `${notice}/voorstel`);
    expect([bare.statusCode, documentOf(bare).getElementById('veld-uitkomst-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Kies waarom'),
    ]);
    // a ground of a person's own request is none of these
    const other = await there.fg.form(notice, `${notice}/voorstel`);
    const wrong = await there.fg.send({
      ...other,
      fields: { ...other.fields, uitkomst: 'refused', gronden: 'investigation' },
    });
    expect(wrong.statusCode).toBe(409);
    await fill(there.fg, notice, { uitkomst: 'refused', gronden: 'own' }, `${notice}/voorstel`);
    await fill(there.second, notice, {}, `${notice}/meekijken`);
    await fill(there.fg, notice, {}, `${notice}/beantwoorden`);
    expect(await readable(south)).toBeGreaterThanOrEqual(3);
    expect(await mainText(here.fg, at)).toContain('houdt het: Wij hebben een eigen grondslag');
    expect(await answer(at)).toContain('houdt het: Wij hebben een eigen grondslag');
    const late = await there.fg.send({ ...other, fields: { ...other.fields, _sleutel: newId(), uitkomst: 'granted' } });
    expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('al beantwoord')]);
  });

  it('is taken back from who had not answered, and nobody there is asked anything', STORY, async () => {
    const { path } = await shared('taken in');
    const at = await erase(path);
    expect(await readable(south)).toBe(0);
    await regions.due();
    expect(await mainText(there.fg, '/overzicht')).not.toContain('Elders is iets gewist');
    expect(await mainText(here.fg, at)).toContain('niets met een andere organisatie gedeeld');
  });

  it('answers that nothing is left when it was erased there before', STORY, async () => {
    const { path } = await shared('accepted');
    const at = await erase(path);
    const notice = await noticed();
    await fill(there.fg, notice, { uitkomst: 'granted' }, `${notice}/voorstel`);
    await fill(there.second, notice, {}, `${notice}/meekijken`);
    // meanwhile it went by its term: what two people agreed to is not there any more
    await sql`update retention.record set erased_at = now() where tenant_id = ${south.id}`.execute(database.admin);
    await sql`delete from care.case_event where tenant_id = ${south.id}`.execute(database.admin);
    for (const table of ['care.case_consent', 'care.safety', 'care.case_clock', 'care.case_file'])
      await sql`delete from ${sql.table(table)} where tenant_id = ${south.id}`.execute(database.admin);
    const gone = await fill(there.fg, notice, {}, `${notice}/wissen`);
    expect([gone.statusCode, gone.body]).toEqual([409, expect.stringContaining('Zoek opnieuw')]);
    await fill(there.fg, notice, {}, `${notice}/zoeken`);
    expect(await mainText(there.fg, notice)).toContain('U hebt er niets meer van');
    await fill(there.fg, notice, { uitkomst: 'granted' }, `${notice}/voorstel`);
    await fill(there.second, notice, {}, `${notice}/meekijken`);
    await fill(there.fg, notice, {}, `${notice}/beantwoorden`);
    expect(await mainText(here.fg, at)).toContain('had er niets meer van');
  });

  it('asks nothing on the word of who did not share it', STORY, async () => {
    await shared('accepted');
    const { id: messageId } = await database.admin
      .selectFrom('exchange.message')
      .select('id')
      .where('tenant_id', '=', south.id)
      .where('kind', '=', 'zorgverwijzing')
      .executeTakeFirstOrThrow();
    const stranger = await careOrganisation(database);
    const vault = createVault(database.kysely, TEST_KEYS);
    const keys = await vault.keysFor(stranger.id);
    const sent = await enter(database.kysely, { door: 'own', tenantId: stranger.id }, async (tx, time) => {
      lendKeys(tx, keys);
      const content = Buffer.from('{}');
      const notice = { id: newId(), receiverId: south.id, kind: ERASED_ELSEWHERE.kind, basis: 'proef', content };
      return deliverMessage(tx, { ...notice, aboutId: messageId }, time);
    });
    vault.close();
    // a law orders it: no agreement stands in its way, and none is offered
    expect(sent).toEqual({ ok: true, value: { wasSentBefore: false } });
    const officer = await app.visitor(await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)));
    const offered = await mainText(officer, '/samenwerken/afspraken/nieuw');
    expect([offered.includes('erwijzing'), offered.includes(ERASED_ELSEWHERE.label)]).toEqual([true, false]);
    await regions.due();
    expect(await mainText(there.fg, '/overzicht')).not.toContain('Elders is iets gewist');
    expect(await mainText(there.fg, PAGE)).toContain('Er zijn geen verzoeken');
  });

  it('is for the officers of the house it came to, and for nobody else', STORY, async () => {
    const { path } = await shared('accepted');
    await erase(path);
    const notice = await noticed();
    const elsewhere = await careOrganisation(database);
    expect((await (await app.visitor(await anActor(database, 'fg', elsewhere))).get(notice)).statusCode).toBe(404);
    expect((await here.fg.get(notice)).statusCode).toBe(404);
    expect((await regions.receiver.get(notice)).statusCode).toBe(403);
  });
});

describe('a registration that was erased on request', () => {
  it('goes with its name, its questions and its answers at both ends', STORY, async () => {
    const database = await createDatabase();
    const app = await testApp(database);
    const register = await aRegister(database);
    const reporter = await aReporter(database, register);
    const registrar = await app.visitor(await anActor(database, 'comensha-registratie', register));
    const counsellor = await app.visitor(await anActor(database, 'aanmelder', reporter));
    const [here, there] = [await officersOf(database, app, reporter), await officersOf(database, app, register)];
    const [list, asked] = ['/registraties/werkvoorraad', '/registraties/vragen'];
    const person = { aanmelder: 'AMBUL', naam: 'Fatima Fictief', geboortedatum: '12-3-2001', leeftijd: '23-30' };
    const own = String((await fill(counsellor, '/registraties/nieuw/by-name', person)).headers.location);
    const consent = { gegevenDoor: 'person', hoe: 'written', gegevenOp: '1-11-2026', taal: 'nl' };
    await fill(counsellor, `${own}/toestemming`, consent);
    await fill(counsellor, own, {}, `${own}/versturen`);
    await fill(registrar, list, {}, `${list}/ontvangen`);
    const { code } = await database.admin
      .selectFrom('registration.record')
      .select('code')
      .where('tenant_id', '=', register.id)
      .executeTakeFirstOrThrow();
    const record = `/registraties/register/${code}`;
    await fill(registrar, record, { bij: code, onderdelen: 'gender', toelichting: '' }, `${record}/vragen`);
    await fill(counsellor, asked, {}, `${asked}/ontvangen`);
    await fill(counsellor, `${own}/vraag`, { geslacht: 'woman' });
    await fill(registrar, list, {}, `${list}/ontvangen`);

    /** Everything about her that could still be opened in a house. */
    const readable = async ({ id }: TestOrganisation) => {
      const { rows } = await sql<{ messages: number; keys: number; questions: number }>`select
        (select count(*) from vault.message_key k join exchange.message m on m.tenant_id = k.tenant_id and m.id = k.message_id
         and m.box = k.box where k.tenant_id = ${id} and m.kind not in ('elders-gewist'))::int as messages,
        (select count(*) from vault.dossier_key where tenant_id = ${id} and destroyed_at is null)::int as keys,
        (select count(*) from registration.question where tenant_id = ${id})::int as questions`.execute(database.admin);
      return rows[0]!;
    };
    const whole = { messages: 3, keys: 1, questions: 1 };
    expect([await readable(reporter), await readable(register)]).toEqual([whole, whole]);
    const at = await eraseFor(here, own);
    const nothing = { messages: 0, keys: 0, questions: 0 };
    expect(await readable(reporter)).toEqual(nothing);
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    const notice = await noticeAt(there.fg);
    await fill(there.fg, notice, { uitkomst: 'granted' }, `${notice}/voorstel`);
    await fill(there.second, notice, {}, `${notice}/meekijken`);
    expect((await fill(there.fg, notice, {}, `${notice}/wissen`)).statusCode).toBe(303);
    expect(await readable(register)).toEqual(nothing);
    await fill(there.fg, notice, {}, `${notice}/beantwoorden`);
    expect(await mainText(here.fg, at)).toContain('heeft het ook gewist');
    await app.server.close();
    await database.close();
  });
});
