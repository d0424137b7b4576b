import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app/build-app.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { safeError } from '../../src/platform/log/safe-error.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, formOf, TEST_KEYS, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/K2.1';
const filled = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Sem Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit (fictief)',
  vindplaats: '',
  besluitdatum: '1-10-2026',
  geldigTot: '1-3-2028',
};

describe('what somebody meets who tries the product from outside', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  it('an address that cannot be decoded is a 404 with everything an answer carries', async () => {
    const visitor = await app.visitor();
    for (const address of ['/%ff', '/gemeenten/%E0%A4', '/%', '/api/v1/%ff']) {
      const answer = await visitor.get(address);
      expect([address, answer.statusCode, answer.headers['x-content-type-options']]).toEqual([address, 404, 'nosniff']);
    }
    const problem = await visitor.get('/api/v1/%ff');
    expect(problem.headers['content-type']).toContain('application/problem+json');
    expect(problem.headers['api-version']).toBeDefined();
    expect((await visitor.get('/gemeenten?zoek=%ff')).statusCode).toBe(200);
  });

  it('every answer tells the browser to run nothing in the page and nothing from elsewhere', async () => {
    const visitor = await app.visitor();
    for (const address of ['/', '/inloggen', '/gemeenten', '/bestaat-niet', '/%ff', '/api/v1/openapi.json']) {
      const policy = String((await visitor.get(address)).headers['content-security-policy']);
      const rules = new Map(policy.split(';').map((rule) => [rule.trim().split(' ')[0], rule.trim()]));
      expect([address, rules.get('default-src')]).toEqual([address, "default-src 'none'"]);
      expect([address, rules.get('script-src')]).toEqual([address, "script-src 'self'"]);
      expect([address, policy]).toEqual([address, expect.not.stringMatching(/unsafe|\*|https?:|data:/)]);
    }
  });

  it.each([
    '2027-02-29T09:00',
    '2027-13-01',
    '2027-03-01T25:00',
    '2027-03-01T09:61',
    'morgen',
  ])('the clock does not go to %s, and says so', async (naar) => {
    const answer = await (await app.visitor()).post('/demo/klok', { naar });
    expect([answer.statusCode, answer.json<{ fout: string }>().fout]).toEqual([
      400,
      expect.stringContaining('een dag die bestaat'),
    ]);
  });

  it('a municipality is found by its name in the list of the demo', async () => {
    const visitor = await app.visitor();
    for (const organisatie of ['GM0014', 'GM1680'])
      await visitor.post('/demo/aanmelden', { rol: 'beleidsmedewerker', organisatie });
    const page = documentOf(await (await app.visitor()).get('/demo'));
    const names = [...page.querySelectorAll('select[name=organisatie] option[value^=GM]')].map((o) => o.textContent);
    expect(names).toEqual(expect.arrayContaining(['Aa en Hunze', 'Groningen']));
    expect(names).toEqual([...names].sort((one, other) => one!.localeCompare(other!, 'nl')));
  });

  it.each([
    '//elders.invalid',
    '/\\elders.invalid',
    'https://elders.invalid/',
    'javascript:alert(1)',
    '/\t/elders.invalid',
    '/@elders.invalid',
    ' /overzicht',
  ])('after signing in nobody is sent on to %j: only to an address of ours (SEC-28)', async (terug) => {
    const visitor = await app.visitor();
    const page = await visitor.page(`/inloggen?terug=${encodeURIComponent(terug)}`);
    const links = [...page.querySelectorAll('a[href], form[action]')].map(
      (each) => each.getAttribute('href') ?? each.getAttribute('action')!,
    );
    expect(links.filter((link) => !/^[/#](?![/\\])/.test(link))).toEqual([]);
    for (const field of page.querySelectorAll('[name=terug]')) expect(field.getAttribute('value')).toBe('/overzicht');
    const signedIn = await visitor.post('/demo/aanmelden', { rol: 'beleidsmedewerker', terug });
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/overzicht']);
    const ours = await visitor.post('/demo/aanmelden', { rol: 'beleidsmedewerker', terug: '/aanpak?x=1' });
    expect(ours.headers.location).toBe('/aanpak?x=1');
  });

  it('markup that somebody typed comes back as text, in a field and in a sentence (SEC-21)', async () => {
    const typed = `"'><script>kraak(1)</script><img src=x onerror=kraak(2)>`;
    const visitor = await app.visitor(await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)));
    const form = await visitor.form(PATH);
    const fields = { ...form.fields, ...filled, aandachtsfunctionaris: typed, urenPerWeek: typed };
    const answers = [
      await visitor.send({ ...form, fields }),
      await visitor.get(`/gemeenten?zoek=${encodeURIComponent(typed)}`),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 200]);
    for (const { body } of answers) {
      expect(body).toContain('kraak(1)');
      expect(body).not.toMatch(/<script>kraak|<img src=x/);
    }
    expect(documentOf(answers[0]!).querySelector('[name=aandachtsfunctionaris]')?.getAttribute('value')).toBe(typed);
  });

  it('an error page says what helps with this error', async () => {
    const visitor = await app.visitor(await anActor(database, 'bestuurder', await anOrganisation(database)));
    const expired = documentOf(await visitor.post('/uitloggen', { _csrf: 'van vroeger' }));
    expect(expired.querySelector('main')?.textContent).toContain('Ga terug naar de vorige pagina');
    expect(expired.querySelector('main')?.textContent).not.toContain('Wissel dan van rol');
  });

  it.each([
    [120, '90 en 30 dagen van tevoren'],
    [60, '30 dagen van tevoren'],
    [20, 'op de dag zelf'],
  ])('who records what lapses in %i days is promised the alarms that are still to come', async (days, promise) => {
    const actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    const visitor = await app.visitor(actor);
    const today = dutchDay(await readClock(database.kysely));
    const form = await visitor.form(PATH);
    const fields = { ...form.fields, ...filled, besluitdatum: addDays(today, -30), geldigTot: addDays(today, days) };
    const answer = await visitor.send({ ...form, fields });
    const saved = documentOf(await visitor.get(String(answer.headers.location)));
    expect(saved.querySelector('main')?.textContent).toContain(`Wij waarschuwen u ${promise}`);
  });

  it('who goes back, changes a word and sends the same page again does not lose that word', async () => {
    const actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    const visitor = await app.visitor(actor);
    const form = await visitor.form(PATH);
    const send = (besluit: string) => visitor.send({ ...form, fields: { ...form.fields, ...filled, besluit } });
    expect((await send('Eerste besluit')).statusCode).toBe(303);
    expect((await send('Eerste besluit')).statusCode).toBe(303);
    const changed = await send('Ander besluit');
    expect(changed.statusCode).toBe(409);
    expect(documentOf(changed).querySelector('[name=besluit]')?.getAttribute('value')).toBe('Ander besluit');
  });
});

