import { SignJWT } from 'jose';
import type { Response } from 'light-my-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerProvider } from '../../src/features/accounts/index.ts';
import { realNow } from '../../src/platform/clock/real-time.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { TEST_KEYS, TEST_URL, type TestApp, testApp, Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { type Forgery, startForgingProvider } from '../support/forging-provider.ts';
import { type Account, startIdentityProvider, type TestProvider } from '../support/identity-provider.ts';

const SUBSTANTIAL = 'http://eidas.europa.eu/LoA/substantial';
const CLIENT = 'in-beeld';
const NAMES = { attempt: '__Host-inbeeld-aanmelding', session: '__Host-inbeeld' };

let database: TestDatabase;
let app: TestApp;
let provider: TestProvider;
let forger: Awaited<ReturnType<typeof startForgingProvider>>;

beforeAll(async () => {
  database = await sharedDatabase();
  [provider, forger] = await Promise.all([startIdentityProvider(), startForgingProvider(CLIENT)]);
  app = await testApp(database, 'real', { outboundAllow: [provider.host, forger.host] });
});
afterAll(async () => {
  await app.server.close();
  await Promise.all([provider.close(), forger.close()]);
});

/** An organisation whose people sign in at this issuer. */
async function registered(issuer: string, kind = 'gemeente'): Promise<TestOrganisation> {
  const organisation = await anOrganisation(database, kind);
  await database.admin
    .updateTable('accounts.identity_provider')
    .set({ ended_at: realNow() })
    .where('issuer', '=', issuer)
    .execute();
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(organisation.id);
  const done = await enter(database.kysely, { door: 'own', tenantId: organisation.id }, (tx) => {
    lendKeys(tx, keys);
    return registerProvider(
      tx,
      { organisationId: organisation.id, issuer, clientId: CLIENT, strongLevels: [SUBSTANTIAL], stepUpBy: 'acr' },
      realNow(),
    );
  });
  if (!done.ok) throw new Error(done.error.code);
  if (issuer === provider.issuer)
    provider.register({
      client_id: CLIENT,
      redirect_uris: [`${TEST_URL}/inloggen/terug`],
      jwks: { keys: [done.value.publicKey] as never },
    });
  return organisation;
}

