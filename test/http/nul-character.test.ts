import type { FastifyRequest } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

/** The one character that no text of ours can hold: PostgreSQL refuses it. */
describe('a NUL character', () => {
  let database: TestDatabase;
  let app: TestApp;
  let seen: { query: unknown; body: unknown };

  beforeAll(async () => {
    database = await sharedDatabase();
    const config = { access: 'public', purpose: 'geen', data: ['D0'], action: 'test.try', multipart: true } as const;
    app = await testApp(database, 'demo', {
      extend: (server) => {
        const look = async ({ query, body }: FastifyRequest) => {
          seen = { query, body };
          return 'gezien';
        };
        server.post('/proef', { config }, look);
        server.post('/api/v1/proef', { config }, look);
      },
    });
  });

  it.each([
    ['/gemeenten/%00', 'nl', 'Deze pagina is er niet'],
    ['/gemeenten/GM%000014?van=%00', 'nl', 'Deze pagina is er niet'],
    ['/en/municipalities/%00', 'en', 'This page is not here'],
    ['/%00', 'nl', 'Deze pagina is er niet'],
  ])('in the address of a page names nothing: %s', async (url, lang, title) => {
    const answer = await (await app.visitor()).get(url);
    const page = documentOf(answer);
    expect([answer.statusCode, page.documentElement.lang]).toEqual([404, lang]);
    expect(page.title).toContain(title);
  });

  it('in the address of data names nothing, and is told so as a problem', async () => {
    const answer = await app.server.inject({ method: 'GET', url: '/api/v1/gemeenten/%00' });
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['api-version']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      expect.any(String),
    ]);
  });

  it('in an address behind the door names nothing either', async () => {
    const colleague = await app.visitor(await anActor(database, 'beleidsmedewerker', await anOrganisation(database)));
    expect((await colleague.get('/aanpak/plan/acties/%00')).statusCode).toBe(404);
  });

  it('is not there in what is asked or sent, however it is sent', async () => {
    const send = (url: string, type: string, payload: string) =>
      app.server.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    const form = new URLSearchParams([
      ['naam', 'a\u0000b'],
      ['keuze', '\u0000'],
      ['keuze', 'c\u0000'],
    ]).toString();
    await send('/proef?naam=x%00y&rij=1%00&rij=2', 'application/x-www-form-urlencoded', form);
    expect(seen).toEqual({ query: { naam: 'xy', rij: ['1', '2'] }, body: { naam: 'ab', keuze: ['', 'c'] } });
    const part = (name: string, value: string) =>
      `--grens\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    await send('/proef', 'multipart/form-data; boundary=grens', `${part('naam', 'a\u0000b')}--grens--\r\n`);
    expect(seen.body).toEqual({ naam: 'ab' });
    const json = JSON.stringify({
      naam: 'a\u0000b',
      lijst: ['\u0000', { diep: 'c\u0000', 'sle\u0000utel': 1 }],
      leeg: null,
    });
    await send('/api/v1/proef', 'application/json', json);
    expect(seen.body).toEqual({ naam: 'ab', lijst: ['', { diep: 'c', sleutel: 1 }], leeg: null });
  });

  it('leaves a person without a session when it stands in the cookie', async () => {
    const answer = await app.server.inject({ method: 'GET', url: '/overzicht', headers: { cookie: 'inbeeld=%00' } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('/inloggen')]);
  });
});