describe('what somebody typed', () => {
  it('makes no line in the log, nor any part of one: a defect is one line, and tells where and not what (SEC-47)', async () => {
    const lines: string[] = [];
    const database = await sharedDatabase();
    const typed = 'x\r\n{"level":60,"msg":"NAGEMAAKT"}\u001b[2J\u2028';
    const { server } = await buildApp({
      db: database.kysely,
      kind: 'demo',
      rateLimits: false,
      trustProxy: false,
      logger: pino({ base: null, serializers: { err: safeError } }, { write: (line: string) => void lines.push(line) }),
      vault: createVault(database.kysely, TEST_KEYS),
      health: { status: 'ok' },
      runDue: async () => {},
      trial: {
        extend: (added) => {
          const config = {
            access: 'public',
            purpose: 'geen',
            data: ['D0'],
            action: 'proef.break',
            csrf: false,
          } as const;
          added.post('/proef/defect/:naam', { config: { ...config, sample: 'none' } }, async () => {
            throw new Error('broken');
          });
        },
      },
    });
    const answer = await server.inject({
      method: 'POST',
      url: `/proef/defect/${encodeURIComponent(typed)}?zoek=${encodeURIComponent(typed)}`,
      headers: { 'user-agent': 'NAGEMAAKT', traceparent: 'NAGEMAAKT' },
      payload: { tekst: typed },
    });
    expect(answer.statusCode).toBe(500);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd().split(/[\r\n\u2028\u2029]/)).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, msg: 'defect', route: '/proef/defect/:naam' });
    expect(lines[0]).not.toContain('NAGEMAAKT');
    await server.close();
  });
});

