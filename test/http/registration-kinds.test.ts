import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import type { GrantableKind } from '../../src/features/registration/domain/reporter-roles.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter, grantKinds } from '../support/a-registration.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';
import { bearerFor } from '../support/token.ts';

const OWN = '/registraties';
const KINDS = '/registraties/soorten';
const BULK = '/registraties/inlezen';
const GUIDE = '/registraties/mag-ik-aanmelden';
const NOT_SO = 'Zo kan uw organisatie niet aanmelden';
const REASON = 'Akte van aansluiting van 1 november 2026';
const STORY = { timeout: 60_000 };

describe('as what an organisation reports', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let registrar: Visitor;
  let second: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    register = await aRegister(database);
    registrar = await visitorAs('comensha-registratie', register);
    second = await visitorAs('comensha-registratie', register);
  });

  async function visitorAs(role: Role, organisation: TestOrganisation) {
    return app.visitor(await anActor(database, role, organisation));
  }
  const withKinds = (...kinds: GrantableKind[]) => aReporter(database, register, 'aanmelder', kinds);
  const textOf = async (visitor: Visitor, path: string) =>
    ((await visitor.page(path)).querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ');
  async function fill(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, action?: string) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const errorAt = (answer: { body: string } & Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent?.trim();
  const grantedTo = async ({ id }: TestOrganisation) =>
    database.admin
      .selectFrom('registration.reporter_kind')
      .select(['kind', 'ended_at'])
      .where('organisation_id', '=', id)
      .orderBy('granted_at')
      .execute();
  const ask = (organisation: TestOrganisation, soort: string, by = registrar) =>
    fill(by, `${KINDS}/${organisation.code}`, { soort, reden: REASON }, `${KINDS}/${organisation.code}`);
  const requestOn = async (organisation: TestOrganisation) => {
    const page = await registrar.page(`${KINDS}/${organisation.code}`);
    return page.querySelector('main a[href^="/goedkeuringen/"]')!.getAttribute('href')!;
  };
  const agree = (path: string, by = second) => fill(by, path, { besluit: 'goedkeuren' }, `${path}/besluit`);
  const withdraw = (organisation: TestOrganisation, kind: string) => {
    const action = `${KINDS}/${organisation.code}/intrekken`;
    return fill(registrar, `${KINDS}/${organisation.code}`, { soort: kind }, action);
  };

  it(
    'gives an organisation with one kind no choice, and refuses another by a form that was made by hand',
    STORY,
    async () => {
      const youth = await visitorAs('aanmelder', await withKinds('JEUGD'));
      const routes = [...(await youth.page(`${OWN}/nieuw`)).querySelectorAll('main a')].map((a) =>
        a.getAttribute('href'),
      );
      expect(routes).toContain('/registraties/nieuw/nameless');
      expect(routes).not.toContain('/registraties/nieuw/must');
      const page = await youth.page(`${OWN}/nieuw/nameless`);
      expect(page.querySelector('[name=aanmelder]')).toBeNull();
      expect(page.querySelector('main')?.textContent).toContain('U meldt aan als: Jeugdhulp of jeugdbescherming');
      for (const route of ['nameless', 'by-name', 'must']) {
        const answer = await fill(youth, `${OWN}/nieuw/${route}`, { naam: 'Fatima Fictief', aanmelder: 'POL' });
        expect([answer.statusCode, errorAt(answer, 'aanmelder')]).toEqual([409, expect.stringContaining(NOT_SO)]);
      }
      const must = await fill(youth, `${OWN}/nieuw/must`, { naam: 'Fatima Fictief' });
      expect([must.statusCode, errorAt(must, 'aanmelder')]).toEqual([
        409,
        expect.stringContaining('Deze weg is voor politie'),
      ]);
      // nor by changing a draft
      const kept = String((await fill(youth, `${OWN}/nieuw/nameless`, {})).headers.location);
      const changed = await fill(youth, `${kept}/wijzigen`, { aanmelder: 'POL' });
      expect([changed.statusCode, errorAt(changed, 'aanmelder')]).toEqual([409, expect.stringContaining(NOT_SO)]);
      expect(await textOf(youth, kept)).toContain('Jeugdhulp of jeugdbescherming');
    },
  );

  it('refuses another kind in a row of a file, and takes the others', STORY, async () => {
    const organisation = await withKinds('JEUGD');
    const youth = await visitorAs('aanmelder', organisation);
    const form = await youth.form(BULK, BULK);
    const body = new FormData();
    for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
    const rows = [
      'Eigen nummer;Manier;Aanmelder;Naam',
      'r1;dienst;POL;Fatima Fictief',
      'r2;zonder naam;POL;',
      'r3;zonder naam;;',
      'r4;zonder naam;JEUGD;',
    ];
    body.append('bestand', new Blob([rows.join('\r\n')]), 'lijst.csv');
    const sent = new Response(body);
    const answer = await youth.request({
      method: 'POST',
      url: BULK,
      headers: { 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    const path = String(answer.headers.location);
    const lines = [...(await youth.page(path)).querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain(`Aanmelder: ${NOT_SO}`);
    // what was good when it was read and is not any more when it goes, does not go
    const start = await youth.form(path, `${path}/versturen`);
    expect((await youth.send({ ...start, fields: { ...start.fields, hoe: 'good' } })).statusCode).toBe(303);
    expect((await withdraw(organisation, 'JEUGD')).statusCode).toBe(303);
    await runEverythingDue(database.kysely, 'demo', { wait: true, vault: createVault(database.kysely, TEST_KEYS) });
    const { total } = await database.admin
      .selectFrom('registration.registration')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('tenant_id', '=', organisation.id)
      .executeTakeFirstOrThrow();
    expect(Number(total)).toBe(0);
  });

  it('refuses another kind from a system, with the field', STORY, async () => {
    const organisation = await withKinds('JEUGD');
    const token = await bearerFor(database, await anActor(database, 'aanmelder', organisation));
    const post = (aanmelder: string, weg = 'nameless') =>
      app.server.inject({
        method: 'POST',
        url: '/api/v1/registraties',
        headers: { 'x-forwarded-proto': 'https', authorization: `Bearer ${token}`, 'idempotency-key': newId() },
        payload: { weg, aanmelder, ...(weg === 'must' && { naam: 'Fatima Fictief' }) },
      });
    for (const weg of ['nameless', 'must']) {
      const refused = await post('POL', weg);
      expect([refused.statusCode, refused.json().errors[0].location.pointer]).toEqual([400, '/aanmelder']);
      expect(JSON.stringify(refused.json())).toContain(NOT_SO);
    }
    expect((await post('JEUGD')).statusCode).toBe(201);
  });

  it('is settled by two people: one asks, and cannot agree herself', STORY, async () => {
    const organisation = await aReporter(database, register, 'aanmelder', []);
    const police = await visitorAs('aanmelder', organisation);
    // until then as what never needs less than consent
    expect(await textOf(police, `${OWN}/soort`)).toContain('CoMensha legde nog niets vast');
    expect((await fill(police, `${OWN}/nieuw/must`, { naam: 'F. Fictief', aanmelder: 'POL' })).statusCode).toBe(409);
    expect((await fill(police, `${OWN}/nieuw/nameless`, {})).statusCode).toBe(303);

    expect((await ask(organisation, 'POL')).statusCode).toBe(303);
    const request = await requestOn(organisation);
    expect(await textOf(second, request)).toContain('Politie');
    expect(await grantedTo(organisation)).toEqual([]);
    // who asked sees no form to decide with, and one made by hand is refused
    const own = await registrar.page(request);
    expect(own.querySelector('form[action$="/besluit"]')).toBeNull();
    const theirs = await second.form(request, `${request}/besluit`);
    const asker = await registrar.form(`${KINDS}/${organisation.code}`);
    const fields = { ...asker.fields, besluit: 'goedkeuren', gezien: theirs.fields.gezien! };
    expect((await registrar.send({ action: theirs.action, fields })).statusCode).toBe(409);
    expect(await grantedTo(organisation)).toEqual([]);
    const twice = await registrar.form(`${KINDS}/${organisation.code}`, `${KINDS}/${organisation.code}`);
    const again = await registrar.send({ ...twice, fields: { ...twice.fields, soort: 'POL', reden: REASON } });
    expect([again.statusCode, errorAt(again, 'soort')]).toEqual([409, expect.stringContaining('al gevraagd')]);

    expect((await agree(request)).statusCode).toBe(303);
    expect(await grantedTo(organisation)).toEqual([{ kind: 'POL', ended_at: null }]);
    expect(await textOf(police, `${OWN}/soort`)).toContain('Twee mensen van CoMensha legden dit vast');
    expect((await fill(police, `${OWN}/nieuw/must`, { naam: 'F. Fictief' })).statusCode).toBe(303);
    expect(await textOf(registrar, KINDS)).toContain(organisation.name);
  });

  it('is not what another organisation, or she herself, writes down', STORY, async () => {
    const organisation = await aReporter(database, register, 'aanmelder', []);
    for (const writer of [organisation, await anOrganisation(database, 'gemeente')])
      await grantKinds(database, writer, organisation, ['POL']);
    const visitor = await visitorAs('aanmelder', organisation);
    const answer = await fill(visitor, `${OWN}/nieuw/must`, { naam: 'F. Fictief', aanmelder: 'POL' });
    expect([answer.statusCode, errorAt(answer, 'aanmelder')]).toEqual([409, expect.stringContaining(NOT_SO)]);
  });

  it(
    'ends at once: what is written and what is already a draft does not go, and the days stay known',
    STORY,
    async () => {
      const organisation = await withKinds('POL', 'GEM');
      const police = await visitorAs('aanmelder', organisation);
      const draft = String(
        (await fill(police, `${OWN}/nieuw/must`, { naam: 'F. Fictief', aanmelder: 'POL' })).headers.location,
      );
      expect((await withdraw(organisation, 'POL')).statusCode).toBe(303);
      const sent = await fill(police, draft, {}, `${draft}/versturen`);
      expect(sent.statusCode).toBe(409);
      expect(documentOf(sent).querySelector('main')?.textContent).toContain(NOT_SO);
      const kept = await fill(police, `${OWN}/nieuw/must`, { naam: 'F. Fictief', aanmelder: 'POL' });
      expect([kept.statusCode, errorAt(kept, 'aanmelder')]).toEqual([409, expect.stringContaining(NOT_SO)]);
      expect(await grantedTo(organisation)).toEqual(
        expect.arrayContaining([
          { kind: 'POL', ended_at: expect.any(Date) },
          { kind: 'GEM', ended_at: null },
        ]),
      );
      const page = await registrar.page(`${KINDS}/${organisation.code}`);
      const row = [...page.querySelectorAll('tbody tr')].find((each) => each.textContent?.includes('Politie'));
      expect(row?.querySelectorAll('time')).toHaveLength(2);
      // taken away twice is told, and asks nothing of anybody
      const form = await registrar.form(`${KINDS}/${organisation.code}`, `${KINDS}/${organisation.code}/intrekken`);
      const twice = await registrar.send({ ...form, fields: { ...form.fields, soort: 'POL' } });
      expect(twice.statusCode).toBe(409);
    },
  );

  it('leaves nobody at a dead end: without any kind she is told whom to call', STORY, async () => {
    const organisation = await withKinds('AMBUL');
    await withdraw(organisation, 'AMBUL');
    const visitor = await visitorAs('aanmelder', organisation);
    const start = await visitor.page(`${OWN}/nieuw`);
    expect(start.querySelector('main')?.textContent).toContain('Bel CoMensha');
    expect((await fill(visitor, `${OWN}/nieuw/nameless`, { aanmelder: 'AMBUL' })).statusCode).toBe(409);
  });

  it(
    'decides what «Mag ik aanmelden?» asks: about her own organisation, and about every kind for who does not report',
    STORY,
    async () => {
      const youth = await visitorAs('aanmelder', await withKinds('JEUGD'));
      const page = await youth.page(GUIDE);
      expect(page.querySelector('select[name=aanmelder]')).toBeNull();
      const answers = { leeftijd: '18-or-older', overziet: 'yes', toestemming: 'not-asked', doel: 'registration' };
      expect(documentOf(await fill(youth, GUIDE, answers)).querySelector('h1')?.textContent).toBe(
        'Aanmelden zonder naam',
      );
      const asPolice = await fill(youth, GUIDE, { ...answers, aanmelder: 'POL' });
      expect([asPolice.statusCode, errorAt(asPolice, 'aanmelder')]).toEqual([400, expect.stringContaining(NOT_SO)]);
      const municipality = await anOrganisation(database);
      await openGate(database, municipality.id, 'registration');
      const employee = await visitorAs('medewerker', municipality);
      const choices = (await employee.page(GUIDE)).querySelectorAll('select[name=aanmelder] option');
      expect(choices).toHaveLength(11);
    },
  );
});
