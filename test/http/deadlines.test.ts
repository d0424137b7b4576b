import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { connect } from '../../src/platform/db/database.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

interface Letter {
  readonly id: string;
  readonly aan: string;
  readonly onderwerp: string;
  readonly tekst: string;
  readonly verzondenOp: string;
  readonly link: string;
}

describe('what lapses', () => {
  let database: TestDatabase;
  let app: TestApp;
  let nobody: Visitor;
  let place: TestOrganisation;
  let actor: Actor;
  let substitute: Actor;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
    nobody = await app.visitor();
  });
  afterAll(() => database.close());

  const today = async () => dutchDay(await readClock(database.kysely));
  const forward = (by: string) => nobody.post('/demo/klok', { vooruit: by });
  const post = async (who: Actor): Promise<Letter[]> =>
    (await nobody.get('/demo/post.json'))
      .json<Letter[]>()
      .filter(({ aan }) => aan === `${who.personId}@fictief.invalid`);
  const pathOf = (letter: Letter) => new URL(letter.link).pathname;
  const main = (page: Document) => page.querySelector('main')!;

  async function newPlace() {
    place = await anOrganisation(database);
    actor = await anActor(database, 'aandachtsfunctionaris', place);
    substitute = await anActor(database, 'aandachtsfunctionaris', place);
  }
  async function record(who: Actor, until: PlainDate) {
    const visitor = await app.visitor(who);
    const form = await visitor.form('/aanpak/K2.1');
    const answer = await visitor.send({
      ...form,
      fields: {
        ...form.fields,
        aandachtsfunctionaris: who.personName,
        vervanger: 'Iemand Anders',
        urenPerWeek: '8',
        besluit: 'Voorbeeldbesluit',
        besluitdatum: writeDutchDate(await today()),
        geldigTot: writeDutchDate(until),
      },
    });
    expect(answer.statusCode).toBe(303);
    return visitor;
  }

  it('is heard by mail without content, waits on the home page, and leads to the form', async () => {
    await newPlace();
    const visitor = await record(actor, addDays(await today(), 100));
    expect(main(await visitor.page('/overzicht')).textContent).toContain('U bent bij');
    await forward('P11D');
    const letters = await post(actor);
    expect(letters).toHaveLength(1);
    const { onderwerp, tekst, link } = letters[0]!;
    expect(onderwerp).toBe('Er staat iets voor u klaar');
    expect(tekst).toContain(link);
    expect(tekst).not.toMatch(new RegExp(`K2|aandacht|mensenhandel|${actor.personName}|${place.name}`, 'i'));

    const page = main(await visitor.page('/overzicht'));
    const task = page.querySelector('.ib-task a')!;
    expect(task.textContent).toContain('Aandachtsfunctionaris (K2.1) loopt af (nieuw)');
    expect(task.getAttribute('href')).toBe(pathOf(letters[0]!));
    const opened = await visitor.get(pathOf(letters[0]!));
    expect([opened.statusCode, opened.headers.location]).toEqual([303, '/aanpak/K2.1']);
    expect(
      main(await visitor.page('/overzicht'))
        .querySelector('.ib-task a')
        ?.getAttribute('href'),
    ).toBe('/aanpak/K2.1');
    await forward('P14D');
    expect(await post(substitute)).toEqual([]);
  });

  it('goes to a colleague in the same role when nobody opens it', async () => {
    await newPlace();
    await record(actor, addDays(await today(), 100));
    await forward('P11D');
    expect(await post(substitute)).toEqual([]);
    await forward('P8D');
    const [letter] = await post(substitute);
    const stand = await app.visitor(substitute);
    expect((await stand.get(pathOf(letter!))).headers.location).toBe('/aanpak/K2.1');
    expect(main(await stand.page('/overzicht')).textContent).toContain('Aandachtsfunctionaris (K2.1) loopt af');
  });

  it('rings once for each alarm when the clock jumps over all three, and shows that it lapsed', async () => {
    await newPlace();
    const visitor = await record(actor, addDays(await today(), 100));
    await forward('P200D');
    await forward('PT1H');
    const letters = await post(actor);
    expect(letters).toHaveLength(3);
    const times = letters.map(({ verzondenOp }) => verzondenOp);
    expect(times).toEqual([...times].sort().reverse());
    const page = main(await visitor.page('/overzicht'));
    expect(page.querySelectorAll('.ib-task')).toHaveLength(1);
    expect(page.textContent).toContain('Termijn voorbij');
    expect(page.textContent).toMatch(/Termijn voorbij\s*sinds/);
    expect(page.textContent).toContain('is vervallen');
  });

  it('rings for the new date only, once the record is replaced', async () => {
    await newPlace();
    const start = await today();
    await record(actor, addDays(start, 100));
    await record(actor, addDays(start, 1000));
    await forward('P150D');
    expect(await post(actor)).toEqual([]);
  });

  it('holds in every process: one clock, one alarm', async () => {
    await newPlace();
    await record(actor, addDays(await today(), 100));
    const other = connect(database.url, () => {}, 4);
    const before = await readClock(other.kysely);
    await Promise.all([
      forward('P11D'),
      runEverythingDue(other.kysely, 'demo', { wait: true }),
      runEverythingDue(other.kysely, 'demo', { wait: false }),
    ]);
    const after = await readClock(other.kysely);
    await other.close();
    expect(dutchDay(after)).toBe(addDays(dutchDay(before), 11));
    expect(await post(actor)).toHaveLength(1);
  });

  it('asks whoever opens the link to sign in first, and shows it to nobody else', async () => {
    await newPlace();
    await record(actor, addDays(await today(), 100));
    await forward('P11D');
    const path = pathOf((await post(actor))[0]!);
    const signIn = await nobody.get(path);
    expect([signIn.statusCode, signIn.headers.location]).toEqual([303, `/inloggen?terug=${encodeURIComponent(path)}`]);
    const stranger = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    for (const who of [stranger, substitute]) {
      const visitor = await app.visitor(who);
      for (const wrong of [path, `/berichten/${newId()}`, '/berichten/1', "/berichten/' or 1=1"])
        expect((await visitor.get(wrong)).statusCode, wrong).toBe(404);
    }
    await forward('P30D');
    expect(await post(substitute)).toHaveLength(1);
  });

  describe('the choice of mail', () => {
    const choose = async (visitor: Visitor, fields: Record<string, string>) => {
      const form = await visitor.form('/voorkeuren', '/voorkeuren');
      return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    };

    it('is kept, shown again, and followed', async () => {
      await newPlace();
      const visitor = await app.visitor(actor);
      const form = await visitor.form('/voorkeuren', '/voorkeuren');
      expect(form.fields).toMatchObject({ epost: `${actor.personId}@fictief.invalid`, wanneer: 'direct' });
      const answer = await choose(visitor, { wanneer: 'uit' });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/voorkeuren?opgeslagen']);
      expect((await visitor.form('/voorkeuren', '/voorkeuren')).fields.wanneer).toBe('uit');
      await record(actor, addDays(await today(), 100));
      await forward('P11D');
      expect(await post(actor)).toEqual([]);
      expect(main(await visitor.page('/overzicht')).querySelectorAll('.ib-task')).toHaveLength(1);
    });

    it('says what is wrong beside the field, and keeps what was typed', async () => {
      await newPlace();
      const visitor = await app.visitor(actor);
      const answer = await choose(visitor, { epost: 'geen adres', wanneer: 'soms' });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('(2 invoerfouten)');
      expect(answer.body).toContain('value="geen adres"');
      expect((await visitor.form('/voorkeuren', '/voorkeuren')).fields.wanneer).toBe('direct');
    });

    it('that bounces tells the manager of the organisation where to look', async () => {
      await newPlace();
      const manager = await app.visitor(await anActor(database, 'beheerder', place));
      expect(main(await manager.page('/berichten/onbestelbaar')).textContent).toContain('Alle adressen werken');
      const visitor = await app.visitor(actor);
      await choose(visitor, { epost: 'weg@onbestelbaar.invalid' });
      await record(actor, addDays(await today(), 100));
      await forward('P11D');
      const task = main(await manager.page('/overzicht')).querySelector('.ib-task a')!;
      expect(task.textContent).toContain('E-mail aan een collega komt niet aan');
      const opened = await manager.get(task.getAttribute('href')!);
      expect(opened.headers.location).toBe('/berichten/onbestelbaar');
      expect(main(await manager.page('/berichten/onbestelbaar')).textContent).toContain(actor.personName);
      expect(main(await manager.page('/overzicht')).querySelectorAll('.ib-task')).toHaveLength(0);
      expect(main(await visitor.page('/voorkeuren')).textContent).toContain('komt niet aan');
      expect((await visitor.get('/berichten/onbestelbaar')).statusCode).toBe(403);
    });
  });

  it('shows the post of the demo a hundred at a time, newest first', async () => {
    await database.admin.deleteFrom('mail.demo_letter').execute();
    expect(main(await nobody.page('/demo/post')).textContent).toContain('Er is nog geen post');
    const letters = Array.from({ length: 10_000 }, (_, index) => ({
      id: newId(),
      to_address: `${index}@fictief.invalid`,
      path: '/overzicht',
      sent_at: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
    }));
    await database.admin.insertInto('mail.demo_letter').values(letters.slice(0, 1)).execute();
    expect(main(await nobody.page('/demo/post')).querySelectorAll('tbody tr')).toHaveLength(1);
    await database.admin.insertInto('mail.demo_letter').values(letters.slice(1)).execute();
    const first = main(await nobody.page('/demo/post'));
    expect(first.querySelectorAll('tbody tr')).toHaveLength(100);
    expect(first.querySelector('tbody tr')?.textContent).toContain('9999@fictief.invalid');
    const last = main(await nobody.page('/demo/post?pagina=100'));
    expect([...last.querySelectorAll('tbody tr')].at(-1)?.textContent).toContain('0@fictief.invalid');
    expect((await nobody.get('/demo/post.json')).json()).toHaveLength(1000);
  });
});

describe('a real database', () => {
  it('has no page for the post of a demo', async () => {
    const database = await createDatabase({ reference: false, kind: 'real' });
    const app = await testApp(database, 'real');
    const nobody = await app.visitor();
    for (const path of ['/demo/post', '/demo/post.json']) expect((await nobody.get(path)).statusCode).toBe(404);
    await database.close();
  });
});
