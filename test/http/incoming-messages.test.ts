import { beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

/** Whatever comes in, the answer is a refusal in Dutch and never repeats what came. */
describe('a message that is not what it should be', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  const send = (url: string, type: string, payload: string) =>
    app.server.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it.each(['/api/v1/signalen', '/signalencheck'])('is refused when it goes too deep: %s', async (url) => {
    for (const depth of [22, 5_000, 20_000])
      expect([depth, (await send(url, 'application/json', nested(depth))).statusCode]).toEqual([depth, 400]);
  });

  it('may go as deep as is allowed', async () => {
    expect((await send('/api/v1/signalen', 'application/json', nested(20))).statusCode).toBe(401);
  });

  it.each(['text/plain', 'application/xml'])('is refused when it is %s', async (type) => {
    const answer = await send('/api/v1/signalen', type, 'x');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([415, PROBLEM]);
  });

  it('is refused in Dutch when a name is unknown, without that name or its value', async () => {
    const answer = await app.server.inject('/api/v1/gemeenten?geheime-naam=geheim-woord');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([
      { in: 'query', code: 'unrecognized.keys', detail: 'Er staat een naam in die hier niet hoort.' },
    ]);
    expect(answer.body).not.toMatch(/geheim|Unrecognized|expected|Invalid/);
  });

  it('is refused in Dutch beside a field that nobody can see', async () => {
    const focal = await app.visitor(await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)));
    const form = await focal.form('/aanpak/K2.1', '/aanpak/K2.1');
    const answer = await focal.send({ ...form, fields: { ...form.fields, bewijsstukId: 'zzz' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Dit is anders geschreven dan hier past.');
    expect(answer.body).not.toMatch(/Invalid|expected/);
  });
});
