import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROCESSING_REGISTER } from '../../src/app/processing-activities.ts';
import { writeAnswer } from '../../src/features/privacy/use-cases/rights-answer.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aDraft } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PAGE = '/privacyloket/verzoeken';
const ASKED = { soort: 'access', kenmerk: 'Z-2026-014', ontvangen: '01-11-2026', wie: 'self', contact: 'in-person' };

describe('a request for rights', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let officer: Actor;
  let fg: Visitor;
  let second: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  afterAll(async () => app?.server.close());
  beforeEach(async () => {
    here = await anOrganisation(database);
    officer = await anActor(database, 'fg', here);
    fg = await app.visitor(officer);
    second = await app.visitor(await anActor(database, 'fg', here));
  });

  async function register(change: Record<string, string> = {}) {
    const form = await fg.form(`${PAGE}/nieuw`, PAGE);
    return fg.send({ ...form, fields: { ...form.fields, ...ASKED, ...change } });
  }
  const registered = async () => (await register()).headers.location as string;
  async function send(at: string, action: string, fields: Record<string, string> = {}, as = fg) {
    const form = await as.form(at, `${at}/${action}`);
    return as.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  async function aDossier(code: string): Promise<void> {
    await database.admin
      .insertInto('privacy.dossier')
      .values({
        tenant_id: here.id,
        id: newId(),
        kind: 'proef',
        activity: 'VA-03',
        path: `/casussen/${code}`,
        opened_at: new Date('2026-01-01T12:00:00Z'),
      })
      .execute();
  }
  const problem = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';

  it('holds no name: the number of the own administration, and what is wrong stands beside the field', async () => {
    const named = await register({ kenmerk: 'Jan de Fictieve' });
    expect([named.statusCode, problem(named, 'kenmerk')]).toEqual([400, expect.stringContaining('geen naam')]);
    const future = await register({ ontvangen: '01-01-2090' });
    expect([future.statusCode, problem(future, 'ontvangen')]).toEqual([409, expect.stringContaining('komt nog')]);
  });

  it('goes from a talk to an answer that a second person looked at', { timeout: 180_000 }, async () => {
    await aDossier('ZZ-7');
    const at = await registered();
    expect((await fg.page(at)).querySelector('main')?.textContent).toContain('Stuur niets en bel niet');
    const unknown = await send(at, 'onderzoek', { vondst: 'held', dossier: 'BESTAAT-NIET' });
    expect([unknown.statusCode, problem(unknown, 'dossier')]).toEqual([409, expect.stringContaining('is er niet')]);
    await send(at, 'onderzoek', { vondst: 'held', dossier: 'ZZ-7' });
    const early = await send(at, 'voorstel', { uitkomst: 'granted' });
    expect([early.statusCode, problem(early, 'uitkomst')]).toEqual([409, expect.stringContaining('eerst alleen')]);
    await send(at, 'onderzoek', { gesprek: 'own-wish', identiteit: 'document-seen', vondst: 'held', dossier: 'ZZ-7' });
    expect((await send(at, 'voorstel', { uitkomst: 'granted' })).statusCode).toBe(303);
    expect((await fg.page(at)).querySelector('form[action$="/meekijken"]')).toBeNull();
    expect((await send(at, 'meekijken', {}, second)).statusCode).toBe(303);
    const file = await fg.get(`${at}/antwoord`);
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await send(at, 'beantwoorden')).statusCode).toBe(303);
    expect((await fg.page(PAGE)).querySelector('main')?.textContent).toContain('Beantwoord');
  });

  it('erases the dossier when two people granted that, and not while something keeps it', {
    timeout: 180_000,
  }, async () => {
    const name = 'Fenna Fictief';
    const code = await aDraft(database, await anActor(database, 'aanmelder', here), name);
    // of one person there is more than one dossier
    const other = await aDraft(database, await anActor(database, 'aanmelder', here), name);
    const { id: dossierId } = await database.admin
      .selectFrom('privacy.dossier')
      .select('id')
      .where('tenant_id', '=', here.id)
      .where('path', 'like', `%${code}`)
      .executeTakeFirstOrThrow();
    const left = async () => {
      const { rows } = await sql<{ n: number }>`select
        (select count(*) from registration.registration where tenant_id = ${here.id})::int
        + (select count(*) from privacy.dossier where tenant_id = ${here.id})::int
        + (select count(*) from vault.dossier_key where tenant_id = ${here.id} and dossier_id = ${dossierId} and destroyed_at is null)::int as n`.execute(
        database.admin,
      );
      return rows[0]!.n;
    };
    expect(await left()).toBe(5);
    const at = (await register({ soort: 'erase' })).headers.location as string;
    const found = { gesprek: 'own-wish', identiteit: 'known', vondst: 'held', dossier: `${code}, ${other}` };
    const half = await send(at, 'onderzoek', { ...found, dossier: `${code}, BESTAAT-NIET` });
    expect([half.statusCode, problem(half, 'dossier')]).toEqual([409, expect.stringContaining('of een van deze')]);
    await send(at, 'onderzoek', found);
    expect((await fg.page(at)).querySelector('main')?.textContent).toContain('Er zijn 2 dossiers');
    await send(at, 'voorstel', { uitkomst: 'granted' });
    expect((await fg.page(at)).querySelector('form[action$="/wissen"]')).toBeNull();
    await send(at, 'meekijken', {}, second);
    // the answer says what was done, so it is done first
    const page = await fg.form(at, `${at}/wissen`);
    const unerased = await fg.send({ ...page, action: `${at}/beantwoorden` });
    expect([unerased.statusCode, unerased.body]).toEqual([409, expect.stringContaining('Wis eerst het dossier')]);
    const hold = (until: string | null) =>
      database.admin
        .updateTable('retention.record')
        .set({ held_until: until as never })
        .where('tenant_id', '=', here.id)
        .where('dossier_id', '=', dossierId)
        .execute();
    await hold('2099-01-01');
    const held = await send(at, 'wissen');
    expect([held.statusCode, held.body]).toEqual([409, expect.stringContaining('Er is niets gewist')]);
    expect(await left()).toBe(5);
    await hold(null);
    const inquiry = await fg.form(at, `${at}/onderzoek`);
    const proposal = await fg.form(at, `${at}/voorstel`);
    const twice = await fg.form(at, `${at}/wissen`);
    expect((await Promise.all([fg.send(twice), fg.send(twice)])).map(({ statusCode }) => statusCode)).toEqual([
      303, 303,
    ]);
    expect(await left()).toBe(0);
    const again = await fg.send({ ...twice, fields: { ...twice.fields, _sleutel: newId() } });
    expect([again.statusCode, again.body]).toEqual([409, expect.stringContaining('al gewist')]);
    // nor is what it rested on changed by a page that was still open
    for (const [form, fields] of [
      [inquiry, { vondst: 'nothing', dossier: '' }],
      [proposal, { uitkomst: 'refused', gronden: 'law' }],
    ] as const) {
      const late = await fg.send({ ...form, fields: { ...form.fields, ...fields } });
      expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('al gewist')]);
    }
    expect((await fg.page(at)).querySelector('form[action$="/onderzoek"]')).toBeNull();
    const tombstones = await database.admin
      .selectFrom('retention.tombstone')
      .select(['category', 'subject_kind'])
      .where('tenant_id', '=', here.id)
      .execute();
    const tombstone = {
      category: 'gewist op verzoek van wie het aangaat (AVG artikel 17)',
      subject_kind: 'registration.registration',
    };
    expect(tombstones).toEqual([tombstone, tombstone]);
    const file = await fg.get(`${at}/antwoord`);
    expect(strFromU8(unzipSync(new Uint8Array(file.rawPayload))['word/document.xml']!)).toContain(
      'uw hele dossier gewist',
    );
    expect((await send(at, 'beantwoorden')).statusCode).toBe(303);
  });

  it('is for the officer, her second pair of eyes, and nobody elsewhere', async () => {
    const at = await registered();
    expect((await second.get(at)).statusCode).toBe(200);
    const there = await app.visitor(await anActor(database, 'fg', await anOrganisation(database)));
    expect((await there.get(at)).statusCode).toBe(404);
    expect((await (await app.visitor(await anActor(database, 'medewerker', here))).get(at)).statusCode).toBe(403);
  });

  it('writes word for word the same to who may be an offender, to who is not known, and to who did not ask herself', () => {
    const answer = (change: object) =>
      writeAnswer({
        organisation: 'Gemeente Voorbeeld',
        today: day('2026-11-29'),
        mark: undefined,
        register: PROCESSING_REGISTER,
        roleLabel: (role) => role,
        actionWords: (action) => action,
        report: {
          request: {
            id: newId(),
            kind: 'access',
            reference: 'Z-1',
            receivedOn: day('2026-11-01'),
            askedBy: 'self',
            contact: 'letter',
            talk: undefined,
            identity: undefined,
            finding: 'nothing',
            dossierIds: [],
            extendedOn: undefined,
            outcome: 'neutral',
            withheld: [],
            proposedBy: 'een',
            proposedByName: 'Een (fictief)',
            agreedByName: 'Twee (fictief)',
            notice: undefined,
            erasedAt: undefined,
            answeredAt: undefined,
            ...change,
          },
          held: [{ table: 'x', dossierColumn: 'dossier_id', activities: ['VA-10'], dataClasses: ['D7'], rows: 3 }],
          deeds: [],
          total: 0,
          receipts: [],
        },
      });
    const nothing = answer({ finding: 'nothing' });
    expect(answer({ finding: 'alleged', identity: 'document-seen' })).toEqual(nothing);
    expect(answer({ finding: 'held', dossierIds: [newId()], talk: 'not-own-wish' })).toEqual(nothing);
    const text = JSON.stringify(nothing);
    for (const word of ['dader', 'slachtoffer', 'mensenhandel', 'onderzoek', 'signaal', 'dossier'])
      expect([word, text.includes(word)]).toEqual([word, false]);
    const partly = { finding: 'held', talk: 'own-wish', outcome: 'partly', withheld: ['others'] };
    const looked = JSON.stringify(answer(partly));
    expect(looked).not.toEqual(text);
    expect([looked.includes('CONCEPT'), looked.includes('Twee mensen')]).toEqual([false, true]);
    // before the second looked it is no answer, and does not say that she did
    const draft = JSON.stringify(answer({ ...partly, agreedByName: undefined }));
    expect([draft.includes('CONCEPT'), draft.includes('Twee mensen')]).toEqual([true, false]);
  });
});
