import { generateKeyPairSync } from 'node:crypto';
import type { Response } from 'light-my-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteAdministrator } from '../../src/features/accounts/index.ts';
import { realNow } from '../../src/platform/clock/real-time.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { documentOf, formOf, TEST_URL, type TestApp, testApp, Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { type Forgery, PRESENT_ONLY, SoftwarePasskey } from '../support/passkey.ts';

const SITE = { origin: TEST_URL, rpId: new URL(TEST_URL).hostname };
const SESSION = '__Host-inbeeld';
const QUESTION = '__Host-inbeeld-sleutel';
const INVITES = '/beheer/mensen/uitnodigingen';
const OWN_KEYS = '/sessies/sleutels';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await sharedDatabase();
  app = await testApp(database, 'real', { outboundAllow: [] });
});
afterAll(() => app.server.close());

/** A browser that keeps its cookies, and a key that answers what its pages ask. */
class Person {
  readonly cookies = new Map<string, string>();
  readonly key = new SoftwarePasskey(SITE);

  #visitor() {
    return new Visitor(app.server, [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  }
  #kept(answer: Response): Response {
    for (const { name, value } of answer.cookies)
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    return answer;
  }
  async get(path: string): Promise<Response> {
    return this.#kept(await this.#visitor().get(path));
  }
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.#kept(await this.#visitor().post(path, fields));
  }
  /** Sends the form on this page, filled in; the key answers when the form asks one. */
  async send(
    page: Response,
    action: string,
    fields: Readonly<Record<string, string>> = {},
    answer?: (question: never) => string,
  ): Promise<Response> {
    const form = formOf(documentOf(page), action);
    const asked = documentOf(page).querySelector(`form[action="${action}"]`)!.getAttribute('data-passkey-question');
    const answered = answer && asked ? { antwoord: answer(JSON.parse(asked) as never) } : {};
    return this.post(action, { ...form.fields, ...fields, ...answered });
  }
  async accept(code: string, change: Record<string, string> = {}, forgery: Forgery = {}): Promise<Response> {
    const typed = { code, naam: 'Fenna Fictief', email: 'fenna@fictief.invalid', ...change };
    const asks = await this.send(await this.get('/uitnodiging'), '/uitnodiging', typed);
    if (asks.statusCode !== 200) return asks;
    return this.send(asks, '/uitnodiging/sleutel', { naam: 'Laptop' }, (question) => this.key.make(question, forgery));
  }
  async signIn(forgery: Forgery = {}, path = '/inloggen/sleutel?terug=%2Fsessies', key = this.key): Promise<Response> {
    return this.send(await this.get(path), '/inloggen/sleutel', {}, (question) => key.use(question, forgery));
  }
  async isIn(): Promise<boolean> {
    return (await this.get('/sessies')).statusCode === 200;
  }
}

const organisation = (kind = 'opvangorganisatie') => anOrganisation(database, kind);

