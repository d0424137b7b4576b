import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

type Table =
  | 'practices.submission'
  | 'practices.contact'
  | 'practices.question'
  | 'support.request'
  | 'support.step'
  | 'sharing.disclosure';

describe('what holds the name of a professional', () => {
  let database: TestDatabase;
  let app: TestApp;
  let nobody: Visitor;
  let here: TestOrganisation;
  let officer: Visitor;
  let officerActor: Actor;
  let adviser: Visitor;
  let adviserActor: Actor;

  async function post(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(page, action);
    const answer = await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect([answer.statusCode, action]).toEqual([303, action]);
    return answer.headers.location as string;
  }
  const forward = (by: string) => nobody.post('/demo/klok', { vooruit: by });
  const settle = (rule: string, period: string) =>
    database.admin
      .insertInto('retention.term')
      .values({
        tenant_id: here.id,
        id: newId(),
        rule,
        period,
        category: 'proef',
        asked_by_name: 'Een Fictief',
        agreed_by_name: 'Twee Fictief',
        settled_at: new Date(0),
      })
      .execute();
  const countOf = async (table: Table) =>
    (await database.admin.selectFrom(table).select('tenant_id').where('tenant_id', '=', here.id).execute()).length;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    nobody = await app.visitor();
    const vng = await anOrganisation(database, 'vng');
    here = await anOrganisation(database);
    officerActor = await anActor(database, 'beleidsmedewerker', here);
    officer = await app.visitor(officerActor);
    adviserActor = await anActor(database, 'vng-adviseur', vng);
    adviser = await app.visitor(adviserActor);
    for (const [rule, period] of [
      ['submission', 'P1Y'],
      ['contact-request', 'P1Y'],
      ['support-request', 'P2Y'],
      ['disclosure', 'P5Y'],
    ] as const)
      await settle(rule, period);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  async function ask(titel: string): Promise<string> {
    await post(officer, '/praktijk/vragen/nieuw', '/praktijk/vragen', {
      titel,
      tekst: 'Wij oefenden nog nooit.',
      onderdeel: 'K2.2',
      raden: 'nee',
    });
    const { id } = await database.admin
      .selectFrom('practices.submission')
      .select('id')
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    await post(adviser, `/praktijk/nakijken/${id}`, `/praktijk/nakijken/${id}/publiceren`);
    const { published_id } = await database.admin
      .selectFrom('practices.submission')
      .select('published_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return published_id!;
  }
  const heardOf = (id: string) =>
    database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'membership_id'])
      .where('path', '=', `/praktijk/vragen/${id}`)
      .execute();

  it('of a question nobody answers: on day three its named adviser hears it, and not before', async () => {
    const question = await ask('Wie weet dit?');
    const { answer_by } = await database.admin
      .selectFrom('practices.question')
      .select('answer_by')
      .where('id', '=', question)
      .executeTakeFirstOrThrow();
    expect(await heardOf(question)).toEqual([]);
    const today = async () => dutchDay(await readClock(database.kysely));
    while ((await today()) < answer_by) {
      expect(await heardOf(question), await today()).toEqual([]);
      await forward('P1D');
    }
    expect(await today()).toBe(answer_by);
    expect(await heardOf(question)).toEqual([
      { kind: 'practices.unanswered', membership_id: adviserActor.membershipId },
    ]);
    expect((await adviser.page('/overzicht')).body.textContent).toContain('nog geen antwoord');
  });

  it('is erased once its term is over, and what was published stays', async () => {
    await post(officer, '/praktijk/contact/nieuw?gemeente=GM0109&onderdeel=K1.1', '/praktijk/contact', {
      wens: 'call',
      tekst: 'Hoe deed u dit?',
      raden: 'nee',
    });
    await post(officer, '/mag-ik-delen?gegevens=place&ontvanger=police&doel=order', '/mag-ik-delen');
    await post(officer, '/ondersteuning/nieuw?onderdeel=K5.1', '/ondersteuning', { wens: 'Help ons.' });
    const published = await countOf('practices.submission');
    expect([published, await countOf('practices.contact'), await countOf('support.step')]).toEqual([1, 1, 1]);
    await forward('P300D');
    expect([await countOf('practices.submission'), await countOf('practices.contact')]).toEqual([1, 1]);
    await forward('P80D');
    expect([await countOf('practices.submission'), await countOf('practices.contact')]).toEqual([0, 0]);
    expect((await officer.page('/praktijk/vragen')).body.textContent).toContain('Wie weet dit?');
  });

  it('is not erased while it runs, and with all its steps once it is over', async () => {
    const { id } = await database.admin
      .selectFrom('support.request')
      .select('id')
      .where('tenant_id', '=', here.id)
      .executeTakeFirstOrThrow();
    await forward('P400D');
    expect(await countOf('support.request')).toBe(1);
    const path = `/ondersteuning/balie/${id}`;
    await post(adviser, path, `${path}/opnemen`);
    await post(adviser, path, `${path}/gegeven`, { wat: 'Een ochtend samen' });
    const own = `/ondersteuning/verzoeken/${id}`;
    await post(officer, own, own, { opbrengst: 'arranged' });
    await forward('P700D');
    expect([await countOf('support.request'), await countOf('support.step')]).toEqual([1, 4]);
    await forward('P40D');
    expect([await countOf('support.request'), await countOf('support.step')]).toEqual([0, 0]);
    expect(await countOf('sharing.disclosure')).toBe(1);
    await forward('P800D');
    expect(await countOf('sharing.disclosure')).toBe(0);
    const gone = await database.admin
      .selectFrom('retention.tombstone')
      .select('rule')
      .where('tenant_id', '=', here.id)
      .execute();
    expect(new Set(gone.map(({ rule }) => rule))).toEqual(
      new Set(['submission', 'contact-request', 'support-request', 'disclosure']),
    );
  });
});
