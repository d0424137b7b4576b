import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { processingActivity } from '../../src/app/processing-activities.ts';
import { KIT } from '../../src/features/privacy/use-cases/kit.ts';
import { RouteDeclarationError } from '../../src/platform/http/route-config.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { ok } from '../../src/shared-kernel/result.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PAGE = '/privacyloket/startpoort';
const RECORD = `${PAGE}/vastleggen`;
const FIVE = ['dpia', 'fg-advice', 'processing-agreement', 'register-entry', 'archive-category'] as const;

/** What happens after the gate let a request by, and before its deed: the trial route waits for it. */
const betweenGateAndDeed: (() => Promise<unknown>)[] = [];

describe('the start gate', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let officer: Actor;
  let fg: Visitor;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    // what a feature with a gate looks like: one route makes new records, one goes on with what runs
    app = await testApp(database, 'demo', {
      extend: (server, edge) => {
        const own = { access: ['aandachtsfunctionaris'], purpose: 'VA-02', data: ['D2'] } as const;
        server.get('/proef/nieuw', { config: { ...own, gate: 'signals' } }, async (request, reply) => {
          const csrf = edge.frame(request).csrf;
          return reply
            .type('text/html')
            .send(`<form method="post" action="/proef/nieuw"><input name="_csrf" value="${csrf}"></form>`);
        });
        for (const [path, gate] of [
          ['/proef/nieuw', 'signals'],
          ['/proef/lopend', undefined],
        ] as const)
          server.post(
            path,
            { config: { ...own, action: 'proef.write', ...(gate && { gate }) } },
            async (request, reply) => {
              for (const happens of betweenGateAndDeed.splice(0)) await happens();
              await edge.command(
                request,
                reply,
                () => path,
                async () => ok({ subject: { kind: 'proef.thing', id: newId() } }),
              );
              return reply.redirect(path, 303);
            },
          );
      },
    });
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    fg = await visitorAs('fg');
  });

  const visitorAs = async (role: Role) => app.visitor(await anActor(database, role, here));
  const good = (vinkje: string): Record<string, string> => ({
    vinkje,
    onderdelen: 'signals',
    door: 'Noor Fictief, FG',
    datum: '1-11-2026',
    bewijs: `Voorbeeldstuk ${vinkje}`,
    categorie: vinkje === 'archive-category' ? 'Voorbeeldcategorie' : '',
    geldigTot: '1-11-2028',
  });
  async function record(fields: Record<string, string>, by = fg) {
    const form = await by.form(RECORD);
    return by.send({ action: RECORD, fields: { ...form.fields, ...fields } });
  }
  const recordAll = async () => {
    for (const kind of FIVE) expect((await record(good(kind))).headers.location, kind).toBe(`${PAGE}?vastgelegd`);
  };
  const use = async (path: string) => {
    const visitor = await app.visitor(officer);
    return visitor.post(path, { _csrf: await csrfOf(visitor) });
  };
  const openNew = async () => (await app.visitor(officer)).get('/proef/nieuw');
  const deeds = async () =>
    (
      await database.admin
        .selectFrom('audit.decision')
        .select(['action', 'outcome', 'code'])
        .where('tenant_id', '=', here.id)
        .where('person_id', '=', officer.personId)
        .execute()
    ).map(({ action, outcome, code }) => [action, outcome, code]);

  it('keeps new records out until everything is settled, with a page that says what is needed and who does it', async () => {
    const closed = await openNew();
    expect(closed.statusCode).toBe(409);
    const page = documentOf(closed);
    expect(page.querySelector('h1')?.textContent).toBe('Signalen staat nog niet aan');
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/DPIA.*Nog niet geregeld.*privacy officer/);
    expect((await use('/proef/nieuw')).statusCode).toBe(409);
    expect(await deeds()).toEqual([
      ['gate.enter', 'refused', 'feature-closed'],
      ['proef.write', 'refused', 'feature-closed'],
    ]);
  });

  it('opens when every tick is recorded, and not one before', async () => {
    for (const kind of FIVE) {
      expect((await openNew()).statusCode, `before ${kind}`).toBe(409);
      await record(good(kind));
    }
    expect((await openNew()).statusCode).toBe(200);
    expect((await use('/proef/nieuw')).statusCode).toBe(303);
    const page = await fg.page(PAGE);
    const [row] = page.querySelectorAll('table tbody tr');
    expect(row!.textContent).toMatch(/^Signalen.*Mag aan.*niets.*1 november 2028/);
    // the evidence beside the papers: counted in what the product runs on
    const evidence = [...page.querySelectorAll('table')].at(-1)!;
    const told = [...evidence.querySelectorAll('tbody tr')].map((each) =>
      [...each.querySelectorAll('th, td')].map((cell) => cell.textContent!),
    );
    const [signals] = told.filter(([name]) => name === 'Signalen');
    expect(signals![1]).toBe('VA-01, VA-02, VA-09');
    expect(
      signals!
        .slice(2, 5)
        .map(Number)
        .every((n) => n > 10),
    ).toBe(true);
    expect(signals![5]).toContain('Signaal over een mogelijk slachtoffer (D3)');
    expect(new Set(told.map((cells) => cells[2])).size).toBeGreaterThan(1);
    const [stored] = await database.admin
      .selectFrom('privacy.gate_tick')
      .selectAll()
      .where('tenant_id', '=', here.id)
      .where('kind', '=', 'dpia')
      .execute();
    expect(stored).toMatchObject({
      decided_by: 'Noor Fictief, FG',
      evidence: 'Voorbeeldstuk dpia',
      covers: Object.fromEntries(['VA-01', 'VA-02', 'VA-09'].map((id) => [id, processingActivity(id)?.version])),
    });
  });

  it('does not hold for another organisation', async () => {
    await recordAll();
    const stranger = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    expect((await (await app.visitor(stranger)).get('/proef/nieuw')).statusCode).toBe(409);
  });

  it('closes new records when something is revoked, keeps what runs going, and tells who manages it', async () => {
    await recordAll();
    const manager = await anActor(database, 'beheerder', here);
    const link = (await fg.page(PAGE)).querySelector(`a[href^="${PAGE}/intrekken/"]`)!.getAttribute('href')!;
    const form = await fg.form(link);
    expect((await fg.send(form)).statusCode).toBe(400);
    const answer = await fg.send({ ...form, fields: { ...form.fields, reden: 'De DPIA is achterhaald' } });
    expect(answer.headers.location).toBe(`${PAGE}?ingetrokken`);
    expect((await openNew()).statusCode).toBe(409);
    expect((await use('/proef/nieuw')).statusCode).toBe(409);
    expect((await use('/proef/lopend')).statusCode).toBe(303);
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'path'])
      .where('membership_id', '=', manager.membershipId)
      .execute();
    expect(told).toEqual([{ kind: 'privacy.gate-closed', path: PAGE }]);
    expect((await fg.get(link)).statusCode).toBe(404);
    expect((await fg.page(PAGE)).querySelector('main')!.textContent).toContain('Ingetrokken: De DPIA is achterhaald');
  });

  it('closes also when what is revoked was renewed or recorded twice: no older paper keeps it open', async () => {
    await recordAll();
    await record({ ...good('dpia'), geldigTot: '1-6-2030' });
    const link = (await fg.page(PAGE)).querySelector(`a[href^="${PAGE}/intrekken/"]`)!.getAttribute('href')!;
    const form = await fg.form(link);
    await fg.send({ ...form, fields: { ...form.fields, reden: 'Het onderzoek klopt niet meer' } });
    expect((await openNew()).statusCode).toBe(409);
  });

  it('opens again by renewing, and the deadline of what was renewed is closed', async () => {
    await recordAll();
    await record({ ...good('dpia'), geldigTot: '1-6-2030' });
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['state', 'due_on'])
      .where('tenant_id', '=', here.id)
      .where('kind', '=', 'privacy.tick-lapses')
      .orderBy('id')
      .execute();
    expect(deadlines.filter(({ state }) => state === 'open')).toHaveLength(5);
    expect(deadlines.find(({ due_on }) => due_on === '2030-06-01')?.state).toBe('open');
  });

  it('asks again inside the transaction: who closes it meanwhile is not overtaken', async () => {
    await recordAll();
    const visitor = await app.visitor(officer);
    const csrf = await csrfOf(visitor);
    betweenGateAndDeed.push(() =>
      database.admin
        .updateTable('privacy.gate_tick')
        .set({ revoked_at: new Date(), revoked_by_name: 'x', revoke_reason: 'x' })
        .where('tenant_id', '=', here.id)
        .where('kind', '=', 'dpia')
        .execute(),
    );
    const answer = await visitor.post('/proef/nieuw', { _csrf: csrf });
    expect(answer.statusCode).toBe(409);
    expect((await deeds()).at(-1)).toEqual(['proef.write', 'refused', 'feature-closed']);
  });

  it('names every wrong field with 400, and every wrong moment with 409 beside its field', async () => {
    const empty = documentOf(await record({ vinkje: '', onderdelen: '', datum: '', geldigTot: '' }));
    for (const field of ['vinkje', 'onderdelen', 'door', 'datum', 'bewijs', 'geldigTot'])
      expect(empty.getElementById(`veld-${field}-fout`)?.textContent, field).toBeTruthy();
    const refused = async (change: Record<string, string>, field: string) => {
      const answer = await record({ ...good('dpia'), ...change });
      expect([answer.statusCode, documentOf(answer).getElementById(`veld-${field}-fout`) !== null], field).toEqual([
        409,
        true,
      ]);
    };
    await refused({ datum: '1-1-2040' }, 'datum');
    await refused({ geldigTot: '1-1-2020' }, 'geldigTot');
    await refused({ geldigTot: '1-1-2045' }, 'geldigTot');
    await refused({ vinkje: 'archive-category', categorie: 'nog vast te stellen' }, 'categorie');
    await refused({ vinkje: 'works-council' }, 'onderdelen');
    const kept = documentOf(await record({ ...good('dpia'), geldigTot: '1-1-2020' }));
    expect(kept.querySelector('input[name=bewijs]')?.getAttribute('value')).toBe('Voorbeeldstuk dpia');
  });

  it('lets the CISO record, but not the advice of the officer for data protection, and the administrator only look', async () => {
    const ciso = await visitorAs('ciso');
    expect((await record(good('dpia'), ciso)).statusCode).toBe(303);
    expect((await record(good('fg-advice'), ciso)).statusCode).toBe(409);
    const manager = await visitorAs('beheerder');
    const page = await manager.page(PAGE);
    expect(page.querySelector(`a[href^="${RECORD}"]`)).toBeNull();
    expect((await manager.get(RECORD)).statusCode).toBe(403);
  });

  it('can be recorded for more parts at once', async () => {
    const form = await fg.form(RECORD);
    const body = new URLSearchParams({ ...form.fields, ...good('dpia') });
    body.delete('onderdelen');
    for (const part of ['signals', 'learning']) body.append('onderdelen', part);
    const answer = await fg.request({
      method: 'POST',
      url: RECORD,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: body.toString(),
    });
    expect(answer.statusCode).toBe(303);
    const rows = await database.admin
      .selectFrom('privacy.gate_tick')
      .select('feature')
      .where('tenant_id', '=', here.id)
      .execute();
    expect(rows.map(({ feature }) => feature).sort()).toEqual(['learning', 'signals']);
  });

  it('does not let the server start with a gate that nobody knows', async () => {
    const starting = testApp(database, 'demo', {
      extend: (server) => {
        server.get(
          '/proef',
          { config: { access: ['fg'], purpose: 'VA-14', data: ['D1'], gate: 'toverij' } },
          async () => '',
        );
      },
    });
    await expect(starting).rejects.toBeInstanceOf(RouteDeclarationError);
    await expect(starting).rejects.toThrow('unknown start gate: toverij');
  });

  it.each(
    KIT.map(({ slug }) => slug),
  )('has the document %s beside a tick, as Word and as PDF, for this organisation', async (slug) => {
    const page = await fg.page(PAGE);
    for (const [format, type, magic] of [
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
      ['pdf', 'application/pdf', '%PDF'],
    ] as const) {
      const href = `/privacyloket/documenten/${slug}.${format}`;
      expect(page.querySelector(`a[href="${href}"]`), href).not.toBeNull();
      const answer = await fg.get(href);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
      expect(answer.rawPayload.subarray(0, magic.length).toString('latin1')).toBe(magic);
    }
  }, 60_000);
});

const csrfOf = async (visitor: Visitor) =>
  (await visitor.page('/overzicht')).querySelector('input[name=_csrf]')!.getAttribute('value')!;