async function codeFor(of: TestOrganisation, accessLost = false): Promise<string> {
  const made = await enter(database.kysely, { door: 'own', tenantId: of.id }, (tx, time) =>
    inviteAdministrator(tx, { organisationId: of.id, accessLost }, time, realNow()),
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value.code;
}

/** An administrator who came in with a code, with her key and her session. */
async function administrator(of?: TestOrganisation): Promise<Person & { readonly at: TestOrganisation }> {
  const at = of ?? (await organisation());
  const person = new Person();
  const answer = await person.accept(await codeFor(at));
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${OWN_KEYS}?eerste`]);
  return Object.assign(person, { at });
}

const rolesAt = (of: TestOrganisation) =>
  database.admin
    .selectFrom('accounts.membership')
    .select(['role', 'person_name as name', 'person_id as personId', 'valid_until as validUntil'])
    .where('organisation_id', '=', of.id)
    .execute();

const setSession = (person: Person, change: Record<string, unknown>) =>
  database.admin
    .updateTable('accounts.session')
    .set(change as never)
    .where('person_id', 'in', (eb) =>
      eb.selectFrom('accounts.passkey').select('person_id').where('credential_id', '=', person.key.credentialId),
    )
    .execute();

describe('the first administrator', () => {
  it('comes in with her code and a key, as administrator of that organisation and nothing more (SEC-09)', async () => {
    const one = await administrator();
    expect(await rolesAt(one.at)).toMatchObject([{ role: 'beheerder', name: 'Fenna Fictief' }]);
    const page = documentOf(await one.get(OWN_KEYS)).body.textContent;
    expect(page).toContain('Laptop');
    expect(one.cookies.has(QUESTION)).toBe(false);
    const logged = await database.admin
      .selectFrom('audit.event')
      .select(['action', 'person_name as name'])
      .where('tenant_id', '=', one.at.id)
      .execute();
    expect(logged).toContainEqual({ action: 'accounts.accept-invitation', name: 'Fenna Fictief' });
  });

  it('uses her code once, of two at the same time one comes in, and an old one is worth nothing', async () => {
    const at = await organisation();
    const code = await codeFor(at);
    const both = await Promise.all([new Person().accept(code), new Person().accept(code)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
    expect(await rolesAt(at)).toHaveLength(1);
    expect((await new Person().accept(code)).statusCode).toBe(400);
    const old = await codeFor(at);
    await database.admin
      .updateTable('accounts.invitation')
      .set({ code_expires_at: realNow() })
      .where('organisation_id', '=', at.id)
      .execute();
    expect((await new Person().accept(old)).statusCode).toBe(400);
    expect(await rolesAt(at)).toHaveLength(1);
  });

  it('is told the same of a code that never was, that was used, or that has no use (SEC-05)', async () => {
    const withProvider = await organisation('gemeente');
    const unused = await codeFor(withProvider);
    await database.admin
      .insertInto('accounts.identity_provider')
      .values({
        organisation_id: withProvider.id,
        id: newId(),
        issuer: `https://${newId()}.invalid`,
        client_id: 'x',
        strong_levels: [],
        step_up_by: 'acr',
        client_key: Buffer.alloc(8) as never,
        key_id: 'x',
        public_key: '{}',
        registered_at: realNow(),
      })
      .execute();
    const at = await organisation();
    const used = await codeFor(at);
    await new Person().accept(used);
    const texts = new Set<string>();
    for (const code of [used, unused, 'AAAAA-BBBBB-CCCCC-DDDDD', 'x', '%00']) {
      const answer = await new Person().accept(code);
      expect(answer.statusCode).toBe(400);
      texts.add(documentOf(answer).getElementById('veld-code-fout')!.textContent!);
    }
    expect(texts.size).toBe(1);
    expect(await rolesAt(withProvider)).toEqual([]);
  });

  it('types her code in a form: it stands in no address, and of it only a hash is kept', async () => {
    const at = await organisation();
    const code = await codeFor(at);
    const answer = await new Person().accept(code.toLowerCase().replaceAll('-', ' '));
    expect(String(answer.headers.location)).not.toContain(code.slice(0, 5));
    const rows = await database.admin
      .selectFrom('accounts.invitation')
      .selectAll()
      .where('organisation_id', '=', at.id)
      .execute();
    expect(JSON.stringify(rows)).not.toContain(code.slice(0, 11));
  });

  it('is let in from outside only until two people can agree there, and after that when access was lost', async () => {
    const { at } = await administrator();
    await administrator(at);
    await expect(codeFor(at)).rejects.toThrow('can-invite-themselves');
    expect(await codeFor(at, true)).toMatch(/^(\w{5}-){3}\w{5}$/);
  });

  it('keeps what she filled in and hears beside the field what is wrong', async () => {
    const answer = await new Person().accept('', { naam: '', email: 'geen adres' });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(400);
    for (const field of ['code', 'naam', 'email']) expect(page.getElementById(`veld-${field}-fout`)).not.toBeNull();
    expect(page.getElementById('veld-email')!.getAttribute('value')).toBe('geen adres');
  });

  it('names her key: left empty she is asked again, with a new question', async () => {
    const at = await organisation();
    const person = new Person();
    const typed = { code: await codeFor(at), naam: 'Fenna Fictief', email: 'fenna@fictief.invalid' };
    const asks = await person.send(await person.get('/uitnodiging'), '/uitnodiging', typed);
    const again = await person.send(asks, '/uitnodiging/sleutel', { naam: '' }, (q) => person.key.make(q));
    expect([again.statusCode, documentOf(again).getElementById('veld-naam-fout') !== null]).toEqual([400, true]);
    const done = await person.send(again, '/uitnodiging/sleutel', { naam: 'Laptop' }, (q) => person.key.make(q));
    expect(done.statusCode).toBe(303);
  });
});

