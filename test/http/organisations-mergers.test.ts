import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { mergeWithPeople } from '../../src/app/merge-municipalities.ts';
import { moveClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/K2.1';
const filled = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1-11-2028',
};
/** A merger that exists only in this test; nothing is said about these municipalities outside it. */
const MERGER = {
  predecessors: ['GM0014', 'GM0109'],
  successor: { code: 'GM9990', name: 'Voorbeeldgemeente' },
  on: day('2027-06-15'),
  source: 'Voorbeeld, geen wet',
  isDemo: true,
};

describe('a municipality that merged in the past', () => {
  let database: TestDatabase;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    visitor = await (await testApp(database)).visitor();
  });
  afterAll(() => database.close());

  it('says on its old address who took over (Brielle is part of Voorne aan Zee since 2023)', async () => {
    const answer = await visitor.get('/gemeenten/GM0501');
    expect(answer.statusCode).toBe(404);
    const main = documentOf(answer).querySelector('main')!;
    expect(main.querySelector('h1')?.textContent).toBe('Brielle is geen gemeente meer');
    expect(main.querySelector('a[href="/gemeenten/GM1992"]')?.textContent).toBe('Voorne aan Zee');
    expect(main.textContent).toContain('1 januari 2023');
    expect((await visitor.get('/api/v1/gemeenten/GM0501')).statusCode).toBe(404);
  });

  it('counts once: the new one is there, the old ones are not', async () => {
    const { gemeenten } = (await visitor.get('/api/v1/gemeenten?paginaGrootte=500')).json();
    const codes = gemeenten.map((each: { code: string }) => each.code);
    expect([codes.length, codes.includes('GM1992'), codes.includes('GM0501')]).toEqual([342, true, false]);
  });
});

