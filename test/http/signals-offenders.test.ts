import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { ERASERS } from '../../src/app/erasers.ts';
import { signalEraser } from '../../src/features/signals/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, dutchDay, type PlainDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const READERS = '/meldingen/daders/lezers';

describe('alleged offenders', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let officer: Actor;
  let visitor: Visitor;
  let mayor: Visitor;
  let signal: Awaited<ReturnType<typeof aSignal>>;
  let path: string;
  let today: PlainDate;
  let leader: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    today = dutchDay(await readClock(database.kysely));
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    visitor = await app.visitor(officer);
    mayor = await app.visitor(await anActor(database, 'bestuurder', here));
    leader = await anActor(database, 'teamleider', here);
    signal = await aSignal(database, await anActor(database, 'medewerker', here), AT_A_PLACE, officer);
    path = `/meldingen/${signal.code}/daders`;
  });

  const open = () => openGate(database, here.id, 'offenders');
  async function agree(by: Actor) {
    const second = await app.visitor(by);
    const asked = (await second.page('/goedkeuringen')).querySelector('main a[href^="/goedkeuringen/"]')!;
    const address = asked.getAttribute('href')!;
    const form = await second.form(address, `${address}/besluit`);
    return second.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren', reden: '' } });
  }
  async function name(person: Actor) {
    const form = await mayor.form(READERS, READERS);
    const asked = await mayor.send({
      ...form,
      fields: { ...form.fields, nieuweLezer: person.personId, waarom: 'nodig' },
    });
    return asked.statusCode === 303 ? agree(leader) : asked;
  }
  async function record(fields: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(path, path);
    const said = { soort: 'name', inhoud: 'Bas Fictief KANARIE-DADER', ookSlachtoffer: 'unknown' };
    return visitor.send({ ...form, fields: { ...form.fields, ...said, ...fields } });
  }
  const notes = () =>
    database.admin.selectFrom('signals.offender_note').selectAll().where('tenant_id', '=', here.id).execute();
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const statements = (answer: { readonly headers: Record<string, unknown> }) =>
    Number(/db;desc="(\d+)"/.exec(String(answer.headers['server-timing']))![1]);
  const isKeyThere = async (dossierId: string) =>
    (
      await database.admin
        .selectFrom('vault.dossier_key')
        .select('destroyed_at')
        .where('tenant_id', '=', here.id)
        .where('dossier_id', '=', dossierId)
        .executeTakeFirstOrThrow()
    ).destroyed_at === null;

  it('do not exist while their own gate is closed, also when that of signals is open', async () => {
    await openGate(database, here.id, 'signals');
    expect((await visitor.get(`/meldingen/${signal.code}/nagaan`)).body).not.toContain('/daders');
    const closed = await visitor.page(path);
    expect(closed.querySelector(`form[action="${path}"]`)).toBeNull();
    expect((await mayor.page(READERS)).querySelector(`form[action="${READERS}"]`)).toBeNull();
    const { fields } = await mayor.form(READERS, '/uitloggen');
    const sent = await mayor.post(READERS, { ...fields, _sleutel: 'a'.repeat(22), nieuweLezer: officer.personId });
    expect(sent.statusCode).toBe(409);
    expect(
      await database.admin.selectFrom('signals.offender_reader').where('tenant_id', '=', here.id).execute(),
    ).toEqual([]);
  });

  it('are read by who was named and by nobody else, and at most three are named', async () => {
    await open();
    expect((await visitor.get(path)).statusCode).toBe(404);
    expect((await name(officer)).statusCode).toBe(303);
    const answer = await visitor.get(path);
    expect(answer.statusCode).toBe(200);
    expect((await visitor.get(`/meldingen/${signal.code}/nagaan`)).body).toContain(`href="${path}"`);
    const others = await Promise.all([0, 1, 2].map(() => anActor(database, 'aandachtsfunctionaris', here)));
    const form = await mayor.form(READERS, READERS);
    for (const other of others.slice(0, 2)) expect((await name(other)).statusCode).toBe(303);
    const fourth = await mayor.send({
      ...form,
      fields: { ...form.fields, nieuweLezer: others[2]!.personId, waarom: 'nodig' },
    });
    expect([fourth.statusCode, fourth.body.includes('al drie lezers')]).toEqual([409, true]);
    expect((await (await app.visitor(others[2]!)).get(path)).statusCode).toBe(404);
    expect((await mayor.get(path)).statusCode).toBe(403);
    const stop = await mayor.form(READERS, `${READERS}/stoppen`);
    await mayor.send({ ...stop, fields: { ...stop.fields, lezer: officer.personId } });
    expect((await visitor.get(path)).statusCode).toBe(404);
  });

  it('are read by nobody before a second person agreed', async () => {
    await open();
    const form = await mayor.form(READERS, READERS);
    const asked = { ...form.fields, nieuweLezer: officer.personId, waarom: 'zij weegt' };
    const sent = await mayor.send({ ...form, fields: asked });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${READERS}?gevraagd`]);
    expect((await visitor.get(path)).statusCode).toBe(404);
    expect((await agree(leader)).statusCode).toBe(303);
    expect((await visitor.get(path)).statusCode).toBe(200);
  });

  it('are announced once to their readers two weeks before they shut, and to nobody else', async () => {
    await open();
    await name(officer);
    const other = await anActor(database, 'aandachtsfunctionaris', here);
    expect((await record()).statusCode).toBe(303);
    const [note] = await notes();
    expect(dutchDay(note!.remind_at!)).toBe(addDays(note!.review_by, -14));
    const heard = async () =>
      database.admin
        .selectFrom('deadlines.notification')
        .select('membership_id as id')
        .where('tenant_id', '=', here.id)
        .where('kind', '=', 'signals.review-waits')
        .execute();
    const dueNow = async () => {
      await database.admin
        .updateTable('signals.offender_note')
        .set({ remind_at: new Date(Date.UTC(2026, 0, 1)) })
        .where('tenant_id', '=', here.id)
        .where('remind_at', 'is not', null)
        .execute();
      await runEverythingDue(database.kysely, 'demo', { wait: true });
    };
    expect(await heard()).toEqual([]);
    await dueNow();
    await dueNow();
    expect(await heard()).toEqual([{ id: officer.membershipId }]);
    expect(other.membershipId).not.toBe(officer.membershipId);
    expect((await notes())[0]!.remind_at).toBeNull();
  });

  it('are sealed, leave a row in the log for each look, and show the note on non-punishment', async () => {
    await open();
    await name(officer);
    expect((await record()).statusCode).toBe(303);
    const [note] = await notes();
    expect(Buffer.from(note!.content).includes('KANARIE')).toBe(false);
    const shown = await visitor.get(path);
    for (const part of ['KANARIE-DADER', 'non-punishment']) expect(shown.body).toContain(part);
    expect(statements(shown)).toBeLessThanOrEqual(10);
    expect(statements(await visitor.get(`/meldingen/${signal.code}/nagaan`))).toBeLessThanOrEqual(10);
    const looked = await database.admin
      .selectFrom('audit.processing')
      .select('dossier_id')
      .where('tenant_id', '=', here.id)
      .where('dossier_id', '=', note!.dossier_id)
      .execute();
    expect(looked.length).toBeGreaterThan(0);
    for (const [soort, inhoud] of [
      ['name', 'Bas 111222333'],
      ['plate', 'een rode auto'],
      ['phone', 'zijn broer'],
    ] as const) {
      const refused = await record({ soort, inhoud });
      expect([soort, refused.statusCode, errorAt(refused, 'inhoud') !== '']).toEqual([soort, 409, true]);
    }
  });

  it('stay shut after three months until a reader says why they are still needed', async () => {
    await open();
    await name(officer);
    await record();
    await database.admin
      .updateTable('signals.offender_note')
      .set({ review_by: addDays(today, -1) })
      .where('tenant_id', '=', here.id)
      .execute();
    expect((await visitor.get(path)).body).not.toContain('KANARIE-DADER');
    const keep = async (reden: string) => {
      const form = await visitor.form(path, `${path}/bewaren`);
      return visitor.send({ ...form, fields: { ...form.fields, notitie: (await notes())[0]!.id, reden } });
    };
    expect(errorAt(await keep('te kort'), 'reden')).not.toBe('');
    expect((await keep('de controle op dit adres volgt volgende maand')).statusCode).toBe(303);
    expect((await visitor.get(path)).body).toContain('KANARIE-DADER');
  });

  it('go at once when they are no longer needed, after their term, and with the signal', async () => {
    await open();
    await name(officer);
    for (const inhoud of ['Een Fictief', 'Twee Fictief', 'Drie Fictief']) await record({ inhoud });
    const [first, second, third] = await notes();
    const form = await visitor.form(path, `${path}/wissen`);
    expect((await visitor.send({ ...form, fields: { ...form.fields, gegeven: first!.id } })).statusCode).toBe(303);
    expect([(await notes()).length, await isKeyThere(first!.dossier_id)]).toEqual([2, false]);
    const own = { door: 'own', tenantId: here.id } as const;
    const record2 = { tenantId: here.id, id: second!.id, dossierId: second!.dossier_id, rule: 'offender-information' };
    const eraser = ERASERS.find(({ subjectKind }) => subjectKind === 'signals.offender_note')!;
    await enter(database.kysely, own, (tx, time) => eraser.erase(tx, { ...record2, period: 'P1Y' }, time));
    expect(await notes()).toHaveLength(1);
    const { id, dossierId } = signal;
    const whole = { tenantId: here.id, id, dossierId, rule: 'signal-location', period: 'P1Y' };
    const erased = await enter(database.kysely, own, (tx, time) => signalEraser.erase(tx, whole, time));
    expect(erased['signals.offender_note']).toBe(1);
    expect([(await notes()).length, await isKeyThere(third!.dossier_id)]).toEqual([0, false]);
  });
});
