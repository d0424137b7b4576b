import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const CROSS_SITE = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };

describe('a link from a mail or another site', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  it('asks the browser to come again, so that its strict cookie comes along', async () => {
    const nobody = await app.visitor();
    const answer = await nobody.request({ method: 'GET', url: `/aanpak?a=1&b="><script>`, headers: CROSS_SITE });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(documentOf(answer).querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toMatch(
      /^0;url=\/aanpak\?a=1/,
    );
    expect(answer.body).not.toContain('<script>');
  });

  it('leads to signing in when nobody was signed in after all', async () => {
    const nobody = await app.visitor();
    const answer = await nobody.request({
      method: 'GET',
      url: '/aanpak',
      headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' },
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/inloggen?terug=%2Faanpak']);
  });

  it('never sends a form: that must come from our own page', async () => {
    const actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    const visitor = await app.visitor(actor);
    const form = await visitor.form('/aanpak/K2.1');
    const answer = await visitor.request({
      method: 'POST',
      url: form.action,
      headers: { ...CROSS_SITE, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form.fields).toString(),
    });
    expect(answer.statusCode).toBe(403);
  });
});