const forgeries: readonly (readonly [string, (person: Person) => Forgery])[] = [
  ['signed by somebody else', () => ({ signWith: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey })],
  ['for another site (origin)', () => ({ origin: 'https://inbeeld.voorbeeld.invalid.evil.example' })],
  ['for this name without HTTPS', () => ({ origin: TEST_URL.replace('https', 'http') })],
  ['for another domain (RP id)', () => ({ rpId: 'voorbeeld.invalid' })],
  ['from within another site', () => ({ crossOrigin: true })],
  ['without a finger, face or code (no user verification)', () => ({ flags: PRESENT_ONLY })],
  ['of nobody being there', () => ({ flags: 0 })],
  ['of another kind', () => ({ type: 'webauthn.create' })],
  ['to a question that nobody put', () => ({ challenge: Buffer.alloc(32, 7).toString('base64url') })],
  ['with a key that nobody has', () => ({ credentialId: Buffer.alloc(32, 9).toString('base64url') })],
  ['that says it is of somebody else', () => ({ handle: Buffer.alloc(16, 1).toString('base64url') })],
  ['that does not say whose it is', () => ({ handle: null })],
  [
    'changed after it was signed',
    () => ({
      after: ({ authenticatorData, clientData }) => {
        const changed = Buffer.from(authenticatorData);
        changed.writeUInt32BE(99, 33);
        return { authenticatorData: changed, clientData };
      },
    }),
  ],
];

