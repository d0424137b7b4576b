import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { BACKGROUND, careTable, done, NAME, PERSON, read, STORY, takeIn } from '../support/care-table.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('what a table of care parties shares', () => {
  let database: TestDatabase;
  let app: TestApp;
  let table: Awaited<ReturnType<typeof careTable>>;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    table = await careTable(database, app);
  });

  it('gives everybody only the own part, and that is a fact about rows', STORY, async () => {
    const { town, partner, officer, guest, agent, due, received, aTable } = table;
    const path = await aTable();
    await due();
    // mail and notice say that something waits, and nothing of what
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['tenant_id', 'kind', 'path'])
      .where('kind', '=', 'consultation.arrived')
      .execute();
    expect(new Set(told.map((each) => each.path))).toEqual(new Set(['/overleg/ontvangen']));
    expect(told.map((each) => each.tenant_id)).toEqual(expect.arrayContaining([town.id, partner.id]));
    expect(await read(officer, '/overleg/ontvangen')).not.toContain('Zorgtafel Voorbeeldstad');

    await takeIn(officer);
    await takeIn(guest);
    expect((await received(town)).map(({ what }) => what).toSorted()).toEqual(['invitation', 'item', 'item']);
    expect((await received(partner)).map(({ what }) => what).toSorted()).toEqual(['invitation', 'item']);
    const id = path.split('/')[2]!;
    const seen = await read(officer, `/overleg/ontvangen/${id}`);
    for (const said of [NAME, BACKGROUND, 'Bereikbaarheid in december', 'toestemming']) expect(seen).toContain(said);
    const other = await read(guest, `/overleg/ontvangen/${id}`);
    expect(other).toContain('Bereikbaarheid in december');
    for (const said of [NAME, BACKGROUND]) expect(other).not.toContain(said);
    // in the tenant of the partner there is no message about a person at all
    const kinds = await database.admin
      .selectFrom('exchange.message')
      .select('kind')
      .where('tenant_id', '=', partner.id)
      .execute();
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['overleg']));
    // whoever sits at no table finds nothing
    expect((await agent.get(`/overleg/ontvangen/${id}`)).statusCode).toBe(404);
    expect((await officer.get(path)).statusCode).toBe(404);
    const log = await database.admin
      .selectFrom('audit.processing')
      .select('subject_kind')
      .where('tenant_id', '=', town.id)
      .execute();
    expect(log.map((each) => each.subject_kind)).toContain('consultation.person');
  });

  it('shows the question without the background to whoever may see no more', STORY, async () => {
    const { town, partner, chair, guest, covenant, plan, seat, participant } = table;
    const path = await plan(await covenant([town, partner]));
    await seat(path, partner, 'vraag');
    await done(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, partner)] });
    await done(chair, path, {}, `${path}/versturen`);
    await takeIn(guest);
    const seen = await read(guest, `/overleg/ontvangen/${path.split('/')[2]}`);
    expect(seen).toContain('Waar kan zij vannacht terecht?');
    expect(seen).not.toContain(BACKGROUND);
  });

  it('makes everything unreadable for whoever is taken from the table, also in the middle', STORY, async () => {
    const { town, chair, officer, personItem, unseat, aTable } = table;
    const path = await aTable();
    const id = path.split('/')[2]!;
    await takeIn(officer);
    await done(chair, path, {}, `${path}/openen`);
    const at = `/overleg/ontvangen/${id}`;
    expect(await read(officer, at)).toContain(NAME);
    expect((await unseat(path, town)).statusCode).toBe(303);
    const seen = await read(officer, at);
    expect(seen).toContain('u doet niet meer mee aan dit overleg');
    for (const said of [NAME, BACKGROUND, 'Bereikbaarheid', 'Zaal 1']) expect(seen).not.toContain(said);
    const left = await database.admin
      .selectFrom('exchange.message as m')
      .leftJoin('vault.message_key as k', (join) =>
        join.onRef('k.tenant_id', '=', 'm.tenant_id').onRef('k.message_id', '=', 'm.id'),
      )
      .select(['m.content', 'k.wrapped'])
      .where('m.tenant_id', '=', town.id)
      .execute();
    expect(left.length).toBe(3);
    for (const row of left) expect(row).toEqual({ content: null, wrapped: null });
    // what is decided after it does not reach her any more
    const item = await personItem(path);
    await done(chair, `${path}/vastleggen`, { agendapunt: item, wat: 'besluit', tekst: 'Later' });
    const waiting = await database.admin
      .selectFrom('exchange.message')
      .select('id')
      .where('tenant_id', '=', town.id)
      .where('state', '=', 'sent')
      .execute();
    expect(waiting).toEqual([]);
  });

  it('stops sharing at once when a consent is withdrawn', STORY, async () => {
    const { care, chair, officer, aTable } = table;
    const path = await aTable();
    await takeIn(officer);
    const form = await chair.form(path, `${path}/intrekken`);
    const withdrawn = { ...form, fields: { ...form.fields, waarom: 'toestemming' } };
    expect((await chair.send(withdrawn)).statusCode).toBe(303);
    expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).not.toContain(NAME);
    const consents = await database.admin
      .selectFrom('exchange.consent')
      .select('withdrawn_at')
      .where('tenant_id', '=', care.id)
      .execute();
    expect(consents.map(({ withdrawn_at }) => withdrawn_at !== null)).toEqual([true]);
    expect(await read(chair, path)).toContain('De toestemming is ingetrokken');
  });

  it('sends once what is sent twice, and lets one of two who open it at once through', STORY, async () => {
    const { care, chair, aTable } = table;
    const path = await aTable();
    const sent = () =>
      database.admin.selectFrom('exchange.message').select('id').where('tenant_id', '=', care.id).execute();
    const before = (await sent()).length;
    const form = await chair.form(path, `${path}/openen`);
    const again = await chair.form(path, `${path}/openen`);
    const opened = await Promise.all([chair.send(form), chair.send(again)]);
    expect(opened.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(await sent()).toHaveLength(before);
  });

  it('is erased with everything that hangs on it, and a person by herself', STORY, async () => {
    const { care, chair, officer, due, aTable } = table;
    const path = await aTable();
    const id = path.split('/')[2]!;
    await database.admin
      .insertInto('retention.term')
      .values({
        tenant_id: care.id,
        id: newRandomId(),
        rule: 'consultation',
        period: 'P1Y',
        category: '9.9 (voorbeeld)',
        asked_by_name: 'Noor Fictief',
        agreed_by_name: 'Tom Fictief',
        settled_at: new Date(Date.UTC(2026, 0, 1)),
      })
      .execute();
    /** The term of records of this kind is over. */
    const isOver = (kind: string) =>
      database.admin
        .updateTable('retention.record')
        .set({ starts_on: day('2025-01-01'), ends_on: day('2026-01-01'), erase_at: new Date(Date.UTC(2026, 0, 1)) })
        .where('tenant_id', '=', care.id)
        .where('subject_kind', '=', kind)
        .execute();
    await isOver('consultation.item');
    await due();
    const items = await database.admin
      .selectFrom('consultation.item')
      .select('about_person')
      .where('meeting_id', '=', id)
      .execute();
    expect(items).toEqual([{ about_person: false }]);
    expect(await read(chair, path)).not.toContain(NAME);
    // what the town never took in went with it
    await takeIn(officer);
    expect(await read(officer, `/overleg/ontvangen/${id}`)).not.toContain(NAME);
    await isOver('consultation.meeting');
    await due();
    expect((await chair.get(path)).statusCode).toBe(404);
    for (const table of ['item', 'part', 'participant', 'outcome', 'meeting'] as const) {
      const left = await database.admin
        .selectFrom(`consultation.${table}`)
        .select('id')
        .where('tenant_id', '=', care.id)
        .execute();
      expect([table, left]).toEqual([table, []]);
    }
  });
});
