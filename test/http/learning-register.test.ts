import { beforeAll, describe, expect, it } from 'vitest';
import { LEARNING_ERASERS, learningPath } from '../../src/features/learning/index.ts';
import { enterTrainings } from '../../src/features/learning/use-cases/import-trainings.ts';
import { type PassedPath, passPath } from '../../src/features/learning/use-cases/pass-path.ts';
import { readAllProgress, recordProgress } from '../../src/features/learning/use-cases/progress.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const TEAMS = '/leren/teams';
const TRAINING = '/leren/training';
const IMPORT = `${TEAMS}/inlezen`;
const HEADINGS = 'Naam\tE-mail\tFunctie\tCursus\tGevolgd op\tBegonnen op';

describe('the training register', () => {
  let database: TestDatabase;
  let app: TestApp;
  let today: PlainDate;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    today = dutchDay(await readClock(database.kysely));
  });

  interface World {
    readonly here: TestOrganisation;
    readonly leader: Actor;
    readonly focal: Actor;
    readonly keeper: Visitor;
    as(role: Role): Promise<{ readonly actor: Actor; readonly visitor: Visitor }>;
  }
  async function aMunicipality(isOpen = true): Promise<World> {
    const here = await anOrganisation(database);
    if (isOpen) await openGate(database, here.id, 'learning');
    const leader = await anActor(database, 'teamleider', here);
    const focal = await anActor(database, 'aandachtsfunctionaris', here);
    return {
      here,
      leader,
      focal,
      keeper: await app.visitor(focal),
      async as(role) {
        const actor = await anActor(database, role, here);
        return { actor, visitor: await app.visitor(actor) };
      },
    };
  }
  async function aTeam({ keeper, leader }: World, fields: Readonly<Record<string, string>> = {}) {
    const form = await keeper.form(TEAMS, TEAMS);
    const team = { naam: 'De Balie', werk: 'BZ', mensen: '5', teamleider: leader.membershipId, ...fields };
    return keeper.send({ ...form, fields: { ...form.fields, ...team } });
  }
  const teamIn = (answer: Awaited<ReturnType<typeof aTeam>>) =>
    /[0-9a-f-]{36}/.exec(String(answer.headers.location))![0];
  const on = (daysAgo: number) => writeDutchDate(addDays(today, -daysAgo));
  const line = (name: string, daysAgo = 30, work = 'Burgerzaken', course = 'E-learning') =>
    [name, `${name.replaceAll(' ', '.').toLowerCase()}@fictief.nl`, work, course, on(daysAgo), on(daysAgo + 20)].join(
      '\t',
    );
  const table = (...lines: string[]) => [HEADINGS, ...lines].join('\n');

  async function look(visitor: Visitor, tabel: string) {
    const form = await visitor.form(IMPORT, IMPORT);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, tabel })) body.append(name, value);
    const sent = new Response(body);
    return visitor.request({
      method: 'POST',
      url: IMPORT,
      headers: { 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
  }
  function enterForm(answer: Awaited<ReturnType<typeof look>>) {
    const form = documentOf(answer).querySelector(`form[action="${IMPORT}/vastleggen"]`);
    const inputs = [...(form?.querySelectorAll('input') ?? [])];
    const fields = Object.fromEntries(inputs.map((each) => [each.getAttribute('name')!, each.getAttribute('value')!]));
    return { action: `${IMPORT}/vastleggen`, fields };
  }
  const imported = async (visitor: Visitor, ...lines: string[]) =>
    visitor.send(enterForm(await look(visitor, table(...lines))));
  const facts = async ({ here }: World) =>
    (
      await database.admin
        .selectFrom('approach.fact')
        .select(['element', 'state', 'lapses_on as lapsesOn', 'evidence_title as evidence'])
        .where('tenant_id', '=', here.id)
        .where('source', '=', 'learning')
        .orderBy('reported_at')
        .orderBy('id')
        .execute()
    ).map(({ element, state, lapsesOn, evidence }) => ({ element, state, lapsesOn, hasEvidence: evidence !== null }));
  const mainOf = (answer: { body: string; statusCode: number }) =>
    documentOf(answer as Awaited<ReturnType<typeof look>>).querySelector('main')!.textContent!;
  const path: PassedPath = {
    path: 'balie',
    edition: 'balie@1',
    title: 'Herkennen aan de balie',
    works: ['BZ'],
    atStep: 'toets',
    answers: { een: 'a' },
  };
  const pass = (actor: Actor, passed = path) =>
    enter(database.kysely, { door: 'own', tenantId: actor.organisationId, personId: actor.personId }, (tx, time) =>
      passPath(tx, actor, passed, time),
    );

  it('follows an imported list: the share rises, the approach follows and lapses by the dates, the leader is warned', async () => {
    const world = await aMunicipality();
    expect(mainOf(await world.keeper.get(TEAMS))).toContain('Er zijn nog geen teams');
    const made = await aTeam(world);
    expect(made.statusCode).toBe(303);
    const three = ['Bo Fictief', 'Jip Fictief', 'Noor Fictief'].map((name) => line(name));
    const seen = await look(world.keeper, table(...three));
    expect([seen.statusCode, mainOf(seen).includes('3 rijen nieuw')]).toEqual([200, true]);
    const form = enterForm(seen);
    const answers = [...(await Promise.all([world.keeper.send(form), world.keeper.send(form)]))];
    expect(answers.map(({ headers }) => headers.location)).toEqual([`${TEAMS}?ingelezen`, `${TEAMS}?ingelezen`]);
    expect(mainOf(await world.keeper.get(TEAMS))).toContain('3 (60%)');
    expect(await facts(world)).toMatchObject([
      { element: 'K3.1', state: 'started', hasEvidence: true },
      // they began fifty days ago and were trained after twenty
      { element: 'K3.7', state: 'present', lapsesOn: addMonths(addDays(today, -50), 12), hasEvidence: true },
    ]);
    await imported(world.keeper, ...three, line('Sam Fictief', 10));
    expect(mainOf(await world.keeper.get(TEAMS))).toContain('4 (80%)');
    expect((await facts(world)).filter(({ element }) => element === 'K3.1').at(-1)).toMatchObject({
      state: 'working',
      lapsesOn: addMonths(addDays(today, -30), 24),
    });
    const anchoring = await world.keeper.page('/aanpak/borging');
    expect(anchoring.querySelector('main')!.textContent).toContain('inwerkprogramma');
    const warned = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'due_on', 'assignee_id', 'path'])
      .where('tenant_id', '=', world.here.id)
      .where('kind', 'like', 'learning.%')
      .where('state', '=', 'open')
      .execute();
    expect(warned).toEqual([
      {
        kind: 'learning.team-lapses',
        due_on: addMonths(addDays(today, -30), 24),
        assignee_id: world.leader.membershipId,
        path: `${TEAMS}/${teamIn(made)}`,
      },
    ]);
    // the same file once more
    const again = await look(world.keeper, table(...three));
    expect([again.statusCode, mainOf(again).includes('Deze tabel is al ingelezen')]).toEqual([200, true]);
    // fewer people than are trained is not asked; more people lets the share fall, and the approach with it
    const changing = await world.keeper.form(`${TEAMS}/${teamIn(made)}`, `${TEAMS}/${teamIn(made)}`);
    const grown = { ...changing, fields: { ...changing.fields, mensen: '10' } };
    expect((await world.keeper.send(grown)).statusCode).toBe(303);
    expect((await facts(world)).at(-1)).toMatchObject({ element: 'K3.1', state: 'started' });
    // the country knows of ten people, and of four trained only that they are too few to tell
    const published = await database.admin
      .selectFrom('learning.trained_share')
      .select(['people', 'trained'])
      .where('tenant_id', '=', world.here.id)
      .executeTakeFirstOrThrow();
    expect([published.people, published.trained[0]]).toEqual([10, -1]);
    const adviser = await app.visitor(await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')));
    expect((await adviser.page('/monitor')).getElementById('getraind')?.textContent).toContain('getraind');
  });

  it('tells per row and column what is wrong, records nothing then, and judges anew when it is recorded', async () => {
    const world = await aMunicipality();
    await aTeam(world);
    const good = line('Bo Fictief');
    const bad = await look(world.keeper, table(good, 'Jip\tjip\tToverij\t\t31-2-2026\t', good));
    expect(bad.statusCode).toBe(400);
    const rows = [...documentOf(bad).querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    for (const words of ['3', 'E-mail: ', 'Functie: Deze functie kennen wij niet', 'Cursus: ', 'Gevolgd op: '])
      expect(rows[0]).toContain(words);
    expect(rows[1]).toContain('staat al eerder in de tabel');
    expect(documentOf(bad).querySelector('textarea')?.textContent).toContain('Toverij');
    expect(documentOf(bad).querySelector(`form[action="${IMPORT}/vastleggen"]`)).toBeNull();
    const first = enterForm(await look(world.keeper, table(good)));
    const second = enterForm(await look(world.keeper, table(good)));
    expect((await world.keeper.send(first)).statusCode).toBe(303);
    // another form with the same list: everything stands there already
    const refused = await world.keeper.send(second);
    expect([refused.statusCode, mainOf(refused).includes('al ingelezen')]).toEqual([409, true]);
    const tampered = { ...second, fields: { ...second.fields, tabel: table(line('Bo Fictief', 30, 'Toverij')) } };
    expect((await world.keeper.send(tampered)).statusCode).toBe(409);
    const { n } = await database.admin
      .selectFrom('learning.training')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', world.here.id)
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(1);
  });

  it('shows until when somebody is trained to her team leader only, and nothing else of her', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world));
    await imported(world.keeper, line('Bo Fictief', 30, 'Burgerzaken', 'Geheime cursus'));
    const leader = await (await app.visitor(world.leader)).get(`${TEAMS}/${id}`);
    expect(mainOf(leader)).toContain('Bo Fictief');
    expect(mainOf(leader)).toContain(writeDutchDate(addMonths(addDays(today, -30), 24)));
    expect(leader.body).not.toContain('Geheime cursus');
    const other = await (await world.as('teamleider')).visitor.get(`${TEAMS}/${id}`);
    expect([other.statusCode, other.body.includes('Bo Fictief')]).toEqual([200, false]);
    expect((await world.keeper.get(`${TEAMS}/${id}`)).body).not.toContain('Bo Fictief');
    expect((await (await world.as('medewerker')).visitor.get(`${TEAMS}/${id}`)).statusCode).toBe(403);
    const elsewhere = await app.visitor(await anActor(database, 'teamleider', await anOrganisation(database)));
    expect((await elsewhere.get(`${TEAMS}/${id}`)).statusCode).toBe(404);
    expect((await elsewhere.get(`${TEAMS}/geen-team`)).statusCode).toBe(404);
    // of so few people no number is shown to who steers
    expect(mainOf(await (await world.as('bestuurder')).visitor.get(TEAMS))).not.toContain('Bo Fictief');
  });

  it('counts a path that was passed: a certificate, a warning, the share, once a day however often', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world, { mensen: '1', werk: 'BZ' }));
    const { actor, visitor } = await world.as('medewerker');
    const [one, two] = await Promise.all([pass(actor), pass(actor)]);
    expect([one.ok, one]).toEqual([
      true,
      expect.objectContaining({ value: expect.objectContaining({ number: two.ok && two.value.number }) }),
    ]);
    const number = (one.ok && one.value.number) || '';
    expect(await facts(world)).toEqual([]);
    const join = await visitor.form(TRAINING, `${TRAINING}/team`);
    const joined = await visitor.send({ ...join, fields: { ...join.fields, team: id } });
    expect([joined.statusCode, joined.headers.location]).toEqual([303, `${TRAINING}?bewaard`]);
    expect(await facts(world)).toMatchObject([{ element: 'K3.1', state: 'working', lapsesOn: addMonths(today, 24) }]);
    const own = mainOf(await visitor.get(TRAINING));
    expect(own).toContain(number);
    const due = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['due_on', 'assignee_id', 'substitute_id'])
      .where('tenant_id', '=', world.here.id)
      .where('kind', '=', 'learning.training-lapses')
      .where('state', '=', 'open')
      .execute();
    expect(due).toEqual([
      { due_on: addMonths(today, 24), assignee_id: actor.membershipId, substitute_id: world.leader.membershipId },
    ]);
    // the certificate: hers as a tagged PDF, of anybody else not there; its number for everybody, without a name
    const file = await visitor.get(`/leren/certificaat/${number}`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.rawPayload.includes('pdfuaid') || file.rawPayload.includes('/MarkInfo')).toBe(true);
    const colleague = (await world.as('teamleider')).visitor;
    expect((await colleague.get(`/leren/certificaat/${number}`)).statusCode).toBe(404);
    const anybody = await app.visitor();
    for (const address of ['/certificaat', '/en/certificate']) {
      const checked = await anybody.get(`${address}?nummer=${number.toLowerCase().replaceAll('-', '')}`);
      expect([checked.statusCode, mainOf(checked).includes('Herkennen aan de balie')]).toEqual([200, true]);
      expect(checked.body).not.toContain(actor.personName);
    }
    expect(mainOf(await anybody.get('/certificaat?nummer=AAAA-AAAA-AAAA'))).toContain('Dit nummer kennen wij niet');
    const wrong = await anybody.get('/certificaat?nummer=x');
    expect([wrong.statusCode, documentOf(wrong).getElementById('veld-nummer-fout') !== null]).toEqual([400, true]);
  });

  it('lets who passes the check of a path at the counter count in her team, from the page itself', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world, { mensen: '1' }));
    const { visitor } = await world.as('medewerker');
    const join = await visitor.form(TRAINING, `${TRAINING}/team`);
    await visitor.send({ ...join, fields: { ...join.fields, team: id } });
    const { check } = learningPath('burgerzaken', today)!;
    const form = await visitor.form('/leren/toets/burgerzaken');
    const right = Object.fromEntries(check.questions.map(({ right }, index) => [`vraag${index + 1}`, right]));
    expect((await visitor.send({ ...form, fields: { ...form.fields, ...right } })).statusCode).toBe(303);
    expect(await facts(world)).toMatchObject([{ element: 'K3.1', state: 'working', lapsesOn: addMonths(today, 24) }]);
    const passed = await visitor.page('/leren/toets/burgerzaken');
    expect(passed.querySelector(`main a[href="${TRAINING}"]`)?.textContent).toContain('certificaten');
    expect((await visitor.page(TRAINING)).querySelectorAll('table')).toHaveLength(2);
    // where nobody keeps a register, a path is passed for herself alone
    const closed = await aMunicipality(false);
    const other = (await closed.as('medewerker')).visitor;
    const again = await other.form('/leren/toets/burgerzaken');
    expect((await other.send({ ...again, fields: { ...again.fields, ...right } })).statusCode).toBe(303);
    expect(mainOf(await other.get(TRAINING))).toContain('Waarom het hier niet staat, leest u hieronder.');
  });

  it('makes one person of who stood in a team by name and then chose it', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world, { mensen: '1' }));
    const { actor, visitor } = await world.as('medewerker');
    await imported(world.keeper, line(actor.personName));
    await pass(actor);
    const join = await visitor.form(TRAINING, `${TRAINING}/team`);
    await visitor.send({ ...join, fields: { ...join.fields, team: id } });
    const leader = await (await app.visitor(world.leader)).page(`${TEAMS}/${id}`);
    expect(leader.querySelectorAll('tbody tr')).toHaveLength(1);
    expect((await visitor.page(TRAINING)).querySelectorAll('table')[0]!.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(mainOf(await look(world.keeper, table(line(actor.personName))))).toContain('al ingelezen');
  });

  it('takes a training from elsewhere that somebody enters herself, and that of the focal point counts as hers', async () => {
    const world = await aMunicipality();
    const form = await world.keeper.form(TRAINING, `${TRAINING}/elders`);
    const send = (fields: Readonly<Record<string, string>>) =>
      world.keeper.send({ ...form, fields: { ...form.fields, ...fields } });
    const wrong = await send({ werk: '', cursus: '', aanbieder: '', gevolgdOp: '31-2-2026' });
    expect(wrong.statusCode).toBe(400);
    for (const field of ['werk', 'cursus', 'aanbieder', 'gevolgdOp'])
      expect(documentOf(wrong).getElementById(`veld-${field}-fout`)).not.toBeNull();
    const good = { werk: 'AF', cursus: 'Basistraining', aanbieder: 'mensenhandel-academy', gevolgdOp: on(100) };
    const late = await send({ ...good, geldigTot: on(-900) });
    expect([late.statusCode, documentOf(late).getElementById('veld-geldigTot-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('24 maanden'),
    ]);
    expect((await send(good)).statusCode).toBe(303);
    expect((await send({ ...good, geldigTot: on(-100) })).statusCode).toBe(409);
    expect(await facts(world)).toEqual([
      { element: 'K3.3', state: 'present', lapsesOn: addMonths(addDays(today, -100), 24), hasEvidence: true },
    ]);
  });

  it('counts the training of the focal point no longer than she is one', async () => {
    const world = await aMunicipality();
    const form = await world.keeper.form(TRAINING, `${TRAINING}/elders`);
    const training = { werk: 'AF', cursus: 'Basistraining', aanbieder: 'mensenhandel-academy', gevolgdOp: on(100) };
    await world.keeper.send({ ...form, fields: { ...form.fields, ...training } });
    const { visitor: manager } = await world.as('beheerder');
    const address = `/beheer/mensen/${world.focal.membershipId}`;
    const leave = await manager.form(address, address);
    const leaves = addDays(today, 30);
    const left = await manager.send({ ...leave, fields: { ...leave.fields, vanaf: writeDutchDate(leaves) } });
    expect(left.statusCode, left.body).toBe(303);
    expect(await facts(world)).toMatchObject([{ element: 'K3.3' }, { element: 'K3.3', lapsesOn: leaves }]);
  });

  it('keeps what a colleague enters by hand by the rules of a table, with words beside the field', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world));
    const leader = await app.visitor(world.leader);
    const form = await leader.form(`${TEAMS}/${id}`, `${TEAMS}/${id}/training`);
    const send = (fields: Readonly<Record<string, string>>) =>
      leader.send({ ...form, fields: { ...form.fields, aanbieder: 'ccv', ...fields } });
    const wrong = await send({ naam: '', email: 'x', cursus: '', gevolgdOp: '' });
    expect(wrong.statusCode).toBe(400);
    for (const field of ['naam', 'email', 'cursus', 'gevolgdOp'])
      expect(documentOf(wrong).getElementById(`veld-${field}-fout`)).not.toBeNull();
    const good = { naam: 'Bo Fictief', email: 'bo@fictief.nl', cursus: 'E-learning', gevolgdOp: on(5) };
    expect((await send(good)).statusCode).toBe(303);
    expect((await send({ ...good, naam: 'Bo F.' })).statusCode).toBe(409);
  });

  it('refuses two teams of one name, and a change over that of a colleague', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world));
    const double = await aTeam(world, { naam: 'de balie' });
    expect([double.statusCode, documentOf(double).getElementById('veld-naam-fout') !== null]).toEqual([409, true]);
    expect((await aTeam(world, { naam: 'Leeg', mensen: '0' })).statusCode).toBe(400);
    expect((await aTeam(world, { naam: 'Leider', teamleider: world.focal.membershipId })).statusCode).toBe(409);
    const form = await world.keeper.form(`${TEAMS}/${id}`, `${TEAMS}/${id}`);
    expect((await world.keeper.send({ ...form, fields: { ...form.fields, naam: 'Balie A' } })).statusCode).toBe(303);
    const late = await world.keeper.send({ ...form, fields: { ...form.fields, naam: 'Balie B' } });
    expect([late.statusCode, mainOf(late).includes('Uw collega wijzigde')]).toEqual([409, true]);
  });

  it('is closed for what is new as long as the gate is, and shows no form then', async () => {
    const world = await aMunicipality(false);
    expect((await world.keeper.page(TEAMS)).querySelector('main form')).toBeNull();
    expect((await world.keeper.page(TRAINING)).querySelector('main form')).toBeNull();
    expect((await world.keeper.get(IMPORT)).statusCode).toBe(409);
  });

  it('keeps progress for herself: on every device the same, seen by no colleague', async () => {
    const world = await aMunicipality();
    const { actor } = await world.as('medewerker');
    const as = (who: Actor) => ({ door: 'own' as const, tenantId: world.here.id, personId: who.personId });
    const step = (answers: Readonly<Record<string, string>>, atStep: string) =>
      enter(database.kysely, as(actor), (tx, time) =>
        recordProgress(tx, actor, { path: 'basis', edition: 'basis@1', atStep, answers }, time),
      );
    await Promise.all([step({ een: 'a' }, 'twee'), step({ twee: 'b' }, 'drie')]);
    await step({ een: 'c' }, 'drie');
    const [progress] = await enter(database.kysely, as(actor), (tx) => readAllProgress(tx, actor));
    expect(progress).toMatchObject({ atStep: 'drie', answers: { een: 'c', twee: 'b' }, passedOn: undefined });
    expect(await enter(database.kysely, as(world.leader), (tx) => readAllProgress(tx, actor))).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`stap${index}`, '']));
    expect(await step(many, 'x')).toEqual({ ok: false, error: { code: 'too-much-progress' } });
  });

  it('erases somebody, her progress and her certificate once their terms are over, and the share follows', async () => {
    const world = await aMunicipality();
    const id = teamIn(await aTeam(world, { mensen: '1' }));
    const { actor, visitor } = await world.as('medewerker');
    const join = await visitor.form(TRAINING, `${TRAINING}/team`);
    await visitor.send({ ...join, fields: { ...join.fields, team: id } });
    const passed = await pass(actor);
    const number = (passed.ok && passed.value.number) || '';
    const kept = await database.admin
      .selectFrom('retention.record')
      .select(['rule', 'subject_kind as kind', 'subject_id as id', 'starts_on as startsOn'])
      .where('tenant_id', '=', world.here.id)
      .orderBy('subject_kind')
      .execute();
    expect(kept.map(({ id: _, ...record }) => record)).toEqual([
      { rule: 'certificate', kind: 'learning.certificate', startsOn: addMonths(today, 24) },
      { rule: 'learning-records', kind: 'learning.progress', startsOn: today },
      { rule: 'learning-records', kind: 'learning.trainee', startsOn: today },
    ]);
    const erased = await enter(database.kysely, { door: 'own', tenantId: world.here.id }, async (tx, time) => {
      const each = [];
      for (const { kind, rule, id: recordId } of kept) {
        const eraser = LEARNING_ERASERS.find(({ subjectKind }) => subjectKind === kind)!;
        const record = { tenantId: world.here.id, id: recordId, dossierId: undefined, rule, period: 'P2Y' };
        each.push(await eraser.erase(tx, record, time));
      }
      return Object.assign({}, ...each);
    });
    expect(erased).toEqual({
      'learning.certificate': 1,
      'learning.certificate_check': 1,
      'learning.progress': 1,
      'learning.training': 1,
      'learning.trainee': 1,
    });
    expect((await visitor.get(`/leren/certificaat/${number}`)).statusCode).toBe(404);
    expect((await facts(world)).at(-1)).toMatchObject({ element: 'K3.1', state: 'absent' });
  });

  it('records a list of three hundred people in one go', async () => {
    const world = await aMunicipality();
    await aTeam(world, { mensen: '300' });
    const sheet = table(...Array.from({ length: 300 }, (_, index) => line(`Bo Fictief ${index}`)));
    const { leader } = world;
    const outcome = await enter(
      database.kysely,
      { door: 'own', tenantId: world.here.id, personId: leader.personId },
      (tx, time) =>
        enterTrainings(
          tx,
          leader,
          { sheet: sheet.split('\n').map((row) => row.split('\t')), origin: 'imported' },
          time,
        ),
    );
    expect(outcome.ok).toBe(true);
    expect(mainOf(await world.keeper.get(TEAMS))).toContain('300 (100%)');
    const page = await (await app.visitor(leader)).page(`${TEAMS}/${await firstTeam(world)}?pagina=3`);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(100);
  });

  const firstTeam = async ({ here }: World) =>
    (
      await database.admin
        .selectFrom('learning.team')
        .select('id')
        .where('tenant_id', '=', here.id)
        .executeTakeFirstOrThrow()
    ).id;
});