describe('how much one address may ask', () => {
  it('is enough for a busy office, and then says when to come back', async () => {
    const database = await sharedDatabase();
    const { server } = await buildApp({
      db: database.kysely,
      kind: 'demo',
      rateLimits: true,
      trustProxy: false,
      logger: false,
      vault: createVault(database.kysely, TEST_KEYS),
      health: { status: 'ok' },
      runDue: async () => {},
    });
    const page = await server.inject({ method: 'GET', url: '/gezond' });
    expect(Number(page.headers['x-ratelimit-limit'])).toBeGreaterThanOrEqual(50 * 60);
    const post = () => server.inject({ method: 'POST', url: '/demo/klok', payload: {} });
    const first = await post();
    const answers = [first];
    for (let sent = 0; sent < Number(first.headers['x-ratelimit-limit']); sent++) answers.push(await post());
    expect(new Set(answers.slice(0, -1).map(({ statusCode }) => statusCode))).toEqual(new Set([400]));
    const refused = answers.at(-1)!;
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain('Wacht een minuut');
    expect((await server.inject({ method: 'GET', url: '/gezond' })).statusCode).toBe(200);
    await server.close();
  });
});

describe('a form from a tab of another role of the same person', () => {
  it('stays closed until she works there again, and is stored nowhere else', async () => {
    const database = await sharedDatabase();
    const app = await testApp(database);
    const [there, here] = [await anOrganisation(database), await anOrganisation(database)];
    const first = await anActor(database, 'aandachtsfunctionaris', there);
    const second = await anActor(database, 'aandachtsfunctionaris', here, first.personId);
    const form = await (await app.visitor(first)).form(PATH);
    const elsewhere = await app.visitor(second);
    const kept = await elsewhere.send({ ...form, fields: { ...form.fields, ...filled, besluit: 'Van de andere' } });
    expect([kept.statusCode, kept.headers.location]).toEqual([303, '/formulier-terug']);
    const ticket = String(kept.headers['set-cookie']).match(/inbeeld-formulier=[^;]+/)![0];
    const open = async (visitor: typeof elsewhere) =>
      visitor.request({ method: 'GET', url: '/formulier-terug', headers: { cookie: `${visitor.cookie}; ${ticket}` } });

    const closed = await open(elsewhere);
    expect(closed.body).not.toContain('Van de andere');
    // two roles in one organisation are told apart
    expect(documentOf(closed).querySelector('main')?.textContent).toContain(
      'uw rol Aandachtsfunctionaris mensenhandel van',
    );
    const change = formOf(documentOf(closed), '/inloggen/rol');
    expect(change.fields).toMatchObject({ rol: first.membershipId, terug: '/formulier-terug' });
    expect((await elsewhere.send(change)).headers.location).toBe('/formulier-terug');
    expect(formOf(documentOf(await open(await app.visitor(first))), PATH).fields.besluit).toBe('Van de andere');
  });

  it('a bare button that is pressed too late is not kept as a form', async () => {
    const database = await sharedDatabase();
    const app = await testApp(database);
    const visitor = await app.visitor(await anActor(database, 'bestuurder', await anOrganisation(database)));
    const out = formOf(documentOf(await visitor.get('/overzicht')), '/uitloggen');
    expect((await visitor.send(out)).headers.location).toBe('/');
    const again = await visitor.send(out);
    expect(again.headers.location).not.toContain('formulier-terug');
  });
});