/** What the answer puts in the browser, by name; an emptied cookie is left out. */
function cookiesOf(answer: Response): ReadonlyMap<string, string> {
  return new Map(answer.cookies.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
}

const withCookies = (cookies: ReadonlyMap<string, string>) =>
  new Visitor(app.server, [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));

/** The browser is sent to the provider. */
async function begin(code: string, more: { path?: string; cookies?: ReadonlyMap<string, string> } = {}) {
  const path = more.path ?? `/inloggen/bij?organisatie=${code}&terug=%2Fsessies`;
  const answer = await withCookies(more.cookies ?? new Map()).get(path);
  expect(answer.statusCode, answer.body).toBe(200);
  const address = /^0; url=(.+)$/.exec(String(answer.headers.refresh))![1]!;
  return { address, cookies: new Map([...(more.cookies ?? []), ...cookiesOf(answer)]) };
}

const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

/** Signs in at the real provider, all the way. */
async function signIn(code: string, account: Account, more: Parameters<typeof begin>[1] = {}) {
  const { address, cookies } = await begin(code, more);
  const back = await provider.signIn(address, account);
  // from another site a browser keeps the cookie of the session (SameSite=Strict) at home
  const along = new Map([...cookies].filter(([name]) => name !== NAMES.session));
  const answer = await withCookies(along).get(pathOf(back));
  return { answer, back, cookies, session: cookiesOf(answer).get(NAMES.session) };
}

const browserOf = (session: string) => withCookies(new Map([[NAMES.session, session]]));
const somebody = (change: Partial<Account> = {}): Account => ({
  id: newId(),
  name: 'Fenna Fictief-1',
  email: 'fenna@fictief.invalid',
  ...change,
});

const rolesOf = (personName: string, organisationId: string) =>
  database.admin
    .selectFrom('accounts.membership')
    .select(['role', 'person_id as personId', 'id'])
    .where('person_name', '=', personName)
    .where('organisation_id', '=', organisationId)
    .execute();

describe('signing in with the account of one’s work', () => {
  it('asks code, PKCE, state and nonce, no profile, and proves the program with a key (ID-01 to ID-04, ID-07)', async () => {
    const { code } = await registered(provider.issuer);
    const asked = new URL((await begin(code)).address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${TEST_URL}/inloggen/terug`,
      client_id: CLIENT,
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked.get(secret)!.length).toBeGreaterThan(21);
    const published = await new Visitor(app.server, undefined).get(`/inloggen/sleutels/${code}`);
    expect(published.json().keys).toHaveLength(1);
    expect(Object.keys(published.json().keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('makes an employee of a municipality `medewerker` at the first time and nothing more, and the same person the next time', async () => {
    const { code, id } = await registered(provider.issuer);
    const account = somebody({ name: `Fenna Fictief-${code}` });
    const first = await signIn(code, account);
    expect(first.answer.statusCode).toBe(303);
    expect(first.answer.headers.location).toBe('/sessies');
    expect((await browserOf(first.session!).page('/sessies')).body.textContent).toContain('Medewerker');
    const again = await signIn(code, { ...account, email: 'changed@fictief.invalid' });
    expect(again.session).not.toBe(first.session);
    expect(await rolesOf(account.name!, id)).toMatchObject([{ role: 'medewerker' }]);
  });

  it('keeps the cookie of the session from scripts and other sites, and no token anywhere in the browser (ID-11)', async () => {
    const { code } = await registered(provider.issuer);
    const { answer } = await signIn(code, somebody());
    const cookie = answer.cookies.find(({ name }) => name === NAMES.session)!;
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' });
    expect(answer.body).not.toMatch(/eyJ/);
    expect(JSON.stringify(answer.headers)).not.toMatch(/eyJ/);
  });

  it('tells two people with one address apart when their organisations have other providers (ID-09)', async () => {
    const { code, id } = await registered(provider.issuer);
    const other = await registered(forger.issuer);
    const account = somebody({ name: 'Fictief Hetzelfde' });
    await signIn(code, account);
    const { address, cookies } = await begin(other.code);
    forger.answerWith(address, { claims: { sub: account.id, name: account.name!, email: account.email } });
    expect((await comeBack(address, cookies)).statusCode).toBe(303);
    const [one] = await rolesOf(account.name!, id);
    const [another] = await rolesOf(account.name!, other.id);
    expect(one!.personId).not.toBe(another!.personId);
  });

  it('gives nobody a role again whose role was ended, and nobody one in an organisation that is no municipality', async () => {
    const { code, id } = await registered(provider.issuer);
    const account = somebody({ name: `Weg Fictief-${code}` });
    await signIn(code, account);
    const { personId } = (await rolesOf(account.name!, id))[0]!;
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: '2026-01-02', valid_from: '2026-01-01' } as never)
      .where('person_id', '=', personId)
      .execute();
    const { answer, session } = await signIn(code, account);
    expect([answer.statusCode, session]).toEqual([400, undefined]);
    expect(answer.body).toContain('Uw rol in In Beeld is beëindigd');
    const shelter = await registered(provider.issuer, 'opvangorganisatie');
    const refused = await signIn(shelter.code, somebody());
    expect(refused.answer.body).toContain('u hebt hier nog geen rol');
    expect(refused.session).toBeUndefined();
  });

  it('lets nobody in at an organisation with a provider of its own by another way', async () => {
    const mine = await registered(provider.issuer);
    const theirs = await registered(forger.issuer);
    const account = somebody({ name: `Twee Fictief-${mine.code}` });
    const { session } = await signIn(mine.code, account);
    const { personId } = (await rolesOf(account.name!, mine.id))[0]!;
    const there = await anActor(database, 'medewerker', theirs);
    await database.admin
      .updateTable('accounts.membership')
      .set({ person_id: personId })
      .where('id', '=', there.membershipId)
      .execute();
    const page = await browserOf(session!).page('/inloggen');
    expect(page.body.textContent).not.toContain(theirs.name);
    const form = await browserOf(session!)
      .form('/sessies')
      .catch(() => undefined);
    const csrf = form?.fields._csrf ?? page.querySelector('[name=_csrf]')?.getAttribute('value') ?? '';
    const tried = await browserOf(session!).post('/inloggen/rol', {
      _csrf: csrf,
      _sleutel: newId(),
      rol: there.membershipId,
    });
    expect(tried.statusCode).toBe(404);
  });
});

/** The forging provider sends the browser straight back. */
function comeBack(address: string, cookies: ReadonlyMap<string, string>, change: Record<string, string> = {}) {
  const query = new URLSearchParams({
    code: 'x',
    state: new URL(address).searchParams.get('state')!,
    ...change,
  });
  return withCookies(cookies).get(`/inloggen/terug?${query}`);
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

describe('a forged answer', () => {
  let code: string;
  beforeAll(async () => {
    ({ code } = await registered(forger.issuer));
  });
  const forgeries: readonly (readonly [string, Forgery])[] = [
    ['without a signature (alg none)', { token: (good) => `${base64({ alg: 'none' })}.${base64(good)}.` }],
    [
      'signed with the public key as a secret (HS256)',
      {
        token: (good, { publishedPem }) =>
          new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(Buffer.from(publishedPem.padEnd(64))),
      },
    ],
    [
      'signed by somebody else',
      {
        token: (good, { other }) =>
          new SignJWT(good).setProtectedHeader({ alg: 'PS256', kid: 'own' }).sign(other.privateKey),
      },
    ],
    [
      'signed by a key that is not published',
      {
        token: (good, { other }) =>
          new SignJWT(good).setProtectedHeader({ alg: 'PS256', kid: 'other' }).sign(other.privateKey),
      },
    ],
    [
      'changed after it was signed',
      {
        token: async (good, { own }) => {
          const token = await new SignJWT(good).setProtectedHeader({ alg: 'PS256', kid: 'own' }).sign(own.privateKey);
          const [header, , signature] = token.split('.');
          return `${header}.${base64({ ...good, sub: 'b2' })}.${signature}`;
        },
      },
    ],
    ['of another issuer', { claims: { iss: 'https://elsewhere.invalid' } }],
    ['for another program', { claims: { aud: 'another' } }],
    ['for two programs, of which another asked', { claims: { aud: [CLIENT, 'another'], azp: 'another' } }],
    ['that has expired', { claims: { exp: seconds() - 120 } }],
    ['that does not hold yet', { claims: { nbf: seconds() + 600 } }],
    ['with the nonce of another sign-in', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } as never }],
    ['that names nobody', { claims: { sub: undefined } as never }],
    ['in the name of another (represents)', { claims: { represents: { sub: 'b2' } } }],
    ['that is no token', { token: () => 'no token' }],
  ];

  it.each(forgeries)('%s lets nobody in (ID-05, ID-06)', async (_, forgery) => {
    const { address, cookies } = await begin(code);
    forger.answerWith(address, forgery);
    const answer = await comeBack(address, cookies);
    expect(answer.statusCode).toBe(400);
    expect(cookiesOf(answer).get(NAMES.session)).toBeUndefined();
    expect(
      await database.admin
        .selectFrom('accounts.identity')
        .selectAll()
        .where('issuer', '=', forger.issuer)
        .where('subject', '=', 'b2')
        .execute(),
    ).toEqual([]);
  });

  it('says the same, whatever was wrong with the proof (SEC-05)', async () => {
    const texts = new Set<string>();
    for (const [, forgery] of forgeries.filter(([name]) => !name.includes('represents'))) {
      const { address, cookies } = await begin(code);
      forger.answerWith(address, forgery);
      texts.add((await comeBack(address, cookies)).body.replaceAll(/[\w-]{16,}/g, ''));
    }
    expect(texts.size).toBe(1);
  });

  it('of a good sign-in is used once, in the browser that began it, and with its state', async () => {
    const good = async () => {
      const begun = await begin(code);
      forger.answerWith(begun.address, {});
      return begun;
    };
    const one = await good();
    expect((await comeBack(one.address, one.cookies)).statusCode).toBe(303);
    expect((await comeBack(one.address, one.cookies)).statusCode).toBe(400);
    const [two, three] = [await good(), await good()];
    expect((await comeBack(two.address, three.cookies)).statusCode).toBe(400);
    const four = await good();
    expect((await comeBack(four.address, four.cookies, { state: 'made-up' })).statusCode).toBe(400);
    expect((await comeBack(four.address, new Map())).statusCode).toBe(400);
    // none of these used it up
    expect((await comeBack(four.address, four.cookies)).statusCode).toBe(303);
  });

  it('that another provider gave (mix-up) is refused by the issuer it names (ID-08)', async () => {
    forger.publish({ authorization_response_iss_parameter_supported: true });
    const mixed = await testApp(database, 'real', { outboundAllow: [forger.host] });
    const visitor = new Visitor(mixed.server, undefined);
    const began = await visitor.get(`/inloggen/bij?organisatie=${code}`);
    const address = String(began.headers.refresh).slice('0; url='.length);
    forger.answerWith(address, {});
    const state = new URL(address).searchParams.get('state')!;
    const browser = new Visitor(mixed.server, `${NAMES.attempt}=${cookiesOf(began).get(NAMES.attempt)}`);
    const answer = await browser.get(
      `/inloggen/terug?code=x&state=${state}&iss=${encodeURIComponent(provider.issuer)}`,
    );
    expect(answer.statusCode).toBe(400);
    forger.publish({});
    await mixed.server.close();
  });

  it('by a provider that publishes another issuer than its own is refused before anybody goes there', async () => {
    forger.publish({ issuer: 'https://elsewhere.invalid' });
    const fresh = await testApp(database, 'real', { outboundAllow: [forger.host] });
    const answer = await new Visitor(fresh.server, undefined).get(`/inloggen/bij?organisatie=${code}`);
    expect([answer.statusCode, answer.headers.refresh]).toEqual([400, undefined]);
    forger.publish({});
    await fresh.server.close();
  });

  it('of a provider that does not answer is told as that, and in time', async () => {
    const nobody = await registered('http://127.0.0.1:9');
    const fresh = await testApp(database, 'real', { outboundAllow: ['127.0.0.1:9'] });
    const answer = await new Visitor(fresh.server, undefined).get(`/inloggen/bij?organisatie=${nobody.code}`);
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('antwoordt niet');
    await fresh.server.close();
  });
});

describe('proving oneself anew', () => {
  const PATH = '/beheer/mensen/rol-geven';

  /** Somebody who manages a municipality, signed in by its provider. */
  async function administrator(account: Account = somebody()) {
    const municipality = await registered(provider.issuer);
    await signIn(municipality.code, account);
    await database.admin
      .updateTable('accounts.membership')
      .set({ role: 'beheerder' })
      .where('organisation_id', '=', municipality.id)
      .execute();
    const { session } = await signIn(municipality.code, account);
    return { municipality, account, session: session! };
  }

  it('is asked before a role is given, also of who has the role for it (SEC-07)', async () => {
    const { session, account, municipality } = await administrator();
    const asked = await browserOf(session).get(PATH);
    expect(asked.headers.location).toBe(`/inloggen/bevestigen?terug=${encodeURIComponent(PATH)}`);
    const { answer, session: stronger } = await signIn(
      municipality.code,
      { ...account, acr: SUBSTANTIAL },
      { path: asked.headers.location as string, cookies: new Map([[NAMES.session, session]]) },
    );
    expect([answer.statusCode, answer.headers.location]).toEqual([303, PATH]);
    expect((await browserOf(stronger!).get(PATH)).statusCode).toBe(200);
    // the cookie of before is worth nothing (SEC-02)
    expect((await browserOf(session).get(PATH)).headers.location).toContain('/inloggen?');
  });

  it('asks the level and a fresh sign-in, and a weaker answer is refused', async () => {
    const { session, account, municipality } = await administrator();
    const path = `/inloggen/bevestigen?terug=${encodeURIComponent(PATH)}`;
    const cookies = new Map([[NAMES.session, session]]);
    const asked = new URL((await begin(municipality.code, { path, cookies })).address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ max_age: '0', prompt: 'login', acr_values: SUBSTANTIAL });
    const weak = await signIn(municipality.code, account, { path, cookies });
    expect(weak.answer.statusCode).toBe(400);
    expect((await browserOf(session).get(PATH)).statusCode).toBe(303);
  });

  it('as somebody else changes nothing', async () => {
    const { session, municipality } = await administrator();
    const path = `/inloggen/bevestigen?terug=${encodeURIComponent(PATH)}`;
    const other = await signIn(municipality.code, somebody({ acr: SUBSTANTIAL }), {
      path,
      cookies: new Map([[NAMES.session, session]]),
    });
    expect([other.answer.statusCode, other.session]).toEqual([400, undefined]);
    expect(other.answer.body).toContain('Dit is een ander account');
  });
});

describe('signing out at the provider', () => {
  let code: string;
  beforeAll(async () => {
    ({ code } = await registered(forger.issuer));
  });
  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };

  async function signedInAtForger(sid: string) {
    const { address, cookies } = await begin(code);
    forger.answerWith(address, { claims: { sub: newId(), sid } });
    const answer = await comeBack(address, cookies);
    return cookiesOf(answer).get(NAMES.session)!;
  }
  const send = async (claims: Record<string, unknown>, header: Record<string, unknown> = {}) => {
    const at = seconds();
    const token = await new SignJWT({
      iss: forger.issuer,
      aud: CLIENT,
      iat: at,
      exp: at + 120,
      jti: newId(),
      events: EVENTS,
      ...claims,
    })
      .setProtectedHeader({ alg: 'PS256', kid: 'own', typ: 'logout+jwt', ...header })
      .sign(forger.keys.own.privateKey);
    return new Visitor(app.server, undefined).post('/inloggen/afgemeld', { logout_token: token });
  };
  const isIn = async (session: string) => (await browserOf(session).get('/sessies')).statusCode === 200;

  it('ends that session here at once, and no other (ID-10)', async () => {
    const [one, other] = [await signedInAtForger('sid-1'), await signedInAtForger('sid-2')];
    expect([await isIn(one), await isIn(other)]).toEqual([true, true]);
    expect((await send({ sid: 'sid-2' })).statusCode).toBe(200);
    expect([await isIn(one), await isIn(other)]).toEqual([true, false]);
  });

  it.each([
    ['with a nonce', { sid: 's', nonce: 'x' }, {}],
    ['without the event', { sid: 's', events: {} }, {}],
    ['of another kind', { sid: 's' }, { typ: 'JWT' }],
    ['for another program', { sid: 's', aud: 'another' }, {}],
    ['that is old', { sid: 's', iat: seconds() - 600 }, {}],
    ['that names nobody', {}, {}],
  ])('is refused %s', async (_, claims, header) => {
    const session = await signedInAtForger('s');
    expect((await send(claims, header)).statusCode).toBe(400);
    expect(await isIn(session)).toBe(true);
  });
});