describe('signing in with a key', () => {
  let one: Awaited<ReturnType<typeof administrator>>;
  beforeAll(async () => {
    one = await administrator();
  });

  it('asks no name: any key that she has for this site, with her finger, face or code', async () => {
    const page = documentOf(await new Person().get('/inloggen/sleutel'));
    const question = JSON.parse(page.querySelector('form[data-passkey]')!.getAttribute('data-passkey-question')!);
    expect(question).toMatchObject({ rpId: SITE.rpId, userVerification: 'required' });
    expect(question.allowCredentials).toBeUndefined();
    expect(Buffer.from(question.challenge, 'base64url')).toHaveLength(32);
  });

  it('lets her in under a new secret, kept from scripts and other sites, and goes on where she was', async () => {
    const before = one.cookies.get(SESSION);
    const browser = new Person();
    const answer = await browser.signIn({}, '/inloggen/sleutel?terug=%2Fsessies', one.key);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sessies']);
    expect(answer.cookies.find(({ name }) => name === SESSION)).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
      path: '/',
    });
    expect(browser.cookies.get(SESSION)).not.toBe(before);
    expect(await browser.isIn()).toBe(true);
  });

  it.each(forgeries)('%s lets nobody in (SEC-08)', async (_, forge) => {
    const browser = new Person();
    const answer = await browser.signIn(forge(one), undefined, one.key);
    expect([answer.statusCode, browser.cookies.has(SESSION)]).toEqual([400, false]);
  });

  it('says the same, whatever was wrong with the proof (SEC-05)', async () => {
    const texts = new Set<string>();
    for (const [name, forge] of forgeries.filter(([each]) => !each.includes('nobody put'))) {
      const answer = await new Person().signIn(forge(one), undefined, one.key);
      expect(answer.statusCode, name).toBe(400);
      texts.add(documentOf(answer).querySelector('main')!.textContent!);
    }
    expect(texts.size).toBe(1);
  });

  it('takes an answer once, in the browser that was asked, within five minutes, and for what was asked', async () => {
    const browser = new Person();
    const page = await browser.get('/inloggen/sleutel');
    const question = JSON.parse(
      documentOf(page).querySelector('form[data-passkey]')!.getAttribute('data-passkey-question')!,
    );
    const antwoord = one.key.use(question);
    expect((await new Person().post('/inloggen/sleutel', { antwoord })).statusCode).toBe(400);
    const thief = new Person();
    await thief.get('/inloggen/sleutel');
    expect((await thief.post('/inloggen/sleutel', { antwoord })).statusCode).toBe(400);
    expect((await browser.post('/inloggen/sleutel', { antwoord })).statusCode).toBe(303);
    expect((await browser.post('/inloggen/sleutel', { antwoord })).statusCode).not.toBe(303);

    const late = new Person();
    const asked = await late.get('/inloggen/sleutel');
    await database.admin
      .updateTable('accounts.passkey_attempt')
      .set({ begun_at: new Date(realNow().getTime() - 5 * 60_000 - 1000) })
      .execute();
    const answer = await late.send(asked, '/inloggen/sleutel', {}, (q) => one.key.use(q));
    expect([answer.statusCode, answer.body.includes('Deze vraag is verlopen')]).toEqual([400, true]);
  });

  it.each([
    ['nothing'],
    ['{}'],
    ['[]'],
    ['null'],
    ['{"id":{}}'],
    [`{"id":"${'a'.repeat(39_000)}"}`],
  ])('refuses what is no answer: %.20s', async (antwoord) => {
    const browser = new Person();
    await browser.get('/inloggen/sleutel');
    expect((await browser.post('/inloggen/sleutel', { antwoord })).statusCode).toBe(400);
  });

  it('without scripts says what is the matter and whom to ask', async () => {
    const browser = new Person();
    const page = await browser.get('/inloggen/sleutel');
    expect(documentOf(page).querySelector('noscript')!.textContent).toContain('JavaScript');
    const answer = await browser.send(page, '/inloggen/sleutel');
    expect([answer.statusCode, answer.body.includes('Vraag de beheerder van In Beeld')]).toEqual([400, true]);
  });

  it('blocks a key that counts back, tells it, and lets it in no more', async () => {
    const copied = await administrator();
    expect((await new Person().signIn({ counter: 7 }, undefined, copied.key)).statusCode).toBe(303);
    const answer = await new Person().signIn({ counter: 7 }, undefined, copied.key);
    expect([answer.statusCode, answer.body.includes('geblokkeerd')]).toEqual([400, true]);
    const later = await new Person().signIn({ counter: 50 }, undefined, copied.key);
    expect([later.statusCode, later.body.includes('geblokkeerd')]).toEqual([400, true]);
    expect(documentOf(await copied.get(OWN_KEYS)).querySelector('table')!.textContent).toContain('geblokkeerd');
  });

  it('lets nobody in whose role was ended, and nobody where a provider says who comes in', async () => {
    const gone = await administrator();
    const { personId } = (await rolesAt(gone.at))[0]!;
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_from: '2026-01-01', valid_until: '2026-01-02' } as never)
      .where('person_id', '=', personId)
      .execute();
    const answer = await new Person().signIn({}, undefined, gone.key);
    expect([answer.statusCode, answer.body.includes('Uw rol in In Beeld is beëindigd')]).toEqual([400, true]);
    expect(await gone.isIn()).toBe(false);
  });
});

