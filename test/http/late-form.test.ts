import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, formOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/K2.1';

describe('a form that arrives after the session has ended', () => {
  let database: TestDatabase;
  let app: TestApp;
  let organisation: TestOrganisation;
  let writer: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    organisation = await anOrganisation(database);
    writer = await anActor(database, 'aandachtsfunctionaris', organisation);
  });

  /** Fills the form, loses the session, sends it: gives the answer and the ticket that the browser got. */
  async function sendTooLate() {
    const visitor = await app.visitor(writer);
    const form = await visitor.form(PATH);
    await database.admin
      .updateTable('accounts.session')
      .set({ ended_at: new Date(0) })
      .where('person_id', '=', writer.personId)
      .execute();
    const answer = await visitor.send({
      ...form,
      fields: { ...form.fields, aandachtsfunctionaris: 'Getypt voor het te laat was', urenPerWeek: 'x' },
    });
    return { answer, ticket: String(answer.headers['set-cookie'] ?? '').match(/inbeeld-formulier=([^;]+)/)?.[1] };
  }
  const asWith = async (actor: Actor, ticket: string) => {
    const visitor = await app.visitor(actor);
    return {
      visitor,
      get: (url: string) =>
        visitor.request({ method: 'GET', url, headers: { cookie: `${visitor.cookie}; inbeeld-formulier=${ticket}` } }),
    };
  };

  it('is given back to the same person, filled in and not yet stored', async () => {
    const { answer, ticket } = await sendTooLate();
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/inloggen?terug=%2Fformulier-terug&reden=verlopen',
    ]);
    const { visitor, get } = await asWith(writer, ticket!);
    const kept = formOf(documentOf(await get('/formulier-terug')), PATH);
    const shown = documentOf(await visitor.send(kept));
    expect(shown.querySelector('[name=aandachtsfunctionaris]')?.getAttribute('value')).toBe(
      'Getypt voor het te laat was',
    );
    expect(shown.querySelector('[name=urenPerWeek]')?.getAttribute('value')).toBe('x');
    expect(
      await database.admin
        .selectFrom('approach.element')
        .selectAll()
        .where('tenant_id', '=', organisation.id)
        .execute(),
    ).toEqual([]);
  });

  it('is destroyed when somebody else asks for it, and then is gone for its writer too', async () => {
    const { ticket } = await sendTooLate();
    const other = await anActor(database, 'aandachtsfunctionaris', organisation);
    const seen = await (await asWith(other, ticket!)).get('/formulier-terug');
    expect(seen.body).not.toContain('Getypt voor het te laat was');
    expect(seen.body).toContain('Er is geen formulier bewaard');
    expect((await (await asWith(writer, ticket!)).get('/formulier-terug')).body).toContain(
      'Er is geen formulier bewaard',
    );
  });

  it('comes back too when its writer signed in again in another tab', async () => {
    const visitor = await app.visitor(writer);
    const form = await visitor.form(PATH);
    const again = await app.visitor(writer);
    const answer = await again.send({
      ...form,
      fields: { ...form.fields, aandachtsfunctionaris: 'Uit het oude tabblad' },
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/formulier-terug']);
    const ticket = String(answer.headers['set-cookie']).match(/inbeeld-formulier=([^;]+)/)?.[1];
    expect((await (await asWith(writer, ticket!)).get('/formulier-terug')).body).toContain('Uit het oude tabblad');
  });

  it('is unreadable in the database', async () => {
    const { ticket } = await sendTooLate();
    const row = await database.admin
      .selectFrom('accounts.late_form')
      .selectAll()
      .where('id', '=', ticket!.split('.')[0]!)
      .executeTakeFirstOrThrow();
    expect(row.sealed.includes(Buffer.from('Getypt'))).toBe(false);
    expect(row.path).toBe(PATH);
  });

  it('is not kept for who sends a token that was never ours', async () => {
    const nobody = await app.visitor();
    const answer = await nobody.post(PATH, {
      _csrf: `${writer.personId}.aaaaaaaaaaaa.${'a'.repeat(43)}`,
      aandachtsfunctionaris: 'vreemd',
    });
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([303, undefined]);
  });
});
