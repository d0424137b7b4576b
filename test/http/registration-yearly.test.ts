import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { NOTHING_KNOWN, type RegistrationContent } from '../../src/features/registration/domain/registration.ts';
import { keepDelivery } from '../../src/features/registration/use-cases/take-in.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { readDelimited } from '../../src/platform/spreadsheets/read-delimited.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister } from '../support/a-registration.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/registraties/jaarlevering';
const LONG = { timeout: 60_000 };
const CANARIES = ['Kanarie Fictief', '1999-02-03', 'KNRE-2345', 'Kanarieorganisatie'];

describe('the yearly delivery to the National Rapporteur', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));

  /** Persons as reporters reported them in a year, with a name that may never go along. */
  async function reported(
    register: TestOrganisation,
    many: number,
    content: Partial<RegistrationContent>,
    on = '2024-05-06',
  ) {
    const actor = await anActor(database, 'comensha-registratie', register);
    const keys = await createVault(database.kysely, TEST_KEYS).keysFor(register.id);
    const sender = await anOrganisation(database, 'aanmelder');
    const entry = { door: 'own', tenantId: register.id, personId: actor.personId } as const;
    await enter(database.kysely, entry, async (tx) => {
      lendKeys(tx, keys);
      const time = { now: new Date(`${on}T12:00:00Z`), today: day(on) };
      for (let nth = 0; nth < many; nth++) {
        const person = { name: 'Kanarie Fictief', birthDate: '1999-02-03' as never };
        const says = {
          code: nth === 0 ? 'KNRE-2345' : newRandomId().slice(0, 8),
          ...({ route: 'must', reporterType: 'POL', region: 'amsterdam', person, joins: undefined } as const),
          content: { ...NOTHING_KNOWN, ...content },
        };
        await keepDelivery(tx, actor, { id: newRandomId(), senderId: sender.id, says }, time);
      }
    });
  }
  async function aWorld() {
    const register = await aRegister(database);
    await reported(register, 14, {
      forms: ['sexual-exploitation'],
      gender: 'woman',
      ageGroup: '18-22',
      nationalities: ['NL'],
    });
    await reported(register, 12, {
      forms: ['labour-exploitation'],
      gender: 'man',
      ageGroup: '23-30',
      nationalities: ['RO'],
    });
    await reported(register, 1, { forms: ['criminal-exploitation'], ageGroup: '12-15', nationalities: ['VN'] });
    const [one, other] = [
      await visitorAs('comensha-registratie', register),
      await visitorAs('comensha-registratie', register),
    ];
    return { register, one, other };
  }
  async function prepare(by: Visitor, jaar = '2024', reden = '') {
    const form = await by.form(PATH, PATH);
    return by.send({ ...form, fields: { ...form.fields, jaar, reden } });
  }
  const prepared = async (by: Visitor, reden = '') => {
    const answer = await prepare(by, '2024', reden);
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location);
  };
  async function ask(by: Visitor, path: string) {
    const form = await by.form(path, `${path}/vragen`);
    return by.send({ ...form, fields: { ...form.fields, reden: 'De levering voor het jaarbeeld.' } });
  }
  async function approvalOf(path: string) {
    const { id } = await database.admin
      .selectFrom('approvals.request')
      .select('id')
      .where('subject_id', '=', path.split('/').at(-1)!)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    return `/goedkeuringen/${id}`;
  }
  const agree = async (by: Visitor, approval: string) => {
    const form = await by.form(approval, `${approval}/besluit`);
    return by.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
  };
  const textOf = async (by: Visitor, path: string) => (await by.page(path)).querySelector('main')?.textContent ?? '';
  const errorIn = (answer: Awaited<ReturnType<typeof prepare>>, field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';

  it('is made by one and agreed with by another, and names nobody', LONG, async () => {
    const { register, one, other } = await aWorld();
    const path = await prepared(one);
    const csv = await one.get(`${path}.csv`);
    const [head, ...rows] = readDelimited(csv.body);
    expect(head).toEqual(expect.arrayContaining(['jaar', 'vorm', 'nationaliteit', 'mensen']));
    const people = rows.map((row) => Number(row[head!.indexOf('mensen')]));
    expect([Math.min(...people) >= 10, people.reduce((sum, many) => sum + many, 0)]).toEqual([true, 27]);
    // who is alone in a form or a country is told with others
    expect(csv.body).not.toMatch(/Criminele|Vietnam|12 tot/);
    const page = (await one.get(path)).body;
    for (const secret of [...CANARIES, '2024-05-06'])
      for (const text of [csv.body, page]) expect(text).not.toContain(secret);

    expect((await ask(one, path)).statusCode).toBe(303);
    expect(await textOf(one, path)).toContain('Wacht op een tweede registrator');
    const approval = await approvalOf(path);
    expect((await one.page(approval)).querySelector(`form[action="${approval}/besluit"]`)).toBeNull();
    const shown = await textOf(other, approval);
    for (const part of [path, '27 mensen', 'ten minste 10']) expect(shown).toContain(part);
    expect(await (await other.get(`${path}.csv`)).body).toBe(csv.body);
    expect((await agree(other, approval)).statusCode).toBe(303);
    expect(await textOf(one, path)).toContain('Zij verandert niet meer');
    expect(await textOf(one, PATH)).toMatch(/2024, eerste levering.*vastgesteld/);

    const opened = await database.admin
      .selectFrom('audit.processing')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('tenant_id', '=', register.id)
      .where('name', '=', 'registration.prepare-yearly')
      .executeTakeFirstOrThrow();
    expect(Number(opened.rows)).toBe(27);
  });

  it('that was delivered is recognised; another about the same year is a correction and says why', LONG, async () => {
    const { register, one, other } = await aWorld();
    const path = await prepared(one);
    await ask(one, path);
    await agree(other, await approvalOf(path));
    const again = await prepare(other);
    expect([again.statusCode, errorIn(again, 'jaar')]).toEqual([409, expect.stringContaining('al geleverd')]);
    expect(documentOf(again).querySelector(`.utrecht-alert a[href="${path}"]`)).not.toBeNull();

    await reported(register, 3, { forms: ['labour-exploitation'] });
    const unexplained = await prepare(one);
    expect([unexplained.statusCode, errorIn(unexplained, 'reden')]).toEqual([
      409,
      expect.stringContaining('correctie'),
    ]);
    const corrected = await prepared(one, 'Drie aanmeldingen kwamen later binnen.');
    expect(await textOf(one, corrected)).toContain('correctie (levering 2 over dit jaar)');
    await ask(one, corrected);
    expect((await agree(other, await approvalOf(corrected))).statusCode).toBe(303);
    expect(await textOf(one, PATH)).toMatch(/2024, correctie/);
    expect(await textOf(one, path)).toContain('Zij verandert niet meer');
  });

  it('is not agreed with when something of it changed, and can then be made anew', LONG, async () => {
    const { register, one, other } = await aWorld();
    const path = await prepared(one);
    await ask(one, path);
    const approval = await approvalOf(path);
    await database.admin
      .updateTable('registration.delivery')
      .set({ content: null, withdrawn_on: day('2026-01-05') })
      .where('tenant_id', '=', register.id)
      .where('reporter_code', '=', 'KNRE-2345')
      .execute();
    expect((await agree(other, approval)).statusCode).toBe(409);
    expect(await textOf(one, path)).not.toContain('Zij verandert niet meer');
    const anew = await prepared(one);
    expect(anew).not.toBe(path);
    // three were told with this code, each by another organisation
    expect(await textOf(one, anew)).toMatch(/Weggelaten: 3 mensen/);
    await ask(one, anew);
    expect((await agree(other, await approvalOf(anew))).statusCode).toBe(303);
  });

  it('is one when it is made twice at once, and agreed with once when two agree at once', LONG, async () => {
    const { register, one, other } = await aWorld();
    const made = await Promise.all([prepare(one), prepare(other)]);
    expect(made.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const path = String(made[0].headers.location);
    expect(made[1].headers.location).toBe(path);
    await ask(one, path);
    const approval = await approvalOf(path);
    const third = await visitorAs('comensha-registratie', register);
    const answers = await Promise.all([agree(other, approval), agree(third, approval)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
  });

  it('says beside the field what cannot be', LONG, async () => {
    const { register, one } = await aWorld();
    const empty = await prepare(one, '');
    expect([empty.statusCode, errorIn(empty, 'jaar')]).toEqual([400, expect.stringContaining('Kies een jaar')]);
    const running = await prepare(one, '2098');
    expect([running.statusCode, errorIn(running, 'jaar')]).toEqual([409, expect.stringContaining('nog niet voorbij')]);
    await reported(register, 9, {}, '2023-05-06');
    const few = await prepare(one, '2023');
    expect([few.statusCode, errorIn(few, 'jaar')]).toEqual([409, expect.stringContaining('minder dan 10')]);
    const path = await prepared(one);
    const form = await one.form(path, `${path}/vragen`);
    const wordless = await one.send({ ...form, fields: { ...form.fields, reden: 'x' } });
    expect([wordless.statusCode, errorIn(wordless, 'reden')]).toEqual([400, expect.stringContaining('tien tekens')]);
  });

  it('goes to the office of the Rapporteur as a message, once, and its receipt stands with it', LONG, async () => {
    const { register, one, other } = await aWorld();
    const office = await anOrganisation(database, 'rapporteur');
    const path = await prepared(one);
    await ask(one, path);
    await agree(other, await approvalOf(path));
    expect(await textOf(one, path)).toContain('nog geen afspraak');
    const early = await one.form(path, `${path}/versturen`).catch(() => undefined);
    expect(early).toBeUndefined();
    await createVault(database.kysely, TEST_KEYS).keysFor(office.id);
    await database.admin
      .insertInto('exchange.agreement')
      .values(
        [
          [register.id, office.id],
          [office.id, register.id],
        ].map(([tenant, counterpart]) => ({
          ...{ tenant_id: tenant!, id: newRandomId(), counterpart_id: counterpart!, kind: 'jaarlevering' },
          ...{ basis: 'voorbeeldafspraak', valid_from: day('2020-01-01'), valid_until: day('2099-01-01') },
        })),
      )
      .execute();
    const analyst = await visitorAs('analist', office);
    expect(await textOf(analyst, '/jaarleveringen')).toContain('Er is nog niets ontvangen');
    // two at once are one message
    const [form, again] = [await one.form(path, `${path}/versturen`), await other.form(path, `${path}/versturen`)];
    const sent = await Promise.all([one.send(form), other.send(again)]);
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await textOf(one, path)).toMatch(/Ontvangen op\s*nog niet/);
    await runEverythingDue(database.kysely, 'demo', { wait: true, vault: createVault(database.kysely, TEST_KEYS) });
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'path'])
      .where('tenant_id', '=', office.id)
      .execute();
    expect(told).toEqual([{ kind: 'registration.yearly-arrived', path: '/jaarleveringen' }]);
    expect((await analyst.get(`/jaarleveringen.csv?levering=${path.split('/').at(-1)}`)).statusCode).toBe(404);
    const receiving = await analyst.form('/jaarleveringen', '/jaarleveringen/ontvangen');
    expect((await analyst.send(receiving)).statusCode).toBe(303);
    const link = (await analyst.page('/jaarleveringen')).querySelector('main tbody a')!.getAttribute('href')!;
    expect((await analyst.get(link)).body).toBe((await one.get(`${path}.csv`)).body);
    expect(await textOf(one, path)).not.toMatch(/Ontvangen op\s*nog niet/);
    expect(await textOf(one, path)).toContain('Ontvangen op');
    const log = (await one.page(PATH)).querySelector('tbody tr td[data-label="Ontvangen op"] time');
    expect(log).not.toBeNull();
    const elsewhere = await visitorAs('analist', await anOrganisation(database, 'rapporteur'));
    expect((await elsewhere.get(link)).statusCode).toBe(404);
    for (const role of ['comensha-registratie', 'beheerder'] as const)
      expect((await (await visitorAs(role, register)).get('/jaarleveringen')).statusCode).toBe(403);
  });

  it('begins empty, and is there for nobody else', LONG, async () => {
    const { register, one } = await aWorld();
    const path = await prepared(one);
    const elsewhere = await visitorAs('comensha-registratie', await aRegister(database));
    expect(await textOf(elsewhere, PATH)).toContain('Er is nog niets samengesteld');
    for (const each of [path, `${path}.csv`]) expect((await elsewhere.get(each)).statusCode).toBe(404);
    for (const role of ['comensha-plaatsing', 'comensha-adviseur', 'analist', 'beheerder', 'fg'] as const) {
      const colleague = await visitorAs(role, register);
      for (const each of [PATH, path, `${path}.csv`])
        expect([role, (await colleague.get(each)).statusCode]).toEqual([role, 403]);
    }
  });
});
