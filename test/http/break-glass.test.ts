import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dueWorks } from '../../src/app/due-work.ts';
import { runDue } from '../../src/platform/runner/run-due.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { TrialDossiers, trialDossier } from '../support/trial-dossier.ts';

const REASON = 'Er is nu gevaar en de collega is niet bereikbaar';

/** SEC-15, on a dossier of no feature. */
describe('breaking the glass', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let people: Record<'officer' | 'mine' | 'other' | 'fg' | 'ciso', Actor>;
  let visitor: Visitor;
  let dossier: string;
  let base = 0;
  let latest = 0;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database, 'demo', { extend: trialDossier });
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });
  beforeEach(async () => {
    base += latest;
    latest = 0;
    here = await anOrganisation(database);
    const person = (role: Role) => anActor(database, role, here);
    people = {
      officer: await person('aandachtsfunctionaris'),
      mine: await person('zorgcoordinator'),
      other: await person('zorgcoordinator'),
      fg: await person('fg'),
      ciso: await person('ciso'),
    };
    const trial = new TrialDossiers(database);
    dossier = await trial.open(people.officer);
    await trial.give(people.officer, dossier, people.other);
    visitor = await app.visitor(people.mine);
  });

  /** The domain clock only goes forward: minutes count from the beginning of each test. */
  async function moveClock(minutes: number) {
    latest = minutes;
    await database.admin
      .updateTable('platform.clock')
      .set({ offset_ms: (base + minutes) * 60_000 })
      .execute();
  }
  const page = () => `/noodtoegang/${dossier}`;
  const content = () => `/proef/VA-03/D5/${dossier}`;
  async function breakIt(change: Record<string, string> = {}, by = visitor) {
    const form = await by.form(page(), page());
    return by.send({ ...form, fields: { ...form.fields, reden: REASON, minuten: '15', ...change } });
  }
  const glass = () =>
    database.admin.selectFrom('privacy.break_glass').selectAll().where('dossier_id', '=', dossier).executeTakeFirst();
  const runEverything = (until?: Date) =>
    runDue(database.kysely, dueWorks('demo'), {
      wait: true,
      ...(until && { until }),
      onError: (error) => {
        throw error;
      },
    });
  const told = async (actor: Actor) =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select(['kind', 'path'])
        .where('membership_id', '=', actor.membershipId)
        .orderBy('id')
        .execute()
    ).map(({ kind, path }) => [kind, path]);

  it('opens one dossier for reading, for as long as was asked, and then not any more', async () => {
    expect((await visitor.get(content())).statusCode).toBe(404);
    const answer = await breakIt();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, content()]);
    expect((await visitor.get(content())).statusCode).toBe(200);
    await moveClock(14);
    expect((await visitor.get(content())).statusCode).toBe(200);
    await moveClock(16);
    expect((await visitor.get(content())).statusCode).toBe(404);
  });

  it('opens no other dossier, and nothing in another session of the same person', async () => {
    await breakIt();
    const another = await new TrialDossiers(database).open(people.officer);
    expect((await visitor.get(`/proef/VA-03/D5/${another}`)).statusCode).toBe(404);
    const elsewhere = await app.visitor(people.mine);
    expect((await elsewhere.get(content())).statusCode).toBe(404);
  });

  it('asks for a reason of twenty characters and a length of an hour at most, with 400', async () => {
    for (const change of [{ reden: 'spoed' }, { reden: ' '.repeat(40) }, { minuten: '61' }, { minuten: '' }])
      expect((await breakIt(change)).statusCode, JSON.stringify(change)).toBe(400);
    expect(await glass()).toBeUndefined();
    expect(documentOf(await breakIt({ reden: 'spoed' })).getElementById('veld-reden-fout')?.textContent).toContain(
      'twintig tekens',
    );
  });

  it('tells two colleagues and the officer for data protection at once, by message and mail without content', async () => {
    await breakIt();
    const { id, told_ids } = (await glass())!;
    // who works on the dossier first
    expect(told_ids).toEqual([people.other.personId, people.officer.personId, people.fg.personId]);
    expect(await told(people.other)).toEqual([['privacy.glass-broken', `/noodtoegang/melding/${id}`]]);
    expect(await told(people.fg)).toEqual([['privacy.glass-broken', `/privacyloket/noodtoegang/${id}`]]);
    const mail = await database.admin
      .selectFrom('mail.outbox')
      .select(['person_id', 'path'])
      .where('tenant_id', '=', here.id)
      .execute();
    expect(mail.map(({ person_id }) => person_id).sort()).toEqual([...told_ids].sort());
    expect(mail.every(({ path }) => path.startsWith('/berichten/'))).toBe(true);
  });

  it('is shown on every page of that session, and ends when she closes it', async () => {
    const banner = async (url: string) => (await visitor.page(url)).querySelector('.ib-glass')?.textContent;
    expect(await banner('/overzicht')).toBeUndefined();
    await breakIt();
    for (const url of ['/overzicht', '/goedkeuringen', '/voorkeuren', '/gemeenten', '/goedkeuringen/niet-hier'])
      expect(await banner(url), url).toContain('Alles wat u doet, wordt gemerkt');
    const form = await visitor.form('/overzicht', '/noodtoegang/sluiten');
    expect((await visitor.send(form)).statusCode).toBe(303);
    expect(await banner('/overzicht')).toBeUndefined();
    expect((await visitor.get(content())).statusCode).toBe(404);
  });

  it('marks every read meanwhile in the log, and none before or after', async () => {
    await visitor.get(content());
    await breakIt();
    const { id } = (await glass())!;
    await visitor.get(content());
    await visitor.get(content());
    await moveClock(16);
    await visitor.get(content());
    const rows = await database.admin
      .selectFrom('audit.decision')
      .select(['action', 'outcome', 'ground'])
      .where('tenant_id', '=', here.id)
      .where('person_id', '=', people.mine.personId)
      .where('action', '=', 'proef.read')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ outcome, ground }) => [outcome, ground])).toEqual([
      ['refused', null],
      ['allowed', `break-glass:${id}`],
      ['allowed', `break-glass:${id}`],
      ['refused', null],
    ]);
    const seen = await (await app.visitor(people.fg)).page(`/privacyloket/noodtoegang/${id}`);
    expect(seen.querySelectorAll('table tbody tr').length).toBeGreaterThanOrEqual(2);
  });

  it('is reviewed afterwards by somebody else, once', async () => {
    await breakIt();
    const { id } = (await glass())!;
    const url = `/privacyloket/noodtoegang/${id}`;
    const fg = await app.visitor(people.fg);
    expect((await fg.page(url)).querySelector('main form')).toBeNull();
    await moveClock(20);
    const form = await fg.form(url);
    expect((await fg.send(form)).statusCode).toBe(400);
    const fields = { ...form.fields, oordeel: 'nodig', toelichting: 'Terecht, de collega was ziek.' };
    expect((await fg.send({ ...form, fields })).headers.location).toBe(`${url}?beoordeeld`);
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select('state')
      .where('subject_id', '=', id)
      .execute();
    expect(deadlines).toEqual([{ state: 'done' }]);
    const ciso = await app.visitor(people.ciso);
    expect((await ciso.page(url)).querySelector('main')?.textContent).toContain('Het was nodig');
    expect((await ciso.page(url)).querySelector('main form')).toBeNull();
  });

  it('goes up when nobody reviewed it in three working days', async () => {
    const governor = await anActor(database, 'bestuurder', here);
    await breakIt();
    const { id, review_due_at, opened_at } = (await glass())!;
    const days = (review_due_at.getTime() - opened_at.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(3);
    await runEverything(new Date(review_due_at.getTime() - 1));
    expect(await told(governor)).toEqual([]);
    await runEverything(review_due_at);
    expect(await told(governor)).toEqual([['privacy.glass-unreviewed', `/noodtoegang/melding/${id}`]]);
    expect((await told(people.ciso)).at(-1)).toEqual(['privacy.glass-unreviewed', `/privacyloket/noodtoegang/${id}`]);
    expect((await (await app.visitor(governor)).get(`/noodtoegang/melding/${id}`)).statusCode).toBe(200);
  });

  it('is refused to who may read it anyway, and where nobody would hear it', async () => {
    const theirs = await app.visitor(people.other);
    const answer = await breakIt({}, theirs);
    expect([answer.statusCode, documentOf(answer).querySelector('.ib-glass')]).toEqual([409, null]);
    expect(answer.body).toContain('Noodtoegang is niet nodig');

    const lonely = await anOrganisation(database);
    const only = await anActor(database, 'zorgcoordinator', lonely);
    const id = await new TrialDossiers(database).open(only);
    const alone = await app.visitor(only);
    const form = await alone.form(`/noodtoegang/${id}`);
    const refused = await alone.send({ ...form, fields: { ...form.fields, reden: REASON, minuten: '15' } });
    expect([refused.statusCode, refused.body.includes('geen twee anderen')]).toEqual([409, true]);
    // two who hear it, and no officer for data protection: closed as well, and it says why
    for (const role of ['teamleider', 'aandachtsfunctionaris'] as const) await anActor(database, role, lonely);
    const again = await alone.form(`/noodtoegang/${id}`);
    const unheard = await alone.send({ ...again, fields: { ...again.fields, reden: REASON, minuten: '15' } });
    expect([unheard.statusCode, unheard.body.includes('Zonder FG is er geen noodtoegang')]).toEqual([409, true]);
    expect((await alone.page('/overzicht')).querySelector('.ib-glass')).toBeNull();
  });

  it('does not exist for who is excluded, and is forbidden to who works on no dossiers', async () => {
    await new TrialDossiers(database).exclude(people.officer, dossier, people.mine);
    expect((await visitor.get(page())).statusCode).toBe(404);
    for (const role of ['beheerder', 'ciso', 'fg', 'medewerker', 'teamleider'] as const)
      expect((await (await app.visitor(await anActor(database, role, here))).get(page())).statusCode, role).toBe(403);
  });

  it('lets who was told read why, and a colleague who was not find nothing', async () => {
    await breakIt();
    const { id } = (await glass())!;
    const url = `/noodtoegang/melding/${id}`;
    const other = await app.visitor(people.other);
    expect((await other.page(url)).querySelector('main')?.textContent).toContain(REASON);
    expect((await other.page(url)).querySelector('main form')).toBeNull();
    const stranger = await app.visitor(await anActor(database, 'medewerker', here));
    expect((await stranger.get(url)).statusCode).toBe(404);
  });
});