describe('proving oneself anew', () => {
  const PATH = '/beheer/mensen/rol-geven';

  it('is asked of who came in with a key five minutes ago, and goes on under a new secret (SEC-07, SEC-02)', async () => {
    const one = await administrator();
    expect((await one.get(PATH)).statusCode).toBe(200);
    await setSession(one, { strong_at: new Date(realNow().getTime() - 5 * 60_000 - 1000) });
    const asked = String((await one.get(PATH)).headers.location);
    expect(asked).toBe(`/inloggen/bevestigen?terug=${encodeURIComponent(PATH)}`);
    const before = one.cookies.get(SESSION)!;
    const question = String((await one.get(asked)).headers.location);
    const answer = await one.signIn({}, question);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, PATH]);
    expect((await one.get(PATH)).statusCode).toBe(200);
    const old = new Person();
    old.cookies.set(SESSION, before);
    expect(await old.isIn()).toBe(false);
  });

  it('with the key of somebody else changes nothing', async () => {
    const [one, other] = [await administrator(), await administrator()];
    await setSession(one, { strong_at: new Date(realNow().getTime() - 3_600_000) });
    const answer = await one.signIn({}, `/inloggen/sleutel?terug=${encodeURIComponent(PATH)}`, other.key);
    expect([answer.statusCode, answer.body.includes('Dit is een ander account')]).toEqual([400, true]);
    expect((await one.get(PATH)).statusCode).toBe(303);
  });
});

