import { exportSPKI, generateKeyPair } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSecret } from '../../src/platform/ids/uuid.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { askToken as askTokenOf, proofOf, type RegisteredSystem, registerSystem } from '../support/a-system.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';
import { bearerFor } from '../support/token.ts';

const TOO_LONG_AGO = '2026-01-01';

describe('a system of the municipality', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let administrator: Actor;
  let officer: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    administrator = await anActor(database, 'beheerder', here);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
  });

  const https = { 'x-forwarded-proto': 'https' };

  const registered = (name = 'Meldpunt (fictief)') => registerSystem(database, app, administrator, name);
  const askToken = (fields: Readonly<Record<string, string>>) => askTokenOf(app, fields);
  const tokenOf = async (system: RegisteredSystem): Promise<string> =>
    (await askToken(await proofOf(system))).json().access_token;
  const SIGNAL = {
    soort: 'plek',
    bron: 'telephone',
    gezien: 'Er liggen acht matrassen in een schuur.',
    plek: 'Voorbeeldstraat 1, Fictiefdorp',
    gevaar: false,
  };
  const send = (token: string, body: object, key: string | undefined = newSecret(12)) =>
    app.server.inject({
      method: 'POST',
      url: '/api/v1/signalen',
      headers: { ...https, authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) },
      payload: body,
    });
  const get = (token: string, path: string) =>
    app.server.inject({ method: 'GET', url: path, headers: { ...https, authorization: `Bearer ${token}` } });
  const stored = () =>
    database.admin.selectFrom('signals.signal_report').selectAll().where('tenant_id', '=', here.id).execute();

  it('gets a token that lives shortly for a proof by its key, of which only the public half is here', async () => {
    const { id, privateKey, sleutel, visitor } = await registered();
    const asked = await askToken({ ...(await proofOf({ id, privateKey })), client_id: id });
    expect(asked.json()).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'signalen' });
    expect(asked.headers['cache-control']).toContain('no-store');
    expect((await askToken(await proofOf({ id, privateKey }, { aud: 'https://localhost:80' }))).statusCode).toBe(200);
    const row = await database.admin
      .selectFrom('accounts.system_client')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(Object.keys(row.public_key as object).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    expect(row.registered_by_name).toBe(administrator.personName);
    expect((await visitor.get('/beheer/koppelingen')).body).toContain(row.key_print);
    // a key is of one system
    const form = await visitor.form('/beheer/koppelingen/nieuw');
    const again = await visitor.send({ ...form, fields: { ...form.fields, naam: 'Ander systeem', sleutel } });
    expect([again.statusCode, again.body]).toMatchObject([409, expect.stringContaining('gebruikt deze sleutel al')]);
    const secret = await visitor.form('/beheer/koppelingen/nieuw');
    const shown = '-----BEGIN PRIVATE KEY-----';
    const refused = await visitor.send({
      ...secret,
      fields: { ...secret.fields, naam: 'Ander systeem', sleutel: shown },
    });
    expect([refused.statusCode, refused.body]).toMatchObject([
      400,
      expect.stringContaining('Dit is de geheime sleutel'),
    ]);
  });

  it('uses a proof once, also when it is sent twice at the same moment', async () => {
    const proof = await proofOf(await registered());
    const codes = (await Promise.all([1, 2, 3, 4].map(() => askToken(proof)))).map(({ statusCode }) => statusCode);
    expect(codes.sort()).toEqual([200, 401, 401, 401]);
  });

  it('is refused alike with another key, an id of nobody, an old proof or when it was stopped; another grant is not there', async () => {
    const { id, privateKey, visitor } = await registered();
    const token = await tokenOf({ id, privateKey });
    const other = await generateKeyPair('ES256');
    const minutes = (n: number) => Math.floor(Date.now() / 1000) + n * 60;
    const wrong = [
      await askToken(await proofOf({ id, privateKey: other.privateKey })),
      await askToken(await proofOf({ id: here.id, privateKey })),
      await askToken(await proofOf({ id: 'geen id', privateKey })),
      await askToken(await proofOf({ id, privateKey }, { aud: 'https://elders.invalid' })),
      // a clock that is ten minutes off, to either side
      await askToken(await proofOf({ id, privateKey }, { iat: minutes(-10), exp: minutes(10) })),
      await askToken(await proofOf({ id, privateKey }, { iat: minutes(10), exp: minutes(11) })),
      await askToken({ ...(await proofOf({ id, privateKey })), client_id: here.id }),
      await askToken({ ...(await proofOf({ id, privateKey })), client_assertion_type: 'geen' }),
      await askToken({ ...(await proofOf({ id, privateKey })), client_assertion: '' }),
      // a secret that both know is no way in
      await askToken({ grant_type: 'client_credentials', client_id: id, client_secret: newSecret(32) }),
    ];
    const form = await visitor.form('/beheer/koppelingen', '/beheer/koppelingen/stoppen');
    expect((await visitor.send(form)).statusCode).toBe(303);
    wrong.push(await askToken(await proofOf({ id, privateKey })));
    for (const answer of wrong)
      expect([answer.statusCode, answer.json()]).toMatchObject([401, { error: 'invalid_client' }]);
    // nor with the token it still had
    expect((await send(token, SIGNAL)).statusCode).toBe(401);
    const good = await proofOf({ id, privateKey });
    const password = await askToken({ ...good, grant_type: 'password' });
    expect([password.statusCode, password.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
  });

  it('is registered once under a name, with a key that is one, and stopped by its own administrator alone', async () => {
    const { visitor, id } = await registered();
    const form = await visitor.form('/beheer/koppelingen/nieuw');
    const sleutel = await exportSPKI((await generateKeyPair('ES256', { extractable: true })).publicKey);
    const used = await visitor.send({ ...form, fields: { ...form.fields, naam: 'Meldpunt (fictief)', sleutel } });
    expect([used.statusCode, used.body]).toEqual([409, expect.stringContaining('al een systeem met deze naam')]);
    const none = await visitor.send({ ...form, fields: { ...form.fields, naam: 'Ander', sleutel: 'geen sleutel' } });
    expect([none.statusCode, none.body]).toEqual([400, expect.stringContaining('Dit is geen openbare sleutel')]);
    expect(none.body).toContain('value="Ander"');
    const stranger = await app.visitor(await anActor(database, 'beheerder', await anOrganisation(database)));
    const list = await stranger.form('/beheer/koppelingen/nieuw');
    const stop = { ...list, action: '/beheer/koppelingen/stoppen', fields: { ...list.fields, koppeling: id } };
    expect((await stranger.send(stop)).statusCode).toBe(404);
    expect((await stranger.get('/beheer/koppelingen')).body).not.toContain('Meldpunt');
  });

  it('passes a signal on that the focal point finds, and reads only that it was received, runs or is done', async () => {
    const token = await tokenOf(await registered());
    const answer = await send(token, { ...SIGNAL, vorm: 'labour-exploitation', sector: 'agriculture' });
    expect(answer.statusCode).toBe(201);
    const { kenmerk } = answer.json();
    expect(answer.headers.location).toBe(`/api/v1/signalen/${kenmerk}`);
    const page = await (await app.visitor(officer)).get(`/meldingen/${kenmerk}`);
    expect(page.body).toContain('acht matrassen');
    expect(page.body).toContain('Telefoon');
    const standing = async () => (await get(token, answer.headers.location as string)).json();
    expect(await standing()).toMatchObject({ kenmerk, stand: 'ontvangen' });
    const [row] = await stored();
    expect(Buffer.from(row!.observation).includes('matrassen')).toBe(false);
    const mark = (marks: object) =>
      database.admin.updateTable('signals.signal_report').set(marks).where('id', '=', row!.id).execute();
    await mark({ taken_up_on: row!.received_on, taken_up_by: officer.personId });
    expect((await standing()).stand).toBe('in-behandeling');
    await mark({ weighed_on: row!.received_on, passed_on: row!.received_on });
    expect(Object.keys(await standing()).sort()).toEqual(['kenmerk', 'merk', 'ontvangstDatum', 'stand']);
    await mark({ closed_on: row!.received_on, close_reason: 'help-arranged', act_by: null });
    expect(await standing()).toMatchObject({ stand: 'afgerond' });
    await mark({ received_on: TOO_LONG_AGO });
    expect((await get(token, `/api/v1/signalen/${kenmerk}`)).statusCode).toBe(404);
  });

  it('sends twice with one key and makes one signal; with one key and another message it is refused', async () => {
    const token = await tokenOf(await registered());
    const key = newSecret(12);
    const both = await Promise.all([send(token, SIGNAL, key), send(token, SIGNAL, key)]);
    const third = await send(token, SIGNAL, key);
    expect([...both, third].map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(new Set([...both, third].map((each) => each.json().kenmerk)).size).toBe(1);
    expect(third.headers.location).toBe(`/api/v1/signalen/${third.json().kenmerk}`);
    const other = await send(token, { ...SIGNAL, plek: 'Een andere straat 2' }, key);
    expect([other.statusCode, other.json().type]).toEqual([409, expect.stringContaining('form-key-used')]);
    expect(await stored()).toHaveLength(1);
    const none = await send(token, SIGNAL, '');
    expect([none.statusCode, none.json().errors[0]]).toMatchObject([400, { in: 'header' }]);
  });

  it('is told every fault of its message, and never what stood in it', async () => {
    const token = await tokenOf(await registered());
    const faults = async (body: object) => {
      const answer = await send(token, body);
      expect([answer.statusCode, answer.body.includes('123456782')]).toEqual([400, false]);
      return answer.json().errors.map((each: { location: { pointer: string } }) => each.location.pointer);
    };
    expect(await faults({ soort: 'iets', gevaar: 'nee' })).toEqual(['/soort', '/bron', '/gezien', '/gevaar']);
    expect(await faults({ ...SIGNAL, gezien: 'Zijn nummer is 123456782.' })).toEqual(['/gezien']);
    expect(await faults({ ...SIGNAL, plek: undefined })).toEqual(['/plek']);
    expect(await faults({ ...SIGNAL, gevaar: true })).toEqual(['/gebeld']);
    expect(await faults({ ...SIGNAL, bsn: '123456782' })).toEqual(['/']);
    expect(await faults({ ...SIGNAL, bereiken: 'via de balie' })).toEqual(['/bereiken']);
    expect(await faults({ ...SIGNAL, bron: 'administrative-report' })).toEqual(['/beslisVoorDatum']);
    expect(await faults({ ...SIGNAL, gezien: 'a'.repeat(5_001) })).toEqual(['/gezien']);
    const named = { ...SIGNAL, gezien: 'Daar werkt Jan de Vries elke dag.' };
    expect(await faults(named)).toEqual(['/gezien', '/nagekeken']);
    expect((await send(token, { ...named, nagekeken: true })).statusCode).toBe(201);
    expect(await stored()).toHaveLength(1);
  });

  it('passes a person on only when the gate is open', async () => {
    const token = await tokenOf(await registered());
    const person = { ...SIGNAL, soort: 'persoon', zei: 'Ik mag niet weg.', minderjarig: 'no' };
    const closed = await send(token, person);
    expect([closed.statusCode, closed.json().type]).toEqual([409, expect.stringContaining('feature-closed')]);
    expect(await stored()).toEqual([]);
    await openGate(database, here.id, 'signals');
    expect((await send(token, person)).statusCode).toBe(201);
    expect((await stored())[0]).toMatchObject({ kind: 'person', source: 'telephone', reporter_person_id: null });
  });

  it('comes in nowhere else, and a person may pass on with a token of her own', async () => {
    const system = await registered();
    const token = await tokenOf(system);
    for (const path of ['/api/v1/aanpak/kader', '/api/v1/cijfers/in-beeld'])
      expect([path, (await get(token, path)).statusCode === 200]).toEqual([
        path,
        app.routes.some((route) => route.path === path && route.config.access === 'public'),
      ]);
    const colleague = await anActor(database, 'medewerker', here);
    const own = await bearerFor(database, colleague);
    const { kenmerk } = (await send(own, SIGNAL)).json();
    expect((await get(own, `/api/v1/signalen/${kenmerk}`)).statusCode).toBe(200);
    // what another recorded is not there
    expect((await get(token, `/api/v1/signalen/${kenmerk}`)).statusCode).toBe(404);
    const mayor = await bearerFor(database, await anActor(database, 'bestuurder', here));
    expect((await send(mayor, SIGNAL)).statusCode).toBe(403);
    const events = await database.admin
      .selectFrom('audit.event')
      .select(['action', 'person_name', 'role'])
      .where('tenant_id', '=', here.id)
      .where('person_id', '=', system.id)
      .execute();
    expect(events).toContainEqual({
      action: 'accounts.system-token',
      person_name: 'Meldpunt (fictief)',
      role: 'medewerker',
    });
  });
});