describe('municipalities that merge halfway a year', () => {
  let database: TestDatabase;
  let app: TestApp;
  let old: Actor;
  let oldVisitor: Visitor;

  const organisation = async (code: string) =>
    database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
  const actorOf = async (role: Role, code: string) => anActor(database, role, await organisation(code));
  /** Comes in by the door of the demo, as somebody of Groningen. @returns her cookie. */
  const signedIn = async (visitor: Visitor, rol: Role) => {
    const demo = await visitor.post('/demo/aanmelden', { rol, organisatie: 'GM0014' });
    expect(demo.statusCode).toBe(303);
    return String(demo.headers['set-cookie']).split(';')[0]!;
  };
  const tiles = async () => {
    const visitor = await app.visitor(await actorOf('vng-adviseur', 'VR20'));
    const { gemeenten } = (await visitor.get('/monitor.json')).json();
    const codes = new Set<string>(gemeenten.map((row: { gemeentecode: string }) => row.gemeentecode));
    const page = await visitor.page('/monitor');
    return {
      rows: codes.size,
      hexagons: ['GM0014', 'GM0109', 'GM9990'].filter((code) => page.querySelector(`a.ib-hex[href$="${code}"]`)),
    };
  };

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    old = await actorOf('aandachtsfunctionaris', 'GM0014');
    oldVisitor = await app.visitor(old);
    const form = await oldVisitor.form(PATH);
    const answer = await oldVisitor.send({ ...form, fields: { ...form.fields, ...filled } });
    expect(answer.statusCode).toBe(303);
    await signedIn(await app.visitor(), 'beleidsmedewerker');
    const merged = await mergeWithPeople(database.admin, MERGER);
    expect(merged.ok).toBe(true);
  });
  afterAll(() => database.close());

  it('are refused when one of them is unknown, has ended, or goes up in itself', async () => {
    const refusal = async (change: Partial<typeof MERGER>) => {
      const outcome = await mergeWithPeople(database.admin, { ...MERGER, ...change });
      return outcome.ok ? 'ok' : outcome.error.code;
    };
    expect(await refusal({})).toBe('predecessor-not-active');
    expect(await refusal({ predecessors: ['GM0501'] })).toBe('predecessor-not-active');
    expect(await refusal({ predecessors: ['GM8888'] })).toBe('predecessor-not-active');
    expect(await refusal({ predecessors: ['GM0363'], successor: { code: 'GM0363', name: 'Zelf' } })).toBe(
      'merges-with-itself',
    );
    expect(await refusal({ predecessors: [] })).toBe('no-predecessor');
  });

  it('are two tiles before the day, and the new one is not there yet', async () => {
    expect(await tiles()).toEqual({ rows: 342, hexagons: ['GM0014', 'GM0109'] });
    expect((await oldVisitor.get('/gemeenten/GM9990')).statusCode).toBe(404);
    expect((await oldVisitor.get('/api/v1/gemeenten/GM0014')).statusCode).toBe(200);
  });

  describe('from the day on', () => {
    let successor: Actor;
    let stale: Awaited<ReturnType<Visitor['form']>>;

    beforeAll(async () => {
      stale = await oldVisitor.form(PATH);
      const moved = await moveClock(database.kysely, { to: '2027-06-15T09:00', forward: '' }, async () => {});
      expect(moved.ok).toBe(true);
      successor = await actorOf('aandachtsfunctionaris', 'GM9990');
    });

    it('are one tile, on the map and in the interface', async () => {
      expect(await tiles()).toEqual({ rows: 341, hexagons: ['GM9990'] });
      const visitor = await app.visitor();
      const old = await visitor.get('/gemeenten/GM0014');
      expect([old.statusCode, documentOf(old).querySelector('main a[href="/gemeenten/GM9990"]')?.textContent]).toEqual([
        404,
        'Voorbeeldgemeente',
      ]);
      const { inwoners, provincie } = (await visitor.get('/api/v1/gemeenten/GM9990')).json();
      const facts = await database.admin
        .selectFrom('organisations.municipality as m')
        .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
        .select('m.population')
        .where('o.code', 'in', MERGER.predecessors)
        .execute();
      expect(inwoners).toBe(facts[0]!.population + facts[1]!.population);
      expect(provincie.code).toBe('PV20');
    });

    it('leave no row with another owner', async () => {
      const rows = await database.admin.selectFrom('approach.element').select('tenant_id').execute();
      expect(rows).toEqual([{ tenant_id: old.organisationId }]);
    });

    it('can still be read by who was signed in, and written by nobody: 409 says who took over', async () => {
      expect((await oldVisitor.get(PATH)).statusCode).toBe(200);
      const answer = await oldVisitor.send({ ...stale, fields: { ...stale.fields, ...filled, urenPerWeek: '9' } });
      const main = documentOf(answer).querySelector('main')!;
      expect([answer.statusCode, main.querySelector('h1')?.textContent]).toEqual([
        409,
        'Uw organisatie is opgegaan in een andere',
      ]);
      expect(main.textContent).toContain('Voorbeeldgemeente heeft het werk overgenomen');
      const record = await database.admin.selectFrom('approach.element').select('hours_per_week').execute();
      expect(record).toEqual([{ hours_per_week: '8' }]);
      const decisions = await database.admin
        .selectFrom('audit.decision')
        .select(['outcome', 'code'])
        .where('tenant_id', '=', old.organisationId)
        .orderBy('id', 'desc')
        .execute();
      expect(decisions[0]).toEqual({ outcome: 'refused', code: 'organisation-ended' });
    });

    it('lead their people to the new organisation at sign-in, in the same role', async () => {
      const page = documentOf(await oldVisitor.get('/inloggen'));
      const organisations = [...page.querySelectorAll('.ib-task strong')].map((each) => each.textContent);
      expect(organisations).toEqual(['Voorbeeldgemeente']);
      const switchForm = await oldVisitor.form('/inloggen', '/inloggen/rol');
      expect((await oldVisitor.send(switchForm)).headers.location).toBe('/overzicht');
      const visitor = await app.visitor();
      const cookie = await signedIn(visitor, 'beleidsmedewerker');
      const overview = await visitor.request({ method: 'GET', url: '/overzicht', headers: { cookie } });
      expect(documentOf(overview).querySelector('.ib-organisation')?.textContent).toBe('Voorbeeldgemeente');
    });

    it('ask the people of the successor to decide, with mail and a task that leads to what was taken over', async () => {
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      const asked = await database.admin
        .selectFrom('deadlines.notification as n')
        .innerJoin('accounts.membership as m', 'm.id', 'n.membership_id')
        .select(['m.role', 'n.path'])
        .where('n.tenant_id', '=', successor.organisationId)
        .where('n.kind', '=', 'approach.taken-over')
        .execute();
      const path = '/aanpak/overgenomen';
      expect(asked.sort((one, other) => one.role.localeCompare(other.role))).toEqual([
        { role: 'aandachtsfunctionaris', path },
        { role: 'beleidsmedewerker', path },
      ]);
      const officer = await app.visitor();
      const cookie = await signedIn(officer, 'beleidsmedewerker');
      const home = documentOf(await officer.request({ method: 'GET', url: '/overzicht', headers: { cookie } }));
      expect(home.querySelector('main')?.textContent).toContain(
        'Overgenomen van Groningen en Coevorden: nog te besluiten',
      );
      const mails = (await officer.get('/demo/post.json')).json().map((mail: { aan: string }) => mail.aan);
      expect(mails.some((to: string) => to.startsWith('beleidsmedewerker.'))).toBe(true);
    });

    it('show the successor all that was taken over, to read, until it decides itself', async () => {
      const visitor = await app.visitor(successor);
      const notices = async () =>
        [...(await visitor.page('/aanpak')).querySelectorAll('main .utrecht-alert__message strong')].map(
          (each) => each.textContent,
        );
      expect(await notices()).toEqual([
        'Let op: overgenomen van Coevorden, nog te besluiten',
        'Let op: overgenomen van Groningen, nog te besluiten',
      ]);
      expect((await visitor.page(PATH)).querySelector('main')?.textContent).toContain('overgenomen van Groningen');
      const left = (await visitor.page('/aanpak/overgenomen?van=GM0014')).querySelector('main')!;
      expect(left.textContent).toContain('Overgenomen, nog te besluiten');
      expect(left.textContent).toContain('Noor Fictief');
      const rows = [...left.querySelectorAll('[aria-labelledby=onderdelen] tbody tr')].map((row) => row.textContent);
      expect(rows.some((row) => row?.startsWith('K2.1') && row.includes('Voorbeeldbesluit'))).toBe(true);
      expect(left.querySelector('form')).toBeNull();
      const neighbour = await app.visitor(await actorOf('aandachtsfunctionaris', 'GM0363'));
      expect((await neighbour.get('/aanpak')).body).not.toContain('vergenomen');
      const nothing = await neighbour.get('/aanpak/overgenomen?van=GM0014');
      expect([nothing.statusCode, nothing.body.includes('Noor Fictief')]).toEqual([200, false]);
      const form = await visitor.form(PATH);
      const decided = { ...filled, besluitdatum: '15-6-2027', geldigTot: '15-6-2028' };
      expect((await visitor.send({ ...form, fields: { ...form.fields, ...decided } })).statusCode).toBe(303);
      expect(await notices()).toEqual([]);
      expect(
        (await visitor.page('/aanpak')).querySelector('main a[href="/aanpak/overgenomen?van=GM0014"]'),
      ).toBeTruthy();
      const open = await database.admin
        .selectFrom('deadlines.deadline')
        .select('id')
        .where('kind', '=', 'approach.taken-over')
        .where('state', '=', 'open')
        .execute();
      expect(open).toEqual([]);
      const owners = await database.admin.selectFrom('approach.element').select('tenant_id').execute();
      expect(new Set(owners.map((each) => each.tenant_id))).toEqual(
        new Set([old.organisationId, successor.organisationId]),
      );
    });

    it('give the successor what they recorded to read, in the database too, and not to write', async () => {
      const entry = { door: 'mandate', tenantId: old.organisationId, actingForId: successor.organisationId } as const;
      const seen = await enter(database.kysely, entry, (tx) =>
        tx.selectFrom('approach.element').select('focal_point').execute(),
      );
      expect(seen).toEqual([{ focal_point: 'Noor Fictief' }]);
      const changed = await enter(database.kysely, entry, (tx) =>
        tx.updateTable('approach.element').set({ focal_point: 'Iemand' }).executeTakeFirst(),
      );
      expect(changed.numUpdatedRows).toBe(0n);
      const stranger = { ...entry, actingForId: (await organisation('GM0363')).id };
      const strange = await enter(database.kysely, stranger, (tx) =>
        tx.selectFrom('approach.element').select('focal_point').execute(),
      );
      expect(strange).toEqual([]);
    });
  });
});
