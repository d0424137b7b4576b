import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLogSearch } from '../../src/features/privacy/domain/log-search.ts';
import { lookAtDeeds, lookIntoLog } from '../../src/features/privacy/use-cases/insight-into-log.ts';
import { noteRevealed } from '../../src/platform/audit/reveal.ts';
import { type AnyTx, type Deed, enter, lookAtPersons, transact } from '../../src/platform/db/transact.ts';
import { openDossier } from '../../src/platform/dossiers/give-access.ts';
import { newId, newSecret } from '../../src/platform/ids/uuid.ts';
import { err, ok } from '../../src/shared-kernel/result.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const COLUMN = 'voorbeeld.persoon.naam';

describe('who saw this person’s data', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let reader: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    reader = await anActor(database, 'aandachtsfunctionaris', here);
  });

  const officer = async (organisation = here, role: Role = 'fg') =>
    app.visitor(await anActor(database, role, organisation));

  /** A dossier with a code of its own, read twice about two persons, changed, and once refused. */
  async function aDossier(actor: Actor = reader, activity = 'VA-02') {
    const dossierId = newId();
    const code = `K${newSecret(6).replace(/[^a-z0-9]/gi, '')}`;
    const [one, two] = [randomBytes(32), randomBytes(32)];
    await enter(
      database.kysely,
      { door: 'own', tenantId: actor.organisationId, personId: actor.personId },
      (tx, time) =>
        openDossier(tx, actor, { id: dossierId, kind: 'proef.dossier', activity, path: `/proef/${code}` }, time),
    );
    const subject = { kind: 'privacy.dossier', id: dossierId };
    const deed = (more: Partial<Deed> = {}): Deed => ({
      actor,
      activity,
      activityVersion: 1,
      action: 'voorbeeld.read-dossier',
      traceId: newId(),
      ground: 'role',
      about: subject,
      ...more,
    });
    const open =
      (...persons: readonly Buffer[]) =>
      async (tx: object) => {
        noteRevealed(
          tx,
          ...persons.map((pseudonym) => ({ subject: { kind: 'persoon', pseudonym }, dossierId, columns: [COLUMN] })),
        );
        return ok({ subject });
      };
    const at = (day: string) => ({ entry: { at: new Date(`${day}T10:00:00Z`) } });
    await lookAtPersons(database.kysely, deed(at('2026-10-01')), open(one, two));
    await transact(database.kysely, deed({ ...at('2026-10-02'), action: 'voorbeeld.change-dossier' }), open(one));
    const other = await anActor(database, 'beleidsmedewerker', here);
    await lookAtPersons(
      database.kysely,
      { ...deed(at('2026-10-03')), actor: { ...other, organisationId: actor.organisationId } },
      async () => err({ code: 'not-found' }),
    );
    return { dossierId, code, one, two, other };
  }
  const rowsOf = (page: Document) =>
    [...page.querySelectorAll('main tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' '));

  it('says who, when, why and on which ground, on one page, newest first', async () => {
    const { code, other, one, two } = await aDossier();
    const page = await (await officer()).page(`/privacyloket/inzage?zoek=${code}`);
    const rows = rowsOf(page);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain(other.personName);
    expect(rows[0]).toContain('Geweigerd');
    expect(rows[0]).toContain('deze persoon mag het niet zien');
    expect(rows[1]).toContain('voorbeelddossier wijzigen');
    expect(rows[2]).toContain('1 oktober 2026 om 12:00');
    expect(rows[2]).toContain(reader.personName);
    expect(rows[2]).toContain('Signaal beoordelen en opvolgen');
    expect(rows[2]).toContain('AVG 6(1)(e)');
    expect(rows[2]).toContain('nog te verifiëren');
    expect(rows[2]).toContain('Signaal over een mogelijk slachtoffer');
    expect(rows[2]).toContain('Toegestaan');
    for (const pseudonym of [one, two])
      expect(page.querySelector(`a[href$="zoek=${pseudonym.toString('hex')}"]`)).not.toBeNull();
  });

  it('costs at most ten statements a page, also with its own line in the log', async () => {
    const { code, one } = await aDossier();
    const visitor = await officer();
    for (const path of [
      '/privacyloket/inzage',
      `/privacyloket/inzage?zoek=${code}`,
      `/privacyloket/inzage?zoek=${newId()}`,
      `/privacyloket/inzage/betrokkene?zoek=${one.toString('hex')}`,
      `/privacyloket/inzage/logboek.csv?zoek=${code}`,
      '/privacyloket/handelingen',
    ]) {
      const { headers } = await visitor.get(path);
      const statements = Number(/desc="(\d+)"/.exec(String(headers['server-timing']))?.[1]);
      expect([path, statements > 0 && statements <= 10]).toEqual([path, true]);
    }
  });

  it('finds a dossier by its id, a person by her mark, and everything of one trace', async () => {
    const { dossierId, one, two } = await aDossier();
    const visitor = await officer();
    expect(rowsOf(await visitor.page(`/privacyloket/inzage?zoek=${dossierId}`))).toHaveLength(3);
    expect(rowsOf(await visitor.page(`/privacyloket/inzage?zoek=${one.toString('hex')}`))).toHaveLength(2);
    const [row] = rowsOf(await visitor.page(`/privacyloket/inzage?zoek=${two.toString('hex')}`));
    // of a deed with two persons, only the one that was asked for
    expect(row).not.toContain(one.toString('hex').slice(0, 4));
    const { trace_id } = await database.admin
      .selectFrom('audit.processing')
      .select('trace_id')
      .where('subject_pseudonym', '=', two)
      .executeTakeFirstOrThrow();
    expect(rowsOf(await visitor.page(`/privacyloket/inzage?zoek=${trace_id}`))).toHaveLength(1);
  });

  it('keeps to the days that were asked, whole days in the Netherlands', async () => {
    const { code } = await aDossier();
    const visitor = await officer();
    const between = async (from: string, until: string) =>
      rowsOf(await visitor.page(`/privacyloket/inzage?zoek=${code}&van=${from}&tot=${until}`)).length;
    expect([
      await between('1-10-2026', '1-10-2026'),
      await between('2-10-2026', '3-10-2026'),
      await between('', '2-10-2026'),
      // and the three looks before this one
      await between('3-10-2026', ''),
    ]).toEqual([1, 2, 2, 4]);
  });

  it('shows an officer of another organisation nothing, in the same words as for what does not exist', async () => {
    const { code, dossierId, one } = await aDossier();
    const stranger = await officer(await anOrganisation(database));
    const mainOf = (answer: Awaited<ReturnType<typeof stranger.get>>) =>
      documentOf(answer).querySelector('main')!.innerHTML;
    const nowhere = mainOf(await stranger.get('/privacyloket/inzage?zoek=BESTAATNIET'));
    for (const asked of [code, dossierId, one.toString('hex')]) {
      const answer = await stranger.get(`/privacyloket/inzage?zoek=${asked}`);
      expect(mainOf(answer)).toContain('Niets gevonden');
      expect(mainOf(answer).replaceAll(asked, 'X')).toBe(nowhere.replaceAll('BESTAATNIET', 'X'));
    }
  });

  it('keeps to its organisation by its own conditions too, when the database would show everything', async () => {
    const { code, dossierId, one } = await aDossier();
    const stranger = { organisationId: (await anOrganisation(database)).id };
    const asked = { period: { from: undefined, until: undefined }, part: { skip: 0, take: 25 } };
    // as the owner of the database, past row-level security
    await database.admin.transaction().execute(async (tx) => {
      for (const typed of [code, dossierId, one.toString('hex')]) {
        const search = readLogSearch(typed)!;
        expect(await lookIntoLog(tx as AnyTx, { organisationId: here.id }, { ...asked, search })).toMatchObject({
          ok: true,
        });
        expect(await lookIntoLog(tx as AnyTx, stranger, { ...asked, search })).toMatchObject({ ok: false });
      }
      const filter = { period: asked.period, outcome: undefined, personId: undefined };
      expect((await lookAtDeeds(tx as AnyTx, stranger, filter, asked.part)).total).toBe(0);
    });
  });

  it('is itself in the log, once for every look, and never about that line (LDV-09)', async () => {
    const { code, dossierId } = await aDossier();
    const actor = await anActor(database, 'fg', here);
    const visitor = await app.visitor(actor);
    const mine = async () => ({
      decisions: await database.admin
        .selectFrom('audit.decision')
        .selectAll()
        .where('person_id', '=', actor.personId)
        .execute(),
      events: await database.admin
        .selectFrom('audit.event')
        .selectAll()
        .where('person_id', '=', actor.personId)
        .execute(),
    });
    await visitor.get('/privacyloket/inzage');
    expect(await mine()).toEqual({ decisions: [], events: [] });
    await visitor.get(`/privacyloket/inzage?zoek=${code}`);
    const { decisions, events } = await mine();
    expect([decisions.length, events.length]).toEqual([1, 1]);
    expect(events).toMatchObject([
      { activity: 'VA-16', action: 'privacy.read-log', subject_kind: 'privacy.dossier', subject_id: dossierId },
    ]);
    const opened = await database.admin
      .selectFrom('audit.processing')
      .select('seq')
      .where('trace_id', '=', events[0]!.trace_id)
      .execute();
    expect(opened).toEqual([]);
    // and a colleague who looks after her sees that she looked
    expect(rowsOf(await (await officer()).page(`/privacyloket/inzage?zoek=${code}`))[0]).toContain('logboek bekijken');
    await visitor.get('/privacyloket/inzage?zoek=BESTAATNIET');
    expect((await mine()).decisions.at(-1)).toMatchObject({ outcome: 'refused', code: 'not-found', subject_id: null });
  });

  it('asks for a code that can be one, and a day that exists, with 400 and what was typed kept', async () => {
    const visitor = await officer();
    const answer = await visitor.get('/privacyloket/inzage?zoek=Noor%20Fictief&van=31-2-2026');
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    expect(page.getElementById('veld-zoek-fout')?.textContent).toContain('zonder spaties');
    expect(page.getElementById('veld-van-fout')?.textContent).toContain('bestaat niet');
    expect(page.querySelector<HTMLInputElement>('#veld-zoek')!.getAttribute('value')).toBe('Noor Fictief');
    expect((await visitor.get('/privacyloket/inzage?zoek=')).statusCode).toBe(400);
  });

  it('pages a long list, twenty-five at a time', async () => {
    const { code, dossierId, one } = await aDossier();
    for (let n = 0; n < 30; n++)
      await lookAtPersons(
        database.kysely,
        { actor: reader, activity: 'VA-02', activityVersion: 1, action: 'voorbeeld.read-dossier', traceId: newId() },
        async (tx) => {
          noteRevealed(tx, { subject: { kind: 'persoon', pseudonym: one }, dossierId, columns: [COLUMN] });
          return ok({ subject: { kind: 'privacy.dossier', id: dossierId } });
        },
      );
    const visitor = await officer();
    const first = await visitor.page(`/privacyloket/inzage?zoek=${code}`);
    expect(rowsOf(first)).toHaveLength(25);
    expect(first.querySelector('caption')!.textContent).toContain(': 33');
    const next = first.querySelector<HTMLAnchorElement>('a[rel="next"]')!.getAttribute('href')!;
    // and one more: the first look is now in the list itself
    expect(rowsOf(await visitor.page(next))).toHaveLength(9);
  });

  it('can be taken away as a file, and that is in the log too', async () => {
    const { code, one } = await aDossier();
    const visitor = await officer();
    const answer = await visitor.get(`/privacyloket/inzage/logboek.csv?zoek=${code}`);
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('tijdstip,spoor,persoonId,naam,rol');
    expect(answer.body).toContain(one.toString('hex'));
    expect(answer.body).toContain('Voorbeeldgegevens, niet echt');
    expect(rowsOf(await visitor.page(`/privacyloket/inzage?zoek=${code}`))[0]).toContain(
      'overzicht uit het logboek halen',
    );
    expect((await visitor.get('/privacyloket/inzage/logboek.csv?zoek=BESTAATNIET')).statusCode).toBe(404);
  });

  it('tells the person it is about everything but names and what is confidential, in the same words either way (LDV-10)', async () => {
    const open = await aDossier();
    const visitor = await officer();
    const told = await visitor.page(`/privacyloket/inzage/betrokkene?zoek=${open.one.toString('hex')}`);
    expect(rowsOf(told)).toHaveLength(2);
    expect(told.querySelector('main')!.textContent).not.toContain(reader.personName);
    const secret = await aDossier(reader, 'VA-10');
    const silent = await visitor.page(`/privacyloket/inzage/betrokkene?zoek=${secret.one.toString('hex')}`);
    expect(rowsOf(silent)).toEqual([]);
    for (const page of [told, silent])
      expect(page.querySelector('main')!.textContent).toContain('Dit overzicht kan onvolledig zijn');
    // of a dossier, which may be about others too, there is none
    expect((await visitor.get(`/privacyloket/inzage/betrokkene?zoek=${open.code}`)).statusCode).toBe(404);
    // the officer herself sees both, and which one is confidential
    expect(
      (await visitor.page(`/privacyloket/inzage?zoek=${secret.code}`)).querySelector('main')!.textContent,
    ).toContain('Vertrouwelijk: niet in het overzicht voor de betrokkene');
  });
});