describe('the keys of one person', () => {
  async function add(person: Person, key = new SoftwarePasskey(SITE), forgery: Forgery = {}, naam = 'Reserve') {
    const page = await person.get(`${OWN_KEYS}/nieuw`);
    const answer = await person.send(page, `${OWN_KEYS}/nieuw`, { naam }, (q) => key.make(q, forgery));
    return { key, answer };
  }
  const remove = async (person: Person, nth: number) => {
    const page = documentOf(await person.get(OWN_KEYS));
    const form = page.querySelectorAll(`form[action="${OWN_KEYS}/weg"]`)[nth];
    const toegangssleutel = form?.querySelector('[name=toegangssleutel]')?.getAttribute('value') ?? newId();
    const _csrf = page.querySelector('[name=_csrf]')!.getAttribute('value')!;
    return person.post(`${OWN_KEYS}/weg`, { _csrf, _sleutel: newId(), toegangssleutel });
  };

  it('are several, each lets her in, and a new one ends her other sessions', async () => {
    const one = await administrator();
    const elsewhere = new Person();
    await elsewhere.signIn({}, undefined, one.key);
    const { key, answer } = await add(one);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${OWN_KEYS}?toegevoegd`]);
    expect([await one.isIn(), await elsewhere.isIn()]).toEqual([true, false]);
    expect((await new Person().signIn({}, undefined, key)).statusCode).toBe(303);
    expect((await new Person().signIn({}, undefined, one.key)).statusCode).toBe(303);
  });

  it('go one by one, never the last, and one that went opens nothing', async () => {
    const one = await administrator();
    const only = documentOf(await one.get(OWN_KEYS));
    expect(only.querySelector(`form[action="${OWN_KEYS}/weg"]`)).toBeNull();
    const { key } = await add(one);
    expect((await remove(one, 1)).headers.location).toBe(`${OWN_KEYS}?verwijderd`);
    expect((await new Person().signIn({}, undefined, key)).statusCode).toBe(400);
    const left = await database.admin
      .selectFrom('accounts.passkey')
      .select('id')
      .where('credential_id', '=', one.key.credentialId)
      .executeTakeFirstOrThrow();
    const _csrf = documentOf(await one.get(OWN_KEYS))
      .querySelector('[name=_csrf]')!
      .getAttribute('value')!;
    const last = await one.post(`${OWN_KEYS}/weg`, { _csrf, _sleutel: newId(), toegangssleutel: left.id });
    expect([last.statusCode, last.body.includes('laatste sleutel')]).toEqual([409, true]);
    expect((await new Person().signIn({}, undefined, one.key)).statusCode).toBe(303);
  });

  it('of somebody else are not there', async () => {
    const [one, other] = [await administrator(), await administrator()];
    await add(one);
    const theirs = await database.admin
      .selectFrom('accounts.passkey')
      .select('id')
      .where('credential_id', '=', other.key.credentialId)
      .executeTakeFirstOrThrow();
    const _csrf = documentOf(await one.get(OWN_KEYS))
      .querySelector('[name=_csrf]')!
      .getAttribute('value')!;
    const answer = await one.post(`${OWN_KEYS}/weg`, { _csrf, _sleutel: newId(), toegangssleutel: theirs.id });
    expect(answer.statusCode).toBe(404);
    expect((await new Person().signIn({}, undefined, other.key)).statusCode).toBe(303);
  });

  it.each([
    ['for another site', { origin: 'https://evil.example' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['without user verification', { flags: PRESENT_ONLY }],
    ['to another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['of another kind', { type: 'webauthn.get' }],
  ] as const)('are not made %s (SEC-08)', async (_, forgery) => {
    const one = await administrator();
    const { key, answer } = await add(one, undefined, forgery);
    expect(answer.statusCode).toBe(400);
    expect((await new Person().signIn({}, undefined, key)).statusCode).toBe(400);
    // nor as a first key, with a code that holds
    const at = await organisation();
    expect((await new Person().accept(await codeFor(at), {}, forgery)).statusCode).toBe(400);
    expect(await rolesAt(at)).toEqual([]);
  });

  it('are made and removed only by who proved herself lately', async () => {
    const one = await administrator();
    await setSession(one, { strong_at: new Date(realNow().getTime() - 3_600_000) });
    expect((await one.get(`${OWN_KEYS}/nieuw`)).headers.location).toContain('/inloggen/bevestigen');
    expect((await remove(one, 0)).headers.location).toContain('/inloggen/bevestigen');
  });
});

describe('inviting somebody', () => {
  const asked = { wie: 'Noor Fictief', nieuweRol: 'opvang', laatsteDag: '', reden: 'Begint maandag' };

  async function ask(person: Person, change: Record<string, string> = {}) {
    return person.send(await person.get(`${INVITES}/nieuw`), `${INVITES}/nieuw`, { ...asked, ...change });
  }
  async function agree(person: Person, url: string) {
    return person.send(await person.get(url), `${url}/besluit`, { besluit: 'goedkeuren' });
  }
  const press = async (person: Person, deed: 'code' | 'intrekken') =>
    person.send(await person.get(INVITES), `${INVITES}/${deed}`);
  const codeOn = (page: Response) => documentOf(page).querySelector('main pre')!.textContent!;

  it('takes two: asked by one, agreed by another; then a code lets her in under the name that both agreed on', async () => {
    const one = await administrator();
    const two = await administrator(one.at);
    const url = String((await ask(one)).headers.location);
    expect(url).toMatch(/^\/goedkeuringen\//);
    expect(documentOf(await one.get(INVITES)).querySelector(`form[action="${INVITES}/code"]`)).toBeNull();
    expect((await agree(one, url).catch(() => ({ statusCode: 409 }))).statusCode).toBe(409);
    expect((await agree(two, url)).statusCode).toBe(303);
    const code = codeOn(await press(one, 'code'));
    // made anew, the first is worth nothing
    const second = codeOn(await press(one, 'code'));
    expect((await new Person().accept(code)).statusCode).toBe(400);
    const noor = new Person();
    expect((await noor.accept(second, { naam: 'Iemand Anders' })).statusCode).toBe(303);
    expect(await rolesAt(one.at)).toContainEqual(
      expect.objectContaining({ role: 'opvang', name: 'Noor Fictief', validUntil: null }),
    );
    expect((await noor.get('/beheer/mensen')).statusCode).toBe(403);
  });

  it('cannot be done alone: the first administrator is told how a second comes in', async () => {
    const alone = await administrator();
    const answer = await ask(alone);
    expect([answer.statusCode, documentOf(answer).getElementById('veld-wie-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('code voor een tweede functioneel beheerder'),
    ]);
  });

  it('as a substitute ends by itself, after fourteen days at most', async () => {
    const one = await administrator();
    const two = await administrator(one.at);
    const inDays = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toLocaleDateString('nl-NL', {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        timeZone: 'Europe/Amsterdam',
      });
    const long = await ask(one, { laatsteDag: inDays(14) });
    expect([long.statusCode, documentOf(long).getElementById('veld-laatsteDag-fout') !== null]).toEqual([409, true]);
    await agree(two, String((await ask(one, { laatsteDag: inDays(13) })).headers.location));
    const substitute = new Person();
    expect((await substitute.accept(codeOn(await press(one, 'code')))).statusCode).toBe(303);
    const held = (await rolesAt(one.at)).find(({ role }) => role === 'opvang');
    expect(held?.validUntil).not.toBeNull();
    expect(await substitute.isIn()).toBe(true);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_from: '2026-01-01', valid_until: '2026-01-15' } as never)
      .where('person_id', '=', held!.personId)
      .execute();
    expect(await substitute.isIn()).toBe(false);
  });

  it('is taken back: its code lets nobody in, also who was on her way', async () => {
    const one = await administrator();
    const two = await administrator(one.at);
    await agree(two, String((await ask(one)).headers.location));
    const code = codeOn(await press(one, 'code'));
    const late = new Person();
    const typed = { code, naam: 'Noor Fictief', email: 'noor@fictief.invalid' };
    const onHerWay = await late.send(await late.get('/uitnodiging'), '/uitnodiging', typed);
    expect((await press(one, 'intrekken')).statusCode).toBe(303);
    const answer = await late.send(onHerWay, '/uitnodiging/sleutel', { naam: 'x' }, (q) => late.key.make(q));
    expect([answer.statusCode, answer.body.includes('Deze code werkt niet meer')]).toEqual([400, true]);
    expect((await new Person().accept(code)).statusCode).toBe(400);
  });

  it('is for the administrator of that organisation alone', async () => {
    const one = await administrator();
    const two = await administrator(one.at);
    await agree(two, String((await ask(one)).headers.location));
    const stranger = await administrator();
    const { id } = await database.admin
      .selectFrom('accounts.invitation')
      .select('id')
      .where('organisation_id', '=', one.at.id)
      .where('role', '=', 'opvang')
      .executeTakeFirstOrThrow();
    const _csrf = documentOf(await stranger.get(INVITES))
      .querySelector('[name=_csrf]')!
      .getAttribute('value')!;
    for (const deed of ['code', 'intrekken'])
      expect(
        (await stranger.post(`${INVITES}/${deed}`, { _csrf, _sleutel: newId(), uitnodiging: id })).statusCode,
      ).toBe(404);
    const worker = await app.visitor(await anActor(database, 'opvang', one.at));
    expect((await worker.get(INVITES)).statusCode).toBe(403);
  });

  it('is refused beside its field for a role that is not there, a day that was, and what was asked before', async () => {
    const one = await administrator();
    await administrator(one.at);
    const refused = async (change: Record<string, string>, field: string, status = 409) => {
      const answer = await ask(one, change);
      expect([answer.statusCode, documentOf(answer).getElementById(`veld-${field}-fout`) !== null]).toEqual([
        status,
        true,
      ]);
    };
    await refused({ nieuweRol: 'bestuurder' }, 'nieuweRol');
    await refused({ laatsteDag: '01-01-2020' }, 'laatsteDag');
    await refused({ laatsteDag: '31-02-2027' }, 'laatsteDag', 400);
    await refused({ wie: ' ' }, 'wie', 400);
    expect((await ask(one)).statusCode).toBe(303);
    await refused({}, 'wie');
  });
});
