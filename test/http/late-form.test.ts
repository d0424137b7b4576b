import type { Response } from 'light-my-request';
import { beforeAll, describe, expect, it } from 'vitest';
import { realNow } from '../../src/platform/clock/real-time.ts';
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
  async function sendTooLate(who = writer, cookie?: string) {
    const visitor = await app.visitor(who);
    const form = await visitor.form(PATH);
    await database.admin
      .updateTable('accounts.session')
      .set({ ended_at: new Date(0) })
      .where('person_id', '=', who.personId)
      .execute();
    const typed = { aandachtsfunctionaris: `Getypt voor het te laat was (${who.personName})`, urenPerWeek: 'x' };
    const answer = await visitor.request({
      method: 'POST',
      url: form.action,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `${visitor.cookie}; inbeeld-formulier=${cookie ?? ''}`,
      },
      payload: new URLSearchParams({ ...form.fields, ...typed }).toString(),
    });
    return { answer, ticket: ticketsOf(answer) };
  }
  const ticketsOf = (answer: Response) => {
    const kept = String(answer.headers['set-cookie'] ?? '').match(/inbeeld-formulier=([^;]+)/)?.[1];
    return kept && decodeURIComponent(kept);
  };
  const words = (answer: Response) => documentOf(answer).querySelector('main')!.textContent;
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
    const signIn = await app.visitor();
    const asked = await signIn.page('/inloggen?terug=%2Fformulier-terug&reden=verlopen');
    expect(asked.querySelector('main')?.textContent).toContain('Wat u invulde, is een uur bewaard');
    expect(documentOf(await get('/formulier-terug')).querySelector('main')?.textContent).toContain(`de pagina ${PATH}`);
    const kept = formOf(documentOf(await get('/formulier-terug')), PATH);
    const shown = documentOf(await visitor.send(kept));
    expect(shown.querySelector('[name=aandachtsfunctionaris]')?.getAttribute('value')).toBe(
      `Getypt voor het te laat was (${writer.personName})`,
    );
    expect(shown.querySelector('[name=urenPerWeek]')?.getAttribute('value')).toBe('x');
    expect(shown.querySelector('main .utrecht-alert')?.textContent).toContain('dit is nog niet opgeslagen');
    const waits = (answer: Response) => documentOf(answer).querySelector('main a[href="/formulier-terug"]') !== null;
    expect(waits(await get('/overzicht'))).toBe(true);
    expect(waits(await visitor.get('/overzicht'))).toBe(false);
    const colleague = await asWith(await anActor(database, 'aandachtsfunctionaris', organisation), ticket!);
    expect(waits(await colleague.get('/overzicht'))).toBe(false);
    expect(
      await database.admin
        .selectFrom('approach.element')
        .selectAll()
        .where('tenant_id', '=', organisation.id)
        .execute(),
    ).toEqual([]);
  });

  it('is invisible to somebody else who signs in first at that browser, and waits for its writer', async () => {
    const { ticket } = await sendTooLate();
    const other = await anActor(database, 'aandachtsfunctionaris', organisation);
    const stranger = await asWith(other, ticket!);
    const seen = await stranger.get('/formulier-terug');
    const without = await stranger.visitor.get('/formulier-terug');
    expect(words(seen)).toBe(words(without));
    expect(seen.body).toContain('Er is geen formulier bewaard');
    // what is hers to throw away is not this one, and the ticket stays in the browser
    const { fields } = await stranger.visitor.form('/sessies', '/uitloggen');
    const thrown = await stranger.visitor.request({
      method: 'POST',
      url: '/formulier-terug/weg',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `${stranger.visitor.cookie}; inbeeld-formulier=${ticket}`,
      },
      payload: new URLSearchParams(fields).toString(),
    });
    expect(ticketsOf(thrown)).toBe(ticket);
    expect((await (await asWith(writer, ticket!)).get('/formulier-terug')).body).toContain(
      'Getypt voor het te laat was',
    );
  });

  it('of two people at one browser waits for each of them', async () => {
    const first = await sendTooLate();
    const other = await anActor(database, 'aandachtsfunctionaris', organisation);
    const second = await sendTooLate(other, first.ticket);
    expect(second.ticket).toContain(first.ticket);
    for (const who of [writer, other]) {
      const { get } = await asWith(who, second.ticket!);
      const kept = formOf(documentOf(await get('/formulier-terug')), PATH);
      expect(kept.fields.aandachtsfunctionaris).toBe(`Getypt voor het te laat was (${who.personName})`);
    }
  });

  it('is gone for everybody once its hour is over', async () => {
    const { ticket } = await sendTooLate();
    await database.admin
      .updateTable('accounts.late_form')
      .set({ created_at: new Date(realNow().getTime() - 3_601_000) })
      .where('id', '=', ticket!.split('.')[0]!)
      .execute();
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
    expect(Buffer.from(row.sealed).includes('Getypt')).toBe(false);
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