describe('everything that was done in an organisation', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    const actor = await anActor(database, 'beleidsmedewerker', here);
    const deed = { actor, activity: 'VA-11', action: 'approach.keep-plan' };
    const subject = { kind: 'approach.plan', id: '1' };
    await transact(database.kysely, { ...deed, traceId: newId() }, async () => ok({ subject }));
    await transact(database.kysely, { ...deed, traceId: newId() }, async () => err({ code: 'edit-conflict' }));
    const old = { at: new Date('2026-01-10T10:00:00Z') };
    await transact(database.kysely, { ...deed, traceId: newId(), entry: old }, async () => ok({ subject }));
  });
  const captionOf = (page: Document) => page.querySelector('caption')?.textContent;
  const path = '/privacyloket/handelingen';

  it.each([
    'fg',
    'ciso',
  ] as const)('is a list for the %s: the last thirty days, the days asked, or only what was refused', async (role) => {
    const organisation = await anOrganisation(database);
    const actor = await anActor(database, 'beleidsmedewerker', organisation);
    const deed = { actor, activity: 'VA-11', action: 'approach.keep-plan' };
    const subject = { kind: 'approach.plan', id: '1' };
    await transact(database.kysely, { ...deed, traceId: newId() }, async () => ok({ subject }));
    await transact(database.kysely, { ...deed, traceId: newId() }, async () => err({ code: 'edit-conflict' }));
    const old = { at: new Date('2026-01-10T10:00:00Z') };
    await transact(database.kysely, { ...deed, traceId: newId(), entry: old }, async () => ok({ subject }));
    const visitor = await app.visitor(await anActor(database, role, organisation));
    expect(captionOf(await visitor.page(path))).toBe('Handelingen: 2');
    // her own first look is now in it
    expect(captionOf(await visitor.page(`${path}?van=1-1-2026&tot=`))).toBe('Handelingen: 4');
    expect(captionOf(await visitor.page(`${path}?van=10-1-2026&tot=10-1-2026`))).toBe('Handelingen: 1');
    const refused = await visitor.page(`${path}?van=&tot=&uitkomst=geweigerd`);
    expect(captionOf(refused)).toBe('Handelingen: 1');
    expect(refused.querySelector('tbody')!.textContent).toContain('iemand anders wijzigde het intussen');
    expect(refused.querySelector('tbody')!.textContent).toContain(actor.personName);
    const csv = await visitor.get(`${path}/logboek.csv?van=&tot=`);
    expect(csv.body.trim().split('\r\n').length).toBeGreaterThan(5);
  });

  it('tells who asked for a page she may not see', async () => {
    const actor = await anActor(database, 'medewerker', here);
    expect((await (await app.visitor(actor)).get(path)).statusCode).toBe(403);
    const visitor = await app.visitor(await anActor(database, 'ciso', here));
    const page = await visitor.page(`${path}?van=&tot=&uitkomst=geweigerd`);
    const row = [...page.querySelectorAll('tbody tr')].find((each) => each.textContent!.includes(actor.personName));
    expect(row?.textContent).toContain('deze rol heeft geen toegang');
    expect(row?.textContent).toContain(`GET ${path}`);
  });

  it('refuses a day that does not exist with 400', async () => {
    const visitor = await app.visitor(await anActor(database, 'ciso', here));
    const answer = await visitor.get(`${path}?van=31-2-2026&tot=`);
    expect(answer.statusCode).toBe(400);
    expect(documentOf(answer).getElementById('veld-van-fout')?.textContent).toContain('bestaat niet');
  });

  it('is not for the ciso where it is about one person', async () => {
    const visitor = await app.visitor(await anActor(database, 'ciso', here));
    expect((await visitor.get('/privacyloket/inzage')).statusCode).toBe(403);
  });
});
