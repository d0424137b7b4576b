import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const OWN = '/registraties';
const LIST = '/registraties/werkvoorraad';
const QUESTIONS = '/registraties/vragen';
const STORY = { timeout: 60_000 };
type Fields = Readonly<Record<string, string>>;

describe('questions of the register about a registration', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let reporter: TestOrganisation;
  let registrar: Visitor;
  let counsellor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    register = await aRegister(database);
    reporter = await aReporter(database, register);
    registrar = await visitorAs('comensha-registratie', register);
    counsellor = await visitorAs('aanmelder', reporter);
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const main = (page: Document) => page.querySelector('main')?.textContent ?? '';
  const textOf = async (visitor: Visitor, path: string) => main(await visitor.page(path));
  async function fill(visitor: Visitor, path: string, fields: Fields = {}, action?: string) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  /** A registration that is counted. @returns its address at the reporter, and that of the record */
  async function counted(fields: Fields = {}): Promise<readonly [string, string]> {
    const drafted = await fill(counsellor, `${OWN}/nieuw/nameless`, { aanmelder: 'AMBUL', ...fields });
    const own = String(drafted.headers.location);
    await fill(counsellor, own, {}, `${own}/versturen`);
    await fill(registrar, LIST, {}, `${LIST}/ontvangen`);
    const row = await database.admin
      .selectFrom('registration.delivery as d')
      .innerJoin('registration.record as r', 'r.id', 'd.record_id')
      .select('r.code')
      .where('d.reporter_code', '=', own.split('/').at(-1)!)
      .executeTakeFirstOrThrow();
    return [own, `${OWN}/register/${row.code}`];
  }
  const ask = (record: string, fields: Fields = {}) =>
    fill(
      registrar,
      record,
      { bij: record.split('/').at(-1)!, onderdelen: 'gender', toelichting: '', ...fields },
      `${record}/vragen`,
    );
  const due = () => runEverythingDue(database.kysely, 'demo', { wait: true });

  it('go by exchange, are due work of who registered, and the answer stands in the record', STORY, async () => {
    const [own, record] = await counted({ leeftijd: '31-40' });
    expect((await ask(record, { toelichting: 'was dit in een kas?' })).headers.location).toBe(record);
    expect(await textOf(registrar, record)).toContain('Nog geen antwoord');
    const colleague = await visitorAs('aanmelder', reporter);
    await due();
    expect(await textOf(colleague, '/overzicht')).toContain('CoMensha heeft een vraag');
    // a colleague may take it in; only who registered reads it and has it as work
    expect((await fill(colleague, QUESTIONS, {}, `${QUESTIONS}/ontvangen`)).headers.location).toBe(QUESTIONS);
    expect(await textOf(colleague, QUESTIONS)).toContain('Er wacht geen vraag op u');
    expect((await colleague.get(`${own}/vraag`)).statusCode).toBe(404);
    await due();
    expect(await textOf(counsellor, '/overzicht')).toContain('Beantwoord een vraag van CoMensha');
    const page = await counsellor.page(`${own}/vraag`);
    expect(main(page)).toContain('was dit in een kas?');
    expect(page.querySelector('input[name="geslacht"]')).not.toBeNull();
    // what was not asked, is not asked
    expect(page.querySelector('input[name="leeftijd"]')).toBeNull();

    const form = await counsellor.form(`${own}/vraag`);
    const answer = { ...form, fields: { ...form.fields, geslacht: 'man' } };
    for (const _ of [1, 2]) expect((await counsellor.send(answer)).headers.location).toBe(`${own}/vraag`);
    expect(await textOf(counsellor, `${own}/vraag`)).toContain('geslacht: Man');
    await due();
    expect(await textOf(registrar, '/overzicht')).toContain('antwoord op een vraag');
    await fill(registrar, LIST, {}, `${LIST}/ontvangen`);
    const shown = await textOf(registrar, record);
    expect(shown).toContain('geslacht: Man');
    expect(shown).toContain('31 tot en met 40 jaar');
    const row = await database.admin
      .selectFrom('registration.delivery')
      .select('unknown_parts')
      .where('reporter_code', '=', own.split('/').at(-1)!)
      .executeTakeFirstOrThrow();
    expect(row.unknown_parts).not.toContain('gender');
    expect(await textOf(counsellor, '/overzicht')).not.toContain('Beantwoord een vraag van CoMensha');
  });

  it('wait one at a time, and say beside the field what is wrong', STORY, async () => {
    const [, record] = await counted();
    const refused = async (fields: Fields) => main(documentOf(await ask(record, fields)));
    expect(await refused({ onderdelen: '' })).toContain('Kies wat u wilt weten');
    expect(await refused({ toelichting: 'bel 06 12345678' })).toContain('Haal dat weg');
    expect(await refused({ toelichting: 'zij heet Fatima' })).toContain('lijkt een naam');
    expect((await ask(record)).statusCode).toBe(303);
    expect(await refused({})).toContain('wacht al een vraag');
  });

  it('are not answered any more once the consent was withdrawn, and nothing of them is read', STORY, async () => {
    const drafted = await fill(counsellor, `${OWN}/nieuw/by-name`, {
      aanmelder: 'AMBUL',
      naam: 'Fatima Fictief',
      geboortedatum: '12-3-2001',
      leeftijd: '23-30',
    });
    const own = String(drafted.headers.location);
    const consent = { gegevenDoor: 'person', hoe: 'written', gegevenOp: '1-11-2026', taal: 'nl' };
    await fill(counsellor, `${own}/toestemming`, consent);
    await fill(counsellor, own, {}, `${own}/versturen`);
    await fill(registrar, LIST, {}, `${LIST}/ontvangen`);
    const { code } = await database.admin
      .selectFrom('registration.delivery as d')
      .innerJoin('registration.record as r', 'r.id', 'd.record_id')
      .select('r.code')
      .where('d.reporter_code', '=', own.split('/').at(-1)!)
      .executeTakeFirstOrThrow();
    const record = `${OWN}/register/${code}`;
    expect((await ask(record)).statusCode).toBe(303);
    await fill(counsellor, QUESTIONS, {}, `${QUESTIONS}/ontvangen`);
    const ready = await counsellor.form(`${own}/vraag`);
    expect((await fill(counsellor, own, {}, `${own}/intrekken`)).headers.location).toBe(own);
    const late = await counsellor.send({ ...ready, fields: { ...ready.fields, geslacht: 'woman' } });
    expect(late.statusCode).toBe(409);
    expect(main(documentOf(late))).toContain('Er is niets verstuurd');
    expect(await textOf(registrar, record)).not.toContain('Nog geen antwoord');
    const again = await registrar.page(record);
    expect(again.querySelector(`select[name="bij"] option[value="${code}"]`)).toBeNull();
  });

  it('are not answered, and not asked, about what nobody has', STORY, async () => {
    const [own] = await counted();
    const form = await counsellor.form(`${own}`, `${own}/versturen`).catch(() => undefined);
    expect(form).toBeUndefined();
    expect(await textOf(counsellor, `${own}/vraag`)).toContain('Er wacht nu geen vraag');
    const late = await counsellor.post(`${own}/vraag`, {
      ...(await counsellor.form('/sessies', '/uitloggen')).fields,
      _sleutel: crypto.randomUUID(),
      geslacht: 'man',
    });
    expect(late.statusCode).toBe(409);
  });
});
