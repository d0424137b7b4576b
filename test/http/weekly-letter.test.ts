import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

interface Letter {
  readonly aan: string;
  readonly onderwerp: string;
  readonly tekst: string;
}

describe('the weekly letter with questions of peers', () => {
  let database: TestDatabase;
  let app: TestApp;
  let place: TestOrganisation;
  let actor: Actor;
  let visitor: Visitor;
  let nobody: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    nobody = await app.visitor();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    place = await anOrganisation(database);
    await become('aandachtsfunctionaris');
  });

  const become = async (role: Role, personId?: string) => {
    actor = await anActor(database, role, place, personId);
    visitor = await app.visitor(actor);
  };
  const main = (page: Document) => page.querySelector('main')!;
  const form = () => visitor.form('/voorkeuren', '/voorkeuren');
  const choose = async (fields: Record<string, string>) => {
    const filled = await form();
    const { weekbrief: _, ...rest } = filled.fields;
    return visitor.send({ ...filled, fields: { ...rest, ...fields } });
  };
  const publish = async (title: string) => {
    const now = await readClock(database.kysely);
    const id = newId();
    await database.admin
      .insertInto('practices.question')
      .values({
        ...{
          tenant_id: place.id,
          id,
          source_id: place.id,
          title,
          text: 'Wij <b>oefenden</b> nog nooit.',
          element: null,
        },
        ...{ asked_on: dutchDay(now), answer_by: dutchDay(now), published_at: now },
      })
      .execute();
    return id;
  };
  const weekLater = () => nobody.post('/demo/klok', { vooruit: 'P7D' });
  const letters = async () =>
    (await nobody.get('/demo/post.json'))
      .json<Letter[]>()
      .filter(({ aan }) => aan === `${actor.personId}@fictief.invalid`);

  it('is off, is turned on and off, and keeps the choice beside an error', async () => {
    expect((await form()).fields.weekbrief).toBeUndefined();
    const answer = await choose({ weekbrief: 'ja' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/voorkeuren?opgeslagen']);
    expect((await form()).fields.weekbrief).toBe('ja');
    const wrong = await choose({ weekbrief: 'ja', epost: 'geen adres' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toMatch(/<input[^>]*name="weekbrief"[^>]*checked/);
    await choose({});
    expect((await form()).fields.weekbrief).toBeUndefined();
  });

  it('is not offered to whoever reads no questions, and saving leaves the choice of her other role alone', async () => {
    await choose({ weekbrief: 'ja' });
    await become('beheerder', actor.personId);
    expect(main(await visitor.page('/voorkeuren')).textContent).not.toContain('vragen van collega’s');
    await choose({ wanneer: 'dag', weekbrief: 'ja' });
    await choose({ wanneer: 'uit' });
    const kept = () =>
      database.admin.selectFrom('mail.subscription').select('id').where('id', '=', actor.personId).execute();
    expect(await kept()).toHaveLength(1);
    await become('beheerder');
    await choose({ weekbrief: 'ja' });
    expect(await kept()).toEqual([]);
  });

  it('is read in the post of the demo, word for word, with addresses that lead there', async () => {
    await choose({ weekbrief: 'ja' });
    const id = await publish('Hoe oefent u de meldroute?');
    await weekLater();
    const found = await letters();
    expect(found.map(({ onderwerp }) => onderwerp)).toEqual(['Vragen van collega’s']);
    const { tekst } = found[0]!;
    expect(tekst).toContain('> Wij <b>oefenden</b> nog nooit.');
    expect(tekst).not.toContain('{adres}');
    const address = new RegExp(`^https?://\\S+(/praktijk/vragen/${id})$`, 'm').exec(tekst)![1]!;
    expect((await visitor.get(address)).statusCode).toBe(200);
    const page = main(await nobody.page('/demo/post'));
    expect(page.textContent).toContain('Wij <b>oefenden</b> nog nooit.');
    expect(page.querySelector('td b')).toBeNull();
    await weekLater();
    expect(await letters()).toHaveLength(1);
  });

  it('never reaches whoever did not ask', async () => {
    await publish('Voor wie erom vroeg');
    await weekLater();
    expect(await letters()).toEqual([]);
  });
});
